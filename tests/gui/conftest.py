"""A window on a copy of the example, driven without a screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from missionplanner.gui import settings
from missionplanner.gui.widgets import alerts
from missionplanner.gui.window import application
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.store.store import Store

Opener = Callable[[Path | None], MainWindow]


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
