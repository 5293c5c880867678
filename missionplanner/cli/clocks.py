"""The command clocks: the time zones companies live by, which meetings by video are shown in."""

import argparse
from collections.abc import Callable
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv, add_verb
from missionplanner.domain.companies import Company
from missionplanner.domain.home_zones import zone_of
from missionplanner.domain.mission import Mission
from missionplanner.i18n import _, count
from missionplanner.jobs.companies import clocks
from missionplanner.jobs.lists.export import find_company
from missionplanner.store.store import Store

VERBS = ("set",)
"""The acts on clocks; without one they are listed."""


def add_commands(commands: Any) -> None:
    """Add clocks with its verb."""
    text = _("list the time zones companies live by, or say that of some")
    found = add_command(commands, "clocks", text, show)
    add_csv(found)
    found.add_argument("--unknown", action="store_true", help=_("only companies whose time zone nothing says"))
    verbs = found.add_subparsers(
        dest="verb",
        metavar=_("VERB"),
        help=_("{verbs}; without one the list is printed").format(verbs=", ".join(VERBS)),
    )
    verb = add_verb(verbs, "set", _("say the time zone of companies whose city does not"), change)
    text = _("a time zone or a city, such as Europe/Zurich or Lyon; empty for what the city of the company says")
    verb.add_argument("zone", metavar=_("ZONE"), help=text)
    verb.add_argument("companies", nargs="+", metavar=_("COMPANY"), help=_("a company by its name"))


def show(arguments: argparse.Namespace) -> int:
    """Print the companies with their time zones, and what says them."""
    with opened(arguments, read_only=True) as store:
        rows = _rows(store, lambda one: True)
    rows = [row for row in rows if not (arguments.unknown and row["zone"])]
    said = {"company": _("the company"), "place": _("its city or country"), "": _("nothing")}
    shown = [
        {
            _("Company"): row["company"],
            _("City"): row["city"],
            _("Time zone"): row["zone"],
            _("Said by"): said[row["by"]],
        }
        for row in rows
    ]
    return output.listed(arguments, rows, shown, count("{n} company", "{n} companies", len(rows)))


def change(arguments: argparse.Namespace) -> int:
    """Say the time zone of companies as one step."""
    with opened(arguments) as store:
        keys = {find_company(store.all(Company), name).id for name in arguments.companies}
        number = clocks.say(store, keys, arguments.zone)
        rows = _rows(store, lambda one: one.id in keys)
    if arguments.json:
        output.document(rows)
    else:
        output.say(count("{n} company was changed.", "{n} companies were changed.", number))
    return 0


def _rows(store: Store, wanted: Callable[[Company], bool]) -> list[dict[str, Any]]:
    mission = store.mission
    return [_row(one, mission) for one in store.all(Company) if wanted(one)]


def _row(company: Company, mission: Mission) -> dict[str, Any]:
    zone = zone_of(company, mission)
    return {
        "company": company.name, "side": company.side.value, "city": company.city, "country": company.country,
        "time_zone": company.time_zone, "zone": zone, "by": "company" if company.time_zone else "place" if zone else "",
    }  # fmt: skip
