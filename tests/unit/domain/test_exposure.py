"""Shares are read as numbers, worked out of values, and put together for a company and for all of them."""

import pytest

from missionplanner.domain.companies import Market
from missionplanner.domain.exposure import (
    Exposure,
    ExposureMeasure,
    ReadShare,
    TariffStatus,
    classes,
    exposure,
    largest_share,
    percents,
    read_share,
    shares,
    summed,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("40 %", ReadShare(40)),
        ("about 62.5%", ReadShare(62.5)),
        ("12,5 pour cent", ReadShare(12.5)),
        ("CAD 2 million", ReadShare(None, 2_000_000, "CAD")),
        ("2,5 M USD", ReadShare(None, 2_500_000, "USD")),
        ("US$1,200,000", ReadShare(None, 1_200_000, "USD")),
        ("3 MDP", ReadShare(None, 3_000_000, "MXN")),
        ("1 200 000 EUR", ReadShare(None, 1_200_000, "EUR")),
        ("12 % (USD 3.5 M)", ReadShare(12, 3_500_000, "USD")),
        ("2 mil millones MXN", ReadShare(None, 2_000_000_000, "MXN")),
        ("USD5M", ReadShare(None, 5_000_000, "USD")),
        ("R$ 5 million", ReadShare(None, 5_000_000, "BRL")),
        ("2 plants, USD 5 M", ReadShare(None, 5_000_000, "USD")),
        ("3 new markets", ReadShare()),
        ("CAD 3 plants", ReadShare()),
        ("since 2024 in the USA", ReadShare()),
        ("40-60 %", ReadShare()),
        ("< 5 %", ReadShare()),
        ("120 %", ReadShare()),
        ("most", ReadShare()),
        ("40", ReadShare()),
        ("", ReadShare()),
    ],
)
def test_numbers_are_read_and_what_is_none_stays_words(text: str, expected: ReadShare) -> None:
    assert read_share(text) == expected


def test_shares_are_worked_out_where_only_values_are_said() -> None:
    assert percents(["CAD 3 million", "CAD 1 million"]) == [75, 25]
    assert percents(["CAD 3 million", "USD 1 million"]) == [None, None]
    assert percents(["CAD 3 million", "some"]) == [None, None]
    assert percents(["CAD 3 million", "10 %"]) == [None, 10]
    assert percents([]) == []


def test_the_largest_share_tells_the_class() -> None:
    assert largest_share(["10 %", "62 %", "?"]) == 62
    assert largest_share(["?"]) is None
    assert [classes(share) for share in (None, 0, 24.9, 25, 50, 75, 100)] == [
        "?", "0-24", "0-24", "25-49", "50-74", "75+", "75+",
    ]  # fmt: skip


def markets(*rows: tuple[str, str]) -> list[Market]:
    return [Market(country=country, share=share, position=n) for n, (country, share) in enumerate(rows)]


def test_countries_stand_by_their_shares_and_those_without_last() -> None:
    found = shares(markets(("Japan", "few"), ("Mexico", "10 %"), ("United States", "80 %")))
    assert [(one.country, one.percent) for one in found] == [("United States", 80), ("Mexico", 10), ("Japan", None)]


def test_measures_are_values_as_fields_store_them() -> None:
    inputs = markets(("China", ""), ("Canada", ""), ("", ""))
    one = exposure(markets(("United States", "62.5 %"), ("mexico", "10 %")), TariffStatus.NOT, inputs)
    assert one.measured("Canada", "Mexico") == {
        ExposureMeasure.TARIFF: "Not compliant",
        ExposureMeasure.LARGEST: "62.5",
        ExposureMeasure.HOST: "10",
        ExposureMeasure.MARKETS: "2",
        ExposureMeasure.INPUTS: "1",
    }
    nothing = Exposure((), TariffStatus.UNKNOWN).measured("Canada", "Mexico")
    assert [text for text in nothing.values() if text] == ["Unknown"]


def test_companies_are_summed_by_status_class_market_and_source() -> None:
    one = exposure(
        markets(("United States", "80 %"), ("Japan", "10 %")), TariffStatus.COMPLIANT, markets(("China", ""))
    )
    two = exposure(markets(("United States", "60 %")), TariffStatus.COMPLIANT, [])
    found = summed([one, two, Exposure((), TariffStatus.UNKNOWN)])
    assert (found.companies, found.tariff[TariffStatus.COMPLIANT], found.tariff[TariffStatus.UNKNOWN]) == (3, 2, 1)
    assert found.by_class == {"0-24": 0, "25-49": 0, "50-74": 1, "75+": 1, "?": 1}
    assert found.markets == [("United States", 2, 70), ("Japan", 1, 10)]
    assert found.sources == [("China", 1)]
