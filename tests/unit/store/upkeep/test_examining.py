"""Every fault of a file is found, whatever is wrong with it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner.errors import PasswordNeeded, UserError
from missionplanner.store.store import Store
from missionplanner.store.upkeep import examining, passwords
from missionplanner.store.upkeep.examining import examine
from tests.unit.store.first_file import write_first_format


def change(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("PRAGMA ignore_check_constraints = ON")
        raw.execute(sql)


def found(path: Path, password: str = "") -> list[tuple[str, str, str]]:
    return [(one.fault.table, one.name, one.fault.problem) for one in examine(path, password)]


def test_a_sound_file_has_no_faults(path: Path) -> None:
    assert examine(path) == ()


def test_every_fault_is_named_with_its_record(path: Path) -> None:
    change(path, "UPDATE companies SET side = 'x' WHERE name IN ('D3', 'C1')")
    change(path, "UPDATE companies SET city = CAST(x'c328' AS TEXT) WHERE name = 'D2'")
    assert found(path) == [
        ("companies", "D2", "This is no text."),
        ("companies", "D3", "This is none of the values it can have."),
        ("companies", "C1", "This is none of the values it can have."),
    ]


def test_there_is_an_end_to_what_is_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(examining, "MOST", 2)
    change(path, "UPDATE companies SET employees = -1")
    assert len(examine(path)) == 2


def test_another_structure_and_lost_pages_are_of_the_file(path: Path) -> None:
    change(path, "CREATE TABLE more (id INTEGER)")
    assert found(path) == [("", "", "Its structure is not the one this program makes.")]
    with closing(sqlite3.connect(path)) as db:
        (page,) = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'venues'").fetchone()
    content = bytearray(path.read_bytes())
    content[4096 * (page - 1) : 4096 * page] = b"\xff" * 4096
    path.write_bytes(content)
    assert ("", "", "Parts of it cannot be read any more.") in found(path)


def test_an_older_file_is_examined_in_the_newest_format(path: Path, tmp_path: Path) -> None:
    first = write_first_format(path, tmp_path / "first.mission")
    change(first, "UPDATE companies SET employees = -1 WHERE name = 'D2'")
    before = first.read_bytes()
    assert found(first) == [("companies", "D2", "This is no number from 0 to 10,000,000.")]
    assert first.read_bytes() == before


def test_a_file_with_a_password_is_examined_with_it(path: Path) -> None:
    passwords.set_password(path, "", "five words for a test")
    with pytest.raises(PasswordNeeded):
        examine(path)
    assert examine(path, "five words for a test") == ()


def test_something_else_is_no_mission(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"PK\x03\x04" * 5000)
    with pytest.raises(UserError, match="not a mission file"):
        examine(tmp_path / "x")


def test_a_trigger_is_of_the_file(path: Path) -> None:
    change(path, "CREATE TRIGGER t AFTER DELETE ON venues BEGIN DELETE FROM companies; END")
    assert found(path) == [("", "", "Its structure is not the one this program makes.")]
    with pytest.raises(UserError, match="act on its own"):
        Store.open(path)
