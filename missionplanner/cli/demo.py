"""The command demo: the whole job on the example, from spreadsheets to printed packs."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.cli.imports import counts_in_words
from missionplanner.cli.options import add_command
from missionplanner.cli.packs import printed_in_words
from missionplanner.cli.timetable import placed_in_words
from missionplanner.domain.changes import RowOutcome
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.imports.reading import save_rejects
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.packs import printing
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.starts import example
from missionplanner.store.store import Store

Report = dict[str, Any]
Say = Callable[[str], None]


def add_commands(commands: Any) -> None:
    """Add demo."""
    found = add_command(commands, "demo", _("do the whole job on the example"), demo, on_file=False)
    found.add_argument("folder", type=Path, metavar=_("DIR"), help=_("the folder everything is made in"))


def demo(arguments: argparse.Namespace) -> int:
    """Import, accept, plan and print the example, and say what was made."""
    folder = _make_folder(arguments.folder)
    path = folder / f"{example.EXAMPLE}.mission"
    # With --json standard output holds the one document and nothing else.
    say: Say = (lambda _text: None) if arguments.json else output.say
    found: Report = {"mission": str(path), "imports": {}}
    with new_mission.from_example(path, example.EXAMPLE) as store:
        say(_("Made {name}").format(name=path))
        for step in example.fill(store, output.progress()):
            _report(step, folder, found, say)
        _print(store, folder, found, say)
    if arguments.json:
        output.document(found)
    return 0


def _make_folder(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(_("{name} is no folder.").format(name=folder), _("Choose another place.")) from error
    return folder


def _report(step: example.Step, folder: Path, found: Report, say: Say) -> None:
    """Say what a step did, and write the rows it rejected into a file."""
    if isinstance(step, example.Imported):
        counts = {outcome.value: step.plan.count(outcome) for outcome in RowOutcome}
        rejects = folder / f"{Path(step.name).stem} rejected.csv"
        if step.plan.count(RowOutcome.REJECTED):
            save_rejects(step.plan, rejects)
        _report_import(step.name, {"read": len(step.plan.rows), **counts}, rejects, found, say)
    elif isinstance(step, example.RequestsImported):
        rejects = folder / f"{Path(example.REQUESTS).stem} rejected.csv"
        import_requests.save_rejects(step.plan, rejects)
        outcomes = (RowOutcome.NEW, RowOutcome.SAME, RowOutcome.REJECTED)
        counts = {outcome.value: step.plan.count(outcome) for outcome in outcomes}
        _report_import(example.REQUESTS, {"read": len(step.plan.rows), **counts}, rejects, found, say)
    elif isinstance(step, example.Accepted):
        found["accepted"] = len(step.report.changed)
        say(count("{n} company accepted", "{n} companies accepted", len(step.report.changed)))
    elif isinstance(step, example.PeopleEntered):
        found["people"] = step.people
        say(count("{n} person takes part", "{n} people take part", step.people))
    elif isinstance(step, example.InterpretersBooked):
        found["interpreted"] = step.meetings
        say(
            count("An interpreter is booked for {n} meeting", "Interpreters are booked for {n} meetings", step.meetings)
        )
    else:
        _report_plan(step, found, say)


def _report_import(name: str, counts: dict[str, int], rejects: Path, found: Report, say: Say) -> None:
    found["imports"][name] = counts
    words = counts_in_words({**counts, "duplicates": counts["duplicate"]} if "duplicate" in counts else counts)
    say(_("Imported {name}: {counts}").format(name=name, counts=words))
    if counts["rejected"]:
        say("  " + _("The rejected rows are in {name}").format(name=rejects))


def _report_plan(step: example.Planned, found: Report, say: Say) -> None:
    proposal, conflicts = step.proposal, step.conflicts
    found["plan"] = {
        "status": proposal.status,
        "requested": proposal.requested,
        "placed": len(proposal.meetings),
        "unplaced": len(proposal.unplaced),
        "idle_slots": proposal.idle_slots,
        "conflicts": conflicts,
        "seconds": proposal.seconds,
    }
    idle = count("{n} idle slot", "{n} idle slots", proposal.idle_slots)
    found_wrong = count("{n} conflict", "{n} conflicts", conflicts)
    say(f"{placed_in_words(proposal)}, {idle}, {found_wrong}")


def _print(store: Store, folder: Path, found: Report, say: Say) -> None:
    result = run_now(printing.make(printing.PackOptions(folder / "packs")), store, output.progress())
    found["packs"] = {"files": len(result.files), "pages": sum(file.pages for file in result.files)}
    say(printed_in_words(result, folder / "packs"))
    timetable = run_now(export.export(folder / "timetable.xlsx"), store, output.progress())
    found["timetable"] = str(timetable)
    say(_("Exported {name}").format(name=timetable))
