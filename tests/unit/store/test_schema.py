"""The formats of mission files: what the first holds, and how a file is brought to the next."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.reviews import Criterion
from missionplanner.errors import DamagedFile, UserError
from missionplanner.messages import message
from missionplanner.store import schema
from missionplanner.store.file import copies, opening
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLES
from missionplanner.store.upkeep import passwords
from tests.builders import small_mission
from tests.later_format import later_format


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "m.mission"
    small_mission(found).close()
    return found


def number_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


def columns(db: object, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]  # type: ignore[attr-defined]


def test_a_new_file_has_the_newest_format_and_our_mark(path: Path) -> None:
    assert (
        number_of(path)
        == schema.FORMAT
        == len(schema.migrations.pending(opening.engine.database(sqlite3.connect(":memory:"))))
    )
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID


def test_undoable_tables_have_images_and_journals_have_none(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in TABLES:
            assert (table.history in there) == table.undoable, table.name
            if table.undoable:
                assert columns(db, table.history) == ["step", "phase", *columns(db, table.name)]
    assert {name for name in there if not name.endswith("_history") and not name.startswith(("sqlite_", "_sqlite_"))} == {
        *(table.name for table in TABLES), "contents", "steps", "search", "replicas", "births", "dots", "deletions",
        "revocations", "replaced", "plans", "erased", "erased_marks",
    }  # fmt: skip


def test_columns_of_links_are_indexed_and_lead_somewhere(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        indexed = {
            (table, info[2])
            for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for index in db.execute(f"PRAGMA index_list({table})").fetchall()
            for info in db.execute(f"PRAGMA index_info({index[1]})").fetchall()[:1]
        }
    assert {("meetings", "slot_id"), ("people", "company_id"), ("applications", "company_id")} <= indexed


def test_every_file_begins_with_the_same_criteria(path: Path, tmp_path: Path) -> None:
    with small_mission(tmp_path / "other.mission") as other, Store.open(path) as store:
        assert store.all(Criterion) == other.all(Criterion)
        assert [criterion.weight for criterion in store.all(Criterion)] == [2, 1, 1, 1]
        assert len({criterion.uid for criterion in store.all(Criterion)}) == 4


def test_a_file_of_the_format_before_is_brought_to_the_newest_and_worked_on(path: Path) -> None:
    with later_format():
        with Store.open(path) as store:
            before = store.all(Company)
            with store.change(message("Edit")) as change:
                change.update(replace(before[0], city="Lévis"))
                change.update(replace(store.mission, name="Renamed"))
            store.undo()
            assert store.all(Company) == before
            assert store.redo() == "Edit"
            assert store.mission.name == "Renamed"
        with Store.open(path) as store:
            assert store.format == schema.FORMAT
    assert number_of(path) == schema.FORMAT + 1
    with closing(sqlite3.connect(path)) as db:
        assert "motto" in columns(db, "missions")


def test_a_file_of_the_format_before_that_is_only_read_stays_as_it_is(path: Path) -> None:
    content = path.read_bytes()
    with later_format(), Store.open(path, read_only=True) as store:
        assert len(store.all(Company)) == 6
    assert path.read_bytes() == content


def test_a_protected_file_of_the_format_before_is_opened_for_writing_first(path: Path) -> None:
    passwords.set_password(path, "", "four long words")
    with later_format():
        with pytest.raises(UserError, match="older version") as caught:
            Store.open(path, read_only=True, password="four long words")
        assert caught.value.hint
        Store.open(path, password="four long words").close()
        Store.open(path, read_only=True, password="four long words").close()


def test_a_copy_is_kept_before_a_file_is_migrated(path: Path) -> None:
    with later_format():
        Store.open(path, read_only=True).close()
        assert list(copies.folder_of(path).glob("*")) == []
        Store.open(path).close()
        (kept,) = copies.folder_of(path).glob("*.mission")
        assert number_of(kept) == schema.FORMAT - 1
        Store.open(path).close()
        assert list(copies.folder_of(path).glob("*.mission")) == [kept]


def test_a_file_of_a_newer_format_is_refused_and_stays_as_it_is(path: Path) -> None:
    with later_format():
        Store.open(path).close()
    content = path.read_bytes()
    for read_only in (True, False):
        with pytest.raises(UserError, match="newer version") as caught:
            Store.open(path, read_only=read_only)
        assert "newest version" in caught.value.hint
    assert path.read_bytes() == content


def test_a_migration_that_fails_leaves_the_file_as_before(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with later_format():
        last = schema.migrations._migrations[-1]

        def fails(db: opening.Database) -> None:
            db.execute("ALTER TABLE missions ADD COLUMN motto TEXT NOT NULL DEFAULT ''")
            raise sqlite3.DatabaseError

        with monkeypatch.context() as patch:
            patch.setattr(last, "fn", fails)
            with pytest.raises(DamagedFile):
                Store.open(path)
    with Store.open(path) as store:
        assert (number_of(path), len(store.all(Company))) == (schema.FORMAT, 6)


def test_files_made_before_the_first_format_was_given_to_anybody_are_no_missions(path: Path) -> None:
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA application_id = {0x544D504C}")
    with pytest.raises(UserError, match="is not a mission file"):
        Store.open(path)
