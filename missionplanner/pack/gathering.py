"""The content of one company’s pack alone, gathered from a mission, in any of the three languages."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from missionplanner.domain import meeting_places, video
from missionplanner.domain.clock_changes import clock_changes
from missionplanner.domain.companies import Company, OfferingKind, Side
from missionplanner.domain.day_routes import legs
from missionplanner.domain.events import EVENT_KIND_LABELS, Event, EventKind
from missionplanner.domain.own_fields import PackPlace
from missionplanner.domain.people import Person
from missionplanner.domain.requests import PRIORITY_LABELS, Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spoken import language_of
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.domain.translated_names import wording_in
from missionplanner.i18n import Translator, translator
from missionplanner.pack import attending, briefing_content, market_content, own_details, own_sector
from missionplanner.pack.delegate_content import CompanyProfile, First, MeetingEntry, Own, ProgrammeDay, ProgrammeItem
from missionplanner.pack.editions import DirectoryVolume
from missionplanner.pack.free_days import with_free_days
from missionplanner.pack.phrases import Phrase, Said, as_one, in_row, joined
from missionplanner.pack.shared_content import Pictures
from missionplanner.pack.wording import (
    LONGEST_NAME,
    LONGEST_PLACE,
    NO_SECTOR,
    address,
    around,
    besides,
    calendar_card,
    card,
    foreign,
    hours,
    named,
    offerings,
    own_words,
    people_lines,
    place,
    sectors,
    shortened,
    where,
)
from missionplanner.typography import capital

_LONGEST_TEXT = 8000


def own(
    snapshot: Snapshot,
    company: Company,
    language: str,
    person: Person | None = None,
    pictures: Pictures | None = None,
    place: PackPlace = PackPlace.PROFILE,
) -> Own:
    """The content of one company’s pack alone, or of one of its delegates': only the meetings they attend.

    place: the own fields its profiles have are those chosen for it.
    """
    t = translator(language)
    meetings = meetings_of(snapshot, company, person)
    mine = _companies_of(snapshot, company, person)
    others = (snapshot.logo_of.get(other_of(meeting, one), "") for one, meeting in meetings)
    logos = {snapshot.logo_of.get(company.id, ""), *others}
    colleagues = [one.id for each in mine for one in snapshot.delegates_of.get(each.id, ())]
    return Own(
        company_id=company.id,
        company=shortened(", ".join(one.name for one in mine)),
        people=_people(snapshot, mine, person, t),
        sectors=joined(", ", dict.fromkeys(said for one in mine if (said := sectors(snapshot, one, t)).text)),
        programme=_programme(snapshot, company, person, t),
        meetings=tuple(_meeting(snapshot, one, meeting, person, place, t) for one, meeting in meetings),
        first=_first(snapshot, company, person, t),
        fellows=own_sector.fellows(snapshot, company, colleagues, t),
        facts=own_sector.facts(snapshot, company, len(meetings), t),
        charts=market_content.of_company(snapshot, company, t),
        briefings=briefing_content.of_company(snapshot, company, t),
        delegate_id=person.id if person else 0,
        delegate=snapshot.addressed(person, language) if person else "",
        logo=snapshot.logo_of.get(company.id, ""),
        pictures={digest: pictures[digest] for digest in sorted(logos) if digest in pictures} if pictures else {},
    )


def volume(snapshot: Snapshot, language: str) -> DirectoryVolume:
    """The profiles of everybody who takes part, in a language."""
    t = translator(language)

    def profiles(side: Side) -> tuple[CompanyProfile, ...]:
        companies = sorted(snapshot.participants(side), key=lambda company: t.sort_key(company.name))
        return tuple(_profile(snapshot, company, PackPlace.DIRECTORY, t) for company in companies)

    return DirectoryVolume(profiles(Side.DELEGATION), profiles(Side.COUNTERPART))


def meetings_of(snapshot: Snapshot, company: Company, person: Person | None = None) -> list[tuple[Company, Meeting]]:
    """The standing meetings of a company, or of a person for all their companies; each with the company it is for.

    Where nobody is named for a meeting, all of the company who attend meetings do.
    """
    if person is None:
        return [(company, meeting) for meeting in snapshot.meetings_of.get(company.id, [])]
    # Somebody who represents both sides of a meeting is in it once.
    found = {meeting.id: (snapshot.company[key], meeting) for key, meeting in snapshot.meetings_of_person(person)}
    return list(found.values())


def events_of(snapshot: Snapshot, company: Company, person: Person | None = None) -> list[Event]:
    """The events a company attends, or one of its people."""
    if person is None:
        return [event for event in snapshot.events if snapshot.attends(company.id, event)]
    return [event for event in snapshot.events if snapshot.person_attends(person, event)]


def on_behalf(snapshot: Snapshot, company: Company, person: Person | None, t: Translator) -> str:
    """The company somebody is in a meeting for, where they represent several: "for Acme"."""
    if person is None or len(snapshot.companies_of.get(person.id, ())) < 2:
        return ""
    return t("for {company}").format(company=shortened(company.name))


def _companies_of(snapshot: Snapshot, company: Company, person: Person | None) -> list[Company]:
    """The companies of a pack: those a person represents that take part, the one the pack is listed with first."""
    others = snapshot.companies_of.get(person.id, ()) if person else ()
    return [company, *(snapshot.company[key] for key in others if key != company.id and snapshot.takes_part(key))]


def _people(snapshot: Snapshot, companies: list[Company], person: Person | None, t: Translator) -> tuple[Phrase, ...]:
    """The people of a company; a person with the post in each of several companies."""
    if person is None:
        return people_lines(snapshot, companies[0], t)
    lines = ((one, line) for one in companies for line in people_lines(snapshot, one, t, [person]))
    if len(companies) == 1:
        return tuple(line for _one, line in lines)
    return tuple(Phrase(f"{line.text}, {shortened(one.name)}", line.language) for one, line in lines)


def _programme(snapshot: Snapshot, company: Company, person: Person | None, t: Translator) -> tuple[ProgrammeDay, ...]:
    """The events and meetings of a company or person, day by day on the clocks of the city."""
    rows: list[tuple[datetime, int, ProgrammeItem]] = []
    for event in events_of(snapshot, company, person):
        rows.append((snapshot.ends_of(event).starts, event.stop_id, _event(snapshot, event, t)))
    for number, (one, meeting) in enumerate(meetings_of(snapshot, company, person), start=1):
        stop = snapshot.stop_of_slot[meeting.slot_id]
        starts = in_zone(snapshot.slot[meeting.slot_id].starts, stop.time_zone)
        item = _meeting_item(snapshot, one, meeting, on_behalf(snapshot, one, person, t), t)
        rows.append((starts, stop.id, replace(item, number=number)))
    days: dict[tuple[object, int], list[tuple[datetime, ProgrammeItem]]] = defaultdict(list)
    for moment, stop_id, item in rows:
        days[moment.date(), stop_id].append((moment, item))
    found = []
    for (_day, stop_id), items in sorted(days.items(), key=lambda pair: (str(pair[0][0]), pair[0][1])):
        items.sort(key=lambda pair: pair[0])
        day, stop = items[0][0].date(), snapshot.stop[stop_id]
        notes = tuple(one.sentence(t) for one in clock_changes([stop]) if one.before.date() == day)
        here = {item.venue for _moment, item in items}
        venues = tuple(address(one)[:LONGEST_PLACE] for one in snapshot.venues if one.name in here and one.name)
        title, hours_of_it = t.date(day, "full"), tuple(item for _moment, item in items)
        found.append(ProgrammeDay(title, stop.name(t.language), hours_of_it, notes, day, venues))
    return with_free_days(found, t) if company.side is Side.DELEGATION else tuple(found)


def _first(snapshot: Snapshot, company: Company, person: Person | None, t: Translator) -> First | None:
    """The first event or meeting, as the cover and a telephone have it."""
    found = [
        (
            event.span,
            snapshot.stop[event.stop_id],
            named(event, t),
            as_one(where(snapshot, event, t)),
        )
        for event in events_of(snapshot, company, person)
    ]
    for one, meeting in meetings_of(snapshot, company, person)[:1]:
        place = Phrase(_one_line(_first_place(snapshot, meeting, t)))
        title = Phrase(shortened(snapshot.company[other_of(meeting, one)].name))
        found.append((snapshot.slot[meeting.slot_id].span, snapshot.stop_of_slot[meeting.slot_id], title, place))
    if not found:
        return None
    span, stop, title, place = min(found, key=lambda row: row[0].start)
    entry = calendar_card(title.text, place.text.partition(",")[0], span.start, span.end)
    return First(capital(t.short_moment(in_zone(span.start, stop.time_zone))), title, place, entry)


def _one_line(place: str) -> str:
    return " ".join(place.split())[:LONGEST_PLACE]


def _event(snapshot: Snapshot, event: Event, t: Translator) -> ProgrammeItem:
    ends = snapshot.ends_of(event)
    starts = _minute(ends.starts)
    is_plain = not (ends.is_journey or event.said("place", t.language)[0] or event.to_venue_id)
    venue, name = snapshot.venue.get(event.venue_id or 0) if is_plain else None, named(event, t)
    return ProgrammeItem(
        time=t.time(ends.starts) if ends.is_journey else hours(ends.starts, ends.ends, t),
        title=name.text,
        place=around(snapshot, event, t),
        kind=t(EVENT_KIND_LABELS[event.kind]),
        is_meeting=False,
        titled_in=name.language,
        starts=starts,
        ends=starts + int((event.ends - event.starts).total_seconds() // 60),
        venue=venue.name if venue else "",
        spot=in_row(" · ", besides(snapshot, event, t)),
        is_transfer=event.kind is EventKind.TRANSFER,
    )


def _minute(moment: datetime) -> int:
    """The minute of the day."""
    return moment.hour * 60 + moment.minute


def _meeting_item(snapshot: Snapshot, company: Company, meeting: Meeting, behalf: str, t: Translator) -> ProgrammeItem:
    other = snapshot.company[other_of(meeting, company)]
    place = (Phrase(_one_line(whereabouts(snapshot, meeting, t))),)
    title = ", ".join(filter(None, (shortened(other.name), behalf)))
    slot = snapshot.slot[meeting.slot_id]
    starts = _minute(in_zone(slot.starts, snapshot.stop_of_slot[slot.id].time_zone))
    return ProgrammeItem(
        _time(snapshot, meeting, t),
        title,
        place,
        t("Meeting"),
        True,
        starts=starts,
        ends=starts + int((slot.ends - slot.starts).total_seconds() // 60),
        venue=venue_name(snapshot, meeting, t),
        spot=(Phrase(_spot(snapshot, meeting, t)),),
    )


def _spot(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    """The table of a meeting; of one by video its room with the time at home, of a visit its address."""
    if meeting.table_id is None:
        return _address(snapshot, meeting)
    return " · ".join(filter(None, (table_words(snapshot, meeting, t), video.other_clocks(snapshot, meeting, t))))


def _venue_for(snapshot: Snapshot, company: Company, meeting: Meeting, t: Translator) -> str:
    """The venue of a meeting as one of its companies has it beside the name of the other."""
    if meeting.table_id is not None:
        return venue_name(snapshot, meeting, t)
    return t("At your office") if company.id == meeting.counterpart_id else t("At their office")


def _address(snapshot: Snapshot, meeting: Meeting) -> str:
    return meeting_places.address(snapshot, meeting)[:LONGEST_PLACE]


def _way_there(snapshot: Snapshot, company: Company, meeting: Meeting, t: Translator) -> Iterator[Phrase]:
    """The link of a video room and the time of both sides; of an office its address, how to get there and how long."""
    if online := "\n".join(filter(None, (video.link(snapshot, meeting), video.all_clocks(snapshot, meeting, t)))):
        yield Phrase(online)
    is_host = company.id == meeting.counterpart_id and meeting.table_id is None
    if meeting.table_id is None and not is_host:
        host = snapshot.company[meeting.counterpart_id]
        for said in (Phrase(_address(snapshot, meeting)), own_words(_one_line(host.directions), host.language, t)):
            if said.text:
                yield replace(said, text=f"{said.text.rstrip('.')}.")
    day = snapshot.slot[meeting.slot_id].day
    mine = [m for m in snapshot.meetings_of.get(company.id, []) if snapshot.slot[m.slot_id].day == day]
    if all(one.table_id is not None for one in mine):
        return
    leg = next(leg for leg in legs(snapshot, mine) if leg.meeting.id == meeting.id)
    if leg.leaves:
        zone = snapshot.stop_of_slot[meeting.slot_id].time_zone
        text = t("{n} minutes from the meeting before: leave at {time}.")
        yield Phrase(text.format(n=t.number(leg.minutes), time=t.time(in_zone(leg.leaves, zone))))


def _meeting(
    snapshot: Snapshot, company: Company, meeting: Meeting, person: Person | None, place: PackPlace, t: Translator
) -> MeetingEntry:
    slot = snapshot.slot[meeting.slot_id]
    stop = snapshot.stop_of_slot[slot.id]
    day, other = in_zone(slot.starts, stop.time_zone).date(), other_of(meeting, company)
    spoken = sorted(snapshot.languages_of(attending.attending(snapshot, meeting, other)))
    interpreter = snapshot.person.get(meeting.interpreter_id or 0)
    return MeetingEntry(
        day=t.date(day, "full"),
        time=_time(snapshot, meeting, t),
        stop=stop.name(t.language),
        venue=shortened(_venue_for(snapshot, company, meeting, t)),
        table=table_words(snapshot, meeting, t),
        profile=_profile(snapshot, snapshot.company[other], place, t),
        on_behalf=on_behalf(snapshot, company, person, t),
        company_id=other,
        short_day=t.short_day(day),
        interpreter=shortened(interpreter.full_name) if interpreter else "",
        languages=", ".join(t.locale.languages.get(code, code) for code in spoken),
        asked=in_row("\n", _asked(snapshot, meeting, company, t), _details_of_requests(snapshot, meeting, place, t)),
        where=in_row(" ", ((one,) for one in _way_there(snapshot, company, meeting, t))),
        **attending.of_ours(snapshot, meeting, company, t),
        **attending.of_theirs(snapshot, meeting, other, t),
    )


def _asked(snapshot: Snapshot, meeting: Meeting, company: Company, t: Translator) -> Iterator[Said]:
    """Who asked for a meeting, how much, and why."""
    if meeting.walk_in:
        yield (Phrase(t("Agreed on the spot.")),)
    for request in snapshot.requests_of.get(meeting.pair, ()):
        if request.priority is Priority.NO_THANKS:
            continue
        who = t("You asked for it") if request.asked_by is company.side else t("They asked for it")
        words = t(PRIORITY_LABELS[request.priority])
        much = f" ({words[:1].lower()}{words[1:]})" if request.priority is Priority.MUST_MEET else ""
        why = own_words(_one_line(request.comment), own_details.asking(snapshot, request).language, t)
        yield (Phrase(f"{who}{much}: "), why) if why.text else (Phrase(f"{who}{much}."),)


def _details_of_requests(snapshot: Snapshot, meeting: Meeting, place: PackPlace, t: Translator) -> Iterator[Said]:
    """The own fields of the requests for a meeting, each with its name."""
    requests = snapshot.requests_of.get(meeting.pair, ())
    for label, said in own_details.of_requests(snapshot, requests, place, t):
        yield Phrase(f"{label}: "), said


def _profile(snapshot: Snapshot, company: Company, where: PackPlace, t: Translator) -> CompanyProfile:
    people = snapshot.delegates_of.get(company.id, [])
    mine = snapshot.sectors_of.get(company.id, [])
    colour = snapshot.sector[snapshot.main_sector(mine[0])].colour if mine else ""
    written = language_of(company.description, company.language)
    description, spoken = wording_in(company, "description", t.language, written)
    return CompanyProfile(
        name=shortened(company.name),
        place=place(company, "", t),
        website=company.website if len(company.website) <= LONGEST_NAME else "",
        sectors=sectors(snapshot, company, t),
        colour=colour or NO_SECTOR,
        people=people_lines(snapshot, company, t),
        contacts=tuple(
            part[:LONGEST_NAME] for person in people for part in (person.email, person.phone or person.mobile) if part
        ),
        offers=offerings(snapshot, company, OfferingKind.OFFERS, t),
        seeks=offerings(snapshot, company, OfferingKind.SEEKS, t),
        description=description[:_LONGEST_TEXT],
        employees=_size(company, t),
        card=card(snapshot, company, t),
        language=foreign(spoken, t) if description else "",
        logo=snapshot.logo_of.get(company.id, ""),
        details=own_details.of_company(snapshot, company, where, t),
    )


def other_of(meeting: Meeting, company: Company) -> int:
    """The key of the company across the table."""
    return meeting.counterpart_id if company.id == meeting.delegation_id else meeting.delegation_id


def _time(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    slot = snapshot.slot[meeting.slot_id]
    zone = snapshot.stop_of_slot[slot.id].time_zone
    return f"{t.time(in_zone(slot.starts, zone))}–{t.time(in_zone(slot.ends, zone))}"


def table_words(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    """The table or video room of a meeting; of a visit the zone of the city."""
    if meeting.table_id is None:
        return snapshot.company[meeting.counterpart_id].zone
    text = t("video room {number}") if video.is_online(snapshot, meeting) else t("table {number}")
    return text.format(number=snapshot.table[meeting.table_id].number)


def venue_name(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    """The venue of a meeting, or whose office it is at."""
    if meeting.table_id is None:
        return t("Office of {company}").format(company=snapshot.company[meeting.counterpart_id].name)
    return snapshot.venue_of_slot[meeting.slot_id].name


def venue_and_table(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    """The venue and table of a meeting, or whose office it is at and in which zone."""
    return ", ".join(filter(None, (venue_name(snapshot, meeting, t), table_words(snapshot, meeting, t))))


def whereabouts(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    """Where a meeting is: venue, table and address or link, or the office of the host with its address."""
    where = meeting_places.address(snapshot, meeting)
    spot = table_words(snapshot, meeting, t) if meeting.table_id is not None else ""
    return ", ".join(part for part in (venue_name(snapshot, meeting, t), spot, where) if part)


def _first_place(snapshot: Snapshot, meeting: Meeting, t: Translator) -> str:
    """Where a first meeting is: the address comes before the table."""
    if meeting.table_id is None:
        return whereabouts(snapshot, meeting, t)
    return f"{address(snapshot.venue_of_slot[meeting.slot_id])}, {table_words(snapshot, meeting, t)}"


def _size(company: Company, t: Translator) -> str:
    """How many work there, on one line."""
    size = t.count("{n} employee", "{n} employees", company.employees) if company.employees else ""
    return size.replace(" ", "\N{NO-BREAK SPACE}")
