"""Journeys, hotels, stays and vehicles entered: each one step, and what cannot be is refused."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.journeys import JourneyLeg
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.vehicles import Vehicle
from missionplanner.errors import UserError
from missionplanner.jobs.arrivals import entering
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment
from tests.unit.jobs.arrivals.missions import key, travelling

NOON = datetime(2026, 2, 15, 12)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with travelling(tmp_path_factory.mktemp("m") / "m.mission") as store:
        with store.change(message("Add")) as change:
            for kind in (EventKind.TRANSFER, EventKind.PLENARY):
                change.insert(Event(stop_id=1, kind=kind, name_en=kind.value, starts=moment(8), ends=moment(9)))
        yield store


def test_each_is_entered_edited_and_deleted_as_one_step(store: Store) -> None:
    person = key(store, "Ana")
    leg = entering.enter_leg(store, None, {"person_id": person, "flight": "ac 991", "origin": "yul", "departs": NOON})
    assert (leg.flight, leg.origin, leg.departs) == ("AC991", "YUL", datetime.fromisoformat("2026-02-15T12:00-05:00"))
    moved = entering.enter_leg(store, leg, {"origin": "YVR"})
    assert moved.departs == datetime.fromisoformat("2026-02-15T12:00-08:00")
    hotel = entering.enter_hotel(store, None, {"name": " Azul ", "singles": 3})
    assert entering.enter_hotel(store, hotel, {"twins": 2}).held(RoomKind.TWIN) == 2
    stay = entering.enter_stay(store, None, {"person_id": person, "hotel_id": hotel.id})
    assert entering.enter_stay(store, stay, {"room": "12"}).room == "12"
    bus = entering.enter_vehicle(store, None, {"event_id": 1, "name": "Bus 1", "seats": 40})
    assert entering.enter_vehicle(store, bus, {"kept_free": 2}).room == 38
    assert (entering.called(store.all(Hotel), "AZUL"), entering.called(store.all(Vehicle), bus.uid).id) == (
        store.all(Hotel)[0],
        bus.id,
    )
    for kind, record in ((JourneyLeg, leg), (Stay, stay), (Hotel, hotel), (Vehicle, bus)):
        entering.remove(store, kind, [record.id])
        assert store.all(kind) == []
        store.undo()
        assert len(store.all(kind)) == 1


@pytest.mark.parametrize(
    ("act", "values"),
    [
        ("leg", {"note": "late"}),
        ("leg", {"departs": NOON, "arrives": NOON, "origin": "MEX", "destination": "MEX"}),
        ("stay", {"check_in": date(2026, 2, 15), "check_out": date(2026, 2, 15)}),
        ("stay", {"mate_id": 1}),
        ("hotel", {"name": " "}),
        ("hotel", {"name": "azul"}),
        ("vehicle", {"event_id": 2, "name": "Bus"}),
        ("vehicle", {"event_id": 1, "name": " "}),
        ("vehicle", {"event_id": 1, "name": "Bus", "seats": 2, "kept_free": 3}),
    ],
)
def test_what_cannot_be_is_refused(store: Store, act: str, values: dict[str, Any]) -> None:
    person = {"person_id": 1} if act in ("leg", "stay") else {}
    acts: dict[str, Any] = {
        "leg": entering.enter_leg, "stay": entering.enter_stay, "hotel": entering.enter_hotel, "vehicle": entering.enter_vehicle,
    }  # fmt: skip
    with pytest.raises(UserError):
        acts[act](store, None, {**person, **values})


def test_a_name_nobody_or_several_have_is_refused(store: Store) -> None:
    hotels = [Hotel(id=n, uid=str(n), name="Same") for n in (1, 2)]
    for text in ("Same", "Other"):
        with pytest.raises(UserError):
            entering.called(hotels, text)
