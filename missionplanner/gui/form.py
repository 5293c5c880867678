"""The one form of the window: fields as data, an editor for each, what is wrong said beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import QDate, QDateTime, QEvent, QObject, QStringListModel, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDateEdit,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from missionplanner.i18n import _


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form.

    kind: line, text, choice, checks, answer (yes, no or not said), date, moment (date and time) or clock.
    choices: (value, label) pairs; for a line they are completed from, for a listing also after semicolons.
    check: what is wrong with a text, empty when nothing is.
    """

    name: str
    label: str
    kind: str = "line"
    choices: Sequence[tuple[Any, str]] = ()
    check: Callable[[str], str] | None = None
    hint: str = ""
    lines: int = 4


class Form(QWidget):
    """Editors under their labels, in the order of a paper form."""

    edited = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = tuple(fields)
        self.editors: dict[str, QWidget] = {}
        self._notes: dict[str, QLabel] = {}
        layout = QFormLayout(self)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        layout.setContentsMargins(0, 0, 0, 0)
        for field in self.fields:
            self._add(layout, field)

    def set_values(self, values: dict[str, Any]) -> None:
        """Fill the editors; fields that are not named are emptied."""
        for field in self.fields:
            editor = self.editors[field.name]
            blocked = editor.blockSignals(True)
            _KINDS[field.kind].write(editor, values.get(field.name))
            editor.blockSignals(blocked)
            self.note(field.name, "")

    def values(self) -> dict[str, Any]:
        """What the editors hold."""
        return {field.name: self.value(field.name) for field in self.fields}

    def value(self, name: str) -> Any:
        """What one editor holds."""
        field = next(field for field in self.fields if field.name == name)
        return _KINDS[field.kind].read(self.editors[name])

    def note(self, name: str, text: str, bad: bool = True) -> None:
        """Say something beside a field."""
        label = self._notes[name]
        label.setText(text)
        label.setObjectName("problem" if bad else "warning")
        label.style().unpolish(label)
        label.style().polish(label)
        label.setVisible(bool(text))

    @property
    def problems(self) -> list[str]:
        """Everything that is wrong, field by field."""
        return [
            f"{f.label}: {text}" for f in self.fields if f.check and (text := f.check(str(self.value(f.name) or "")))
        ]

    def show_problems(self) -> bool:
        """Say beside every field what is wrong with it; whether anything is."""
        for field in self.fields:
            self._judge(field)
        return bool(self.problems)

    def focus(self, name: str = "") -> None:
        """Go to a field, the first one without a name."""
        self.editors[name or self.fields[0].name].setFocus(Qt.FocusReason.TabFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Let the editors be read but not changed."""
        for editor in self.editors.values():
            editor.setEnabled(not read_only)

    def _add(self, layout: QFormLayout, field: Field) -> None:
        editor = _KINDS[field.kind].make(field, self._on_edited(field))
        editor.setAccessibleName(field.label)
        if field.hint:
            editor.setToolTip(field.hint)
        self.editors[field.name] = editor
        note = QLabel()
        note.setWordWrap(True)
        note.setVisible(False)
        self._notes[field.name] = note
        cell = QWidget()
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addWidget(editor)
        inside.addWidget(note)
        label = QLabel(field.label)
        label.setBuddy(editor)
        layout.addRow(label, cell)

    def _on_edited(self, field: Field) -> Callable[[], None]:
        def edited() -> None:
            self._judge(field)
            self.edited.emit()

        return edited

    def _judge(self, field: Field) -> None:
        if field.check:
            self.note(field.name, field.check(str(self.value(field.name) or "")))


class RecordDialog(QDialog):
    """A form with OK and Cancel; OK waits until nothing is wrong."""

    def __init__(
        self, title: str, fields: Sequence[Field], values: dict[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.form = Form(fields)
        self.form.set_values(values)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.form)
        layout.addWidget(buttons)
        self.form.focus()

    def _on_accepted(self) -> None:
        if not self.form.show_problems():
            self.accept()


class ListingEdit(QLineEdit):
    """A line of several choices parted by semicolons; the one being typed is completed."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        completer = QCompleter(QStringListModel(list(words), self), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setWidget(self)
        completer.activated.connect(self._on_completed)
        self._helper = completer
        self.textEdited.connect(self._on_typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the completion that is chosen, or the first."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._take_completion():
            return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tab takes the completion before it moves the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self._take_completion()
        return super().event(event)

    def _take_completion(self) -> bool:
        popup = self._helper.popup()
        last = self.text().rpartition(";")[2].strip()
        if not last or popup is None:
            return False
        self._helper.setCompletionPrefix(last)
        index = popup.currentIndex()
        chosen = index.data() if popup.isVisible() and index.isValid() else self._helper.currentCompletion()
        popup.hide()
        if not chosen:
            return False
        self._on_completed(chosen)
        return True

    def _on_typed(self, text: str) -> None:
        last = text.rpartition(";")[2].strip()
        self._helper.setCompletionPrefix(last)
        if last and self._helper.completionCount():
            self._helper.complete()
        else:
            self._hide()

    def _hide(self) -> None:
        popup = self._helper.popup()
        if popup:
            popup.hide()

    def _on_completed(self, chosen: str) -> None:
        before = [part.strip() for part in self.text().split(";")[:-1] if part.strip()]
        self.setText("; ".join([*before, chosen]) + "; ")
        self.textEdited.emit("")


class ChecksEdit(QWidget):
    """Boxes to tick side by side."""

    changed = Signal()

    def __init__(self, choices: Sequence[tuple[Any, str]]) -> None:
        super().__init__()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.boxes = {value: QCheckBox(label) for value, label in choices}
        for box in self.boxes.values():
            layout.addWidget(box)
            box.toggled.connect(lambda _on: self.changed.emit())
        layout.addStretch()
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))


