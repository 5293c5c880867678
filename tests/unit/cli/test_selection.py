"""The command set-status."""

from pathlib import Path

import pytest

from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import document, run


def test_set_status_reports_what_it_did_not_change(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = document(capsys, "set-status", mission, "confirmed", "--search", "D1")
    assert found == {"changed": 1, "not_changed": [], "meetings_removed": 0}
    found = document(capsys, "set-status", mission, "confirmed", "--side", "delegation")
    assert found["changed"] == 2
    assert found["not_changed"] == [{"company": "D1", "reason": "Its status is “Confirmed” already."}]


def test_set_status_says_what_changed_and_what_did_not(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
    code, out, _error = run(capsys, "set-status", mission, "withdrawn", "--search", "D1")
    assert (code, out) == (0, "1 changed (1 application), 0 not changed\n1 planned meeting was removed\n")
    code, out, _error = run(capsys, "set-status", mission, "accepted", "--side", "delegation")
    assert (code, out.splitlines()) == (
        0,
        [
            "0 changed, 3 not changed",
            "D1: It is withdrawn; set it to “Applied” first.",
            "D2: Its status is “Accepted” already.",
            "D3: Its status is “Accepted” already.",
        ],
    )


def test_sides_are_told_apart_in_what_is_said(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    _code, out, _error = run(capsys, "set-status", mission, "reserve")
    assert out == "6 changed (3 counterparts, 3 applications), 0 not changed\n"
    _code, out, _error = run(capsys, "set-status", mission, "accepted", "--side", "counterpart")
    assert out == "3 changed (3 counterparts), 0 not changed\n"
    _code, out, _error = run(capsys, "list", mission, "companies", "--side", "counterpart")
    assert (out.count("Comes"), out.count("Accepted")) == (3, 0)
    assert document(capsys, "list", mission, "companies", "--side", "counterpart")[0]["status"] == "accepted"
    _code, out, _error = run(capsys, "info", mission)
    assert out.splitlines()[4:6] == ["Delegation: reserve 3", "Counterpart: comes 3"]


def test_only_companies_of_a_status_are_changed(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    run(capsys, "set-status", mission, "confirmed", "--search", "D1")
    found = document(capsys, "set-status", mission, "declined", "--was", "accepted", "--side", "delegation")
    assert found == {"changed": 2, "not_changed": [], "meetings_removed": 0}
