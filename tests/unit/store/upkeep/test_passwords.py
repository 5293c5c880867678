"""Passwords: given, changed, taken away."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Mission
from missionplanner.errors import DamagedFile, PasswordNeeded, UserError
from missionplanner.messages import message
from missionplanner.paths import data_folder
from missionplanner.store.file import copies, engine
from missionplanner.store.schema import FORMAT
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, passwords
from missionplanner.store.upkeep.salvage import salvage
from tests.builders import small_mission
from tests.later_format import later_format
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
    assert salvage(path, tmp_path / "s.mission", PASSWORD).rows["companies"] >= 1
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


def kept(store: Store) -> Path:
    made = backups.keep(store)
    assert made is not None
    return made


def test_copies_of_every_name_and_place_get_the_password(path: Path, tmp_path: Path) -> None:
    with Store.open(path) as store:
        first = kept(store)
        with store.change(message("Write")) as change:
            change.update(replace(store.get(Company, 1), city="Lévis"))
    before = backups.restore(path, first)
    (tmp_path / "moved").mkdir()
    moved = path.rename(tmp_path / "moved" / "renamed.mission")
    with Store.open(moved) as store:
        second = kept(store)
    assert passwords.set_password(moved, "", PASSWORD) == passwords.Protected(3, ())
    for one in (moved, first, second, before):
        assert one is not None
        assert SECRET.encode() not in bytes_around(one)
        Store.open(one, read_only=True, password=PASSWORD).close()
    everything = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert [one for one in everything if SECRET.encode() in one.read_bytes()] == []
    assert passwords.set_password(moved, PASSWORD, "") == passwords.Protected(3, ())


def test_a_copy_of_an_older_format_keeps_its_format(tmp_path: Path) -> None:
    path = tmp_path / "m.mission"
    small_mission(path).close()
    with later_format():
        Store.open(path).close()
        made = next(copies.folder_of(path).glob("*.mission"))
        passwords.set_password(path, "", PASSWORD)
    with Store.open(made, password=PASSWORD) as store:
        assert store.mission.name == "Test mission"


def test_copies_that_do_not_open_are_named_with_the_reason(path: Path) -> None:
    with Store.open(path) as store:
        damaged, other = kept(store), kept(store)
    damaged.write_bytes(damaged.read_bytes()[:5000])
    passwords.set_password(other, "", "another password")
    found = passwords.set_password(path, "", PASSWORD)
    reasons = {one.path: one.reason for one in found.left}
    assert (found.changed, reasons) == (
        0,
        {
            damaged: "It is damaged, and can be read without a password. Delete it where you do not need it.",
            other: "It does not open with these passwords.",
        },
    )


def test_a_copy_that_cannot_be_written_is_named_with_the_reason(path: Path) -> None:
    with Store.open(path) as store:
        made = kept(store)
    export = engine.export

    def full(source: Path, *more: str) -> None:
        if source == made:
            raise OSError(28, "No space left on device")
        export(source, *more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(engine, "export", full)
        found = passwords.set_password(path, "", PASSWORD)
    assert [one.path for one in found.left] == [made]
    assert "No space left on device" in found.left[0].reason
    with Store.open(path, password=PASSWORD) as store:
        assert passwords.cover(store) == ()
    assert passwords.has_password(made)


def test_files_of_the_mission_elsewhere_are_named(path: Path, tmp_path: Path) -> None:
    city = tmp_path / "city.mission"
    with Store.open(path) as store, store.change(message("Write")) as change:
        change.update(replace(store.get(Company, 1), city="Lévis"))
    with Store.open(path) as store:
        store.backup(city)
    with Store.open(city) as store, store.change(message("Write")) as change:
        change.update(replace(store.get(Company, 1), city="Québec"))
    found = passwords.set_password(path, "", PASSWORD)
    assert [(one.path, "no password" in one.reason) for one in found.elsewhere] == [(city, True)]
    passwords.set_password(city, "", "another password")
    found = passwords.set_password(path, PASSWORD, "")
    assert [(one.path, "keeps the password" in one.reason) for one in found.elsewhere] == [(city, True)]


def test_what_a_killed_program_left_is_deleted_or_named(path: Path, tmp_path: Path) -> None:
    notes = data_folder() / "unfinished"
    notes.mkdir()
    here, away = path.with_name(f".{'0a' * 8}.part"), tmp_path / "away" / f".{'0b' * 8}.part"
    here.write_text(SECRET)
    for number, one in enumerate((here, away)):
        (notes / f"{number}.note").write_bytes(b"\0" + bytes(one))
    found = passwords.set_password(path, "", PASSWORD)
    assert [one.path for one in found.left] == [away]
    assert "killed" in found.left[0].reason
    assert not here.exists()


def test_copies_in_the_open_of_a_protected_mission_are_covered(path: Path) -> None:
    with Store.open(path) as store:
        assert passwords.cover(store) == ()
        made = kept(store)
    plain = made.read_bytes()
    passwords.set_password(path, "", PASSWORD)
    made.write_bytes(plain)
    with Store.open(path, read_only=True, password=PASSWORD) as store:
        assert passwords.cover(store) == ()
    assert not passwords.has_password(made)
    with Store.open(path, password=PASSWORD) as store:
        assert passwords.cover(store) == ()
        assert passwords.has_password(made)
        made.write_bytes(plain[:5000])
        assert [one.path for one in passwords.cover(store)] == [made]


def test_a_link_is_followed_to_the_file_it_means(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.mission"
    link.symlink_to(path)
    passwords.set_password(link, "", PASSWORD)
    assert link.is_symlink()
    assert passwords.has_password(path)
    assert passwords.has_password(link)
    passwords.set_password(link, PASSWORD, "")
    assert not passwords.has_password(path)
