"""The start of the window: what is heavy waits for the first picture."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.widgets import theme
from missionplanner.gui.window import application

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
