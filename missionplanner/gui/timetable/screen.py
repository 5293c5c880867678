"""The screen of the timetable: seen by table or by company, with what is not placed beside it."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.companies import Side
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting
from missionplanner.gui import alerts
from missionplanner.gui.runner import Runner
from missionplanner.gui.screen import EmptyState, Screen, heading_label, quiet_label
from missionplanner.gui.table import Column, Table, TableModel
from missionplanner.gui.timetable import models
from missionplanner.gui.timetable.delegate import LinesDelegate
from missionplanner.gui.timetable.dialogs import PlanDialog, ProgressDialog, ProposalDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs import planning
from missionplanner.jobs.printing import ShownList


class TimetableScreen(Screen):
    """The plan of one stop and day, and the requests that are not in it."""

    TOUCHED_BY = frozenset({"meetings", "companies", "requests", "sessions", "slots", "tables", "venues", "events",
                            "applications", "availabilities", "company_stops", "stops"})  # fmt: skip

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(_("Timetable"), workspace, runner)
        self._snapshot: Snapshot | None = None
        self._unplaced: list[planning.Unplaced] = []
        self.stop, self.day, self.view = QComboBox(), QComboBox(), QComboBox()
        self.model = models.GridModel()
        self.grid = QTableView()
        self.unplaced = Table(
            TableModel(self._columns(), lambda keys: [self._unplaced[k] for k in keys]), _("Not placed")
        )
        self.count_label = quiet_label()
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            _("No timetable yet. It is made from the requests of the companies that take part."),
            _("Make the timetable…"), "play",
        )  # fmt: skip
        self._build()

    def refresh(self) -> None:
        """Show the plan as it is now."""
        self._snapshot = self.workspace.store.snapshot()
        self._offer_stops(self._snapshot)
        self._unplaced = planning.unplaced(self._snapshot)
        self.unplaced.rows.set_keys(list(range(len(self._unplaced))))
        self._show_grid()
        meetings = sum(meeting.stands for meeting in self._snapshot.meetings)
        conflicts = len(planning.conflicts(self._snapshot))
        parts = (
            count("{n} meeting", "{n} meetings", meetings),
            count("{n} request not placed", "{n} requests not placed", len(self._unplaced)),
            count("{n} conflict", "{n} conflicts", conflicts) if conflicts else _("no conflicts"),
        )
        self.count_label.setText("  ·  ".join(parts))
        self._pages.setCurrentIndex(0 if meetings else 1)

    def make(self) -> None:
        """Ask how, make a timetable, show what it would change, and accept it if the user does."""
        snapshot = self.workspace.store.snapshot()
        dialog = PlanDialog(snapshot, self)
        if not dialog.exec():
            return
        seconds = dialog.seconds.value
        job = planning.plan(seconds, dialog.keep.value, dialog.day.value)
        found: list[planning.Proposal] = []
        self.runner.start(job, found.append)
        ProgressDialog(self.runner, seconds, self).exec()
        if found:
            self.propose(snapshot, found[0])

    def propose(self, snapshot: Snapshot, proposal: planning.Proposal) -> None:
        """Show what the proposal would change; write it when it is accepted."""
        if ProposalDialog(snapshot, proposal, self).exec():
            planning.accept(self.workspace.store, proposal)

    def chosen_meetings(self) -> list[Meeting]:
        """The meetings of the selected cells."""
        cells = (self.model.cell(index) for index in self.grid.selectionModel().selectedIndexes())
        return [cell.meeting for cell in cells if cell.meeting]

    def _columns(self) -> list[Column]:
        def name(key: int) -> str:
            assert self._snapshot is not None
            return self._snapshot.company[key].name

        def pair(unplaced: planning.Unplaced) -> str:
            return f"{name(unplaced.request.delegation_id)} – {name(unplaced.request.counterpart_id)}"

        return [
            Column(_("Request and reason"), lambda u: f"{u.request.priority.label}: {pair(u)}\n{u.reason}", width=320)
        ]

    def _build(self) -> None:
        clear = self.button(_("Clear"), "trash-2")
        self._make_button = self.button(_("Make the timetable…"), "play", primary=True)
        clear.clicked.connect(self._on_clear)
        self._make_button.clicked.connect(self.make)
        self._empty.clicked.connect(self.make)
        self.layout_.addLayout(self._choices())
        self.grid.setModel(self.model)
        self.grid.setAccessibleName(_("Timetable"))
        self.grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.grid.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.grid.verticalHeader().setDefaultSectionSize(48)
        self.grid.verticalHeader().setMaximumWidth(230)
        self.grid.horizontalHeader().setDefaultSectionSize(170)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.grid.customContextMenuRequested.connect(self._on_menu)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self.grid)
        splitter.addWidget(self._side())
        splitter.setSizes([760, 340])
        self.grid.setItemDelegate(LinesDelegate(self.grid))
        self.unplaced.setItemDelegate(LinesDelegate(self.unplaced))
        self.unplaced.setWordWrap(True)
        self.unplaced.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.unplaced.horizontalHeader().sectionResized.connect(self.unplaced.resizeRowsToContents)
        self._pages.addWidget(splitter)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.layout_.addWidget(self.count_label)
        for button in (clear, self._make_button, self._empty.action):
            button.setEnabled(not self.workspace.store.read_only)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for value, label in (
            ("tables", _("By slot and table")), ("delegation", _("By delegation company")),
            ("counterpart", _("By counterpart")),
        ):  # fmt: skip
            self.view.addItem(label, value)
        for combo, name in ((self.stop, _("Stop")), (self.day, _("Day")), (self.view, _("View"))):
            combo.setAccessibleName(name)
            combo.setMinimumContentsLength(16)
            row.addWidget(combo)
        row.addStretch()
        self.stop.currentIndexChanged.connect(lambda _index: self._on_stop_chosen())
        self.day.currentIndexChanged.connect(lambda _index: self._show_grid())
        self.view.currentIndexChanged.connect(lambda _index: self._show_grid())
        return row

    def _side(self) -> QWidget:
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(heading_label(_("Not placed")))
        layout.addWidget(self.unplaced)
        return side

    def _offer_stops(self, snapshot: Snapshot) -> None:
        chosen = self.stop.currentData()
        self.stop.blockSignals(True)
        self.stop.clear()
        for stop in snapshot.stops:
            self.stop.addItem(stop.name(current().language), stop.id)
        self.stop.setCurrentIndex(max(self.stop.findData(chosen), 0))
        self.stop.blockSignals(False)
        self._offer_days(snapshot)

    def _offer_days(self, snapshot: Snapshot) -> None:
        chosen = self.day.currentData()
        self.day.blockSignals(True)
        self.day.clear()
        for day in models.days(snapshot, self.stop.currentData() or 0):
            self.day.addItem(current().date(day, "full"), day)
        self.day.setCurrentIndex(max(self.day.findData(chosen), 0))
        self.day.blockSignals(False)

    def _on_stop_chosen(self) -> None:
        if self._snapshot:
            self._offer_days(self._snapshot)
            self._show_grid()

    def shown_list(self) -> ShownList | None:
        """The meetings of the stop and day that are shown, in the order of time and table."""
        day = self.day.currentData()
        if self._snapshot is None or not isinstance(day, date):
            return None
        headings = [_("Time"), _("Table"), _("Delegation"), _("Counterpart"), _("Status")]
        rows = models.meetings_of(self._snapshot, self.stop.currentData(), day)
        subtitle = f"{self.stop.currentText()}, {self.day.currentText()}"
        return ShownList(_("Timetable"), subtitle, headings, rows, [110, 60, 260, 260, 100], frozenset({1}))

    def _show_grid(self) -> None:
        stop_id, day = self.stop.currentData(), self.day.currentData()
        if self._snapshot is None or not isinstance(day, date) or not stop_id:
            self.model.show_grid([], [], {})
        elif self.view.currentData() == "tables":
            models.by_table(self._snapshot, self.model, stop_id, day)
        else:
            models.by_company(self._snapshot, self.model, Side(self.view.currentData()), stop_id, day)

    def _on_menu(self, place: QPoint) -> None:
        meetings = self.chosen_meetings()
        if not meetings or self.workspace.store.read_only:
            return
        menu = QMenu(self)
        keys = [meeting.id for meeting in meetings]
        for label, locked in ((_("Lock"), True), (_("Unlock"), False)):
            action = menu.addAction(label)
            action.triggered.connect(lambda _c=False, v=locked: planning.set_locked(self.workspace.store, keys, v))
        menu.exec(self.grid.viewport().mapToGlobal(place))
        menu.deleteLater()

    def _on_clear(self) -> None:
        removed = planning.clear(self.workspace.store)
        text = count("{n} meeting was removed.", "{n} meetings were removed.", removed)
        if removed:
            alerts.tell(self, text, _("Undo brings them back. Locked meetings stayed."))
