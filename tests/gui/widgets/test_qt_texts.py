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


def test_texts_that_qt_leaves_in_english_are_translated_too(qapp: QApplication) -> None:
    left = {
        "QPrintSettingsOutput": ("Page &Set:", "Double Sided Printing"),
        "QPageSetupWidget": ("Page &order:", "Pages &per sheet:"),
        "QAbstractFileIconProvider": ("Folder",),
        "QFileDialog": ("&Look in:", "Files of &type:"),
    }
    for language in ("fr", "es"):
        i18n.use(language)
        qt_texts.speak(qapp)
        said = [(text, QCoreApplication.translate(context, text)) for context, texts in left.items() for text in texts]
        assert [text for text, words in said if text == words or not words] == []
        assert QCoreApplication.translate("QFileDialog", "Northwind") == "Northwind"
    i18n.use("en")
    qt_texts.speak(qapp)
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == "&Look in:"
