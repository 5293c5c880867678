"""The faults in rows of tables of records: read as the program reads them, within the bounds of their fields."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, NamedTuple

from missionplanner.domain import bounds
from missionplanner.domain.field_types import optional_fields, types_of
from missionplanner.domain.limits import Bound, NumberBound, TextBound
from missionplanner.store.database import Database
from missionplanner.store.rows import Value, from_row, names, read_exactly
from missionplanner.store.tables import StoredTable

_AT_ONCE = 5_000
"""Rows that are held at a time."""
_NOTHING = type(None)


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file."""

    table: str
    """Empty where it is the file itself."""
    key: int
    """The key of the row; 0 where it has none."""
    column: str
    """Empty where it is the whole row."""
    value: Value
    problem: str
    """A sentence."""


class StoredColumn(NamedTuple):
    """The values a column takes."""

    hint: Any
    """The type of its values as the program reads them."""
    bound: Bound | None = None
    is_optional: bool = False

    def problem(self, value: Value) -> str:
        """Return why a stored value is none of this column, in a sentence; empty where it is."""
        try:
            found = read_exactly(self.hint, value)
        except (ValueError, TypeError, OverflowError, AttributeError):
            return bounds.of_type(self.hint)
        if found is None:
            return "" if self.is_optional else bounds.missing()
        if type(found) is not self.hint and (self.hint, type(found)) != (float, int):
            return bounds.of_type(self.hint)
        return self.bound.problem(found) if self.bound else ""

    def wrong(self, values: Sequence[Value]) -> dict[tuple[type, Value], str]:
        """Return those of its values that it does not take, by type and value, each with its problem."""
        found = set(map(type, values))
        if self._is_plainly_right(values, found):
            return {}
        if len(found - {_NOTHING}) == 1:
            distinct = {(type(value), value) for value in set(values)}
        else:
            # By type as well: 1 and 1.0 are equal, and only one of them is a whole number.
            distinct = {(type(value), value) for value in values}
        return {one: problem for one in distinct if (problem := self.problem(one[1]))}

    def _is_plainly_right(self, values: Sequence[Any], found: set[type]) -> bool:
        """Return whether they are seen to be right as a whole: nearly all are, and an opening asks about thousands."""
        if found == {str} and self.hint is str and isinstance(self.bound, TextBound):
            return max(map(len, values)) <= self.bound.most
        if self.hint is int and isinstance(self.bound, NumberBound):
            if self.is_optional and _NOTHING in found:
                values, found = [value for value in values if value is not None], found - {_NOTHING}
            return not values or (found == {int} and self.bound.least <= min(values) and max(values) <= self.bound.most)
        return False


@cache
def columns_of(kind: type) -> tuple[StoredColumn, ...]:
    """Return what the columns of a table of records take, in the order of the fields."""
    bound, optional = bounds.bounds_of(kind), optional_fields(kind)
    return tuple(StoredColumn(types_of(kind)[name], bound[name], name in optional) for name in names(kind))


def filled(db: Database, tables: Iterable[str]) -> frozenset[str]:
    """Return the names of those tables that hold rows: most of a mission hold none. Raises the engine's errors."""
    return frozenset(name for (name,) in db.execute(_filled(tuple(tables))))


@cache
def _filled(tables: tuple[str, ...]) -> str:
    """Return the one statement; one for each table take several times as long, at every opening."""
    return " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT 1 FROM {name})" for name in tables)


def of_table(db: Database, table: StoredTable, condition: str = "1", values: Sequence[Value] = ()) -> Iterator[Fault]:
    """Yield the faults of the rows of a table that meet a condition. Raises the engine's errors."""
    rows = db.execute(f"SELECT {table.columns} FROM {table.name} WHERE {condition}", values)
    while part := rows.fetchmany(_AT_ONCE):
        yield from of_rows(table, part)


def of_rows(table: StoredTable, rows: Sequence[Sequence[Value]]) -> Iterator[Fault]:
    """Yield the faults of rows whose values are in the order of the fields."""
    found = list(of_columns(table.name, names(table.kind), columns_of(table.kind), rows))
    yield from found
    if table.kind in bounds.MOST_DAYS:
        broken = {fault.key for fault in found}
        yield from _of_spans(table, [row for row in rows if row[0] not in broken])


def of_columns(
    table: str,
    columns: Sequence[str],
    taken: Sequence[StoredColumn],
    rows: Sequence[Sequence[Value]],
    key: int | None = 0,
) -> Iterator[Fault]:
    """Yield the values of rows that their columns do not take; key: the place of the key among the columns."""
    whole = list(zip(*rows, strict=True))
    wrong = {place: bad for place, values in enumerate(whole) if (bad := taken[place].wrong(values))}
    for row in rows if wrong else ():
        for place, bad in wrong.items():
            if problem := bad.get((type(row[place]), row[place])):
                number = row[key] if key is not None else 0
                yield Fault(table, number if isinstance(number, int) else 0, columns[place], row[place], problem)


def _of_spans(table: StoredTable, rows: Iterable[Sequence[Value]]) -> Iterator[Fault]:
    for row in rows:
        record: Any = from_row(table.kind, tuple(row))
        if problem := bounds.span_problem(record):
            yield Fault(table.name, record.id, "ends", _written(record.ends), problem)


def _written(value: date | datetime) -> str:
    return value.isoformat()
