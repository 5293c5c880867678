"""Labels, signs, cards and search lines as every screen shows them."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from missionplanner.gui.widgets.icons import icon, program_icon
from missionplanner.gui.widgets.plain_text import Label


def quiet_label(text: str = "") -> QLabel:
    """A line in the quiet colour."""
    found = Label(text)
    found.setObjectName("quiet")
    found.setWordWrap(True)
    return found


def heading_label(text: str) -> QLabel:
    """A small heading."""
    found = Label(text)
    found.setObjectName("heading")
    return found


def program_sign(size: int) -> QLabel:
    """The icon of the program beside its name, in this many pixels."""
    found = Label()
    found.setPixmap(program_icon().pixmap(QSize(size, size), found.devicePixelRatio()))
    found.setFixedSize(size, size)
    return found


def card() -> tuple[QFrame, QVBoxLayout]:
    """A framed area with its layout."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 12, 16, 14)
    return frame, layout


def as_search(line: QLineEdit, name: str) -> None:
    """Make a line one to search with: its name in it, for screen readers too, and a sign before it."""
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
