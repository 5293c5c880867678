"""The screen of arrivals and rooms over the small mission with a journey, a room and a transfer."""

from datetime import date, datetime
from pathlib import Path

import pytest

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.vehicles import Vehicle
from missionplanner.gui.arrivals.screen import ArrivalsScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment
from tests.gui.conftest import ScreenShower


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """The mission that is open."""
    with workspace.store.change(message("Fill")) as change:
        at = datetime.fromisoformat("2026-02-16T08:00-06:00")
        change.insert(JourneyLeg(person_id=1, flight="AC991", destination="MEX", arrives=at))
        change.insert(JourneyLeg(person_id=1, kind=LegKind.DEPARTURE, flight="AC992", origin="MEX", departs=at))
        hotel = change.insert(Hotel(name="Azul", stop_id=1, singles=2))
        for person, mate in ((2, 1), (1, 2)):
            change.insert(
                Stay(person_id=person, hotel_id=hotel, kind=RoomKind.TWIN, mate_id=mate, check_in=date(2026, 2, 16))
            )
        change.insert(Event(stop_id=1, kind=EventKind.TRANSFER, name_en="Ride", starts=moment(8), ends=moment(9)))
        for name, seats in (("Bus 1", 4), ("Bus 2", 2)):
            change.insert(Vehicle(event_id=1, name=name, seats=seats))
    return workspace.store


@pytest.fixture
def screen(store: Store, show_screen: ScreenShower) -> ArrivalsScreen:
    found = show_screen(ArrivalsScreen)
    assert isinstance(found, ArrivalsScreen)
    return found


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of an agency in which one name is not sure and one is not registered."""
    path = tmp_path / "t.csv"
    path.write_text(
        "Name,Flight,Arrival date,Arrival time,To\nG. D,AC991,2026-02-16,13:10,MEX\nZoe West,AC991,2026-02-16,13:10,MEX\n"
    )
    return path
