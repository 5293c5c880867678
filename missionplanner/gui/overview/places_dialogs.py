"""Two small dialogs of a new mission: a venue for each city, and the hours of meetings for all days at once."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from missionplanner.gui.widgets import dialog_size
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.date_lines import ClockReader
from missionplanner.gui.widgets.drafted_dialog import DraftedDialog
from missionplanner.gui.widgets.field_checks import number_problem
from missionplanner.gui.widgets.form_drafts import DraftPlace
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import CheckBox, Label
from missionplanner.gui.widgets.typed_line import TypedLine
from missionplanner.i18n import _, count, current
from missionplanner.jobs.starts import places
from missionplanner.jobs.starts.places import Clocks, Hours, NewVenue
from missionplanner.store.store import Store

_USUAL = ((time(9), time(12, 30)), (time(14), time(17)))
"""The blocks of a day that are offered."""
_TABLES = 10


class SetUpDialog(DraftedDialog):
    """Fields in a grid that scrolls, and what they make; Enter makes it."""

    def __init__(self, title: str, about: str, act: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.problem = Label()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.summary = quiet_label()
        inside = QWidget()
        self.grid = QGridLayout(inside)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(inside)
        buttons, self.ok = accept_or_cancel(self, act, "check")
        self._editors: dict[str, tuple[Callable[[], Any], Callable[[Any], object]]] = {}
        """How what is typed is read and written, by the place in the grid."""
        self._column = QVBoxLayout(self)
        self._column.addWidget(quiet_label(about))
        self._column.addWidget(scroll, 1)
        for widget in (self.problem, self.summary, buttons):
            self._column.addWidget(widget)
        self.problem.hide()
        dialog_size.open_with(self, 640, 460)

    def accept(self) -> None:
        """Make what is asked for, unless something is wrong, which is said."""
        text = self.problem_text()
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if not text:
            self.make()
            super().accept()

    def problem_text(self) -> str:
        """Return what is wrong, in a sentence; empty where nothing is."""
        return ""

    def make(self) -> None:
        """Make what is asked for."""

    def typed(self) -> dict[str, Any]:
        """Return what stands in the fields, by their places."""
        return {place: read() for place, (read, _write) in self._editors.items()}

    def restore(self, typed: dict[str, Any]) -> None:
        """Put back what was typed, where there is still a field for it."""
        for place, value in typed.items():
            if place in self._editors:
                self._editors[place][1](value)

    def keep(self, store: Store, name: str) -> None:
        """Keep what is typed under a name until the dialog is left."""
        self.keep_in(DraftPlace(store, name), self._column)

    def field(self, widget: Any, name: str, row: int, column: int) -> Any:
        """Add a field, named for screen readers."""
        widget.setAccessibleName(name)
        # What is said below a line does not move those beside it.
        self.grid.addWidget(widget, row, column, Qt.AlignmentFlag.AlignTop)
        is_line = isinstance(widget, TypedLine)
        self._editors[f"{row} {column}"] = (lambda: widget.text) if is_line else widget.text, widget.setText
        (widget.edited if is_line else widget.textChanged).connect(self.edited)
        return widget

    def box(self, text: str, row: int) -> CheckBox:
        """Add a ticked box across a row."""
        found = CheckBox(text)
        found.setChecked(True)
        self.grid.addWidget(found, row, 0, 1, 4)
        self._editors[f"{row}"] = lambda: int(found.isChecked()), lambda is_on: found.setChecked(bool(is_on))
        found.toggled.connect(lambda _on: self.edited.emit())
        return found


class VenuesDialog(SetUpDialog):
    """A line for each city that has no tables yet."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        missing = places.venues_to_set_up(store)
        about = _("Where do companies meet? Addresses and further venues are added in the programme.")
        super().__init__(_("Venues"), about, _("Add the venues"), parent)
        self._store = store
        self.lines: list[tuple[int, QLineEdit, QLineEdit]] = []
        self._known: dict[int, int] = {}
        """The venues that lack tables alone, by their stops."""
        venue, number = _("Venue"), _("Tables")
        for column, text in enumerate((_("City"), venue, number)):
            self.grid.addWidget(quiet_label(text), 0, column)
        name: QLineEdit
        tables: QLineEdit
        for row, (stop, known) in enumerate(missing, start=1):
            city = stop.name(current().language)
            self.grid.addWidget(Label(city), row, 0)
            name = self.field(QLineEdit(), f"{venue}, {city}", row, 1)
            tables = self.field(QLineEdit(str(_TABLES)), f"{number}, {city}", row, 2)
            tables.setMaximumWidth(70)
            if known:
                self._known[stop.id] = known.id
                name.setText(known.name)
                name.setReadOnly(True)
            self.lines.append((stop.id, name, tables))
        self.grid.setColumnStretch(1, 1)
        self.grid.setRowStretch(len(self.lines) + 1, 1)
        if self.lines:
            _stop, name, tables = self.lines[0]
            (tables if name.isReadOnly() else name).setFocus()
        self.keep(store, "venues")

    def problem_text(self) -> str:
        """Return what is wrong: no venue has a name, or tables are no number."""
        named = [tables.text().strip() for _stop, name, tables in self.lines if name.text().strip()]
        if not named:
            return _("Type the name of at least one venue.")
        return next((problem for text in named if (problem := number_problem(text))), "")

    def make(self) -> None:
        """Add the venues that have a name."""
        wanted = [
            NewVenue(stop, name.text().strip(), int(tables.text()), self._known.get(stop, 0))
            for stop, name, tables in self.lines
            if name.text().strip()
        ]
        places.add_venues(self._store, wanted)


