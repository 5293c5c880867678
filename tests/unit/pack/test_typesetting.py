"""Lines of text."""

from datetime import date

from missionplanner.i18n import translator
from missionplanner.pack.style import register_fonts
from missionplanner.pack.typesetting import GUTTER, SMALL, Lined, columns, day_name, lines_of, text_width


def test_lines_are_no_wider_than_the_room_and_the_last_says_that_more_follows() -> None:
    register_fonts()
    text = "several words that do not fit on one line of this width"
    found = lines_of(text, SMALL, 80.0)
    assert " ".join(found) == text
    assert max(text_width(line, SMALL) for line in found) <= 80
    cut = lines_of(text, SMALL, 80.0, 2)
    assert len(cut) == 2
    assert cut[1].endswith("…")
    assert lines_of("one\n\ntwo", SMALL, 80.0) == ("one", "two")


def test_six_columns_and_their_gutters_are_the_whole_width() -> None:
    assert columns(500, 6) == 500
    assert round(columns(500, 4) + columns(500, 2) + GUTTER, 6) == 500


def test_days_begin_with_a_capital_in_every_language() -> None:
    day = date(2026, 2, 16)
    found = [day_name(day, translator(code)) for code in ("en", "fr", "es")]
    assert found == ["Monday, February 16", "Lundi 16 février", "Lunes 16 de febrero"]


def test_a_text_is_as_high_as_its_lines_and_the_space_around_them() -> None:
    piece = Lined("word", SMALL, before=3)
    piece.after = 2
    assert piece.wrap(100, 100) == (100, 3 + SMALL.leading + 2)
