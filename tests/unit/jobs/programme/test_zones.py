"""The minutes between two zones are stored once, in either direction."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Venue, ZoneWay
from missionplanner.errors import UserError
from missionplanner.jobs.programme import zones
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", delegation=1, counterparts=1) as found:
        yield found


def way(zone: str, other: str, minutes: int = 20) -> ZoneWay:
    return ZoneWay(stop_id=1, zone=zone, other=other, minutes=minutes)


def test_a_way_takes_the_place_of_the_one_back(store: Store) -> None:
    zones.save(store, way("Centro", "Polanco"))
    zones.save(store, way("polanco", "Centro", 30))
    zones.save(store, way("Centro", "Centro", 8))
    assert [(one.zone, one.other, one.minutes) for one in store.all(ZoneWay)] == [
        ("polanco", "Centro", 30), ("Centro", "Centro", 8),
    ]  # fmt: skip
    zones.save(store, replace(store.all(ZoneWay)[0], minutes=35))
    assert [one.minutes for one in store.all(ZoneWay)] == [35, 8]
    assert store.steps.undo_label == "Edit minutes between zones"


@pytest.mark.parametrize("wrong", [way("", "Centro"), way("Centro", " "), way("A", "B", 2000)])
def test_zones_without_names_and_impossible_minutes_are_refused(store: Store, wrong: ZoneWay) -> None:
    with pytest.raises(UserError):
        zones.save(store, wrong)
    assert store.all(ZoneWay) == []


def test_zones_in_use_are_offered_once(store: Store) -> None:
    zones.save(store, way("Roma", "polanco"))
    with store.change(message("Zones")) as change:
        change.update(replace(store.all(Venue)[0], zone="Centro"))
        change.update(replace(store.all(Company)[0], zone="Polanco"))
    assert zones.names(store) == ["Centro", "Polanco", "Roma"]
