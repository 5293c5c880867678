"""The command past: an organisation over the earlier missions of a folder."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened, password
from missionplanner.cli.options import add_command
from missionplanner.domain.companies import Company
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import _, current
from missionplanner.jobs.companies import past_missions
from missionplanner.jobs.companies.past_missions import PastPart
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add past."""
    text = _("say what a company did in the earlier missions of a folder")
    found = add_command(commands, "past", text, past)
    found.add_argument("company", metavar=_("COMPANY"), help=_("the company by its name"))
    found.add_argument("--folder", type=Path, required=True, metavar=_("FOLDER"), help=_("the folder of missions"))


def past(arguments: argparse.Namespace) -> int:
    """Print the part of a company in each mission of the folder, newest first."""
    with opened(arguments, read_only=True) as store:
        company, own = _called(store, arguments.company), store.mission.uid
    found = past_missions.look_up(arguments.folder, company, own, password(), output.progress())
    if arguments.json:
        output.document({"parts": [_row(part) for part in found.parts], "unread": list(found.unread)})
        return 0
    output.table([_in_words(part) for part in found.parts])
    output.say(found.summary)
    for line in found.unread:
        output.warn(line)
    return 0


def _called(store: Store, name: str) -> Company:
    found = [one for one in store.all(Company) if fold(one.name) == fold(name)]
    if len(found) != 1:
        raise UserError(_("There is no company “{name}”.").format(name=name), _("See the list of companies."))
    return found[0]


def _row(part: PastPart) -> dict[str, Any]:
    return {
        "mission": part.mission, "starts": part.starts.isoformat(), "ends": part.ends.isoformat(),
        "file": part.path.name, "company": part.company, "status": part.status, "requests": part.asked,
        "meetings": part.planned, "held": part.held, "no_shows": part.no_shows, "results": list(part.results),
    }  # fmt: skip


def _in_words(part: PastPart) -> dict[str, str]:
    return {
        _("Mission"): part.mission,
        _("Dates"): current().day_range(part.starts, part.ends),
        _("Status"): part.status,
        _("Requests"): str(part.asked),
        _("Held"): f"{part.held} / {part.planned}",
        _("No-show"): str(part.no_shows),
        _("Results"): "; ".join(part.results),
    }
