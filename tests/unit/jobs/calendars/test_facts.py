"""The facts of meetings and events whose change is told."""

from dataclasses import replace

from missionplanner.domain.events import Audience, Event
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.jobs.calendars.facts import facts, language
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment


def test_meetings_that_stand_and_events_have_time_place_and_participants(store: Store) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    gone = meet(store, "D2", "C2", 1, 1)
    with store.change(message("Dinner")) as change:
        interpreter = change.insert(Person(given_name="Ada"))
        change.update(replace(store.get(Meeting, key), interpreter_id=interpreter))
        change.update(replace(store.get(Meeting, gone), status=MeetingStatus.CANCELLED))
        event = Event(stop_id=1, name_en="Dinner", starts=moment(19), ends=moment(21), place="Club")
        dinner = change.insert(replace(event, audience=Audience.DELEGATION))
    snapshot = store.snapshot()
    found = facts(snapshot)
    meeting = store.get(Meeting, key)
    assert set(found) == {meeting.uid, store.get(Event, dinner).uid}
    companies = {snapshot.company[key_of(store, name)].uid for name in ("D1", "C1")}
    people = {one.uid for one in snapshot.people if one.family_name in ("D1", "C1") or one.id == interpreter}
    one = found[meeting.uid]
    assert (one.starts, one.ends, one.time_zone) == (moment(9), moment(9, 20), "America/Mexico_City")
    assert (one.place, one.participants) == ("Hall, table 1", companies | people)
    other = found[store.get(Event, dinner).uid]
    delegation = {one.uid for one in snapshot.companies if snapshot.attends(one.id, store.get(Event, dinner))}
    assert (other.starts, other.place, delegation <= other.participants) == (moment(19), "Club", True)


def test_places_are_compared_in_the_language_of_the_mission(store: Store) -> None:
    assert language(store.snapshot()) == "en"
