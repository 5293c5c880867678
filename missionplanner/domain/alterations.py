"""A mission as it would be with something more or less: tables, slots, days, interpreters, stops of companies.

Nothing of it is stored: what is added has keys below 0, which no record of a mission file has.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count

from missionplanner.domain.attendees import codes
from missionplanner.domain.companies import CompanyStop
from missionplanner.domain.mission import Table
from missionplanner.domain.people import Person, Role
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Owner, Session, Slot, slots_of

_INTERPRETING = Role(id=-1, name_en="Interpreter", meets=False, interprets=True)
"""The role of interpreters that are added."""
HALF_DAY = timedelta(hours=4)
"""The length of half a day of meetings that is added."""


def with_stops(snapshot: Snapshot, added: Mapping[int, Iterable[int]]) -> Snapshot:
    """Return the mission in which companies go to more stops: their keys by the keys of the companies."""
    rows = []
    for company, stops in added.items():
        known = snapshot.named_stops.get(company, set())
        # Who names a stop goes to the named ones alone: those of its sectors have to be named as well.
        wanted = (snapshot.stops_for(company) | set(stops)) - known
        rows += [CompanyStop(company_id=company, stop_id=stop) for stop in sorted(wanted)]
    return replace(snapshot, company_stops=[*snapshot.company_stops, *rows])


def with_tables(snapshot: Snapshot, numbers: Mapping[int, int]) -> Snapshot:
    """Return the mission in which venues have so many tables, by their keys; the first ones are kept."""
    kept: list[Table] = []
    keys = count(-1, -1)
    for venue in snapshot.venues:
        mine = snapshot.tables_of.get(venue.id, [])
        wanted = numbers.get(venue.id, len(mine))
        last = max((table.number for table in mine), default=0)
        more = range(last + 1, last + 1 + wanted - len(mine))
        kept += [*mine[:wanted], *(Table(id=next(keys), venue_id=venue.id, number=number) for number in more)]
    return replace(snapshot, tables=kept)


def with_more_slots(snapshot: Snapshot, stop_id: int, more: int = 1) -> Snapshot:
    """Return the mission in which every day of meetings at a stop has slots more at its end."""
    return _with_days_of(snapshot, lambda stop, present: present + more if stop == stop_id else present)


def with_slots_a_day(snapshot: Snapshot, number: int, at_least: bool = False) -> Snapshot:
    """Return the mission in which every day of meetings of a venue has so many slots; the first ones are kept.

    at_least: days that have more keep them all.
    """
    return _with_days_of(snapshot, lambda _stop, present: max(number, present) if at_least else number)


def _with_days_of(snapshot: Snapshot, wanted: Callable[[int, int], int]) -> Snapshot:
    """Return the mission with days of other lengths: `wanted` of the stop and the number of slots there are."""
    days: dict[tuple[int, date], list[Slot]] = defaultdict(list)
    for slot in sorted(snapshot.slots, key=lambda slot: (slot.starts, slot.id)):
        days[snapshot.session[slot.session_id].venue_id, slot.day].append(slot)
    slots: list[Slot] = []
    keys = count(-1, -1)
    for (venue, _day), mine in days.items():
        many = wanted(snapshot.venue[venue].stop_id, len(mine))
        session = snapshot.session[mine[-1].session_id]
        step = timedelta(minutes=session.slot_minutes + session.buffer_minutes)
        more = (
            replace(mine[-1], id=next(keys), uid="", starts=mine[-1].starts + n * step, ends=mine[-1].ends + n * step)
            for n in range(1, many - len(mine) + 1)
        )
        slots += [*mine[:many], *more]
    return replace(snapshot, slots=slots)


def with_days(snapshot: Snapshot, number: int, at_least: bool = False) -> Snapshot:
    """Return the mission in which every venue has so many days of meetings: the first ones, the last one repeated.

    at_least: venues that have more keep them all.
    """
    sessions: list[Session] = []
    slots: list[Slot] = []
    keys = count(-1, -1)
    for mine in _sessions_by_day(snapshot).values():
        days = sorted(mine)
        for day in days if at_least else days[:number]:
            sessions += mine[day]
        for more in range(1, number - len(days) + 1):
            shift = timedelta(days=more)
            for session in mine[days[-1]]:
                key = next(keys)
                moved = replace(session, id=key, uid="", starts=session.starts + shift, ends=session.ends + shift)
                sessions.append(moved)
                old = (slot for slot in snapshot.slots if slot.session_id == session.id)
                slots += [
                    replace(s, id=next(keys), uid="", session_id=key, starts=s.starts + shift, ends=s.ends + shift)
                    for s in old
                ]
    kept = {session.id for session in sessions}
    return replace(snapshot, sessions=sessions, slots=[*(s for s in snapshot.slots if s.session_id in kept), *slots])


def _sessions_by_day(snapshot: Snapshot) -> dict[int, dict[date, list[Session]]]:
    """Return the sessions of venues by day."""
    found: dict[int, dict[date, list[Session]]] = defaultdict(lambda: defaultdict(list))
    for session in snapshot.sessions:
        found[session.venue_id][session.starts.date()].append(session)
    return found


def half_day(snapshot: Snapshot, stop_id: int) -> Session | None:
    """Return the first half day without meetings at a stop that has some, as a session; None where there is none.

    Looked for on the days of meetings first, in the morning from nine and in the afternoon from two, then on the other
    days of the stop, then on the day after them.
    """
    mine = [one for one in snapshot.sessions if snapshot.venue[one.venue_id].stop_id == stop_id]
    if not mine:
        return None
    pattern, stop = mine[-1], snapshot.stop[stop_id]
    used = sorted({session.starts.date() for session in mine})
    days = [stop.starts + timedelta(n) for n in range((stop.ends - stop.starts).days + 2)]
    for day in [*used, *(day for day in days if day not in used)]:
        for hour in (9, 14):
            starts = datetime(day.year, day.month, day.day, hour, tzinfo=pattern.starts.tzinfo)
            found = replace(pattern, id=-1, uid="", name="", starts=starts, ends=starts + HALF_DAY)
            if not any(one.starts < found.ends and found.starts < one.ends for one in mine):
                return found
    return None


def with_session(snapshot: Snapshot, session: Session) -> Snapshot:
    """Return the mission with one session more, cut into slots."""
    more = [replace(slot, id=key) for key, slot in zip(count(-1, -1), slots_of(session, session.id), strict=False)]
    return replace(snapshot, sessions=[*snapshot.sessions, session], slots=[*snapshot.slots, *more])


def with_interpreters(snapshot: Snapshot, more: int, languages: str) -> Snapshot:
    """Return the mission with interpreters more who speak these languages, all the time."""
    first = min((person.id for person in snapshot.people), default=0)
    added = [
        Person(id=min(first, 0) - n, given_name="", family_name="", languages=languages, role_id=_INTERPRETING.id)
        for n in range(1, more + 1)
    ]
    roles = [*(role for role in snapshot.roles if role.id != _INTERPRETING.id), _INTERPRETING]
    return replace(snapshot, people=[*snapshot.people, *added], roles=roles)


def with_number_of_interpreters(snapshot: Snapshot, number: int) -> Snapshot:
    """Return the mission with so many interpreters: the first ones, and others who speak every language.

    With none nobody meets who shares no language.
    """
    present = snapshot.interpreters
    gone = {person.id for person in present[number:]}
    fewer = replace(
        snapshot,
        people=[person for person in snapshot.people if person.id not in gone],
        memberships=[row for row in snapshot.memberships if row.person_id not in gone],
        availabilities=[a for a in snapshot.availabilities if a.owner is not Owner.DELEGATE or a.owner_id not in gone],
        person_sectors=[row for row in snapshot.person_sectors if row.person_id not in gone],
        person_attendances=[row for row in snapshot.person_attendances if row.person_id not in gone],
    )
    # Where a mission has no interpreters at all, its languages are looked after by nobody: one who speaks none is one.
    return (
        with_interpreters(fewer, max(number - len(present), 0), spoken(snapshot))
        if number
        else with_interpreters(fewer, 1, "")
    )


def spoken(snapshot: Snapshot) -> str:
    """Return the codes of all languages that are spoken in the mission, separated by commas."""
    return ",".join(sorted({code for person in snapshot.people for code in codes(person.languages)}))
