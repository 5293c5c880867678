"""Delegates' packs as they are laid out: their pages, how full they are, and that nothing is too small or cut off."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pymupdf
import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.mission import MissionText, Stop
from missionplanner.domain.packs import USUAL, PackPage
from missionplanner.domain.people import Person
from missionplanner.jobs.packs import settings
from missionplanner.messages import message
from missionplanner.pack import render
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, meet, moment, small_mission
from tests.unit.pack.checking import errors
from tests.unit.pack.making import draft

TEXTS = ("welcome", "about", "briefing", "protocol", "logistics", "conduct", "contacts")


def mission(path: Path, meetings: int, days: int = 3, people: int = 1) -> Store:
    """A mission whose D1 has so many meetings on its first days, and an event or two on every day."""
    found = small_mission(path, delegation=6, counterparts=max(meetings, 1), slots=meetings + 1, tables=1)
    for number in range(meetings):
        meet(found, "D1", f"C{number + 1}", slot=number, table=0)
    body = "Some words to read, which are enough for a line or two of the page. " * 3
    with found.change(message("More")) as change:
        change.update(replace(found.all(Stop)[0], ends=DAY + timedelta(days)))
        for number in range(days):
            day = DAY + timedelta(number)
            for hour in (7, 19):
                starts = moment(hour, 0, day)
                change.insert(Event(stop_id=1, name_en="Reception", starts=starts, ends=starts + timedelta(hours=1)))
        for kind in TEXTS:
            change.insert(MissionText(kind=kind, language="en", title=kind.title(), body=f"{body}\n\n- Duty: +52 1 2"))
        key = key_of(found, "D1")
        change.insert_all(Person(company_id=key, given_name="Ana", family_name=f"P{n}") for n in range(people - 1))
        for company in found.all(Company):
            change.update(replace(company, description="They make things. " * 20, website="https://example.org"))
    return found


CASES = {
    "no meeting": (0, 3, 1, 12), "one": (1, 1, 1, 12), "three": (3, 3, 1, 12), "nine": (9, 3, 1, 16),
    "seventeen": (17, 6, 40, 16), "forty-five": (45, 14, 1, 32),
}  # fmt: skip
"""Meetings, days, delegates, and the pages of the pack."""


@pytest.fixture(scope="module", params=CASES, ids=str)
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[bytes, int]]:
    meetings, days, people, pages = CASES[request.param]
    with mission(tmp_path_factory.mktemp("pack") / "m.mission", meetings, days, people) as store:
        found = draft(store, "D1")
        yield render.render(found.shared, found.own)[0], pages


def spans(page: "pymupdf.Page") -> list[dict[str, object]]:
    """What is written on a page."""
    blocks = page.get_text("dict")["blocks"]
    return [
        span for block in blocks for line in block.get("lines", ()) for span in line["spans"] if span["text"].strip()
    ]


def test_packs_are_whole_sheets_with_full_pages_and_nothing_small_or_cut_off(case: tuple[bytes, int]) -> None:
    content, pages = case
    with pymupdf.open(stream=content, filetype="pdf") as file:
        assert len(file) == pages
        for page in file:
            written = spans(page)
            assert min(span["size"] for span in written) >= 8.49
            assert all(span["bbox"][0] >= 40 and span["bbox"][2] <= page.rect.width - 40 for span in written)
            drawn = [path["rect"].y1 for path in page.get_drawings()] + [span["bbox"][3] for span in written]
            # The frame of a page begins below its head and ends above its foot, which counts for neither.
            top, bottom = 73.7, page.rect.height - 51
            inside = [y for y in drawn if y < bottom + 2]
            if page.number not in (0, pages - 1):
                assert (max(inside) - top) / (bottom - top) >= 0.45, f"page {page.number + 1}"


def test_without_a_welcome_the_contents_begin_the_page(tmp_path: Path) -> None:
    with mission(tmp_path / "m.mission", 3) as store:
        with_welcome = draft(store, "D1")
        with store.change(message("Bare")) as change:
            change.delete(MissionText, [text.id for text in store.all(MissionText)])
        bare = draft(store, "D1")
    tops = []
    for one in (with_welcome, bare):
        with pymupdf.open(stream=render.render(one.shared, one.own)[0], filetype="pdf") as file:
            tops.append(next(span["bbox"][1] for span in spans(file[1]) if span["text"].strip() == "Contents"))
    assert (tops[0] > 400, tops[1] < 120) == (True, True)


def test_the_list_leads_to_the_pages_of_the_meetings(tmp_path: Path) -> None:
    with mission(tmp_path / "m.mission", 5) as store:
        found = draft(store, "D1")
    content, rendered = render.render(found.shared, found.own)
    sections = dict(rendered.sections)
    with pymupdf.open(stream=content, filetype="pdf") as file:
        text = file[sections["schedule"] - 1].get_text()
        for number in range(5):
            page = file[int(re.findall(r"p\. (\d+)", text)[number]) - 1]
            assert f"C{number + 1}" in page.get_text()
        links = [link for link in file[sections["schedule"] - 1].get_links() if link["kind"] != pymupdf.LINK_NONE]
        assert len(links) == 5


def test_texts_that_are_left_out_leave_the_plan_as_it_is(tmp_path: Path) -> None:
    with mission(tmp_path / "m.mission", 2) as store:
        left_out = (PackPage.WELCOME, PackPage.FELLOWS, PackPage.EVALUATION, PackPage.BRIEFING)
        settings.set_pages(store, [page for page in USUAL if page not in left_out])
        found = draft(store, "D1")
    content, rendered = render.render(found.shared, found.own)
    assert rendered.pages == 12
    assert {key for key, _page in rendered.sections} == set(found.shared.pages)
    (tmp_path / "p.pdf").write_bytes(content)
    assert errors(tmp_path / "p.pdf") == []


def test_chosen_pages_stand_in_their_order(tmp_path: Path) -> None:
    with mission(tmp_path / "m.mission", 2) as store:
        settings.set_pages(store, list(PackPage)[::-1])
        found = draft(store, "D1")
    content, rendered = render.render(found.shared, found.own)
    keys = [key for key, _page in rendered.sections]
    assert keys == [page.value for page in list(PackPage)[::-1]]
    (tmp_path / "p.pdf").write_bytes(content)
    assert errors(tmp_path / "p.pdf") == []
