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
from missionplanner.domain.applications import Status
from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Side
from missionplanner.errors import UserError
from missionplanner.i18n import _, count
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.imports.reading import ImportOptions, save_rejects
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.packs import printing
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.selection import decisions
from missionplanner.jobs.timetable import planning
from missionplanner.store.listing import CompanyFilter
from missionplanner.store.store import Store

EXAMPLE = "canada-mexico-2026"
_FILES = (
    ("registrations_en.xlsx", Side.DELEGATION),
    ("inscriptions_fr.csv", Side.DELEGATION),
    ("contrapartes_es.xlsx", Side.COUNTERPART),
)
_REQUESTS = "meeting_requests.csv"
Report = dict[str, Any]
Say = Callable[[str], None]


def add_commands(commands: Any) -> None:
    """Add demo."""
    found = add_command(commands, "demo", _("do the whole job on the example"), demo, on_file=False)
    found.add_argument("folder", type=Path, metavar=_("DIR"), help=_("the folder everything is made in"))


def demo(arguments: argparse.Namespace) -> int:
    """Import, accept, plan and print the example, and say what was made."""
    folder = _make_folder(arguments.folder)
    path = folder / f"{EXAMPLE}.mission"
    # With --json standard output holds the one document and nothing else.
    say: Say = (lambda _text: None) if arguments.json else output.say
    found: Report = {"mission": str(path), "imports": {}}
    with new_mission.from_example(path, EXAMPLE) as store:
        say(_("Made {name}").format(name=path))
        _import_companies(store, folder, found, say)
        _import_requests(store, folder, found, say)
        report = decisions.set_status(store, store.companies.ids(CompanyFilter()), Status.ACCEPTED)
        found["accepted"] = len(report.changed)
        say(count("{n} company accepted", "{n} companies accepted", len(report.changed)))
        _plan(store, found, say)
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


def _import_companies(store: Store, folder: Path, found: Report, say: Say) -> None:
    source = new_mission.example_folder(EXAMPLE) / "registrations"
    for name, side in _FILES:
        options = ImportOptions(source / name, side)
        plan = run_now(import_companies.analyse(options), store, output.progress())
        import_companies.accept(store, plan)
        counts = {outcome.value: plan.count(outcome) for outcome in RowOutcome}
        rejects = folder / f"{Path(name).stem} rejected.csv"
        if plan.count(RowOutcome.REJECTED):
            save_rejects(plan, rejects)
        _report_import(name, {"read": len(plan.rows), **counts}, rejects, found, say)


def _import_requests(store: Store, folder: Path, found: Report, say: Say) -> None:
    source = new_mission.example_folder(EXAMPLE) / "registrations"
    plan = run_now(import_requests.analyse(source / _REQUESTS), store, output.progress())
    import_requests.accept(store, plan)
    rejects = folder / f"{Path(_REQUESTS).stem} rejected.csv"
    import_requests.save_rejects(plan, rejects)
    outcomes = (RowOutcome.NEW, RowOutcome.SAME, RowOutcome.REJECTED)
    counts = {outcome.value: plan.count(outcome) for outcome in outcomes}
    _report_import(_REQUESTS, {"read": len(plan.rows), **counts}, rejects, found, say)


def _report_import(name: str, counts: dict[str, int], rejects: Path, found: Report, say: Say) -> None:
    found["imports"][name] = counts
    words = counts_in_words({**counts, "duplicates": counts["duplicate"]} if "duplicate" in counts else counts)
    say(_("Imported {name}: {counts}").format(name=name, counts=words))
    if counts["rejected"]:
        say("  " + _("The rejected rows are in {name}").format(name=rejects))


def _plan(store: Store, found: Report, say: Say) -> None:
    proposal = run_now(planning.plan(), store, output.progress())
    planning.accept(store, proposal)
    conflicts = planning.conflicts(store.snapshot())
    found["plan"] = {
        "status": proposal.status,
        "requested": proposal.requested,
        "placed": len(proposal.meetings),
        "unplaced": len(proposal.unplaced),
        "idle_slots": proposal.idle_slots,
        "conflicts": len(conflicts),
        "seconds": proposal.seconds,
    }
    idle = count("{n} idle slot", "{n} idle slots", proposal.idle_slots)
    found_wrong = count("{n} conflict", "{n} conflicts", len(conflicts))
    say(f"{placed_in_words(proposal)}, {idle}, {found_wrong}")


def _print(store: Store, folder: Path, found: Report, say: Say) -> None:
    result = run_now(printing.make(printing.PackOptions(folder / "packs")), store, output.progress())
    found["packs"] = {"files": len(result.files), "pages": sum(file.pages for file in result.files)}
    say(printed_in_words(result, folder / "packs"))
    timetable = run_now(export.export(folder / "timetable.xlsx"), store, output.progress())
    found["timetable"] = str(timetable)
    say(_("Exported {name}").format(name=timetable))
