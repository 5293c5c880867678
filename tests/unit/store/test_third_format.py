"""Files of the second format brought to the third."""

from pathlib import Path

from missionplanner.store import schema
from missionplanner.store.store import Store, database_of
from tests.builders import small_mission, whole
from tests.unit.store.first_file import write_second_format


def test_a_file_of_the_second_format_gets_room_for_fingerprints(tmp_path: Path) -> None:
    with small_mission(tmp_path / "today.mission") as store:
        before = whole(store)
    path = write_second_format(tmp_path / "today.mission", tmp_path / "second.mission")
    with Store.open(path, read_only=True) as store:
        assert whole(store) == before
    with Store.open(path) as store:
        assert (store.format, whole(store)) == (schema.FORMAT, before)
        assert database_of(store).execute("SELECT count(*) FROM erased_marks").fetchone() == (0,)
