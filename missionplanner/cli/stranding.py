"""Acts that would take their place from meetings: these are listed before anything changes."""

import argparse
from collections.abc import Callable
from typing import Any

from missionplanner.cli import output
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.lists import rows
from missionplanner.jobs.programme import programme
from missionplanner.store.store import Store


def add_take_out(verb: argparse.ArgumentParser) -> None:
    """Let the meetings be taken out that would lose their place."""
    taken = _("take out the meetings that would lose their place; without it they are listed")
    verb.add_argument("--take-out", action="store_true", help=taken)


def unless_stranding(arguments: argparse.Namespace, store: Store, act: Callable[[], Any]) -> Any:
    """Do what would strand meetings only where they are to be taken out; list them, and raise UserError, where not."""
    try:
        return act()
    except programme.StrandedError as error:
        found = rows.meetings_of(store.snapshot(), {meeting.id for meeting in error.meetings})
        if arguments.json:
            output.document({"stranded": found})
        else:
            output.table([_stranded(row) for row in found])
        if error.go_on is None:
            raise
        hint = _("With --take-out they are taken out, and their requests go back to what is not placed.")
        raise UserError(error.text, hint) from error


def _stranded(row: dict[str, Any]) -> dict[str, str]:
    return {
        _("Starts"): str(row["start"]),
        _("Venue"): row["venue"],
        _("Delegation"): row["delegation"],
        _("Counterpart"): row["counterpart"],
    }
