"""The shapes of texts in JSON that the program writes into records for itself: a file may say anything in them."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from missionplanner.domain.identities import IDENTITY

MOST_CHARACTERS = 16_000_000
_MOST_NUMBER = 1e15
Shape = Any
"""A type; a tuple of shapes, any of which will do; a list of one; a RowShape or ObjectShape; a function that judges."""


@dataclass(frozen=True, slots=True)
class ObjectShape:
    """An object of JSON."""

    needed: dict[str, Shape] = field(default_factory=dict)
    """The shapes of members it always has."""
    others: Shape = None
    """The shape of all other members; None where there are none."""
    known: dict[str, Shape] = field(default_factory=dict)
    """The shapes of members it may have."""


@dataclass(frozen=True, slots=True)
class RowShape:
    """A list that begins with values of these shapes; plain ones may follow."""

    begins: tuple[Shape, ...]


def _is_moment(value: Any) -> bool:
    """Return whether this is a time with its offset."""
    return _is_time(value) and datetime.fromisoformat(value).tzinfo is not None


def _is_time(value: Any) -> bool:
    try:
        return isinstance(value, str) and bool(datetime.fromisoformat(value))
    except ValueError:
        return False


_PLAIN = (str, bool, type(None))
VALUE = (str, int, float, bool, type(None))
KEY = (int, type(None))
_SPAN_AND_NAMES = (_is_time, _is_time, str, str)
STATEMENTS = ObjectShape(
    known={"sectors": [int], "stops": [int], "offers": [str], "seeks": [str], "markets": [[str]], "partners": [[str]],
           "inputs": [[str]],
           "delegates": [ObjectShape(known=dict.fromkeys(IDENTITY, str), others=VALUE)]},
    others=VALUE,
)  # fmt: skip
"""The statements of a source (`domain.changes.SourceEntry.said`)."""
TIMETABLE = [
    ObjectShape(
        {"delegation_id": KEY, "counterpart_id": KEY, "starts": _is_moment, "venue_id": KEY, "table": KEY},
        known={"locked": bool, "interpreter_id": KEY, "delegates": [int]},
    )
]
"""The meetings of a kept timetable (`jobs.timetable.versions`)."""
FILTER = ObjectShape(others=(str, bool, [(str, int)]))
"""A filter of the companies (`store.conditions.CompanyFilter`)."""
PRINTED = ObjectShape(
    {"parts": ObjectShape(others=str)},
    known={
        "meetings": ObjectShape(others=RowShape((*_SPAN_AND_NAMES, int))),
        "events": ObjectShape(others=RowShape(_SPAN_AND_NAMES)),
        "profiles": ObjectShape(others=RowShape((str, str))),
    },
)
"""The part the journal keeps of a printed pack (`pack.changes`)."""
READING = [RowShape((str, str))]
"""How the columns of a file were read."""
DRAFT = ObjectShape(
    known={
        "form": ObjectShape(others=(VALUE, [(str, int)], [[str]])),
        "people": (type(None), [[str]]),
        "of": [str],
    }
)
"""The texts typed into a form (`gui.companies.form`, `gui.people.form`)."""


def fits(text: str, shape: Shape) -> bool:
    """Return whether a text is JSON of this shape."""
    if len(text) > MOST_CHARACTERS:
        return False
    try:
        return _test(shape)(json.loads(text))
    # RecursionError is what thousands of brackets come to.
    except (ValueError, RecursionError):
        return False


Test = Callable[[Any], bool]
_TESTS: dict[int, tuple[Shape, Test]] = {}
"""The tests of shapes by the identity of these, which holds while they are kept beside."""


def _test(shape: Shape) -> Test:
    """Return what tells whether a value has a shape: made once, as thousands of texts are asked about at an opening."""
    if id(shape) not in _TESTS:
        _TESTS[id(shape)] = shape, _made(shape)
    return _TESTS[id(shape)][1]


def _made(shape: Shape) -> Test:
    match shape:
        case tuple():
            return _any_of(shape)
        case list():
            inside = _test(shape[0])
            return lambda value: type(value) is list and all(map(inside, value))
        case RowShape():
            return _of_row(shape)
        case ObjectShape():
            return _of_object(shape)
        case type():
            if shape in (int, float):
                return lambda value: type(value) is shape and abs(value) <= _MOST_NUMBER
            return lambda value: type(value) is shape
    found: Test = shape
    return found


def _any_of(shapes: tuple[Shape, ...]) -> Test:
    # Most values are plain, and told by their type.
    plain = {one for one in shapes if one in _PLAIN}
    others = [_test(one) for one in shapes if not (isinstance(one, type) and one in plain)]
    return lambda value: type(value) in plain or any(test(value) for test in others)


def _of_row(shape: RowShape) -> Test:
    tests, rest, number = [_test(one) for one in shape.begins], _test(VALUE), len(shape.begins)

    def test(value: Any) -> bool:
        if type(value) is not list or len(value) < number:
            return False
        begins = all(is_one(one) for is_one, one in zip(tests, value, strict=False))
        return begins and all(map(rest, value[number:]))

    return test


def _of_object(shape: ObjectShape) -> Test:
    members = {name: _test(one) for name, one in {**shape.needed, **shape.known}.items()}
    needed, others = shape.needed.keys(), _never if shape.others is None else _test(shape.others)

    def test(value: Any) -> bool:
        if type(value) is not dict or not needed <= value.keys():
            return False
        return all(members.get(name, others)(one) for name, one in value.items())

    return test


def _never(_value: Any) -> bool:
    return False
