"""The venues and meeting hours of a new mission, set up for all its cities at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.plan import NOON
from missionplanner.domain.time import days, local
from missionplanner.domain.timetable import GIVEN_NAMES, Session, slots_of
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import counted_message
from missionplanner.store.store import Store

Clocks = tuple[time, time]


@dataclass(frozen=True, slots=True)
class NewVenue:
    """A venue to be made."""

    stop_id: int
    name: str
    tables: int
    venue_id: int = 0
    """The venue that is there already, and gets tables alone; 0 for none."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of meetings, the same on each of the days."""

    blocks: tuple[Clocks, ...]
    """From when to when, on the clocks of each city."""
    days: tuple[tuple[int, date], ...]
    """The venue and the day of each."""
    slot_minutes: int = 20
    buffer_minutes: int = 5


def venues_to_set_up(store: Store) -> list[tuple[Stop, Venue | None]]:
    """Return the stops that have no table yet, each with its venue where it has one."""
    with_tables = {table.venue_id for table in store.all(Table)}
    found: list[tuple[Stop, Venue | None]] = []
    for stop in store.all(Stop):
        venues = [venue for venue in store.all(Venue) if venue.stop_id == stop.id]
        if not any(venue.id in with_tables for venue in venues):
            found.append((stop, venues[0] if venues else None))
    return found


def days_without_hours(store: Store) -> list[tuple[Venue, Stop, date]]:
    """Return the venues with the days of their stops on which they have no session yet."""
    stops = {stop.id: stop for stop in store.all(Stop)}
    taken = {(session.venue_id, session.starts.date()) for session in store.all(Session)}
    return [
        (venue, stops[venue.stop_id], day)
        for venue in store.all(Venue)
        for day in days(stops[venue.stop_id].starts, stops[venue.stop_id].ends)
        if (venue.id, day) not in taken
    ]


def slots_in(hours: Hours) -> int:
    """Return how many slots the hours make."""
    a_day = sum(_slots_between(starts, ends, hours) for starts, ends in hours.blocks)
    return a_day * len(hours.days)


def _slots_between(starts: time, ends: time, hours: Hours) -> int:
    minutes = (ends.hour - starts.hour) * 60 + ends.minute - starts.minute
    return max(0, (minutes + hours.buffer_minutes) // (hours.slot_minutes + hours.buffer_minutes))


def add_venues(store: Store, wanted: Iterable[NewVenue]) -> None:
    """Make the venues with their numbered tables, or the tables of those that are there, in one step."""
    places = list(wanted)
    new = sum(not place.venue_id for place in places)
    label = counted_message("Add {n} venue", "Add {n} venues", new)
    if not new:
        label = counted_message("Add the tables of {n} venue", "Add the tables of {n} venues", len(places))
    with store.change(label) as change:
        for place in places:
            key = place.venue_id or change.insert(Venue(stop_id=place.stop_id, name=place.name))
            change.insert_all(Table(venue_id=key, number=number) for number in range(1, place.tables + 1))


def add_hours(store: Store, hours: Hours) -> int:
    """Make the sessions in one step; return how many slots they have. Raises UserError where a block has no room."""
    zones = {stop.id: stop.time_zone for stop in store.all(Stop)}
    zone_of = {venue.id: zones[venue.stop_id] for venue in store.all(Venue)}
    sessions = [
        Session(
            venue_id=venue,
            name=GIVEN_NAMES[starts >= NOON],
            starts=local(day, starts, zone_of[venue]),
            ends=local(day, ends, zone_of[venue]),
            slot_minutes=hours.slot_minutes,
            buffer_minutes=hours.buffer_minutes,
        )
        for venue, day in hours.days
        for starts, ends in hours.blocks
    ]
    slots = 0
    with store.change(counted_message("Add {n} session", "Add {n} sessions", len(sessions))) as change:
        for session in sessions:
            cut = list(slots_of(session, change.insert(session)))
            if not cut:
                hint = _("Correct its times or the length of its slots.")
                raise UserError(_("The session has no room for a slot."), hint)
            change.insert_all(cut)
            slots += len(cut)
    return slots
