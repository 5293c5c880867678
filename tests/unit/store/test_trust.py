"""Damage, tampering, passwords and the copies the program keeps."""

import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Mission
from missionplanner.errors import DamagedFile, PasswordNeeded, UserError
from missionplanner.store.file import copies, engine
from missionplanner.store.schema import FORMAT
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import backups
from missionplanner.store.upkeep import passwords as protection
from missionplanner.store.upkeep.salvage import salvage
from tests.builders import Figures, damage_of, key_of, meet, small_mission

SECRET = "Zoé Côté-Ünïque"
PASSWORD = "four words 'and' \"quotes\" of Łódź"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "m.mission"
    with small_mission(found) as store:
        meet(store, "D1", "C1", slot=0, table=1)
        with store.change("Secret") as change:
            change.update(replace(store.get(Company, key_of(store, "D1")), name=SECRET))
    return found


def bytes_around(path: Path) -> bytes:
    """Everything the file and its journals hold."""
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


# -- tampering


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


# -- damage


def broken(path: Path, target: Path, how: Callable[[bytearray, random.Random], None], seed: int) -> Path:
    content = bytearray(path.read_bytes())
    how(content, random.Random(seed))
    target.write_bytes(content)
    return target


def flip_bits(content: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 60)):
        content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)


def wipe_page(content: bytearray, chance: random.Random) -> None:
    page = chance.randrange(1, len(content) // 4096)
    content[page * 4096 : (page + 1) * 4096] = bytes(4096)


def cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(200, len(content)) :]


def claim_pages(content: bytearray, _chance: random.Random) -> None:
    content[28:32] = (2_600_000).to_bytes(4, "big")  # 10 GB


HOWS = (flip_bits, wipe_page, cut, claim_pages)


def damage(
    path: Path, folder: Path, how: Callable[[bytearray, random.Random], None], seeds: range
) -> tuple[int, int, int]:
    """How many of so many damaged copies are opened whole, refused with a sentence, and salvaged as sound files."""
    opened = refused = saved = 0
    for seed in seeds:
        bad = broken(path, folder / "bad.mission", how, seed)
        try:
            with Store.open(bad, read_only=True) as store:
                store.snapshot()
            opened += 1
        except UserError:
            refused += 1
        target = folder / "saved.mission"
        try:
            numbers = salvage(bad, target)
        except UserError:
            continue
        saved += 1
        with Store.open(target) as store:
            assert damage_of(target) == []
            assert len(store.all(Company)) == numbers.get("companies", 0)
            store.snapshot()
        target.unlink()
    return opened, refused, saved


@pytest.mark.parametrize(("how", "least"), list(zip(HOWS, (4, 7, 3, 8), strict=True)))
def test_damaged_files_are_opened_whole_or_refused_and_salvaged(
    example: Store,
    tmp_path: Path,
    how: Callable[[bytearray, random.Random], None],
    least: int,
    figures: Figures,
) -> None:
    path = example.path
    example.close()
    opened, refused, saved = damage(path, tmp_path, how, range(8))
    figures(f"{how.__name__}: of 8 damaged files {opened} opened whole, {refused} refused, {saved} salvaged")
    assert opened + refused == 8
    assert saved >= least


def test_a_whole_file_is_salvaged_whole(path: Path, tmp_path: Path) -> None:
    numbers = salvage(path, tmp_path / "s.mission")
    with Store.open(path) as before, Store.open(tmp_path / "s.mission") as after:
        assert after.snapshot() == before.snapshot()
        assert numbers["meetings"] == 1
        assert after.steps.undo_label == ""
    with pytest.raises(UserError, match="already"):
        salvage(path, tmp_path / "s.mission")


def test_nothing_is_salvaged_of_something_else(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"PK\x03\x04" * 5000)
    with pytest.raises(UserError, match="Nothing can be read"):
        salvage(tmp_path / "x", tmp_path / "y.mission")
    assert not (tmp_path / "y.mission").exists()


