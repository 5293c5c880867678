"""Columns and fields matched as well as can be, checked against every possibility."""

import random

import pytest

from missionplanner.exchange.assignment import assign


def best_sum(scores: dict[tuple[int, str], float], rows: list[int], places: list[str], shared: set[str]) -> float:
    """The largest sum of all ways to give rows places."""
    if not rows:
        return 0.0
    found = best_sum(scores, rows[1:], places, shared)
    for place in places:
        if scores.get((rows[0], place), 0) > 0:
            left = places if place in shared else [other for other in places if other != place]
            found = max(found, scores[rows[0], place] + best_sum(scores, rows[1:], left, shared))
    return found


@pytest.mark.parametrize("seed", range(150))
def test_sum_is_the_largest_there_is(seed: int) -> None:
    r = random.Random(seed)
    rows, places = list(range(r.randint(1, 5))), list("abcde")[: r.randint(1, 5)]
    scores = {(row, place): round(r.uniform(-0.2, 1), 2) for row in rows for place in places if r.random() < 0.7}
    shared = {places[0]} if r.random() < 0.3 else set()
    found = assign(scores, shared)
    assert sum(scores[row, place] for row, place in found.items()) == pytest.approx(
        best_sum(scores, rows, places, shared)
    )
    alone = [place for place in found.values() if place not in shared]
    assert len(alone) == len(set(alone))


def test_a_row_gives_its_place_up_where_another_has_no_other() -> None:
    assert assign({("Name", "name"): 0.7, ("Name", "full_name"): 0.69, ("Company", "name"): 0.9}) == {
        "Name": "full_name",
        "Company": "name",
    }


def test_of_equal_rows_the_first_keeps_its_place() -> None:
    assert assign({(1, "email"): 0.9, (2, "email"): 0.9}) == {1: "email"}


def test_shared_places_take_every_row() -> None:
    assert assign({(1, "notes"): 0.9, (2, "notes"): 0.5}, {"notes"}) == {1: "notes", 2: "notes"}


def test_nothing_is_better_than_what_suits_not_at_all() -> None:
    assert assign({(1, "email"): 0.0, (2, "phone"): -1.0}) == {}
