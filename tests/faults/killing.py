"""A process that works on a mission until it is killed: `python -m tests.faults.killing FILE ACT`.

It prints a line after every act that ended, so that who kills it knows what has to be in the file.
"""

import itertools
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import FormDraft
from missionplanner.jobs.imports import companies
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import printing
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store.file import engine
from missionplanner.store.store import Store
from missionplanner.store.upkeep import backups
from tests.builders import EXAMPLE
from tests.later_format import later_format

SOURCE = new_mission.example_folder(EXAMPLE) / "registrations" / "inscriptions_fr.csv"


def edit(store: Store, number: int) -> str:
    """Change a field of every company, as one step."""
    with store.change(message("Edit {number}", number=number)) as change:
        for company in store.all(Company):
            change.update(replace(company, notes=f"edit {number}"))
    return f"edit {number}"


def undo(store: Store, number: int) -> str:
    """Change, take it back, do it again."""
    edit(store, number)
    store.undo()
    store.redo()
    return f"edit {number}"


def bring_in(store: Store, number: int) -> str:
    """Import a file of registrations."""
    plan = run_now(companies.analyse(ImportOptions(SOURCE, Side.DELEGATION)), store)
    companies.accept(store, plan)
    return f"import {number}"


def plan(store: Store, number: int) -> str:
    """Make the timetable and accept it."""
    planning.accept(store, run_now(planning.plan(0.3, seed=number), store))
    return f"plan {number}"


def copy(store: Store, number: int) -> str:
    """Keep a copy, and save one beside the file."""
    backups.keep(store)
    store.backup(store.path.with_name("saved.mission"))
    return f"copy {number}"


def draft(store: Store, number: int) -> str:
    """Keep what is typed in a form."""
    store.drafts.keep(
        FormDraft(
            company_id=0,
            side="delegation",
            content=json.dumps({"form": {"city": f"typed {number}"}}),
            saved_at=datetime.now(UTC),
        )
    )
    return f"draft {number}"


def export(store: Store, number: int) -> str:
    """Print packs into a folder."""
    folder = store.path.with_name("packs")
    keys = frozenset(company.id for company in store.all(Company) if company.name in ("D1", "D2"))
    run_now(printing.make(printing.PackOptions(folder, companies=keys)), store)
    return f"export {number}"


ACTS: dict[str, Callable[[Store, int], str]] = {
    "edit": edit, "undo": undo, "import": bring_in, "plan": plan, "copy": copy, "draft": draft, "export": export,
}  # fmt: skip


def migrate(path: Path, old: Path) -> None:
    """Open a fresh copy of an old file again and again."""
    for number in itertools.count():
        for ending in engine.JOURNALS:
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
        shutil.copy(old, path.with_name("fresh"))
        path.with_name("fresh").replace(path)
        Store.open(path).close()
        print(f"migrate {number}", flush=True)


def main(path: Path, act: str) -> None:
    """Work until killed."""
    if act == "migrate":
        with later_format():
            migrate(path, path.with_name("old.mission"))
    with Store.open(path) as store:
        for number in itertools.count():
            print(ACTS[act](store, number), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
