"""Widths of the columns of lists."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from missionplanner.pack.column_widths import column_widths
from missionplanner.pack.style import BOLD, register_fonts

FONT = (BOLD, 9.0)


def test_widths_are_as_shared_out_where_every_heading_has_room() -> None:
    register_fonts()
    assert column_widths(("Name", "No."), (3, 1), 400, FONT) == [299.9, 100.0]


def test_a_heading_is_not_broken_where_others_have_room_to_spare() -> None:
    register_fonts()
    found = column_widths(("Secteur", "Déclaration", "Vérifiée"), (0.8, 0.1, 0.1), 400, FONT)
    assert found[1] >= stringWidth("Déclaration", *FONT) + 8
    assert found[2] >= stringWidth("Vérifiée", *FONT) + 8
    assert 398 <= sum(found) <= 400
    assert found[0] > found[1]


def test_words_that_cannot_all_be_whole_share_the_room() -> None:
    register_fonts()
    found = column_widths(("Déclaration",) * 4, (0.7, 0.1, 0.1, 0.1), 100, FONT)
    assert len(set(found)) == 1
    assert sum(found) <= 100


@pytest.mark.parametrize("heading", ["", " "])
def test_a_column_without_a_heading_needs_no_room(heading: str) -> None:
    register_fonts()
    assert column_widths((heading, "Name"), (0.02, 0.98), 400, FONT) == pytest.approx([8.5, 391.5], abs=0.6)
