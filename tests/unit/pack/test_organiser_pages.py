"""The pages of the organiser edition."""

import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.units import mm

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.journals import Edition
from missionplanner.domain.mission import Venue
from missionplanner.domain.people import Person
from missionplanner.jobs.packs import drafts, printing
from missionplanner.messages import message
from missionplanner.pack.editions import ListPapers, PaperSheet, Section
from missionplanner.pack.list_papers import ListsBook
from missionplanner.pack.organiser_pages import lists_of
from missionplanner.pack.style import register_fonts
from missionplanner.store.store import Store
from tests.builders import HOSTILE, interpreter, key_of, meet, moment, small_mission
from tests.unit.pack.checking import errors
from tests.unit.pack.making import laid_out_text, parts, printed


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        with found.change(message("More")) as change:
            person = change.insert(interpreter("Inés Ferrer", languages="en,es", phone="+525512345678"))
            change.insert(
                Event(stop_id=1, name_en="Reception", starts=moment(18), ends=moment(20), audience=Audience.EVERYONE)
            )
        meet(found, "D1", "C1", slot=0, table=1)
        meet(found, "D2", "C2", slot=0, table=0, interpreter_id=person)
        meet(found, "D1", "C2", slot=2, table=0)
        yield found


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_edition_is_accessible_with_hostile_and_long_names(store: Store, tmp_path: Path, language: str) -> None:
    with store.change(message("Hostile")) as change:
        for company, text in zip(store.all(Company), HOSTILE, strict=False):
            change.update(replace(company, name=text[:400] or "x"))
        for person in store.all(Person):
            change.update(replace(person, family_name="<b>&amp;" + "Long " * 40))
    path = tmp_path / "p.pdf"
    path.write_bytes(printed(store, Edition.ORGANISER, language))
    assert errors(path) == []


def test_no_list_is_parted_from_its_heading(store: Store, tmp_path: Path) -> None:
    with store.change(message("Many")) as change:
        change.insert_all(
            Person(company_id=key_of(store, "D1"), given_name=f"P{n}", family_name=f"F{n:03}") for n in range(90)
        )
    path = tmp_path / "p.pdf"
    path.write_bytes(printed(store, Edition.ORGANISER, "en"))
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    # Its pages have the name at their head; that of the heading has it twice.
    pages = [page for page in text.split("\f") if page.count("Pick-up list") == 2]
    assert len(pages) == 1
    assert "F000" in pages[0]


def test_nothing_that_takes_room_follows_a_list_which_may_fill_its_page(store: Store) -> None:
    """What did would stand alone on a page of its own."""
    register_fonts()
    book = ListsBook(*parts(store), ListPapers(()), (500, 700))
    sheet = PaperSheet("Bus", ("Name",), (("Ann",),), (1.0,), new_page=True)
    story = lists_of(book, Section("k", "Lists", (sheet, sheet), ""))
    assert [type(piece).__name__ for piece in story] == [
        "Text", "CondPageBreak", "Mark", "ListTable", "PageBreak", "CondPageBreak", "Mark", "ListTable",
    ]  # fmt: skip
    assert [story[place].getSpaceAfter() for place in (3, 7)] == [4 * mm, 4 * mm]


def test_an_edition_without_meetings_says_so(tmp_path: Path) -> None:
    with small_mission(tmp_path / "empty.mission") as empty:
        path = tmp_path / "p.pdf"
        path.write_bytes(printed(empty, Edition.ORGANISER, "en"))
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert text.count("No meetings are planned yet.") == 3
    assert errors(path) == []


def test_papers_there_is_nothing_for_take_no_page(store: Store, tmp_path: Path) -> None:
    with store.change(message("Nobody interprets")) as change:
        change.delete(Person, [person.id for person in store.snapshot().interpreters])
    pages = laid_out_text(printed(store, Edition.ORGANISER, "en"), tmp_path).split("\f")
    assert [n for n, page in enumerate(pages, start=1) if "Nobody interprets." in page] == [2]


def test_a_paper_alone_has_no_page_of_contents(store: Store, tmp_path: Path) -> None:
    for wanted, pages, is_listed in (
        ({"badges"}, 3, False),
        ({"calls", "badges"}, 4, False),
        ({"calls", "badges", "cards"}, 7, True),
    ):
        draft = drafts.special(drafts.read(store), "en", Edition.ORGANISER, frozenset(wanted))
        path = tmp_path / "p.pdf"
        path.write_bytes(printing.preview(draft)[0])
        text = laid_out_text(path.read_bytes(), tmp_path)
        assert (text.count("\f"), "Contents" in text) == (pages, is_listed)
        assert errors(path) == []


def test_a_paper_nobody_asked_for_has_no_page_to_say_that_it_is_empty(store: Store, tmp_path: Path) -> None:
    """Of meetings by video there are two papers, so that there is no page of contents it could stand on."""
    with store.change(message("Online")) as change:
        change.delete(Person, [person.id for person in store.snapshot().interpreters])
        for venue in store.all(Venue):
            change.update(replace(venue, online=True))
    usual = laid_out_text(printed(store, Edition.ORGANISER, "en"), tmp_path)
    assert ("Plan of video rooms" in usual, "Nobody interprets." in usual) == (True, False)
    asked = drafts.special(drafts.read(store), "en", Edition.ORGANISER, frozenset({"plan", "interpreters"}))
    assert "Nobody interprets." in laid_out_text(printing.preview(asked)[0], tmp_path)


def test_several_papers_there_is_nothing_for_share_a_page(tmp_path: Path) -> None:
    with small_mission(tmp_path / "empty.mission") as empty:
        draft = drafts.special(
            drafts.read(empty), "en", Edition.ORGANISER, frozenset({"plan", "interpreters", "calls"})
        )
        path = tmp_path / "p.pdf"
        path.write_bytes(printing.preview(draft)[0])
    pages = laid_out_text(path.read_bytes(), tmp_path).split("\f")
    assert len(pages) == 3
    assert [pages[1].count(words) for words in ("No meetings are planned yet.", "Nobody interprets.")] == [2, 1]
    assert errors(path) == []


def test_a_legal_form_in_a_list_is_on_one_line(tmp_path: Path, store: Store) -> None:
    name = "Comercializadora Altiplano de Occidente del Norte y del Sur S. de R.L. de C.V."
    with store.change(message("Long")) as change:
        change.update(replace(store.all(Company)[0], name=name))
    draft = drafts.special(drafts.read(store), "es", Edition.ORGANISER, frozenset({"plan", "people", "calls"}))
    text = laid_out_text(printing.preview(draft)[0], tmp_path)
    lines = [" ".join(line.split()) for line in text.splitlines() if "S. de" in line or "C.V." in line]
    assert len(lines) > 2
    assert [line for line in lines if "S. de R.L. de C.V." not in line] == []
