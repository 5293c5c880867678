"""Texts in JSON that the program keeps for itself have a shape, whatever a file says."""

from typing import Any

import pytest

from missionplanner.domain import kept_texts
from missionplanner.domain.kept_texts import (
    DRAFT,
    FILTER,
    PRINTED,
    READING,
    STATEMENTS,
    TIMETABLE,
    ObjectShape,
    RowShape,
    fits,
)

MEETING = '{"delegation_id": 1, "counterpart_id": 2, "starts": "2026-02-16T09:00:00-06:00", "venue_id": 1, "table": 1'


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("{}", STATEMENTS), ('{"city": "Laval", "employees": 5, "sectors": [1], "delegates": [{"email": "a@b.ca"}]}', STATEMENTS),
        ("[]", TIMETABLE), (f"[{MEETING}}}]", TIMETABLE), (f'[{MEETING}, "locked": true, "delegates": [1, 2]}}]', TIMETABLE),
        ('{"side": "delegation", "stops": [1], "incomplete": false}', FILTER),
        ('{"parts": {"own": "x"}, "meetings": {"u": ["2026-02-16T09:00", "2026-02-16T09:20", "C1", "Hall", 1, 2, 3]}}', PRINTED),
        ('[["E-mail", "email"]]', READING), ("{}", DRAFT), ('{"form": {"name": "N", "stops": [1]}, "people": null}', DRAFT),
        ("5", (int, str)), ('["a", 1]', RowShape((str,))), ("[1.5]", [float]),
    ],
)  # fmt: skip
def test_what_the_program_keeps_fits(text: str, shape: Any) -> None:
    assert fits(text, shape)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("[]", STATEMENTS), ('{"sectors": ["x"]}', STATEMENTS), ('{"delegates": [{"given_name": 5}]}', STATEMENTS),
        ("{}", TIMETABLE), ("[{}]", TIMETABLE), (f'[{MEETING}, "more": 1}}]', TIMETABLE),
        (f"[{MEETING.replace('-06:00', '')}}}]", TIMETABLE), (f"[{MEETING.replace('T09:00:00', 'T24:00:00')}}}]", TIMETABLE),
        ('{"stops": {"a": 1}}', FILTER), ("{}", PRINTED), ('{"parts": {}, "meetings": {"u": ["now"]}}', PRINTED),
        ('[["E-mail"]]', READING), ('{"form": []}', DRAFT), ('{"form": {}, "more": 1}', DRAFT), ('{"people": [[5]]}', DRAFT),
        ("[" * 200_000, [int]), ("", [int]), ("nonsense", [int]), ("NaN", float), ("1e300", float), ("true", int),
    ],
)  # fmt: skip
def test_anything_else_does_not(text: str, shape: Any) -> None:
    assert not fits(text, shape)


def test_a_text_too_long_to_be_one_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_texts, "MOST_CHARACTERS", 10)
    assert fits("[1]", [int])
    assert not fits("[1,       2]", [int])


def test_an_object_without_others_has_only_those_it_knows() -> None:
    assert fits('{"a": 1}', ObjectShape({"a": int}))
    assert not fits('{"a": 1, "b": 1}', ObjectShape({"a": int}))
    assert fits('{"a": 1, "b": 1}', ObjectShape({"a": int}, others=int))
