"""The command import of travel agencies' tables: every name of every row taken, asked about or reported."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.domain.changes import RowOutcome
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.arrivals import importing, vehicles
from missionplanner.jobs.arrivals.importing import NOBODY, TravelPlan
from missionplanner.jobs.people.records import find_person
from missionplanner.store.store import Store


def add_options(bring: argparse.ArgumentParser) -> None:
    """Add the options of tables of journeys."""
    text = _("whom a name of a table of journeys means, as written or by the number of its row; nobody where empty")
    bring.add_argument("--who", action="append", default=[], metavar=_("NAME=PERSON"), help=text)


def bring_in(arguments: argparse.Namespace) -> int:
    """Import journeys and rooms; who has still to be asked about is printed.

    Raises UserError where an answer names nobody, or with --strict where somebody has to be asked about.
    """
    if arguments.kind == "transfers":
        return _bring_vehicles(arguments)
    with opened(arguments, read_only=arguments.dry_run) as store:
        plan = importing.analyse(store, arguments.source, arguments.sheet)
        if arguments.who:
            typed = [_answer(store, text) for text in arguments.who]
            answers = importing.answered(plan, typed)
            plan = importing.analyse(store, arguments.source, arguments.sheet, answers)
        if arguments.strict and plan.count(None):
            raise UserError(_("It is not sure who is meant."), plan.issues[0].text)
        if not arguments.dry_run:
            importing.take(store, plan)
        found = _document(store, plan)
    if arguments.rejects:
        importing.save_rejects(plan, arguments.rejects)
    if arguments.json:
        output.document(found)
        return 0
    output.say(plan.sentence)
    for issue in plan.issues:
        output.say(_("row {row}: {text}").format(row=issue.row, text=issue.text))
    return 0


def _bring_vehicles(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=arguments.dry_run) as store:
        plan = vehicles.analyse(store, arguments.source, arguments.sheet)
        if not arguments.dry_run:
            vehicles.take(store, plan)
    if arguments.json:
        new = sum(not one.id for one in plan.vehicles)
        read, changed = len(plan.vehicles) + plan.same, len(plan.vehicles) - new
        output.document(
            {"read": read, "new": new, "changed": changed, "same": plan.same, "transfers": len(plan.events)}
        )
    else:
        output.say(plan.sentence)
    return 0


def _answer(store: Store, text: str) -> tuple[str, int]:
    name, equals, person = text.rpartition("=")
    if not equals:
        problem = _("“{text}” does not say whom a name means.").format(text=text)
        raise UserError(problem, _("Write it as --who NAME=PERSON."))
    snapshot = store.snapshot()
    by_uid = next((one.id for one in snapshot.people if one.uid == person), None)
    return name.strip(), (by_uid or find_person(snapshot, person).id) if person.strip() else NOBODY


def _document(store: Store, plan: TravelPlan) -> dict[str, Any]:
    snapshot = store.snapshot()
    outcomes = {one.value: plan.count(one) for one in RowOutcome}
    counts = {"duplicates" if name == "duplicate" else name: n for name, n in outcomes.items()}
    issues = [
        {"row": one.row, "column": one.column, "value": one.value, "severity": one.severity.value, "code": one.code,
         "text": one.text}
        for one in plan.issues
    ]  # fmt: skip
    people = []
    for one in plan.results:
        person = snapshot.person.get(one.found.key or 0)
        people.append({
            "row": one.number, "name": one.name, "outcome": one.verdict.value if one.verdict else "asked",
            "uid": person.uid if person else None,
            "candidates": [snapshot.person[key].uid for key in one.found.candidates if key in snapshot.person],
        })  # fmt: skip
    return {"read": len(plan.results), **counts, "asked": plan.count(None), "issues": issues, "people": people}
