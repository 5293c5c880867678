"""The day of one person in words: what, where, with whom, how to get there, and what is to be known of a call."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from missionplanner.domain import attendance
from missionplanner.domain.address_lines import in_line, town
from missionplanner.domain.attendees import other_of
from missionplanner.domain.companies import Company
from missionplanner.domain.day_conflicts import clash_words, title
from missionplanner.domain.events import EVENT_KIND_LABELS, Event, EventKind
from missionplanner.domain.journeys import LEG_KIND_LABELS
from missionplanner.domain.people import Person, by_precedence
from missionplanner.domain.person_days import Commitment, DayStep, day_of, entering
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import Translator
from missionplanner.pack import gathering
from missionplanner.pack.attending import attending
from missionplanner.pack.editions import Cell, DayPaper
from missionplanner.pack.phrases import NOTHING, Phrase, as_one, in_row, text_of
from missionplanner.pack.wording import besides, hours, named, on_one_line, own_words, shortened, where
from missionplanner.typography import capital

_MOST = 6
"""So many people are named with an occasion."""
_LONGEST = 600
"""The most characters of a text of a call on the sheet of a day."""


@dataclass(frozen=True, slots=True)
class DayEntry:
    """An occasion of somebody's day."""

    time: str
    where: Phrase
    how: str
    """The way there: when to leave, where one meets, in which vehicle, how to get in."""
    kind: str
    whom: str = ""
    """Who else is there."""
    what: Phrase = NOTHING
    spare: str = ""
    """The time that is left besides the way; empty for the first of the day."""
    notes: tuple[tuple[str, Phrase], ...] = ()
    """The facts of a bilateral call or a talk, each with its name."""
    problem: str = ""
    """Why they cannot be there as planned, in a sentence."""
    on_card: Phrase | None = None
    """Where it is, without the address: where the cards of days in the leader edition say that, and who comes."""


@dataclass(frozen=True, slots=True)
class DaySheet:
    """The day of one person."""

    person: str
    """How they are addressed."""
    day: str
    cities: str
    lines: tuple[DayEntry, ...]
    sleeps: str = ""
    """The hotel and room of the night that follows."""

    @property
    def heading(self) -> str:
        """The person and the day."""
        return " – ".join(filter(None, (self.person, ", ".join(filter(None, (self.day, self.cities))))))

    @property
    def problems(self) -> tuple[str, ...]:
        """Everything that does not go together, once each."""
        return tuple(dict.fromkeys(line.problem for line in self.lines if line.problem))


def day_sheet(snapshot: Snapshot, person: Person, day: date, t: Translator) -> DaySheet:
    """Return the day of somebody in one of the three languages."""
    items = day_of(snapshot, person, day)
    stops = dict.fromkeys(key for item in items for key in (item.occasion.stop_id, item.occasion.to_stop_id) if key)
    return DaySheet(
        person=snapshot.addressed(person, t.language),
        day=capital(t.date(day, "full")),
        cities=" → ".join(snapshot.stop[key].name(t.language) for key in stops),
        lines=tuple(_on_day(_line(snapshot, person, item, t), item.occasion, day, t) for item in items),
        sleeps=_sleeps(snapshot, person, day, t),
    )


def as_list(sheet: DaySheet, t: Translator) -> DayPaper:
    """Return a day as a list to be printed, with what is to be known of calls below it."""
    heads = (t("Time"), t("What"), t("Where, and how to get there"), t("With whom"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            line.time,
            (line.what, Phrase(line.kind), Phrase(line.problem)),
            (line.where, Phrase(line.how), Phrase(line.spare)),
            line.whom,
        )
        for line in sheet.lines
    )
    if sheet.sleeps:
        rows += (("", (Phrase(t("Night")),), (Phrase(sheet.sleeps),), ""),)
    below = tuple((replace(one.what, text=f"{one.time} {one.what}"), one.notes) for one in sheet.lines if one.notes)
    widths = (0.16, 0.24, 0.32, 0.28)
    return DayPaper(sheet.heading, heads, rows, widths, new_page=True, is_close=True, below=below)


