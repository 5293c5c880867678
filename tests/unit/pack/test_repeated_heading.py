"""Headings of lists that go on over pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.jobs.packs import drafts
from missionplanner.pack import render
from missionplanner.pack.editions import ListPapers, PaperSheet, Section
from missionplanner.pack.repeated_heading import repeated, shortened
from missionplanner.pack.style import BODY, register_fonts
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.pack.checking import errors
from tests.unit.pack.making import laid_out_text

LONG = "Lunes, 11 de octubre de 2027: llamadas para el martes, 12 de octubre de 2027"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        (LONG, "Lunes, 11 de octubre de 2027 …"),
        ("Seven words of a heading at most", ""),
        ("Sunday, February 15, 2026: calls for Monday, February 16, 2026", ""),
        (
            "Cérémonie de signature, Salón Imperial, Palacio de Minería, Accra, mardi 9 mars 2027, 17:00–18:00",
            "Cérémonie de signature, Salón Imperial … mardi 9 mars 2027, 17:00–18:00",
        ),
        ("one two three four five six seven eight nine", "one two three four … seven eight nine"),
    ],
)
def test_only_long_headings_are_cut(text: str, shorter: str) -> None:
    register_fonts()
    assert shortened(text) == shorter
    assert repeated(text, BODY).shorter == shorter


def test_a_list_of_two_pages_has_its_heading_whole_once_and_no_fault(store: Store, tmp_path: Path) -> None:
    shared = drafts.of_organiser(drafts.read(store), "es", frozenset()).shared
    rows = tuple((f"Row {number}", "") for number in range(50))
    papers = ListPapers((Section("a", "Llamadas", (PaperSheet(LONG, ("A", "B"), rows, (0.5, 0.5)),), ""),))
    content, rendered = render.render(shared, drafts.nobody("Llamadas"), papers)
    path = tmp_path / "l.pdf"
    path.write_bytes(content)
    assert rendered.pages == 2
    assert errors(path) == []
    first, then, _end = laid_out_text(content, tmp_path).split("\f")
    assert (LONG in first, LONG in then, "Lunes, 11 de octubre de 2027 …" in then) == (True, False, True)


def test_a_heading_on_two_lines_that_are_no_sentences_is_whole_everywhere(store: Store, tmp_path: Path) -> None:
    shared = drafts.of_organiser(drafts.read(store), "fr", frozenset()).shared
    heading = (
        "Signature, Salón Imperial, Palacio Moctezuma Xocoyotzin Segundo, Ciudad de México, lundi 9 mars 2026, au soir"
    )
    rows = tuple((f"Row {number}", "") for number in range(50))
    papers = ListPapers((Section("a", "Liste", (PaperSheet(heading, ("A", "B"), rows, (0.5, 0.5)),), ""),))
    content, _rendered = render.render(shared, drafts.nobody("Liste"), papers)
    (tmp_path / "l.pdf").write_bytes(content)
    assert errors(tmp_path / "l.pdf") == []
    pages = [" ".join(page.split()) for page in laid_out_text(content, tmp_path).split("\f")]
    assert [heading in page for page in pages] == [True, True, False]
