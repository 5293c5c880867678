"""The commands plan and check: making the timetable, and what breaks a rule in it."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.file_check import check_file
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command, natural_number, seconds
from missionplanner.domain.companies import Company
from missionplanner.domain.goals import Goal
from missionplanner.domain.timetable import Keep, Scope
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import unprintable
from missionplanner.jobs.sharing import planners
from missionplanner.jobs.timetable import plan_words, planning
from missionplanner.jobs.typed_dates import typed_day

STATES = {
    "optimal": N_("proved to be the best"),
    "feasible": N_("not proved to be the best"),
    "infeasible": N_("kept meetings contradict each other"),
}
"""The status of a plan in words."""


def add_commands(commands: Any) -> None:
    """Add plan and check."""
    making = add_command(commands, "plan", _("make the timetable"), plan)
    making.add_argument(
        "--seconds", type=seconds, default=10.0, metavar=_("N"), help=_("how long to look for a better one")
    )
    kept = tuple(keep.value for keep in Keep)
    making.add_argument("--keep", choices=kept, default="locked", help=_("which meetings stay as they are"))
    making.add_argument("--day", metavar=_("DATE"), help=_("only the meetings of this day"))
    goals = tuple(goal.value for goal in Goal)
    making.add_argument("--goal", choices=goals, help=_("what comes first: few days for companies, or short waits"))
    making.add_argument("--seed", type=natural_number, metavar=_("N"), help=_("for the same timetable again"))
    checking = add_command(commands, "check", _("name every conflict, or what is unsound in a file"), check, False)
    of = checking.add_mutually_exclusive_group(required=True)
    of.add_argument("file", type=Path, nargs="?", metavar=_("FILE"), help=_("the mission whose timetable is checked"))
    text = _("check the file itself, and save what can be kept of a damaged one on a copy")
    of.add_argument("--file", type=Path, dest="damaged", metavar=_("FILE"), help=text)


def plan(arguments: argparse.Namespace) -> int:
    """Make the timetable and accept it."""
    day = typed_day(arguments.day or "")
    with opened(arguments) as store:
        goal = Goal(arguments.goal) if arguments.goal else None
        job = planning.plan(arguments.seconds, Keep(arguments.keep), Scope(day), arguments.seed, goal)
        if elsewhere := planners.planning_elsewhere(store, datetime.now(UTC)):
            output.warn(elsewhere)
        proposal = run_now(planners.announced(job), store, output.progress())
        planning.accept(store, proposal)
        names = {company.id: company.name for company in store.all(Company)}
    if arguments.json:
        output.document(plan_document(proposal, names))
        return 0
    for line in _plan_lines(proposal, names):
        output.say(line)
    return 0


def _plan_lines(proposal: planning.Proposal, names: dict[int, str]) -> list[str]:
    lines = [f"{placed_in_words(proposal)}: {proposal.summary}", *plan_words.quality(proposal)]
    if proposal.contradiction:
        lines.append(proposal.contradiction)
    for unplaced in proposal.unplaced:
        pair = " – ".join(names[company] for company in unplaced.request.pair)
        lines.append(f"{pair} ({unplaced.request.priority.label}): {unplaced.reason}")
    return lines


def placed_in_words(proposal: planning.Proposal) -> str:
    """Return how many of the requests were placed, and whether that is proved to be the best."""
    placed = current().number(len(proposal.meetings))
    requests = count("{n} request", "{n} requests", proposal.requested)
    state = _(STATES[proposal.status])
    return _("{placed} of {requests} placed ({state})").format(placed=placed, requests=requests, state=state)


def plan_document(proposal: planning.Proposal, names: dict[int, str]) -> dict[str, Any]:
    """Return the JSON of a plan."""
    return {
        "status": proposal.status,
        "requested": proposal.requested,
        "placed": len(proposal.meetings),
        "unplaced": [
            {
                "delegation": names[u.request.delegation_id],
                "counterpart": names[u.request.counterpart_id],
                "priority": u.request.priority.value,
                "reason": u.reason,
            }
            for u in proposal.unplaced
        ],
        "idle_slots": proposal.idle_slots,
        "max_idle": proposal.max_idle,
        "bound": proposal.bound,
        "seconds": proposal.seconds,
        **_quality(proposal),
    }


def _quality(proposal: planning.Proposal) -> dict[str, Any]:
    figures, seated = proposal.figures, proposal.aims.seated
    return {
        "goal": proposal.aims.goal.value,
        "company_days": figures.company_days,
        "company_days_bound": proposal.days_bound,
        "idle_slots_bound": proposal.bound,
        "table_changes": figures.changes[seated],
        "table_changes_bound": proposal.changes_bound,
        "table_changes_by_side": {side.value: many for side, many in figures.changes.items()},
        "lone_days": figures.lone_days,
        "lunch_spans": figures.lunch_spans,
        "longest_run": figures.longest_run,
        "peak_tables": figures.peak_tables,
        "visits": figures.visits,
        "minutes_under_way": figures.under_way,
        "days_per_company": {str(days): many for days, many in figures.days.items()},
    }


def check(arguments: argparse.Namespace) -> int:
    """Print every conflict, or what is unsound in a file, one a line; the exit code is 1 if there is anything."""
    if arguments.damaged:
        return check_file(arguments.damaged, arguments.json)
    with opened(arguments, read_only=True) as store:
        snapshot = store.snapshot()
        conflicts, letters = planning.problems(snapshot), list(unprintable.issues(snapshot))
    found = conflicts + letters
    if arguments.json:
        output.document([{"rule": issue.code, "text": issue.text} for issue in found])
    else:
        for issue in found:
            output.say(issue.text)
        output.say(count("{n} conflict", "{n} conflicts", len(conflicts)) if conflicts else _("No conflicts."))
    return 1 if found else 0
