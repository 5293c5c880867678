"""The dialog of a workbook that comes back."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.imports.read_back import ReadBackDialog
from missionplanner.jobs.imports import read_back
from missionplanner.jobs.imports.read_back import ReadBack
from missionplanner.jobs.lists import mission_workbook
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests import workbooks
from tests.builders import key_of


@pytest.fixture
def found(store: Store, tmp_path: Path) -> ReadBack:
    """A workbook in which two cells were changed, one of which was changed here since, and one cannot be."""
    path = tmp_path / "all.xlsx"
    path.write_bytes(mission_workbook.content(store.snapshot()))
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Company, key_of(store, "D2")), city="Lyon"))

    def edit(sheets: workbooks.Cells) -> None:
        for name in ("D1", "D2"):
            workbooks.put(sheets["Companies"], name, "City", "Laval")
        workbooks.put(sheets["Companies"], "D3", "Website", "nowhere")
        sheets["Companies"].append(["", "Nord Foods", "Delegation"])

    return read_back.compared(store, workbooks.edited(path, edit))


def lines(dialog: ReadBackDialog) -> list[list[str]]:
    rows = dialog.table.rows
    return [[rows.text(row, column) for column in range(1, rows.columnCount())] for row in range(rows.rowCount())]


def test_every_cell_is_shown_and_taken_or_left(store: Store, found: ReadBack, qtbot: QtBot) -> None:
    dialog = ReadBackDialog(store, found)
    qtbot.addWidget(dialog)
    assert lines(dialog) == [
        ["2", "D1", "City", "", "Laval", "Changed"],
        ["3", "D2", "City", "Lyon", "Laval", "Left: changed here since"],
        ["4", "D3", "Website", "", "nowhere", "This is no web address."],
        ["8", "Nord Foods", "New row", "", "Nord Foods; Delegation", "New"],
    ]
    assert dialog.summary.text() == "1 cell changed, 1 record added"
    dialog.over.setChecked(True)
    assert (dialog.summary.text(), lines(dialog)[1][-1]) == ("2 cells changed, 1 record added", "Changed")
    with qtbot.waitSignal(dialog.imported) as told:
        dialog.accept()
    assert told.args == ["2 cells changed, 1 record added", "companies"]
    assert [store.get(Company, key_of(store, name)).city for name in ("D1", "D2")] == ["Laval", "Laval"]


def test_nothing_is_imported_where_nothing_was_changed(store: Store, found: ReadBack, qtbot: QtBot) -> None:
    dialog = ReadBackDialog(store, replace(found, changes=(), added=(), unknown=("To do",), gone=2))
    qtbot.addWidget(dialog)
    assert not dialog.accept_button.isEnabled()
    assert not dialog.over.isVisibleTo(dialog)
    assert dialog.summary.text().splitlines() == [
        "0 cells changed", "2 rows are of records that are gone.", "Columns not imported: To do",
    ]  # fmt: skip
