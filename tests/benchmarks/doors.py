"""Seats, rooms and a lost bus of 370 people in three cities: `python -m tests.benchmarks.doors`."""

import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock
from pathlib import Path

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.mission import Stop
from missionplanner.domain.people import Gender, Person
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.time import local
from missionplanner.domain.vehicles import Vehicle
from missionplanner.jobs.arrivals import assigning
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import small_mission

PEOPLE, COMPANIES = 370, 150
BUSES = ((60, 60, 40, 40), (75, 75, 75))
"""Seats of the vehicles of the two transfers that leave at the same time."""
FIRST = date(2026, 2, 15)


def travelling(path: Path) -> Store:
    """Make a mission of 370 people who go from one city to one of two others, with 200 rooms in each part of it."""
    store = small_mission(path, delegation=0, counterparts=0)
    with store.change(message("Fill")) as change:
        stop, later = store.all(Stop)[0], FIRST + timedelta(3)
        change.update(replace(store.mission, starts=FIRST, ends=FIRST + timedelta(6)))
        change.update(replace(stop, starts=FIRST, ends=later))
        zone = stop.time_zone
        stops = [
            change.insert(Stop(name_en=name, time_zone=zone, starts=later, ends=FIRST + timedelta(6))) for name in "GM"
        ]
        companies = [change.insert(Company(side=Side.DELEGATION, name=f"Company {n}")) for n in range(COMPANIES)]
        change.insert_all(Application(company_id=key, status=Status.ACCEPTED) for key in companies)
        hotels = [
            change.insert(Hotel(name=f"Hotel {n}", stop_id=at, singles=singles, doubles=0, twins=twins))
            for n, (at, singles, twins) in enumerate(
                ((stop.id, 40, 80), (stop.id, 40, 80), (stops[0], 34, 66), (stops[1], 45, 105))
            )
        ]
        goes = {key: int(n % 7 >= 3) for n, key in enumerate(companies)}
        people = [_person(n, companies[n % COMPANIES]) for n in range(PEOPLE)]
        keys = [change.insert(person) for person in people]
        for n, key in enumerate(keys):
            kind = RoomKind.SINGLE if n % 5 == 0 else RoomKind.TWIN
            mate = keys[n + COMPANIES] if n < COMPANIES and n % 5 and (n + COMPANIES) % 5 else None
            second = 2 + goes[companies[n % COMPANIES]]
            for hotel, first, last in ((n % 2, FIRST, later), (second, later, FIRST + timedelta(6))):
                stay = Stay(person_id=key, hotel_id=hotels[hotel], kind=kind, mate_id=mate, check_in=first)
                change.insert(replace(stay, check_out=last))
        for number, (to_stop, seats) in enumerate(zip(stops, BUSES, strict=True)):
            event = change.insert(
                Event(stop_id=stop.id, to_stop_id=to_stop, kind=EventKind.TRANSFER, name_en=f"Transfer {number}", audience=Audience.EVERYONE,
                      starts=local(later, _SIX, zone), ends=local(later, _NINE, zone))
            )  # fmt: skip
            for n, room in enumerate(seats):
                change.insert(Vehicle(event_id=event, name=f"Bus {number}.{n}", seats=room, is_accessible=n == 0))
    return store


def _person(n: int, company: int) -> Person:
    access = "wheelchair" if n in (20, 200) else ""
    name = {"given_name": f"Given {n}", "family_name": f"Family {n}"}
    gender = Gender.FEMALE if (n // 2) % 2 else Gender.MALE
    return Person(**name, gender=gender, company_id=company, precedence=1 if n == 7 else None, access_needs=access)


_SIX, _NINE = clock(6), clock(9)


def main() -> int:
    """Print how long it takes to give seats and rooms and to repair the loss of a bus, and whom that concerns."""
    with tempfile.TemporaryDirectory() as place, travelling(Path(place) / "m.mission") as store:
        for name, act in (
            ("seats", lambda: assigning.seat(store)),
            ("rooms", lambda: assigning.rooms(store)),
            ("a bus of 40 lost", lambda: assigning.lose(store, next(v for v in store.all(Vehicle) if v.seats == 40))),
        ):
            start = time.process_time()
            found = act()
            seconds = time.process_time() - start
            print(
                f"{name}: {seconds:.2f} s, {found.placed} placed, {len(found.changed)} to tell, {len(found.problems)} missing"
            )
            for problem in found.problems[:3]:
                print(f"    {problem}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
