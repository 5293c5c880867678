"""Starts the window: language, theme, first picture, and only then what is heavy."""

import locale
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.widgets import alerts, qt_texts, theme
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.i18n import LANGUAGES


class _FirstPicture(QObject):
    """Loads the rest once the window has been painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first paint starts the loading."""
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._load)
        return super().eventFilter(watched, event)

    def _load(self) -> None:
        from missionplanner.gui.widgets.icons import program_icon  # slow import

        QApplication.setWindowIcon(program_icon())
        self._window.load()


def make(application: QApplication, path: Path | None = None) -> MainWindow:
    """The window in the language and theme of this computer's settings; it loads itself once painted."""
    i18n.use(settings.read("language") or _system_language())
    qt_texts.speak(application)
    theme.apply(application, settings.read("theme"))
    window = MainWindow(path)
    _FirstPicture(window)
    alerts.catch_everything(window)
    return window


def start(path: Path | None) -> int:
    """Open the window and run until it is closed; returns the exit code."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("missionplanner")
    application.setDesktopFileName("missionplanner")
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, sys.platform == "darwin")
    window = make(application, path or _last_file())
    window.show()
    return application.exec()


def _last_file() -> Path | None:
    return next(iter(settings.recent_files()), None)


def _system_language() -> str:
    code = (locale.getlocale()[0] or "en")[:2].lower()
    return code if code in LANGUAGES else "en"
