"""Where a meeting can go: every day, time and table with what it means there, the free places first."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from missionplanner.domain.moves import GRADE_LABELS, Grade, Moves, MoveVerdict
from missionplanner.domain.spelling import has_beginnings
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Slot
from missionplanner.gui.widgets.buttons import accept_or_cancel
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.dialogs import Dialog
from missionplanner.gui.widgets.labels import as_search, heading_label
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import Column, DataTable, TableModel
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _, current

_ORDER = (Grade.FREE, Grade.WARY, Grade.REFUSED)


@dataclass(frozen=True, slots=True)
class MovePlace:
    """A slot a meeting could go to, at the table that suits best."""

    slot: Slot
    words: str
    """City, day and time, by which it is found."""
    grade: Grade


class MoveDialog(Dialog):
    """Asks where a meeting goes: words narrow the places, arrows choose one, Enter takes it."""

    def __init__(self, moves: Moves, parent: QWidget | None = None, tables: bool = False) -> None:
        """tables: it is another table at its own time that is looked for first."""
        super().__init__(parent)
        self._moves, self._snapshot = moves, moves.plan.snapshot
        names = " – ".join(self._snapshot.company[key].name for key in moves.held.pair)
        self.setWindowTitle(_("Move to…").rstrip("…"))
        self._meanings: dict[int, str] = {}
        self._places = self._all_places()
        self.line = QLineEdit(clearButtonEnabled=True)
        as_search(self.line, _("Day and time, such as “tue 10”"))
        self.table = DataTable(TableModel(self._columns(), self._fetch), _("Places"), kept="places")
        self.tables = ComboBox()
        self.tables.setAccessibleName(_("Table"))
        self.sentence = Label()
        self.sentence.setWordWrap(True)
        form = QFormLayout()
        form.addRow(Label(_("Table")), self.tables)
        layout = QVBoxLayout(self)
        heading = heading_label(names)
        heading.setWordWrap(True)
        for widget in (heading, self.line, self.table):
            layout.addWidget(widget)
        layout.addLayout(form)
        layout.addWidget(self.sentence)
        buttons, self._ok = accept_or_cancel(self, _("Move"), "calendar-plus")
        layout.addWidget(buttons)
        open_with(self, 760, 560)
        self._connect()
        self._narrow("")
        if tables:
            own = next(n for n, place in enumerate(self._places) if place.slot.id == moves.held.slot_id)
            self.table.selectRow(own)
            self.tables.setFocus()
        else:
            self.line.setFocus()

    @property
    def verdict(self) -> MoveVerdict | None:
        """The place that is chosen and what it means; None where none is."""
        place = self._chosen()
        if place is None:
            return None
        table = int(self.tables.currentData() or 0)
        there = (m for m in self._moves.plan.of_table.get(table, ()) if m.slot_id == place.slot.id)
        other = next((m for m in there if m.id != self._moves.held.id), None)
        return self._moves.verdict(place.slot.id, table, other)

    def accept(self) -> None:
        """Close where the place can be taken."""
        found = self.verdict
        if found and found.grade is not Grade.REFUSED and found.meetings:
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down choose a place while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                row = min(max(self.table.currentIndex().row() + step, 0), self.table.rows.rowCount() - 1)
                self.table.selectRow(row)
                return True
        return super().eventFilter(watched, event)

    # -- inside

    def _connect(self) -> None:
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._narrow)
        self.table.chosen.connect(self._on_chosen)
        self.table.activated_row.connect(lambda _row: self.accept())
        self.tables.currentIndexChanged.connect(lambda _index: self._show_verdict())

    def _all_places(self) -> list[MovePlace]:
        """Every slot in the order of time, those first where nothing speaks against it, and its own behind these."""
        found = []
        for slot in sorted(self._snapshot.slots, key=lambda slot: (slot.starts, slot.id)):
            day = f"{current().date(slot.day, 'full')} {self._day(slot)}"
            starts = in_zone(slot.starts, self._snapshot.stop_of_slot[slot.id].time_zone)
            clock = f"{starts:%H:%M} {starts.hour}:{starts:%M}"  # 9:00 is typed as often as 09:00
            words = f"{_city(self._moves, slot)} {day} {starts:%Y-%m-%d} {clock}"
            found.append(MovePlace(slot, words, self._moves.grade(slot.id)))
        own = self._moves.held.slot_id
        return sorted(found, key=lambda place: (_ORDER.index(place.grade), place.slot.id == own))

    def _columns(self) -> Sequence[Column]:
        found = [
            Column(_("Day"), lambda place: self._day(place.slot), width=130, colour=_colour),
            Column(_("Time"), lambda place: self._times(place.slot), width=110, colour=_colour),
            Column(_("City"), lambda place: _city(self._moves, place.slot), width=120, colour=_colour),
            Column(_("Place"), lambda place: _(GRADE_LABELS[place.grade]), width=110, colour=_colour),
            Column(
                _("What it means"),
                lambda place: self._meaning(place.slot.id),
                width=200,
                colour=_colour,
                grows=True,
            ),
        ]
        return found if len(self._snapshot.stops) > 1 else [*found[:2], *found[3:]]

    def _fetch(self, keys: list[int]) -> list[MovePlace]:
        return [self._places[key] for key in keys]

    def _day(self, slot: Slot) -> str:
        return current().short_day(slot.day)

    def _times(self, slot: Slot) -> str:
        zone = self._snapshot.stop_of_slot[slot.id].time_zone
        return "–".join(current().time(in_zone(moment, zone)) for moment in (slot.starts, slot.ends))

    def _meaning(self, slot_id: int) -> str:
        """Return the consequences of a slot, found out when it is first seen."""
        if slot_id not in self._meanings:
            self._meanings[slot_id] = self._moves.verdict(slot_id).text
        return self._meanings[slot_id]

    def _narrow(self, text: str) -> None:
        keys = [n for n, place in enumerate(self._places) if has_beginnings(place.words, text)]
        self.table.rows.set_keys(keys)
        if keys:
            self.table.selectRow(0)
        else:
            self._on_chosen()

    def _chosen(self) -> MovePlace | None:
        row = self.table.currentIndex().row()
        return self.table.rows.record(row) if 0 <= row < self.table.rows.rowCount() else None

    def _on_chosen(self) -> None:
        """Offer the tables of the slot: one that suits, then those that are free, then those that are taken."""
        place, plan = self._chosen(), self._moves.plan
        self.tables.blockSignals(True)
        self.tables.clear()
        self.tables.addItem(_("one that suits"), 0)
        if place and not self._moves.plan.at_office(self._moves.held.moved_to(place.slot.id, None)):
            taken = {m.table_id: m for m in plan.during(place.slot) if m.id != self._moves.held.id}
            tables = self._snapshot.tables_of.get(self._snapshot.venue_of_slot[place.slot.id].id, [])
            for table in sorted(tables, key=lambda one: one.id in taken):
                by_video = self._snapshot.venue[table.venue_id].online
                number = (_("Video room {number}") if by_video else _("Table {number}")).format(number=table.number)
                names = [self._snapshot.company[key].name for m in [taken.get(table.id)] if m for key in m.pair]
                self.tables.addItem(f"{number}: {' – '.join(names)}" if names else number, table.id)
        self.tables.blockSignals(False)
        self._show_verdict()

    def _show_verdict(self) -> None:
        found = self.verdict
        self.sentence.setText(found.text if found else _("No place has this name."))
        self._ok.setEnabled(found is not None and found.grade is not Grade.REFUSED)


def _city(moves: Moves, slot: Slot) -> str:
    return moves.plan.snapshot.stop_of_slot[slot.id].name(current().language)


def _colour(place: MovePlace) -> str:
    return {Grade.FREE: colours().good, Grade.WARY: colours().warn}.get(place.grade, colours().quiet)
