"""The load of the tables as a picture of heat: which slots are full, which tables are hardly used."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.plan import Plan
from missionplanner.domain.spelling import fold
from missionplanner.domain.table_loads import loads
from missionplanner.gui.timetable import meeting_cards
from missionplanner.gui.timetable.loads_model import CELL, HeatCell, LoadsModel, share_in_words
from missionplanner.gui.timetable.venue_choice import VenueChoice
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.printing import ShownList

_ROW, _SUM, _TABLE = 24, 62, 28
"""Pixels of a row, of the column of sums, and the least of a table."""
_PALEST, _STRONGEST = 0.06, 0.5
"""How much of the accent is in the colour of what is not used and of what is full: text on it stays readable."""


class HeatDelegate(QStyledItemDelegate):
    """Paints sums in a colour as strong as they are full, with a bar; tables in slots as blocks."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Heat, bar and number, or block; selection and focus around it."""
        cell, rect = index.data(CELL), option.rect
        if not isinstance(cell, HeatCell):
            return
        c, inner = colours(), rect.adjusted(1, 1, -1, -1)
        if cell.share:
            self._paint_sum(painter, rect, cell, str(index.data()))
        elif cell.meetings:
            painter.fillRect(inner, tint(c.accent, _STRONGEST))
            painter.fillRect(rect.center().x() - 3, rect.center().y() - 3, 7, 7, QColor(c.accent))
            if len(cell.meetings) > 1:
                painter.fillRect(inner, QBrush(QColor(c.bad), Qt.BrushStyle.DiagCrossPattern))
        elif cell.is_away:
            painter.fillRect(rect, QBrush(QColor(c.edge), Qt.BrushStyle.BDiagPattern))
        if option.state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(c.text), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))

    def _paint_sum(self, painter: QPainter, rect: QRect, cell: HeatCell, text: str) -> None:
        assert cell.share is not None
        c, part = colours(), cell.share.part
        painter.fillRect(rect, tint(c.accent, _PALEST + (_STRONGEST - _PALEST) * part))
        if cell.share.used:
            painter.fillRect(
                QRect(rect.left(), rect.bottom() - 2, max(2, round(rect.width() * part)), 3), QColor(c.accent)
            )
        painter.setPen(QColor(c.text))
        painter.drawText(rect.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, text)


class LoadsView(QTableView):
    """The picture; Enter and the mouse open the meeting of a cell."""

    meeting_asked = Signal(int)

    def __init__(self, model: LoadsModel) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(HeatDelegate(self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Load of tables"))
        self.setAccessibleDescription(_("Enter opens the meeting of a cell."))
        self.verticalHeader().setMinimumSectionSize(18)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setMinimumSectionSize(_TABLE)
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(self.open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the meeting of the cell; the rest is the view's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def open(self, index: QModelIndex) -> None:
        """Open the meeting of a cell, where there is one."""
        if index.isValid() and (found := self.rows.cell(index).meetings):
            self.meeting_asked.emit(found[0].id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tables the width there is."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Set the widths: the sums have more room than the tables, which share what is left."""
        header = self.horizontalHeader()
        first, *rest = [header.sectionSizeHint(column) for column in range(self.rows.columnCount())] or [0]
        share = (self.viewport().width() - max(first, _SUM)) // max(len(rest), 1)
        least = max(rest, default=_TABLE)
        header.setDefaultSectionSize(min(max(share, least), 2 * least))
        self.setColumnWidth(0, max(first, _SUM))


class LoadsPane(QWidget):
    """The venue, the figures in a sentence, and the picture."""

    meeting_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._day: date | None = None
        self.venue, self.words = VenueChoice(), quiet_label()
        self.model = LoadsModel()
        self.view = LoadsView(self.model)
        row = WrappingRow()
        row.addWidget(self.venue)
        row.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        self.venue.currentIndexChanged.connect(lambda _index: self._show())
        self.view.meeting_asked.connect(self.meeting_asked)

    def show_plan(self, plan: Plan, stop_id: int, day: date) -> None:
        """Show the venues of a stop, from a day on."""
        self._plan, self._day = plan, day
        self.venue.offer_venues(plan.snapshot, stop_id)
        self._show()

    def places_with(self, words: Sequence[str]) -> list[QModelIndex]:
        """Return the cells of meetings whose companies have all of the folded words in their names."""
        if self._plan is None:
            return []
        cells = (self.model.index(r, c) for r in range(self.model.rowCount()) for c in range(self.model.columnCount()))
        return [
            index
            for index in cells
            for found in (self.model.cell(index).meetings,)
            if found and all(word in fold(meeting_cards.spoken(self._plan.snapshot, found[0])) for word in words)
        ]

    def shown_list(self) -> ShownList | None:
        """The sums of days and slots as they are shown."""
        found = self.model.loads
        if found is None:
            return None
        rows = [
            [self.model.row_name(row), *map(current().number, (share.used, share.there, round(100 * share.part)))]
            for row in range(self.model.rowCount())
            if (share := self.model.cell(self.model.index(row, 0)).share)
        ]
        headings = [_("Time"), _("Tables in use"), _("Tables there"), _("In use, %")]
        return ShownList(
            _("Load of tables"), self.venue.currentText(), headings, rows, [140, 100, 100, 80], frozenset({1, 2, 3})
        )

    def _show(self) -> None:
        if self._plan is None or self._day is None or not self.venue.value:
            return
        found = loads(self._plan, self.venue.value)
        self.model.show_loads(self._plan.snapshot, found)
        self.view.fit()
        row = self.model.row_of(self._day)
        self.view.setCurrentIndex(self.model.index(row, 0))
        self.view.scrollTo(self.model.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
        parts = [
            share_in_words(found.whole),
            _("at most {n} at a time").format(n=current().number(found.peak)),
        ]
        if found.never_used:
            parts.append(count("{n} table is never used", "{n} tables are never used", found.never_used))
        self.words.setText("  ·  ".join(parts))
