"""Passwords of databases are known until the program ends, or from the environment."""

import pytest

from missionplanner.jobs.sharing import database_passwords


def test_a_password_is_known_for_its_database_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_passwords, "_KNOWN", {})
    database_passwords.remember("postgresql://a", "secret")
    assert [database_passwords.known(f"postgresql://{name}") for name in "ab"] == ["secret", ""]
    monkeypatch.setenv(database_passwords.VARIABLE, "of all")
    assert [database_passwords.known(f"postgresql://{name}") for name in "ab"] == ["secret", "of all"]
