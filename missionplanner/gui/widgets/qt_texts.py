"""Qt's own texts (OK, Cancel, the file dialogs) in the language of the screen."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from missionplanner.i18n import LOCALES, _, current

_NAME = "qt texts"


def speak(application: QApplication) -> None:
    """Have Qt speak and write the language of the screen; English is what it speaks by itself."""
    QLocale.setDefault(QLocale(LOCALES[current().language]))
    # Qt adds it to the titles of windows that do not end with it.
    application.setApplicationDisplayName(_("Trade Mission Planner"))
    before = application.findChild(QTranslator, _NAME)
    if before is not None:
        application.removeTranslator(before)
        before.setObjectName("")
        before.deleteLater()
    translator = QTranslator(application)
    translator.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{current().language}", folder):
        application.installTranslator(translator)
