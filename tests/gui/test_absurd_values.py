"""Whatever stands in a file, it is refused with table and row, or every screen, dialog, list and pack of it can be made."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog, QMenu, QTabWidget, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner.domain.companies import Company
from missionplanner.domain.field_types import types_of
from missionplanner.domain.journals import Edition, FormDraft
from missionplanner.errors import UserError
from missionplanner.gui.companies.form import CompanyForm
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.table import DataTable
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.jobs.lists import rows as lists
from missionplanner.jobs.outcomes import report
from missionplanner.jobs.packs import printing
from missionplanner.jobs.safety import history
from missionplanner.jobs.timetable import planning
from missionplanner.messages import message
from missionplanner.store import faults
from missionplanner.store.database import Database
from missionplanner.store.faults import Fault
from missionplanner.store.file import soundness
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLE_OF, TABLES, UNDOABLE
from tests.builders import Figures, small_mission
from tests.faults.absurd import WITHOUT_ROWID, Mutant, mutants, opened_for_harm, values_of
from tests.gui.dialogs import dialogs, make, makers
from tests.gui.test_live_texts import opened
from tests.gui.test_refresh import RECORDS, SCREENS, open_afresh, settle
from tests.unit.pack.making import printed

__all__ = ["open_afresh"]


def full_mission(path: Path) -> None:
    """A small mission with a record in every table."""
    with small_mission(path) as store:
        with store.change(message("Fill")) as change:
            for record, _changes in RECORDS:
                if TABLE_OF[type(record)].undoable:
                    change.insert(record)
        for record, _changes in RECORDS:
            if isinstance(record, FormDraft):
                store.drafts.keep(record)
            elif not TABLE_OF[type(record)].undoable:
                store.record(record)
        store.contents.keep(b"abc")


@pytest.fixture(scope="module")
def full_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("absurd") / "full.mission"
    full_mission(path)
    return path


def first_fault(db: Database, mutant: Mutant) -> Fault | None:
    """What is wrong first with the file that holds an absurd value; of thousands only where it may be is searched."""
    own = [table for table in TABLES if table.name == mutant.table]
    found = next((fault for table in own for fault in faults.of_table(db, table)), None)
    may_lead = mutant.column.endswith("id") or not own
    return found or (soundness.first_fault(db) if may_lead else None)


WITHOUT_KEY = WITHOUT_ROWID | {"contents", "replicas", "steps"}
"""Tables whose faults are named without a row: the marks of the history mean nothing to people."""


def survivors(path: Path, every: int = 4) -> tuple[dict[str, list[Mutant]], int, list[str]]:
    """The absurd values that open, by their place; how many are refused; those refused without table and row."""
    db = opened_for_harm(path, in_memory=True)
    found: dict[str, list[Mutant]] = defaultdict(list)
    refused, unnamed = 0, []
    db.execute("BEGIN")
    for mutant in islice(mutants(db), 0, None, every):
        db.execute("SAVEPOINT mutant")
        if mutant.put(db):
            fault = first_fault(db, mutant)
            if fault is None:
                found[mutant.place].append(mutant)
            else:
                refused += 1
                is_named = fault.key or mutant.value == 0 or fault.table in WITHOUT_KEY
                if not fault.table or not is_named:
                    unnamed.append(str(mutant))
        db.execute("ROLLBACK TO mutant")
        db.execute("RELEASE mutant")
    db.execute("ROLLBACK")
    db.conn.close()
    return found, refused, unnamed


def batch(path: Path, found: dict[str, list[Mutant]], number: int) -> list[Mutant]:
    """Put the survivor of this number of every column into a file, as long as it opens with all of them."""
    db = opened_for_harm(path)
    taken = []
    for kept in found.values():
        if len(kept) > number:
            db.execute("SAVEPOINT mutant")
            if kept[number].put(db) and first_fault(db, kept[number]) is None:
                taken.append(kept[number])
            else:
                db.execute("ROLLBACK TO mutant")
            db.execute("RELEASE mutant")
    db.conn.close()
    return taken


@pytest.fixture
def name() -> str:
    """The company by whose name dialogs are made."""
    return "D1"


@pytest.fixture(autouse=True)
def left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave every dialog and menu that opens on the way."""
    monkeypatch.setattr(QDialog, "exec", lambda *_words: 0)
    monkeypatch.setattr(QMenu, "exec", lambda *_words: 0)


@pytest.fixture
def store(workspace: Workspace, full_file: Path, round_number: int, tmp_path: Path) -> Store:
    prepared = full_file.with_name(f"{round_number}.mission")
    if not prepared.exists():
        prepared.write_bytes(full_file.read_bytes())
        assert batch(prepared, survivors_of(full_file)[0], round_number)
    path = tmp_path / "absurd.mission"
    path.write_bytes(prepared.read_bytes())
    workspace.open(path)
    return workspace.store


_FOUND: dict[Path, tuple[dict[str, list[Mutant]], int, list[str]]] = {}


