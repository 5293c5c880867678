"""The command whatif: how many companies a mission can take, with other tables, slots, days, interpreters."""

import argparse
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, seconds
from missionplanner.domain.scenarios import Outlook
from missionplanner.i18n import _, current
from missionplanner.jobs.advice import what_if
from missionplanner.jobs.job import run_now


def add_commands(commands: Any) -> None:
    """Add whatif."""
    command = add_command(commands, "whatif", _("say how many companies the mission can take"), show)
    for name, label in what_if.LABELS.items():
        text = _("{what}, as a list such as 40,60,80 or 40-80/10").format(what=_(label))
        command.add_argument(f"--{name}", default="", metavar=_("NUMBERS"), help=text)
    text = _("how long the timetable of each is looked for")
    command.add_argument("--seconds", type=seconds, default=what_if.SECONDS, metavar=_("N"), help=text)


def show(arguments: argparse.Namespace) -> int:
    """Print a line for every scenario, and how many companies can be taken."""
    numbers = {name: what_if.numbers_in(getattr(arguments, name)) for name in what_if.LABELS}
    job = what_if.try_scenarios(numbers, arguments.seconds)
    with opened(arguments, read_only=True) as store:
        found = run_now(job, store, output.progress())
    if arguments.json:
        output.document([document(one) for one in found])
        return 0
    output.table([_row(one) for one in found])
    output.say(what_if.answer(found))
    return 0


def document(one: Outlook) -> dict[str, Any]:
    """Return the JSON of what a mission would be like."""
    scenario = one.scenario
    return {
        "companies": one.companies,
        "counterparts": one.counterparts,
        "tables": scenario.tables,
        "slots": scenario.slots,
        "days": scenario.days,
        "interpreters": scenario.interpreters,
        "requested": one.requested,
        "possible": one.possible,
        "must_possible": one.must_possible,
        "must_requested": one.must_requested,
        "meetings": one.meetings,
        "meetings_bound": one.meetings_bound,
        "meetings_per_company": round(one.per_company, 2),
        "fewest_of_a_company": one.least,
        "companies_by_meetings": {str(many): number for many, number in one.shares.items()},
        "must_unplaced": one.must_unplaced,
        "must_unplaced_bound": one.must_unplaced_bound,
        "company_days": one.company_days,
        "company_days_bound": one.company_days_bound,
        "peak_tables": one.peak_tables,
        "peak_tables_bound": one.peak_tables_bound,
    }


def _row(one: Outlook) -> dict[str, str]:
    number = current().number
    varied = {
        _(label): number(value)
        for name, label in what_if.LABELS.items()
        if name != "companies" and (value := getattr(one.scenario, name)) is not None
    }
    return {_("Companies"): number(one.companies), **varied, **what_if.figures(one)}
