"""The plan of a room: every table in the order of the numbers, with who sits there at a moment."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from math import ceil, sqrt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QSlider,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.plan import Plan
from missionplanner.domain.spelling import fold
from missionplanner.domain.table_loads import Seat, moments, seats, visits
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.commands import command
from missionplanner.gui.timetable import meeting_cards
from missionplanner.gui.timetable.painting import draw_lines
from missionplanner.gui.timetable.venue_choice import VenueChoice
from missionplanner.gui.widgets.buttons import command_tool_button
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Label, literal
from missionplanner.gui.widgets.shortcuts import set_shortcut
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.lists.printing import ShownList

Index = QModelIndex | QPersistentModelIndex
SEAT = int(Qt.ItemDataRole.UserRole)
"""The role of the `Seat` of a cell."""
_WIDE, _HIGH = 132, 62
"""The least pixels of a table."""


class RoomModel(QAbstractTableModel):
    """The tables in rows of as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.seats: list[Seat] = []
        self.across = 1
        self._plan: Plan | None = None

    def show_seats(self, plan: Plan, found: Sequence[Seat], across: int) -> None:
        """Show other tables, or the same ones at another moment."""
        same = len(found) == len(self.seats) and across == self.across
        if not same:
            self.beginResetModel()
        self._plan, self.seats, self.across = plan, list(found), across
        if same and found:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
        elif not same:
            self.endResetModel()

    def seat(self, index: Index) -> Seat | None:
        """The table at an index; None behind the last."""
        place = index.row() * self.across + index.column()
        return self.seats[place] if index.isValid() and place < len(self.seats) else None

    def place_of(self, number: int) -> QModelIndex:
        """The index of the table of a place in the order."""
        return self.index(number // self.across, number % self.across)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are."""
        return 0 if parent is not None and parent.isValid() else ceil(len(self.seats) / self.across)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many tables stand beside one another."""
        return 0 if (parent is not None and parent.isValid()) or not self.seats else self.across

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Nothing can be chosen behind the last table."""
        return super().flags(index) if self.seat(index) else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The number with both companies; their card; for screen readers everything in a line."""
        seat = self.seat(index)
        if seat is None or self._plan is None:
            return None
        if role == SEAT:
            return seat
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(seat)
        if role == Qt.ItemDataRole.ToolTipRole:
            cards = [meeting_cards.meeting_card(self._plan.snapshot, meeting) for meeting in seat.meetings]
            return literal("\n\n".join(cards) or self.spoken(seat))
        return self.spoken(seat) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def text(self, seat: Seat) -> str:
        """A table in three lines: its number, and who sits there."""
        assert self._plan is not None
        names = [self._plan.snapshot.company[key].name for meeting in seat.meetings for key in meeting.pair]
        return "\n".join([str(seat.table.number), *(names or [_("Not available") if seat.is_away else _("free")])])

    def spoken(self, seat: Seat) -> str:
        """A table in a line."""
        assert self._plan is not None
        what = "; ".join(meeting_cards.spoken(self._plan.snapshot, meeting) for meeting in seat.meetings)
        by_video = self._plan.snapshot.venue[seat.table.venue_id].online
        table = (_("Video room {number}") if by_video else _("Table {number}")).format(number=seat.table.number)
        return ": ".join((table, what or (_("Not available") if seat.is_away else _("free"))))


class TableDelegate(QStyledItemDelegate):
    """Paints a table: filled where somebody sits, an outline where it is free, hatched where it is not available."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The table, its number and its companies."""
        seat = index.data(SEAT)
        if not isinstance(seat, Seat):
            return
        c, rect = colours(), option.rect.adjusted(5, 5, -5, -5)
        is_chosen = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus))
        painter.save()
        painter.setFont(option.font)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = c.bad if len(seat.meetings) > 1 else c.accent if seat.meetings else c.edge
        painter.setPen(QPen(QColor(c.text if is_chosen else ink), 2.5 if is_chosen else 1.2))
        painter.setBrush(tint(c.accent, 0.18) if seat.meetings else QColor(c.surface))
        painter.drawRoundedRect(rect, 7, 7)
        if seat.is_away and not seat.meetings:
            painter.setBrush(QBrush(tint(c.edge, 0.5), Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(rect, 7, 7)
        self._write(painter, rect.adjusted(8, 4, -8, -3), str(index.data()), bool(seat.meetings))
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, text: str, is_taken: bool) -> None:
        number, rest = text.split("\n", 1)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(colours().text if is_taken else colours().quiet))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, number)
        font.setBold(False)
        painter.setFont(font)
        step = painter.fontMetrics().lineSpacing()
        ink = colours().text if is_taken else colours().quiet
        for line, name in enumerate(rest.split("\n"), start=1):
            draw_lines(painter, QRect(rect.left(), rect.top() + line * step, rect.width(), step), name, ink)


