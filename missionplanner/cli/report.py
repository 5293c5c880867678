"""The command report: the results of the mission on a day, as an auditor counts them."""

import argparse
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.opening import opened
from missionplanner.cli.options import add_command
from missionplanner.cli.relationships import day_of
from missionplanner.domain.evaluations import FORM_STATEMENTS, summed
from missionplanner.i18n import _, count, current
from missionplanner.jobs.job import run_now
from missionplanner.jobs.relationships import objectives, report_papers, targets
from missionplanner.jobs.relationships import report as reports
from missionplanner.jobs.relationships.registering import rates_of
from missionplanner.jobs.relationships.report import HonestReport
from missionplanner.jobs.relationships.report_papers import ReportWanted


def add_commands(commands: Any) -> None:
    """Add report."""
    text = _("say what came of the mission on a day: claimed, confirmed, verified")
    found = add_command(commands, "report", text, show)
    found.add_argument("--on", default="", metavar=_("DATE"), help=_("the day; today where it is left out"))
    text = _("the currency of the sums, with the rates of the others")
    found.add_argument("--currency", default="", metavar=_("CODE"), help=text)
    worth = _("what a unit of another currency is worth, such as USD=1.37; repeatable")
    text = _("write it into this file: a PDF with charts, or a workbook of pivot sheets (.xlsx)")
    found.add_argument("--out", type=Path, default=None, metavar=_("PATH"), help=text)
    text = _("with --out: the file of an earlier mission it is compared with, as many days after that one")
    found.add_argument("--against", type=Path, default=None, metavar=_("PATH"), help=text)
    text = _("set all targets: MILESTONE|by|of|stage|number, repeatable; by is all, sector, region or intent")
    found.add_argument("--target", action="append", default=[], metavar=_("TARGET"), help=text)
    found.add_argument("--rate", action="append", default=[], metavar=_("CODE=VALUE"), help=worth)


def show(arguments: argparse.Namespace) -> int:
    """Print the results of a day."""
    rates = rates_of(arguments.currency, arguments.rate) if arguments.currency else None
    if arguments.target:
        with opened(arguments) as store:
            targets.enter(store, [text.split("|") for text in arguments.target])
    if arguments.out:
        wanted = ReportWanted(arguments.out, day_of(arguments), arguments.currency.upper(), rates, arguments.against)
        with opened(arguments, read_only=True) as store:
            path = run_now(report_papers.write(wanted), store, output.progress())
        return _say_written(arguments, path)
    with opened(arguments, read_only=True) as store:
        found = reports.report_on(store, day_of(arguments), arguments.currency.upper(), rates)
    if arguments.json:
        output.document(reports.for_programs(found))
        return 0
    t = current()
    output.say(_("On {day}").format(day=t.date(found.results.day)))
    reached = {stage: n for stage, n in found.stages().items() if n}
    output.table([{_("Stage"): stage.label, _("Relationships"): t.number(n)} for stage, n in reached.items()])
    output.say("")
    output.table(_sums(found))
    _say_targets(found)
    _say_objectives(found)
    output.say("")
    output.say(
        _("Every telling counted, as a careless report would: {sum}").format(
            sum=t.number(round(found.results.every_row))
        )
    )
    if found.results.unknown:
        n = len(found.results.unknown)
        output.say(count("{n} claim has a currency without a rate.", "{n} claims have currencies without a rate.", n))
    return 0


def _say_targets(found: HonestReport) -> None:
    """Print the targets of milestones with what is reached."""
    t = current()
    if found.targets:
        output.say("")
        output.table([
            {
                _("Milestone"): one.milestone, _("Day"): t.date(one.day, "medium"),
                _("Counted by"): found.target_name(one.target), _("Stage"): one.target.stage.label,
                _("Target"): t.number(one.target.number), _("Reached"): t.number(one.reached),
            }
            for one in found.targets
        ])  # fmt: skip


def _say_objectives(found: HonestReport) -> None:
    """Print what is reached of objectives, and the sums of the evaluation forms."""
    t = current()
    if found.objectives:
        output.say("")
        for one in found.objectives:
            output.say(f"{found.known.name(one.objective.company_id)}: {objectives.in_words(one)}")
    if found.evaluations:
        output.say("")
        output.table([
            {
                _("Statement"): _(FORM_STATEMENTS[one.name]), _("Answers"): t.number(one.answers),
                _("Mean"): "" if one.mean is None else t.number(round(one.mean, 2)),
            }
            for one in summed(found.evaluations)
        ])  # fmt: skip


def _say_written(arguments: argparse.Namespace, path: Path) -> int:
    if arguments.json:
        output.document({"path": str(path)})
    else:
        output.say(_("{name} was written.").format(name=path))
    return 0


def _sums(found: HonestReport) -> list[dict[str, str]]:
    t = current()
    return [
        {
            _("Deals that are"): standing.label, _("Deals"): t.number(n), _("Lower telling"): t.number(round(low)),
            _("Higher telling"): t.number(round(high)),
        }
        for standing, (n, low, high) in found.sums().items()
    ]  # fmt: skip
