"""The milestones and open tasks of a mission as a calendar."""

from datetime import UTC, datetime
from pathlib import Path

from missionplanner import writing
from missionplanner.domain.milestones import Milestone, Task, due_tasks, turns
from missionplanner.exchange import calendar
from missionplanner.i18n import _, current
from missionplanner.store.store import Store


def content(store: Store) -> bytes:
    """Return the calendar; a day that was moved since takes the place of the one imported before."""
    mission, t = store.mission, current()
    milestones, tasks = store.all(Milestone), store.all(Task)
    entries = [
        (
            f"{mission.uid}-{number}" if one.milestone is None else one.milestone.uid,
            one.name,
            one.day,
            mission.called(t.language),
        )
        for number, one in enumerate(turns(mission, milestones, tasks))
    ]
    entries += [
        (one.task.uid, one.task.title(t.language), one.day, "; ".join(filter(None, (one.task.owner, one.task.note))))
        for one in due_tasks(mission, milestones, tasks)
        if one.task.state.is_open
    ]
    return calendar.days(
        _("{mission}: milestones and tasks").format(mission=mission.called(t.language)),
        entries,
        datetime.now(UTC),
    )


def write(store: Store, target: Path) -> None:
    """Write the calendar. Raises UserError when it cannot be written."""
    writing.replace_file(target, content(store))
