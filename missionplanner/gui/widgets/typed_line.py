"""A plain line that reads what people type: it says what it understood, and asks where that is not certain."""

from collections.abc import Sequence
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import _

STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""Reasons for which a line loses the keys without being left."""
_MOST_ASKED = 4


class LineReader(Protocol):
    """How a line is read and what it says."""

    def read(self, text: str) -> Sequence[Any]:
        """Return every value a text can mean, the likeliest first."""

    def write(self, value: Any) -> str:
        """Return the text that surely means a value."""

    def words(self, value: Any) -> str:
        """Return what a value is, in words."""

    def warning(self, value: Any) -> str:
        """Return what somebody should know of a value that can be stored; empty where there is nothing."""

    def refusal(self, text: str) -> str:
        """Return in a sentence that a text means nothing."""

    def step(self, value: Any, ahead: int, place: int) -> Any:
        """Return the value that many steps ahead, with the caret at a place of its text; None where there is none."""


class TypedLine(QWidget):
    """A line, below it what it understood; where a text can mean several things, a button for each."""

    edited = Signal()
    """Something was typed, chosen, or read."""
    left = Signal()
    """The line was left, or Enter pressed in it."""
    abreast = 2
    """How many answers to a question stand side by side."""

    def __init__(self, reader: LineReader, line: QLineEdit | None = None) -> None:
        super().__init__()
        self.reader = reader
        self.line = line or QLineEdit()
        self.words = quiet_label()
        self.warning = Label()
        self.question = Label()
        self.says_words = True
        """Whether it says below what it understood; off where that stands elsewhere."""
        self._asked = ""  # the text that was asked about
        self.answers = QWidget()
        """The buttons a question is answered by; hidden while nothing is asked."""
        self._choices = QGridLayout(self.answers)
        self._layout = QVBoxLayout(self)
        self._build()

    @property
    def text(self) -> str:
        """The text as it is typed."""
        return self.line.text().strip()

    @property
    def values(self) -> tuple[Any, ...]:
        """Everything the text can mean."""
        return tuple(self.reader.read(self.text)) if self.text else ()

    @property
    def value(self) -> Any:
        """The value the text means; None while it is empty, cannot be read, or can mean several things."""
        found = self.values
        return found[0] if len(found) == 1 else None

    @property
    def problem(self) -> str:
        """Why there is no value, in a sentence; empty where there is one, or no text."""
        if not self.text or len(found := self.values) == 1:
            return ""
        if not found:
            return self.reader.refusal(self.text)
        return _("Which one is meant by “{text}”?").format(text=self.text)

    def set_value(self, value: Any) -> None:
        """Show a value; that is no edit."""
        self.line.setText("" if value is None else self.reader.write(value))
        self._show_read()

    def set_text(self, text: str) -> None:
        """Show a text somebody typed before, as it was."""
        self.line.setText(text)
        self._show_read()

    def setText(self, text: str) -> None:
        """Type a text in the place of what is there."""
        self.set_text(text)
        self.edited.emit()

    def choose(self, value: Any) -> None:
        """Take a value, as by hand: from a calendar, or as the answer to the question."""
        self._replace(self.reader.write(value))
        self.edited.emit()

    def settle(self) -> None:
        """Read what was typed: write what it means, or ask."""
        value = self.value
        if value is not None and self.line.text() != self.reader.write(value):
            self._replace(self.reader.write(value))
        # Asked once: Enter asks before the line is left.
        if not self._asked or self._asked != self.text:
            self._show_read()
            self._ask(self.values, self.problem)
        self.left.emit()

    def setAccessibleName(self, name: str) -> None:
        """Give the line the name, too: it is what has the keys."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the line where it is left, or Enter is pressed; Up and Down take a step."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() not in STAYS:
            self.settle()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.take_key(event)
        return super().eventFilter(watched, event)

    def take_key(self, event: QKeyEvent) -> bool:
        """Carry out a key of the line; return whether it goes no further."""
        # Not at Tab: it goes to the next field, where the next typing belongs; the question is asked behind it.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle()
            return bool(self.problem)
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            return self._step(1 if event.key() == Qt.Key.Key_Up else -1)
        return False

    def _build(self) -> None:
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self.warning.setObjectName("warning")
        self.question.setObjectName("problem")
        for label in (self.warning, self.question):
            label.setWordWrap(True)
        for widget in (self.line, self.words, self.warning, self.question, self.answers):
            self._layout.addWidget(widget)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self.line.setMaxLength(2_000_000)
        self.setFocusProxy(self.line)
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._on_typed)
        self._show_read()

    def _on_typed(self, _text: str) -> None:
        self._show_read()
        self.edited.emit()

    def _replace(self, text: str) -> None:
        """Write another text in a way Ctrl+Z takes back."""
        self.line.selectAll()
        self.line.insert(text)
        self._show_read()

    def _step(self, ahead: int) -> bool:
        value = self.value
        place = self.line.cursorPosition()
        after = self.reader.step(value, ahead, place) if value is not None or not self.text else None
        if after is not None:
            self.choose(after)
            self.line.setCursorPosition(place)
        return after is not None

    def _show_read(self) -> None:
        """Say what the text means, where that is certain."""
        value = self.value
        words = self.reader.words(value) if value is not None and self.says_words else ""
        warning = self.reader.warning(value) if value is not None else ""
        for label, text in ((self.words, words), (self.warning, warning)):
            label.setText(text)
            label.setVisible(bool(text))
        self.line.setAccessibleDescription(" ".join(part for part in (words, warning) if part))
        self._ask((), "")

    def _ask(self, values: Sequence[Any], problem: str) -> None:
        """Say what is wrong, and offer what the text can mean; nothing takes both away."""
        while (item := self._choices.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._asked = self.text if problem else ""
        self.question.setText(problem)
        self.question.setVisible(bool(problem))
        self.answers.setVisible(bool(problem) and bool(values))
        before: QWidget = self.line
        for number, value in enumerate(values[:_MOST_ASKED] if problem else ()):
            button = make_button(self.reader.words(value) or self.reader.write(value))
            button.clicked.connect(lambda _on=False, one=value: self._answer(one))
            self._choices.addWidget(button, number // self.abreast, number % self.abreast)
            button.show()  # at once: after Enter, Tab goes on to it
            QWidget.setTabOrder(before, button)
            before = button

    def _answer(self, value: Any) -> None:
        self.choose(value)
        self.left.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
