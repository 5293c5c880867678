"""Qt’s own texts follow the language of the screen."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from missionplanner import i18n
from missionplanner.gui.widgets import qt_texts


def test_qt_speaks_the_language_of_the_screen(qapp: QApplication) -> None:
    said = {}
    for language in ("fr", "es", "en"):
        i18n.use(language)
        qt_texts.speak(qapp)
        said[language] = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert said == {"fr": "Annuler", "es": "Cancelar", "en": "Cancel"}
