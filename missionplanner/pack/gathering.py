"""The content of one company’s pack alone, gathered from a mission, in any of the three languages."""

from collections import defaultdict
from datetime import datetime

from missionplanner.domain.companies import Company, OfferingKind
from missionplanner.domain.events import EVENT_KIND_LABELS, Event
from missionplanner.domain.people import Person
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import Translator, translator
from missionplanner.pack.delegate_content import CompanyProfile, MeetingEntry, Own, ProgrammeDay, ProgrammeItem
from missionplanner.pack.shared_content import Pictures
from missionplanner.pack.wording import (
    LONGEST_NAME,
    LONGEST_PLACE,
    NO_SECTOR,
    card,
    foreign,
    hours,
    people_lines,
    place,
    sectors,
    shortened,
    where,
)

_LONGEST_TEXT = 8000


def own(
    snapshot: Snapshot,
    company: Company,
    language: str,
    person: Person | None = None,
    pictures: Pictures | None = None,
) -> Own:
    """The content of one company’s pack alone, or of one of its delegates': only the meetings they attend."""
    t = translator(language)
    meetings = meetings_of(snapshot, company, person)
    others = (snapshot.logo_of.get(other_of(meeting, company), "") for meeting in meetings)
    logos = {snapshot.logo_of.get(company.id, ""), *others}
    return Own(
        company_id=company.id,
        company=shortened(company.name),
        people=people_lines(snapshot, company, t, [person] if person else None),
        sectors=sectors(snapshot, company, language),
        programme=_programme(snapshot, company, meetings, t),
        meetings=tuple(_meeting(snapshot, company, meeting, t) for meeting in meetings),
        delegate_id=person.id if person else 0,
        delegate=snapshot.addressed(person, language) if person else "",
        logo=snapshot.logo_of.get(company.id, ""),
        pictures={digest: pictures[digest] for digest in sorted(logos) if digest in pictures} if pictures else {},
    )


def meetings_of(snapshot: Snapshot, company: Company, person: Person | None = None) -> list[Meeting]:
    """The meetings of a company that stand; with a person those they attend (where nobody is named, all do)."""
    found = snapshot.meetings_of.get(company.id, [])
    return [m for m in found if person is None or snapshot.is_at(person, company.id, m)]


def _programme(
    snapshot: Snapshot, company: Company, meetings: list[Meeting], t: Translator
) -> tuple[ProgrammeDay, ...]:
    """Events the company attends and its meetings, day by day on the clocks of the city."""
    rows: list[tuple[datetime, int, ProgrammeItem]] = []
    for event in snapshot.events:
        if snapshot.attends(company.id, event):
            zone = snapshot.stop[event.stop_id].time_zone
            rows.append((in_zone(event.starts, zone), event.stop_id, _event(snapshot, event, t)))
    for meeting in meetings:
        stop = snapshot.stop_of_slot[meeting.slot_id]
        starts = in_zone(snapshot.slot[meeting.slot_id].starts, stop.time_zone)
        rows.append((starts, stop.id, _meeting_item(snapshot, company, meeting, t)))
    days: dict[tuple[object, int], list[tuple[datetime, ProgrammeItem]]] = defaultdict(list)
    for moment, stop_id, item in rows:
        days[moment.date(), stop_id].append((moment, item))
    found = []
    for (_day, stop_id), items in sorted(days.items(), key=lambda pair: (str(pair[0][0]), pair[0][1])):
        items.sort(key=lambda pair: pair[0])
        title = t.date(items[0][0].date(), "full")
        found.append(ProgrammeDay(title, snapshot.stop[stop_id].name(t.language), tuple(i for _m, i in items)))
    return tuple(found)


def _event(snapshot: Snapshot, event: Event, t: Translator) -> ProgrammeItem:
    zone = snapshot.stop[event.stop_id].time_zone
    time = hours(in_zone(event.starts, zone), in_zone(event.ends, zone), t)
    name, kind = shortened(event.name(t.language)), t(EVENT_KIND_LABELS[event.kind])
    return ProgrammeItem(time, name, where(snapshot, event), kind, False)


def _meeting_item(snapshot: Snapshot, company: Company, meeting: Meeting, t: Translator) -> ProgrammeItem:
    venue = snapshot.venue_of_slot[meeting.slot_id]
    other = snapshot.company[other_of(meeting, company)]
    place = ", ".join(part for part in (venue.name, _table(snapshot, meeting, t), venue.address) if part)
    place = " ".join(place.split())[:LONGEST_PLACE]
    return ProgrammeItem(_time(snapshot, meeting, t), shortened(other.name), place, t("Meeting"), True)


def _meeting(snapshot: Snapshot, company: Company, meeting: Meeting, t: Translator) -> MeetingEntry:
    slot = snapshot.slot[meeting.slot_id]
    stop = snapshot.stop_of_slot[slot.id]
    return MeetingEntry(
        day=t.date(in_zone(slot.starts, stop.time_zone).date(), "full"),
        time=_time(snapshot, meeting, t),
        stop=stop.name(t.language),
        venue=shortened(snapshot.venue_of_slot[slot.id].name),
        table=_table(snapshot, meeting, t),
        profile=_profile(snapshot, snapshot.company[other_of(meeting, company)], t),
    )


def _profile(snapshot: Snapshot, company: Company, t: Translator) -> CompanyProfile:
    people = snapshot.delegates_of.get(company.id, [])
    mine = snapshot.sectors_of.get(company.id, [])
    colour = snapshot.sector[snapshot.main_sector(mine[0])].colour if mine else ""
    translated = {"en": company.description_en, "fr": company.description_fr, "es": company.description_es}[t.language]
    return CompanyProfile(
        name=shortened(company.name),
        place=place(company, "", t),
        website=company.website if len(company.website) <= LONGEST_NAME else "",
        sectors=sectors(snapshot, company, t.language),
        colour=colour or NO_SECTOR,
        people=people_lines(snapshot, company, t),
        contacts=tuple(
            part[:LONGEST_NAME] for person in people for part in (person.email, person.phone or person.mobile) if part
        ),
        offers=tuple(snapshot.offerings_of(company.id, OfferingKind.OFFERS)),
        seeks=tuple(snapshot.offerings_of(company.id, OfferingKind.SEEKS)),
        description=(translated or company.description)[:_LONGEST_TEXT],
        employees=t.count("{n} employee", "{n} employees", company.employees) if company.employees else "",
        card=card(snapshot, company, t),
        language="" if translated or not company.description else foreign(company.language, t),
        logo=snapshot.logo_of.get(company.id, ""),
    )


def other_of(meeting: Meeting, company: Company) -> int:
    """The key of the company across the table."""
    return meeting.counterpart_id if company.id == meeting.delegation_id else meeting.delegation_id


def _time(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    slot = snapshot.slot[meeting.slot_id]
    zone = snapshot.stop_of_slot[slot.id].time_zone
    return f"{t.time(in_zone(slot.starts, zone))}–{t.time(in_zone(slot.ends, zone))}"


def _table(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    return t("table {number}").format(number=snapshot.table[meeting.table_id].number)
