"""A window on a copy of the example, driven without a screen."""

import gc
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from missionplanner.gui import settings
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.window import application
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store
from tests.builders import small_mission

ScreenShower = Callable[[type[Screen]], Any]
"""What the fixture `show_screen` is."""
Opener = Callable[[Path | None], MainWindow]
Answers = Callable[..., None]
"""What the fixture `fill_dialogs` is."""


@pytest.fixture(autouse=True)
def _no_window_left(qapp: QApplication) -> Iterator[None]:
    """Windows that a test made are gone after it: Qt dresses every one that is left, in each theme of each later test."""
    before = set(qapp.topLevelWidgets())
    yield
    for widget in qapp.topLevelWidgets():
        if widget not in before and widget.parent() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture(autouse=True)
def _own_settings() -> None:
    """The settings of this computer as they are at first: Qt asks once where they lie, so tests share the file."""
    QSettings("missionplanner", "missionplanner").clear()


@pytest.fixture(autouse=True)
def shown_errors(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[BaseException]]:
    """Errors and messages that would be shown are collected; an unexpected bug fails the test."""
    shown: list[BaseException] = []
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: shown.append(error))
    monkeypatch.setattr(alerts, "tell", lambda *_words: None)
    monkeypatch.setattr(alerts, "report", lambda *_words: None)
    monkeypatch.setattr(QDialog, "exec", _refuse)
    yield shown
    bugs = [error for error in shown if type(error).__name__ != "UserError"]
    assert not bugs, bugs


def _refuse(dialog: QDialog) -> int:
    raise AssertionError(f"{type(dialog).__name__} would wait for somebody for ever")


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Opener]:
    """Opens the window on a file, loaded and shown."""
    settings.write("recent", [])
    settings.write("language", "en")
    settings.write("theme", "light")
    opened: list[MainWindow] = []

    def opener(path: Path | None = None) -> MainWindow:
        window = application.make(qapp, path)
        window.show()
        qtbot.waitUntil(lambda: window.is_loaded, timeout=10_000)
        opened.append(window)
        return window

    yield opener
    for window in opened:
        window.close()
        window.deleteLater()
    qtbot.wait(20)


@pytest.fixture
def window(open_window: Opener, example: Store) -> MainWindow:
    """The window on the example mission."""
    path = example.path
    example.close()
    return open_window(path)


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small mission: companies D1 to D3 and C1 to C3, four slots, two tables, nobody meets."""
    path = tmp_path_factory.mktemp("small") / "small.mission"
    small_mission(path).close()
    return path


@pytest.fixture
def workspace(qapp: QApplication, small_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """An own copy of the small mission, open without a window."""
    path = tmp_path / "small.mission"
    path.write_bytes(small_file.read_bytes())
    found = Workspace()
    found.open(path)
    yield found
    found.close()


@pytest.fixture
def read_only_workspace(workspace: Workspace) -> Workspace:
    """The same file open for reading only."""
    workspace.take(Store.open(workspace.store.path, read_only=True))
    return workspace


@pytest.fixture
def store(workspace: Workspace) -> Store:
    """The store of `workspace`."""
    return workspace.store


@pytest.fixture
def runner(workspace: Workspace, shown_errors: list[BaseException]) -> Iterator[Runner]:
    """Runs jobs on `workspace`; what fails is collected with the other errors."""
    found = Runner(workspace)
    found.failed.connect(shown_errors.append)
    gc.disable()  # as the window does: widgets may not be collected in the thread of a job
    yield found
    found.wait()
    gc.enable()


@pytest.fixture
def show_screen(workspace: Workspace, runner: Runner) -> Iterator[ScreenShower]:
    """Shows a screen without its window: it is refreshed now and after every change, as the window does it."""
    shown: list[Screen] = []

    def show(kind: type[Screen]) -> Screen:
        screen = kind(workspace, runner)
        workspace.changed.connect(lambda _tables: screen.refresh())
        screen.refresh()
        shown.append(screen)
        return screen

    yield show
    for screen in shown:
        screen.settle()
        runner.wait()
        delete(screen)  # its timers go with it, before the file is closed


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Texts and details of the messages that would be shown."""
    found: list[tuple[str, str]] = []
    monkeypatch.setattr(alerts, "tell", lambda _parent, text, details="", *_acts: found.append((text, details)))
    return found


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Texts and rows of the reports that would be shown of what was not done."""
    found: list[tuple[str, list[tuple[str, ...]]]] = []

    def report(_parent: object, text: str, _headings: object, rows: Iterable[Iterable[str]]) -> None:
        found.append((text, [tuple(row) for row in rows]))

    monkeypatch.setattr(alerts, "report", report)
    return found


@pytest.fixture
def fill_dialogs(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Has dialogs with a form accepted with these values from now on."""

    def fill(**values: object) -> None:
        def accept(dialog: RecordDialog) -> int:
            dialog.form.set_values({**dialog.form.values(), **values})
            return 1

        monkeypatch.setattr(RecordDialog, "exec", accept)

    return fill


@pytest.fixture
def cancel_dialogs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has dialogs with a form cancelled from now on."""
    monkeypatch.setattr(RecordDialog, "exec", lambda _dialog: 0)


@pytest.fixture(autouse=True)
def _no_keys_held(qapp: QApplication) -> Iterator[None]:
    """Ctrl or Shift of a key that was clicked last is not held in the next test, where it would change a selection."""
    yield
    QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)
