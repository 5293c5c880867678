"""A mission of the twelfth format has no portrait and no site of an evaluation, and takes them from then on."""

from dataclasses import replace
from pathlib import Path

from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.store.first_file import write_twelfth_format


def test_an_older_mission_has_no_portrait(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    old = write_twelfth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        before = store.mission
        assert (store.format, before.portrait, before.portrait_of, before.evaluation_link) == (
            schema.FORMAT,
            "",
            "",
            "",
        )
        with store.change(message("Portrait")) as change:
            change.update(replace(before, portrait_of="Ana", evaluation_link="https://a.example"))
        assert (store.mission.portrait_of, store.mission.evaluation_link) == ("Ana", "https://a.example")
        store.undo()
        assert store.mission == before
