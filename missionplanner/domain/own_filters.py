"""Conditions on own fields, beside lines that are at hand: within a field any value holds, between fields all do."""

from collections import Counter
from collections.abc import Iterable, Sequence

from missionplanner.domain.own_kinds import SEPARATOR
from missionplanner.domain.own_values import Values

Wanted = Sequence[str]
"""Values of own fields ("person.hotel=Ritz"); without one ("person.hotel=") for records that have none."""


def passes(wanted: Wanted, values: Values) -> bool:
    """Whether a record with these values is asked for."""
    asked: dict[str, set[str]] = {}
    for one in wanted:
        name, _equals, text = one.partition("=")
        asked.setdefault(name, set()).add(text)
    return all(_holds(values.get(name, ""), texts) for name, texts in asked.items())


def without(wanted: Wanted, name: str) -> tuple[str, ...]:
    """Return what is asked for with a field left open."""
    return tuple(one for one in wanted if one.partition("=")[0] != name)


def values_of(wanted: Wanted, name: str) -> list[str]:
    """Return the values that are asked for of a field."""
    return [one.partition("=")[2] for one in wanted if one.partition("=")[0] == name]


def counts(found: Iterable[Values], name: str, is_several: bool = False) -> dict[str, int]:
    """Return how many records have each value of a field; empty for those without one.

    is_several: whether a value may be several of a list.
    """
    numbers: Counter[str] = Counter()
    for values in found:
        text = values.get(name, "")
        numbers.update(text.split(SEPARATOR) if is_several else [text])
    return dict(numbers)


def _holds(text: str, wanted: set[str]) -> bool:
    return text in wanted or (bool(text) and not wanted.isdisjoint(text.split(SEPARATOR)))