def survivors_of(path: Path) -> tuple[dict[str, list[Mutant]], int, list[str]]:
    if path not in _FOUND:
        _FOUND[path] = survivors(path)
    return _FOUND[path]


ROUNDS = [
    0,
    2,
    pytest.param(1, marks=pytest.mark.soak),
    *(pytest.param(n, marks=pytest.mark.soak) for n in range(3, 10)),
]
"""Which of the values that open, of every column at once; the others are tried with `--soak`."""


def visit(widget: QWidget) -> None:
    """Go through a widget tab by tab, and open every row of its lists."""
    opened(widget)
    for tabs in [None, *widget.findChildren(QTabWidget)]:
        for place in range(tabs.count() if tabs else 1):
            if tabs:
                tabs.setCurrentIndex(place)
            for view in widget.findChildren(DataTable):
                for row in range(view.model().rowCount() if view.isVisibleTo(widget) else 0):
                    view.setCurrentIndex(view.model().index(row, 0))
                    view.activated_row.emit(row)
                    settle(widget)  # type: ignore[arg-type]


def test_an_absurd_value_is_refused_with_table_and_row(full_file: Path, figures: Figures) -> None:
    """Every fourth of them, and all with `--soak`."""
    found, refused, unnamed = survivors_of(full_file)
    assert unnamed == []
    assert refused > 1_200
    figures(f"absurd values: {refused} refused with table and row, {sum(map(len, found.values()))} that open")


@pytest.mark.soak
def test_every_absurd_value_is_refused_with_table_and_row(full_file: Path, figures: Figures) -> None:
    found, refused, unnamed = survivors(full_file, every=1)
    assert unnamed == []
    figures(f"absurd values: {refused} refused with table and row, {sum(map(len, found.values()))} that open")


@pytest.mark.parametrize("round_number", ROUNDS)
def test_whatever_opens_breaks_no_screen(
    store: Store, open_afresh: Callable[[str], Any], shown_errors: list[Any]
) -> None:
    for screen in SCREENS:
        found = open_afresh(screen)
        settle(found)
        visit(found)
    form = CompanyForm(store)
    for record in registrations.records(store, [company.id for company in store.all(Company)]).values():
        form.show_record(record)
        settle(form)  # type: ignore[arg-type]
    delete(form)
    assert shown_errors == []


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("round_number", ROUNDS)
def test_whatever_opens_breaks_no_dialog(
    workspace: Workspace, runner: Runner, name: str, tmp_path: Path, qtbot: QtBot, shown_errors: list[Any]
) -> None:
    given = makers(workspace, runner, name, tmp_path)
    for kind in dialogs():
        dialog = make(kind, given)
        qtbot.addWidget(dialog)
        dialog.show()
        runner.wait()
        settle(dialog)  # type: ignore[arg-type]
        visit(dialog)
        dialog.close()
    assert shown_errors == []


@pytest.mark.parametrize(
    "number", [1, 7, *(pytest.param(n, marks=pytest.mark.soak) for n in (0, *range(2, 7), *range(8, 34)))]
)
def test_whatever_the_history_holds_it_is_read_and_not_put_back(full_file: Path, tmp_path: Path, number: int) -> None:
    path = tmp_path / "m.mission"
    path.write_bytes(full_file.read_bytes())
    with Store.open(path) as store, store.change(message("Delete")) as change:
        for record, _changes in reversed(RECORDS):
            if TABLE_OF[type(record)].undoable:
                change.delete(type(record), [record.id])
    db = opened_for_harm(path)
    for table in UNDOABLE:
        for name in list(types_of(table.kind))[1:]:
            value = (*values_of(table.kind, name), None)[min(number, len(values_of(table.kind, name)))]
            with suppress(sqlite3.Error, OverflowError):
                db.execute(f"UPDATE {table.history} SET \"{name}\" = ? WHERE phase = 'delete'", (value,))
    db.conn.close()
    with Store.open(path) as store:
        found = history.steps(store)
        assert [step for step in found if history.values(store, step.id) is None] == []
        history.save_csv(store, found, tmp_path / "h.csv")
        with pytest.raises(UserError):
            store.undo()
        store.snapshot()


@pytest.mark.parametrize("round_number", ROUNDS)
def test_whatever_opens_is_listed_and_printed(store: Store, tmp_path: Path) -> None:
    snapshot = store.snapshot()
    everyone = {company.id for company in snapshot.companies}
    assert [name for name in lists.LISTS if lists.rows(snapshot, name, everyone) is None] == []
    for target in ("a.xlsx", "companies.csv"):
        run_now(export.export(tmp_path / target), store)
    for whose in (Edition.LEADER, Edition.ORGANISER):
        assert printed(store, whose).startswith(b"%PDF")
    run_now(printing.make(printing.PackOptions(tmp_path / "packs")), store)
    run_now(report.report(tmp_path / "report.pdf"), store)
    planning.accept(store, run_now(planning.plan(0.05, seed=1), store))
    found = history.steps(store)
    history.save_csv(store, found, tmp_path / "h.csv")