# -- passwords


def test_a_password_is_given_changed_and_taken_away(path: Path) -> None:
    with Store.open(path) as store:
        backups.keep(store)
        before = store.snapshot()
    found = protection.set_password(path, "", PASSWORD)
    assert (found.changed, found.left) == (1, ())
    copy = next(copies.folder_of(path).glob("*.mission"))
    for one in (path, copy):
        assert SECRET.encode() not in bytes_around(one)
        assert not one.read_bytes().startswith(b"SQLite")
        with pytest.raises(PasswordNeeded):
            Store.open(one)
        with pytest.raises(PasswordNeeded, match="does not open"):
            Store.open(one, password=PASSWORD + "x")
    with Store.open(path, password=PASSWORD) as store:
        assert store.snapshot() == before
        with store.change("More") as change:
            change.update(replace(store.get(Company, 1), notes=SECRET * 2))
        assert store.undo() == "More"
        assert store.redo() == "More"
        assert SECRET.encode() not in bytes_around(path)
        kept = backups.keep(store)
        assert kept is not None
        assert SECRET.encode() not in kept.read_bytes()
        assert [one.is_readable for one in backups.of(path, PASSWORD)] == [True, True]
        store.backup(path.with_name("copy.mission"))
    protection.set_password(path, PASSWORD, "another long one")
    with pytest.raises(PasswordNeeded):
        Store.open(path, password=PASSWORD)
    protection.set_password(path, "another long one", "")
    with Store.open(path) as store:
        assert store.get(Company, 1).notes == SECRET * 2
        assert store.format == FORMAT
    with Store.open(path.with_name("copy.mission"), read_only=True, password=PASSWORD) as store:
        assert store.mission.name == "Test mission"


def test_a_new_file_is_encrypted_from_its_beginning(tmp_path: Path) -> None:
    day = datetime.now().astimezone().date()
    with Store.create(tmp_path / "n.mission", Mission(name=SECRET, starts=day, ends=day), PASSWORD):
        assert SECRET.encode() not in bytes_around(tmp_path / "n.mission")
    assert SECRET.encode() not in bytes_around(tmp_path / "n.mission")


@pytest.mark.parametrize("password", ["short", "with\nnewline", "nul\0nul nul"])
def test_bad_passwords_are_refused(path: Path, password: str) -> None:
    before = path.read_bytes()
    with pytest.raises(UserError, match="A password has"):
        protection.set_password(path, "", password)
    assert path.read_bytes() == before


def test_a_wrong_present_password_changes_nothing(path: Path) -> None:
    protection.set_password(path, "", PASSWORD)
    before = path.read_bytes()
    with pytest.raises(PasswordNeeded):
        protection.set_password(path, "not the password", "a new long one")
    assert path.read_bytes() == before


