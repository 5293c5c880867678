"""Rows are grouped with the number and sum of each column, the highest sum first."""

from missionplanner.exchange.pivots import pivot


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
