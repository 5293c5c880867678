"""Rows are grouped with the number and sum of each column, the highest sum first."""

from missionplanner.exchange.pivots import counted, pivot


def test_rows_are_grouped_and_every_column_is_there() -> None:
    rows: list[dict[str, str | float]] = [
        {"sector": "AM", "kind": "one", "value": 5.0}, {"sector": "AG", "kind": "one", "value": 7.0},
        {"sector": "AG", "kind": "both", "value": 1.0}, {"sector": "AG", "kind": "one", "value": 2.0},
    ]  # fmt: skip
    assert pivot(rows, "sector", "kind", ("both", "one", "none")) == [
        {"sector": "AG", "both_n": 1, "both_sum": 1, "one_n": 2, "one_sum": 9, "none_n": 0, "none_sum": 0},
        {"sector": "AM", "both_n": 0, "both_sum": 0, "one_n": 1, "one_sum": 5, "none_n": 0, "none_sum": 0},
    ]
    assert pivot([], "sector", "kind", ("one",)) == []


def test_rows_are_counted_by_one_thing_and_another_the_most_first() -> None:
    rows = [{"sector": "A", "stage": "held"}, {"sector": "B", "stage": "held"}, {"sector": "B", "stage": "trading"}]
    assert counted(rows, "sector", "stage", ["held", "agreement", "trading"]) == [
        {"sector": "B", "held": 1, "agreement": 0, "trading": 1, "total": 2},
        {"sector": "A", "held": 1, "agreement": 0, "trading": 0, "total": 1},
    ]
    assert counted([], "sector", "stage", []) == []
