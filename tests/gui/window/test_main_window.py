"""The frame of the window: what is dropped on it, where it stands, what it shows before it is loaded."""

import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QScreen
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from missionplanner.gui import settings
from missionplanner.gui.widgets.problem_dialog import ProblemDialog
from missionplanner.gui.window import application
from missionplanner.gui.window.main_window import MainWindow
from tests.builders import small_mission

DRAGGED: list[QMimeData] = []
"""Qt does not keep what is dragged."""


def dropped(path: str) -> QDropEvent:
    """A file let go over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path)])
    copy, buttons, modifiers = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    DRAGGED.append(data)
    return QDropEvent(QPointF(5, 5), copy, data, buttons, modifiers)


@pytest.mark.parametrize(("urls", "accepted"), [([QUrl.fromLocalFile("/a.csv")], True), ([], False)])
def test_files_may_be_dropped_and_nothing_else(
    qtbot: QtBot, qapp: QApplication, urls: list[QUrl], accepted: bool
) -> None:
    window, data = MainWindow(), QMimeData()
    qtbot.addWidget(window)
    if urls:
        data.setUrls(urls)
    event = QDragEnterEvent(
        window.rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    window.dragEnterEvent(event)
    assert event.isAccepted() is accepted


def test_a_dropped_file_is_opened_once_the_drag_is_over(open_window: Any, qtbot: QtBot, tmp_path: Path) -> None:
    small_mission(tmp_path / "A.MISSION").close()
    window = open_window(None)
    window.dropEvent(dropped(str(tmp_path / "A.MISSION")))
    assert not window.workspace.is_open
    qtbot.waitUntil(lambda: window.workspace.is_open)
    assert window.workspace.store.path == tmp_path / "A.MISSION"


def test_several_files_and_pages_of_the_web_are_refused_once_the_drag_is_over(
    open_window: Any, qtbot: QtBot, shown_errors: list[BaseException]
) -> None:
    window = open_window(None)
    event = dropped("/tmp/a.csv")
    DRAGGED[-1].setUrls([QUrl.fromLocalFile("/tmp/a.csv"), QUrl.fromLocalFile("/tmp/b.csv")])
    window.dropEvent(event)
    event = dropped("/tmp/a.csv")
    DRAGGED[-1].setUrls([QUrl("https://example.org/a.csv")])
    window.dropEvent(event)
    assert shown_errors == []
    qtbot.waitUntil(lambda: len(shown_errors) == 2)
    assert [str(error).partition(".")[0] for error in shown_errors] == [
        "2 files were dropped at once", "This is neither a mission nor a spreadsheet (csv, xlsx, xlsm, ods)",
    ]  # fmt: skip


def test_a_file_opened_outside_comes_into_the_window_that_runs(
    open_window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_mission(tmp_path / "a.mission").close()
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "old")
    window = open_window(None)
    window.showMinimized()
    window.take(str(tmp_path / "a.mission"), "new")
    assert (window.workspace.store.path, window.isMinimized()) == (tmp_path / "a.mission", False)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "new"
    window.take("", "")
    assert (window.workspace.store.path, os.environ["XDG_ACTIVATION_TOKEN"]) == (tmp_path / "a.mission", "new")


def test_a_file_opened_outside_waits_for_the_dialog_that_is_open(
    open_window: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    small_mission(tmp_path / "a.mission").close()
    window = open_window(None)
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    window.take(str(tmp_path / "a.mission"), "")
    assert (window.workspace.is_open, window.status.text.text()) == (
        False, "a.mission is opened when the dialog is closed.",
    )  # fmt: skip
    dialog.reject()
    qtbot.waitUntil(lambda: window.workspace.is_open)


def test_a_file_opened_outside_before_the_window_is_loaded_is_the_one_it_shows(
    qtbot: QtBot, qapp: QApplication
) -> None:
    window = MainWindow(Path("/tmp/last.mission"))
    qtbot.addWidget(window)
    window.take("", "")
    assert window._path == Path("/tmp/last.mission")
    window.take("/tmp/a.mission", "")
    assert window._path == Path("/tmp/a.mission")


def test_after_a_crash_its_report_is_offered(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(ProblemDialog, "exec", lambda dialog: shown.append(dialog.report.toPlainText()) or 0)
    window = application.make(qapp)
    window.crash = ["Fatal Python error: Aborted"]
    window.show()
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
    assert "What went wrong\n---------------\nFatal Python error: Aborted\n" in shown[0]
    window.close()
    window.deleteLater()


def test_a_file_dropped_before_the_window_is_loaded_is_left(qtbot: QtBot, qapp: QApplication) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.dropEvent(dropped("/tmp/a.mission"))
    assert not window.is_loaded


def test_before_it_is_loaded_it_is_a_frame_with_titles(qtbot: QtBot, qapp: QApplication) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    titles = [action.text() for action in window.menuBar().actions()]
    assert (window.windowTitle(), len(titles)) == ("Trade Mission Planner", 5)
    assert (window.navigation.isHidden(), window.banner.isHidden()) == (True, True)
    window.close()


def test_the_place_of_the_window_is_kept(open_window: Any, qtbot: QtBot, qapp: QApplication) -> None:
    window = open_window(None)
    window.resize(796, 610)
    window.close()
    assert isinstance(settings.read("geometry"), QByteArray)
    again = MainWindow()
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (796, 610)


def test_a_mission_for_reading_only_says_why(open_window: Any, small_file: Path, tmp_path: Path) -> None:
    window = open_window(None)
    window.session.opened.emit("Mission", "It is open for reading only.")
    assert (window.windowTitle(), window.banner.text()) == (
        "Mission – Trade Mission Planner",
        "It is open for reading only.",
    )
    assert not window.banner.isHidden()


@pytest.mark.parametrize(
    ("screen", "size"), [((1280, 680), (1272, 640)), ((853, 480), (845, 440)), ((1920, 1080), (1280, 800))]
)
def test_the_window_opens_inside_its_screen(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, screen: tuple[int, int], size: tuple[int, int]
) -> None:
    monkeypatch.setattr(QScreen, "availableGeometry", lambda _screen: QRect(0, 0, *screen))
    window = MainWindow()
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == size
    assert (window.minimumWidth(), window.minimumHeight()) == (840, 430)