class ChoiceEdit(QComboBox):
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


@dataclass(frozen=True, slots=True)
class _Kind:
    """How an editor is made, read and written."""

    make: Callable[[Field, Callable[[], None]], QWidget]
    read: Callable[[Any], Any]
    write: Callable[[Any, Any], None]


def _line(field: Field, edited: Callable[[], None]) -> QWidget:
    editor = QLineEdit()
    editor.setMaxLength(100_000)
    if field.choices:
        completer = QCompleter([label for _value, label in field.choices], editor)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        editor.setCompleter(completer)
    editor.textChanged.connect(edited)
    return editor


def _listing(field: Field, edited: Callable[[], None]) -> QWidget:
    editor = ListingEdit([label for _value, label in field.choices])
    editor.textChanged.connect(edited)
    return editor


def _text(field: Field, edited: Callable[[], None]) -> QWidget:
    editor = TextEdit(field.lines)
    editor.textChanged.connect(edited)
    return editor


def _choice(field: Field, edited: Callable[[], None]) -> QWidget:
    editor = ChoiceEdit(field.choices)
    editor.installEventFilter(_WheelGuard(editor))
    editor.currentIndexChanged.connect(edited)
    return editor


def _checks(field: Field, edited: Callable[[], None]) -> QWidget:
    editor = ChecksEdit(field.choices)
    editor.changed.connect(edited)
    return editor


def _answer(_field: Field, edited: Callable[[], None]) -> QWidget:
    return _choice(Field("", "", choices=((None, _("Not said")), (True, _("Yes")), (False, _("No")))), edited)


def _date(_field: Field, edited: Callable[[], None]) -> QWidget:
    editor = QDateEdit()
    editor.setCalendarPopup(True)
    editor.setDisplayFormat("yyyy-MM-dd")
    editor.installEventFilter(_WheelGuard(editor))
    editor.dateChanged.connect(edited)
    return editor


def _moment(_field: Field, edited: Callable[[], None]) -> QWidget:
    editor = QDateTimeEdit()
    editor.setCalendarPopup(True)
    editor.setDisplayFormat("yyyy-MM-dd HH:mm")
    editor.installEventFilter(_WheelGuard(editor))
    editor.dateTimeChanged.connect(edited)
    return editor


def _write_date(editor: QDateEdit, value: date | None) -> None:
    day = value or date.today()  # noqa: DTZ011
    editor.setDate(QDate(day.year, day.month, day.day))


def _write_moment(editor: QDateTimeEdit, value: datetime | None) -> None:
    moment = value or datetime.combine(date.today(), time(9))  # noqa: DTZ011
    editor.setDateTime(QDateTime(QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)))


def _read_moment(editor: QDateTimeEdit) -> datetime:
    day, clock = editor.date(), editor.time()
    return datetime(day.year(), day.month(), day.day(), clock.hour(), clock.minute())


def _read_date(editor: QDateEdit) -> date:
    return date(editor.date().year(), editor.date().month(), editor.date().day())


def _write_checks(editor: ChecksEdit, value: Sequence[Any] | None) -> None:
    for key, box in editor.boxes.items():
        box.setChecked(key in (value or ()))


_KINDS = {
    "line": _Kind(_line, lambda e: e.text().strip(), lambda e, v: e.setText("" if v is None else str(v))),
    "listing": _Kind(_listing, lambda e: e.text().strip(), lambda e, v: e.setText(v or "")),
    "text": _Kind(_text, lambda e: e.toPlainText().strip(), lambda e, v: e.setPlainText(v or "")),
    "choice": _Kind(_choice, lambda e: e.value, lambda e, v: e.choose(v)),
    "answer": _Kind(_answer, lambda e: e.value, lambda e, v: e.choose(v)),
    "checks": _Kind(_checks, lambda e: tuple(k for k, box in e.boxes.items() if box.isChecked()), _write_checks),
    "date": _Kind(_date, _read_date, _write_date),
    "moment": _Kind(_moment, _read_moment, _write_moment),
}
