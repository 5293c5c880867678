"""Tables of figures, whichever way round they are."""

from datetime import date

import pytest

from missionplanner.domain.figures import Bounded, Scale
from missionplanner.exchange import series_tables
from missionplanner.exchange.series_tables import FigureDraft, SeriesTable
from missionplanner.exchange.source_rows import Row


def read(*rows: str) -> SeriesTable:
    return series_tables.read([Row(n, tuple(text.split("|"))) for n, text in enumerate(rows, 1)])


def short(table: SeriesTable) -> list[tuple[str, list[tuple[str, float]]]]:
    return [(one.name, [(figure.period, figure.value) for figure in one.figures]) for one in table.series]


def test_a_series_a_row_with_the_source_below() -> None:
    found = read(
        "Trade of Canada||", "|2022|2023", "Exports (CAD, billions)|8,5|<9", "Imports|..|x1", "Source: StatCan||"
    )
    exports = found.series[0]
    assert short(found) == [("Exports", [("2022", 8.5), ("2023", 9.0)])]
    assert (exports.currency, exports.scale, exports.figures[1].bounded) == ("CAD", Scale.BILLION, Bounded.UNDER)
    assert {one.source for one in exports.figures} == {"StatCan"}
    assert [(one.row, one.value) for one in found.issues] == [(4, "x1")]


def test_a_series_a_row_says_more_in_other_columns() -> None:
    found = read("Indicator|Unit|Source|2022|Q1 2023", "People|persons|Census|5|6", "|||1|")
    assert found.series[0].unit == "persons"
    assert found.series[0].figures[1] == FigureDraft("2023-Q1", 6.0, source="Census", row=2)
    assert [one.text for one in found.issues] == ["The row has figures but no name."]


def test_a_series_a_column() -> None:
    found = read("Year|Exports (CAD million)|Share (%)|Source", "2022|850|1.1|A", "2023|900|1,2|B", "Total|1,750||")
    assert short(found) == [("Exports", [("2022", 850.0), ("2023", 900.0)]), ("Share", [("2022", 1.1), ("2023", 1.2)])]
    assert (found.series[0].scale, found.series[1].unit) == (Scale.MILLION, "%")
    assert [one.source for one in found.series[0].figures] == ["A", "B"]
    assert [(one.row, one.value) for one in found.issues] == [(4, "Total")]


def test_a_figure_a_row_with_everything() -> None:
    found = read(
        "Series|Period|Value|Bounded|Currency|Scale|Source|Link|As of|Note",
        "Trade|2024|56|over|CAD|billion|Office|https://x.ca|2025-03-04|all goods",
        "Trade|soon|56|||||||",
    )
    assert found.series[0].figures == [
        FigureDraft("2024", 56.0, Bounded.OVER, "Office", "https://x.ca", date(2025, 3, 4), "all goods", 2)
    ]
    assert (found.series[0].currency, found.series[0].scale) == ("CAD", Scale.BILLION)
    assert [one.text for one in found.issues] == ["“soon” is no period, such as 2024, 2024-Q1 or 2024-06."]


def test_brackets_that_say_nothing_of_the_kind_belong_to_the_name() -> None:
    assert short(read("|2024", "Trade (goods)|5")) == [("Trade (goods)", [("2024", 5.0)])]


@pytest.mark.parametrize("rows", [("a|b", "c|d"), ("Name|City", "Acme|Ottawa")])
def test_what_is_no_table_of_figures(rows: tuple[str, ...]) -> None:
    found = read(*rows)
    assert (found.series, found.issues[0].code) == ([], "no_periods")
