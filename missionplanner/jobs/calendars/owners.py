"""The owners of calendars, and what is in each, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain import video
from missionplanner.domain.companies import Company
from missionplanner.domain.events import EVENT_KIND_LABELS, Event
from missionplanner.domain.mission import Venue
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.exchange.calendar import CalendarItem
from missionplanner.i18n import Translator, current
from missionplanner.jobs.packs.drafts import people_with_packs
from missionplanner.pack import gathering
from missionplanner.pack.phrases import text_of
from missionplanner.pack.wording import besides, where


class CalendarOf(StrEnum):
    """The kinds of owners of calendars."""

    COMPANY = "company"
    PERSON = "person"
    VENUE = "venue"
    MISSION = "mission"


@dataclass(frozen=True, slots=True)
class CalendarOwner:
    """A company, a person (also of no company, and interpreters), a venue, or the whole mission."""

    of: CalendarOf
    uid: str
    """Empty for the whole mission."""
    name: str
    file_name: str
    company: Company | None = None
    """Of a person: the one their pack is listed with."""
    person: Person | None = None
    venue: Venue | None = None


def owners(
    snapshot: Snapshot, companies: frozenset[int], kinds: Iterable[CalendarOf] = (CalendarOf.COMPANY, CalendarOf.PERSON)
) -> list[CalendarOwner]:
    """Return those of these companies with their people and interpreters, and of the kinds that are wanted.

    Where all companies that take part are among them, people without a company have theirs, too.
    """
    wanted, found = frozenset(kinds), [one for one in snapshot.companies if one.id in companies]
    made: list[CalendarOwner] = []
    if CalendarOf.COMPANY in wanted:
        made += [CalendarOwner(CalendarOf.COMPANY, one.uid, one.name, one.name, one) for one in found]
    if CalendarOf.PERSON in wanted:
        made += [_person(person, company) for company, person in people_with_packs(snapshot, found)]
        made += [_person(person) for person in _without_company(snapshot, companies)]
    if CalendarOf.VENUE in wanted:
        made += [CalendarOwner(CalendarOf.VENUE, one.uid, one.name, one.name, venue=one) for one in snapshot.venues]
    if CalendarOf.MISSION in wanted:
        name = snapshot.mission.called(current().language)
        made.append(CalendarOwner(CalendarOf.MISSION, "", name, name))
    return made


def items(snapshot: Snapshot, owner: CalendarOwner, t: Translator) -> list[CalendarItem]:
    """Return what is in a calendar by time, without the numbers of updates."""
    return sorted(_items(snapshot, owner, t), key=lambda item: (item.starts, item.uid))


def meeting_names(snapshot: Snapshot) -> dict[str, str]:
    """Return the names of both companies of every meeting, also of those that were cancelled, by uid."""
    return {one.uid: _names(snapshot, one) for one in snapshot.meetings}


def _person(person: Person, company: Company | None = None) -> CalendarOwner:
    file_name = f"{company.name} - {person.full_name}" if company else person.full_name
    return CalendarOwner(CalendarOf.PERSON, person.uid, person.full_name, file_name, company, person)


def _without_company(snapshot: Snapshot, companies: frozenset[int]) -> Iterator[Person]:
    """Yield who has no company and takes part, and interpreters of these companies' meetings who belong to none."""
    everybody = all(one.id in companies for one in snapshot.companies if snapshot.takes_part(one.id))
    interpreters = {one.id for one in snapshot.interpreters}
    for person in snapshot.people:
        mine = snapshot.companies_of.get(person.id, ())
        interprets = person.id in interpreters and any(
            companies.intersection(one.pair) for one in snapshot.interpreted_by(person)
        )
        if not companies.intersection(mine) and (interprets or (everybody and not mine)):
            yield person


def _items(snapshot: Snapshot, owner: CalendarOwner, t: Translator) -> Iterator[CalendarItem]:
    if owner.venue or owner.of is CalendarOf.MISSION:
        yield from _items_of_places(snapshot, owner.venue, t)
        return
    company, person = owner.company, owner.person
    for event in _events(snapshot, company, person):
        yield _event(snapshot, event, t)
    for mine, meeting in gathering.meetings_of(snapshot, company, person) if company else ():
        other = gathering.other_of(meeting, mine)
        people = "\n".join(snapshot.addressed(one, t.language) for one in snapshot.delegates_of.get(other, []))
        what = ", ".join(filter(None, (snapshot.company[other].name, gathering.on_behalf(snapshot, mine, person, t))))
        yield _meeting(snapshot, meeting, (what, people), t)
    for meeting in snapshot.interpreted_by(person) if person else ():
        yield _meeting(snapshot, meeting, (_names(snapshot, meeting), t("Interprets")), t)


def _items_of_places(snapshot: Snapshot, venue: Venue | None, t: Translator) -> Iterator[CalendarItem]:
    """Yield what is at a venue, or in the whole mission."""
    for event in snapshot.events:
        if venue is None or venue.id in (event.venue_id, event.to_venue_id):
            yield _event(snapshot, event, t)
    for meeting in snapshot.meetings:
        is_here = venue is None or (
            meeting.table_id is not None and snapshot.venue_of_slot[meeting.slot_id].id == venue.id
        )
        if meeting.stands and is_here:
            yield _meeting(snapshot, meeting, (_names(snapshot, meeting), ""), t)


def _events(snapshot: Snapshot, company: Company | None, person: Person | None) -> list[Event]:
    if company:
        return gathering.events_of(snapshot, company, person)
    return [event for event in snapshot.events if person and snapshot.person_attends(person, event)]


def _event(snapshot: Snapshot, event: Event, t: Translator) -> CalendarItem:
    ends, place = snapshot.ends_of(event), text_of(where(snapshot, event, t))
    text = "\n".join(filter(None, (t(EVENT_KIND_LABELS[event.kind]), *map(text_of, besides(snapshot, event, t)))))
    return CalendarItem(event.uid, event.name(t.language), ends.starts, ends.ends, place, text)


def _names(snapshot: Snapshot, meeting: Meeting) -> str:
    return " – ".join(snapshot.company[key].name for key in meeting.pair)


def _meeting(snapshot: Snapshot, meeting: Meeting, words: tuple[str, str], t: Translator) -> CalendarItem:
    """Return a meeting as an entry of a calendar; words: its title and what else is said of it."""
    slot = snapshot.slot[meeting.slot_id]
    zone = snapshot.stop_of_slot[slot.id].time_zone
    place = gathering.whereabouts(snapshot, meeting, t)
    starts, ends = in_zone(slot.starts, zone), in_zone(slot.ends, zone)
    by_video = (video.link(snapshot, meeting), video.all_clocks(snapshot, meeting, t))
    return CalendarItem(meeting.uid, words[0], starts, ends, place, "\n".join(filter(None, (*by_video, words[1]))))
