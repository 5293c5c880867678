"""Every dialog of the window, found in its source, and what each is made with."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog

import missionplanner.gui
from missionplanner.domain.advice import Advice, AdviceKind
from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.moves import Moves
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.cell_edits import Edit
from missionplanner.jobs.companies.duplicates import Suspicion
from missionplanner.jobs.imports.read_back import AddedRow, CellChange, ReadBack
from missionplanner.jobs.job import Job
from missionplanner.jobs.people.day_choices import DayChoice
from missionplanner.jobs.people.day_repairs import DayWay
from missionplanner.jobs.people.duplicates import SamePerson
from missionplanner.jobs.programme.programme import StrandedError
from missionplanner.jobs.relationships.collecting import AnswersFound, FileIssue
from missionplanner.jobs.safety import merging
from missionplanner.jobs.safety.file_check import FileFinding
from missionplanner.jobs.safety.privacy import NamingPassage
from missionplanner.jobs.timetable.planning import Proposal, Unplaced
from missionplanner.jobs.timetable.repairing import Repair
from missionplanner.messages import message
from missionplanner.store.faults import Fault
from missionplanner.store.store import Store
from missionplanner.store.upkeep.passages import Passage

Makers = dict[str, Callable[[], Any]]


_BASES = {"MessageBox", "Dialog", "DraftedDialog", "MergingDialog"}


def dialogs() -> list[type[QDialog]]:
    """Every dialog of the window, found in its source."""
    for module in pkgutil.walk_packages(missionplanner.gui.__path__, "missionplanner.gui."):
        importlib.import_module(module.name)
    return sorted(set(_below(QDialog)), key=lambda kind: kind.__name__)


def _below(kind: type[QDialog]) -> list[type[QDialog]]:
    found = [one for sub in kind.__subclasses__() for one in (sub, *_below(sub))]
    return [one for one in found if one.__module__.startswith("missionplanner.") and one.__name__ not in _BASES]


def proposal(store: Store, name: str) -> Proposal:
    """A timetable with a meeting, and a request that is not placed."""
    unplaced = (Unplaced(store.all(Request)[0], name),)
    numbers = dict.fromkeys(("idle_slots", "max_idle", "bound", "kept", "new", "moved", "dropped"), 1)
    return Proposal("infeasible", 2, tuple(store.all(Meeting)), unplaced, seconds=1.0, contradiction=name, **numbers)


def compared(store: Store, folder: Path, name: str) -> merging.CopyComparison:
    """A copy in which somebody else gave a company another name."""
    copy = folder / "copy.mission"
    copy.write_bytes(store.path.read_bytes())
    key = store.all(Company)[0].id
    with Store.open(copy) as other, other.change(message("Edit {text}", text=name)) as change:
        change.update(replace(other.get(Company, key), city=f"{name} &theirs", notes="<i>theirs</i>"))
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key), city=f"{name} &ours"))
    return merging.compare(store, copy)


def read_back_of(name: str) -> ReadBack:
    """A workbook in which a cell was changed that was changed here too, and a row was added."""
    edit = Edit(1, "city", name)
    changed = CellChange("companies", name, 2, name, name, name, edit, is_clash=True)
    return ReadBack(name, "", 2, (changed,), (AddedRow("companies", name, 3, name, (edit,), name),), 1, (name,))


def moves(store: Store) -> Moves:
    """Where the first meeting can go."""
    snapshot = store.snapshot()
    return Moves(Plan(snapshot, snapshot.meetings), snapshot.meetings[0])


def makers(workspace: Workspace, runner: Runner, name: str, tmp_path: Path) -> Makers:
    """What dialogs are made with, by the names of their parameters, or of dialog and parameter.

    name: what somebody or something is called in them. tmp_path: where files lie that they show.
    """
    store = workspace.store
    pair = [company.id for company in store.all(Company)][:2]
    event = replace(store.all(Event)[0], name_en=name)
    job: Job[None, None] = Job(name, lambda _store: None, lambda _data, _progress: None)
    source = tmp_path / "rows.csv"
    source.write_text(f'Company,City\n"{name.replace(chr(34), chr(34) * 2)}",<b>x</b>\n', encoding="utf-8")
    return {
        "store": lambda: store, "workspace": lambda: workspace, "runner": lambda: runner, "snapshot": store.snapshot,
        "DuplicatesDialog.found": lambda: [Suspicion(pair[0], pair[1], 93, name)],
        "SamePeopleDialog.found": lambda: [SamePerson(*[one.id for one in store.all(Person)][:2], name)],
        "MergeDialog.found": lambda: compared(store, tmp_path, name),
        "AskedCompaniesDialog.advice": lambda: Advice(AdviceKind.ASK, frozenset(), 1, 1, asks=((pair[0], 1),)),
        "RepairDialog.ways": lambda: [Repair(proposal(store, name), 1, 1, 1, 1, tuple(store.all(Meeting)), 1, 1)],
        "ProgressDialog.job": lambda: job, "ProgressDialog.seconds": lambda: 5.0,
        "ProposalDialog.proposal": lambda: proposal(store, name),
        "MoveDialog.moves": lambda: moves(store),
        "GuestsDialog.event": lambda: event, "EnteringDialog.call": lambda: event,
        "DayWaysDialog.title": lambda: name, "DayWaysDialog.ways": lambda: [DayWay((DayChoice(name),))],
        "StrandedMeetingsDialog.error": lambda: StrandedError(store.all(Meeting), name, None),
        "ColumnsDialog.columns": lambda: [("name", name)], "ColumnsDialog.shown": lambda: ["name"],
        "ColumnsDialog.parent": lambda: None, "CalendarsDialog.parent": lambda: None,
        "FileCheckDialog.path": lambda: Path(f"{name.replace('/', '')}.mission"),
        "FileCheckDialog.findings": lambda: [FileFinding(Fault("companies", 1, "name", name, name), name, name, name)],
        "FileCheckDialog.parent": lambda: None, "FileCheckDialog.password": lambda: "",
        "GuideWindow.parent": lambda: None,
        "Finder.commands": list, "Finder.open_record": lambda: lambda _screen, _key: None,
        "ErasingDialog.who": lambda: name, "ErasingDialog.details": lambda: name,
        "ErasingDialog.passages": lambda: [NamingPassage(Passage(("companies", "u", "notes"), 1, name), name, name)],
        "LeftCopiesDialog.done": lambda: name, "LeftCopiesDialog.copies": lambda: [tmp_path / f"{name[:9]}.mission"],
        "ImportWizard.path": lambda: source,
        "AnswersDialog.found": lambda: AnswersFound(issues=[FileIssue(name, 3, name)]),
        "AnswersDialog.parent": lambda: None, "AnswersDialog.read_only": lambda: False,
        "ReadBackDialog.found": lambda: read_back_of(name),
        "DatabasePasswordDialog.address": lambda: name,
        "SectorNamesDialog.names": lambda: [name, "Agroalimentaire"], "SectorNamesDialog.answers": lambda: {"x": name},
        "SetUpDialog.title": lambda: name, "SetUpDialog.about": lambda: name, "SetUpDialog.act": lambda: name,
        "PasswordDialog.present": lambda: "secret",
        "ProblemDialog.text": lambda: name, "ProblemDialog.details": lambda: name, "ProblemDialog.is_new": lambda: True,
        "RecordDialog.title": lambda: name,
        "RecordDialog.fields": lambda: [
            FormField("a", name, choices=[(0, name)], hint=name), FormField("h", name, "heading"),
            FormField("b", name, "checks", [(1, name)]),
        ],
        "RecordDialog.values": lambda: {"a": name},
    }  # fmt: skip


def make(kind: type[QDialog], given: Makers) -> QDialog:
    """Return a dialog of this class, made with what is given. Raises AssertionError where something is missing."""
    wanted = [one for one in inspect.signature(kind.__init__).parameters.values() if one.name != "self"]
    found = {one.name: given.get(f"{kind.__name__}.{one.name}", given.get(one.name)) for one in wanted}
    unknown = [one.name for one in wanted if found[one.name] is None and one.default is one.empty]
    assert unknown == [], f"enter in `makers` of tests/gui/dialogs.py what {kind.__name__} is made with: {unknown}"
    dialog = kind(**{key: value() for key, value in found.items() if value})
    if hasattr(dialog, "analyse"):
        dialog.analyse()
    return dialog
