"""Milestones and open tasks as a calendar."""

from pathlib import Path

from icalendar import Calendar

from missionplanner.domain.milestones import Milestone, TaskState
from missionplanner.jobs.milestones import calendar_file, entering
from tests.builders import small_mission


def test_whole_days_that_update_themselves(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        entering.enter_milestone(store, None, {"name_en": "Visas", "days": -60})
        task = entering.enter_task(store, None, {"name_en": "Write", "milestone_id": 1, "days": -7, "owner": "Ana"})
        entering.enter_task(store, None, {"name_en": "Done", "state": TaskState.DONE})
        calendar_file.write(store, tmp_path / "plan.ics")
        ends, visas = store.mission.ends.isoformat(), store.all(Milestone)[0]
    found = Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    assert {str(one["summary"]): one["dtstart"].dt.isoformat() for one in found} == {
        "Departure": "2026-02-16", "Return": ends, "Visas": "2025-12-18", "Write": "2025-12-11",
    }  # fmt: skip
    uids = {str(one["summary"]): str(one["uid"]) for one in found}
    assert (uids["Write"], uids["Visas"]) == (f"{task.uid}@missionplanner", f"{visas.uid}@missionplanner")
    assert [str(one["description"]) for one in found if one["summary"] == "Write"] == ["Ana"]
