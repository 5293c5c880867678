"""The commands plan and check."""

import re
from pathlib import Path

import pytest

from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import document, run


def test_plan_and_meetings(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = document(capsys, "plan", mission, "--seconds", 1, "--seed", 3)
    assert found["requested"] == 9
    assert found["placed"] + len(found["unplaced"]) == 9
    assert set(found) == {
        "status", "requested", "placed", "unplaced", "idle_slots", "max_idle", "bound", "seconds", "goal",
        "company_days", "company_days_bound", "idle_slots_bound", "table_changes", "table_changes_bound",
        "table_changes_by_side", "lone_days", "lunch_spans", "longest_run", "peak_tables", "visits", "minutes_under_way", "days_per_company",
    }  # fmt: skip
    assert found["table_changes"] == found["table_changes_by_side"]["counterpart"]
    meetings = document(capsys, "list", mission, "meetings")
    assert len(meetings) == found["placed"]
    assert set(meetings[0]) == {
        "delegation",
        "counterpart",
        "stop",
        "venue",
        "table",
        "at_office",
        "address",
        "start",
        "end",
        "status",
        "locked",
        "delegation_people",
        "counterpart_people",
        "interpreter",
        "online",
        "at_home",
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


def test_plan_says_what_was_placed_and_why_not(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    code, out, _error = run(capsys, "plan", mission, "--seed", 3)
    lines = out.splitlines()
    assert (code, lines[:3]) == (
        0,
        [
            "8 of 9 requests placed (proved to be the best): 8 new, 0 moved, 0 dropped, 0 unchanged",
            "6 company-days, 0 with one meeting only; fewer than 6 cannot be.",
            "2 idle slots, at most 1 for one company; fewer than 2 cannot be.",
        ],
    )
    assert lines[3].startswith("Tables change within a day: counterparts ")
    assert len(lines) == 7
    assert re.match(r"D\d – C\d \(Meet\): ", lines[6])


def test_the_goal_that_comes_first_can_be_said(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = document(capsys, "plan", mission, "--seed", 3, "--goal", "waits")
    assert (found["goal"], found["status"], found["idle_slots"], found["company_days"]) == ("waits", "optimal", 2, 6)


def test_planned_day_has_to_be_a_date(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    error = "“soon” is no date. Write it as 2026-02-16.\n"
    assert run(capsys, "plan", mission, "--day", "soon") == (3, "", error)


def test_plan_of_one_day_keeps_to_it(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    assert document(capsys, "plan", mission, "--day", "2026-02-16", "--seed", 1)["placed"] == 8


def test_check_counts_conflicts(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D1", "C2", 0, 1)
    code, out, _error = run(capsys, "check", mission)
    assert (code, out.splitlines()[-1]) == (1, "1 conflict")
