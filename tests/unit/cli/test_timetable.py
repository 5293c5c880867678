"""The commands plan and check."""

from pathlib import Path

import pytest

from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import document, run


def test_plan_and_meetings(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = document(capsys, "plan", mission, "--seconds", 1, "--seed", 3)
    assert found["requested"] == 9
    assert found["placed"] + len(found["unplaced"]) == 9
    assert set(found) == {"status", "requested", "placed", "unplaced", "idle_slots", "max_idle", "bound", "seconds"}
    meetings = document(capsys, "list", mission, "meetings")
    assert len(meetings) == found["placed"]
    assert set(meetings[0]) == {
        "delegation",
        "counterpart",
        "stop",
        "venue",
        "table",
        "start",
        "end",
        "status",
        "locked",
    }
    assert meetings[0]["start"] == "2026-02-16T09:00:00-06:00"
    unplaced = document(capsys, "list", mission, "unplaced")
    assert len(unplaced) == len(found["unplaced"])
    assert all(row["reason"] for row in unplaced)
    assert document(capsys, "check", mission) == []


def test_check_finds_conflicts_and_exits_with_1(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    assert run(capsys, "check", mission)[:2] == (0, "No conflicts.\n")
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D1", "C2", 0, 1)
    code, out, _error = run(capsys, "check", mission)
    assert code == 1
    assert "D1 has two meetings" in out
    assert document(capsys, "list", mission, "conflicts")[0]["rule"] == "company_one_at_a_time"
