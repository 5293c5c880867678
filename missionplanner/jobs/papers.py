"""What goes into the organiser edition: table plans, cards, people, interpreters, sign-in sheets, calls, badges."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from missionplanner.domain.companies import Delegate, Side
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import Translator, translator
from missionplanner.jobs import attendance, day
from missionplanner.pack.content import Own
from missionplanner.pack.papers import Badge, Papers, Section, Sheet

_DEFAULT_TINT = "#1f4e79"


def own(language: str) -> Own:
    """Whose edition it is: nobody's but the organiser's."""
    t = translator(language)
    return Own(company_id=0, company=t("Organiser edition"), people=(), sectors="", programme=(), meetings=())


def papers(snapshot: Snapshot, language: str) -> Papers:
    """The papers in one of the three languages."""
    t = translator(language)
    return Papers(
        sections=(
            Section("plan", t("Table plan"), tuple(_plan(snapshot, t)), t("No meetings are planned yet.")),
            Section("cards", t("Table cards"), tuple(_cards(snapshot, t)), t("No meetings are planned yet.")),
            Section("people", t("Pick-up list"), tuple(_people(snapshot, t)), t("Nobody takes part yet.")),
            Section("interpreters", t("Interpreters"), tuple(_interpreters(snapshot, t)), t("Nobody interprets.")),
            Section("sign-in", t("Sign-in sheets"), tuple(_sign_in(snapshot, t)), t("There are no events yet.")),
            Section("calls", t("Calls of the evening before"), tuple(_calls(snapshot, t)),
                    t("No meetings are planned yet.")),
        ),
        badges_title=t("Name badges"), badges=tuple(_badges(snapshot)),
    )  # fmt: skip


def _standing(snapshot: Snapshot) -> list[Meeting]:
    found = [meeting for meeting in snapshot.meetings if meeting.stands]
    return sorted(found, key=lambda m: (_stop(snapshot, m), snapshot.slot[m.slot_id].starts, m.table_id, m.id))


def _stop(snapshot: Snapshot, meeting: Meeting) -> int:
    return snapshot.stop_of_slot[meeting.slot_id].id


def _times(snapshot: Snapshot, meeting: Meeting, t: Translator) -> tuple[date, str]:
    """The day and the times of a meeting on the clocks of its stop."""
    slot, zone = snapshot.slot[meeting.slot_id], snapshot.stop_of_slot[meeting.slot_id].time_zone
    starts, ends = in_zone(slot.starts, zone), in_zone(slot.ends, zone)
    return starts.date(), f"{t.time(starts)}–{t.time(ends)}"


def _names(snapshot: Snapshot, meeting: Meeting) -> tuple[str, str]:
    one, two = (snapshot.company[key].name for key in meeting.pair)
    return one, two


def _interpreter(snapshot: Snapshot, meeting: Meeting) -> str:
    return next((p.name for p in snapshot.interpreters if p.id == meeting.interpreter_id), "")


def _plan(snapshot: Snapshot, t: Translator) -> Iterator[Sheet]:
    """A list a slot of a stop: who sits at which table."""
    slots: dict[tuple[int, date, str], list[Meeting]] = defaultdict(list)
    for meeting in _standing(snapshot):
        slots[_stop(snapshot, meeting), *_times(snapshot, meeting, t)].append(meeting)
    for (stop, when, times), meetings in slots.items():
        heading = f"{snapshot.stop[stop].name(t.language)}, {t.date(when, 'full')}, {times}"
        rows = tuple(
            (str(snapshot.table[m.table_id].number), *_names(snapshot, m), _interpreter(snapshot, m)) for m in meetings
        )
        heads = (t("Table"), t("Delegation"), t("Counterpart"), t("Interpreter"))
        yield Sheet(heading, heads, rows, (0.09, 0.36, 0.36, 0.19))


def _cards(snapshot: Snapshot, t: Translator) -> Iterator[Sheet]:
    """A page for every table and day it is used."""
    tables: dict[tuple[int, date], list[Meeting]] = defaultdict(list)
    for meeting in _standing(snapshot):
        tables[meeting.table_id, _times(snapshot, meeting, t)[0]].append(meeting)
    for (key, when), meetings in sorted(tables.items()):
        table = snapshot.table[key]
        heading = t("table {number}").format(number=table.number).capitalize()
        note = f"{snapshot.venue[table.venue_id].name}, {t.date(when, 'full')}"
        rows = tuple((_times(snapshot, m, t)[1], *_names(snapshot, m)) for m in meetings)
        heads = (t("Time"), t("Delegation"), t("Counterpart"))
        yield Sheet(f"{heading} – {note}", heads, rows, (0.2, 0.4, 0.4), height=11, new_page=True, in_contents=False)


def _taking_part(snapshot: Snapshot, side: Side) -> list[Delegate]:
    found = [p for company in snapshot.participants(side) for p in snapshot.delegates_of.get(company.id, [])]
    return sorted(found, key=lambda p: (fold(p.family_name), fold(p.given_name), p.id))


def _people(snapshot: Snapshot, t: Translator) -> Iterator[Sheet]:
    """Everybody who picks a pack up, by family name, with room to sign."""
    heads = (t("Family name"), t("Given name"), t("Company"), t("Signature"))
    for side, title in ((Side.DELEGATION, t("Delegation")), (Side.COUNTERPART, t("Counterparts"))):
        rows = tuple(
            (f"{p.family_name} {p.second_family_name}".strip(), p.given_name, snapshot.company[p.company_id].name, "")
            for p in _taking_part(snapshot, side)
        )
        if rows:
            yield Sheet(title, heads, rows, (0.24, 0.18, 0.34, 0.24), height=9, new_page=True)


def _interpreters(snapshot: Snapshot, t: Translator) -> Iterator[Sheet]:
    """Whom each interpreter helps, when and where."""
    mine: dict[int, list[Meeting]] = defaultdict(list)
    for meeting in _standing(snapshot):
        mine[meeting.interpreter_id or 0].append(meeting)
    heads = (t("Day"), t("Time"), t("Table"), t("Delegation"), t("Counterpart"))
    for person in snapshot.interpreters:
        rows = []
        for meeting in sorted(mine[person.id], key=lambda m: snapshot.slot[m.slot_id].starts):
            when, times = _times(snapshot, meeting, t)
            number = str(snapshot.table[meeting.table_id].number)
            rows.append((t.date(when, "MMMEd"), times, number, *_names(snapshot, meeting)))
        note = ", ".join(part for part in (person.languages, person.phone) if part)
        yield Sheet(person.name, heads, tuple(rows), (0.14, 0.16, 0.1, 0.3, 0.3), note)


def _sign_in(snapshot: Snapshot, t: Translator) -> Iterator[Sheet]:
    """A sheet an event: the companies expected, how many people, room to sign."""
    heads = (t("Company"), t("People"), t("Signature"))
    for event in sorted(snapshot.events, key=lambda event: (event.starts, event.id)):
        starts = in_zone(event.starts, snapshot.stop[event.stop_id].time_zone)
        guests = attendance.guests(snapshot, event)
        coming = sorted(guests.coming, key=lambda key: fold(snapshot.company[key].name))
        rows = tuple((snapshot.company[k].name, str(attendance.people_of(snapshot, k)), "") for k in coming)
        if rows:
            note = f"{snapshot.stop[event.stop_id].name(t.language)}, {t.date(starts.date(), 'full')}, {t.time(starts)}"
            yield Sheet(event.name(t.language), heads, rows, (0.5, 0.12, 0.38), note, height=8, new_page=True)


def _calls(snapshot: Snapshot, t: Translator) -> Iterator[Sheet]:
    """Whom to call the evening before each day."""
    heads = (t("First meeting"), t("Company"), t("Person"), t("Phone"), t("Meetings"), t("Reconfirmed"))
    for when in sorted({slot.day for slot in snapshot.slots}):
        rows = []
        for call in day.calls(snapshot, when):
            zone = snapshot.stop_of_slot[call.meetings[0].slot_id].time_zone
            since = t.date(call.reconfirmed, "medium") if call.reconfirmed else ""
            name = call.person.formal_name if call.person else ""
            company = snapshot.company[call.company_id].name
            first = t.time(in_zone(call.first, zone))
            rows.append((first, company, name, call.phone, str(len(call.meetings)), since))
        if rows:
            yield Sheet(t.date(when, "full"), heads, tuple(rows), (0.12, 0.25, 0.2, 0.16, 0.12, 0.15), new_page=True)


def _badges(snapshot: Snapshot) -> Iterator[Badge]:
    """A badge for everybody who takes part, by company and name."""
    for side in Side:
        for company in snapshot.participants(side):
            mine = snapshot.sectors_of.get(company.id, [])
            tint = snapshot.sector[snapshot.main_sector(mine[0])].colour if mine else ""
            for person in snapshot.delegates_of.get(company.id, []):
                name = person.badge_name or person.full_name
                yield Badge(name, person.position, company.name, tint or _DEFAULT_TINT)
