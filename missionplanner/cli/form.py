"""The command form: the forms that companies fill in, made from the mission's fields."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import SIDES
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, natural_number
from missionplanner.domain.companies import Company, Side
from missionplanner.i18n import LANGUAGES, _, current
from missionplanner.jobs.fields import forms, second_forms
from missionplanner.jobs.fields.forms import FormOrder
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists.export import find_company


def add_commands(commands: Any) -> None:
    """Add form."""
    found = add_command(
        commands, "form", _("make the registration form: a workbook, and a text for form services"), make
    )
    text = _("a file ending in .xlsx or .txt, or a folder for both in all languages")
    found.add_argument("--out", type=Path, required=True, metavar=_("PATH"), help=text)
    found.add_argument("--side", choices=SIDES, default=Side.DELEGATION.value, help=_("who registers with it"))
    found.add_argument("--language", choices=LANGUAGES, help=_("only in this language"))
    text = _("the form after acceptance: a workbook for each company that was accepted, into a folder")
    found.add_argument("--second", action="store_true", help=text)
    text = _("with --second: only this company; repeatable")
    found.add_argument("--company", action="append", default=[], metavar=_("NAME"), help=text)
    found.add_argument(
        "--people", type=natural_number, default=forms.PEOPLE, metavar=_("N"),
        help=_("how many participants the text for form services asks for"),
    )  # fmt: skip


def make(arguments: argparse.Namespace) -> int:
    """Write the forms, or those after acceptance."""
    if arguments.second:
        return _make_second(arguments)
    usual = LANGUAGES if not arguments.out.suffix else (current().language,)
    languages = (arguments.language,) if arguments.language else usual
    order = FormOrder(arguments.out, Side(arguments.side), languages, arguments.people)
    with opened(arguments, read_only=True) as store:
        written = run_now(forms.write(order), store, output.progress())
    return _say(arguments, written)


def _make_second(arguments: argparse.Namespace) -> int:
    with opened(arguments, read_only=True) as store:
        companies = store.all(Company)
        only = [find_company(companies, name).id for name in arguments.company]
        job = second_forms.write(arguments.out, Side(arguments.side), arguments.language or "", only)
        written = run_now(job, store, output.progress())
    return _say(arguments, written)


def _say(arguments: argparse.Namespace, written: list[Path]) -> int:
    if arguments.json:
        output.document({"files": [str(path) for path in written]})
    else:
        for path in written:
            output.say(_("{name} was written.").format(name=path))
    return 0
