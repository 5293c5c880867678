"""The types of the fields of records, by which rows are read and values checked."""

import types
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints


@cache
def types_of(kind: type) -> dict[str, Any]:
    """Return the types of the fields of a dataclass, without the None that may stand in their place."""
    return {name: _parts(hint)[0] for name, hint in get_type_hints(kind).items() if name not in _apart(kind)}


@cache
def optional_fields(kind: type) -> frozenset[str]:
    """Return the fields of a dataclass that may be None."""
    return frozenset(name for name, hint in get_type_hints(kind).items() if type(None) in _parts(hint))


def stored_fields(kind: type) -> tuple[str, ...]:
    """Return the names of the fields of a dataclass that are columns of its table, in order."""
    return tuple(one.name for one in fields(kind) if not one.metadata.get("apart"))


def _apart(kind: type) -> frozenset[str]:
    return frozenset(f.name for f in fields(kind) if f.metadata.get("apart")) if is_dataclass(kind) else frozenset()


def _parts(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
