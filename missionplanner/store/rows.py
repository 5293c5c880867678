"""Records (frozen dataclasses) as rows and back, by the types of their fields."""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import date, datetime
from enum import Enum
from functools import cache
from itertools import repeat
from operator import attrgetter
from typing import Any, TypeVar

from missionplanner.domain.field_types import stored_fields, types_of

T = TypeVar("T")
Value = str | int | float | bytes | None


def to_row(record: Any) -> dict[str, Value]:
    """Return the record's fields as SQLite values; an id of 0 (not stored yet) is left out."""
    kind = type(record)
    row = dict(zip(names(kind), values(kind, [record])[0], strict=True))
    if not row["id"]:
        del row["id"]
    return row


def values(kind: type, records: Iterable[Any]) -> list[list[Value]]:
    """Return the fields of records of one kind as lists of SQLite values, in the order of `names`."""
    read = attrgetter(*names(kind))
    rows: list[list[Value]] = list(map(list, map(read, records)))
    for place, write in _writers(kind):
        for row in rows:
            if row[place] is not None:
                row[place] = write(row[place])
    return rows


def from_row(kind: type[T], row: tuple[Value, ...]) -> T:
    """Return the record of a row whose values are in the order of the fields.

    Raises ValueError or TypeError when a value is not what its field takes.
    """
    record: T = _maker(kind)(row)  # type: ignore[arg-type] # a class can be hashed
    return record


@cache
def _maker(kind: type) -> Callable[[tuple[Value, ...]], Any]:
    """Return what makes the records of a kind."""
    readers, columns = _readers(kind), names(kind)
    # Half of the time of a snapshot was spent in the `__init__` of frozen dataclasses, which only fills the slots.
    slots = [getattr(kind, name).__set__ for name in columns] if _only_fills_slots(kind) else None
    others = (f for f in fields(kind) if f.name not in columns)
    apart = [(getattr(kind, f.name).__set__, f.default_factory) for f in others if f.default_factory is not MISSING]

    def make(row: tuple[Value, ...]) -> Any:
        found = list(row)
        for place, read in readers:
            if found[place] is not None:
                found[place] = read(found[place])
        if slots is None:
            return kind(**dict(zip(columns, found, strict=True)))
        record: Any = object.__new__(kind)
        for put, value in zip(slots, found, strict=True):
            put(record, value)
        for put, usual in apart:
            put(record, usual())
        return record

    return make


def _only_fills_slots(kind: type) -> bool:
    return "__slots__" in kind.__dict__ and not hasattr(kind, "__post_init__")


def read_value(kind: type, column: str, value: Value) -> Any:
    """Return one value of a row as the record has it, or as it is stored where its field does not take it."""
    for place, read in _readers(kind):
        if names(kind)[place] == column and value is not None:
            try:
                return read(value)
            except (ValueError, TypeError):
                return value
    return value


def column_reader(kind: type, column: str) -> Callable[[Value], Any] | None:
    """Return what makes of a stored value of a column that of its field; None where they are the same."""
    read = dict(_readers(kind)).get(names(kind).index(column))
    return (lambda value: value if value is None else read(value)) if read else None


def read_exactly(hint: Any, value: Value) -> Any:
    """Return a stored value as a field of this type has it.

    Raises ValueError, TypeError or OverflowError where it is not written as the program writes what it reads there.
    """
    read, write = _reader(hint), _writer(hint)
    if value is None or read is None or write is None:
        return value
    found = read(value)
    written = write(found)
    if type(written) is not type(value) or written != value:
        raise ValueError(value)
    return found


_NAMES: dict[type, tuple[str, ...]] = {}  # no functools.cache: mypy does not take `type[T]` for hashable


def names(kind: type) -> tuple[str, ...]:
    """Return the column names of a dataclass, in order."""
    if kind not in _NAMES:
        _NAMES[kind] = stored_fields(kind)
    return _NAMES[kind]


def rows_of(kind: type, number: int, columns: Mapping[str, Sequence[Any]]) -> list[list[Value]]:
    """Return so many rows of a kind by their columns, as `values` does; the others hold what fields left out do."""
    writers = dict(_writers(kind))
    found: list[Iterable[Value]] = []
    for place, field in enumerate(field for field in fields(kind) if field.name in names(kind)):
        column = columns.get(field.name, (field.default,))
        if write := writers.get(place):
            column = [None if value is None else write(value) for value in column]
        found.append(column if field.name in columns else repeat(column[0], number))
    return list(map(list, zip(*found, strict=False)))


def listed(columns: Iterable[str]) -> str:
    """Return columns as SQL lists them."""
    return ", ".join(f'"{name}"' for name in columns)


def marks(number: int) -> str:
    """Return so many places for parameters as SQL lists them."""
    return ", ".join("?" * number)


def storable(row: list[Value]) -> list[Value]:
    """Return the row with texts UTF-8 can hold: lone surrogates become question marks."""
    return [v.encode("utf-8", "replace").decode("utf-8") if isinstance(v, str) else v for v in row]


def new_uids(number: int) -> list[str]:
    """Return so many new uids: time, number and 64 random bits.

    They ascend, so that a bulk insert fills their index in order.
    """
    milliseconds = time.time_ns() // 1_000_000
    chance = os.urandom(8 * number).hex()
    return [f"{milliseconds:011x}{n:05x}{chance[n * 16 : n * 16 + 16]}" for n in range(number)]


def derived_uid(table: str, name: str) -> str:
    """Return the uid of a record every file begins with: the same in each, so that copies agree on it."""
    return hashlib.blake2s(f"{table}/{name}".encode(), digest_size=16).hexdigest()


def _iso(value: date) -> str:
    return value.isoformat()


def _code(value: Enum) -> str:
    return str(value.value)


@cache
def _writers(kind: type) -> tuple[tuple[int, Callable[[Any], Value]], ...]:
    """Return place and writer of the fields SQLite does not take as they are."""
    found = ((place, _writer(types_of(kind)[name])) for place, name in enumerate(names(kind)))
    return tuple((place, write) for place, write in found if write)


@cache
def _readers(kind: type) -> tuple[tuple[int, Callable[[Any], Any]], ...]:
    """Return place and reader of the fields that are not what SQLite gives."""
    found = ((place, _reader(types_of(kind)[name])) for place, name in enumerate(names(kind)))
    return tuple((place, read) for place, read in found if read)


@cache
def _writer(hint: Any) -> Callable[[Any], Value] | None:
    if hint in (datetime, date):
        return _iso
    if hint is bool:
        return int
    return _code if isinstance(hint, type) and issubclass(hint, Enum) else None


@cache
def _reader(hint: Any) -> Callable[[Any], Any] | None:
    if hint in (datetime, date):
        found: Callable[[Any], Any] = hint.fromisoformat
        return found
    return hint if hint is bool or (isinstance(hint, type) and issubclass(hint, Enum)) else None
