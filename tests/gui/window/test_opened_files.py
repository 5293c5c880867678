"""A file the system asks a program that runs to open, as macOS does."""

from PySide6.QtCore import QEvent, QObject, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from missionplanner.gui.window.opened_files import OpenedFiles


def test_file_the_system_opens_is_asked_for(qapp: QApplication) -> None:
    application = QObject()
    asked: list[tuple[str, str]] = []
    listening = OpenedFiles(application, parent := QObject())
    listening.asked.connect(lambda *words: asked.append(words))
    for event in (
        QFileOpenEvent(QUrl.fromLocalFile("/home/a b.mission")),
        QFileOpenEvent(QUrl("https://example.org/a.mission")),
        QEvent(QEvent.Type.User),
    ):
        QApplication.sendEvent(application, event)
    assert asked == [("/home/a b.mission", "")]
    delete(parent)
    QApplication.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile("/home/b.mission")))
    assert len(asked) == 1
