"""Connections trust nothing a file holds."""

import os
import sqlite3
import sys
from contextlib import closing
from importlib.util import find_spec, module_from_spec
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.errors import UserError
from missionplanner.store.file import engine
from missionplanner.store.store import Store, database_of


def test_what_a_row_claims_is_bounded(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("UPDATE companies SET notes = ?", ("x" * (engine.MOST_BYTES + 10),))
    raw.commit()
    raw.close()
    with pytest.raises(UserError), Store.open(path) as store:
        store.all(Company)


def test_functions_of_the_schema_are_not_trusted(path: Path) -> None:
    with Store.open(path) as store:
        db = database_of(store)
        assert db.execute("PRAGMA trusted_schema").fetchone()[0] == 0
        assert db.execute("PRAGMA secure_delete").fetchone()[0] == 1
        with pytest.raises(sqlite3.Error):
            db.execute("ATTACH DATABASE ':memory:' AS other")
        with pytest.raises(sqlite3.Error):
            db.execute("SELECT load_extension('x')")


def test_a_change_waits_until_the_disk_has_it(tmp_path: Path) -> None:
    """As the module is: the tests do not wait (tests/conftest.py)."""
    spec = find_spec(engine.__name__)
    assert spec
    assert spec.loader
    afresh = module_from_spec(spec)
    spec.loader.exec_module(afresh)
    with closing(afresh.connect(tmp_path / "m.mission")) as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (3,)


def test_errors_are_known_by_their_names_in_every_engine() -> None:
    assert sqlite3.DatabaseError in engine.kinds("DatabaseError")
    assert engine.kinds("Error", OSError)[-1] is OSError


def test_texts_are_folded_in_sql() -> None:
    connection = engine.connect(":memory:")
    assert connection.execute("SELECT fold('ÉTÉ'), fold(NULL), fold(5)").fetchone() == ("ete", "", "5")
    connection.close()


@pytest.mark.parametrize(("text", "literal"), [("a", "'a'"), ("it's", "'it" + "'" * 2 + "s'"), ("'", "'" * 4)])
def test_a_text_is_quoted_as_a_literal(text: str, literal: str) -> None:
    assert engine.quoted(text) == literal


@pytest.mark.parametrize(
    ("content", "plain", "protected"),
    [
        (b"SQLite format 3\0" + bytes(4080), True, False),
        (bytes(range(256)) * 16, False, True),
        (bytes(range(256)) * 17, False, False),
        (bytes(range(200)) * 20 + bytes(96), False, False),
        (bytes(4096), False, False),
        (b"", False, False),
    ],
    ids=["plain", "random", "no whole pages", "too few different bytes", "zeros", "empty"],
)
def test_a_file_is_recognised_by_its_first_page(tmp_path: Path, content: bytes, plain: bool, protected: bool) -> None:
    (tmp_path / "x").write_bytes(content)
    assert (engine.looks_plain(tmp_path / "x"), engine.looks_protected(tmp_path / "x")) == (plain, protected)


def test_a_journal_left_beside_a_file_is_found(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    path.touch()
    assert engine.leftover(path) is None
    (tmp_path / "m.mission-journal").touch()
    assert engine.leftover(path) is None, "an empty one is none"
    (tmp_path / "m.mission-wal").write_bytes(b"x")
    assert engine.leftover(path) == tmp_path / "m.mission-wal"


def test_a_journal_that_names_other_files_is_known_by_its_end(tmp_path: Path) -> None:
    journal = tmp_path / "m.mission-journal"
    for content, names in ((b"", False), (b"page", False), (b"page" + bytes.fromhex("d9d505f920a163d7"), True)):
        journal.write_bytes(content)
        assert engine.names_other_files(journal) == names


@pytest.mark.skipif(sys.platform == "win32", reason="pipes as POSIX has them")
def test_what_is_no_file_in_the_place_of_a_journal_is_strange(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    (tmp_path / "m.mission-wal").write_bytes(b"x")
    assert engine.strange_beside(path) is None
    os.mkfifo(tmp_path / "m.mission-journal")
    assert engine.strange_beside(path) == tmp_path / "m.mission-journal"
