"""An open file: copied whole, and never over itself."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.paths import data_folder
from missionplanner.store.file import locks
from missionplanner.store.file.handle import MissionFile
from missionplanner.store.store import Store, database_of, file_of
from missionplanner.store.tables import TABLE_NAMES
from missionplanner.store.upkeep import passwords
from tests.builders import small_mission, whole
from tests.unit.store.acts import act_edit


def test_backup_is_a_whole_mission(store: Store, tmp_path: Path) -> None:
    act_edit(store)
    store.backup(tmp_path / "copy.mission")
    with Store.open(tmp_path / "copy.mission") as copy:
        assert whole(copy) == whole(store)
    with pytest.raises(UserError, match="cannot be written"):
        store.backup(tmp_path / "nowhere" / "copy.mission")


def test_a_copy_never_replaces_the_open_file_or_one_somebody_has(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="open mission itself"):
        store.backup(store.path)
    with small_mission(tmp_path / "other.mission") as other, pytest.raises(UserError, match="open in another program"):
        store.backup(other.path)
    act_edit(store)
    assert store.steps.undo_label


def write(store: Store) -> None:
    with store.change(message("Write")) as change:
        change.delete(Company, [1])


def test_a_file_that_is_only_read_is_not_written(store: Store) -> None:
    with Store.open(store.path) as second:
        assert (second.read_only, second.holder.count(" on ")) == (True, 1)
        with pytest.raises(UserError, match=r"m\.mission is open for reading only") as caught:
            write(second)
        assert second.holder in caught.value.hint
    with Store.open(store.path, read_only=True) as third:
        with pytest.raises(UserError, match="reading only") as caught:
            write(third)
        assert (third.holder, "save a copy elsewhere" in caught.value.hint) == ("", True)


def test_a_change_inside_a_change_is_a_mistake_of_the_program(store: Store) -> None:
    def nested() -> None:
        with store.change(message("Outer")):
            write(store)

    with pytest.raises(RuntimeError, match="inside a change"):
        nested()
    assert store.count(Company) == 6


def test_a_file_that_was_replaced_or_taken_away_is_not_written(store: Store, tmp_path: Path) -> None:
    small_mission(tmp_path / "other.mission").close()
    (tmp_path / "other.mission").replace(store.path)
    with pytest.raises(UserError, match="was replaced"):
        write(store)
    store.path.unlink()
    with pytest.raises(UserError, match="taken away"):
        write(store)


def test_what_a_killed_program_left_is_deleted_when_a_file_is_opened(tmp_path: Path) -> None:
    small_mission(tmp_path / "m.mission").close()
    left = tmp_path / f".{'0a' * 8}.part"
    left.touch()
    (data_folder() / "unfinished").mkdir(exist_ok=True)
    (data_folder() / "unfinished" / "a.note").write_bytes(b"\0" + bytes(left))
    Store.open(tmp_path / "m.mission", read_only=True).close()
    assert left.exists()
    Store.open(tmp_path / "m.mission").close()
    assert not left.exists()


RENAMED = pytest.mark.skipif(sys.platform == "win32", reason="Windows renames no file that is open")


@RENAMED
def test_a_file_renamed_while_it_is_open_is_written_on_under_its_new_name(store: Store) -> None:
    moved = store.path.rename(store.path.with_name("renamed.mission"))
    write(store)
    assert store.path == moved
    assert sorted(one.name for one in moved.parent.glob("*.lock")) == ["renamed.mission.lock"]
    with Store.open(moved) as second:
        assert second.read_only
        assert whole(second) == whole(store)
    store.undo()
    assert store.count(Company) == 6
    assert not moved.with_name("m.mission").exists()


@RENAMED
def test_a_renamed_file_is_found_before_it_is_written(store: Store) -> None:
    path = store.path
    assert store.follow() == path
    moved = path.rename(path.with_name("renamed.mission"))
    assert store.follow() == store.path == moved
    moved.unlink()
    with pytest.raises(UserError, match="taken away"):
        store.follow()


@RENAMED
def test_a_renamed_file_with_a_password_is_written_on(tmp_path: Path) -> None:
    small_mission(tmp_path / "m.mission").close()
    passwords.set_password(tmp_path / "m.mission", "", "five words for a test")
    with Store.open(tmp_path / "m.mission", password="five words for a test") as store:
        store.path.rename(tmp_path / "renamed.mission")
        write(store)
        assert store.count(Company) == 5


@RENAMED
def test_a_renamed_file_another_program_changed_is_read_anew_and_nothing_is_written(store: Store) -> None:
    seen: list[frozenset[str]] = []
    store.on_change(seen.append)
    moved = store.path.rename(store.path.with_name("renamed.mission"))
    with closing(sqlite3.connect(moved)) as other, other:
        other.execute("UPDATE companies SET city = 'Lévis'")
    with pytest.raises(UserError, match=r"m\.mission was renamed to renamed\.mission, and changed") as caught:
        write(store)
    assert caught.value.hint
    assert seen == [TABLE_NAMES]
    assert {company.city for company in store.all(Company)} == {"Lévis"}
    write(store)
    assert store.count(Company) == 5


@RENAMED
def test_a_file_renamed_to_a_name_somebody_has_is_not_written(store: Store) -> None:
    moved = store.path.with_name("renamed.mission")
    moved.touch()
    guard = locks.lock(moved)
    assert guard is not None
    store.path.rename(moved)
    with pytest.raises(UserError, match="taken away"):
        write(store)
    locks.unlock(guard)
    write(store)
    assert store.path == moved


def test_a_mistake_of_the_program_stays_one_and_the_file_is_as_before(store: Store) -> None:
    before = whole(store)

    def wrong() -> None:
        with store.change(message("Wrong")):
            database_of(store).execute("UPDATE companies SET name = 'half'")
            database_of(store).execute("INSERT INTO applications (uid, company_id) VALUES ('x', 1)")

    with pytest.raises(sqlite3.IntegrityError):
        wrong()
    assert whole(store) == before
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        database_of(store).execute("DELETE FROM companies")


def test_a_file_somebody_else_writes_at_the_moment_cannot_be_written(store: Store) -> None:
    database_of(store).execute("PRAGMA busy_timeout = 1")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError, match=r"m\.mission cannot be written \(database is locked\)"):
            write(store)
    assert store.count(Company) == 6


def test_a_closed_file_is_free_and_says_so(tmp_path: Path) -> None:
    small_mission(tmp_path / "m.mission").close()
    file = MissionFile.open(tmp_path / "m.mission", read_only=False, password="")
    assert (file.is_open, file.read_only) == (True, False)
    file.close()
    assert not file.is_open
    MissionFile.open(tmp_path / "m.mission", read_only=False, password="").close()


def test_a_password_of_a_plain_file_is_not_taken_for_its_own(tmp_path: Path) -> None:
    small_mission(tmp_path / "m.mission").close()
    with Store.open(tmp_path / "m.mission", password="of another file") as store:
        assert store.password == ""


def test_a_copy_is_kept_of_a_file_that_may_be_written_alone(store: Store) -> None:
    with Store.open(store.path) as second:
        assert file_of(second).keep() is None
    assert file_of(store).keep() is not None


def test_what_was_deleted_is_not_in_a_compacted_file(store: Store) -> None:
    db = database_of(store)
    db.execute("PRAGMA query_only = OFF")
    db.execute("PRAGMA secure_delete = OFF")
    db.execute("CREATE TEMP TABLE current (id)")
    db.execute("UPDATE companies SET notes = 'secret words'")
    db.execute("UPDATE companies SET notes = ''")
    db.execute("DELETE FROM companies_history")
    assert store.path.read_bytes().count(b"secret words") > 0
    file_of(store).compact()
    assert store.path.read_bytes().count(b"secret words") == 0
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM companies")
