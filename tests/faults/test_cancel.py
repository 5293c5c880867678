"""Every long act, cancelled at every moment it tells how far it is: nothing of it is left, in the mission or on the disk."""

import gc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import Edition
from missionplanner.domain.requests import Priority
from missionplanner.errors import Cancelled, UserError
from missionplanner.jobs.calendars import contacts, making
from missionplanner.jobs.companies import duplicates
from missionplanner.jobs.imports import companies, requests
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import Job, run_now
from missionplanner.jobs.lists import export, printing
from missionplanner.jobs.outcomes import report
from missionplanner.jobs.packs import printing as packs
from missionplanner.jobs.packs import slips
from missionplanner.jobs.requests import suggestions
from missionplanner.jobs.selection import letters
from missionplanner.jobs.timetable import planning, repairing
from missionplanner.messages import message
from missionplanner.progress import Progress
from missionplanner.store.store import Store
from tests.builders import DAY, Figures, ask_all, meet, small_mission
from tests.faults.killing import SOURCE

LIST = printing.ShownList("Companies", "All", ["Company"], [["Acme"]] * 300, [200], frozenset())
ACTS: dict[str, Callable[[Store, Path], Job[Any, Any]]] = {
    "import": lambda _s, _o: companies.analyse(ImportOptions(SOURCE, Side.DELEGATION)),
    "requests": lambda _s, o: requests.analyse(o.parent / "requests.csv"),
    "plan": lambda _s, _o: planning.plan(5, seed=1),
    "move a day": lambda s, _o: planning.move_day(s.all(Company)[0].id, DAY, DAY, 1),
    "mend": lambda _s, _o: repairing.mend(1),
    "ways to mend": lambda _s, _o: repairing.options(1),
    "duplicates": lambda _s, _o: duplicates.suspected(),
    "suggestions": lambda _s, _o: suggestions.suggest(),
    "packs": lambda _s, o: packs.make(packs.PackOptions(o)),
    "packs in one file": lambda _s, o: packs.make(packs.PackOptions(o, single="all.pdf")),
    "leader": lambda _s, o: packs.make(packs.PackOptions(o, edition=Edition.LEADER)),
    "slips": lambda _s, o: slips.make(o / "slips.pdf", "en"),
    "calendars": lambda s, o: making.make(o, making.CalendarOptions(frozenset(one.id for one in s.all(Company)))),
    "contacts": lambda s, o: contacts.make(o, contacts.ContactOptions(frozenset(one.id for one in s.all(Company)))),
    "letters": lambda s, o: letters.announce(letters.compose(s, [one.id for one in s.all(Company)][:3]), o),
    "workbook": lambda _s, o: export.export(o / "all.xlsx"),
    "csv": lambda _s, o: export.export(o / "all.csv"),
    "list": lambda _s, o: printing.save(LIST, o / "list.pdf"),
    "report": lambda _s, o: report.report(o / "report.pdf"),
}  # fmt: skip
FOLDER_IS_CHOSEN = ("slips", "workbook", "csv", "list", "report")
"""Acts that write one file into a folder that is there."""


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cancel") / "m.mission"
    with small_mission(path) as store:
        ask_all(store, Priority.MEET)
        meet(store, "D1", "C1", slot=0, table=0)
        run_now(packs.make(packs.PackOptions(path.parent / "printed")), store)
        meet(store, "D2", "C2", slot=1, table=1)  # makes printed packs out of date
        with store.change(message("Undecided")) as change:
            for company in store.all(Company)[:3]:
                change.update(replace(company, notes="later", city="Laval"))
                for application in store.where(Application, "company_id", [company.id]):
                    change.update(replace(application, announced=""))
    return path


def state(store: Store) -> tuple[object, ...]:
    return store.snapshot(), store.counts(("pack_prints", "letters", "file_imports")), store.steps.undo_label


def cancelled_at(name: str, store: Store, out: Path, moment: int) -> bool:
    """Run an act that is cancelled at its so-manyth report; whether it came so far."""
    reports = 0

    def listen(_fraction: float, _text: str) -> None:
        nonlocal reports
        reports += 1
        if reports == moment:
            progress.cancel()

    progress = Progress(listen)
    try:
        run_now(ACTS[name](store, out), store, progress)
    except Cancelled:
        return True
    return False


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_is_cancelled_leaves_nothing(mission: Path, tmp_path: Path, name: str, figures: Figures) -> None:
    gc.collect()  # timers that tests of the window left are not let go of by the thread of a job
    path = tmp_path / "m.mission"
    path.write_bytes(mission.read_bytes())
    (tmp_path / "requests.csv").write_text("Company,Counterpart,Priority\nD1,C2,must meet\n", encoding="utf-8")
    out = tmp_path / "out"
    cancelled = 0
    if name in FOLDER_IS_CHOSEN:
        out.mkdir()
    with Store.open(path) as store:
        before, there = state(store), sorted(tmp_path.rglob("*"))
        for moment in range(1, 40):
            if not cancelled_at(name, store, out, moment):
                break
            cancelled += 1
            assert sorted(tmp_path.rglob("*")) == there
            assert state(store) == before
    assert cancelled, "it cannot be cancelled"
    figures(f"{name}: {cancelled} of {cancelled} cancelled moments left nothing")


def test_letters_that_fail_half_way_leave_nothing(
    mission: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "m.mission"
    path.write_bytes(mission.read_bytes())
    written = 0

    def fails(target: Path, content: bytes) -> None:
        nonlocal written
        written += 1
        if written == 3:
            raise UserError("The disk is full.", "Make room.")
        target.write_bytes(content)

    monkeypatch.setattr(letters, "replace_file", fails)
    with Store.open(path) as store, pytest.raises(UserError, match="full"):
        run_now(ACTS["letters"](store, tmp_path / "out"), store)
    assert not (tmp_path / "out").exists()
