"""The command milestones: the dates a mission turns on and the tasks counted from them."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, add_verb, field_values
from missionplanner.domain.milestones import Milestone, Task, counted, turns
from missionplanner.i18n import _, count, current
from missionplanner.jobs.milestones import calendar_file, entering, templates, typed
from missionplanner.store.store import Store

VERBS = ("add", "set", "remove", "take", "template", "ics")
"""The acts on milestones and tasks; without one they are listed."""


def add_commands(commands: Any) -> None:
    """Add milestones with its verbs."""
    text = _("list milestones and tasks, or add, change or delete some, take a template, or write a calendar")
    found = add_command(commands, "milestones", text, show)
    add_csv(found)
    verbs = found.add_subparsers(
        dest="verb",
        metavar=_("VERB"),
        help=_("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS)),
    )
    adding = add_verb(verbs, "add", _("add a milestone or a task"), add)
    adding.add_argument("what", choices=("milestone", "task"), help=_("what is added"))
    changing = add_verb(verbs, "set", _("change a milestone or a task"), change)
    removing = add_verb(verbs, "remove", _("delete a milestone or a task"), remove)
    for verb in (changing, removing):
        verb.add_argument("name", metavar=_("NAME"), help=_("its name in any language, or its uid"))
    text = _("a field and its new value, empty to clear it; the fields: {fields}").format(
        fields=", ".join(typed.FIELDS)
    )
    for verb in (adding, changing):
        verb.add_argument("fields", nargs="+", metavar=_("FIELD=VALUE"), help=text)
    taking = add_verb(verbs, "take", _("add the milestones and tasks of a template the mission has not"), take)
    text = _("a spreadsheet, or usual for the template that comes with the program")
    taking.add_argument("source", metavar=_("TEMPLATE"), help=text)
    for name, text, act in (
        ("template", _("write the plan as a template, to be edited as a spreadsheet"), write_template),
        ("ics", _("write milestones and open tasks as a calendar"), write_calendar),
    ):
        verb = add_verb(verbs, name, text, act)
        verb.add_argument("--out", type=Path, required=True, metavar=_("FILE"), help=_("the file that is written"))


def show(arguments: argparse.Namespace) -> int:
    """Print milestones and tasks by their days."""
    with opened(arguments, read_only=True) as store:
        rows, mission = _rows(store), store.mission
        found, due = turns(mission, store.all(Milestone), store.all(Task)), entering.tasks_due(store)
    t = current()
    lines = [(one.day, one.name, _("Milestone"), "", "") for one in found]
    lines += [(one.day, one.task.title(t.language), _("Task"), one.task.owner, one.task.state.label) for one in due]
    lines.sort(key=lambda line: line[0])
    headings = (_("Day"), _("Counted"), _("Name"), _("Kind"), _("Owner"), _("State"))
    rows_shown = [(t.date(day, "medium"), counted((day - mission.starts).days), *more) for day, *more in lines]
    shown = [dict(zip(headings, row, strict=True)) for row in rows_shown]
    return output.listed(arguments, rows, shown, count("{n} task", "{n} tasks", len(due)))


def add(arguments: argparse.Namespace) -> int:
    """Add a milestone or task as one step."""
    texts = field_values(arguments.fields, typed.FIELDS)
    with opened(arguments) as store:
        made = typed.enter(store, Milestone() if arguments.what == "milestone" else Task(), texts)
        return _say(arguments, store, made, _("{name} was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change a milestone or task as one step."""
    texts = field_values(arguments.fields, typed.FIELDS)
    with opened(arguments) as store:
        made = typed.enter(store, _called(store, arguments.name), texts)
        return _say(arguments, store, made, _("{name} was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete a milestone or task as one step."""
    with opened(arguments) as store:
        gone = _called(store, arguments.name)
        code = _say(arguments, store, gone, _("{name} was deleted."))
        removing = entering.remove_milestones if isinstance(gone, Milestone) else entering.remove_tasks
        removing(store, [gone.id])
        return code


def take(arguments: argparse.Namespace) -> int:
    """Add what a template has, as one step."""
    with opened(arguments) as store:
        found = templates.take(store, arguments.source)
    if arguments.json:
        output.document({"milestones": len(found.milestones), "tasks": len(found.tasks), "known": found.known})
    else:
        output.say(found.sentence)
    return 0


def write_template(arguments: argparse.Namespace) -> int:
    """Write the plan as a template."""
    with opened(arguments, read_only=True) as store:
        templates.write(store, arguments.out)
    return _written(arguments)


def write_calendar(arguments: argparse.Namespace) -> int:
    """Write milestones and open tasks as a calendar."""
    with opened(arguments, read_only=True) as store:
        calendar_file.write(store, arguments.out)
    return _written(arguments)


def _written(arguments: argparse.Namespace) -> int:
    if arguments.json:
        output.document({"file": arguments.out.name})
    else:
        output.say(_("{name} was written.").format(name=arguments.out.name))
    return 0


def _called(store: Store, name: str) -> Milestone | Task:
    known: list[Milestone | Task] = [*store.all(Milestone), *store.all(Task)]
    return entering.called(known, name)


def _say(arguments: argparse.Namespace, store: Store, record: Milestone | Task, sentence: str) -> int:
    if arguments.json:
        output.document(next(row for row in _rows(store) if row["uid"] == record.uid))
    else:
        output.say(sentence.format(name=record.title(current().language)))
    return 0


def _rows(store: Store) -> list[dict[str, Any]]:
    """Return own milestones and tasks by their days, for programs."""
    mission = store.mission
    found: list[dict[str, Any]] = [
        {"kind": "milestone", "uid": one.uid, "name_en": one.name_en, "name_fr": one.name_fr, "name_es": one.name_es,
         "day": one.falls_on(mission).isoformat(), "of_world": one.of_world, "note": one.note}
        for one in store.all(Milestone)
    ]  # fmt: skip
    found += [
        {"kind": "task", "uid": one.task.uid, "name_en": one.task.name_en, "name_fr": one.task.name_fr,
         "name_es": one.task.name_es, "day": one.day.isoformat(), "days": one.task.days,
         "from": one.depends_on.title("en") if one.depends_on else "", "owner": one.task.owner,
         "state": one.task.state.value, "note": one.task.note}
        for one in entering.tasks_due(store)
    ]  # fmt: skip
    return sorted(found, key=lambda row: str(row["day"]))
