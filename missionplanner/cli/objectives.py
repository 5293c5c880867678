"""The command objectives: what companies agreed on in advance, with what is reached of it."""

import argparse
from dataclasses import asdict
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_verb, field_values
from missionplanner.cli.relationships import day_of
from missionplanner.domain.companies import Company
from missionplanner.domain.objectives import Objective, ReachedObjective
from missionplanner.i18n import _, current
from missionplanner.jobs.lists.export import find_company
from missionplanner.jobs.relationships import objectives
from missionplanner.jobs.relationships.report import HonestReport, report_on
from missionplanner.store.store import Store

VERBS = ("add", "set", "remove")
"""The acts on objectives; without one they are listed."""


def add_commands(commands: Any) -> None:
    """Add objectives with its verbs."""
    text = _("list what companies agreed on in advance, with what is reached, or enter it")
    found = add_command(commands, "objectives", text, show)
    found.add_argument("--on", default="", metavar=_("DATE"), help=_("the day; today where it is left out"))
    help_text = _("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS))
    verbs = found.add_subparsers(dest="verb", metavar=_("VERB"), help=help_text)
    acts = (
        ("add", _("add an objective of a company"), add),
        ("set", _("change an objective"), change),
        ("remove", _("delete an objective"), remove),
    )
    for name, text, act in acts:
        verb = add_verb(verbs, name, text, act)
        verb.add_argument("company", metavar=_("COMPANY"), help=_("a company"))
        verb.add_argument("what", metavar=_("OBJECTIVE"), help=_("what was agreed, such as: qualified distributors"))
        if act is not remove:
            text = _("a field and its new value; the fields: {fields}").format(fields=", ".join(objectives.FIELDS))
            verb.add_argument("fields", nargs="*" if act is add else "+", metavar=_("FIELD=VALUE"), help=text)


def show(arguments: argparse.Namespace) -> int:
    """Print the objectives with what is reached on a day."""
    with opened(arguments, read_only=True) as store:
        report = report_on(store, day_of(arguments))
    rows = [_row(report, one) for one in report.objectives]
    if arguments.json:
        output.document(rows)
        return 0
    t = current()
    output.table([
        {
            _("Company"): row["company"], _("Objective"): one.objective.what,
            _("What counts"): objectives.counted_words(one.objective, report.intents),
            _("Agreed"): f"{t.number(one.objective.number)} {one.objective.unit}".strip(),
            _("Reached"): "" if one.reached is None else t.number(one.reached),
        }
        for row, one in zip(rows, report.objectives, strict=True)
    ])  # fmt: skip
    met = sum(one.is_met for one in report.objectives)
    output.say(_("{n} of {m} objectives reached").format(n=met, m=len(rows)))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Add an objective as one step."""
    texts = field_values(arguments.fields, objectives.FIELDS)
    with opened(arguments) as store:
        company = find_company(store.all(Company), arguments.company)
        made = objectives.with_texts(store, Objective(company_id=company.id, what=arguments.what), texts)
        objectives.enter(store, made)
        return _say(arguments, store, made, _("The objective was added."))


def change(arguments: argparse.Namespace) -> int:
    """Change an objective as one step."""
    texts = field_values(arguments.fields, objectives.FIELDS)
    with opened(arguments) as store:
        made = objectives.with_texts(store, _known(store, arguments), texts)
        objectives.enter(store, made)
        return _say(arguments, store, made, _("The objective was changed."))


def remove(arguments: argparse.Namespace) -> int:
    """Delete an objective as one step."""
    with opened(arguments) as store:
        gone = _known(store, arguments)
        objectives.remove(store, [gone.id])
        return _say(arguments, store, gone, _("The objective was deleted."))


def _known(store: Store, arguments: argparse.Namespace) -> Objective:
    return objectives.called(store, find_company(store.all(Company), arguments.company), arguments.what)


def _say(arguments: argparse.Namespace, store: Store, one: Objective, sentence: str) -> int:
    if arguments.json:
        output.document({"company": store.get(Company, one.company_id).name, **_fields(one)})
    else:
        output.say(sentence)
    return 0


def _fields(one: Objective) -> dict[str, Any]:
    return {name: value for name, value in asdict(one).items() if name in objectives.FIELDS}


def _row(report: HonestReport, one: ReachedObjective) -> dict[str, Any]:
    row = {"company": report.known.name(one.objective.company_id), **_fields(one.objective)}
    return {**row, "reached": one.reached, "met": one.is_met}
