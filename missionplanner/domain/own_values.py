"""Values of a mission's own fields beside the fields every mission has: read and replaced by their names alike."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

T = TypeVar("T")
Values = Mapping[str, str]
"""Texts by the names of own fields ("company.hotel")."""
APART = {"apart": True}
"""The metadata of a field that is kept in a table of its own."""
_NONE: Values = {}


def none() -> Values:
    """Return no values: what a record has that was read without them."""
    return _NONE


def is_own(name: str) -> bool:
    """Whether this is the name of an own field: only they have a dot, behind the record they are of."""
    return "." in name


def value_of(record: Any, name: str) -> Any:
    """Return the value of a field of a record, its own or one every mission has."""
    return record.own.get(name, "") if is_own(name) else getattr(record, name)


def with_values(record: T, values: Mapping[str, Any]) -> T:
    """Return a record with some of its fields replaced."""
    plain, own = parted(values)
    if own:
        plain["own"] = {**record.own, **own}  # type: ignore[attr-defined] # records with own fields have it
    return replace(record, **plain) if plain else record  # type: ignore[type-var] # they are dataclasses


def parted(values: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the values of fields every mission has, and those of own fields."""
    plain = {name: value for name, value in values.items() if not is_own(name)}
    return plain, {name: str(value) for name, value in values.items() if is_own(name)}


def made(kind: type[T], values: Mapping[str, Any]) -> T:
    """Return a record of a kind with these values."""
    plain, own = parted(values)
    return kind(**plain, **({"own": own} if own else {}))


def differing(one: Any, two: Any) -> list[str]:
    """Return the names of the fields in which two records of a kind differ."""
    found = [f.name for f in fields(one) if f.name != "own" and getattr(one, f.name) != getattr(two, f.name)]
    if hasattr(one, "own") and one.own != two.own:
        found += [name for name in {**one.own, **two.own} if one.own.get(name, "") != two.own.get(name, "")]
    return found
