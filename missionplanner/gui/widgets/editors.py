"""The editors of form fields: lines that complete, boxes, choices, dates, small tables."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.completing import CompletingEdit
from missionplanner.gui.widgets.date_lines import ClockReader, DayLine, DayReader, InstantReader, MomentReader
from missionplanner.gui.widgets.list_line import ListLine
from missionplanner.gui.widgets.number_line import NumberReader
from missionplanner.gui.widgets.plain_text import CheckBox
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.gui.widgets.zone_line import ZoneReader
from missionplanner.i18n import _


@dataclass(frozen=True, slots=True)
class FormField:
    """A field of a form."""

    name: str
    label: str
    kind: str = "line"
    """A key of KINDS, or "heading": no editor, only its label above the fields that follow."""
    choices: Sequence[tuple[Any, str]] = ()
    """Values with their labels; a line or listing is completed from the labels, rows have them as columns.

    A label whose value is None is taken in a line as it is typed, but not offered."""
    check: Callable[[str], str] | None = None
    """Returns the problem with a text, empty when there is none."""
    hint: str = ""
    """The tooltip of its editor."""
    lines: int = 4
    """The height of a text or of rows."""
    days: tuple[date, date] | None = None
    """The first and last day that are expected in a date: what is typed short is understood by them."""
    outside: str = ""
    """The sentence said of a date that is not one of these days."""
    stored: tuple[tuple[type, str], ...] = ()
    """The kind of record and the column its value is stored in, by whose bounds it is judged; one for each column of
    rows."""


_MOST_TYPED = 2_000_000
"""Characters a line takes: nothing that is pasted is cut without a word, what is too long is refused beside it."""
_ABREAST = 40
"""The most characters of the labels of boxes side by side."""


class ChecksEdit(QWidget):
    """Boxes to tick, as many side by side as there is room for."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.boxes = {value: CheckBox(label) for value, label in choices}
        abreast = max(1, min(3, _ABREAST // max((len(label) for _value, label in choices), default=1)))
        for place, box in enumerate(self.boxes.values()):
            layout.addWidget(box, place // abreast, place % abreast)
            box.toggled.connect(lambda _on: self.changed.emit())
        layout.setColumnStretch(abreast, 1)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))


class ChoiceEdit(ComboBox):
    """One of several values; they stay the Python objects they are (Qt would make plain texts of enum members)."""

    def __init__(self, choices: Sequence[tuple[Any, str]] = ()) -> None:
        super().__init__()
        self._values: list[Any] = []
        self.offer(choices)

    def offer(self, choices: Sequence[tuple[Any, str]]) -> None:
        """Offer these (value, label) pairs, the first one chosen."""
        self.clear()
        self._values = [value for value, _label in choices]
        self.addItems([label for _value, label in choices])

    @property
    def value(self) -> Any:
        """The chosen value, None when nothing is offered."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def choose(self, value: Any) -> None:
        """Choose a value; the first one when it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)


