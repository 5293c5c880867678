"""Who plans a shared mission says so while the plan is made, and a second planner is told."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from missionplanner.jobs.job import Job, run_now
from missionplanner.jobs.sharing import planners, sharing
from missionplanner.jobs.sharing.present import PLANNING, Colleague
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.unit.jobs.sharing.sharers import two_sharers

NOW = datetime(2026, 2, 16, 9, 0, tzinfo=UTC)


def test_a_plan_is_told_while_it_is_made(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):
        told: list[str] = []

        def work(_data: str, _progress: Progress) -> str:
            told.append(planners.planning_elsewhere(other, datetime.now(UTC)))
            return "plan"

        assert run_now(planners.announced(Job("", lambda _store: "data", work)), one) == "plan"
        text = "A timetable is being made elsewhere, by somebody. Of two that are made apart one is kept as a version."
        assert told == [text]
        assert planners.planning_elsewhere(other, datetime.now(UTC)) == ""


def test_a_plan_that_fails_is_not_told_any_more(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, other):

        def work(_data: str, _progress: Progress) -> str:
            raise ValueError

        try:
            run_now(planners.announced(Job("", lambda _store: "data", work)), one)
        except ValueError:
            assert [colleague.about for colleague in sharing.colleagues(other)] == [""]
        else:
            raise AssertionError


def test_a_folder_that_is_away_keeps_nobody_from_planning(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other):
        shutil.rmtree(tmp_path / "shared")
        assert planners.planning_elsewhere(one, NOW) == ""
        assert run_now(planners.announced(Job("", lambda _store: "data", lambda data, _progress: data)), one) == "data"


def test_a_mission_that_is_not_shared_is_planned_by_nobody_else(tmp_path: Path) -> None:
    with two_sharers(tmp_path) as (one, _other):
        sharing.leave(one)
        assert planners.planning_elsewhere(one, NOW) == ""
        assert run_now(planners.announced(Job("", _name, lambda data, _progress: data)), one) == "Test mission"


def test_only_who_plans_now_is_named_once() -> None:
    found = [
        Colleague("Marie", NOW, PLANNING),
        Colleague("Marie", NOW, PLANNING),
        Colleague("Luc", NOW, "c1"),
        Colleague("Ana", NOW - timedelta(hours=1), PLANNING),
    ]
    text = "A timetable is being made elsewhere, by Marie. Of two that are made apart one is kept as a version."
    assert planners.planning(found, NOW) == text


def _name(store: Store) -> str:
    return store.mission.name
