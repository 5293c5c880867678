"""The check of a file in the window: a list of what is unsound, and a repaired copy."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.safety.file_check import FileCheckDialog
from missionplanner.gui.widgets.table import DataTable
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.safety import file_check
from missionplanner.store.upkeep import passwords

PASSWORD = "five words for a test"


def cells(table: DataTable) -> list[list[str]]:
    """The texts of all cells of a table."""
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.fixture
def damaged(path: Path) -> Path:
    """The mission with a value no field takes, and a person of nobody."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("UPDATE companies SET employees = -1 WHERE name = 'D1'")
        raw.execute("UPDATE people SET company_id = 99 WHERE family_name = 'D2'")
    return path


@pytest.fixture
def target(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a copy is saved when somebody is asked."""
    found = path.with_name("saved.mission")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_more: (str(found), ""))
    return found


def test_the_dialog_lists_what_is_unsound_and_saves_a_copy(
    damaged: Path, target: Path, told: list[str], qtbot: QtBot
) -> None:
    dialog = FileCheckDialog(damaged, file_check.check(damaged))
    qtbot.addWidget(dialog)
    assert cells(dialog.table) == [
        ["Company “D1”", "Employees", "-1", "This is no number from 0 to 10,000,000."],
        ["Person “Given D2”", "Company", "", "The record it belongs to is not in the file: Company."],
    ]
    dialog.save_button.click()
    assert (dialog.saved, dialog.result()) == (target, int(QDialog.DialogCode.Accepted))
    assert told[0].startswith(
        "This could be kept: 6 companies, 6 delegates, 0 requests, 0 meetings; 2 values were corrected,"
    )


def test_a_copy_nobody_names_is_not_saved(damaged: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words, **_more: ("", ""))
    dialog = FileCheckDialog(damaged, file_check.check(damaged))
    qtbot.addWidget(dialog)
    dialog.save_button.click()
    assert dialog.saved is None


def test_the_command_checks_a_file_and_opens_its_copy(
    window: MainWindow, damaged: Path, target: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words, **_more: (str(damaged), ""))
    monkeypatch.setattr(FileCheckDialog, "exec", lambda dialog: dialog.save_copy())
    window.do("check_file")
    assert window.workspace.store.path == target
    assert len(window.workspace.store.all(Company)) == 6


def test_a_sound_file_is_said_to_be_sound(window: MainWindow, path: Path, told: list[str]) -> None:
    window.session.commands.opening.check_path(path)
    assert told == ["m.mission is sound."]


def test_the_password_of_a_file_is_asked_for(
    window: MainWindow, path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords.set_password(path, "", PASSWORD)
    typed = iter(["wrong", PASSWORD])
    monkeypatch.setattr("missionplanner.gui.safety.passwords.ask", lambda *_words: next(typed, ""))
    window.session.commands.opening.check_path(path)
    assert told == ["m.mission is sound."]


def test_what_is_wrong_is_shown_where_a_damaged_file_is_reported(
    window: MainWindow, damaged: Path, target: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def press(box: QMessageBox) -> int:
        assert box.text() == ("m.mission is damaged. Company “D1”: This is no number from 0 to 10,000,000. (-1)")
        next(button for button in box.buttons() if button.text() == "Show what is wrong…").click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    monkeypatch.setattr(FileCheckDialog, "exec", lambda dialog: dialog.save_copy())
    window.session.open_file(damaged)
    assert window.workspace.store.path == target
