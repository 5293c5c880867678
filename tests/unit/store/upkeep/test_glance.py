from datetime import date
from pathlib import Path

from missionplanner.store.store import Store
from missionplanner.store.upkeep import glance, passwords
from tests.builders import small_mission


def test_at_counts_what_a_file_holds(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        mission = store.mission

    assert glance.at(path) == glance.Glance(mission.name, mission.starts, mission.ends, 6, 0)
    assert isinstance(mission.starts, date)


def test_at_reads_beside_a_program_that_has_it_open(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    with small_mission(path), Store.open(path, read_only=True):
        found = glance.at(path)

    assert found is not None
    assert found.companies == 6


def test_at_knows_nothing_of_other_files(tmp_path: Path) -> None:
    text, locked = tmp_path / "text.mission", tmp_path / "locked.mission"
    text.write_text("no database")
    small_mission(locked).close()
    passwords.set_password(locked, "", "long secret 123")

    assert [glance.at(path) for path in (text, locked, tmp_path / "none.mission")] == [None, None, None]
