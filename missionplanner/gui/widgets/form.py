"""The one form of the window: fields as data, an editor for each, and its problem beside it."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from missionplanner.domain import bounds
from missionplanner.gui.widgets.date_lines import DayLine
from missionplanner.gui.widgets.dialog_size import Scrolled, open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.drafted_dialog import may_forget
from missionplanner.gui.widgets.editors import KINDS, NEEDED, FormField
from missionplanner.gui.widgets.field_checks import beyond_bounds, needed
from missionplanner.gui.widgets.form_drafts import DraftLine, DraftPlace
from missionplanner.gui.widgets.plain_text import Label, literal
from missionplanner.gui.widgets.typed_line import STAYS, TypedLine

_LABEL_WIDTH = 180


class Form(QWidget):
    """Editors under their labels, in the order of a paper form."""

    edited = Signal()
    noted = Signal()
    """A text appeared beside a field, or went."""
    left = Signal(str)
    """The field of this name was left."""

    def __init__(self, fields: Sequence[FormField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = tuple(field for field in fields if field.kind != "heading")
        self.editors: dict[str, QWidget] = {}
        self.after_heading: dict[str, QVBoxLayout] = {}
        """Room below a heading, by its name, for what is no field; a heading without a text is room alone."""
        self._notes: dict[str, QLabel] = {}
        self._labels: list[QLabel] = []
        layout = self._rows = QFormLayout(self)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        layout.setContentsMargins(0, 0, 0, 0)
        for field in fields:
            if field.kind == "heading":
                if field.label:
                    heading = Label(field.label)
                    heading.setObjectName("heading")
                    layout.addRow(heading)
                self.after_heading[field.name] = QVBoxLayout()
                layout.addRow(self.after_heading[field.name])
            else:
                self._add(layout, field)

    def align_with(self, other: "Form") -> None:
        """Have the labels of both forms as wide as the widest: one stands below the other."""
        labels = (*self._labels, *other._labels)
        width = max((label.minimumWidth() for label in labels), default=0)
        for label in labels:
            label.setFixedWidth(width)

    def set_values(self, values: dict[str, Any]) -> None:
        """Fill the editors; fields that are not named are emptied."""
        for field in self.fields:
            editor = self.editors[field.name]
            blocked = editor.blockSignals(True)
            KINDS[field.kind].write(editor, values.get(field.name))
            editor.blockSignals(blocked)
            self.note(field.name, "")

    def values(self) -> dict[str, Any]:
        """Return the values of all editors by the names of their fields."""
        return {field.name: self.value(field.name) for field in self.fields}

    def typed(self) -> dict[str, Any]:
        """Return what stands in all editors, also where it cannot be read."""
        found = self.values()
        return found | {name: editor.text for name, editor in self.editors.items() if isinstance(editor, TypedLine)}

    def value(self, name: str) -> Any:
        """Return the value of one editor."""
        field = next(field for field in self.fields if field.name == name)
        return KINDS[field.kind].read(self.editors[name])

    def restore(self, typed: dict[str, Any]) -> None:
        """Put back what `typed` returned for some editors, also what cannot be read."""
        for field in self.fields:
            if field.name in typed:
                editor, value = self.editors[field.name], typed[field.name]
                if isinstance(editor, TypedLine):
                    editor.set_text(value or "")
                else:
                    KINDS[field.kind].write(editor, value)
                self._judge(field)
        self.edited.emit()

    def fill(self, values: dict[str, Any]) -> None:
        """Fill some editors, as somebody would."""
        for field in self.fields:
            if field.name in values:
                KINDS[field.kind].write(self.editors[field.name], values[field.name])
                self._judge(field)
        self.edited.emit()

    def note(self, name: str, text: str, bad: bool = True, explains: bool = False) -> None:
        """Show a text beside a field: a problem, something to think of, or an explanation."""
        label = self._notes[name]
        label.setText(text)
        label.setObjectName("quiet" if explains else "problem" if bad else "warning")
        label.style().unpolish(label)
        label.style().polish(label)
        label.setVisible(bool(text))
        self.noted.emit()

    @property
    def problems(self) -> list[str]:
        """The problems of all fields, each after the label of its field."""
        return [f"{field.label}: {text}" for field in self.fields if (text := self._problem(field))]

    @property
    def first_problem(self) -> str:
        """The name of the first field that has a problem; empty where none has."""
        return next((field.name for field in self.fields if self._problem(field)), "")

    @property
    def beyond(self) -> list[str]:
        """The names of the fields whose values are out of bounds: they cannot be stored."""
        return [field.name for field in self.fields if self._beyond(field)]

    def show_problems(self) -> bool:
        """Show the problem of every field beside it; return whether there is any."""
        for field in self.fields:
            editor = self.editors[field.name]
            if isinstance(editor, TypedLine):
                editor.settle()
            self._judge(field)
        return bool(self.problems)

    def focus(self, name: str = "") -> None:
        """Go to a field, the first one without a name."""
        self.editors[name or self.fields[0].name].setFocus(Qt.FocusReason.TabFocusReason)

    def show_fields(self, names: Sequence[str], shown: bool) -> None:
        """Show some fields, or hide them with what they hold."""
        for name in names:
            if cell := self.editors[name].parentWidget():
                self._rows.setRowVisible(cell, shown)

    def set_read_only(self, read_only: bool) -> None:
        """Let the editors be read but not changed."""
        for editor in self.editors.values():
            editor.setEnabled(not read_only)

    def _add(self, layout: QFormLayout, field: FormField) -> None:
        editor = KINDS[field.kind].make(field, self._on_edited(field))
        editor.setAccessibleName(field.label)
        if field.hint:
            editor.setToolTip(literal(field.hint))
        self.editors[field.name] = editor
        _keys_of(editor).installEventFilter(self)
        if isinstance(editor, TypedLine):
            editor.left.connect(lambda: self._on_left(field))
        if field.name == "ends" and isinstance(editor, DayLine):
            # "+3" counts from the start.
            editor.days.base = self._start
        note = Label()
        note.setWordWrap(True)
        note.setVisible(False)
        self._notes[field.name] = note
        cell = QWidget()
        inside = QVBoxLayout(cell)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        inside.addWidget(editor)
        inside.addWidget(note)
        label = Label(field.label)
        label.setBuddy(editor)
        label.ensurePolished()
        label.setWordWrap(True)
        label.setMaximumWidth(_LABEL_WIDTH)
        label.setMinimumWidth(min(label.fontMetrics().horizontalAdvance(field.label) + 12, _LABEL_WIDTH))
        self._labels.append(label)
        layout.addRow(label, cell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Judge a field where it is left, never while one types."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() not in STAYS:
            name = next((name for name, editor in self.editors.items() if _keys_of(editor) is watched), "")
            if field := next((field for field in self.fields if field.name == name), None):
                self._on_left(field)
        return super().eventFilter(watched, event)

    def _on_edited(self, field: FormField) -> Callable[[], None]:
        def edited() -> None:
            # A problem goes as soon as it is gone, and is said when the field is left.
            if self._notes[field.name].isVisibleTo(self):
                self._judge(field)
            self.edited.emit()

        return edited

    def _start(self) -> date | None:
        found = self.value("starts") if "starts" in self.editors else None
        return found.date() if isinstance(found, datetime) else found

    def _on_left(self, field: FormField) -> None:
        self.left.emit(field.name)
        self._judge(field)
        if field.name == "starts" and self.text("ends"):
            self._judge(next(one for one in self.fields if one.name == "ends"))

    def text(self, name: str) -> str:
        """Return what is typed into a field, as text; empty where there is no such field."""
        return str(self.value(name) or "") if name in self.editors else ""

    def warn(self, name: str, text: str) -> None:
        """Say something beside a field that has no problem; an empty text takes it away."""
        field = next((one for one in self.fields if one.name == name), None)
        if field and not self._problem(field):
            self.note(name, text, bad=False)

    def _judge(self, field: FormField) -> None:
        editor = self.editors[field.name]
        if isinstance(editor, TypedLine) and editor.problem:
            self.note(field.name, "")  # the line says it itself
        elif field.check or field.stored or field.kind in NEEDED:
            problem = self._problem(field)
            # Warnings and explanations are of somebody else, who takes them away.
            if problem or self._notes[field.name].objectName() not in ("warning", "quiet"):
                self.note(field.name, problem)

    def _problem(self, field: FormField) -> str:
        if unread := KINDS[field.kind].problem(self.editors[field.name]):
            return unread
        text = needed(self.text(field.name)) if field.kind in NEEDED else ""
        if text:
            return text
        text = field.check(self.text(field.name)) if field.check else ""
        return text or self._beyond(field)

    def _beyond(self, field: FormField) -> str:
        unread = KINDS[field.kind].problem(self.editors[field.name])
        return unread or beyond_bounds(field, self.value(field.name)) or self._span_problem(field)

    def _span_problem(self, field: FormField) -> str:
        """Return what is wrong with the time up to the value of a field that ends it."""
        kind = field.stored[0][0] if field.name == "ends" and field.stored else None
        if kind is None or not (self.text("starts") and self.text("ends")):
            return ""
        return bounds.problem_of_span(kind, self.value("starts"), self.value("ends"))


def _keys_of(editor: QWidget) -> QWidget:
    """The widget that has the keys while one types into an editor."""
    return editor.focusProxy() or editor


_NARROWEST = 520
"""Pixels of a dialog with a form across at least."""


class RecordDialog(Dialog):
    """A form with OK and Cancel; OK waits until nothing is wrong.

    place: where what is typed is kept, so that it survives a crash; nothing is kept without.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[FormField],
        values: dict[str, Any],
        parent: QWidget | None = None,
        place: DraftPlace | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(_NARROWEST)
        self.form = Form(fields)
        self.form.set_values(values)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self.draft = DraftLine(place, self.form) if place else None
        layout = QVBoxLayout(self)
        if self.draft:
            layout.addWidget(self.draft)
        self._scrolled = Scrolled(self.form)
        layout.addWidget(self._scrolled)
        layout.addWidget(buttons)
        self.form.noted.connect(self._grow)
        self.form.focus()
        self._shown = self.form.typed()
        self._was_shown = False
        save = QShortcut(QKeySequence("Ctrl+S"), self)
        save.activated.connect(self._on_accepted)

    def reject(self) -> None:
        """Close without storing; what was typed is not thrown away without asking."""
        if self.form.typed() == self._shown or may_forget(self):
            self._drop_draft()
            super().reject()

    def accept(self) -> None:
        """Close; who asked stores it."""
        self._drop_draft()
        super().accept()

    def setVisible(self, visible: bool) -> None:
        """Open as high as the form is, where the screen is."""
        if visible and self.draft:
            # It is opened again where what was typed could not be stored.
            (self.draft.keep if self._was_shown else self.draft.restore)()
        self._was_shown = self._was_shown or visible
        if visible and (rows := self.layout()):  # a least width that is set counts instead of what the form needs
            self.setMinimumWidth(max(_NARROWEST, rows.totalMinimumSize().width()))
        if visible and not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            open_with(self, self.sizeHint().width(), self.sizeHint().height())
        super().setVisible(visible)

    def _grow(self) -> None:
        """Make room for what appeared beside a field, as far as the screen has it."""
        if rows := self.form.layout():
            rows.activate()
            needed = rows.totalHeightForWidth(self.form.width()) - self._scrolled.viewport().height()
            if self.isVisible() and needed > 0:
                open_with(self, self.width(), self.height() + needed)

    def _drop_draft(self) -> None:
        if self.draft:
            self.draft.drop()

    def _on_accepted(self) -> None:
        if not self.form.show_problems():
            self.accept()
