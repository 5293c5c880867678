"""Rows of a damaged file made such that their fields take them: corrected where that can be, else left out."""

from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

from missionplanner.domain import bounds
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.limits import TextBound
from missionplanner.domain.mission import Mission, Stop
from missionplanner.domain.timetable import Slot
from missionplanner.store.faults import Fault, StoredColumn, columns_of
from missionplanner.store.rows import Value, from_row, names
from missionplanner.store.tables import StoredTable

_WITH_DAYS = (Mission, Stop)
"""The records that last from day to day; the others from time to time."""
_FALLBACKS: dict[tuple[type, str], Any] = {(Company, "side"): Side.DELEGATION.value}
"""Values of fields that always need one, where a guess is better than to lose the record."""
_SHORT, _LONG = timedelta(minutes=20), timedelta(hours=1)
"""How long a slot, and anything else, lasts whose end is none."""


@dataclass(frozen=True, slots=True)
class Mended:
    """The record nearest to a damaged row."""

    record: Any
    """None where no record can be made of it."""
    faults: tuple[Fault, ...] = ()
    """The faults of the row."""


def mended(table: StoredTable, row: Sequence[Value], day: date) -> Mended:
    """Return what can be made of a row whose values are in the order of the fields.

    day: the one of a mission or stop that has none.
    """
    kind, taken = table.kind, columns_of(table.kind)
    values, faults = list(row), []
    for place, (name, column) in enumerate(zip(names(kind), taken, strict=True)):
        if problem := column.problem(values[place]):
            faults.append(_fault(table, row, name, problem))
            values[place] = _instead(kind, name, column, values[place])
    if kind in bounds.MOST_DAYS and faults:
        _lend_ends(kind, values, day)
    if any(column.problem(value) for column, value in zip(taken, values, strict=True)):
        return Mended(None, tuple(faults))
    record: Any = from_row(kind, tuple(values))
    if problem := bounds.span_problem(record):
        faults.append(_fault(table, row, "ends", problem))
        record = _with_span(record)
    return Mended(record, tuple(faults))


def _fault(table: StoredTable, row: Sequence[Value], column: str, problem: str) -> Fault:
    return Fault(table.name, row[0] if isinstance(row[0], int) else 0, column, _of(table.kind, row, column), problem)


def _of(kind: type, row: Sequence[Value], column: str) -> Value:
    return row[names(kind).index(column)]


def _instead(kind: type, name: str, column: StoredColumn, value: Value) -> Value:
    """Return the value a field gets in place of one it does not take; None where nothing is as good."""
    if column.hint is str and isinstance(column.bound, TextBound):
        text = value.decode("utf-8", "replace") if isinstance(value, bytes) else "" if value is None else str(value)
        return text[: column.bound.most]
    if (kind, name) in _FALLBACKS:
        found: Value = _FALLBACKS[kind, name]
        return found
    for one in fields(kind):
        if one.name == name and one.default is not MISSING and name != "id":
            usual: Value = one.default.value if isinstance(one.default, Enum) else one.default
            return usual
    return None


def _lend_ends(kind: type, values: list[Value], day: date) -> None:
    """Have start and end stand in for one another where one of them is none."""
    first, last = names(kind).index("starts"), names(kind).index("ends")
    if kind in _WITH_DAYS:
        values[first] = values[first] or values[last] or day.isoformat()
        values[last] = values[last] or values[first]
    elif isinstance(values[first], str):
        values[last] = values[last] or _later(values[first], _usual_length(kind))
    elif isinstance(values[last], str):
        values[first] = _later(values[last], -_usual_length(kind))


def _later(moment: Value, time: timedelta) -> str:
    return (datetime.fromisoformat(str(moment)) + time).isoformat()


def _usual_length(kind: type) -> timedelta:
    return _SHORT if kind is Slot else _LONG


def _with_span(record: Any) -> Any:
    """Return a record whose end follows its start within the bounds."""
    if isinstance(record.starts, datetime):
        return replace(record, ends=record.starts + _usual_length(type(record)))
    first, last = sorted((record.starts, record.ends))
    return replace(record, starts=first, ends=min(last, first + timedelta(bounds.MOST_DAYS[type(record)] - 1)))
