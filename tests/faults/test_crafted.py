"""Mission files made to do harm or to confuse: refused in a sentence, nothing of them runs, what is sound is salvaged."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Mission
from missionplanner.domain.record_labels import RECORD_LABELS
from missionplanner.domain.requests import Priority
from missionplanner.errors import DamagedFile, UserError
from missionplanner.store.file import locks
from missionplanner.store.rows import names
from missionplanner.store.store import Store
from missionplanner.store.upkeep.salvage import salvage
from tests.builders import Figures, ask_all, meet, small_mission
from tests.unit.store.first_file import write_first_format

SLOW = "CHECK(instr(hex(zeroblob(20000000)),hex(zeroblob(10000000))||''1'')=0)"
SCHEMAS = {
    "a foreign key that deletes": (
        "ALTER TABLE companies ADD COLUMN trap INTEGER DEFAULT NULL REFERENCES steps(id) ON DELETE CASCADE",
    ),
    "an index that works without end": (
        "CREATE INDEX slow ON companies(instr(hex(zeroblob(20000)), hex(name)))",
    ),
    "a constraint that works without end": (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_master SET sql = replace(sql, 'operating_name TEXT NOT NULL', 'operating_name TEXT NOT NULL {SLOW}')"
        " WHERE name = 'companies'",
    ),
    "a default that computes": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'notes TEXT NOT NULL', 'notes TEXT NOT NULL DEFAULT (hex(randomblob(9)))')"
        " WHERE name = 'companies'",
    ),
    "a generated column": ("ALTER TABLE companies ADD COLUMN more TEXT AS (name || name)",),
    "another table": ("CREATE TABLE more (id INTEGER PRIMARY KEY)",),
    "no history": ("DROP TABLE companies_history",),
    "no steps": ("DROP TABLE steps",),
    "no search": ("DROP TABLE search",),
    "no list of migrations": ("DELETE FROM _sqlite_migrations",),
    "a list of migrations with a hole": ("INSERT INTO _sqlite_migrations SELECT 99, migration_set, 'm099', applied_at FROM _sqlite_migrations LIMIT 1",),
    "a column that ignores conflicts": (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'uid TEXT NOT NULL UNIQUE', 'uid TEXT NOT NULL ON CONFLICT IGNORE UNIQUE')"
        " WHERE name = 'companies'",
    ),
}  # fmt: skip
_OUTCOME = (
    "INSERT INTO outcomes (uid, meeting_id, kind, value, currency, next_step, second_meeting) VALUES ('x', 1, 'sale', "
)
_OTHERS = ", ".join(names(Mission)[2:])
ROWS = {
    "bytes for a name": "UPDATE companies SET name = x'00ff' WHERE id = 1",
    "text for a number": "UPDATE companies SET employees = 'many' WHERE id = 1",
    "a side that is none": "UPDATE companies SET side = 'x' WHERE id = 1",
    "a date that is none": "UPDATE companies SET consent_on = '2026-02-31' WHERE id = 1",
    "no mission": "DELETE FROM missions",
    "two missions": f"INSERT INTO missions (id, uid, {_OTHERS}) SELECT id + 1, uid || 'x', {_OTHERS} FROM missions",
    "no such zone": "UPDATE stops SET time_zone = 'No/Where'",
    "a zone that is a path": "UPDATE stops SET time_zone = '../../../etc/passwd'",
    "lunch at 99": "UPDATE missions SET lunch_starts = '99:99'",
    "a slot without zone": "UPDATE slots SET starts = '2026-02-16T09:00:00' WHERE id = 1",
    "a slot that ends first": "UPDATE slots SET ends = '2026-02-16T01:00:00-06:00' WHERE id = 1",
    "a slot of the year 1": "UPDATE slots SET starts = '0001-01-01T00:00:00-06:00' WHERE id = 1",
    "a slot of the year 9999": "UPDATE slots SET ends = '9999-12-31T23:59:59-06:00' WHERE id = 1",
    "a meeting of nobody": "UPDATE meetings SET delegation_id = 999",
    "a request of nobody": "UPDATE requests SET counterpart_id = 999 WHERE id = 1",
    "a slot of no session": "UPDATE slots SET session_id = 999 WHERE id = 1",
    "a company without application": "DELETE FROM applications WHERE company_id = 1",
    "an endless number": _OUTCOME + "9e999, 'CAD', '', 0)",
    "a moment that is none": "UPDATE steps SET at = 'yesterday'",
    "a time of 24:00": "UPDATE slots SET ends = '2026-02-16T24:00:00-06:00' WHERE id = 1",
    "a day of the year 0": "UPDATE companies SET consent_on = '0000-01-01' WHERE id = 1",
    "a day that is now": "UPDATE applications SET signed_on = 'now' WHERE id = 1",
    "lunch with a zone": "UPDATE missions SET lunch_starts = '14:00-06:00'",
    "a decision without zone": "UPDATE applications SET decided_at = '2026-02-16T09:00:00' WHERE id = 1",
    "a stop of 61 days": "UPDATE stops SET ends = date(starts, '+60 days')",
    "sectors in a circle": "UPDATE sectors SET parent_id = 1",
    "an outcome of 1e300": _OUTCOME + "1e300, 'CAD', '', 0)",
    "a step beyond counting": "UPDATE steps SET n = 9223372036854775807",
    "a name of 8 MB": "UPDATE companies SET name = hex(zeroblob(4000000)) WHERE id = 1",
    "a file that is another": "INSERT INTO contents VALUES ('x', x'00')",
    "a view that is none": "INSERT INTO saved_filters VALUES (1, 'x', 'x', '[]', 'name', 0)",
    "a draft that is none": "INSERT INTO form_drafts VALUES (1, 1, 'delegation', '[]', '2026-02-16T09:00:00+00:00')",
    "a status nobody knows": "UPDATE applications SET status = 'x' WHERE id = 1",
    "a colour that is none": "UPDATE missions SET colour = 'url(x)'",
    "a key below 0": "UPDATE requests SET session_id = -1 WHERE id = 1",
    "a place beyond counting": "INSERT INTO offerings SELECT 1, 1, 'offers', 'x', 9223372036854775807, 'u', '' WHERE 1",
    "a letter of 2^63": "INSERT INTO letters VALUES (1, 1, 'accepted', 'en', '', '', '', NULL, 'now', '', 'u')",
    "text for a picture": "INSERT INTO contents VALUES ('x', 'text')",
}  # fmt: skip


NOT_SAVED = ("two missions", "a moment that is none", "a step beyond counting")
"""What a new file has only one of, or makes anew: the history."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "m.mission"
    with small_mission(found) as store:
        ask_all(store, Priority.MEET)
        meet(store, "D1", "C1", slot=0, table=1)
    return found


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)


