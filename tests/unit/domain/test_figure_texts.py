"""Figures in words and in texts."""

from datetime import date

import pytest

from missionplanner.domain.figure_texts import FilledNumbers, source_of, unknown, value_in_words
from missionplanner.domain.figures import Bounded, Figure, Figures, Scale, Series
from missionplanner.i18n import translator

TRADE = Series(id=1, code="trade", name_en="Trade", currency="CAD", scale=Scale.BILLION)
SHARE = Series(id=2, code="share", name_en="Share", unit="%")
OLD = Figure(id=1, series_id=1, period="1994", value=5, bounded=Bounded.UNDER, source="Office.", as_of=date(2025, 1, 2))
NEW = Figure(id=2, series_id=1, period="2024", value=56.2, bounded=Bounded.OVER, source="Press")
PART = Figure(id=3, series_id=2, period="2024", value=1.5)
KNOWN = Figures([TRADE, SHARE], [OLD, NEW, PART])


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["under CAD 5 billion", "over CAD 56.2 billion", "1.5%"]),
        ("fr", ["moins de 5 milliards CAD", "plus de 56,2 milliards CAD", "1,5\u00a0%"]),
        ("es", ["menos de 5 mil millones CAD", "más de 56.2 mil millones CAD", "1.5\u00a0%"]),
    ],
)
def test_a_figure_in_words(language: str, words: list[str]) -> None:
    t = translator(language)
    assert [value_in_words(*pair, t) for pair in ((TRADE, OLD), (TRADE, NEW), (SHARE, PART))] == words


def test_below_two_french_has_the_singular() -> None:
    figure = Figure(series_id=1, period="2024", value=1.5)
    assert value_in_words(TRADE, figure, translator("fr")) == "1,5 milliard CAD"


def test_where_a_figure_is_from() -> None:
    t = translator("en")
    assert [source_of(one, t) for one in (OLD, NEW, PART)] == [
        "Source: Office, as of January 2, 2025.", "Source: Press.", "",
    ]  # fmt: skip


def test_a_text_has_the_stored_numbers_with_notes() -> None:
    numbers = FilledNumbers(KNOWN, {"people": 1234}, translator("en"))
    text = (
        "From {figure:trade.1994} to {figure: trade.2024 } ({figure:trade.1994}), {figure:share.2024}, {count:people}."
    )
    assert numbers.filled(text) == (
        "From under CAD 5 billion¹ to over CAD 56.2 billion² (under CAD 5 billion¹), 1.5%, 1,234."
    )
    assert numbers.notes == ["Source: Office, as of January 2, 2025.", "Source: Press."]


def test_what_names_no_figure_stays_as_typed_and_is_found() -> None:
    text = "{figure:trade.1995} {count:cows} {count:people} {figure} {title}"
    assert FilledNumbers(KNOWN, {"people": 2}, translator("en")).filled(text) == (
        "{figure:trade.1995} {count:cows} 2 {figure} {title}"
    )
    assert unknown(text, KNOWN, {"people": 2}) == ["{figure:trade.1995}", "{count:cows}"]
