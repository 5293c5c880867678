"""Commands that make mission files: new ones, and the whole job on the example."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from missionplanner.cli import output
from missionplanner.domain.applications import Status
from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Mission
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.packs import printing as packs
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


def new(arguments: argparse.Namespace) -> int:
    """Make a mission file, empty or from an example."""
    if arguments.example:
        store = new_mission.from_example(arguments.file, arguments.example)
    else:
        start = date.today() + timedelta(days=90)  # noqa: DTZ011
        mission = Mission(name=arguments.file.stem, starts=start, ends=start + timedelta(days=4))
        store = new_mission.create(arguments.file, new_mission.NewMission(mission))
    name = store.mission.name
    store.close()
    if arguments.json:
        output.document({"path": str(arguments.file), "name": name})
    else:
        output.say(f"{arguments.file}: {name}")
    return 0


def demo(arguments: argparse.Namespace) -> int:
    """The whole job on the example: import, accept, plan, print; says what it made."""
    folder: Path = arguments.folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(_("{name} is no folder.").format(name=folder), _("Choose another place.")) from error
    path = folder / f"{EXAMPLE}.mission"
    say = (lambda _text: None) if arguments.json else output.say
    found: dict[str, Any] = {"mission": str(path), "imports": {}}
    with new_mission.from_example(path, EXAMPLE) as store:
        say(f"Made {path}")
        _import(store, folder, found, say)
        report = decisions.set_status(store, store.company_ids(CompanyFilter()), Status.ACCEPTED)
        found["accepted"] = len(report.changed)
        say(f"Accepted {len(report.changed)} companies")
        _plan(store, found, say)
        _print(store, folder, found, say)
    if arguments.json:
        output.document(found)
    return 0


def _import(store: Store, folder: Path, found: dict[str, Any], say: Any) -> None:
    source = new_mission.example_folder(EXAMPLE) / "registrations"
    for name, side in _FILES:
        options = import_companies.ImportOptions(source / name, side)
        plan = run_now(import_companies.analyse(options), store, output.progress())
        import_companies.accept(store, plan)
        counts = {verdict.value: plan.count(verdict) for verdict in RowOutcome}
        rejects = folder / f"{Path(name).stem} rejected.csv"
        if plan.count(RowOutcome.REJECTED):
            import_companies.save_rejects(plan, rejects)
        _tell(name, {"read": len(plan.rows), **counts}, rejects, found, say)
    requests = run_now(import_requests.analyse(source / _REQUESTS), store, output.progress())
    import_requests.accept(store, requests)
    rejects = folder / f"{Path(_REQUESTS).stem} rejected.csv"
    import_requests.save_rejects(requests, rejects)
    counts = {
        verdict.value: requests.count(verdict) for verdict in (RowOutcome.NEW, RowOutcome.SAME, RowOutcome.REJECTED)
    }
    _tell(_REQUESTS, {"read": len(requests.rows), **counts}, rejects, found, say)


def _tell(name: str, counts: dict[str, int], rejects: Path, found: dict[str, Any], say: Any) -> None:
    found["imports"][name] = counts
    say(f"Imported {name}: " + ", ".join(f"{count} {word}" for word, count in counts.items()))
    if counts["rejected"]:
        say(f"  rejected rows are in {rejects}")


def _plan(store: Store, found: dict[str, Any], say: Any) -> None:
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
    say(
        f"Planned {len(proposal.meetings)} of {proposal.requested} requested meetings in {proposal.seconds} s "
        f"({proposal.status}), {proposal.idle_slots} idle slots, {len(conflicts)} conflicts"
    )


def _print(store: Store, folder: Path, found: dict[str, Any], say: Any) -> None:
    result = run_now(packs.make(packs.PackOptions(folder / "packs")), store, output.progress())
    found["packs"] = {"files": len(result.files), "pages": sum(file.pages for file in result.files)}
    say(f"Printed {len(result.files)} packs ({found['packs']['pages']} pages) into {folder / 'packs'}")
    timetable = run_now(export.export(folder / "timetable.xlsx"), store, output.progress())
    found["timetable"] = str(timetable)
    say(f"Exported {timetable}")
