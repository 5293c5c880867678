"""Where a company is when, and what became of its requests."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import Availability, Meeting, MeetingStatus, Owner
from missionplanner.jobs.companies.engagements import asked_meetings, engagements
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, moment


@pytest.fixture
def busy(store: Store) -> Store:
    """D1 meets C1 and was to meet C2, attends a reception, and is away at noon."""
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0, status=MeetingStatus.CANCELLED, reason="Illness")
    meet(store, "D2", "C2", 2, 0)
    with store.change(message("x")) as change:
        change.insert(
            Event(stop_id=1, name_en="Reception", starts=moment(19), ends=moment(20), audience=Audience.DELEGATION)
        )
        change.insert(
            Availability(owner=Owner.COMPANY, owner_id=key_of(store, "D1"), starts=moment(12), ends=moment(13))
        )
    return store


def test_meetings_events_and_absences_by_time(busy: Store) -> None:
    found = engagements(busy.snapshot(), key_of(busy, "D1"))
    assert [(one.what, one.place, one.kind, one.state, one.stands) for one in found] == [
        ("C1", "Hall, table 1", "Meeting", "Planned", True),
        ("C2", "Hall, table 1", "Meeting", "Cancelled – Illness", False),
        ("Not available", "", "Absence", "", True),
        ("Reception", "", "Event", "", True),
    ]
    assert [bool(one.meeting_id) for one in found] == [True, True, False, False]


def test_an_absence_of_a_person_names_them(store: Store) -> None:
    person = store.snapshot().delegates_of[key_of(store, "C1")][0]
    with store.change(message("x")) as change:
        change.insert(
            Availability(owner=Owner.DELEGATE, owner_id=person.id, starts=moment(12), ends=moment(13), reason="Flight")
        )
    (found,) = engagements(store.snapshot(), key_of(store, "C1"))
    assert (found.what, found.place) == ("Flight", "Given C1")


def asked(store: Store, name: str) -> list[tuple[str, str, str, str]]:
    snapshot = store.snapshot()
    found = asked_meetings(Plan(snapshot, snapshot.meetings), key_of(store, name))
    return [(one.partner, one.request.priority.label, one.state, one.reason) for one in found]


def test_requests_say_what_became_of_them(busy: Store) -> None:
    ask(
        busy,
        ("D1", "C1", Priority.MUST_MEET),
        ("D1", "C2", Priority.MEET),
        ("D1", "C3", Priority.MEET),
        ("D2", "C3", Priority.MEET),
    )
    with busy.change(message("x")) as change:
        change.update(replace(busy.get(Company, key_of(busy, "C3")), meets=False))
    assert asked(busy, "D1") == [
        ("C1", "Must meet", "Planned, Mon, Feb 16, 09:00", ""),
        ("C2", "Meet", "Cancelled", "Illness"),
        ("C3", "Meet", "Not placed", "C3 does not want meetings."),
    ]
    assert [row[0] for row in asked(busy, "C3")] == ["D1", "D2"]


def test_a_pair_that_meets_after_all_is_met(busy: Store) -> None:
    ask(busy, ("D1", "C2", Priority.MEET))
    meet(busy, "D1", "C2", 3, 0)
    (only,) = asked(busy, "D1")
    assert only[2:] == ("Planned, Mon, Feb 16, 10:15", "")
    assert len(busy.all(Meeting)) == 4


def test_no_thanks_has_no_state(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.NO_THANKS))
    assert asked(store, "D1") == [("C1", "No thanks", "", "")]
