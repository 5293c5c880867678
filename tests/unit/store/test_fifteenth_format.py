"""A mission of the fourteenth format has no milestones, and may have some from then on."""

from pathlib import Path

from missionplanner.domain.milestones import Milestone, Task
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.store.first_file import write_fourteenth_format


def test_an_older_mission_gets_milestones_from_then_on(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    with Store.open(write_fourteenth_format(tmp_path / "today.mission", tmp_path / "old.mission")) as store:
        assert (store.format, store.all(Milestone), store.all(Task)) == (schema.FORMAT, [], [])
        with store.change(message("Add")) as change:
            key = change.insert(Milestone(name_en="Visas", days=-60))
            change.insert(Task(name_en="Ask", milestone_id=key, days=-7))
        with store.change(message("Delete")) as change:
            change.delete(Milestone, [key])
        assert store.all(Task)[0].milestone_id is None
        store.undo()
        assert store.all(Task)[0].milestone_id == key
