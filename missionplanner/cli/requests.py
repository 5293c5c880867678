"""The command requests: the meeting requests of a mission, and those its registrations ask for."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, add_csv
from missionplanner.cli.wording import in_words
from missionplanner.domain.companies import Company, Side
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.jobs.lists import export
from missionplanner.jobs.lists import rows as lists
from missionplanner.jobs.requests import from_wishes
from missionplanner.jobs.requests.from_wishes import Wishes
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store


def add_commands(commands: Any) -> None:
    """Add requests."""
    text = _("list the meeting requests, or take those the registrations ask for")
    found = add_command(commands, "requests", text, run)
    text = _("make requests of the companies that registrations wish to meet")
    found.add_argument("--from-registrations", action="store_true", help=text)
    found.add_argument("--dry-run", action="store_true", help=_("only say which requests it would make"))
    add_csv(found)


def run(arguments: argparse.Namespace) -> int:
    """List the requests, or take those of the registrations as one step.

    Raises UserError for options that do not go together.
    """
    if arguments.dry_run and not arguments.from_registrations:
        raise UserError(_("These options do not go together."), _("Use --dry-run with --from-registrations."))
    changes = arguments.from_registrations and not arguments.dry_run
    with opened(arguments, read_only=not changes) as store:
        if arguments.from_registrations:
            _take(arguments, store)
        else:
            _list(arguments, store)
    return 0


def _list(arguments: argparse.Namespace, store: Store) -> None:
    snapshot = store.snapshot()
    found = lists.rows(snapshot, "requests", set(store.companies.ids(CompanyFilter())))
    if arguments.json:
        output.document(found)
    elif arguments.csv:
        output.raw(export.as_csv(found))
    else:
        output.table(in_words("requests", found, snapshot))
        output.say(count("{n} row", "{n} rows", len(found)))


def _take(arguments: argparse.Namespace, store: Store) -> None:
    wishes = from_wishes.found(store)
    if wishes.requests and not arguments.dry_run:
        from_wishes.take(store, wishes)
    rows = _rows(store, wishes)
    if arguments.json:
        unknown = [{"company": company, "name": name} for company, name in wishes.unknown]
        output.document({"new": len(rows), "requests": rows, "unknown": unknown})
    elif arguments.csv:
        output.raw(export.as_csv(rows))
    else:
        output.table([
            {
                _("Delegation"): str(row["delegation"]),
                _("Counterpart"): str(row["counterpart"]),
                _("Asked by"): Side(row["asked_by"]).label,
            }
            for row in rows
        ])  # fmt: skip
        _say(wishes, arguments.dry_run)


def _rows(store: Store, wishes: Wishes) -> list[lists.Row]:
    names = {company.id: company.name for company in store.all(Company)}
    return [
        {"delegation": names[one], "counterpart": names[other], "asked_by": request.asked_by.value}
        for request in wishes.requests
        for one, other in [request.pair]
    ]


def _say(wishes: Wishes, is_dry: bool) -> None:
    number = len(wishes.requests)
    if is_dry:
        output.say(count("{n} request would be made.", "{n} requests would be made.", number))
    else:
        output.say(count("{n} request was made.", "{n} requests were made.", number))
    for company, name in wishes.unknown:
        text = _("{company} wishes to meet “{name}”, which means no company of the other side, or several.")
        output.say(text.format(company=company, name=name))
