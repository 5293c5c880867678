"""A mission of the sixteenth format meets at tables, and may meet by video from then on."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.mission import Table, Venue
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.store import Store
from tests.builders import small_mission
from tests.unit.store.first_file import write_sixteenth_format


def test_an_older_mission_meets_at_tables(tmp_path: Path) -> None:
    small_mission(tmp_path / "today.mission").close()
    old = write_sixteenth_format(tmp_path / "today.mission", tmp_path / "old.mission")
    with Store.open(old) as store:
        assert (store.format, store.mission.home_zone) == (schema.FORMAT, "")
        assert {venue.online for venue in store.all(Venue)} == {False}
        table = store.all(Table)[0]
        assert table.link == ""
        with store.change(message("Video")) as change:
            change.update(replace(table, link="https://meet.example/1"))
            change.update(replace(store.mission, home_zone="America/Toronto"))
        assert store.all(Table)[0].link == "https://meet.example/1"
        store.undo()
        assert (store.all(Table)[0].link, store.mission.home_zone) == ("", "")
