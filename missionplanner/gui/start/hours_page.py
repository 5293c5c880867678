"""The fourth page of a new mission: a venue for each city, and meeting hours, drawn into a picture of the days."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain.mission import Stop
from missionplanner.domain.time import days
from missionplanner.gui.widgets.buttons import make_button
from missionplanner.gui.widgets.day_blocks import DrawnHours, PictureDay
from missionplanner.gui.widgets.day_picture import DayPicture, drawing_hint
from missionplanner.gui.widgets.field_checks import number_problem
from missionplanner.gui.widgets.hours_form import ask_hours
from missionplanner.gui.widgets.labels import heading_label, quiet_label
from missionplanner.gui.widgets.plain_text import CheckBox, Label
from missionplanner.i18n import _, count, current
from missionplanner.jobs.programme.new_mission import PlannedHours, PlannedVenue

_USUAL = ((9 * 60, 12 * 60 + 30), (14 * 60, 17 * 60))
"""The hours that are offered for every day, in minutes."""
_TABLES = 10


@dataclass(slots=True)
class VenueRow:
    """The venue of a city."""

    stop: Stop
    name: QLineEdit
    tables: QLineEdit
    online: CheckBox


class HoursPage(QWidget):
    """Venues as rows, their days as columns of a picture. stops: returns the cities of the mission."""

    edited = Signal()

    def __init__(self, stops: Callable[[], Sequence[Stop]]) -> None:
        super().__init__()
        self._stops = stops
        self.rows: list[VenueRow] = []
        self.picture = DayPicture()
        self.usual = make_button(_("Usual hours on all days"), "calendar-plus")
        self.clear = make_button(_("Clear the hours"), "trash-2")
        self.pointed = quiet_label()
        self.problem = Label()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self._grid = QGridLayout()
        self._grid.setColumnStretch(1, 1)
        self._build()

    def begin(self) -> None:
        """Show the page with the cities as they are now; hours that were drawn stay on their days."""
        stops = list(self._stops())
        if [row.stop for row in self.rows] != stops:
            kept = [(self._day(block), self._stop(block).name_en, block) for block in self.picture.blocks]
            self._make_rows(stops)
            self._show(
                [
                    replace(block, column=place)
                    for day, city, block in kept
                    for place, (row, found) in enumerate(self._columns)
                    if (found.day, row.stop.name_en) == (day, city)
                ]
            )
        self.picture.setFocus()

    def planned(self) -> tuple[PlannedVenue, ...]:
        """Return the venues that were named or have hours, with these."""
        found = []
        for place, row in enumerate(self.rows):
            hours = tuple(self._hours(block) for block in self.picture.blocks if self._columns[block.column][0] is row)
            if hours or row.name.text().strip():
                name = row.name.text().strip() or row.name.placeholderText()
                found.append(PlannedVenue(place, name, int(row.tables.text()), row.online.isChecked(), hours))
        return tuple(found)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed or drawn."""
        return not self.picture.blocks and not any(row.name.text().strip() for row in self.rows)

    def show_problems(self) -> bool:
        """Say what is wrong; return whether anything is."""
        wrong = next((text for row in self.rows if (text := number_problem(row.tables.text()))), "")
        self.problem.setText(wrong)
        self.problem.setVisible(bool(wrong))
        return bool(wrong)

    @property
    def summary(self) -> str:
        """The venues and slots that are made, in a line."""
        if self.is_empty:
            return _("No meeting hours yet; they can be added later, too.")
        slots = sum(block.slots for block in self.picture.blocks)
        used = {id(self._columns[block.column][0]) for block in self.picture.blocks}
        named = sum(bool(row.name.text().strip()) or id(row) in used for row in self.rows)
        amounts = count("{n} venue", "{n} venues", named), count("{n} slot", "{n} slots", slots)
        return ", ".join(amounts)

    def draw_usual(self) -> None:
        """Draw the usual hours into every day that has none."""
        busy = {block.column for block in self.picture.blocks}
        fresh = [place for place in range(len(self._columns)) if place not in busy]
        self._show([*self.picture.blocks, *(DrawnHours(place, a, b) for place in fresh for a, b in _USUAL)])

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading_label(_("Where and when do companies meet?")))
        text = drawing_hint()
        hint = quiet_label(text)
        hint.setWordWrap(True)
        layout.addWidget(hint)
        layout.addLayout(self._grid)
        buttons = QHBoxLayout()
        buttons.addWidget(self.usual)
        buttons.addWidget(self.clear)
        buttons.addWidget(self.pointed, 1)
        layout.addLayout(buttons)
        layout.addWidget(self.problem)
        layout.addWidget(self.picture)
        layout.addStretch()
        self.problem.hide()
        self.usual.clicked.connect(self.draw_usual)
        self.clear.clicked.connect(lambda: self._show([]))
        self.picture.pointed.connect(self.pointed.setText)
        self.picture.drawn.connect(lambda block: self._show([*self.picture.blocks, block]))
        self.picture.changed.connect(self._replace)
        self.picture.removed.connect(lambda block: self._show([b for b in self.picture.blocks if b is not block]))
        self.picture.opened.connect(self._edit)

    def _make_rows(self, stops: Sequence[Stop]) -> None:
        before = {row.stop.name_en: row for row in self.rows}
        while item := self._grid.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        typed = {name: (row.name.text(), row.tables.text(), row.online.isChecked()) for name, row in before.items()}
        self.rows = []
        venue, number, video = _("Venue"), _("Tables"), _("by video")
        for place, stop in enumerate(stops):
            city = stop.name(current().language)
            name, tables, online = QLineEdit(), QLineEdit(str(_TABLES)), CheckBox(video)
            name.setPlaceholderText(_("Venue in {city}").format(city=city))
            name.setAccessibleName(f"{venue}, {city}")
            tables.setAccessibleName(f"{number}, {city}")
            online.setAccessibleName(f"{video}, {city}")
            tables.setMaximumWidth(60)
            if stop.name_en in typed:
                was = typed[stop.name_en]
                name.setText(was[0])
                tables.setText(was[1])
                online.setChecked(was[2])
            for column, widget in enumerate((Label(city), name, tables, Label(_("tables")), online)):
                self._grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignVCenter)
            for line in (name, tables):
                line.textEdited.connect(lambda _text: self.edited.emit())
            self.rows.append(VenueRow(stop, name, tables, online))

    @property
    def _columns(self) -> list[tuple[VenueRow, PictureDay]]:
        language = current().language
        return [
            (row, PictureDay(day, row.stop.name(language)))
            for row in self.rows
            for day in days(row.stop.starts, row.stop.ends)
        ]

    def _show(self, blocks: Sequence[DrawnHours]) -> None:
        self.picture.show_days([day for _row, day in self._columns], blocks)
        self.edited.emit()

    def _replace(self, before: DrawnHours, after: DrawnHours) -> None:
        self._show([after if block is before else block for block in self.picture.blocks])

    def _edit(self, block: DrawnHours) -> None:
        if wanted := ask_hours(self, block):
            self._replace(block, wanted)

    def _day(self, block: DrawnHours) -> object:
        return self._columns[block.column][1].day

    def _stop(self, block: DrawnHours) -> Stop:
        return self._columns[block.column][0].stop

    def _hours(self, block: DrawnHours) -> PlannedHours:
        starts, ends = (time(minutes // 60, minutes % 60) for minutes in (block.starts, block.ends))
        return PlannedHours(self._columns[block.column][1].day, starts, ends, block.slot, block.buffer)
