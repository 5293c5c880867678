"""Labels, signs, cards and search lines as every screen shows them."""

import re

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout

from missionplanner.gui.widgets.icons import icon, program_icon
from missionplanner.gui.widgets.plain_text import Label, literal
from missionplanner.i18n import _


def quiet_label(text: str = "") -> QLabel:
    """A line in the quiet colour."""
    found = Label(text)
    found.setObjectName("quiet")
    found.setWordWrap(True)
    return found


class CountLabel(Label):
    """A line with numbers that change while it is shown: as wide as the widest, so that nothing beside it moves."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("quiet")
        self._widest = ""

    def say(self, text: str, widest: str) -> None:
        """Show a text, with room for another of the same words."""
        self._widest = _DIGIT.sub(self._widest_digit(), widest)
        self.setText(text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the widest text, or of the one that is shown."""
        found = super().sizeHint()
        # Measured as the label measures itself: the advances of a text are rounded otherwise, which is a pixel.
        spare = self._room(self._widest) - self._room(self.text())
        return QSize(found.width() + max(spare, 0), found.height())

    def minimumSizeHint(self) -> QSize:
        """Return the same: it is never cut."""
        return self.sizeHint()

    def _room(self, text: str) -> int:
        return self.fontMetrics().size(0, text).width()

    def _widest_digit(self) -> str:
        return max("0123456789", key=self.fontMetrics().horizontalAdvance)


_DIGIT = re.compile(r"\d")


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


def as_search(line: QLineEdit, name: str, short: str = "") -> None:
    """Make a line one to search with: its name in it, for screen readers too, and a sign before it.

    short: stands in it where it is too narrow for its name.
    """
    line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
    line.setAccessibleName(name)
    set_placeholder(line, name, short or _("Search"))


def set_placeholder(line: QLineEdit, text: str, short: str) -> None:
    """Have a text stand in a line while it is empty, a short one where it is too narrow; the mouse tells all of it."""
    line.setPlaceholderText(text)
    line.installEventFilter(_Placeholder(line, text, short))


class _Placeholder(QObject):
    """Puts the placeholder into a line that fits its width."""

    def __init__(self, line: QLineEdit, text: str, short: str) -> None:
        super().__init__(line)
        self._line, self._text, self._short = line, text, short

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose anew whenever the line is as wide as it was not before."""
        if watched is self._line and event.type() == QEvent.Type.Resize:
            signs = sum(_SIGN for action in self._line.actions() if not action.icon().isNull())
            room = self._line.contentsRect().width() - signs - _PADDING
            fits = self._line.fontMetrics().horizontalAdvance(self._text) <= room
            self._line.setPlaceholderText(self._text if fits else self._short)
            if self._line.toolTip() in ("", literal(self._text)):  # one of its own says more
                self._line.setToolTip("" if fits else literal(self._text))
        return super().eventFilter(watched, event)


_SIGN, _PADDING = 30, 8
"""Pixels a sign in a line takes, and those around its text."""
