"""Zones are typed beside the travel times, and completed where addresses are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.domain.mission import ZoneWay
from missionplanner.gui.programme import zones
from missionplanner.store.store import Store
from tests.builders import small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission", delegation=1, counterparts=1) as found:
        yield found


def test_minutes_between_zones_are_added_edited_and_deleted(store: Store) -> None:
    kind = zones.zone_ways(store)
    assert kind.values(None) == {"stop_id": 1, "minutes": 20}
    kind.save(None, {"stop_id": 1, "zone": "Centro", "other": "Polanco", "minutes": "25"})
    made = store.all(ZoneWay)[0]
    assert [column.text(made) for column in kind.columns] == ["Mexico City", "Centro", "Polanco", "25"]
    kind.save(made, {**kind.values(made), "minutes": "30"})
    assert store.all(ZoneWay)[0].minutes == 30
    assert zones.zone_choices(store) == [(0, "Centro"), (0, "Polanco")]
    kind.remove([made.id])
    assert (store.all(ZoneWay), store.steps.undo_label) == ([], "Delete minutes between zones")