class Grid(QTableWidget):
    """A small table that is typed into; Tab goes from cell to cell and out at its end."""

    typed = Signal()

    def __init__(self, headings: Sequence[str], widths: Sequence[int] = ()) -> None:
        super().__init__(0, len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.setAccessibleName(", ".join(headings))
        self.verticalHeader().setVisible(False)
        self.verticalHeader().setDefaultSectionSize(30)
        header = self.horizontalHeader()
        header.ensurePolished()
        for number, width in enumerate(widths):
            self.setColumnWidth(number, max(width, header.sectionSizeHint(number)))
        self.itemChanged.connect(self._on_item_changed)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Fill the table; an empty row is left for the next entry."""
        self.blockSignals(True)
        self.setRowCount(0)
        for row in rows:
            self.append(row)
        self.append([""] * self.columnCount())
        self.blockSignals(False)

    def append(self, texts: Sequence[str]) -> None:
        """Add a row."""
        row = self.rowCount()
        self.insertRow(row)
        for column in range(self.columnCount()):
            self.setItem(row, column, QTableWidgetItem(texts[column] if column < len(texts) else ""))

    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows that hold something."""
        found = (
            tuple(self.cell(row, column) for column in range(self.columnCount())) for row in range(self.rowCount())
        )
        return tuple(row for row in found if any(row))

    def cell(self, row: int, column: int) -> str:
        """The text of a cell."""
        item = self.item(row, column)
        return item.text().strip() if item else ""

    def _on_item_changed(self, item: QTableWidgetItem) -> None:
        if item.row() == self.rowCount() - 1 and item.text().strip():
            self.blockSignals(True)
            self.append([])
            self.blockSignals(False)
        self.typed.emit()

    def _takes_text(self, row: int, column: int) -> bool:
        item = self.item(row, column)
        return not self.isColumnHidden(column) and (item is None or bool(item.flags() & Qt.ItemFlag.ItemIsEditable))

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go on to the next cell, or out of the table after the last filled row."""
        step, last = 1 if forward else -1, self.rowCount() * self.columnCount()
        place = self.currentRow() * self.columnCount() + self.currentColumn() + step
        while 0 <= place < last and not self._takes_text(*divmod(place, self.columnCount())):
            place += step
        is_blank = forward and not any(self.cell(self.currentRow(), c) for c in range(self.columnCount()))
        if self.currentRow() < 0 or not 0 <= place < last or (is_blank and self.currentColumn() == 0):
            return QWidget.focusNextPrevChild(self, forward)
        self.setCurrentCell(place // self.columnCount(), place % self.columnCount())
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del empties the selected cells."""
        if event.key() == Qt.Key.Key_Delete:
            for item in self.selectedItems():
                item.setText("")
            return
        super().keyPressEvent(event)


class TextEdit(QPlainTextEdit):
    """Several lines; Tab goes on to the next field."""

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 18)


