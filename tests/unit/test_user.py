"""The person at this computer."""

import getpass

import pytest

from missionplanner.user import user_name


def test_the_user_has_the_name_of_the_login(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(getpass, "getuser", lambda: "ana")
    assert user_name() == "ana"


@pytest.mark.parametrize("error", [OSError, KeyError, ImportError])
def test_a_user_without_a_name_is_somebody(monkeypatch: pytest.MonkeyPatch, error: type[Exception]) -> None:
    def fails() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", fails)
    assert user_name() == "somebody"
