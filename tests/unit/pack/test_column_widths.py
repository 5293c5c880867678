"""Widths of the columns of lists."""

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from missionplanner.pack.column_widths import column_widths, room_of_words
from missionplanner.pack.style import BOLD, register_fonts

FONT = (BOLD, 9.0)


def test_widths_are_as_shared_out_where_every_word_has_room() -> None:
    assert column_widths((3, 1), 400, (50, 50), (40, 40)) == [299.9, 100.0]


def test_what_a_word_lacks_is_taken_from_columns_that_have_it_to_spare() -> None:
    found = column_widths((0.8, 0.1, 0.1), 400, (40, 70, 60))
    assert found[1:] == [70, 60]
    assert 398 <= sum(found) <= 400


def test_headings_are_whole_where_there_is_no_room_for_the_words_of_cells() -> None:
    assert column_widths((0.5, 0.5), 200, (150, 150), (120, 50))[0] == 120


def test_words_that_cannot_all_be_whole_share_the_room() -> None:
    found = column_widths((0.7, 0.3), 100, (90, 90), (80, 80))
    assert (len(set(found)), sum(found) <= 100) == (1, True)


@pytest.mark.parametrize(
    ("texts", "word"),
    [
        (("Vérifiée par", "le"), "Vérifiée"), (("Wide iiiiiii",), "iiiiiii"), (("a@b.example c",), "c"), (("",), ""),
        (("Ana +52\N{NO-BREAK SPACE}55\N{NO-BREAK SPACE}1234",), "+52\N{NO-BREAK SPACE}55\N{NO-BREAK SPACE}1234"),
        (("mer.\N{NO-BREAK SPACE}3\N{NO-BREAK SPACE}sept. 7",), "mer.\N{NO-BREAK SPACE}3\N{NO-BREAK SPACE}sept."),
        (("x" * 31, "https://a.example/b/c", "S. de"), "de"),
    ],
)  # fmt: skip
def test_the_longest_word_needs_its_room(texts: tuple[str, ...], word: str) -> None:
    register_fonts()
    wide = max(stringWidth(one, *FONT) for one in [word, *([] if word != "iiiiiii" else ["Wide"])])
    assert room_of_words(texts, FONT) == pytest.approx(wide + 8.5, abs=0.11)
