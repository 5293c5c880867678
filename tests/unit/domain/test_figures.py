"""Series and their figures by name."""

import pytest

from missionplanner.domain.figures import PERIOD, Figure, Figures, Scale, Series, is_about
from missionplanner.i18n import translator

TRADE = Series(id=1, code="trade", name_en="Trade", name_fr="Échanges", currency="CAD", scale=Scale.BILLION)
PEOPLE = Series(id=2, code="people", name_fr="Personnes", unit="people | personnes", position=-1)
FIGURES = [
    Figure(id=n, series_id=1, period=period, value=n, source="Office")
    for n, period in enumerate(("2024", "1994", "2024-Q1"), 1)
]
KNOWN = Figures([TRADE, PEOPLE], FIGURES)


@pytest.mark.parametrize("text", ["2024", "2024-Q1", "2024-H2", "2024-06", "2024-06-30", "2023/24", "2023/2024"])
def test_periods(text: str) -> None:
    assert PERIOD.fullmatch(text)


@pytest.mark.parametrize("text", ["", "24", "2024-13", "2024-Q5", "2024/5", "٢٠٢٤", "2024 "])
def test_what_is_no_period(text: str) -> None:
    assert not PERIOD.fullmatch(text)


def test_series_stand_in_their_order_with_their_figures_by_period() -> None:
    assert [one.code for one in KNOWN.series] == ["people", "trade"]
    assert [one.period for one in KNOWN.of[1]] == ["1994", "2024", "2024-Q1"]


@pytest.mark.parametrize(("text", "code"), [("trade", "trade"), ("ECHANGES", "trade"), ("Personnes", "people")])
def test_a_series_is_called_by_its_code_or_name(text: str, code: str) -> None:
    assert KNOWN.called(text).code == code  # type: ignore[union-attr]


def test_a_figure_has_the_name_of_its_series_and_period() -> None:
    assert KNOWN.get("trade.2024") == (TRADE, FIGURES[0])
    assert KNOWN.name(FIGURES[2]) == "trade.2024-Q1"
    assert [KNOWN.get(name) for name in ("trade", "trade.2023", "nothing.2024", "")] == [None] * 4


def test_what_values_count_is_said_in_a_language() -> None:
    assert [one.counted_in(translator("fr")) for one in (TRADE, PEOPLE)] == ["CAD, milliards", "personnes"]
    assert [one.title("es") for one in (TRADE, PEOPLE)] == ["Trade", "Personnes"]


@pytest.mark.parametrize(
    ("sector", "stop", "about"), [(None, None, True), (3, None, True), (4, None, False), (3, 9, False)]
)
def test_a_series_concerns_its_own_sector_and_city(sector: int | None, stop: int | None, about: bool) -> None:
    assert is_about(Series(sector_id=sector, stop_id=stop), {3}, {7}) is about
