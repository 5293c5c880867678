"""Milestones and tasks as records an organiser sets up."""

from datetime import date
from typing import Any

from missionplanner.domain.milestones import STATE_LABELS, DueTask, Milestone, Task, counted
from missionplanner.gui.programme.record_editor import RecordKind
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.field_checks import bounded
from missionplanner.gui.widgets.table import Column
from missionplanner.i18n import _, current
from missionplanner.jobs.milestones import entering
from missionplanner.jobs.milestones.templates import days_of
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store


def milestone_kind(store: Store) -> RecordKind:
    """Return the milestones of a mission for the record editor."""
    mission = store.mission
    waiting: dict[int | None, int] = {}
    for task in store.all(Task):
        waiting[task.milestone_id] = waiting.get(task.milestone_id, 0) + task.state.is_open

    def values(record: Milestone | None) -> dict[str, Any]:
        shown = record or Milestone()
        names = (*entering.NAMES, "of_world", "note")
        day = shown.day.isoformat() if shown.day else ""
        return {**{name: getattr(shown, name) for name in names}, "day": day, "days": str(shown.days)}

    def save(record: Milestone | None, typed: dict[str, Any]) -> None:
        day = typed_day(typed["day"])
        entering.enter_milestone(store, record, {**typed, "day": day, "days": days_of(typed["days"])})

    columns = [
        Column(_("Milestone"), lambda one: one.title(current().language), width=250, grows=True),
        Column(_("Day"), lambda one: current().date(one.falls_on(mission), "medium"), width=110),
        Column(_("Counted"), lambda one: counted((one.falls_on(mission) - mission.starts).days), width=80),
        Column(_("Of the world around"), lambda one: _("yes") if one.of_world else "", width=140),
        Column(_("Open tasks"), lambda one: str(waiting.get(one.id, 0)), width=90, right=True),
    ]
    return RecordKind(
        _("Milestones"), columns, lambda: sorted(store.all(Milestone), key=lambda one: one.falls_on(mission)),
        _milestone_fields, values, save, lambda keys: entering.remove_milestones(store, keys),
        _("Dates the mission or its world turns on, beside departure, return and the close of registration."),
    )  # fmt: skip


def _names() -> list[FormField]:
    names = {"name_en": _("Name in English"), "name_fr": _("Name in French"), "name_es": _("Name in Spanish")}
    mine = f"name_{current().language}"
    return [FormField(mine, _("Name")), *(FormField(name, label) for name, label in names.items() if name != mine)]


def _milestone_fields() -> list[FormField]:
    answers, hint = [(False, _("No")), (True, _("Yes"))], _("Such as an election: nobody here sets it.")
    return [
        *bounded(Milestone, _names()),
        FormField("day", _("Day"), "day", hint=_("Leave it empty to count from departure.")),
        FormField("days", _("Days after departure"), hint=_("Before it with a minus: -60, or T-60.")),
        FormField("of_world", _("Of the world around"), "choice", answers, hint=hint),
        *bounded(Milestone, [FormField("note", _("Note"), "text")]),
    ]


def task_kind(store: Store, today: date) -> RecordKind:
    """Return the tasks of a mission for the record editor, by the day they are due."""
    due = {one.task.id: one for one in entering.tasks_due(store)}
    mission = store.mission

    def rows() -> list[Task]:
        return [one.task for one in entering.tasks_due(store)]

    def values(record: Task | None) -> dict[str, Any]:
        shown = record or Task()
        names = (*entering.NAMES, "milestone_id", "owner", "state", "note")
        return {**{name: getattr(shown, name) for name in names}, "days": str(shown.days)}

    def save(record: Task | None, typed: dict[str, Any]) -> None:
        entering.enter_task(store, record, {**typed, "days": days_of(typed["days"])})

    def said(one: DueTask) -> str:
        return _("late") if one.is_late(today) else one.task.state.label

    columns = [
        Column(_("Task"), lambda one: one.title(current().language), width=250, grows=True),
        Column(_("Due"), lambda one: current().date(due[one.id].day, "medium"), width=110),
        Column(_("Counted"), lambda one: counted((due[one.id].day - mission.starts).days), width=80),
        Column(_("Depends on"), lambda one: _whose(due[one.id]), width=150, grows=True),
        Column(_("Owner"), lambda one: one.owner, width=120),
        Column(_("State"), lambda one: said(due[one.id]), width=100),
    ]
    return RecordKind(
        _("Tasks"), columns, rows, lambda: _task_fields(store), values, save,
        lambda keys: entering.remove_tasks(store, keys),
        _("Each is due so many days before or after departure, or a milestone: when that moves, it moves along."),
    )  # fmt: skip


def _whose(one: DueTask) -> str:
    return one.depends_on.title(current().language) if one.depends_on else _("Departure")


def _task_fields(store: Store) -> list[FormField]:
    language = current().language
    known: list[tuple[int | None, str]] = [(one.id, one.title(language)) for one in store.all(Milestone)]
    staff = sorted({one.owner for one in store.all(Task)} - {""})
    more = [
        FormField("milestone_id", _("Depends on"), "choice", [(None, _("Departure")), *known]),
        FormField("owner", _("Owner"), choices=[(0, name) for name in staff]),
        FormField("state", _("State"), "choice", [(one, one.label) for one in STATE_LABELS]),
        FormField("note", _("Note"), "text"),
    ]
    days = FormField("days", _("Days after it"), hint=_("Before it with a minus: -60, or T-60."))
    return [*bounded(Task, _names()), days, *bounded(Task, more)]
