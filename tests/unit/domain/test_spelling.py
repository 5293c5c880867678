"""Texts are compared without accents, case and punctuation, and cleaned of what nobody sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.spelling import fold, has_beginnings, listed, tidy, told_apart, words


def test_fold_ignores_accents_case_and_blanks() -> None:
    assert fold("  LÉVIS\u00a0Ñandú ") == "levis nandu"
    assert fold("Yılmaz Łódź Øre") == "yilmaz lodz ore"
    assert fold("Straße") == "strasse"


def test_words_ignore_punctuation() -> None:
    assert words("S. de R.L. de C.V.") == "s de rl de cv"
    assert words("Smith & Sons") == words("Smith and Sons")


@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_tidy_keeps_lines_and_drops_control_characters() -> None:
    assert tidy("a\x00b \t c\r\n\u202e d ") == "a b c\nd"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ABC  d\te ", "abc d e"),
        ("O`Neil", "o'neil"),
        ("O’Neil ‘x´", "o'neil 'x'"),
        ("Café  Ñ`s", "cafe n's"),
        ("Đặng Ærø Œuvre Þór ðing", "dang aero oeuvre thor ding"),
        ("５ｋｍ", "5km"),
        ("", ""),
    ],
)
def test_fold_makes_quotes_and_letters_plain(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_leave_nothing_but_words() -> None:
    assert words("R&D – O'Neil, S.A. (2)") == "r and d oneil sa 2"
    assert words("под_ключ, д") == "под ключ д"
    assert words("--") == ""


@pytest.mark.parametrize(
    ("text", "tidied"),
    [
        ("  two   blanks ", "two blanks"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("\n a \n\n b\n", "a\n\nb"),
        ("a\x07b", "a b"),
    ],
)
def test_tidy_keeps_what_can_be_seen(text: str, tidied: str) -> None:
    assert tidy(text) == tidied


def test_equal_names_are_numbered() -> None:
    names = [(3, "Boreal"), (5, "Boreal"), (7, "Boreal; Solar"), (9, "Boreal")]
    assert told_apart(names) == {"Boreal": 3, "Boreal (2)": 5, "Boreal, Solar": 7, "Boreal (3)": 9}


def test_what_has_no_width_does_not_count() -> None:
    assert (fold("Com\u200bpa\u00adny\ufeff"), words("Ac\u2060me In\u00adc.")) == ("company", "acme inc")


@pytest.mark.parametrize(
    ("typed", "fits"), [("tue 10", True), ("TUESDAY", True), ("oct 13", True), ("", True), ("wed", False), ("0", False)]
)
def test_beginnings_of_words_are_enough(typed: str, fits: bool) -> None:
    assert has_beginnings("Tuesday, October 13, 10:00–10:20", typed) is fits


def test_a_list_is_split_at_lines_semicolons_and_commas_but_not_within_a_known_name() -> None:
    assert listed("Lyon, Paris; lyon\n Nice\r\n") == ("Lyon", "Paris", "Nice")
    assert listed("Acme, Inc., Beta, food, Drink", ["ACME, Inc.", "Food, drink"]) == (
        "Acme, Inc.",
        "Beta",
        "food, Drink",
    )
    assert listed(" ;, ") == ()
