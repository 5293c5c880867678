"""The tasks of a mission that are late, and what comes next."""

from datetime import date

from missionplanner.domain.issues import Issue, Severity
from missionplanner.domain.milestones import DueTask, due_tasks, turns
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, current

LATE = "late_tasks"
"""The code of findings on tasks whose day is over."""


def late(snapshot: Snapshot, today: date) -> list[Issue]:
    """Find the tasks whose day is over, the longest first."""
    t = current()
    found = []
    for one in due_tasks(snapshot.mission, snapshot.milestones, snapshot.tasks):
        if one.is_late(today):
            days = (today - one.day).days
            text = t.plural("Late by {n} day: {task}, due on {day}.", "Late by {n} days: {task}, due on {day}.", days)
            said = text.format(n=t.number(days), task=_named(one), day=t.date(one.day))
            found.append(Issue(LATE, said, Severity.WARNING, subjects=(("tasks", one.task.id),)))
    return found


def coming(snapshot: Snapshot, today: date) -> list[str]:
    """Return what comes next, in words: the next milestone and the next task; empty where there are no own ones."""
    t, mission = current(), snapshot.mission
    if not (snapshot.milestones or snapshot.tasks):
        return []
    found = []
    ahead = [one for one in turns(mission, snapshot.milestones, snapshot.tasks) if one.day >= today]
    if ahead:
        found.append(_("Next: {milestone} on {day}.").format(milestone=ahead[0].name, day=t.date(ahead[0].day)))
    due = due_tasks(mission, snapshot.milestones, snapshot.tasks)
    todo = [one for one in due if one.day >= today and one.task.state.is_open]
    if todo:
        found.append(_("To do next: {task} by {day}.").format(task=_named(todo[0]), day=t.date(todo[0].day)))
    return found


def _named(one: DueTask) -> str:
    """Return a task with its owner."""
    name = one.task.title(current().language)
    return f"{name} ({one.task.owner})" if one.task.owner else name
