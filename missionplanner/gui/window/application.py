"""Starts the window: language, theme, first picture, and only then what is heavy."""

import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.widgets import alerts, qt_texts, theme
from missionplanner.gui.widgets.file_dialogs import FileDialogs
from missionplanner.gui.window.crash_watch import CrashWatch
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.opened_files import OpenedFiles
from missionplanner.gui.window.single_window import SingleWindow
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


def start(path: Path | None, beside: bool = False) -> int:
    """Open the window and run until it is closed; returns the exit code.

    beside: a window of its own; else one that runs opens the file.
    """
    _be_known_to_windows()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setApplicationName("missionplanner")
    application.setDesktopFileName("missionplanner")
    FileDialogs(application)
    application.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus, sys.platform == "darwin")
    place, watch = SingleWindow(), CrashWatch()
    if not beside and not place.take() and place.hand_over(path):
        return 0
    crash = watch.begin()
    # After a crash the last mission is not opened unasked: it may be what the program died of.
    window = make(application, path or (None if crash else _last_file()))
    window.crash = crash
    for asking in (place, OpenedFiles(application, window)):
        asking.asked.connect(window.take)
    alerts.catch_threads(window)
    window.show()
    try:
        return application.exec()
    finally:
        watch.end()
        place.leave()


def _be_known_to_windows() -> None:
    """Have a place of its own in the taskbar, with its own icon; it would be that of Python."""
    if sys.platform == "win32":
        import ctypes  # slow import

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID("missionplanner")


def _last_file() -> Path | None:
    return next(iter(settings.recent_files()), None)


def _system_language() -> str:
    """Return the first of our languages among those this person reads, as the system knows them; else English."""
    codes = (name[:2].lower() for name in QLocale.system().uiLanguages())
    return next((code for code in codes if code in LANGUAGES), "en")
