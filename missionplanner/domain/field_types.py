"""The types of the fields of records, by which rows are read and values checked."""

import types
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints


@cache
def types_of(kind: type) -> dict[str, Any]:
    """Return the types of the fields of a dataclass, without the None that may stand in their place."""
    return {name: _parts(hint)[0] for name, hint in get_type_hints(kind).items()}


@cache
def optional_fields(kind: type) -> frozenset[str]:
    """Return the fields of a dataclass that may be None."""
    return frozenset(name for name, hint in get_type_hints(kind).items() if type(None) in _parts(hint))


def _parts(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
