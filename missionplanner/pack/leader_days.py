"""The days of the leader edition: a card for every day of a stop with events or meetings, in order of time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from missionplanner.domain import attendance
from missionplanner.domain.events import EVENT_KIND_LABELS, Event
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import Translator
from missionplanner.pack import agreement_papers
from missionplanner.pack.day_content import call_facts
from missionplanner.pack.editions import LeaderDay, LeaderEvent
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.wording import around, foreign, hours, named, own_words, shortened
from missionplanner.typography import capital

_LONGEST = 8000
"""The most characters of talking points that are printed."""
_NAMED = 8
"""So many of the first in the order of precedence are named with an event."""


@dataclass(frozen=True, slots=True)
class _Day:
    """The events and meetings of a day at a stop."""

    events: list[Event] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)


def days(snapshot: Snapshot, ranked: list[Person], t: Translator) -> Iterator[LeaderDay]:
    """Yield the cards; ranked: those with a place in the order of precedence."""
    found: dict[tuple[date, int], _Day] = defaultdict(_Day)
    for event in sorted(snapshot.events, key=lambda event: (event.starts, event.id)):
        found[snapshot.ends_of(event).starts.date(), event.stop_id].events.append(event)
    for meeting in snapshot.meetings:
        if meeting.stands:
            found[_starts(snapshot, meeting).date(), snapshot.stop_of_slot[meeting.slot_id].id].meetings.append(meeting)
    for (day, stop_id), parts in sorted(found.items(), key=lambda pair: pair[0]):
        title = f"{capital(t.date(day, 'full'))} · {snapshot.stop[stop_id].name(t.language)}"
        yield LeaderDay(title, tuple(_parts(snapshot, parts, ranked, t)))


def _starts(snapshot: Snapshot, meeting: Meeting) -> datetime:
    """When a meeting begins, by the clock of its stop."""
    return in_zone(snapshot.slot[meeting.slot_id].starts, snapshot.stop_of_slot[meeting.slot_id].time_zone)


def _parts(snapshot: Snapshot, day: _Day, ranked: list[Person], t: Translator) -> list[LeaderEvent]:
    known: set[int | None] = set()
    found: list[tuple[datetime, LeaderEvent]] = []
    for event in day.events:
        found.append((event.starts, _event(snapshot, event, ranked, event.venue_id in known, t)))
        known.add(event.venue_id)
    if day.meetings:
        found.append(_meetings(snapshot, day.meetings, ranked, t))
    return [part for _starts, part in sorted(found, key=lambda pair: pair[0])]


def _meetings(
    snapshot: Snapshot, meetings: list[Meeting], ranked: list[Person], t: Translator
) -> tuple[datetime, LeaderEvent]:
    """The meetings of a day as one entry, with when they begin: whom one meets when stands in a list of its own."""
    slots = [snapshot.slot[meeting.slot_id] for meeting in meetings]
    starts, zone = min(slot.starts for slot in slots), snapshot.stop_of_slot[meetings[0].slot_id].time_zone
    local = in_zone(starts, zone), in_zone(max(slot.ends for slot in slots), zone)
    venues = dict.fromkeys(snapshot.venue_of_slot[one.slot_id].name for one in meetings if one.table_id is not None)
    companies = {key for meeting in meetings for key in meeting.pair}
    here = {meeting.id for meeting in meetings}
    coming = [p for p in ranked if any(one.id in here for _key, one in snapshot.meetings_of_person(p))]
    title = Phrase(t.count("{n} meeting", "{n} meetings", len(meetings)))
    expected = _expected(len(companies), coming, t)
    return starts, LeaderEvent(hours(*local, t), title, (Phrase(" · ".join(venues)),), "", expected, ())


def _expected(companies: int, people: Iterable[Person], t: Translator) -> str:
    """Who comes: so many companies, and the first of those who have a place in the order of precedence."""
    words = t.count("{n} company", "{n} companies", companies)
    ranking = [shortened(person.short_name(t.language)) for person in people]
    if not ranking:
        return words
    names = ", ".join(ranking[:_NAMED])
    if len(ranking) > _NAMED:
        others = t.count("and {n} other", "and {n} others", len(ranking) - _NAMED)
        names = f"{names} {others}"
    return t("{companies}, with {names}").format(companies=words, names=names)


def _event(snapshot: Snapshot, event: Event, ranked: list[Person], is_known: bool, t: Translator) -> LeaderEvent:
    """An event; is_known: whether the address of its venue stands with one before it."""
    ends = snapshot.ends_of(event)
    coming = attendance.guests(snapshot, event).coming
    attending = [person for person in ranked if snapshot.person_attends(person, event)]
    told = own_words(event.talking_points[:_LONGEST], snapshot.mission.languages.split(",")[0], t)
    points = tuple(
        replace(told, text=line.strip().removeprefix("- ")) for line in told.text.splitlines() if line.strip()
    )
    signing = tuple(Phrase(line, "") for line in agreement_papers.lines_of(snapshot, event, t))
    thanks, spoken = event.said("organiser", t.language)
    return LeaderEvent(
        time=t.time(ends.starts) if ends.is_journey else hours(ends.starts, ends.ends, t),
        title=named(event, t),
        place=around(snapshot, event, t, is_known),
        kind=t(EVENT_KIND_LABELS[event.kind]),
        expected=_expected(len(coming), attending, t) if coming else "",
        points=(*points, *signing),
        thanks=Phrase(shortened(thanks), foreign(spoken, t) if thanks else ""),
        facts=call_facts(snapshot, event, t),
    )