def test_a_damaged_protected_file_is_told_from_a_wrong_password_and_salvaged(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        made = backups.keep(store)
    protection.set_password(path, "", PASSWORD)
    content = bytearray(path.read_bytes())
    content[-4096 * 3 : -4096] = b"\x5a" * 8192
    path.write_bytes(content)
    with pytest.raises(DamagedFile):
        Store.open(path, password=PASSWORD)
    with pytest.raises(PasswordNeeded):
        Store.open(path, password="not the password")
    assert salvage(path, tmp_path / "s.mission", PASSWORD)["companies"] >= 1
    with pytest.raises(PasswordNeeded):
        Store.open(tmp_path / "s.mission")
    found = backups.newest(path, PASSWORD)
    assert found is not None
    assert (found.path, found.made_at) == (made, copies.made_at(found.path))
    assert backups.newest(path) is None


def test_damage_of_the_first_page_is_told_from_a_wrong_password_by_the_copies(path: Path) -> None:
    protection.set_password(path, "", PASSWORD)
    with Store.open(path, password=PASSWORD) as store:
        backups.keep(store)
    path.write_bytes(b"\x5a\x11" * 50 + path.read_bytes()[100:])
    with pytest.raises(PasswordNeeded):
        Store.open(path, password="not the password")
    with pytest.raises(DamagedFile):
        Store.open(path, password=PASSWORD)
    assert backups.newest(path, PASSWORD) is not None


def test_a_file_somebody_has_keeps_its_password(path: Path) -> None:
    with Store.open(path), pytest.raises(UserError, match="open in another program"):
        protection.set_password(path, "", PASSWORD)
    assert path.read_bytes().startswith(b"SQLite")


# -- copies


def test_ten_newest_copies_stay_and_one_a_day() -> None:
    now = datetime.now().astimezone()
    names = []
    for days in range(30):
        for hour in (1, 2, 3):
            moment = (now - timedelta(days=days)).replace(hour=hour)
            names.append(Path(f"m {moment:%Y-%m-%d %H%M%S} 000000.mission"))
    left = set(names) - set(copies.too_many(names))
    assert len(left) == 10 + 14 - 4
    assert max(names) in left
    days = {made.date() for one in left if (made := copies.made_at(one))}
    assert len(days) == 14


def test_copies_tell_what_is_in_them_and_are_put_back_as_new_files(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        backups.keep(store)
        with store.change("Delete") as change:
            change.delete(Company, [key_of(store, "D3")])
        made = backups.keep(store)
    assert made is not None
    second, first = backups.of(path)
    assert (first.rows["companies"], second.rows["companies"]) == (6, 5)
    assert (first.last_change, second.last_change) == ("Secret", "Delete")
    backups.restore_as(first.path, tmp_path / "again.mission")
    with Store.open(tmp_path / "again.mission") as store:
        assert len(store.all(Company)) == 6
    with pytest.raises(UserError, match="already a file"):
        backups.restore_as(first.path, path)
    assert backups.newest(path) == second
    second.path.write_bytes(b"SQLite format 3\0 and nothing else")
    assert backups.newest(path) == first
    assert [one.is_readable for one in backups.of(path)] == [False, True]


def test_only_a_whole_copy_takes_the_place_of_an_earlier_one(path: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.mission"
    with Store.open(path) as store:
        store.backup(target)
    before = target.read_bytes()
    content = bytearray(path.read_bytes())
    content[36:40] = (7).to_bytes(4, "big")  # pages that are said to be free and are not
    path.write_bytes(content)
    connection = engine.connect(path)
    try:
        with pytest.raises(copies.NotWhole):
            copies.copy(connection, target)
        assert copies.keep(path, connection) is None
    finally:
        connection.close()
    assert target.read_bytes() == before
    assert not list(tmp_path.glob("*.part"))
    assert not list(copies.folder_of(path).glob("*"))


def test_restoring_does_not_take_a_password_away(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        plain = backups.keep(store)
    other = tmp_path / "plain.mission"
    assert plain is not None
    other.write_bytes(plain.read_bytes())
    protection.set_password(path, "", PASSWORD)
    before = path.read_bytes()
    with pytest.raises(UserError, match="has a password"):
        backups.restore(path, other, PASSWORD)
    assert path.read_bytes() == before


def test_a_password_is_given_to_the_copies_of_before_restoring(path: Path) -> None:
    with Store.open(path) as store:
        made = backups.keep(store)
    assert made is not None
    before = backups.restore(path, made)
    assert before is not None
    protection.set_password(path, "", PASSWORD)
    assert SECRET.encode() not in before.read_bytes()


def test_restoring_a_link_leaves_it_a_link(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        made = backups.keep(store)
    assert made is not None
    link = tmp_path / "link.mission"
    link.symlink_to(path)
    with Store.open(path) as store, store.change("Later") as change:
        change.delete(Company, [1])
    backups.restore(link, made)
    assert link.is_symlink()
    with Store.open(path) as store:
        assert len(store.all(Company)) == 6


@pytest.fixture(autouse=True)
def _own_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "data_folder", lambda: tmp_path / "data")
