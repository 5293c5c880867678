"""Lines that lead to where figures are from."""

from missionplanner.pack.delegate_content import Block, MarketChart
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.source_lines import below, note_piece


def test_a_source_leads_to_its_page_and_the_unit_nowhere() -> None:
    chart = MarketChart("bar", "Trade", "CAD", (), ("Source: A.", "Source: B."), ("https://a.example", ""))
    assert [(line.text, line.link) for line in below(chart)] == [
        ("CAD", ""), ("Source: A.", "https://a.example"), ("Source: B.", ""),
    ]  # fmt: skip


def test_a_note_leads_to_its_page_in_its_language() -> None:
    found = note_piece(Block("note", "¹ Source : A.", "https://a.example"), "fr-CA")
    assert (found.text, found.link, found.language) == ("¹ Source : A.", "https://a.example", "fr-CA")


def test_a_source_keeps_its_parts_in_other_languages() -> None:
    said = (Phrase("Source : "), Phrase("Office of statistics", "en-CA"), Phrase("."))
    chart = MarketChart("bar", "Trade", "CAD", (), ("Source : Office of statistics.",), ("",), "en-CA", (said,))
    assert [line.said for line in below(chart)] == [(), said]
