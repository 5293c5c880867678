"""The one table of bounds: every field has its own, and says in a sentence what is beyond."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from missionplanner.domain import bounds
from missionplanner.domain.changes import SourceDraft
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.events import Event
from missionplanner.domain.field_types import types_of
from missionplanner.domain.figures import Figure
from missionplanner.domain.limits import LINE, TEXT
from missionplanner.domain.mission import Mission, Stop
from missionplanner.domain.people import Person
from missionplanner.domain.reviews import Review
from missionplanner.domain.timetable import Meeting, MeetingStatus, Session, Slot
from missionplanner.store.tables import TABLES
from tests.builders import DAY, moment

BEYOND: dict[str, tuple[type, str, Any]] = {
    "a line": (Company, "name", "x" * (LINE + 1)),
    "a text": (Company, "description", "x" * (TEXT + 1)),
    "a number below": (Company, "employees", -1),
    "a number above": (Company, "employees", 10_000_001),
    "a key": (Meeting, "slot_id", 0),
    "a position": (Company, "id", 2**63 - 1),
    "a mark": (Review, "mark", 6),
    "an endless figure": (Figure, "value", float("inf")),
    "no number": (Figure, "value", float("nan")),
    "a large figure": (Figure, "value", 1e300),
    "no period": (Figure, "period", "soon"),
    "a year before": (Stop, "starts", date(1989, 12, 31)),
    "a year after": (Stop, "ends", date(2101, 1, 1)),
    "a time without offset": (Slot, "starts", datetime(2026, 2, 16, 9)),
    "a time of the year 1": (Slot, "starts", datetime(1, 1, 1, tzinfo=UTC)),
    "a code": (Meeting, "late_side", "left"),
    "several codes": (Mission, "languages", "en,xx"),
    "a zone": (Stop, "time_zone", "No/Where"),
    "a path": (Stop, "time_zone", "../../etc/passwd"),
    "a clock": (Mission, "lunch_starts", "24:00"),
    "a clock with a zone": (Mission, "lunch_ends", "14:00-06:00"),
    "a colour": (Mission, "colour", "red"),
    "JSON of another shape": (SourceDraft, "content", "[]"),
    "no text": (Company, "name", 5),
    "no enum": (Meeting, "status", "planned"),
    "nothing": (Company, "name", None),
    "a date for a time": (Slot, "starts", DAY),
}


@pytest.mark.parametrize("name", BEYOND)
def test_a_value_beyond_is_refused_in_a_sentence(name: str) -> None:
    assert bounds.problem(*BEYOND[name]).endswith(".")


@pytest.mark.parametrize(
    ("kind", "name", "value"),
    [
        (Company, "name", "x" * LINE), (Company, "description", "x" * TEXT), (Company, "employees", 10_000_000),
        (Company, "employees", None), (Stop, "starts", date(1990, 1, 1)), (Stop, "ends", date(2100, 12, 31)),
        (Figure, "value", 12), (Figure, "period", "2023/24"), (Mission, "languages", "fr,en"), (Mission, "lunch_starts", ""), (Mission, "colour", "#3D6fb4"),
        (Meeting, "status", MeetingStatus.HELD), (SourceDraft, "content", "{}"), (Slot, "starts", moment(9)),
    ],
)  # fmt: skip
def test_a_value_at_its_bound_is_taken(kind: type, name: str, value: Any) -> None:
    assert bounds.problem(kind, name, value) == ""


@pytest.mark.parametrize(
    ("kind", "name", "text", "is_wrong"),
    [
        (Company, "employees", "10000001", True), (Company, "employees", "5", False), (Company, "employees", "many", False),
        (Company, "employees", "", False), (Company, "name", "x" * (LINE + 1), True), (Figure, "value", "1e300", True),
        (Company, "consent_on", "1950-01-01", True), (Company, "consent_on", "soon", False),
        (Mission, "registration_closes", "2026-01-01T09:00", True), (Company, "people", "x", False),
        (Company, "employees", "9" * 5000, False),
    ],
)  # fmt: skip
def test_what_is_typed_is_judged_by_what_it_says(kind: type, name: str, text: str, is_wrong: bool) -> None:
    assert bool(bounds.problem_of_text(kind, name, text)) is is_wrong


@pytest.mark.parametrize(
    ("record", "is_wrong"),
    [
        (Stop(name_en="A", starts=DAY, ends=DAY + timedelta(59)), False),
        (Stop(name_en="A", starts=DAY, ends=DAY + timedelta(60)), True),
        (Stop(name_en="A", starts=DAY, ends=DAY - timedelta(1)), True),
        (Mission(starts=DAY, ends=DAY + timedelta(365)), False),
        (Mission(starts=DAY, ends=DAY + timedelta(366)), True),
        (Slot(session_id=1, starts=moment(9), ends=moment(9) + timedelta(1)), False),
        (Session(venue_id=1, starts=moment(9), ends=moment(9) + timedelta(1, minutes=1)), True),
        (Event(stop_id=1, name_en="E", starts=moment(9), ends=moment(9)), False),
        (Person(company_id=1), False),
    ],
)
def test_a_span_has_an_order_and_a_most(record: Any, is_wrong: bool) -> None:
    assert bool(bounds.span_problem(record)) is is_wrong


def test_the_problems_of_a_record_go_by_its_fields() -> None:
    company = Company(side=Side.DELEGATION, name="x" * (LINE + 1), employees=-1)
    assert set(bounds.problems(company)) == {"name", "employees"}
    assert bounds.problems(replace(company, name="N", employees=1)) == {}
    assert set(bounds.problems(Stop(name_en="A", starts=DAY, ends=DAY - timedelta(1)))) == {"ends"}


def test_every_bound_is_of_a_field() -> None:
    assert {
        f"{kind.__name__}.{name}" for kind, own in bounds.BOUNDS.items() for name in own if name not in types_of(kind)
    } == set()
    assert set(bounds.BOUNDS) | set(bounds.MOST_DAYS) <= {table.kind for table in TABLES}


def test_every_text_and_number_has_a_bound() -> None:
    unbound = {
        f"{table.name}.{name}"
        for table in TABLES
        for name, hint in types_of(table.kind).items()
        if hint in (str, int, float, date, datetime) and bounds.bounds_of(table.kind)[name] is None
    }
    assert unbound == set()


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [(Company, "name", True), (Company, "notes", False), (Person, "position", True), (Person, "nothing", False),
     (Company, "employees", False)],
)  # fmt: skip
def test_lines_are_told_from_texts_of_several(kind: type, name: str, expected: bool) -> None:
    assert bounds.is_line(kind, name) is expected
