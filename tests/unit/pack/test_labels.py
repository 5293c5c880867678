"""Sheets of labels."""

from itertools import pairwise

import pytest
from reportlab.lib.units import inch, mm
from reportlab.pdfbase import pdfmetrics

from missionplanner.pack.labels import CODE, NAME, SMALLEST, NameBadges, PlaceCards, mission_lines, name_lines
from missionplanner.pack.style import BOLD, REGULAR, register_fonts

register_fonts()


@pytest.mark.parametrize("kind", [NameBadges, PlaceCards])
def test_labels_lie_on_the_page_without_touching(kind: type[NameBadges]) -> None:
    for layout in (kind.LETTER, kind.A4):
        wide, high = layout.page
        corners = [layout.place(number) for number in range(layout.across * layout.down)]
        assert all(x >= 0 and x + layout.wide <= wide and y >= 0 and y + layout.high <= high for x, y in corners)
        assert len(set(corners)) == layout.across * layout.down
        left = [x for x, _y in corners]
        assert abs(min(left) - (wide - max(left) - layout.wide)) < 0.01
        for (x, y), (other_x, other_y) in pairwise(corners):
            assert other_x >= x + layout.wide - 0.01 or other_y + layout.high <= y + 0.01


@pytest.mark.parametrize(
    "text",
    [
        "Maximiliane-Friederike Wilhelmina Charlotte von Hohenzollern-S",
        "María de los Ángeles Guadalupe Fernández de Castro y Villalobo",
        "W" * 60,
        "i" * 60,
        "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewis",
    ],
)
def test_a_name_of_sixty_letters_is_whole(text: str) -> None:
    for room, most in ((86.5 * mm - 24, NAME), (3.5 * inch - 24, 20)):
        size, lines = name_lines(text, most, room)
        assert size >= 10
        assert len(lines) * size <= 2 * most
        assert [line for line in lines if pdfmetrics.stringWidth(line, BOLD, size) > room] == []
        assert "".join(line.removesuffix("-") for line in lines).replace(" ", "") == text.replace(" ", "").replace(
            "-S", "S"
        ) or "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_short_name_is_as_large_as_can_be_and_no_word_is_broken_for_its_size() -> None:
    room = 86.5 * mm - 24
    assert name_lines("Ana Ruiz", NAME, room) == (36, ["Ana Ruiz"])
    size, lines = name_lines("Ing. Guadalupe Hohenzollern-Ruiz", NAME, room)
    assert [line for line in lines if line.endswith("-")] == []
    assert NAME / 2 < size < NAME


def test_what_is_longer_than_all_lines_is_left_to_be_cut_in_the_last_one() -> None:
    size, lines = name_lines("Wort " * 60, 22, 200)
    assert (size, len(lines)) == (11, 4)
    assert " ".join(lines) == ("Wort " * 60).strip()


def test_badges_are_where_their_sheets_have_them() -> None:
    assert [round(n / 72, 3) for n in NameBadges.LETTER.place(0)] == [0.25, 7.0]
    assert [round(n / 72 * 25.4, 2) for n in NameBadges.A4.place(0)] == [18.5, 204.0]


def test_the_name_of_a_mission_has_two_lines_beside_the_code() -> None:
    room = NameBadges.A4.wide - 24 - CODE
    name = "Journées de la chambre de commerce de Tallinn à Porto 2027"
    lines = mission_lines(name, room)
    assert lines == ["Journées de la chambre de", "commerce de Tallinn à Porto\N{NO-BREAK SPACE}2027"]
    assert [pdfmetrics.stringWidth(line, REGULAR, SMALLEST) <= room for line in lines] == [True, True]
    assert mission_lines("Canada to Mexico 2026", room) == ["Canada to Mexico\N{NO-BREAK SPACE}2026"]
    assert len(mission_lines(" ".join([name] * 3), room)) == 2
    assert mission_lines("", room) == []
