"""Milestones and tasks typed on the command line: texts by the names of what they have."""

from collections.abc import Mapping
from typing import Any

from missionplanner.domain.milestones import Milestone, Task, TaskState
from missionplanner.errors import UserError
from missionplanner.exchange import answers
from missionplanner.i18n import _
from missionplanner.jobs.milestones import entering
from missionplanner.jobs.milestones.templates import days_of
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.store.store import Store

MILESTONE = ("name", *entering.NAMES, "day", "days", "of_world", "note")
"""The fields of a milestone that can be typed; `name` is the English one."""
TASK = ("name", *entering.NAMES, "days", "from", "owner", "state", "note")
"""The fields of a task that can be typed."""
FIELDS = tuple(dict.fromkeys((*MILESTONE, *TASK)))


def enter(store: Store, before: Milestone | Task, texts: Mapping[str, str]) -> Milestone | Task:
    """Store a milestone or task, new where it has no key, with texts by the names of FIELDS, as one step; return it.

    Raises UserError for what it cannot have.
    """
    own = MILESTONE if isinstance(before, Milestone) else TASK
    if wrong := [name for name in texts if name not in own]:
        problem = _("“{text}” names no field with a value.").format(text=wrong[0])
        raise UserError(problem, _("The fields are: {fields}.").format(fields=", ".join(own)))
    values: dict[str, Any] = {name: text for name, text in texts.items() if name in (*entering.NAMES, "owner", "note")}
    if "name" in texts:
        values.setdefault("name_en", texts["name"])
    if "days" in texts:
        values["days"] = days_of(texts["days"])
    if isinstance(before, Milestone):
        return entering.enter_milestone(store, before if before.id else None, values | _of_milestone(texts))
    return entering.enter_task(store, before if before.id else None, values | _of_task(store, texts))


def _of_milestone(texts: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"day": typed_day(texts["day"])} if "day" in texts else {}
    if "of_world" in texts:
        found["of_world"] = bool(answers.plainly(texts["of_world"]))
    return found


def _of_task(store: Store, texts: Mapping[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"state": _state(texts["state"])} if "state" in texts else {}
    if "from" in texts:
        whose = texts["from"].strip()
        found["milestone_id"] = entering.called(store.all(Milestone), whose).id if whose else None
    return found


def _state(text: str) -> TaskState:
    try:
        return TaskState(text.strip().lower())
    except ValueError as error:
        hint = _("It is one of {names}.").format(names=", ".join(one.value for one in TaskState))
        raise UserError(_("There is no “{name}”.").format(name=text), hint) from error