def across(many: int, width: int) -> int:
    """Return how many of so many tables stand beside one another in a width: a room is rather wide than deep."""
    return max(1, min(width // _WIDE, ceil(sqrt(2 * many))))


class RoomView(QTableView):
    """The tables; Enter and the mouse open a meeting."""

    meeting_asked = Signal(int)
    widened = Signal()
    """There is room for more or fewer tables beside one another."""

    def __init__(self, model: RoomModel) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(TableDelegate(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(_HIGH)
        self.horizontalHeader().setMinimumSectionSize(60)
        # Less than a row would cut its last line.
        self.setMinimumHeight(_HIGH + 2 * self.frameWidth() + 1)
        self.setAccessibleName(_("Room plan"))
        self.setAccessibleDescription(_("Enter opens the meeting at a table."))
        self.doubleClicked.connect(self.open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the meeting of the table; the rest is the view's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def open(self, index: QModelIndex) -> None:
        """Open the meeting at a table, where there is one."""
        if (seat := self.rows.seat(index)) and seat.meetings:
            self.meeting_asked.emit(seat.meetings[0].id)

    def fit(self) -> None:
        """Fill the width, and the height with whole rows."""
        area = self.viewport().size()
        rows, columns = self.rows.rowCount(), self.rows.columnCount()
        if rows and columns:
            seen = min(max((area.height() - 1) // _HIGH, 1), rows)
            high = max(_HIGH, min((area.height() - 1) // seen, 110))
            self.verticalHeader().setDefaultSectionSize(high)
            self.horizontalHeader().setDefaultSectionSize(max((area.width() - 1) // columns, 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the tables anew where the room for them is another."""
        super().resizeEvent(event)
        self.widened.emit()


class RoomPane(QWidget):
    """The venue, the moment, and the tables."""

    meeting_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._plan: Plan | None = None
        self._moments: list[datetime] = []
        self._stop_id = 0
        self.venue, self.words, self.visits = VenueChoice(), quiet_label(), quiet_label()
        self.moment = QSlider(Qt.Orientation.Horizontal)
        self.time = Label()
        self.model = RoomModel()
        self.view = RoomView(self.model)
        self._build()

    def show_plan(self, plan: Plan, stop_id: int, day: date) -> None:
        """Show the venues of a stop at the moments of a day; the clock time that was shown stays where it can."""
        now = self.shown_at
        self._plan, self._stop_id = plan, stop_id
        self.venue.offer_venues(plan.snapshot, stop_id)
        self._offer_moments(day, now)

    @property
    def shown_at(self) -> datetime | None:
        """The moment that is shown; None without any."""
        place = self.moment.value()
        return self._moments[place] if 0 <= place < len(self._moments) else None

    @command(N_("Earlier"), "Ctrl+Left", "chevron-left")
    def earlier(self) -> None:
        """Show who sits where one slot earlier."""
        self.moment.setValue(self.moment.value() - 1)

    @command(N_("Later"), "Ctrl+Right", "chevron-right")
    def later(self) -> None:
        """Show who sits where one slot later."""
        self.moment.setValue(self.moment.value() + 1)

    def places_with(self, words: Sequence[str]) -> list[QModelIndex]:
        """Return the tables at which a company sits that has all of the folded words in its name."""
        return [
            self.model.place_of(number)
            for number, seat in enumerate(self.model.seats)
            if seat.meetings and all(word in fold(self.model.spoken(seat)) for word in words)
        ]

    def shown_list(self) -> ShownList | None:
        """Who sits where at the moment that is shown."""
        if self._plan is None or self.shown_at is None:
            return None
        company = self._plan.snapshot.company
        rows = [
            [str(seat.table.number), *([company[key].name for key in meeting.pair] if meeting else ["", ""])]
            for seat in self.model.seats
            for meeting in seat.meetings or (None,)
        ]
        headings = [_("Table"), _("Delegation"), _("Counterpart")]
        subtitle = f"{self.venue.currentText()}, {self._when(self.shown_at)}"
        return ShownList(_("Room plan"), subtitle, headings, rows, [60, 260, 260], frozenset({0}))

    def _build(self) -> None:
        self.moment.setAccessibleName(_("Moment"))
        self.moment.setPageStep(1)
        self.moment.setMinimumWidth(120)
        row = WrappingRow()
        row.addWidget(self.venue)
        for method in (self.earlier, self.later):
            button = command_tool_button(method, self._workspace.store)
            button.setShortcut(QKeySequence())  # that of a button waits 100 ms
            set_shortcut(method, self, self._workspace.store)
            row.addWidget(button)
        row.addWidget(self.moment, 1)
        row.addWidget(self.time)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        for widget in (self.words, self.view, self.visits):
            layout.addWidget(widget)
        layout.setStretchFactor(self.view, 1)
        self.venue.currentIndexChanged.connect(lambda _index: self._show())
        self.moment.valueChanged.connect(lambda _value: self._show())
        self.view.widened.connect(self._show)
        self.view.meeting_asked.connect(self.meeting_asked)

    def _offer_moments(self, day: date, before: datetime | None) -> None:
        assert self._plan is not None
        found = moments(self._plan, self.venue.value) if self.venue.value else []
        self._moments = [moment for moment in found if moment.date() == day]
        now = datetime.now(UTC)
        clocks = [moment.timetz() for moment in self._moments]
        place = clocks.index(before.timetz()) if before and before.timetz() in clocks else 0
        if before is None:
            place = max((n for n, moment in enumerate(self._moments) if moment <= now and now.date() == day), default=0)
        self.moment.blockSignals(True)
        self.moment.setRange(0, max(len(self._moments) - 1, 0))
        self.moment.setValue(place)
        self.moment.blockSignals(False)
        self._show()

    def _show(self) -> None:
        if self._plan is None or self.shown_at is None or not self.venue.value:
            return
        found = seats(self._plan, self.venue.value, self.shown_at)
        here = self.view.currentIndex()
        chosen = here.row() * self.model.across + here.column() if here.isValid() else 0
        self.model.show_seats(self._plan, found, across(len(found), self.view.viewport().width()))
        self.view.fit()
        if not self.view.currentIndex().isValid() and found:
            self.view.setCurrentIndex(self.model.place_of(min(chosen, len(found) - 1)))
        self.time.setText(self._when(self.shown_at))
        self.moment.setAccessibleDescription(self._when(self.shown_at))
        taken = sum(bool(seat.meetings) for seat in found)
        is_online = self._plan.snapshot.venue[self.venue.value].online
        rooms = count("{n} video room", "{n} video rooms", len(found))
        many = rooms if is_online else count("{n} table", "{n} tables", len(found))
        self.words.setText(_("{n} of {tables} are taken.").format(n=current().number(taken), tables=many))
        self._show_visits(visits(self._plan, self._stop_id, self.shown_at))

    def _show_visits(self, found: Sequence[Meeting]) -> None:
        assert self._plan is not None
        company = self._plan.snapshot.company
        pairs = "; ".join(" – ".join(company[key].name for key in meeting.pair) for meeting in found)
        self.visits.setText(_("At offices: {pairs}").format(pairs=pairs))
        self.visits.setVisible(bool(found))

    def _when(self, moment: datetime) -> str:
        assert self._plan is not None
        zone = self._plan.snapshot.stop[self._stop_id].time_zone
        return current().short_moment(in_zone(moment, zone))
