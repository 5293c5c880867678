"""The start of the window: what is heavy waits for the first picture."""

import faulthandler
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.widgets import theme
from missionplanner.gui.window import application
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.paths import data_folder

_AT_FIRST_PAINT = """
import json, os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from missionplanner.gui.window import application
class Watch(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print(json.dumps(sorted(sys.modules)), flush=True)
            os._exit(0)
        return False
app = QApplication([])
window = application.make(app)
watch = Watch()
window.installEventFilter(watch)
window.show()
app.exec()
"""
HEAVY = (
    "pandas",
    "numpy",
    "sqlite_utils",
    "sqlite3",
    "missionplanner.store",
    "missionplanner.jobs",
    "ortools",
    "reportlab",
)


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What a start takes over of Python is given back."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    yield
    faulthandler.enable(sys.__stderr__ or 2)


def test_last_mission_is_opened_but_not_after_a_crash(
    qapp: QApplication, as_before: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("last", "asked"):
        (tmp_path / f"{name}.mission").touch()
    settings.remember_file(tmp_path / "last.mission")
    crash = data_folder() / "crash.txt"
    seen: list[tuple[str, list[str]]] = []

    def look(_application: QApplication) -> int:
        (window,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]
        seen.append((window._path.stem if window._path else "", window.crash))
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(f"{tmp_path}/later.mission")))
        seen.append((window._path.stem if window._path else "", []))
        delete(window)
        return 7

    monkeypatch.setattr(QApplication, "exec", look)
    crash.write_text("Fatal Python error: Aborted\n", encoding="utf-8")
    assert application.start(None) == 7
    assert application.start(None) == 7
    crash.write_text("Fatal Python error: Aborted\n", encoding="utf-8")
    assert application.start(tmp_path / "asked.mission") == 7
    crash.write_text("Fatal Python error: Aborted\n", encoding="utf-8")
    assert application.start(tmp_path / "asked.mission", beside=True) == 7
    assert seen == [
        ("", ["Fatal Python error: Aborted"]), ("later", []),
        ("last", []), ("later", []),
        ("asked", ["Fatal Python error: Aborted"]), ("later", []),
        ("asked", ["Fatal Python error: Aborted"]), ("later", []),
    ]  # fmt: skip
    assert [path.name for path in data_folder().iterdir() if path.name.startswith(("crash", "window"))] == []


def test_nothing_heavy_is_loaded_before_the_first_picture(tmp_path: Path) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-c", _AT_FIRST_PAINT]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment, timeout=60)
    loaded = [name for name in json.loads(done.stdout) if name.startswith(HEAVY)]
    assert loaded == []


@pytest.mark.parametrize(
    ("chosen", "system", "language"),
    [
        ("fr", ["es-MX", "es"], "fr"),
        ("", ["es-Latn-MX", "es-MX", "es"], "es"),
        ("", ["de-DE", "de", "fr-CH"], "fr"),
        ("", ["de-DE", "de"], "en"),
        ("", ["C"], "en"),
        ("", [], "en"),
    ],
)
def test_window_speaks_the_language_chosen_or_the_first_of_the_system_it_knows(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, chosen: str, system: list[str], language: str
) -> None:
    settings.write("language", chosen)
    settings.write("theme", "dark")
    monkeypatch.setattr(QLocale, "uiLanguages", lambda *_words: system)
    window = application.make(qapp)
    assert (i18n.current().language, theme.colours()) == (language, theme.DARK)
    window.deleteLater()
    settings.write("theme", "light")
    theme.apply(qapp, "light")
