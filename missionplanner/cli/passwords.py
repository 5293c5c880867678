"""The command password: a mission file gets one, another one, or none."""

import argparse
import os
import sys
from getpass import getpass
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import password
from missionplanner.cli.options import add_command
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.jobs.safety.in_the_open import in_the_open
from missionplanner.jobs.sharing import links
from missionplanner.store.upkeep import passwords
from missionplanner.store.upkeep.passwords import Protected, Remaining

VERBS = ("set", "change", "remove")
NEW = "MISSIONPLANNER_NEW_PASSWORD"
"""The variable of the new password; the present one is in MISSIONPLANNER_PASSWORD."""


def add_commands(commands: Any) -> None:
    """Add password."""
    found = add_command(commands, "password", _("give a mission file a password, another one, or none"), change)
    found.add_argument("verb", choices=VERBS, help=_("passwords are asked for, or taken from the environment"))


def change(arguments: argparse.Namespace) -> int:
    """Set, change or remove the password of the file and its copies; returns 1 where a copy could not be changed.

    Raises UserError where the file has a password already, has none, or a password is missing.
    """
    links.need_unshared(arguments.file)
    is_setting = arguments.verb == "set"
    if passwords.has_password(arguments.file) == is_setting:
        name = arguments.file.name
        if is_setting:
            raise UserError(_("{name} has a password already.").format(name=name), _("“change” gives it another one."))
        raise UserError(_("{name} has no password.").format(name=name), _("“set” gives it one."))
    old = "" if is_setting else password() or _typed(_("Present password: "), "MISSIONPLANNER_PASSWORD")
    new = "" if arguments.verb == "remove" else os.environ.get(NEW, "") or _typed_twice()
    found = passwords.set_password(arguments.file, old, new)
    _print(arguments, new, found)
    return int(bool(found.left))


def _typed_twice() -> str:
    new = _typed(_("New password: "), NEW)
    if _typed(_("New password again: "), NEW) != new:
        raise UserError(_("The two new passwords differ."), _("Type both again."))
    return new


def _typed(question: str, variable: str) -> str:
    """Ask for a password. Raises UserError where nobody sits at a terminal, or nothing is typed."""
    typed = getpass(question) if sys.stdin.isatty() else ""
    if not typed:
        text = _("A password is missing.")
        raise UserError(text, _("Type it at a terminal, or put it into the variable {name}.").format(name=variable))
    return typed


def _print(arguments: argparse.Namespace, new: str, found: Protected) -> None:
    if arguments.json:
        left, elsewhere = ([_document(one) for one in files] for files in (found.left, found.elsewhere))
        path = str(arguments.file)
        output.document(
            {"path": path, "protected": bool(new), "copies": found.changed, "left": left, "elsewhere": elsewhere}
        )
        return
    output.say(_("The file has its new password.") if new else _("The file has no password any more."))
    output.say(
        count(
            "{n} copy on this computer was changed with it.",
            "{n} copies on this computer were changed with it.",
            found.changed,
        )
    )
    for one in (*found.left, *found.elsewhere):
        output.say(f"{one.path}: {one.reason}")
    if new:
        output.say(in_the_open())


def _document(one: Remaining) -> dict[str, str]:
    return {"path": str(one.path), "reason": one.reason}