class _WheelGuard(QObject):
    """Keeps the mouse wheel from changing a value that only lies under the pointer."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the form unless the editor has the focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def _guard(editor: QWidget) -> None:
    """Let the wheel neither change the editor nor give it the focus."""
    editor.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    editor.installEventFilter(_WheelGuard(editor))


@dataclass(frozen=True, slots=True)
class Kind:
    """How an editor is made, read and written."""

    make: Callable[[FormField, Callable[[], None]], QWidget]
    read: Callable[[Any], Any]
    write: Callable[[Any, Any], None]
    problem: Callable[[Any], str] = lambda _editor: ""
    """Returns in a sentence that what is typed cannot be read; empty where it can."""


def _line(field: FormField, edited: Callable[[], None]) -> QWidget:
    offered = [label for value, label in field.choices if value is not None]
    also = [label for value, label in field.choices if value is None]
    editor = CompletingEdit(offered, also) if field.choices else QLineEdit()
    editor.setMaxLength(_MOST_TYPED)
    editor.textChanged.connect(edited)
    return editor


def _listing(field: FormField, edited: Callable[[], None]) -> QWidget:
    editor = ListLine([label for _value, label in field.choices])
    editor.edited.connect(edited)
    return editor


def _text(field: FormField, edited: Callable[[], None]) -> QWidget:
    editor = TextEdit(field.lines)
    editor.textChanged.connect(edited)
    return editor


def _rows(field: FormField, edited: Callable[[], None]) -> QWidget:
    editor = Grid([label for _value, label in field.choices])
    header = editor.horizontalHeader()
    header.setStretchLastSection(True)
    editor.setFixedHeight(34 + 31 * field.lines)
    for number in range(len(field.choices) - 1):
        editor.setColumnWidth(number, 190)
    # The last one has what the others leave, which may be nothing.
    header.setMinimumSectionSize(max(map(header.sectionSizeHint, range(header.count()))))
    editor.typed.connect(edited)
    return editor


def _choice(field: FormField, edited: Callable[[], None]) -> QWidget:
    editor = ChoiceEdit(field.choices)
    _guard(editor)
    editor.currentIndexChanged.connect(edited)
    return editor


def _checks(field: FormField, edited: Callable[[], None]) -> QWidget:
    editor = ChecksEdit(field.choices)
    editor.changed.connect(edited)
    return editor


def _answer(_field: FormField, edited: Callable[[], None]) -> QWidget:
    return _choice(FormField("", "", choices=((None, _("Not said")), (True, _("Yes")), (False, _("No")))), edited)


def _dated(reader: type[DayReader]) -> Callable[[FormField, Callable[[], None]], QWidget]:
    """Return what makes the line of a day, or of a day and time."""

    def make(field: FormField, edited: Callable[[], None]) -> QWidget:
        editor = DayLine(reader(field.days, field.outside))
        editor.edited.connect(edited)
        return editor

    return make


def _clock(_field: FormField, edited: Callable[[], None]) -> QWidget:
    editor = TypedLine(ClockReader())
    editor.edited.connect(edited)
    return editor


def _zone(field: FormField, edited: Callable[[], None]) -> QWidget:
    editor = TypedLine(ZoneReader(field.days[0] if field.days else None))
    editor.edited.connect(edited)
    return editor


def _number(_field: FormField, edited: Callable[[], None]) -> QWidget:
    editor = TypedLine(NumberReader())
    editor.edited.connect(edited)
    return editor


def _as_text(editor: TypedLine) -> str:
    """Return the text that surely means what was typed; what cannot be read as it is."""
    return editor.text if editor.value is None else editor.reader.write(editor.value)


def _write_line(editor: QLineEdit, value: Any) -> None:
    """Show a text from its beginning: one that is longer than the line would show its end."""
    text = "" if value is None else str(value)
    if text != editor.text():
        editor.setText(text)
        editor.setCursorPosition(0)


def _write_checks(editor: ChecksEdit, value: Sequence[Any] | None) -> None:
    for key, box in editor.boxes.items():
        box.setChecked(key in (value or ()))


KINDS = {
    "line": Kind(_line, lambda e: e.text().strip(), _write_line),
    "listing": Kind(_listing, lambda e: e.list_text, lambda e, v: e.set_text(v or "")),
    "text": Kind(_text, lambda e: e.toPlainText().strip(), lambda e, v: e.setPlainText(v or "")),
    "choice": Kind(_choice, lambda e: e.value, lambda e, v: e.choose(v)),
    "answer": Kind(_answer, lambda e: e.value, lambda e, v: e.choose(v)),
    "checks": Kind(_checks, lambda e: tuple(k for k, box in e.boxes.items() if box.isChecked()), _write_checks),
    "date": Kind(_dated(DayReader), lambda e: e.value, lambda e, v: e.set_value(v), lambda e: e.problem),
    "rows": Kind(_rows, lambda e: e.rows(), lambda e, v: e.show_rows(v or ())),
    "moment": Kind(_dated(MomentReader), lambda e: e.value, lambda e, v: e.set_value(v), lambda e: e.problem),
    "day": Kind(_dated(DayReader), _as_text, lambda e, v: e.set_text(v or ""), lambda e: e.problem),
    "instant": Kind(_dated(InstantReader), _as_text, lambda e, v: e.set_text(v or ""), lambda e: e.problem),
    "when": Kind(_dated(MomentReader), _as_text, lambda e, v: e.set_text(v or ""), lambda e: e.problem),
    "zone": Kind(_zone, _as_text, lambda e, v: e.set_text(v or ""), lambda e: e.problem),
    "number": Kind(_number, _as_text, lambda e, v: e.set_text("" if v is None else str(v)), lambda e: e.problem),
    "clock": Kind(_clock, _as_text, lambda e, v: e.set_text(v or ""), lambda e: e.problem),
}
"""The kinds of editors. "date" and "moment" have a date and datetime as their values, None where there is none.

The others that are read have the text of one, which is kept as it is typed where it cannot be read."""
NEEDED = ("date", "moment")
"""The kinds that cannot be left empty."""
