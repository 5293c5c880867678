"""Milestones and tasks as they are entered; each act one step."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from missionplanner.domain.milestones import DueTask, Milestone, Task, due_tasks
from missionplanner.domain.spelling import words
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import InLanguages, Message, counted_message, message
from missionplanner.store.store import Store

NAMES = ("name_en", "name_fr", "name_es")
R = TypeVar("R", bound=Milestone | Task)


def enter_milestone(store: Store, before: Milestone | None, values: Mapping[str, Any]) -> Milestone:
    """Store a milestone, new or edited, as one step; return it. Raises UserError for one without a name."""
    made = _named(replace(before or Milestone(), **values))
    name = InLanguages.of(made.name_en, made.name_fr, made.name_es)
    return _stored(
        store,
        made,
        message("Edit milestone {name}", name=name) if before else message("Add milestone {name}", name=name),
    )


def enter_task(store: Store, before: Task | None, values: Mapping[str, Any]) -> Task:
    """Store a task, new or edited, as one step; return it. Raises UserError for one without a name."""
    made = _named(replace(before or Task(), **values))
    name = InLanguages.of(made.name_en, made.name_fr, made.name_es)
    return _stored(
        store, made, message("Edit task {name}", name=name) if before else message("Add task {name}", name=name)
    )


def remove_milestones(store: Store, keys: Iterable[int]) -> None:
    """Delete milestones as one step; their tasks stay, on the days they were due."""
    gone = set(keys)
    due = tasks_due(store)
    with store.change(counted_message("Delete {n} milestone", "Delete {n} milestones", len(gone))) as change:
        for one in due:
            if one.task.milestone_id in gone:
                days = (one.day - store.mission.starts).days
                change.update(replace(one.task, milestone_id=None, days=days))
        change.delete(Milestone, gone)


def remove_tasks(store: Store, keys: Iterable[int]) -> None:
    """Delete tasks as one step."""
    gone = list(keys)
    with store.change(counted_message("Delete {n} task", "Delete {n} tasks", len(gone))) as change:
        change.delete(Task, gone)


def tasks_due(store: Store) -> list[DueTask]:
    """Return all tasks by the day they are due."""
    return due_tasks(store.mission, store.all(Milestone), store.all(Task))


def called(records: Iterable[R], text: str) -> R:
    """Return the milestone or task of this name in any language, or uid; raises UserError for none, or several."""
    known = list(records)
    wanted = words(text)
    found = [one for one in known if text == one.uid] or [
        one for one in known if wanted and wanted in map(words, filter(None, (one.name_en, one.name_fr, one.name_es)))
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        hint = _("See the list.")
        raise UserError(_("There is nothing called “{name}”.").format(name=text), hint)
    hint = _("Name one by its uid: {uids}.").format(uids=", ".join(one.uid for one in found))
    raise UserError(_("Several are called “{name}”.").format(name=text), hint)


def _named(record: R) -> R:
    texts: dict[str, Any] = {name: getattr(record, name).strip() for name in NAMES}
    if not any(texts.values()):
        raise UserError(_("A name is needed."), _("One language is enough."))
    return replace(record, **texts)


def _stored(store: Store, record: R, label: Message) -> R:
    with store.change(label) as change:
        key = record.id or change.insert(record)
        if record.id:
            change.update(record)
    found: R = store.get(type(record), key)
    return found
