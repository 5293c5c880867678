"""Sessions, slots, events changed: what would be stranded is known before, and nothing else is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from missionplanner.domain.attendance import meetings_during
from missionplanner.domain.events import Attendance, Audience, Event, Part
from missionplanner.domain.mission import Stop, Travel, Venue
from missionplanner.domain.timetable import (
    Meeting,
    MeetingStatus,
    Session,
    Slot,
)
from missionplanner.errors import UserError
from missionplanner.jobs.programme import attendance, programme
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, key_of, meet, moment


def reception(store: Store, **more: object) -> int:
    event = Event(stop_id=1, name_en="Reception", starts=moment(18), ends=moment(20), **more)  # type: ignore[arg-type]
    with store.change("Event") as change:
        return change.insert(event)


def invite(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED, capacity=2)
    attendance.invite(store, key, [key_of(store, name) for name in ("D1", "D2", "D3", "C1")])


def copied(store: Store) -> None:
    invite(store)
    programme.copy_event(store, store.all(Event)[0], moment(21), 1)


def travelled(store: Store) -> None:
    with store.change("Venue") as change:
        other = change.insert(Venue(stop_id=1, name="Other hall"))
    programme.save_travel(store, Travel(venue_id=store.all(Venue)[0].id, other_id=other, minutes=20))


ACTS: dict[str, Callable[[Store], object]] = {
    "Edit session": lambda s: programme.save_session(s, replace(s.all(Session)[0], slot_minutes=30), take_out=True),
    "Delete 1 session": lambda s: programme.remove_sessions(s, [s.all(Session)[0].id], take_out=True),
    "Delete 1 slot": lambda s: programme.remove_slots(s, [s.all(Slot)[0].id], take_out=True),
    "Edit slot": lambda s: programme.save_slot(s, replace(s.all(Slot)[3], ends=moment(11))),
    "Edit venue": lambda s: programme.save_venue(s, s.all(Venue)[0], 1, take_out=True),
    "Move event": lambda s: programme.move_event(s, s.get(Event, reception(s)), moment(19), moment(21), 1),
    "Copy event": copied,
    "Add travel time": travelled,
}


@pytest.mark.parametrize("label", ACTS)
def test_every_act_is_undone_and_redone_exactly(store: Store, label: str) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 1, 1)
    check_undo(store, ACTS[label], label.partition(" after ")[0])


def test_slots_that_start_as_before_keep_their_meetings(store: Store) -> None:
    kept, lost = meet(store, "D1", "C1", 0, 0), meet(store, "D2", "C2", 1, 0)
    session = replace(store.all(Session)[0], slot_minutes=30, buffer_minutes=10)
    with pytest.raises(programme.StrandedError, match="1 meeting would lose its place") as refused:
        programme.save_session(store, session)
    assert [meeting.id for meeting in refused.value.meetings] == [lost]
    assert store.count(Meeting) == 2
    assert refused.value.go_on is not None
    refused.value.go_on()
    assert [meeting.id for meeting in store.all(Meeting)] == [kept]
    assert [(s.starts, s.ends) for s in store.all(Slot)] == [
        (moment(9), moment(9, 30)),
        (moment(9, 40), moment(10, 10)),
    ]
    store.undo()
    assert {meeting.id for meeting in store.all(Meeting)} == {kept, lost}


def test_meetings_that_took_place_are_never_taken_out(store: Store) -> None:
    meet(store, "D1", "C1", 1, 0, status=MeetingStatus.HELD)
    with pytest.raises(programme.StrandedError) as refused:
        programme.save_session(store, replace(store.all(Session)[0], slot_minutes=30), take_out=True)
    assert refused.value.go_on is None
    with pytest.raises(programme.StrandedError):
        programme.remove_slots(store, [store.all(Slot)[1].id], take_out=True)
    assert store.count(Slot) == 4


def test_slots_changed_one_by_one_survive_a_new_name_of_their_session(store: Store) -> None:
    programme.remove_slots(store, [store.all(Slot)[2].id])
    programme.save_slot(store, replace(store.all(Slot)[0], ends=moment(9, 24)))
    before = store.all(Slot)
    programme.save_session(store, replace(store.all(Session)[0], name="Morning"))
    assert store.all(Slot) == before
    with pytest.raises(UserError, match="There is a slot from 09:00 to 09:24 already"):
        programme.save_slot(store, replace(before[1], starts=moment(9, 20)))


def test_a_moved_event_leaves_the_venue_of_another_stop(store: Store) -> None:
    with store.change("Stop") as change:
        other = change.insert(Stop(name_en="Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY))
        key = change.insert(
            Event(stop_id=1, venue_id=1, name_en="Talk", starts=moment(9), ends=moment(10), audience=Audience.LISTED)
        )
        change.insert(Attendance(event_id=key, company_id=key_of(store, "D1"), part=Part.IN))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 0, 1)
    snapshot = store.snapshot()
    assert [m.pair for m in meetings_during(snapshot, snapshot.events[0])] == [
        (key_of(store, "D1"), key_of(store, "C1"))
    ]
    copy = programme.copy_event(store, store.get(Event, key), moment(15), 1)
    assert store.get(Event, copy).ends == moment(16)
    assert [row.event_id for row in store.all(Attendance)] == [key, copy]
    programme.move_event(store, store.get(Event, key), moment(12), moment(13), other)
    moved = store.get(Event, key)
    assert (moved.starts, moved.stop_id, moved.venue_id) == (moment(12), other, None)


def test_travel_between_two_venues_is_said_once(store: Store) -> None:
    with store.change("Venue") as change:
        other = change.insert(Venue(stop_id=1, name="Other hall"))
    programme.save_travel(store, Travel(venue_id=1, other_id=other, minutes=20))
    programme.save_travel(store, Travel(venue_id=other, other_id=1, minutes=30))
    assert [travel.minutes for travel in store.all(Travel)] == [30]
    assert store.snapshot().travel(1, other) == 30
    with pytest.raises(UserError, match="same venue"):
        programme.save_travel(store, Travel(venue_id=1, other_id=1, minutes=5))


def test_a_slot_whose_meetings_could_not_stay_says_so_first(store: Store) -> None:
    with store.change("Hall 2") as change:
        venue = change.insert(Venue(stop_id=1, name="Other hall"))
        session = Session(venue_id=venue, starts=moment(14), ends=moment(15))
        other = change.insert(session)
    key = meet(store, "D1", "C1", 0, 0)
    slot = replace(store.all(Slot)[0], session_id=other, starts=moment(14), ends=moment(14, 20))
    with pytest.raises(programme.StrandedError) as refused:
        programme.save_slot(store, slot)
    assert [meeting.id for meeting in refused.value.meetings] == [key]
    assert refused.value.go_on is not None
    refused.value.go_on()
    assert store.count(Meeting) == 0
    assert store.steps.undo_label == "Edit slot"


def test_cancelled_meetings_keep_their_reason_when_their_slot_goes(store: Store) -> None:
    key = meet(store, "D1", "C1", 1, 0)
    meeting_edits.cancel(store, [key], "Ill")
    programme.remove_slots(store, [store.all(Slot)[1].id])
    assert store.get(Meeting, key).reason == "Ill"


def test_another_time_zone_keeps_the_times_on_the_clocks(store: Store) -> None:
    with store.change("Talk") as change:
        change.insert(Event(stop_id=1, name_en="Talk", starts=moment(15), ends=moment(16)))
    programme.save_stop(store, replace(store.all(Stop)[0], time_zone="America/Tijuana"))
    for record in (store.all(Session)[0], store.all(Slot)[0]):
        assert (record.starts.hour, record.starts.utcoffset()) == (9, timedelta(hours=-8))
    assert store.all(Event)[0].starts.hour == 15
    store.undo()
    assert store.all(Slot)[0].starts == moment(9)