def refused(path: Path) -> DamagedFile:
    """It is refused as damaged, in time, and nothing in it changes."""
    before = path.read_bytes()
    for read_only in (False, True):
        started = time.monotonic()
        with pytest.raises(DamagedFile) as caught:
            Store.open(path, read_only=read_only)
        assert time.monotonic() - started < 5
    assert path.read_bytes() == before
    return caught.value


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_that_is_not_ours_is_refused_before_anything_of_it_runs(
    path: Path, name: str, figures: Figures
) -> None:
    change(path, *SCHEMAS[name])
    refused(path)
    figures("a crafted schema was refused before anything of it ran")


@pytest.mark.parametrize("name", ROWS)
def test_rows_no_record_can_be_made_of_are_refused_and_the_others_salvaged(
    path: Path, tmp_path: Path, name: str, figures: Figures
) -> None:
    change(path, "PRAGMA ignore_check_constraints = ON", ROWS[name])
    error = refused(path)
    # Table and row in the words of people, and a way out.
    assert error.text.startswith("m.mission is damaged. ")
    assert error.text.split(". ", 1)[1].startswith(tuple(RECORD_LABELS.values()))
    assert error.hint == "Save what can be read of it as a new file, or restore it from a backup."
    figures("crafted rows were refused")
    try:
        found = salvage(path, tmp_path / "s.mission")
    except UserError:
        assert name == "no mission"
        return
    assert found.mendings or name in NOT_SAVED
    with Store.open(tmp_path / "s.mission") as store:
        assert len(store.all(Company)) >= 5
        store.snapshot()


def test_text_that_is_no_text_is_told_with_its_row(path: Path) -> None:
    change(path, "UPDATE companies SET city = CAST(x'c328ff' AS TEXT) WHERE id = 1")
    assert refused(path).text == "m.mission is damaged. Company “D1”: This is no text. (bytes)"


def test_an_older_file_is_checked_before_it_is_brought_to_the_newest_format(path: Path, tmp_path: Path) -> None:
    first = write_first_format(path, tmp_path / "first.mission")
    change(first, "UPDATE companies SET employees = -1 WHERE id = 1")
    assert "Company “D1”" in refused(first).text
    assert salvage(first, tmp_path / "s.mission").rows["companies"] == 6


@pytest.mark.parametrize("content", [b"\0" * 30_000_000, b"\0" + b"[" * 200_000, b"\x005"])
def test_a_lock_file_of_anything_names_nobody_and_costs_no_time(path: Path, content: bytes) -> None:
    path.with_name("m.mission.lock").write_bytes(content)
    started = time.monotonic()
    assert locks.holder(path) == ""
    assert time.monotonic() - started < 0.5


def test_another_spelling_of_the_same_schema_is_ours(path: Path) -> None:
    change(
        path,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(replace(sql, '\"id\"', '[id]'), char(10), '  ')"
        " WHERE name = '_sqlite_migrations'",
    )
    with Store.open(path) as store:
        assert len(store.all(Company)) == 6
