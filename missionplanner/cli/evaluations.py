"""The command evaluations: the forms of the packs, typed in, read from a table, and summed."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_verb
from missionplanner.cli.relationships import day_of
from missionplanner.domain.companies import Company
from missionplanner.domain.evaluations import FORM_STATEMENTS, Evaluation, summed
from missionplanner.errors import UserError
from missionplanner.i18n import _, count, current
from missionplanner.jobs.relationships import evaluations
from missionplanner.store.store import Store

VERBS = ("add", "read", "remove")
"""The acts on evaluations; without one they are summed."""


def add_commands(commands: Any) -> None:
    """Add evaluations with its verbs."""
    text = _("sum the evaluation forms of the packs, or type or read filled ones")
    found = add_command(commands, "evaluations", text, show)
    help_text = _("{verbs}; without one the sums are printed").format(verbs=", ".join(VERBS))
    verbs = found.add_subparsers(dest="verb", metavar=_("VERB"), help=help_text)
    adding = add_verb(verbs, "add", _("type filled forms, a step each"), add)
    text = _("the marks in the order of the form, the company, and a comment: “4 5 3 - 5 Borealis; heavy”")
    adding.add_argument("forms", nargs="+", metavar=_("FORM"), help=text)
    reading = add_verb(verbs, "read", _("read a table of answers, a column a statement"), read)
    reading.add_argument("table", type=Path, metavar=_("TABLE"), help=_("the spreadsheet"))
    reading.add_argument("--dry-run", action="store_true", help=_("only say what would be added"))
    removing = add_verb(verbs, "remove", _("delete a filled form"), remove)
    removing.add_argument("uid", metavar=_("UID"), help=_("its uid, as --json prints it"))
    for verb in (adding, reading):
        text = _("the day they were filled; today where it is left out")
        verb.add_argument("--on", default="", metavar=_("DATE"), help=text)


def show(arguments: argparse.Namespace) -> int:
    """Print the sums of the statements."""
    with opened(arguments, read_only=True) as store:
        known, names = store.all(Evaluation), store.column(Company, "name")
    sums = summed(known)
    if arguments.json:
        rows = [
            {"statement": one.name, "answers": one.answers, "by_mark": list(one.by_mark), "mean": one.mean}
            for one in sums
        ]
        output.document({"statements": rows, "forms": [_row(one, names) for one in known]})
        return 0
    t = current()
    output.table([
        {
            _("Statement"): _(FORM_STATEMENTS[one.name]),
            **{str(box): t.number(n) for box, n in enumerate(one.by_mark, 1)},
            _("Answers"): t.number(one.answers), _("Mean"): "" if one.mean is None else t.number(round(one.mean, 2)),
        }
        for one in sums
    ])  # fmt: skip
    output.say(count("{n} form", "{n} forms", len(known)))
    return 0


def add(arguments: argparse.Namespace) -> int:
    """Store the typed forms; none where one of them cannot be read."""
    with opened(arguments) as store:
        found = [evaluations.typed(store, text, day_of(arguments)) for text in arguments.forms]
        for one in found:
            evaluations.enter(store, one)
    return _counted(arguments, len(found), count("{n} form was added.", "{n} forms were added.", len(found)))


def read(arguments: argparse.Namespace) -> int:
    """Read a table of answers, with what cannot be read row by row."""
    with opened(arguments, read_only=arguments.dry_run) as store:
        found = evaluations.read(store, arguments.table, day_of(arguments))
        if not arguments.dry_run and found.new:
            evaluations.take(store, found)
    if arguments.json:
        numbers = {"new": len(found.new), "same": len(found.same)}
        output.document(numbers | {"problems": found.problems})
        return 0
    for text in found.problems:
        output.say(text)
    output.say(found.sentence)
    return 0


def remove(arguments: argparse.Namespace) -> int:
    """Delete a filled form as one step."""
    with opened(arguments) as store:
        gone = _known(store, arguments.uid)
        evaluations.remove(store, [gone.id])
    return _counted(arguments, 1, _("The form was deleted."))


def _known(store: Store, uid: str) -> Evaluation:
    for one in store.all(Evaluation):
        if one.uid == uid:
            return one
    raise UserError(_("There is no filled form “{uid}”.").format(uid=uid), _("See them with --json."))


def _counted(arguments: argparse.Namespace, n: int, sentence: str) -> int:
    if arguments.json:
        output.document({"forms": n})
    else:
        output.say(sentence)
    return 0


def _row(one: Evaluation, names: dict[int, Any]) -> dict[str, Any]:
    marks = {name: getattr(one, name) for name in FORM_STATEMENTS}
    company = names.get(one.company_id or 0, "")
    return {"uid": one.uid, "company": company, "given_on": one.given_on.isoformat(), **marks, "comment": one.comment}
