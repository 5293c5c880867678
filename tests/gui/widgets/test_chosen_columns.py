"""The columns of a table: chosen and remembered."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.gui.companies.company_table import CompanyTable
from missionplanner.gui.widgets.table_dialogs import ColumnsDialog
from missionplanner.store.store import Store


@pytest.fixture
def table(qtbot: QtBot, store: Store) -> CompanyTable:
    found = CompanyTable(store)
    qtbot.addWidget(found)
    return found


def test_columns_are_chosen_and_remembered(
    table: CompanyTable, qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        ColumnsDialog, "exec", lambda self: self.list.item(5).setCheckState(Qt.CheckState.Unchecked) or 1
    )
    was_hidden = table.isColumnHidden(5)
    table.choose_columns()
    again = CompanyTable(store)
    qtbot.addWidget(again)
    assert (was_hidden, table.isColumnHidden(5), again.isColumnHidden(5)) == (False, True, True)


def test_columns_stay_when_the_choice_is_cancelled_or_empty(
    table: CompanyTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = [table.isColumnHidden(place) for place in range(table.rows.columnCount())]

    def untick(dialog: ColumnsDialog) -> int:
        for row in range(dialog.list.count()):
            dialog.list.item(row).setCheckState(Qt.CheckState.Unchecked)
        return 1

    for answer in (lambda _dialog: 0, untick):
        monkeypatch.setattr(ColumnsDialog, "exec", answer)
        table.choose_columns()
        assert [table.isColumnHidden(place) for place in range(len(shown))] == shown
