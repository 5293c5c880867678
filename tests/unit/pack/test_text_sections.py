"""Texts of the mission as pieces, with notes on their numbers."""

from missionplanner.domain.figure_texts import FilledNumbers
from missionplanner.domain.figures import Figure, Figures, Series
from missionplanner.i18n import translator
from missionplanner.pack.delegate_content import Block
from missionplanner.pack.text_sections import blocks, section

T = translator("en")


def test_signs_begin_headings_and_items_and_blank_lines_paragraphs() -> None:
    assert blocks("# Head\none\ntwo\n\nthree\n- item\n") == (
        Block("heading", "Head"), Block("paragraph", "one two"), Block("paragraph", "three"), Block("bullet", "item"),
    )  # fmt: skip
    assert blocks(" \n") == ()


def test_a_number_has_its_source_as_a_note_that_leads_to_its_page() -> None:
    series = Series(id=1, code="ports", name_en="Ports")
    figure = Figure(series_id=1, period="2024", value=3, source="Office", link="stats.example/p")
    numbers = FilledNumbers(Figures([series], [figure]), {}, T)
    found = section("In {figure:ports.2024}", "{figure:ports.2024} ports", "fr", numbers, T)
    assert (found.title, found.language) == ("In 3¹", "fr-CA")
    assert found.blocks == (
        Block("paragraph", "3¹ ports"), Block("note", "¹ Source: Office.", "https://stats.example/p"),
    )  # fmt: skip
