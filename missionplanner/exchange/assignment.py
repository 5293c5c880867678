"""Columns and fields matched at once, so that all together suit best."""

from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

Row = TypeVar("Row", bound=Hashable)
Place = TypeVar("Place", bound=Hashable)

_GAIN = 1e-9
"""The least gain of a change; without it rounding errors would go on changing for ever."""


def assign(scores: Mapping[tuple[Row, Place], float], shared: Collection[Place] = frozenset()) -> dict[Row, Place]:
    """Give rows places so that the sum of the scores is the largest there is; a row has one place at most.

    scores: how well a row suits a place; pairs that are not in it never come together, and those of 0 or less are not
    worth it. shared: places that take any number of rows; every other takes one. Of equal choices the first row keeps.
    """
    wished: dict[Row, list[Place]] = {}
    for (row, place), score in sorted(scores.items(), key=lambda item: -item[1]):
        if score > 0:
            wished.setdefault(row, []).append(place)
    taken: dict[Row, Place] = {}
    holder: dict[Place, Row] = {}
    for row in dict.fromkeys(row for row, _place in scores):
        if row in wished:
            _settle(row, wished, scores, (taken, holder), shared)
    return taken


def _settle(
    row: Row,
    wished: Mapping[Row, list[Place]],
    scores: Mapping[tuple[Row, Place], float],
    now: tuple[dict[Row, Place], dict[Place, Row]],
    shared: Collection[Place],
) -> None:
    """Bring a row in: it takes a place, whose holder takes another, and so on, along the chain that gains most."""
    taken, holder = now
    reached: dict[Row, float] = {row: 0.0}
    before: dict[Row, tuple[Row, Place]] = {}
    best: float = _GAIN
    end: tuple[Row, Place | None] | None = None
    open_rows = [row]
    while open_rows:
        one = open_rows.pop(0)
        for place in wished[one]:
            gain = reached[one] + scores[one, place]
            other = None if place in shared else holder.get(place)
            if other is None:
                if gain > best:
                    best, end = gain, (one, place)
                continue
            gain -= scores[other, place]
            if other != row and gain > reached.get(other, float("-inf")) + _GAIN:
                reached[other] = gain
                before[other] = (one, place)
                open_rows.append(other)
                if gain > best:
                    best, end = gain, (other, None)
    if end is not None:
        _follow(end, before, (taken, holder), shared)


def _follow(
    end: tuple[Row, Place | None],
    before: Mapping[Row, tuple[Row, Place]],
    now: tuple[dict[Row, Place], dict[Place, Row]],
    shared: Collection[Place],
) -> None:
    """Move every row of a chain, from its last one (which takes a free place, or none) to its first."""
    taken, holder = now
    row, place = end
    while True:
        if place is None:
            taken.pop(row, None)
        else:
            taken[row] = place
            if place not in shared:
                holder[place] = row
        if row not in before:
            return
        row, place = before[row]
