"""Errors are shown as a sentence, mistakes of the program as a report."""

import logging
import sys
import threading
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMainWindow, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.errors import UserError
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.problem_dialog import ProblemDialog
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


@pytest.fixture
def problems(monkeypatch: pytest.MonkeyPatch) -> list[ProblemDialog]:
    """The dialogs with reports that would wait for somebody."""
    found: list[ProblemDialog] = []
    monkeypatch.setattr(ProblemDialog, "exec", lambda dialog: found.append(dialog) or 0)
    monkeypatch.setattr(alerts, "_SHOWN", set())
    return found


def test_a_bug_is_logged_and_shown_as_a_report_without_its_words(
    qtbot: QtBot, problems: list[ProblemDialog], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "missionplanner"):
        SHOW_ERROR(None, ValueError("odd"))
    (dialog,) = problems
    text = dialog.report.toPlainText()
    assert ("ValueError" in text, "odd" in text) == (True, False)
    assert [record.message for record in caplog.records] == ["bug\nValueError"]
    caplog.clear()


def test_a_bug_that_comes_again_is_a_quiet_line_with_its_report(
    qtbot: QtBot, problems: list[ProblemDialog], caplog: pytest.LogCaptureFixture
) -> None:
    window = Window()
    qtbot.addWidget(window)
    for error in (ValueError("odd"), ValueError("again"), KeyError("other")):
        SHOW_ERROR(window, error)
    assert window.said == [("The program made the same mistake again.", ["Show the report…"])]
    assert len(problems) == 2
    window.acts[0]()
    assert len(problems) == 3
    caplog.clear()


def test_a_bug_beside_a_report_is_only_logged(
    qtbot: QtBot, problems: list[ProblemDialog], caplog: pytest.LogCaptureFixture
) -> None:
    shown = ProblemDialog("x", "y")
    qtbot.addWidget(shown)
    shown.show()
    SHOW_ERROR(None, ValueError("odd"))
    assert problems == []
    caplog.clear()


def test_the_program_ends_where_that_is_chosen(
    qtbot: QtBot, problems: list[ProblemDialog], caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed: list[bool] = []
    monkeypatch.setattr(QApplication, "closeAllWindows", lambda: closed.append(True))
    monkeypatch.setattr(ProblemDialog, "exec", lambda dialog: dialog.quit.click() or 0)
    SHOW_ERROR(None, ValueError("odd"))
    qtbot.waitUntil(lambda: closed == [True])
    caplog.clear()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_what_nobody_caught_in_a_thread_is_shown_in_the_window(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    shown_errors: list[BaseException],
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    parent = QWidget()
    qtbot.addWidget(parent)
    alerts.catch_threads(parent)
    error, threads = UserError("No."), []
    monkeypatch.setattr(alerts, "show_error", lambda _parent, one: threads.append((one, threading.current_thread())))

    def fail() -> None:
        raise error

    def leave() -> None:
        raise SystemExit

    for act in (fail, leave):
        thread = threading.Thread(target=act)
        thread.start()
        thread.join()
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [(error, threading.main_thread())]
    with caplog.at_level(logging.ERROR, "missionplanner"):
        Ending().__del__  # noqa: B018 (the object is let go of)
    assert [record.message.splitlines()[:2] for record in caplog.records] == [["bug", "ValueError"]]
    caplog.clear()


class Ending:
    """Something that fails when it is let go of."""

    def __del__(self) -> None:
        raise ValueError("odd")


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
        self.acts: list[Callable[[], object]] = []

    def say(self, text: str, acts: Sequence[tuple[str, Callable[[], object]]]) -> None:
        self.said.append((text, [name for name, _act in acts]))
        self.acts = [act for _name, act in acts]


def test_success_is_a_quiet_line_of_the_window_and_a_list_is_a_message(qtbot: QtBot, boxes: list[QMessageBox]) -> None:
    window = Window()
    qtbot.addWidget(window)
    inside = QWidget(window)
    TELL(inside, "a.xlsx was written.", "/home/a.xlsx", [("Open", lambda: None)])
    assert (window.said, boxes) == ([("a.xlsx was written. /home/a.xlsx", ["Open"])], [])
    TELL(inside, "2 copies are left.", "one\ntwo")
    assert len(boxes) == 1
