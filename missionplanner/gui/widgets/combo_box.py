"""Lists to choose from: the wheel of the mouse leaves them alone, and names are typed whole, with their blanks."""

from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from missionplanner.domain.spelling import fold

_PAUSE = 1.5
"""Seconds after which a letter begins another word."""
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier)


class ComboBox(QComboBox):
    """A list that is opened to choose from; the wheel scrolls what it stands in."""

    _typed, _typed_at = "", 0.0

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the choice whose text, or one of whose words, begins as is typed; a blank alone opens the list."""
        text, is_going_on = event.text(), monotonic() - self._typed_at < _PAUSE and bool(self._typed)
        is_text = text.isprintable() and bool(text.strip() or (text and is_going_on))
        if self.isEditable() or not is_text or event.modifiers() not in _PLAIN:
            self._typed = ""
            super().keyPressEvent(event)
            return
        self._typed, self._typed_at = (self._typed if is_going_on else "") + text, monotonic()
        self._go_to(fold(self._typed))

    def _go_to(self, typed: str) -> None:
        is_same_letter = len(set(typed)) == 1
        row = self._found(typed, ahead=int(len(typed) == 1))
        if row is None and is_same_letter:  # the letter again: the next one with it
            row = self._found(typed[0], ahead=1)
        if row is not None and row != self.currentIndex():
            self.setCurrentIndex(row)
            self.activated.emit(row)

    def _found(self, typed: str, ahead: int) -> int | None:
        """Return the first choice from the current one on that begins so, else one with a word that does."""
        first = max(0, self.currentIndex() + ahead)
        rows = [(first + step) % self.count() for step in range(self.count())]
        texts = [(row, fold(self.itemText(row))) for row in rows if self._is_offered(row)]
        found = [row for row, text in texts if text.startswith(typed)]
        found = found or [row for row, text in texts if f" {typed}" in text]
        return found[0] if found else None

    def _is_offered(self, row: int) -> bool:
        return bool(self.model().flags(self.model().index(row, self.modelColumn())) & Qt.ItemFlag.ItemIsEnabled)
