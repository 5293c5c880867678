"""Counts of records by what they are."""

from missionplanner.exchange.counts import crossed

ORDERS = (["Food", "Mining"], ["All", "Lyon"], ["in", "out"])


def test_what_occurs_is_counted_in_the_order_of_the_lists() -> None:
    found = [("Mining", "Lyon", "out"), ("Food", "Lyon", "in"), ("Food", "All", "in"), ("Food", "Lyon", "in")]
    assert crossed(found, ORDERS) == [
        ("Food", "All", [1, 0]),
        ("Food", "Lyon", [2, 0]),
        ("Mining", "Lyon", [0, 1]),
    ]


def test_nothing_is_counted_where_there_is_nothing() -> None:
    assert crossed([], ORDERS) == []
