"""The weeks of companies: a line each, with its days, meetings and idle slots at a glance."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyleOptionHeader,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting
from missionplanner.domain.week_strips import CompanyWeek, Order, slots_by_day, sorted_weeks, weeks
from missionplanner.gui.timetable import meeting_cards
from missionplanner.gui.timetable.week_painting import MarkLegend, StripDelegate, boxes
from missionplanner.gui.timetable.weeks_model import COUNTS, WeeksModel, day_at_a_glance
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import Menu, literal
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.printing import ShownList

_ROW, _TIME, _NAME, _PADDING = 30, 5, 230, 9
"""Pixels of a row, the least of a time of a day, the most of the names of companies, and beside a name."""


class NamesHeader(QHeaderView):
    """The names of companies; one that is longer than the room it has ends in an ellipsis."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Shorten the name: the style does not."""
        super().initStyleOptionForIndex(option, section)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        room = self.width() - 2 * _PADDING
        option.text = QFontMetrics(font).elidedText(option.text, Qt.TextElideMode.ElideRight, room)


class WeeksView(QTableView):
    """The lines; a meeting under the mouse shows its card, Enter lists those of a day."""

    entered_cell = Signal(QModelIndex)
    """Enter was pressed in a cell."""
    meeting_clicked = Signal(int)
    """The meeting of this key was double-clicked."""
    company_clicked = Signal(int)
    """The company of this key was double-clicked beside its meetings."""

    def __init__(self, model: WeeksModel) -> None:
        super().__init__()
        self.rows = model
        self.setModel(model)
        self.setItemDelegate(StripDelegate(self))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setAccessibleName(_("Weeks of companies"))
        self.setAccessibleDescription(_("Enter lists the meetings of a day and opens one of them or the company."))
        self.setVerticalHeader(NamesHeader(self))
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.verticalHeader().setSectionsClickable(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(40)

    def meeting_at(self, point: QPoint) -> Meeting | None:
        """The meeting that is drawn at a point of the view."""
        index = self.indexAt(point)
        strip = self.rows.strip(index)
        if strip is None:
            return None
        for start, box in zip(strip.starts, boxes(self.visualRect(index), len(strip.starts)), strict=True):
            if box.left() <= point.x() <= box.right() + 1:
                return next(iter(strip.meetings.get(start, ())), None)
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter a cell; the rest is the view's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_cell.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the meeting under the mouse, else the company of the line."""
        point = event.position().toPoint()
        if meeting := self.meeting_at(point):
            self.meeting_clicked.emit(meeting.id)
        elif (index := self.indexAt(point)).isValid():
            self.company_clicked.emit(self.rows.weeks[index.row()].company.id)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the card of the meeting under the mouse."""
        if not isinstance(event, QHelpEvent):
            return super().viewportEvent(event)
        QToolTip.showText(event.globalPos(), literal(self.card_at(event.pos())), self.viewport())
        return True

    def card_at(self, point: QPoint) -> str:
        """The card of the meeting at a point of the view, what else is there in a few words."""
        index = self.indexAt(point)
        strip = self.rows.strip(index)
        if strip is None or self.rows.snapshot is None:
            return ""
        if meeting := self.meeting_at(point):
            return meeting_cards.meeting_card(self.rows.snapshot, meeting)
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the days the width that is left, as much as their times need at least."""
        super().resizeEvent(event)
        self.verticalHeader().setMaximumWidth(max(_NAME, event.size().width() // 5))
        self.fit()

    def fit(self) -> None:
        """Set the widths of the columns."""
        needs = [self.horizontalHeader().sectionSizeHint(n) for n in range(self.rows.columnCount())]
        counts, days = needs[: len(COUNTS)], needs[len(COUNTS) :]
        longest = max((len(strip.starts) for week in self.rows.weeks for strip in week.strips.values()), default=0)
        share = (self.viewport().width() - sum(counts)) // len(days) if days else 0
        wide = max(share, longest * _TIME + 8, *days, 0)
        for column, width in enumerate([*counts, *[wide] * len(days)]):
            self.setColumnWidth(column, width)


class WeeksPane(QWidget):
    """Which side and in which order, the lines, and what their marks mean."""

    company_asked = Signal(int)
    meeting_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._plan: Plan | None = None
        self._found: list[CompanyWeek] = []
        self._words: tuple[str, ...] = ()
        self.side = ChoiceEdit([(side, _(SIDE_LABELS[side])) for side in Side])
        self.order = ChoiceEdit([(order, order.label) for order in Order])
        self.model = WeeksModel()
        self.view = WeeksView(self.model)
        self.words = quiet_label()
        self._build()

    def show_plan(self, plan: Plan) -> None:
        """Show the weeks of a plan."""
        self._plan = plan
        self._found = weeks(plan, self.side.value)
        self._show()

    def search(self, words: Sequence[str]) -> None:
        """Show only the companies whose names, or those of whom they meet, have all of the folded words."""
        self._words = tuple(words)
        self._show()

    def shown_list(self, snapshot: Snapshot) -> ShownList:
        """The lines as they are shown."""
        days = [self.model.day_name(day).replace("\n", ", ") for day in self.model.days]
        rows = [
            [
                week.company.name,
                *(current().number(n) for n in (week.meetings, week.days, week.idle)),
                *(day_at_a_glance(snapshot, week.strips.get(day)) for day in self.model.days),
            ]
            for week in self.model.weeks
        ]
        headings, widths = [_("Company"), *map(_, COUNTS), *days], [220, 70, 50, 50, *[100] * len(days)]
        return ShownList(_("Weeks of companies"), self.side.currentText(), headings, rows, widths, frozenset({1, 2, 3}))

    def menu_at(self, index: QModelIndex) -> Menu:
        """The company of a cell, and its meetings of that day."""
        week, strip = self.model.weeks[index.row()], self.model.strip(index)
        menu = Menu(self)
        for meetings in strip.meetings.values() if strip else ():
            for meeting in meetings:
                action = menu.entry(self.model.line(meeting, week.company.id).replace("&", "&&"), icon("handshake"))
                action.triggered.connect(lambda _checked=False, key=meeting.id: self.meeting_asked.emit(key))
        name = _("Open {company}").format(company=week.company.name).replace("&", "&&")
        action = menu.entry(name, icon("building-2"))
        action.triggered.connect(lambda _checked=False: self.company_asked.emit(week.company.id))
        return menu

    def _build(self) -> None:
        self.side.setAccessibleName(_("Side"))
        self.order.setAccessibleName(_("Order"))
        row = WrappingRow()
        for widget in (self.side, self.order):
            row.addWidget(widget)
        row.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        layout.addWidget(MarkLegend())
        self.side.currentIndexChanged.connect(lambda _index: self._look_again())
        self.order.currentIndexChanged.connect(lambda _index: self._show(keep=False))
        self.view.entered_cell.connect(self._on_entered)
        self.view.meeting_clicked.connect(self.meeting_asked)
        self.view.company_clicked.connect(self.company_asked)
        self.view.verticalHeader().sectionDoubleClicked.connect(
            lambda row: self.company_asked.emit(self.model.weeks[row].company.id)
        )

    def _look_again(self) -> None:
        if self._plan is not None:
            self.show_plan(self._plan)

    def _on_entered(self, index: QModelIndex) -> None:
        menu = self.menu_at(index)
        area = self.view.visualRect(index)
        menu.exec(self.view.viewport().mapToGlobal(area.bottomLeft()))
        menu.deleteLater()

    def _show(self, keep: bool = True) -> None:
        """`keep`: whether to stay at the company one was at, instead of beginning at the top."""
        if self._plan is None:
            return
        before = self.view.currentIndex()
        key = self.model.weeks[before.row()].company.id if keep and before.isValid() else 0
        found = [week for week in self._found if self._has(week)]
        found = sorted_weeks(found, self.order.value)
        self.model.show_weeks(self._plan.snapshot, list(slots_by_day(self._plan)), found)
        self.view.fit()
        row = next((row for row, week in enumerate(found) if week.company.id == key), 0)
        if found:
            self.view.setCurrentIndex(self.model.index(row, max(before.column(), 0)))
        days, idle = sum(week.days for week in found), sum(week.idle for week in found)
        parts = [
            count("{n} company", "{n} companies", len(found)),
            count("{n} company-day", "{n} company-days", days),
            count("{n} idle slot", "{n} idle slots", idle),
        ]
        self.words.setText("  ·  ".join(parts))

    def _has(self, week: CompanyWeek) -> bool:
        if not self._words:
            return True
        assert self._plan is not None
        names = self._plan.snapshot.company
        others = (names[key].name for m in self._plan.of_company.get(week.company.id, ()) for key in m.pair)
        text = fold(" ".join((week.company.name, *others)))
        return all(word in text for word in self._words)
