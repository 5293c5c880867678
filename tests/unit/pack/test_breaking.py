"""Words that are longer than a line."""

import pytest
from reportlab.pdfbase import pdfmetrics

from missionplanner.pack.breaking import parts, wrapped
from missionplanner.pack.fonts import REGULAR, register_fonts


@pytest.fixture(autouse=True)
def fonts() -> None:
    register_fonts()


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("short", ["short"]),
        ("https://www.example.org/a/page", ["https://www.", "example.org/", "a/page"]),
        ("maria.fernandez@example.org", ["maria.", "fernandez@", "example.org"]),
        ("Donaudampfschifffahrt", ["Donaudampf-", "schifffahrt"]),
        ("almacenamient", ["almacenami-", "ent"]),
        ("株式会社東京精密機械、製作所", ["株式会社東京", "精密機械、製", "作所"]),
    ],
)
def test_a_word_is_cut_where_it_may_be_or_after_a_hyphen(word: str, found: list[str]) -> None:
    assert parts(word, REGULAR, 10, 66) == found


@pytest.mark.parametrize("word", ["x" * 5000, "-" * 300, "a@" * 200, "東" * 500, "W"])
def test_parts_fit_and_nothing_is_lost(word: str) -> None:
    found = parts(word, REGULAR, 10, 66)
    assert all(pdfmetrics.stringWidth(part, REGULAR, 10) <= 66 for part in found)
    whole = "".join(part.removesuffix("-") if part != found[-1] and set(word) != {"-"} else part for part in found)
    assert whole == word or set(word) == {"-"}


def test_lines_hold_as_many_words_as_fit_and_keep_what_does_not_break() -> None:
    assert wrapped("10\u00a0% of  all\nof it", REGULAR, 10, 66) == ["10\u00a0% of all of", "it"]
    assert wrapped("", REGULAR, 10, 66) == []
