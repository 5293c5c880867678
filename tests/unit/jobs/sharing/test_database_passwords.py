"""Passwords of databases are known until the program ends, from the keychain, or from the environment."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from missionplanner.jobs.sharing import database_passwords, links, sharing
from missionplanner.jobs.sharing.links import SharedPlace
from tests.builders import small_mission
from tests.keychain import Keychain, one_in_memory

A, B = "postgresql://a", "postgresql://b"


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_passwords, "_KNOWN", {})


@pytest.fixture
def keychain() -> Iterator[Keychain]:
    """A keychain that keeps the password of one database."""
    with one_in_memory() as found:
        found.set_password("missionplanner", A, "kept")
        yield found


def test_a_password_is_known_for_its_database_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    database_passwords.remember(A, "secret")
    assert [database_passwords.known(address) for address in (A, B)] == ["secret", ""]
    monkeypatch.setenv(database_passwords.VARIABLE, "of all")
    assert [database_passwords.known(address) for address in (A, B)] == ["secret", "of all"]


def test_one_that_is_kept_is_known_and_goes_when_it_is_forgotten(keychain: Keychain) -> None:
    assert (database_passwords.can_keep(), database_passwords.known(A)) == (True, "kept")
    database_passwords.forget(A)
    assert (keychain.entries, database_passwords.known(A)) == ({}, "")


def test_a_new_one_is_kept_where_that_was_asked_for(keychain: Keychain) -> None:
    database_passwords.remember(B, "secret", keep=True)
    database_passwords.remember(A, "other")
    assert keychain.entries == {("missionplanner", B): "secret"}
    assert [database_passwords.known(address) for address in (A, B)] == ["other", "secret"]


def test_whoever_leaves_a_database_leaves_no_password_behind(tmp_path: Path, keychain: Keychain) -> None:
    address = "postgresql://ana@127.0.0.1:1/missions"
    with small_mission(tmp_path / "m.mission") as store:
        links.remember(store.path, SharedPlace(store.mission.uid, address))
        database_passwords.remember(address, "secret", keep=True)
        sharing.leave(store)
    assert (database_passwords.known(address), keychain.entries) == ("", {("missionplanner", A): "kept"})
