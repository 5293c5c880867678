"""A line of several values: split at commas, semicolons and lines alike, and shown as chips."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton

from missionplanner.domain.spelling import fold, listed
from missionplanner.gui.widgets.completing import ListingEdit
from missionplanner.gui.widgets.flow_layout import FlowLayout
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.plain_text import ToolButton, literal
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.i18n import _


class ListReader:
    """Reads several values; names that are known, or were there before, are not split."""

    def __init__(self, known: Sequence[str]) -> None:
        self.known = list(known)
        self.before: list[str] = []

    def read(self, text: str) -> Sequence[Any]:
        """Return the one way to split a text."""
        found = listed(text, [*self.known, *self.before])
        return [found] if found else []

    def write(self, value: Any) -> str:
        """Return the values with semicolons between them."""
        return "; ".join(value)

    def words(self, _value: Any) -> str:
        """Return nothing: chips show the values."""
        return ""

    def warning(self, _value: Any) -> str:
        """Return nothing."""
        return ""

    def refusal(self, _text: str) -> str:
        """Return nothing: separators alone are no value."""
        return ""

    def step(self, _value: Any, _ahead: int, _place: int) -> Any:
        """Return nothing: a list has no next one."""
        return None


class ListLine(TypedLine):
    """A line that completes each value, and a chip for each once there are several."""

    def __init__(self, known: Sequence[str]) -> None:
        self.list_reader, self._completing = ListReader(known), ListingEdit(known)
        self._shown: Sequence[str] = ()
        self._chips = FlowLayout()
        super().__init__(self.list_reader, self._completing)
        self._layout.addLayout(self._chips)

    @property
    def list_text(self) -> str:
        """The values with semicolons between them."""
        return self.list_reader.write(self.value or ())

    def set_text(self, text: str) -> None:
        """Show values that were stored: a comma within one belongs to it."""
        self.list_reader.before = [part.strip() for part in text.split(";") if part.strip()]
        super().set_text(text)

    def setText(self, text: str) -> None:
        """Type a text in the place of what is there."""
        super().set_text(text)
        self.edited.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter and Tab take a completion before the line is read."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (is_enter or event.key() == Qt.Key.Key_Tab) and self._completing.take_completion() and is_enter:
            return True
        return super().take_key(event)

    def chips(self) -> list[QToolButton]:
        """The chips that are shown."""
        found = [self._chips.itemAt(place).widget() for place in range(self._chips.count())]
        return [chip for chip in found if isinstance(chip, QToolButton)]

    def _show_read(self) -> None:
        super()._show_read()
        values = self.value or ()
        if values == self._shown:
            return
        self._shown = values
        while (item := self._chips.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for value in values if len(values) > 1 else ():
            self._chips.addWidget(self._chip(value))

    def _chip(self, value: str) -> QToolButton:
        chip = ToolButton()
        chip.setObjectName("chip")
        chip.setText(value)
        chip.setIcon(icon("x"))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name = _("Take “{text}” out").format(text=value)
        chip.setAccessibleName(name)
        chip.setToolTip(literal(name))
        chip.clicked.connect(lambda: self._take_out(value))
        return chip

    def _take_out(self, value: str) -> None:
        self.choose([one for one in self.value or () if fold(one) != fold(value)])
