"""The pages of a delegate’s pack."""

import re
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import letter

from missionplanner.domain.companies import Side
from missionplanner.domain.events import Event
from missionplanner.domain.packs import USUAL, PackPage, as_setting, pages_of
from missionplanner.domain.people import Person
from missionplanner.i18n import translator
from missionplanner.jobs.packs import (
    printing,
    settings,
)
from missionplanner.messages import message
from missionplanner.pack.charts import Chart
from missionplanner.pack.delegate_content import DirectoryEntry, DirectorySector
from missionplanner.pack.delegate_pages import Book
from missionplanner.pack.flowables import IndexLine
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.style import register_fonts
from missionplanner.pack.typesetting import day_name
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, moment
from tests.unit.pack.making import draft, flowing_text, laid_out_text, parts, printed


def test_pdf_holds_its_own_name_meetings_and_no_markup(store: Store, tmp_path: Path) -> None:
    text = laid_out_text(printed(store, key_of(store, "D1"), "en"), tmp_path)
    for expected in ("D1", "C1", "C2", "09:00–09:20", "table 2", "Your meetings", "Contents"):
        assert expected in text
    assert "<b>" not in text
    assert "<br/>" not in text


def test_contents_give_the_pages_sections_really_start_on(example: Store, tmp_path: Path) -> None:
    company = example.snapshot().participants(Side.DELEGATION)[5]
    (tmp_path / "p.pdf").write_bytes(printed(example, company.id, "en"))
    contents = laid_out_text((tmp_path / "p.pdf").read_bytes(), tmp_path).split("\f")[1]
    for title in ("Your meetings", "My week at a glance", "Market briefing", "Your evaluation"):
        number = re.search(rf"{title} +(\d+)", contents)[1]
        page = subprocess.run(
            ["pdftotext", "-f", number, "-l", number, tmp_path / "p.pdf", "-"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert title in page


def test_nothing_planned_still_makes_a_pack(store: Store, tmp_path: Path) -> None:
    text = laid_out_text(printed(store, key_of(store, "D3"), "fr"), tmp_path)
    assert "D3" in text


def test_pages_and_their_order_are_the_missions(eventful: Store, tmp_path: Path) -> None:
    assert pages_of("") == USUAL
    assert pages_of("schedule,nonsense,programme,schedule") == (PackPage.SCHEDULE, PackPage.PROGRAMME)
    assert as_setting(USUAL) == ""
    settings.set_pages(eventful, [PackPage.SCHEDULE, PackPage.COUNTERPARTS, PackPage.WELCOME])
    sections = printing.preview(draft(eventful, "D1"))[1]
    assert [key for key, _page in sections] == ["schedule", "counterparts", "welcome"]
    assert [page for _key, page in sections] == [3, 4, 5]
    words = flowing_text(printed(eventful, "D1"), tmp_path)
    assert "Index of people" in words
    assert "C1, Given" in words
    assert "Your evaluation" not in words


def test_all_of_forty_people_are_in_a_pack(store: Store, tmp_path: Path) -> None:
    names = [f"Zed{n:02}" for n in range(40)]
    with store.change(message("Forty")) as change:
        change.insert_all(
            Person(company_id=key_of(store, who), given_name="Ana", family_name=f"{who}{name}", position="Engineer")
            for who in ("D1", "C1")
            for name in names
        )
    settings.set_pages(store, list(PackPage))
    words = flowing_text(printed(store, "D1"), tmp_path)
    assert [name for name in names if f"D1{name}" not in words or f"C1{name}" not in words] == []
    assert "+ 35 at the beginning of your programme" in words
    assert " in the index of people" in words
    assert re.search(r"A. C1Zed00, A. C1Zed01, .* and \d+ others", words)


@pytest.mark.parametrize("first", [1, 9, 11, 14, 18, 24, 40])
def test_no_day_has_its_heading_alone_on_a_page(store: Store, tmp_path: Path, first: int) -> None:
    with store.change(message("Days")) as change:
        for day, number in enumerate((first, 11, 3)):
            for n in range(number):
                starts = moment(0, day=DAY + timedelta(day)) + timedelta(minutes=30 * n)
                change.insert(
                    Event(stop_id=1, name_en=f"Item {day}.{n}", starts=starts, ends=starts + timedelta(minutes=30))
                )
    _shared, own = parts(store)
    (tmp_path / "p.pdf").write_bytes(printed(store, "D1"))
    done = subprocess.run(["pdftotext", "-layout", tmp_path / "p.pdf", "-"], capture_output=True, text=True, check=True)
    pages = done.stdout.split("\f")
    for day in own.programme:
        title = f"{day_name(day.day, translator('en'))} · {day.stop}"
        (page,) = [page for page in pages if re.search(f"^ *{title}$", page, re.M)]
        assert day.items[0].title in page.partition(title)[2]


def test_the_index_is_in_the_order_of_the_language_across_sectors(store: Store) -> None:
    def sector(name: str, *companies: tuple[str, str]) -> DirectorySector:
        return DirectorySector(
            Phrase(name), "#123456", tuple(DirectoryEntry(c, "", "", (), "", (p,)) for c, p in companies)
        )

    shared, own = parts(store, language="fr")
    directory = (
        sector("Énergie", ("Zulu", "Roy, Éva"), ("Étoile", "Abel, Zoé")),
        sector("Bois", ("alpha", "Ébène, Al"), ("Beta", "Abel, Zoé")),
    )
    story = Book(replace(shared, directory=directory, pages=("directory",)), own, letter).story()
    lines = [piece for piece in story if isinstance(piece, IndexLine)]
    assert [piece.name for piece in lines] == [
        "alpha", "Beta", "Étoile", "Zulu", "Abel, Zoé", "Ébène, Al", "Roy, Éva",
    ]  # fmt: skip
    # Somebody of two companies has one line with the pages of both, each once.
    zoe = lines[4]
    assert zoe.keys == ["directory-0-1", "directory-1-1"]
    zoe.pages.update({"directory-0-1": 7, "directory-1-1": 8})
    assert zoe._numbers() == "7, 8"
    zoe.pages["directory-0-1"] = 12
    assert zoe._numbers() == "8, 12"
    zoe.pages.update({"directory-0-1": 7, "directory-1-1": 8})
    zoe.pages["directory-1-1"] = 7
    assert zoe._numbers() == "7"


def test_the_chart_of_the_market_stands_only_with_where_its_figures_are_from(structured: Store) -> None:
    shared, own = parts(structured)
    book = Book(replace(shared, texts={}), replace(own, charts=shared.charts), (500, 700))
    ((_key, title, body),) = book.section("briefing")
    assert (title, sum(isinstance(piece, Chart) for piece in body)) == ("Market briefing", 2)
    assert list(Book(replace(shared, texts={}, charts=()), own, (500, 700)).section("briefing")) == []


def test_no_section_is_a_heading_alone(store: Store) -> None:
    register_fonts()
    shared, own = parts(store)
    bare = replace(shared, texts={}, stops=(), venues=(), clocks=())
    assert list(Book(bare, own, (500, 700)).section(PackPage.LOGISTICS)) == []
    assert len(list(Book(shared, own, (500, 700)).section(PackPage.LOGISTICS))) == 1
