"""What to replace, one value for many, and the columns shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.gui.companies.columns import CompanyColumns
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.table import Column
from missionplanner.gui.widgets.table_dialogs import ColumnsDialog, Replacement, ask_column_value, ask_replacement
from missionplanner.store.store import Store


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def columns(store: Store) -> list[Column]:
    return CompanyColumns(store).all()


def test_what_to_replace_is_asked_for(
    parent: QWidget, columns: list[Column], fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(find="a", new="b")
    assert ask_replacement(columns, "city", parent) == Replacement("a", "b", "city")


def test_statuses_are_not_replaced(parent: QWidget, columns: list[Column], monkeypatch: pytest.MonkeyPatch) -> None:
    offered: list[str] = []
    monkeypatch.setattr(
        RecordDialog,
        "exec",
        lambda self: offered.extend(key for key, _label in self.form.fields[2].choices) or 0,
    )
    assert ask_replacement(columns, "", parent) is None
    assert offered[:3] == ["", "name", "side"]
    assert "status" not in offered


def test_one_value_for_a_column_is_asked_for(
    parent: QWidget, columns: list[Column], fill_dialogs: Callable[..., None]
) -> None:
    fill_dialogs(column="city", value="Laval")
    assert ask_column_value(columns, "name", "Change 3", parent) == ("city", "Laval")


def test_nothing_is_returned_when_it_is_cancelled(
    parent: QWidget, columns: list[Column], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    assert ask_column_value(columns, "city", "Change 3", parent) is None


def test_columns_are_ticked(parent: QWidget) -> None:
    dialog = ColumnsDialog([("name", "Company"), ("city", "City"), ("side", "Side")], ["name", "side"], parent)
    assert dialog.chosen == ["name", "side"]
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    assert dialog.chosen == ["city", "side"]
