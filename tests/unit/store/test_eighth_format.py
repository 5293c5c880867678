"""A mission of the seventh format gets the usual goals, and says its own from then on."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.goals import USUAL, Goal
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.store.first_file import write_seventh_format


def test_an_older_mission_has_the_usual_goals(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    old = write_seventh_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        assert (store.format, store.mission.aims) == (schema.FORMAT, USUAL)
        with store.change(message("Goals")) as change:
            change.update(replace(store.mission, goal=Goal.WAITS, guest_day=3, longest_run=0))
        assert (store.mission.aims.goal, store.mission.aims.guest_day, store.mission.longest_run) == (Goal.WAITS, 3, 0)
        store.undo()
        assert store.mission.aims == USUAL
