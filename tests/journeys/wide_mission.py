"""A mission over three time zones and a night in which clocks are changed, with companies of 0, 1, 17 and 45 meetings."""

from datetime import date, datetime, timedelta
from pathlib import Path

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, CompanyStop, Side
from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.mission import Mission, Stop, Table, Venue
from missionplanner.domain.people import Person
from missionplanner.domain.time import local
from missionplanner.domain.timetable import Meeting, Session, Slot, slots_of
from missionplanner.messages import message
from missionplanner.store.change import Change
from missionplanner.store.store import Store

CHANGE = date(2027, 3, 28)
"""The day on which clocks are put forward in Spain."""
_CITIES = (
    ("Madrid", "Europe/Madrid", date(2027, 3, 20), date(2027, 3, 29), (27, 28, 29)),
    ("Las Palmas", "Atlantic/Canary", date(2027, 3, 30), date(2027, 3, 31), (30,)),
    ("New York", "America/New_York", date(2027, 4, 1), date(2027, 4, 2), (32,)),
)
"""Each city with its zone, its days, and those of its meetings, counted from the first of March."""
_SLOTS = 9
"""So many meetings one after the other on each of these days."""
MEETINGS = {"Ondara 00": 0, "Ondara 01": 1, "Ondara 17": 17, "Ondara 45": 45}
"""The companies of the delegation and how many meetings each has."""
PEOPLE = 40
"""So many people the third of them sends."""


def make_wide(path: Path) -> Store:
    """Make the mission of fourteen days."""
    return _make(path, _CITIES, MEETINGS)


def make_short(path: Path) -> Store:
    """Make one of the single day on which clocks are changed, in its first city."""
    name, zone, *_days = _CITIES[0]
    return _make(path, ((name, zone, CHANGE, CHANGE, (28,)),), {"Ondara 00": 0, "Ondara 01": 1, "Ondara 09": 9})


def _make(
    path: Path, cities: tuple[tuple[str, str, date, date, tuple[int, ...]], ...], meetings: dict[str, int]
) -> Store:
    store = Store.create(path, Mission(name="Far and wide", starts=cities[0][2], ends=cities[-1][3]))
    with store.change(message("Fill")) as change:
        stops = [
            change.insert(Stop(name_en=name, time_zone=zone, starts=first, ends=last))
            for name, zone, first, last, _days in cities
        ]
        for stop, (name, zone, _first, _last, days) in zip(stops, cities, strict=True):
            _open_sessions(change, stop, name, zone, days)
        ours = [_company(change, Side.DELEGATION, name) for name in meetings]
        theirs = [_company(change, Side.COUNTERPART, f"Zubiri {n:02}") for n in range(max(meetings.values()))]
        change.insert_all(
            Person(company_id=ours[2], given_name="Ana", family_name=f"Xuarez{n:02}") for n in range(1, PEOPLE)
        )
        change.insert(CompanyStop(company_id=ours[1], stop_id=stops[0]))
        change.insert_all(_events(stops, [zone for _name, zone, *_days in cities]))
    _meet(store, ours, theirs, list(meetings.values()))
    store.steps.seal()
    return store


def _open_sessions(change: Change, stop: int, name: str, zone: str, days: tuple[int, ...]) -> None:
    venue = change.insert(Venue(stop_id=stop, name=f"Hall of {name}", address="1 Main Street"))
    change.insert_all(Table(venue_id=venue, number=number) for number in (1, 2, 3))
    for number in days:
        starts = local(date(2027, 2, 28) + timedelta(number), datetime.min.time().replace(hour=9), zone)
        session = Session(venue_id=venue, starts=starts, ends=starts + timedelta(minutes=25 * _SLOTS))
        change.insert_all(slots_of(session, change.insert(session)))


def _company(change: Change, side: Side, name: str) -> int:
    key = change.insert(Company(side=side, name=name))
    change.insert(Application(company_id=key, status=Status.ACCEPTED))
    change.insert(Person(company_id=key, given_name="Ana", family_name=f"Xuarez of {name}"))
    return key


def _events(stops: list[int], zones: list[str]) -> list[Event]:
    """Return a night that goes on after midnight, and a flight from each city to the next."""

    def at(place: int, day: int, hour: int, minute: int = 0) -> datetime:
        return local(
            date(2027, 2, 28) + timedelta(day), datetime.min.time().replace(hour=hour, minute=minute), zones[place]
        )

    found = [
        Event(
            stop_id=stops[0], name_en="Night walk", starts=at(0, 28, 23, 30), ends=at(0, 29, 0, 20), place="The river"
        ),
    ]
    if len(stops) > 1:
        found += [
            Event(stop_id=stops[0], name_en="Opening dinner", starts=at(0, 26, 20), ends=at(0, 26, 22, 30), organiser="Casa"),
            Event(
                stop_id=stops[0], to_stop_id=stops[1], kind=EventKind.TRANSFER, name_en="Flight to the islands",
                starts=at(0, 29, 18), ends=at(1, 29, 19, 55), place="Barajas", to_place="Gando",
                meeting_point="the lobby",
            ),
            Event(
                stop_id=stops[1], to_stop_id=stops[2], kind=EventKind.TRANSFER, name_en="Flight over the ocean",
                starts=at(1, 31, 23, 30), ends=at(2, 32, 3, 15), place="Gando", to_place="Kennedy",
            ),
        ]  # fmt: skip
    return found


def _meet(store: Store, ours: list[int], theirs: list[int], numbers: list[int]) -> None:
    """Enter the meetings: the n-th company meets one after the other, each a place further on than the one before."""
    slots = sorted(store.all(Slot), key=lambda slot: slot.starts)
    venue_of = {session.id: session.venue_id for session in store.all(Session)}
    tables = {(table.venue_id, table.number): table.id for table in store.all(Table)}
    with store.change(message("Meet")) as change:
        for place, (company, number) in enumerate(zip(ours, numbers, strict=True)):
            for n in range(number):
                table = tables[venue_of[slots[n].session_id], max(place, 1)]
                other = theirs[(n + place) % len(theirs)]
                change.insert(Meeting(delegation_id=company, counterpart_id=other, slot_id=slots[n].id, table_id=table))
