"""Who attends meetings: kept as worked out, and what speaks against somebody."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import AttendeesBy
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Availability, Meeting, MeetingDelegate, Owner
from missionplanner.jobs.companies import sharing_out
from missionplanner.jobs.timetable import attendees, meetings
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """D1, whose three people attend in turn, meets C1 and C2."""
    with small_mission(tmp_path / "m.mission") as found:
        key = key_of(found, "D1")
        with found.change(message("People")) as change:
            for name in ("Ana", "Ben"):
                change.insert(Person(company_id=key, given_name=name, languages="fr"))
        sharing_out.set_rule(found, [key], AttendeesBy.TURN, None)
        meet(found, "D1", "C1", slot=0, table=0)
        meet(found, "D1", "C2", slot=1, table=0)
        yield found


def named(store: Store) -> list[list[str]]:
    """Who attends the meetings for D1."""
    snapshot = store.snapshot()
    key = key_of(store, "D1")
    return [[p.given_name for p in snapshot.attendees(one, key)] for one in snapshot.meetings_of[key]]


def test_who_attends_is_kept_whatever_comes(store: Store) -> None:
    assert named(store) == [["Given"], ["Ana"]]
    keys = [meeting.id for meeting in store.all(Meeting)]
    check_undo(store, lambda s: attendees.keep(s, keys), "Keep who attends 2 meetings")
    sharing_out.set_rule(store, [key_of(store, "D1")], AttendeesBy.ALL, None)
    assert named(store) == [["Given"], ["Ana"]]
    assert attendees.keep(store, keys) == 0


def test_a_choice_stays_when_the_rest_is_kept(store: Store) -> None:
    ben = store.where(Person, "given_name", ["Ben"])[0].id
    first, second = (meeting.id for meeting in store.all(Meeting))
    meetings.attend(store, first, [ben])
    attendees.keep(store, [first, second])
    found = {(row.meeting_id, row.delegate_id) for row in store.all(MeetingDelegate)}
    assert (first, ben) in found
    assert named(store) == [["Ben"], ["Given"]]


def test_those_who_attend_are_named_where_that_is_not_everybody(store: Store) -> None:
    snapshot = store.snapshot()
    meeting = snapshot.meetings[0]
    assert [p.given_name for p in attendees.not_all(snapshot, meeting, meeting.delegation_id)] == ["Given"]
    assert attendees.not_all(snapshot, meeting, meeting.counterpart_id) == []
    assert attendees.without_choice(snapshot, meeting.delegation_id) == "Nobody ticked: In turn."
    assert attendees.without_choice(snapshot, meeting.counterpart_id) == "Nobody ticked: everybody."


def test_what_speaks_against_somebody_is_said(store: Store) -> None:
    ana, ben = (store.where(Person, "given_name", [name])[0] for name in ("Ana", "Ben"))
    with store.change(message("x")) as change:
        change.insert(Availability(owner=Owner.DELEGATE, owner_id=ana.id, starts=moment(9), ends=moment(9, 5)))
        change.update(replace(ben, meets=False))
        partner = store.where(Person, "company_id", [key_of(store, "C1")])[0]
        change.update(replace(partner, languages="en"))
    snapshot = store.snapshot()
    plan, meeting = Plan(snapshot, snapshot.meetings), snapshot.meetings[0]
    said = [
        attendees.against(plan, meeting, meeting.delegation_id, p) for p in snapshot.delegates_of[meeting.delegation_id]
    ]
    assert said == ["", "Not available, not their languages", "attends no meetings, not their languages"]
