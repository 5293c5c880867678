"""Sessions, slots, events and absences changed: what would be stranded is known before, and nothing else is lost."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from python_calamine import CalamineWorkbook

from missionplanner.domain.companies import Delegate, Side
from missionplanner.domain.events import Attendance, Audience, Event, Part
from missionplanner.domain.mission import Stop, Travel, Venue
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import Availability, Interpreter, Meeting, MeetingStatus, Owner, Session, Slot
from missionplanner.errors import UserError
from missionplanner.jobs.job import run_now
from missionplanner.jobs.outcomes import entering
from missionplanner.jobs.outcomes import report as reporting
from missionplanner.jobs.programme import attendance, programme
from missionplanner.jobs.timetable import availability
from missionplanner.jobs.timetable import meetings as steering
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        yield found


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
    assert [m.pair for m in programme.meetings_during(snapshot, snapshot.events[0])] == [
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


def test_an_event_with_more_room_lets_those_who_wait_in(store: Store) -> None:
    names = ("D1", "D2", "D3")
    event = Event(stop_id=1, name_en="Dinner", starts=moment(19), ends=moment(21), audience=Audience.LISTED, capacity=2)
    attendance.save_event(store, event)
    key = store.all(Event)[0].id
    found = attendance.invite(store, key, [key_of(store, name) for name in names])
    assert (len(found.coming), len(found.waiting)) == (2, 1)
    assert attendance.save_event(store, replace(store.get(Event, key), capacity=3)) == (key_of(store, "D3"),)


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
    assert store.undo_label == "Edit slot"


def test_cancelled_meetings_keep_their_reason_when_their_slot_goes(store: Store) -> None:
    key = meet(store, "D1", "C1", 1, 0)
    steering.cancel(store, [key], "Ill")
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


# -- availability


@pytest.mark.parametrize("seed", range(20))
def test_painting_gives_exactly_what_is_painted_and_touches_nothing_else(tmp_path: Path, seed: int) -> None:
    """Random absences, some of odd minutes; random quarters painted and wiped; every five minutes compared."""
    chance = Random(seed)
    with small_mission(tmp_path / "m.mission") as store:
        key = key_of(store, "D1")
        with store.change("Away") as change:
            for _n in range(chance.randrange(4)):
                start = moment(5) + timedelta(minutes=5 * chance.randrange(180))
                end = start + timedelta(minutes=5 * chance.randrange(1, 36))
                change.insert(Availability(owner=Owner.COMPANY, owner_id=key, starts=start, ends=end, reason="old"))
        before = store.all(Availability)
        quarters = [
            Range(moment(0) + timedelta(minutes=15 * n), moment(0) + timedelta(minutes=15 * n + 15))
            for n in chance.sample(range(20, 90), 12)
        ]
        edits = availability.Edits(dict.fromkeys(quarters[:6], "new"), set(quarters[6:]))
        assert availability.paint(store, {(Owner.COMPANY, key): edits})
        after = store.all(Availability)
        for minute in range(0, 24 * 60 - 5, 5):
            instant = Range(moment(0) + timedelta(minutes=minute), moment(0) + timedelta(minutes=minute + 1))
            was = any(a.span.overlaps(instant) for a in before)
            wiped = any(q.overlaps(instant) for q in quarters[6:])
            wanted = (was and not wiped) or any(q.overlaps(instant) for q in quarters[:6])
            assert any(a.span.overlaps(instant) for a in after) is wanted, minute
        untouched = [a for a in before if not any(q.overlaps(a.span) for q in quarters[6:])]
        assert all(a in after for a in untouched)
        spans = availability.painted(before, edits)
        assert spans == availability.joined(a.span for a in after)
        steps = len(store.history())
        assert not availability.paint(store, {(Owner.COMPANY, key): availability.Edits()})
        assert len(store.history()) == steps


def test_what_an_absence_strands_is_known_for_each_kind_of_owner(store: Store) -> None:
    with store.change("Interpreter") as change:
        person = change.insert(Interpreter(name="Ana", languages="en,es"))
    one = meet(store, "D1", "C1", 0, 0, interpreter_id=person)
    two = meet(store, "D1", "C2", 2, 1)
    snapshot = store.snapshot()
    whole, early = [Range(moment(8), moment(12))], [Range(moment(8), moment(9, 10))]
    delegate = next(p.id for p in store.all(Delegate) if p.company_id == key_of(store, "D1"))
    cases = (
        (Owner.COMPANY, key_of(store, "D1"), whole, [one, two]),
        (Owner.COMPANY, key_of(store, "D1"), early, [one]),
        (Owner.DELEGATE, delegate, whole, [one, two]),
        (Owner.TABLE, snapshot.tables[1].id, whole, [two]),
        (Owner.INTERPRETER, person, whole, [one]),
        (Owner.COMPANY, key_of(store, "C3"), whole, []),
    )
    for owner, key, away, wanted in cases:
        assert [m.id for m in availability.stranded(snapshot, owner, key, away)] == wanted, owner


def test_an_absence_that_ends_before_it_starts_is_refused(store: Store) -> None:
    times = (moment(12).replace(tzinfo=None), moment(9).replace(tzinfo=None))
    with pytest.raises(UserError, match="ends before it starts"):
        availability.add_absence(store, Owner.COMPANY, key_of(store, "D1"), times, "America/Mexico_City")


# -- report


def test_the_report_says_what_was_entered_in_both_forms(store: Store, tmp_path: Path) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    meet(store, "D2", "C2", 0, 1)
    typed = [(key, "kind", "6"), (key, "value", "1000"), (key, "currency", "CAD"), (key, "next_step", "=1+1 <b>")]
    assert entering.save_cells(store, typed, "Type") == []
    steering.no_show(store, [store.all(Meeting)[1].id], Side.COUNTERPART)
    pdf = run_now(reporting.report(tmp_path / "report.pdf"), store)
    assert pdf.read_bytes().startswith(b"%PDF")
    book = CalamineWorkbook.from_path(str(run_now(reporting.report(tmp_path / "report.xlsx"), store)))
    assert book.sheet_names == ["Scorecard", "Outcomes by kind", "Values", "Meetings"]
    assert book.get_sheet_by_name("Values").to_python()[1] == ["CAD", 1000.0]
    rows = book.get_sheet_by_name("Meetings").to_python()
    assert rows[1][3] == "Contract or sale"
    assert rows[1][6] == "=1+1 <b>"
    assert rows[2][8] == "No-show"
    with pytest.raises(UserError, match="cannot be made"):
        reporting.report(tmp_path / "report.txt")