def call_facts(snapshot: Snapshot, event: Event, t: Translator) -> tuple[tuple[str, Phrase], ...]:
    """Return the facts of a bilateral call: who receives it, who enters in which order, and why; else nothing."""
    if event.kind is not EventKind.CALL:
        return ()
    order = [shortened(one.full_name) for one in entering(snapshot, event)]
    host, interpreter = snapshot.company.get(event.host_id or 0), snapshot.person.get(event.interpreter_id or 0)
    received = ", ".join((*([host.name] if host else []), *_plain_lines(event.hosts)))
    found = (
        (t("Host"), Phrase(received)),
        (t("They enter"), Phrase(", ".join(f"{n}. {name}" for n, name in enumerate(order, start=1)))),
        (t("Brief"), _written(snapshot, event.brief, t)),
        (t("Objectives"), _written(snapshot, event.objectives, t)),
        (t("Protocol"), _written(snapshot, event.protocol, t)),
        (t("Interpreter"), Phrase(interpreter.full_name if interpreter else "")),
    )
    return tuple((name, said) for name, said in found if said.text)


def call_notes(snapshot: Snapshot, event: Event, t: Translator) -> tuple[tuple[str, Phrase], ...]:
    """Return what is to be known of an event besides when and where: the facts of a call, and what is to be said."""
    points = "; ".join(line.removeprefix("- ") for line in _plain_lines(event.talking_points))
    said = ((t("To say"), _written(snapshot, points, t)),) if points else ()
    return (*call_facts(snapshot, event, t), *said)


def _written(snapshot: Snapshot, text: str, t: Translator) -> Phrase:
    """Return a text somebody wrote in one language, in a line."""
    return own_words(" ".join(text.split())[:_LONGEST], snapshot.mission.languages.split(",")[0], t)


def _line(snapshot: Snapshot, person: Person, item: DayStep, t: Translator) -> DayEntry:
    one = item.occasion
    if one.event:
        line = _event_line(snapshot, person, one.event, t)
    elif one.meeting:
        line = _meeting_line(snapshot, person, one.meeting, one.company_id, t)
    else:
        line = _leg_line(one, t)
    return replace(
        line,
        what=named(one.event, t) if one.event else Phrase(shortened(title(snapshot, one, t))),
        kind=t("Interprets") if one.interprets else line.kind,
        how=" · ".join(filter(None, (_leaves(item, t), line.how))),
        spare=_spare(item, t),
        problem=clash_words(snapshot, person, item, t),
    )


def _on_day(line: DayEntry, one: Commitment, day: date, t: Translator) -> DayEntry:
    """The line of what began on a day before: only its end is on this one."""
    return replace(line, time=t("until {time}").format(time=t.time(one.ends))) if one.starts.date() < day else line


def _event_line(snapshot: Snapshot, person: Person, event: Event, t: Translator) -> DayEntry:
    ends = snapshot.ends_of(event)
    host = snapshot.company.get(event.host_id or 0)
    place = where(snapshot, event, t)
    if not place and host and event.kind is EventKind.CALL:
        place = (Phrase(_office(host, t)),)
    journey, meeting_point, _organiser = besides(snapshot, event, t)
    near = where(snapshot, event, t, is_known=True)
    seat = snapshot.seat_of.get((event.id, person.id))
    vehicle = snapshot.vehicle[seat.vehicle_id] if seat else None
    ride = (vehicle.name, on_one_line(vehicle.driver)) if vehicle else ()
    way = host.directions if host and not event.venue_id and not event.place else ""
    return DayEntry(
        time=t.time(ends.starts) if ends.is_journey else hours(ends.starts, ends.ends, t),
        where=as_one(in_row(" · ", (journey, place))),
        how=" · ".join(filter(None, (text_of(meeting_point), *ride, " ".join(way.split())))),
        kind=t(EVENT_KIND_LABELS[event.kind]),
        whom=_others_at(snapshot, person, event, t),
        on_card=None if event.kind is EventKind.CALL else as_one(in_row(" · ", (journey, near))),
        notes=call_notes(snapshot, event, t),
    )


