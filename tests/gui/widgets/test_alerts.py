"""Errors are shown as a sentence, mistakes of the program as a report."""

import logging
import sys
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.errors import UserError
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.table import DataTable

SHOW_ERROR, TELL, REPORT = alerts.show_error, alerts.tell, alerts.report


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox]:
    """The boxes that would wait for somebody."""
    found: list[QMessageBox] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: found.append(box) or 0)
    return found


def test_a_user_error_is_its_sentence_and_hint(qtbot: QtBot, boxes: list[QMessageBox]) -> None:
    SHOW_ERROR(None, UserError("No <b>file</b>.", "Choose one."))
    (box,) = boxes
    assert (box.icon(), box.text(), box.informativeText(), box.detailedText()) == (
        QMessageBox.Icon.Warning,
        "No <b>file</b>.",
        "Choose one.",
        "",
    )


def test_a_message_has_its_particulars_below(qtbot: QtBot, boxes: list[QMessageBox]) -> None:
    TELL(None, "Exported.", "a.xlsx")
    (box,) = boxes
    assert (box.icon(), box.text(), box.informativeText()) == (QMessageBox.Icon.Information, "Exported.", "a.xlsx")


def test_what_can_be_done_next_is_done_by_its_button(
    qtbot: QtBot, boxes: list[QMessageBox], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    acts = [(name, lambda name=name: done.append(name)) for name in ("Open", "Show in folder")]
    for wanted in ("Show in folder", "Close"):
        monkeypatch.setattr(
            QMessageBox,
            "clickedButton",
            lambda box, wanted=wanted: next(one for one in box.buttons() if one.text().replace("&", "") == wanted),
        )
        TELL(None, "Written.", "", acts)
    assert done == ["Show in folder"]
    assert boxes[0].defaultButton().text().replace("&", "") == "Close"


def test_a_bug_is_reported_logged_and_copied(
    qtbot: QtBot, boxes: list[QMessageBox], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(
        QMessageBox, "clickedButton", lambda box: next(one for one in box.buttons() if one.text() == "Copy the report")
    )
    with caplog.at_level(logging.ERROR, "missionplanner"):
        SHOW_ERROR(None, ValueError("odd"))
    (box,) = boxes
    assert (box.icon(), box.text()) == (QMessageBox.Icon.Critical, "The program made a mistake.")
    assert box.detailedText() == QGuiApplication.clipboard().text() == "ValueError: odd\n"
    assert [record.message.splitlines()[0] for record in caplog.records] == ["bug"]
    caplog.clear()


def test_a_report_lists_what_was_not_done(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, list[str], list[str]]] = []

    def look(dialog: QDialog) -> int:
        label, table = dialog.findChild(QLabel), dialog.findChild(DataTable)
        assert label is not None
        assert table is not None
        rows = table.rows
        cells = [rows.text(row, column) for row in range(rows.rowCount()) for column in range(rows.columnCount())]
        shown.append((label.text(), [column.heading for column in rows.columns], cells))
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    REPORT(None, "1 company was not changed.", ["Company", "Reason"], [("D1", "Held")])
    assert shown == [("1 company was not changed.", ["Company", "Reason"], ["D1", "Held"])]


def test_whatever_no_slot_caught_is_shown(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shown_errors: list[BaseException]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    parent = QWidget()
    qtbot.addWidget(parent)
    alerts.catch_everything(parent)
    error = UserError("No.")
    sys.excepthook(UserError, error, None)
    assert shown_errors == [error]


def test_an_act_that_is_refused_is_shown_and_says_so(shown_errors: list[BaseException]) -> None:
    def refuse() -> None:
        raise UserError("Not now.")

    done: list[str] = []
    assert alerts.attempt(None, lambda: done.append("done"))
    assert not alerts.attempt(None, refuse)
    assert (done, [str(error) for error in shown_errors]) == (["done"], ["Not now."])


def test_a_bug_in_an_act_is_left_to_whoever_catches_everything() -> None:
    def fail() -> None:
        raise ValueError("odd")

    with pytest.raises(ValueError, match="odd"):
        alerts.attempt(None, fail)


class Window(QMainWindow):
    """A window with a quiet line."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[tuple[str, list[str]]] = []

    def say(self, text: str, acts: Sequence[tuple[str, Callable[[], object]]]) -> None:
        self.said.append((text, [name for name, _act in acts]))


def test_success_is_a_quiet_line_of_the_window_and_a_list_is_a_message(qtbot: QtBot, boxes: list[QMessageBox]) -> None:
    window = Window()
    qtbot.addWidget(window)
    inside = QWidget(window)
    TELL(inside, "a.xlsx was written.", "/home/a.xlsx", [("Open", lambda: None)])
    assert (window.said, boxes) == ([("a.xlsx was written. /home/a.xlsx", ["Open"])], [])
    TELL(inside, "2 copies are left.", "one\ntwo")
    assert len(boxes) == 1
