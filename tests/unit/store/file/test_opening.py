"""Files are opened whole, or refused in a sentence."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from missionplanner.errors import DamagedFile, PasswordNeeded, UserError
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.file import opening
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, passwords
from tests.builders import small_mission
from tests.unit.store.conftest import SECRET
from tests.unit.store.damaging import spoil_empty, spoil_foreign, spoil_middle, spoil_newer, spoil_text
from tests.unit.store.upkeep.test_passwords import PASSWORD


def test_second_program_reads_only_and_learns_who_has_it(store: Store) -> None:
    code = (
        "import sys; from pathlib import Path; from missionplanner.store.store import Store\n"
        "from missionplanner.messages import message\n"
        "s = Store.open(Path(sys.argv[1])); print(s.read_only, s.holder, s.mission.name)\n"
        "try:\n    s.undo()\n    s.change(message('x')).__enter__()\nexcept Exception as e: print(type(e).__name__, e)\n"
    )
    done = subprocess.run([sys.executable, "-c", code, store.path], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("True ")
    assert " on " in done.stdout
    assert "UserError m.mission is open for reading only." in done.stdout


def test_file_is_free_again_after_closing(tmp_path: Path) -> None:
    small_mission(tmp_path / "m.mission").close()
    assert [path.name for path in tmp_path.glob("m.*")] == ["m.mission"]
    with Store.open(tmp_path / "m.mission") as again:
        assert not again.read_only


def spoil_into_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (spoil_text, "is not a mission file"),
        (spoil_empty, "is not a mission file"),
        (spoil_foreign, "is not a mission file"),
        (spoil_newer, "newer version"),
        (spoil_middle, "is damaged"),
        (Path.unlink, "There is no file"),
        (spoil_into_folder, "is a folder"),
    ],
)
def test_what_is_no_mission_file_is_refused_in_a_sentence(
    tmp_path: Path, spoil: Callable[[Path], None], says: str
) -> None:
    path = tmp_path / "m.mission"
    small_mission(path).close()
    spoil(path)
    content = path.read_bytes() if path.is_file() else b""
    with pytest.raises(UserError, match=says) as caught:
        Store.open(path)
    assert caught.value.hint
    assert (path.read_bytes() if path.is_file() else b"") == content
    assert not path.with_name("m.mission.lock").exists()


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM companies; END",
        "CREATE VIEW v AS SELECT * FROM companies",
        "ALTER TABLE companies RENAME TO real_ones; CREATE VIEW companies AS SELECT * FROM real_ones",
        "CREATE VIRTUAL TABLE x USING fts5(a)",
        "DROP TABLE meetings",
        "ALTER TABLE companies DROP COLUMN notes",
    ],
)
def test_a_tampered_schema_is_refused_and_nothing_of_it_runs(path: Path, sql: str) -> None:
    raw = sqlite3.connect(path)
    raw.executescript(sql)
    raw.close()
    for read_only in (False, True):
        with pytest.raises(DamagedFile):
            Store.open(path, read_only=read_only)
    assert SECRET.encode() in bytes_around(path)


def test_damage_of_the_first_page_is_told_from_a_wrong_password_by_the_copies(path: Path) -> None:
    passwords.set_password(path, "", PASSWORD)
    with Store.open(path, password=PASSWORD) as store:
        backups.keep(store)
    path.write_bytes(b"\x5a\x11" * 50 + path.read_bytes()[100:])
    with pytest.raises(PasswordNeeded):
        Store.open(path, password="not the password")
    with pytest.raises(DamagedFile):
        Store.open(path, password=PASSWORD)
    assert backups.newest(path, PASSWORD) is not None


def bytes_around(path: Path) -> bytes:
    """Everything the file and its journals hold."""
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


def test_a_file_is_made_in_a_folder_that_is_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no folder") as caught:
        opening.make(tmp_path / "gone" / "m.mission")
    assert caught.value.hint
    (tmp_path / "m.mission").touch()
    with pytest.raises(UserError, match="already a file"):
        opening.make(tmp_path / "m.mission")


@pytest.mark.parametrize("name", ["l" * 241, "/".join(["d" * 100] * 5)])
def test_a_path_that_is_too_long_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UserError, match="too long"):
        opening.need_short(tmp_path / name)
    opening.need_short(Path("/") / ("l" * 240))


def test_a_file_is_told_from_another_of_its_name(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    assert opening.identity(one) == (0, 0)
    one.touch()
    other.touch()
    assert opening.identity(one) != opening.identity(other)
    assert "was replaced" in str(opening.replaced(one))
    one.unlink()
    assert "taken away" in str(opening.replaced(one))


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (sqlite3.OperationalError("disk I/O error"), UserError, "cannot be read (disk I/O error)"),
        (sqlite3.OperationalError("Could not decode to UTF-8"), DamagedFile, "is damaged"),
        (sqlite3.DatabaseError("malformed"), DamagedFile, "is damaged"),
        (ValueError("x"), DamagedFile, "is damaged"),
    ],
)
def test_records_that_cannot_be_read_are_damaged_or_out_of_reach(
    error: Exception, kind: type[UserError], words: str
) -> None:
    found = opening.unreadable(Path("m.mission"), error)
    assert type(found) is kind
    assert words in str(found)


def test_a_file_whose_search_was_lost_gets_it_anew(path: Path) -> None:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("DELETE FROM search")
    raw.close()
    with Store.open(path) as store:
        assert len(store.companies.ids(CompanyFilter())) == 6
