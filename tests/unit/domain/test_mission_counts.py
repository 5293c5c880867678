"""What is counted in a mission for its texts."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.mission_counts import NAMES, counts
from missionplanner.messages import message
from tests.builders import meet, small_mission


def test_those_who_take_part_are_counted(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        meet(store, "D1", "C1", slot=0, table=0)
        with store.change(message("Decline")) as change:
            change.update(replace(store.get(Application, 2), status=Status.DECLINED))
        found = counts(store.snapshot())
    assert found == {
        "people": 2, "organisations": 2, "counterparts": 3, "sectors": 1, "cities": 1, "meetings": 1,
    }  # fmt: skip
    assert tuple(found) == NAMES