class HoursDialog(SetUpDialog):
    """Up to two blocks of a day, the length of a slot, and the days on which they are held."""

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        about = _("When do companies meet? The hours are cut into slots, the same on each day.")
        super().__init__(_("Meeting hours"), about, _("Add the hours"), parent)
        self._store = store
        names = (_("In the morning"), _("In the afternoon"))
        self.blocks = [self._block(row, name, *_USUAL[row]) for row, name in enumerate(names)]
        self.grid.addWidget(Label(_("Minutes of a slot")), 2, 0)
        self.slot = self.field(QLineEdit("20"), _("Minutes of a slot"), 2, 1)
        self.grid.addWidget(Label(_("Minutes between slots")), 3, 0)
        self.buffer = self.field(QLineEdit("5"), _("Minutes between slots"), 3, 1)
        self.days: list[tuple[int, date, CheckBox]] = []
        self._add_days()
        for line in (self.slot, self.buffer):
            line.textChanged.connect(lambda _text: self._show_summary())
        self._show_summary()
        self.blocks[0][0].setFocus()
        self.keep(store, "hours")

    def problem_text(self) -> str:
        """Return what is wrong with the hours; empty where slots can be made of them."""
        lines = [line for pair in self.blocks for line in pair]
        wrong = [line.problem for line in lines] + [number_problem(one.text()) for one in (self.slot, self.buffer)]
        if any(wrong):
            return next(filter(None, wrong))
        if not self._hours().days or not self._hours().blocks:
            return _("Choose hours, and at least one day.")
        if any(ends <= starts for starts, ends in self._hours().blocks) or not int(self.slot.text()):
            return _("The session has no room for a slot.")
        return ""

    def make(self) -> None:
        """Add the sessions."""
        places.add_hours(self._store, self._hours())

    def _block(self, row: int, name: str, starts: time, ends: time) -> tuple[TypedLine, TypedLine]:
        self.grid.addWidget(Label(name), row, 0)
        found = (TypedLine(ClockReader()), TypedLine(ClockReader()))
        for column, (line, value, which) in enumerate(zip(found, (starts, ends), (_("From"), _("To")), strict=True), 1):
            self.field(line, f"{name}: {which}", row, column)
            line.set_value(value)
            line.edited.connect(self._show_summary)
        return found

    def _add_days(self) -> None:
        language = current().language
        for number, (venue, stop, day) in enumerate(places.days_without_hours(self._store)):
            box = self.box(f"{current().short_day(day)}  ·  {stop.name(language)}, {venue.name}", 4 + number)
            box.toggled.connect(lambda _on: self._show_summary())
            self.days.append((venue.id, day, box))
        self.grid.setColumnStretch(3, 1)
        self.grid.setRowStretch(4 + len(self.days), 1)

    def _hours(self) -> Hours:
        blocks: list[Clocks] = [
            (starts.value, ends.value)
            for starts, ends in self.blocks
            if starts.value is not None and ends.value is not None
        ]
        chosen = tuple((venue, day) for venue, day, box in self.days if box.isChecked())
        return Hours(tuple(blocks), chosen, int(self.slot.text()), int(self.buffer.text()))

    def _show_summary(self) -> None:
        """Say how many slots the hours make."""
        if self.problem_text():
            self.summary.setText("")
            return
        slots = places.slots_in(self._hours())
        self.summary.setText(count("This makes {n} slot for meetings.", "This makes {n} slots for meetings.", slots))
