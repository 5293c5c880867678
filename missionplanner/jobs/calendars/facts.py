"""The time, place and participants of the meetings and events of a mission."""

from missionplanner.domain.calendar_entries import CalendarFacts
from missionplanner.domain.events import Event
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import translator
from missionplanner.pack import gathering
from missionplanner.pack.phrases import text_of
from missionplanner.pack.wording import where


def facts(snapshot: Snapshot) -> dict[str, CalendarFacts]:
    """Return those of all meetings that stand and of all events, by uid."""
    meetings = {one.uid: _meeting(snapshot, one) for one in snapshot.meetings if one.stands}
    return meetings | {one.uid: _event(snapshot, one) for one in snapshot.events}


def language(snapshot: Snapshot) -> str:
    """Return the language places are compared in: the mission's own."""
    return snapshot.mission.languages.split(",")[0]


def _meeting(snapshot: Snapshot, meeting: Meeting) -> CalendarFacts:
    slot = snapshot.slot[meeting.slot_id]
    zone = snapshot.stop_of_slot[slot.id].time_zone
    place = gathering.whereabouts(snapshot, meeting, translator(language(snapshot)))
    people = [one.uid for key in meeting.pair for one in snapshot.attendees(meeting, key)]
    interpreter = snapshot.person.get(meeting.interpreter_id or 0)
    companies = [snapshot.company[key].uid for key in meeting.pair]
    who = frozenset([*companies, *people, *([interpreter.uid] if interpreter else [])])
    return CalendarFacts(in_zone(slot.starts, zone), in_zone(slot.ends, zone), zone, place, who)


def _event(snapshot: Snapshot, event: Event) -> CalendarFacts:
    ends = snapshot.ends_of(event)
    companies = [one.uid for one in snapshot.companies if snapshot.attends(one.id, event)]
    people = [one.uid for one in snapshot.people if snapshot.person_attends(one, event)]
    place = text_of(where(snapshot, event, translator(language(snapshot))))
    return CalendarFacts(ends.starts, ends.ends, ends.stop.time_zone, place, frozenset([*companies, *people]))
