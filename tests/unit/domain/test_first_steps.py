from datetime import date
from pathlib import Path

from missionplanner.domain import first_steps
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.first_steps import StepName
from missionplanner.domain.mission import Mission, Stop
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.selection import decisions
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import ask_all, meet, small_mission, snapshot_of


def _done(store: Store) -> list[str]:
    return [step.name.value for step in first_steps.steps(store.snapshot()) if step.is_done]


def test_nothing_is_done_in_an_empty_mission(tmp_path: Path) -> None:
    with small_mission(tmp_path / "s.mission") as small:
        day = small.mission.starts
    mission = Mission(name="M", starts=day, ends=day)
    with new_mission.create(tmp_path / "m.mission", new_mission.NewMission(mission)) as store:
        assert [step.name for step in first_steps.steps(store.snapshot())] == list(StepName)
        assert _done(store) == []


def test_steps_are_done_one_after_the_other(tmp_path: Path) -> None:
    before = ["cities", "venues", "sessions", "registrations"]
    with small_mission(tmp_path / "m.mission") as store:
        assert _done(store) == before
        ask_all(store)
        assert _done(store) == [*before, "requests"]
        meet(store, "D1", "C1", 0, 0)
        assert _done(store) == [*before, "requests", "timetable"]
        texts = {step.name: step.text for step in first_steps.steps(store.snapshot())}
        assert texts[StepName.REGISTRATIONS] == "3 companies of the delegation, 3 counterparts"
        assert (texts[StepName.REQUESTS], texts[StepName.TIMETABLE]) == ("9 requests", "1 meeting")


def test_a_change_of_clocks_is_said_with_the_cities() -> None:
    night = date(2027, 3, 28)
    stop = Stop(id=1, name_en="Madrid", time_zone="Europe/Madrid", starts=night, ends=night)
    assert first_steps.steps(snapshot_of(stops=[stop], venues=[], slots=[], sessions=[], tables=[]))[0].text == (
        "1 city. In Madrid clocks go forward on Sunday, March 28, 2027: 02:00 becomes 03:00."
    )


def test_registrations_wait_for_a_decision(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        everybody = store.companies.ids(CompanyFilter())
        decisions.set_status(store, everybody, Status.UNDER_REVIEW)
        assert sorted(first_steps.waiting(store.snapshot())) == sorted(everybody)
        assert "registrations" not in _done(store)
        step = first_steps.steps(store.snapshot())[3]
        assert step.text.endswith(", waiting for a decision: 3 of the delegation, 3 counterparts")
        one_side = [key for key in everybody if store.get(Company, key).side is Side.COUNTERPART]
        decisions.set_status(store, one_side, Status.ACCEPTED)
        assert first_steps.steps(store.snapshot())[3].text.endswith(", 3 wait for a decision")
