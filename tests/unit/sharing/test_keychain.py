"""Passwords go into the keychain of the system and out of it; without one nothing is kept, and nothing breaks."""

from collections.abc import Iterator

import pytest

from missionplanner.sharing import keychain
from tests.keychain import Keychain, one_in_memory

ADDRESS = "postgresql://ana@db.example/missions"


@pytest.fixture
def entries() -> Iterator[Keychain]:
    """A keychain."""
    with one_in_memory() as found:
        yield found


def test_a_password_is_kept_until_it_is_forgotten(entries: Keychain) -> None:
    assert (keychain.is_there(), keychain.kept(ADDRESS), keychain.keep(ADDRESS, "secret")) == (True, "", True)
    assert entries.entries == {("missionplanner", ADDRESS): "secret"}
    assert keychain.kept(ADDRESS) == "secret"
    keychain.forget(ADDRESS)
    keychain.forget(ADDRESS)
    assert entries.entries == {}


def test_a_locked_keychain_keeps_nothing(entries: Keychain) -> None:
    entries.is_locked = True
    assert (keychain.keep(ADDRESS, "secret"), keychain.kept(ADDRESS)) == (False, "")
    keychain.forget(ADDRESS)


def test_a_computer_without_a_keychain_keeps_nothing() -> None:
    assert (keychain.is_there(), keychain.keep(ADDRESS, "secret"), keychain.kept(ADDRESS)) == (False, False, "")