def _meeting_line(snapshot: Snapshot, person: Person, meeting: Meeting, company_id: int, t: Translator) -> DayEntry:
    slot, stop = snapshot.slot[meeting.slot_id], snapshot.stop_of_slot[meeting.slot_id]
    host = snapshot.company[meeting.counterpart_id]
    sides = [key for key in (company_id, other_of(meeting, company_id)) if key] if company_id else [*meeting.pair]
    names = [one for key in sides for one in attending(snapshot, meeting, key) if one.id != person.id]
    return DayEntry(
        time=t.times(in_zone(slot.starts, stop.time_zone), in_zone(slot.ends, stop.time_zone)),
        where=Phrase(gathering.whereabouts(snapshot, meeting, t)),
        how=" ".join(host.directions.split()) if meeting.table_id is None else "",
        kind=t("Meeting"),
        whom=_named(snapshot, names, t),
    )


def _leg_line(one: Commitment, t: Translator) -> DayEntry:
    leg = one.leg
    assert leg
    times = [t.time(moment) for moment in (leg.departs, leg.arrives) if moment]
    later = (one.ends.date() - one.starts.date()).days
    booking = t("booking {code}").format(code=leg.booking) if leg.booking else ""
    return DayEntry(
        time="–".join(times) + (f" +{later}" if later else ""),
        where=Phrase(leg.way),
        how=" · ".join(filter(None, (booking, leg.note))),
        kind=t(LEG_KIND_LABELS[leg.kind]),
    )


def _others_at(snapshot: Snapshot, person: Person, event: Event, t: Translator) -> str:
    """Return who else is at an event: of a call everybody who enters, else how many companies and the first by rank."""
    if event.kind is EventKind.CALL:
        return _named(snapshot, [one for one in entering(snapshot, event) if one.id != person.id], t)
    coming = attendance.guests(snapshot, event).coming
    number = t.count("{n} company", "{n} companies", len(coming)) if coming else ""
    ranked = [one for one in snapshot.people if one.precedence is not None and one.id != person.id]
    there = [one for one in by_precedence(ranked) if snapshot.person_attends(one, event)]
    return ", ".join(filter(None, (number, _named(snapshot, there, t))))


def _named(snapshot: Snapshot, people: Sequence[Person], t: Translator) -> str:
    names = [shortened(snapshot.addressed(one, t.language)) for one in people[:_MOST]]
    others = len(people) - _MOST
    return ", ".join(names) + (" " + t.count("and {n} other", "and {n} others", others) if others > 0 else "")


def _office(company: Company, t: Translator) -> str:
    name = t("Office of {company}").format(company=company.name)
    return in_line((name, company.address, company.zone, town(company.city, company.postal_code, company.country)))


def _plain_lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _leaves(item: DayStep, t: Translator) -> str:
    """Return when to leave where one is before, and how long the way is."""
    if not item.leaves:
        return ""
    if item.occasion.leg:
        return t("at the airport by {time}").format(time=t.time(item.leaves))
    if item.before and item.before.leg:
        return ""
    return t("leave at {time}, {n} min").format(time=t.time(item.leaves), n=t.number(item.minutes or 0))


def _spare(item: DayStep, t: Translator) -> str:
    if item.spare is None:
        return ""
    if item.spare < 0:
        return t("{n} min too few").format(n=t.number(-item.spare))
    free, rest = divmod(item.spare, 60)
    return t("{time} to spare").format(time=f"{free} h {rest:02}" if free else t("{n} min").format(n=rest))


def _sleeps(snapshot: Snapshot, person: Person, day: date, t: Translator) -> str:
    """Return the hotel and the room of the night that follows a day; empty where nobody knows them."""
    for stay in snapshot.stays_of.get(person.id, ()):
        if (stay.check_in is None or stay.check_in <= day) and (stay.check_out is None or day < stay.check_out):
            hotel = snapshot.hotel.get(stay.hotel_id or 0)
            room = t("room {room}").format(room=stay.room) if stay.room else ""
            found = ", ".join(filter(None, (hotel.name if hotel else "", room, hotel.address if hotel else "")))
            return " ".join(found.split())
    return ""
