"""Qt's own texts (OK, Cancel, the file dialogs) in the language of the screen."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from missionplanner.i18n import LOCALES, N_, _, current

_NAME = "qt texts"
_LEFT = frozenset({
    N_("&Billing information:"), N_("&End:"), N_("&Look in:"), N_("&Start:"), N_("Advanced"),
    N_("Advanced Option Conflicts"), N_("An error occurred"), N_("Automatic"), N_("Critical Error:"), N_("Custom"),
    N_("Double Sided Printing"), N_("Duplex Settings Conflicts"), N_("Files of &type:"), N_("Folder"),
    N_("Information:"),
    N_("Invalid Pages Definition"), N_("Job &priority:"), N_("Long side binding"), N_("None"), N_("Off"),
    N_("Page &Set:"), N_("Page &order:"), N_("Page Setup Conflicts"), N_("Pages"), N_("Pages &per sheet:"),
    N_("Scheduled &printing:"), N_("Short side binding"),
    N_("Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. "
       "E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9."),
    N_("%1 does not follow the correct syntax. Please use ',' to separate ranges and pages, '-' to define ranges and "
       "make sure ranges do not intersect with each other."),
    N_("There are conflicts in duplex settings. Do you want to fix them?"),
    N_("There are conflicts in page setup options. Do you want to fix them?"),
    N_("There are conflicts in some advanced options. Do you want to fix them?"),
    N_("There are conflicts in some options. Please fix them."),
})  # fmt: skip
"""Texts of its dialogs that Qt's own catalogues leave in English in French, in Spanish, or in both."""


class _Left(QTranslator):
    """Says what Qt's own catalogue, which is asked after it, has no words for."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the text in the language of the screen; None for one it does not know."""
        return _(text) if context in _CONTEXTS and text in _LEFT else None

    def isEmpty(self) -> bool:
        """Return that it knows texts, or Qt would not ask it."""
        return False


_CONTEXTS = frozenset({
    "QPrintDialog", "QPrintSettingsOutput", "QPrintPropertiesWidget", "QPrintPropertiesDialog", "QPageSetupWidget",
    "QCupsJobWidget", "QFileDialog", "QErrorMessage", "QAbstractFileIconProvider",
})  # fmt: skip
"""The dialogs whose texts these are."""


def speak(application: QApplication) -> None:
    """Have Qt speak and write the language of the screen; English is what it speaks by itself."""
    QLocale.setDefault(QLocale(LOCALES[current().language]))
    # Qt adds it to the titles of windows that do not end with it.
    application.setApplicationDisplayName(_("Trade Mission Planner"))
    for before in application.findChildren(QTranslator):
        if before.objectName() == _NAME:
            application.removeTranslator(before)
            before.setObjectName("")
            before.deleteLater()
    if current().language == "en":
        return
    own = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    own.load(f"qtbase_{current().language}", folder)
    for translator in (own, _Left(application)):  # the last one is asked first
        translator.setObjectName(_NAME)
        application.installTranslator(translator)
