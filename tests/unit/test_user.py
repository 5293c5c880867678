"""The person at this computer."""

import getpass

import pytest

from missionplanner import i18n, user


def test_the_user_has_the_name_of_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "ana")
    assert (user.user_name(), user.is_known()) == ("ana", True)


@pytest.mark.parametrize("login", ["root", "Administrator", "admin"])
def test_a_login_that_is_nobodys_is_no_name(login: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: login)
    assert (user.user_name(), user.is_known()) == ("somebody", False)


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_a_user_without_a_name_is_somebody(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def fails() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", fails)
    assert user.user_name() == "somebody"


def test_the_name_that_was_given_counts_until_it_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "root")
    user.give_name("  Zoë\n Côté ")
    assert (user.user_name(), user.given_name(), user.is_known()) == ("Zoë Côté", "Zoë Côté", True)
    user.give_name("")
    assert user.user_name() == "somebody"


def test_nobody_is_called_so_in_the_language_of_the_screen() -> None:
    i18n.use("fr")
    assert [user.shown_name(name) for name in (user.NOBODY, "Ana")] == ["quelqu’un", "Ana"]


def test_a_file_that_is_no_text_gives_no_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "ana")
    user._place().write_bytes(b"\xff\xfe\x00")
    user._read.cache_clear()
    assert user.user_name() == "ana"
