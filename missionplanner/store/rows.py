"""Frozen dataclass to row and back, by the types of its fields."""

import types
from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Value = str | int | float | bytes | None


def to_row(record: Any) -> dict[str, Value]:
    """The record's fields as SQLite values; an id of 0 (not stored yet) is left out."""
    row = {name: _stored(getattr(record, name)) for name in names(type(record))}
    if not row["id"]:
        del row["id"]
    return row


def from_row(kind: type[T], row: tuple[Value, ...]) -> T:
    """The record of a row whose values are in the order of the fields."""
    values = {
        name: value if read is None or value is None else read(value)
        for (name, read), value in zip(_readers(kind), row, strict=True)
    }
    return kind(**values)


def names(kind: type) -> tuple[str, ...]:
    """The column names of a dataclass, in order."""
    return tuple(field.name for field in fields(kind))


def _stored(value: Any) -> Value:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8") if not _encodes(value) else value
    return value  # type: ignore[no-any-return]


def _encodes(text: str) -> bool:
    """Whether UTF-8 can hold the text; lone surrogates cannot be stored and become question marks."""
    return text.isascii() or not any("\ud800" <= c <= "\udfff" for c in text)


_READERS: dict[type, tuple[tuple[str, Callable[[Any], Any] | None], ...]] = {}


def _readers(kind: type) -> tuple[tuple[str, Callable[[Any], Any] | None], ...]:
    if kind not in _READERS:
        hints = get_type_hints(kind)
        _READERS[kind] = tuple((name, _reader(hints[name])) for name in names(kind))
    return _READERS[kind]


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if hint in (datetime, date):
        return hint.fromisoformat  # type: ignore[no-any-return]
    if hint is bool or (isinstance(hint, type) and issubclass(hint, Enum)):
        return hint
    return None
