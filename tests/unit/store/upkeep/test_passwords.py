"""Passwords: given, changed, taken away."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Mission
from missionplanner.errors import DamagedFile, PasswordNeeded, UserError
from missionplanner.messages import message
from missionplanner.store.file import copies
from missionplanner.store.schema import FORMAT
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, passwords
from missionplanner.store.upkeep.salvage import salvage
from tests.unit.store.conftest import SECRET

PASSWORD = "four words 'and' \"quotes\" of Łódź"


def bytes_around(path: Path) -> bytes:
    """Everything the file and its journals hold."""
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{path.name}*"))


def test_a_password_is_given_changed_and_taken_away(path: Path) -> None:
    with Store.open(path) as store:
        backups.keep(store)
        before = store.snapshot()
    found = passwords.set_password(path, "", PASSWORD)
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
        with store.change(message("More")) as change:
            change.update(replace(store.get(Company, 1), notes=SECRET * 2))
        assert store.undo() == "More"
        assert store.redo() == "More"
        assert SECRET.encode() not in bytes_around(path)
        kept = backups.keep(store)
        assert kept is not None
        assert SECRET.encode() not in kept.read_bytes()
        assert [one.is_readable for one in backups.of(path, PASSWORD)] == [True, True]
        store.backup(path.with_name("copy.mission"))
    passwords.set_password(path, PASSWORD, "another long one")
    with pytest.raises(PasswordNeeded):
        Store.open(path, password=PASSWORD)
    passwords.set_password(path, "another long one", "")
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
        passwords.set_password(path, "", password)
    assert path.read_bytes() == before


def test_the_problem_of_a_password_is_reported_in_a_sentence() -> None:
    assert passwords.problem_of("1234567") == "A password has at least 8 characters."
    assert passwords.problem_of("12345678") == ""
    assert passwords.problem_of("with\nnewline") == "A password has only letters, digits, signs and blanks."


def test_a_wrong_present_password_changes_nothing(path: Path) -> None:
    passwords.set_password(path, "", PASSWORD)
    before = path.read_bytes()
    with pytest.raises(PasswordNeeded):
        passwords.set_password(path, "not the password", "a new long one")
    assert path.read_bytes() == before


def test_a_damaged_protected_file_is_told_from_a_wrong_password_and_salvaged(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        with store.change(message("Fill the last pages")) as change:
            change.update(replace(store.get(Company, 6), notes="long " * 20_000))
        made = backups.keep(store)
    passwords.set_password(path, "", PASSWORD)
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


def test_a_file_somebody_has_keeps_its_password(path: Path) -> None:
    with Store.open(path), pytest.raises(UserError, match="open in another program"):
        passwords.set_password(path, "", PASSWORD)
    assert path.read_bytes().startswith(b"SQLite")


def test_a_password_is_given_to_the_copies_of_before_restoring(path: Path) -> None:
    with Store.open(path) as store:
        made = backups.keep(store)
    assert made is not None
    before = backups.restore(path, made)
    assert before is not None
    passwords.set_password(path, "", PASSWORD)
    assert SECRET.encode() not in before.read_bytes()
