"""The command set-status: a decision for all companies a filter shows."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.filters import STATUSES, add_filters, company_filter
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command
from missionplanner.domain.applications import Status, number_of_each
from missionplanner.i18n import _, count
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.selection import decisions


def add_commands(commands: Any) -> None:
    """Add set-status."""
    status = add_command(commands, "set-status", _("give companies a status"), set_status)
    text = _("the new status: {codes}").format(codes=", ".join(STATUSES))
    status.add_argument("status", choices=STATUSES, metavar=_("STATUS"), help=text)
    add_filters(status, "--was")


def set_status(arguments: argparse.Namespace) -> int:
    """Give the filtered companies a status and report which were not changed, with the reason."""
    with opened(arguments) as store:
        ids = store.companies.ids(company_filter(store, arguments))
        report = decisions.set_status(store, ids, Status(arguments.status))
        sides = registrations.number_of_sides(store, report.changed)
    if arguments.json:
        refused = [{"company": refusal.company, "reason": refusal.reason} for refusal in report.refused]
        found = {"changed": len(report.changed), "not_changed": refused, "meetings_removed": report.meetings_removed}
        output.document(found)
        return 0
    changed = count("{n} changed", "{n} changed", len(report.changed))
    refused_count = count("{n} not changed", "{n} not changed", len(report.refused))
    whose = f" ({number_of_each(sides)})" if report.changed else ""
    output.say(f"{changed}{whose}, {refused_count}")
    if report.meetings_removed:
        output.say(
            count("{n} planned meeting was removed", "{n} planned meetings were removed", report.meetings_removed)
        )
    for refusal in report.refused:
        output.say(f"{refusal.company}: {refusal.reason}")
    return 0
