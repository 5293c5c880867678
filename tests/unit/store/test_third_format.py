"""Files of the second format brought to the third."""

import sqlite3
from contextlib import closing
from pathlib import Path

from missionplanner.store import schema
from missionplanner.store.store import Store, database_of
from tests.builders import small_mission, whole


def test_a_file_of_the_second_format_gets_room_for_fingerprints(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        before = whole(store)
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TABLE erased_marks")
        db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm003_fingerprints_of_the_erased'")
        db.execute("PRAGMA user_version = 2")
        db.commit()
    with Store.open(path, read_only=True) as store:
        assert whole(store) == before
    with Store.open(path) as store:
        assert (store.format, whole(store)) == (schema.FORMAT, before)
        assert database_of(store).execute("SELECT count(*) FROM erased_marks").fetchone() == (0,)
