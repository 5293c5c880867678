"""No text of a user comes alive on any screen or in any dialog: names are drawn to the letter, whatever they look like."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractItemView, QDialog, QMenu, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

import missionplanner.gui
from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import Mission
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.gui import settings
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.chips import Chip, _Popup
from missionplanner.gui.widgets.editors import FormField
from missionplanner.gui.widgets.table import DataTable
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.companies.duplicates import Suspicion
from missionplanner.jobs.job import Job
from missionplanner.jobs.people.duplicates import SamePerson
from missionplanner.jobs.programme.programme import StrandedError
from missionplanner.jobs.safety import merging
from missionplanner.jobs.safety.file_check import FileFinding
from missionplanner.jobs.safety.privacy import NamingPassage
from missionplanner.jobs.timetable.planning import Proposal, Unplaced
from missionplanner.jobs.timetable.repairing import Repair
from missionplanner.messages import message
from missionplanner.store.faults import Fault
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLES
from missionplanner.store.upkeep.passages import Passage
from tests.builders import key_of
from tests.gui.live_texts import NAMES, live_texts
from tests.gui.test_refresh import RECORDS, SCREENS, open_afresh, settle

__all__ = ["open_afresh"]
CODED = {
    "uid", "language", "languages", "kind", "country", "time_zone", "content", "wanted", "fingerprint", "digest", "colour", "logo",
    "pack_pages", "lunch_starts", "lunch_ends", "no_show_side", "late_side", "reconfirmed_by", "home_country", "host_country",
    "reading", "announced", "part", "side", "currency", "source", "several_at_once", "languages_wanted", "status",
}  # fmt: skip
"""Text fields that hold codes, not words."""


def hostile(record: Any, name: str) -> Any:
    """The record with a name in every field that holds words."""
    words = [field.name for field in fields(record) if field.type in ("str", str) and field.name not in CODED]
    return replace(record, **dict.fromkeys(words, name))


@pytest.fixture(params=['<img src="file:///etc/passwd">', "&File &lt;b&gt;<b>x</b>"], ids=["markup", "key"])
def name(request: pytest.FixtureRequest) -> str:
    """A name that looks like markup, or marks a key; all others are tried on each widget of the house."""
    return str(request.param)


@pytest.fixture
def store(workspace: Workspace, name: str) -> Store:
    """A mission with a record in every table, all of whose words are that name."""
    store = workspace.store
    with store.change(message("Fill {text}", text=name)) as change:
        for table in TABLES:
            for record in store.all(table.kind) if table.undoable else ():
                change.update(hostile(record, name))
        for record, _changes in RECORDS:
            if not isinstance(record, FormDraft):  # its content is what a form keeps
                change.insert(hostile(record, name))
    return store


@pytest.fixture(autouse=True)
def met(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that came alive in dialogs and menus which opened on the way; all are left at once."""
    found: list[str] = []

    def leave(shown: QDialog | QMenu, *_words: object) -> int:
        found.extend(live_texts(shown))
        return 0

    monkeypatch.setattr(QDialog, "exec", leave)
    monkeypatch.setattr(QMenu, "exec", leave)
    return found


def opened(widget: QWidget) -> list[str]:
    """The texts that come alive in a widget: tab by tab, with its first rows chosen, its menus and lists open."""
    found = live_texts(widget)
    for tabs in widget.findChildren(QTabWidget):
        for place in range(tabs.count()):
            tabs.setCurrentIndex(place)
            settle(widget)  # type: ignore[arg-type]
            found += _first_rows(widget) + live_texts(widget)
    found += _first_rows(widget) + live_texts(widget)
    for menu in widget.findChildren(QMenu):
        menu.aboutToShow.emit()
        found += live_texts(menu)
    for chip in widget.findChildren(Chip):
        chip.open()
        for popup in chip.findChildren(_Popup):
            found += live_texts(popup)
            popup.close()
    return found


def _first_rows(widget: QWidget) -> list[str]:
    """Choose the first row of every list, and open it; the texts that come alive after each."""
    found = []
    for view in widget.findChildren(QAbstractItemView):
        if view.isVisibleTo(widget) and view.model() is not None and view.model().rowCount():
            view.setCurrentIndex(view.model().index(0, 0))
            if isinstance(view, DataTable):
                view.activated_row.emit(0)
            settle(widget)  # type: ignore[arg-type]
            found += live_texts(widget)
    return found


@pytest.mark.parametrize("screen", SCREENS)
def test_no_name_comes_alive_on_a_screen(
    store: Store, open_afresh: Callable[[str], Any], met: list[str], screen: str
) -> None:
    found = open_afresh(screen)
    settle(found)
    assert opened(found) + met == []


def dialogs() -> list[type[QDialog]]:
    """Every dialog of the window, found in its source."""
    for module in pkgutil.walk_packages(missionplanner.gui.__path__, "missionplanner.gui."):
        importlib.import_module(module.name)
    return sorted(set(_below(QDialog)), key=lambda kind: kind.__name__)


