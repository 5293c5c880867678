"""Texts typed for journeys, rooms and vehicles."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.domain.vehicles import Vehicle
from missionplanner.errors import UserError
from missionplanner.jobs.arrivals import entering, typed
from missionplanner.store.store import Store
from tests.unit.jobs.arrivals.missions import key, travelling


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with travelling(tmp_path_factory.mktemp("m") / "m.mission") as store:
        entering.enter_hotel(store, None, {"name": "Azul"})
        yield store


def test_texts_become_values(store: Store) -> None:
    leg = typed.values(
        store, JourneyLeg, {"kind": "departure", "from": "MEX", "departs": "2026-02-21 14:35", "arrives": ""}
    )
    assert leg == {
        "kind": LegKind.DEPARTURE,
        "origin": "MEX",
        "departs": datetime(2026, 2, 21, 14, 35),
        "arrives": None,
    }
    stay = typed.values(
        store,
        Stay,
        {"kind": "dos camas", "hotel": "azul", "with": "Bo Chen", "check_in": "15 Feb", "stop": "Monterrey"},
    )
    assert stay == {
        "kind": RoomKind.TWIN, "hotel_id": store.all(Hotel)[0].id, "mate_id": key(store, "Bo"), "check_in": date(2026, 2, 15),
        "stop_id": 2,
    }  # fmt: skip
    assert typed.values(store, Stay, {"hotel": "", "with": "", "stop": ""}) == {
        "hotel_id": None,
        "mate_id": None,
        "stop_id": None,
    }
    assert typed.values(store, Vehicle, {"seats": "40", "kept_free": "", "accessible": "yes", "name": " Bus "}) == {
        "seats": 40, "kept_free": 0, "is_accessible": True, "name": "Bus",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "name", "text"),
    [
        (JourneyLeg, "kind", "walk"), (JourneyLeg, "departs", "soon"), (Stay, "kind", "suite"), (Stay, "hotel", "Rojo"),
        (Stay, "check_in", "soon"), (Hotel, "singles", "many"), (Hotel, "stop", "Lima"),
    ],
)  # fmt: skip
def test_other_texts_are_refused(store: Store, kind: type, name: str, text: str) -> None:
    with pytest.raises(UserError):
        typed.values(store, kind, {name: text})
