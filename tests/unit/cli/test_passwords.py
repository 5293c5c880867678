"""The command password: set, change, remove."""

import sys
from pathlib import Path

import pytest

from missionplanner.cli import passwords as command
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups, passwords
from tests.unit.cli.running import document, run

ONE, TWO = "one password of words", "two passwords of words"


def give(monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    monkeypatch.setenv("MISSIONPLANNER_PASSWORD", old)
    monkeypatch.setenv("MISSIONPLANNER_NEW_PASSWORD", new)


def type_in(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    asked: list[str] = []
    typed = iter(answers)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr(command, "getpass", lambda question: asked.append(question) or next(typed))
    return asked


def test_a_password_is_set_changed_and_removed_by_variables(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(mission) as store:
        backups.keep(store)
    give(monkeypatch, "", ONE)
    code, out, _error = run(capsys, "password", mission, "set")
    assert (code, out.splitlines()) == (
        0,
        [
            "The file has its new password.",
            "1 copy on this computer was changed with it.",
            "What is printed or exported lies in the open: whoever has it can read it without a password.",
        ],
    )
    give(monkeypatch, ONE, TWO)
    found = document(capsys, "password", mission, "change")
    assert found == {"path": str(mission), "protected": True, "copies": 1, "left": [], "elsewhere": []}
    give(monkeypatch, TWO, "")
    code, out, _error = run(capsys, "password", mission, "remove")
    assert (code, out.splitlines()[0]) == (0, "The file has no password any more.")
    assert not passwords.has_password(mission)


def test_passwords_are_asked_for_at_a_terminal(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert type_in(monkeypatch, ONE, ONE) == []
    assert run(capsys, "password", mission, "set")[0] == 0
    asked = type_in(monkeypatch, ONE, TWO, "another")
    assert run(capsys, "password", mission, "change") == (3, "", "The two new passwords differ. Type both again.\n")
    assert asked == ["Present password: ", "New password: ", "New password again: "]
    type_in(monkeypatch, ONE)
    assert run(capsys, "password", mission, "remove")[0] == 0


@pytest.mark.parametrize("verb", ["set", "change", "remove"])
def test_where_nobody_can_be_asked_the_variable_is_named(
    capsys: pytest.CaptureFixture[str], mission: Path, verb: str
) -> None:
    if verb != "set":
        passwords.set_password(mission, "", ONE)
    before = mission.read_bytes()
    code, out, error = run(capsys, "password", mission, verb)
    variable = "MISSIONPLANNER_NEW_PASSWORD" if verb == "set" else "MISSIONPLANNER_PASSWORD"
    assert (code, out, error) == (
        3,
        "",
        f"A password is missing. Type it at a terminal, or put it into the variable {variable}.\n",
    )
    assert mission.read_bytes() == before


def test_set_is_for_files_without_a_password_and_the_others_for_those_with_one(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, ONE, TWO)
    for verb in ("change", "remove"):
        assert run(capsys, "password", mission, verb)[2] == "m.mission has no password. “set” gives it one.\n"
    passwords.set_password(mission, "", ONE)
    error = "m.mission has a password already. “change” gives it another one.\n"
    assert run(capsys, "password", mission, "set") == (3, "", error)


def test_a_wrong_or_short_password_changes_nothing(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give(monkeypatch, "", "short")
    assert "at least 8 characters" in run(capsys, "password", mission, "set")[2]
    passwords.set_password(mission, "", ONE)
    before = mission.read_bytes()
    give(monkeypatch, "not the one", TWO)
    assert "does not open with this password" in run(capsys, "password", mission, "change")[2]
    assert mission.read_bytes() == before


def test_copies_that_could_not_be_changed_are_named_with_the_reason(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(mission) as store:
        made = backups.keep(store)
    assert made is not None
    made.write_bytes(b"SQLite format 3\0 and nothing else")
    give(monkeypatch, "", ONE)
    code, out, _error = run(capsys, "password", mission, "set")
    reason = "It is damaged, and can be read without a password. Delete it where you do not need it."
    assert (code, out.splitlines()[2]) == (1, f"{made}: {reason}")
    give(monkeypatch, ONE, TWO)
    assert document(capsys, "password", mission, "change")["left"] == [{"path": str(made), "reason": reason}]


def test_a_copy_in_the_open_is_encrypted_by_the_next_command_or_named(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(mission) as store:
        made = backups.keep(store)
    assert made is not None
    plain = made.read_bytes()
    passwords.set_password(mission, "", ONE)
    monkeypatch.setenv("MISSIONPLANNER_PASSWORD", ONE)
    made.write_bytes(plain)
    assert run(capsys, "set-status", mission, "confirmed")[2] == ""
    assert passwords.has_password(made)
    made.write_bytes(plain[:5000])
    assert str(made) in run(capsys, "set-status", mission, "accepted")[2]


def test_no_password_is_taken_from_the_command_line(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(capsys, "password", mission, "set", ONE)
