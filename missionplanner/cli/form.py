"""The command form: the forms that companies fill in, made from the mission's fields."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import SIDES
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, natural_number
from missionplanner.domain.companies import Side
from missionplanner.i18n import LANGUAGES, _, current
from missionplanner.jobs.fields import forms
from missionplanner.jobs.fields.forms import FormOrder
from missionplanner.jobs.job import run_now


def add_commands(commands: Any) -> None:
    """Add form."""
    found = add_command(
        commands, "form", _("make the registration form: a workbook, and a text for form services"), make
    )
    text = _("a file ending in .xlsx or .txt, or a folder for both in all languages")
    found.add_argument("--out", type=Path, required=True, metavar=_("PATH"), help=text)
    found.add_argument("--side", choices=SIDES, default=Side.DELEGATION.value, help=_("who registers with it"))
    found.add_argument("--language", choices=LANGUAGES, help=_("only in this language"))
    found.add_argument(
        "--people", type=natural_number, default=forms.PEOPLE, metavar=_("N"),
        help=_("how many participants the text for form services asks for"),
    )  # fmt: skip


def make(arguments: argparse.Namespace) -> int:
    """Write the forms."""
    usual = LANGUAGES if not arguments.out.suffix else (current().language,)
    languages = (arguments.language,) if arguments.language else usual
    order = FormOrder(arguments.out, Side(arguments.side), languages, arguments.people)
    with opened(arguments, read_only=True) as store:
        written = run_now(forms.write(order), store, output.progress())
    if arguments.json:
        output.document({"files": [str(path) for path in written]})
    else:
        for path in written:
            output.say(_("{name} was written.").format(name=path))
    return 0
