"""Sessions, slots, events changed: what would be stranded is known before, and nothing else is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from missionplanner.domain.attendance import meetings_during
from missionplanner.domain.events import Attendance, Audience, Event, EventKind, Part
from missionplanner.domain.mission import MissionText, Sector, SectorStop, Stop, Synonyms, Table, Travel, Venue
from missionplanner.domain.timetable import (
    Meeting,
    MeetingStatus,
    Session,
    Slot,
    slots_of,
)
from missionplanner.errors import UserError
from missionplanner.jobs.programme import attendance, programme
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, key_of, meet, moment


def reception(store: Store, **more: object) -> int:
    event = Event(stop_id=1, name_en="Reception", starts=moment(18), ends=moment(20), **more)  # type: ignore[arg-type]
    with store.change(message("Event")) as change:
        return change.insert(event)


def invite(store: Store) -> None:
    key = reception(store, audience=Audience.LISTED, capacity=2)
    attendance.invite(store, key, [key_of(store, name) for name in ("D1", "D2", "D3", "C1")])


def copied(store: Store) -> None:
    invite(store)
    programme.copy_event(store, store.all(Event)[0], moment(21), 1)


def travelled(store: Store) -> None:
    with store.change(message("Venue")) as change:
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


TAKING_OUT: dict[str, Callable[[Store], object]] = {
    "session": lambda s: programme.remove_sessions(s, [1]),
    "slot": lambda s: programme.remove_slots(s, [s.all(Slot)[1].id]),
    "table": lambda s: programme.save_venue(s, s.all(Venue)[0], 1),
}


@pytest.mark.parametrize("what", TAKING_OUT)
def test_what_was_refused_goes_on_and_takes_the_meetings_out(store: Store, what: str) -> None:
    key = meet(store, "D1", "C1", 1, 1)
    with pytest.raises(programme.StrandedError) as refused:
        TAKING_OUT[what](store)
    assert ([meeting.id for meeting in refused.value.meetings], store.count(Meeting)) == ([key], 1)
    assert refused.value.go_on is not None
    refused.value.go_on()
    assert store.count(Meeting) == 0


def test_slots_changed_one_by_one_survive_a_new_name_of_their_session(store: Store) -> None:
    programme.remove_slots(store, [store.all(Slot)[2].id])
    programme.save_slot(store, replace(store.all(Slot)[0], ends=moment(9, 24)))
    before = store.all(Slot)
    programme.save_session(store, replace(store.all(Session)[0], name="Morning"))
    assert store.all(Slot) == before
    with pytest.raises(UserError, match="There is a slot from 09:00 to 09:24 already"):
        programme.save_slot(store, replace(before[1], starts=moment(9, 20)))


def test_a_moved_event_leaves_the_venue_of_another_stop(store: Store) -> None:
    with store.change(message("Stop")) as change:
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
    with store.change(message("Venue")) as change:
        other = change.insert(Venue(stop_id=1, name="Other hall"))
    programme.save_travel(store, Travel(venue_id=1, other_id=other, minutes=20))
    programme.save_travel(store, Travel(venue_id=other, other_id=1, minutes=30))
    assert [travel.minutes for travel in store.all(Travel)] == [30]
    assert store.snapshot().travel(1, other) == 30
    with pytest.raises(UserError, match="same venue"):
        programme.save_travel(store, Travel(venue_id=1, other_id=1, minutes=5))


def test_a_slot_whose_meetings_could_not_stay_says_so_first(store: Store) -> None:
    with store.change(message("Hall 2")) as change:
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


def test_a_slot_that_would_clash_with_a_meeting_elsewhere_says_so_first(store: Store) -> None:
    with store.change(message("Hall 2")) as change:
        venue = change.insert(Venue(stop_id=1, name="Other hall"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(14), ends=moment(14, 20))
        change.insert_all(slots_of(session, change.insert(session)))
    key, other = meet(store, "D1", "C1", 3, 0), meet(store, "D1", "C2", 4, 2)
    slot = store.get(Slot, store.get(Meeting, key).slot_id)
    programme.save_slot(store, replace(slot, starts=moment(13), ends=moment(13, 20)))
    assert store.count(Meeting) == 2
    with pytest.raises(programme.StrandedError) as refused:
        programme.save_slot(store, replace(slot, starts=moment(14), ends=moment(14, 20)))
    assert [meeting.id for meeting in refused.value.meetings] == [key] != [other]


def test_cancelled_meetings_keep_their_reason_when_their_slot_goes(store: Store) -> None:
    key = meet(store, "D1", "C1", 1, 0)
    meeting_edits.cancel(store, [key], "Ill")
    programme.remove_slots(store, [store.all(Slot)[1].id])
    assert store.get(Meeting, key).reason == "Ill"


def test_another_time_zone_keeps_the_times_on_the_clocks(store: Store) -> None:
    with store.change(message("Talk")) as change:
        change.insert(Event(stop_id=1, name_en="Talk", starts=moment(15), ends=moment(16)))
    programme.save_stop(store, replace(store.all(Stop)[0], time_zone="America/Tijuana"))
    for record in (store.all(Session)[0], store.all(Slot)[0]):
        assert (record.starts.hour, record.starts.utcoffset()) == (9, timedelta(hours=-8))
    assert store.all(Event)[0].starts.hour == 15
    store.undo()
    assert store.all(Slot)[0].starts == moment(9)


def test_each_end_of_a_journey_keeps_the_time_on_the_clocks_of_its_stop(store: Store) -> None:
    with store.change(message("Flight")) as change:
        other = change.insert(Stop(name_en="Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY))
        key = change.insert(
            Event(stop_id=1, to_stop_id=other, kind=EventKind.TRANSFER, name_en="F", starts=moment(18), ends=moment(20))
        )
    programme.save_stop(store, replace(store.get(Stop, 1), time_zone="America/Tijuana"))
    assert (store.get(Event, key).starts, store.get(Event, key).ends) == (moment(20), moment(20))
    store.undo()
    programme.save_stop(store, replace(store.get(Stop, other), time_zone="America/Toronto"))
    assert (store.get(Event, key).starts, store.get(Event, key).ends) == (moment(18), moment(19))


def test_a_journey_moved_to_another_stop_still_ends_where_it_did(store: Store) -> None:
    with store.change(message("Flight")) as change:
        stops = [
            change.insert(Stop(name_en=name, time_zone="America/Monterrey", starts=DAY, ends=DAY))
            for name in ("B", "C")
        ]
        venue = change.insert(Venue(stop_id=stops[0], name="Airport"))
        plain = {"kind": EventKind.TRANSFER, "starts": moment(18), "ends": moment(20)}
        flight = Event(stop_id=1, venue_id=1, to_stop_id=stops[0], to_venue_id=venue, name_en="F", **plain)  # type: ignore[arg-type]
        key = change.insert(flight)
    programme.move_event(store, store.get(Event, key), moment(19), moment(21), stops[1])
    moved = store.get(Event, key)
    assert (moved.stop_id, moved.venue_id, moved.to_stop_id, moved.to_venue_id) == (stops[1], None, stops[0], venue)
    programme.move_event(store, moved, moment(19), moment(21), stops[0])
    assert (store.get(Event, key).stop_id, store.get(Event, key).to_stop_id) == (stops[0], None)
    store.undo()
    assert store.get(Event, key) == moved


# -- texts, stops, sectors, venues


def texts(store: Store) -> dict[tuple[str, str], tuple[str, str]]:
    return {(text.kind, text.language): (text.title, text.body) for text in store.all(MissionText)}


def test_a_text_is_stored_in_one_language_and_the_others_stay(store: Store) -> None:
    for kind, language, body in (("welcome", "en", "Hello"), ("welcome", "fr", "Bonjour"), ("about", "en", "It is")):
        programme.save_text(store, kind, language, "Title", body)
    programme.save_text(store, "welcome", "en", "Welcome", "Hello all")
    assert texts(store) == {
        ("welcome", "en"): ("Welcome", "Hello all"),
        ("welcome", "fr"): ("Title", "Bonjour"),
        ("about", "en"): ("Title", "It is"),
    }
    programme.save_text(store, "welcome", "en", "", "")
    assert texts(store).keys() == {("welcome", "fr"), ("about", "en")}
    store.undo()
    assert texts(store)["welcome", "en"] == ("Welcome", "Hello all")


def test_a_text_that_is_as_it_was_is_no_step(store: Store) -> None:
    programme.save_text(store, "welcome", "en", "Welcome", "Hello")
    steps = len(store.steps.history())
    programme.save_text(store, "welcome", "en", "Welcome", "Hello")
    assert len(store.steps.history()) == steps
    programme.save_text(store, "welcome", "en", "Welcome", "")
    assert texts(store) == {("welcome", "en"): ("Welcome", "")}


def test_a_session_without_room_for_a_slot_is_refused(store: Store) -> None:
    session = store.all(Session)[0]
    for wrong in (
        replace(session, ends=session.starts),
        replace(session, slot_minutes=0),
        replace(session, buffer_minutes=-1),
    ):
        with pytest.raises(UserError, match="no room for a slot"):
            programme.save_session(store, wrong)
    assert store.all(Session) == [session]


def test_a_new_session_is_cut_into_slots(store: Store) -> None:
    programme.save_session(store, Session(venue_id=1, starts=moment(14), ends=moment(15), slot_minutes=25))
    session = store.all(Session)[-1]
    assert store.steps.undo_label == "Add session"
    assert [(s.starts, s.ends) for s in store.where(Slot, "session_id", [session.id])] == [
        (slot.starts, slot.ends) for slot in slots_of(session, session.id)
    ]
    programme.save_session(store, replace(session, slot_minutes=1, buffer_minutes=0))
    assert len(store.where(Slot, "session_id", [session.id])) == 60


def test_a_session_of_another_venue_strands_its_meetings(store: Store) -> None:
    with store.change(message("Venue")) as change:
        other = change.insert(Venue(stop_id=1, name="Other hall"))
    key = meet(store, "D1", "C1", 0, 0)
    with pytest.raises(programme.StrandedError) as refused:
        programme.save_session(store, replace(store.all(Session)[0], venue_id=other))
    assert [meeting.id for meeting in refused.value.meetings] == [key]
    assert refused.value.hint == "Move or remove them first: D1 – C1."
    programme.save_session(store, replace(store.all(Session)[0], venue_id=other), take_out=True)
    assert (store.all(Session)[0].venue_id, store.count(Meeting), store.count(Slot)) == (other, 0, 4)


def test_many_stranded_meetings_are_named_in_short(store: Store) -> None:
    for number, (one, two) in enumerate((("D1", "C1"), ("D2", "C2"), ("D1", "C2"), ("D2", "C1"), ("D3", "C3"))):
        meet(store, one, two, number // 2, number % 2)
    with pytest.raises(programme.StrandedError, match="5 meetings would lose their place") as refused:
        programme.remove_sessions(store, [store.all(Session)[0].id])
    assert refused.value.hint == "Move or remove them first: D1 – C1; D2 – C2; D1 – C2; D2 – C1…."
    meeting_edits.take_out(store, [store.all(Meeting)[-1].id])
    with pytest.raises(programme.StrandedError) as all_named:
        programme.remove_sessions(store, [store.all(Session)[0].id])
    assert all_named.value.hint == "Move or remove them first: D1 – C1; D2 – C2; D1 – C2; D2 – C1."


def test_a_slot_that_is_none_or_overlaps_is_refused(store: Store) -> None:
    slot = store.all(Slot)[0]
    with pytest.raises(UserError, match="ends before it starts"):
        programme.save_slot(store, replace(slot, ends=slot.starts))
    programme.save_slot(store, replace(slot, id=0, uid="", starts=moment(11), ends=moment(11, 20)))
    assert store.steps.undo_label == "Add slot"
    assert store.count(Slot) == 5
    programme.remove_slots(store, [store.all(Slot)[0].id, store.all(Slot)[1].id])
    assert (store.steps.undo_label, store.count(Slot)) == ("Delete 2 slots", 3)


def test_a_slot_moved_where_its_meetings_can_stay_keeps_them(store: Store) -> None:
    key = meet(store, "D1", "C1", 3, 0)
    programme.save_slot(store, replace(store.all(Slot)[3], starts=moment(12), ends=moment(12, 20)))
    assert [meeting.id for meeting in store.all(Meeting)] == [key]


def test_tables_come_and_go_with_their_number(store: Store) -> None:
    venue = store.all(Venue)[0]
    key = meet(store, "D1", "C1", 0, 1)
    programme.save_venue(store, replace(venue, name="Big hall"), 4)
    assert (store.all(Venue)[0].name, [t.number for t in store.all(Table)]) == ("Big hall", [1, 2, 3, 4])
    with pytest.raises(programme.StrandedError) as refused:
        programme.save_venue(store, venue, 1)
    assert [meeting.id for meeting in refused.value.meetings] == [key]
    programme.save_venue(store, venue, 2)
    assert ([t.number for t in store.all(Table)], store.count(Meeting)) == ([1, 2], 1)
    programme.save_venue(store, Venue(stop_id=1, name="New"), 2)
    assert store.steps.undo_label == "Add venue"
    assert [(t.venue_id, t.number) for t in store.all(Table)[2:]] == [(store.all(Venue)[1].id, n) for n in (1, 2)]


def test_a_venue_of_another_stop_strands_its_meetings(store: Store) -> None:
    with store.change(message("Stop")) as change:
        other = change.insert(Stop(name_en="Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY))
    meet(store, "D1", "C1", 0, 0)
    with pytest.raises(programme.StrandedError):
        programme.save_venue(store, replace(store.all(Venue)[0], stop_id=other), 2)
    assert store.all(Venue)[0].stop_id == 1


def test_venues_and_stops_with_meetings_stay_unless_these_are_taken_out(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    for remove, kind in ((programme.remove_venues, Venue), (programme.remove_stops, Stop)):
        with pytest.raises(programme.StrandedError) as refused:
            remove(store, [1])
        assert refused.value.go_on is not None
        refused.value.go_on()
        assert (store.count(Meeting), store.count(kind)) == (0, 0)
        store.undo()
        assert (store.count(Meeting), store.count(kind)) == (1, 1)
    meeting_edits.cancel(store, [key], "Ill")
    programme.remove_venues(store, [1])
    assert (store.steps.undo_label, store.count(Venue)) == ("Delete 1 venue", 0)
    programme.remove_stops(store, [1])
    assert (store.steps.undo_label, store.count(Stop)) == ("Delete 1 stop", 0)


def test_a_sector_has_a_programme_at_its_stops(store: Store) -> None:
    with store.change(message("Stop")) as change:
        other = change.insert(Stop(name_en="Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY))
    sector = store.all(Sector)[0]
    programme.save_sector(store, replace(sector, owner="Ana"), [1])
    programme.save_sector(store, replace(sector, owner="Max"), [other])
    assert store.all(Sector)[0].owner == "Max"
    assert [(row.sector_id, row.stop_id) for row in store.all(SectorStop)] == [(sector.id, other)]
    programme.save_sector(store, Sector(code="AG", name_en="Food"), [1, other])
    assert store.steps.undo_label == "Add sector"
    assert [row.stop_id for row in store.where(SectorStop, "sector_id", [store.all(Sector)[1].id])] == [1, other]


def test_records_that_stand_alone_are_stored_and_removed(store: Store) -> None:
    programme.save(store, Synonyms(words="cars"), message("Add synonyms"))
    found = store.all(Synonyms)[0]
    programme.save(store, replace(found, words="cars;vehicles"), message("Edit synonyms"))
    assert [one.words for one in store.all(Synonyms)] == ["cars;vehicles"]
    assert store.steps.undo_label == "Edit synonyms"
    programme.remove(store, Synonyms, [found.id], message("Remove"))
    assert (store.all(Synonyms), store.steps.undo_label) == ([], "Remove")


def test_a_new_stop_is_added_and_the_same_zone_moves_nothing(store: Store) -> None:
    programme.save_stop(store, Stop(name_en="Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY))
    assert (store.steps.undo_label, store.count(Stop)) == ("Add stop", 2)
    before = store.all(Session)
    programme.save_stop(store, replace(store.all(Stop)[0], name_fr="Mexico"))
    assert (store.steps.undo_label, store.all(Session)) == ("Edit stop", before)


def test_a_copied_event_leaves_the_venue_of_another_stop(store: Store) -> None:
    with store.change(message("Stop")) as change:
        other = change.insert(Stop(name_en="Monterrey", time_zone="America/Monterrey", starts=DAY, ends=DAY))
        key = change.insert(Event(stop_id=1, venue_id=1, name_en="Talk", starts=moment(9), ends=moment(10)))
    event = store.get(Event, key)
    here, there = (programme.copy_event(store, event, moment(15), stop) for stop in (1, other))
    assert (store.get(Event, here).venue_id, store.get(Event, there).venue_id) == (1, None)
    assert store.get(Event, here).uid != event.uid
    programme.move_event(store, event, moment(11), moment(12), 1)
    assert store.get(Event, key).venue_id == 1


def test_an_edited_travel_time_replaces_the_others_of_its_pair(store: Store) -> None:
    with store.change(message("Venues")) as change:
        other, third = (change.insert(Venue(stop_id=1, name=name)) for name in ("Other", "Third"))
    programme.save_travel(store, Travel(venue_id=1, other_id=other, minutes=20))
    programme.save_travel(store, Travel(venue_id=1, other_id=third, minutes=30))
    programme.save_travel(store, replace(store.all(Travel)[0], minutes=25))
    assert store.steps.undo_label == "Edit travel time"
    assert [(t.other_id, t.minutes) for t in store.all(Travel)] == [(other, 25), (third, 30)]


def test_cancelled_meetings_go_with_the_last_slot_or_table_of_theirs(store: Store) -> None:
    def cancelled(slot: int, table: int) -> None:
        meeting_edits.cancel(store, [meet(store, "D1", "C1", slot, table)], "Ill")

    cancelled(0, 1)
    programme.save_venue(store, store.all(Venue)[0], 1)
    assert store.count(Meeting) == 0
    store.undo()
    assert (store.count(Meeting), store.count(Table)) == (1, 2)
    programme.remove_sessions(store, [1])
    assert (store.count(Meeting), store.count(Slot)) == (0, 0)
    store.undo()
    programme.remove_slots(store, [slot.id for slot in store.all(Slot)])
    assert store.count(Meeting) == 0
    store.undo()
    programme.remove_stops(store, [1])
    assert (store.count(Meeting), store.count(Venue)) == (0, 0)
    store.undo()
    assert store.count(Meeting) == 1


def test_cancelled_meetings_stay_in_a_session_that_is_cut_anew(store: Store) -> None:
    key = meet(store, "D1", "C1", 1, 0)
    meeting_edits.cancel(store, [key], "Ill")
    session = store.all(Session)[0]
    programme.save_session(store, replace(session, starts=moment(9, 5), slot_minutes=30))
    assert store.get(Meeting, key).reason == "Ill"
    assert store.snapshot().slot[store.get(Meeting, key).slot_id].starts == moment(9, 5)


def test_a_session_is_not_moved_from_under_its_meetings(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    with store.change(message("x")) as change:
        other = change.insert(Venue(stop_id=1, name="Other"))
    with pytest.raises(UserError, match="lose its place"):
        programme.save_session(store, replace(store.all(Session)[0], venue_id=other))
