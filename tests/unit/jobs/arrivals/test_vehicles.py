"""Tables of transfers brought in as one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.vehicles import Vehicle
from missionplanner.errors import UserError
from missionplanner.jobs.arrivals import vehicles
from missionplanner.store.store import Store
from tests.unit.jobs.arrivals.missions import travelling

TABLE = "Transfer,Leaves,Vehicle,Seats,Kept free\nMexico City to Monterrey,2026-02-18 06:30,Bus 1,{seats},2\n"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with travelling(tmp_path_factory.mktemp("m") / "m.mission") as store:
        yield store


def test_transfers_and_vehicles_are_made_changed_and_known_again(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE.format(seats=30))
    plan = vehicles.analyse(store, path)
    assert plan.sentence == "1 new transfer, 1 new vehicle"
    vehicles.take(store, plan)
    event, bus = store.all(Event)[0], store.all(Vehicle)[0]
    assert (event.kind, event.stop_id, event.to_stop_id, event.unconfirmed) == (EventKind.TRANSFER, 1, 2, True)
    assert (event.starts.isoformat()[:16], bus.event_id, bus.room) == ("2026-02-18T06:30", event.id, 28)
    path.write_text(TABLE.format(seats=40))
    changed = vehicles.analyse(store, path)
    assert changed.sentence == "1 vehicle changed"
    vehicles.take(store, changed)
    assert (vehicles.analyse(store, path).sentence, store.all(Vehicle)[0].seats) == ("1 vehicle the same", 40)
    vehicles.take(store, vehicles.analyse(store, path))
    store.undo()
    store.undo()
    assert (store.all(Event), store.all(Vehicle)) == ([], [])


@pytest.mark.parametrize("text", ["Name,Company\nAna,Alba\n", "Transfer,Vehicle,Seats\nSomewhere,Bus 1,30\n"])
def test_what_is_no_table_of_transfers_is_refused(store: Store, tmp_path: Path, text: str) -> None:
    (tmp_path / "t.csv").write_text(text)
    with pytest.raises(UserError):
        vehicles.analyse(store, tmp_path / "t.csv")