def _below(kind: type[QDialog]) -> list[type[QDialog]]:
    found = [one for sub in kind.__subclasses__() for one in (sub, *_below(sub))]
    return [one for one in found if one.__module__.startswith("missionplanner.") and one.__name__ != "MessageBox"]


def proposal(store: Store) -> Proposal:
    """A timetable with a meeting, and a request that is not placed."""
    unplaced = (Unplaced(store.all(Request)[0], NAMES[0]),)
    numbers = dict.fromkeys(("idle_slots", "max_idle", "bound", "kept", "new", "moved", "dropped"), 1)
    return Proposal(
        "infeasible", 2, tuple(store.all(Meeting)), unplaced, seconds=1.0, contradiction=NAMES[0], **numbers
    )


def compared(store: Store, folder: Path, name: str) -> merging.CopyComparison:
    """A copy in which somebody else gave a company another name."""
    copy = folder / "copy.mission"
    copy.write_bytes(store.path.read_bytes())
    key = key_of(store, name)
    with Store.open(copy) as other, other.change(message("Edit {text}", text=name)) as change:
        change.update(replace(other.get(Company, key), city=f"{name} &theirs", notes="<i>theirs</i>"))
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key), city=f"{name} &ours"))
    return merging.compare(store, copy)


@pytest.fixture
def given(
    store: Store, workspace: Workspace, runner: Runner, name: str, tmp_path: Path
) -> dict[str, Callable[[], Any]]:
    """What dialogs are made with, by the names of their parameters, or of dialog and parameter."""
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
        "RepairDialog.ways": lambda: [Repair(proposal(store), 1, 1, 1, 1, tuple(store.all(Meeting)), 1, 1)],
        "ProgressDialog.job": lambda: job, "ProgressDialog.seconds": lambda: 5.0,
        "ProposalDialog.proposal": lambda: proposal(store),
        "GuestsDialog.event": lambda: event,
        "StrandedMeetingsDialog.error": lambda: StrandedError(store.all(Meeting), name, None),
        "ColumnsDialog.columns": lambda: [("name", name)], "ColumnsDialog.shown": lambda: ["name"],
        "ColumnsDialog.parent": lambda: None,
        "FileCheckDialog.path": lambda: Path(f"{name.replace('/', '')}.mission"),
        "FileCheckDialog.findings": lambda: [FileFinding(Fault("companies", 1, "name", name, name), name, name, name)],
        "FileCheckDialog.parent": lambda: None, "FileCheckDialog.password": lambda: "",
        "Finder.commands": list, "Finder.open_company": lambda: lambda _key: None,
        "ErasingDialog.who": lambda: name, "ErasingDialog.details": lambda: name,
        "ErasingDialog.passages": lambda: [NamingPassage(Passage(("companies", "u", "notes"), 1, name), name, name)],
        "LeftCopiesDialog.done": lambda: name, "LeftCopiesDialog.copies": lambda: [tmp_path / f"{name[:9]}.mission"],
        "Finder.open_person": lambda: lambda _key: None,
        "ImportWizard.path": lambda: source,
        "PasswordDialog.present": lambda: "secret",
        "RecordDialog.title": lambda: name,
        "RecordDialog.fields": lambda: [
            FormField("a", name, choices=[(0, name)], hint=name), FormField("h", name, "heading"),
            FormField("b", name, "checks", [(1, name)]),
        ],
        "RecordDialog.values": lambda: {"a": name},
    }  # fmt: skip


@pytest.mark.parametrize("kind", dialogs(), ids=lambda kind: kind.__name__)
def test_no_name_comes_alive_in_a_dialog(
    kind: type[QDialog], given: dict[str, Callable[[], Any]], runner: Runner, met: list[str], qtbot: QtBot
) -> None:
    wanted = [one for one in inspect.signature(kind.__init__).parameters.values() if one.name != "self"]
    makers = {one.name: given.get(f"{kind.__name__}.{one.name}", given.get(one.name)) for one in wanted}
    unknown = [one.name for one in wanted if makers[one.name] is None and one.default is one.empty]
    assert unknown == [], "enter in `given` what this dialog is made with"
    dialog = kind(**{key: make() for key, make in makers.items() if make})
    qtbot.addWidget(dialog)
    if hasattr(dialog, "analyse"):
        dialog.analyse()
    dialog.show()
    runner.wait()
    settle(dialog)  # type: ignore[arg-type]
    assert opened(dialog) + met == []


def test_no_name_of_a_file_comes_alive_in_the_window(
    open_window: Callable[[Path | None], MainWindow], small_file: Path, tmp_path: Path
) -> None:
    path = tmp_path / "R&D <b>x<b> &File.mission"
    path.write_bytes(small_file.read_bytes())
    settings.write("recent", [str(path)])
    window = open_window(path)
    window.banner.setText(NAMES[0])
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    assert live_texts(window) == []


def test_every_field_of_words_is_filled(store: Store, name: str) -> None:
    assert {company.name for company in store.all(Company)} == {name}
    assert store.all(Person)[0].family_name == store.all(Mission)[0].name == name
