"""The screen of the timetable: seen from every side, changed by mouse and keyboard, what is not placed beside it."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSplitter,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.day import meeting_days, zone_note
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable import layouts, meeting_cards, repairs
from missionplanner.gui.timetable.drag_and_drop import DragAndDrop
from missionplanner.gui.timetable.grid import GridView
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.timetable.legend import Legend
from missionplanner.gui.timetable.meeting_commands import MeetingCommands
from missionplanner.gui.timetable.timetable_commands import TimetableCommands
from missionplanner.gui.timetable.unplaced_and_conflicts import UnplacedAndConflicts
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import tool_button
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.printing import ShownList


class TimetableScreen(Screen):
    """The plan of one stop and day, and the requests that are not in it."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Timetable"))
        self._plan: Plan | None = None
        self._printed: frozenset[int] = frozenset()
        self._days: list[tuple[int, date]] = []
        self.days, self.view, self.text = QTabBar(), QComboBox(), QLineEdit(clearButtonEnabled=True)
        self.model = GridModel(
            lambda meeting: meeting_cards.meeting_card(self.snapshot, meeting),
            lambda meeting: meeting_cards.spoken(self.snapshot, meeting),
        )
        self.grid = GridView(self.model)
        self.meeting_commands = MeetingCommands(workspace, runner, self)
        self.side, self.legend = UnplacedAndConflicts(), Legend()
        self.dragging = DragAndDrop(workspace, self.grid, self.side, self.days, self)
        self.commands = TimetableCommands(workspace, runner, self, self.chosen_meetings, self.say)
        self.count_label = quiet_label()
        self._pages = QStackedWidget()
        self._empty = EmptyState(
            _("No timetable yet. It is made from the requests of the companies that take part."),
            _("Make the timetable…"),
            "play",
        )
        self._build()
        self._connect()

    @property
    def snapshot(self) -> Snapshot:
        """The mission as it is shown."""
        assert self._plan is not None
        return self._plan.snapshot

    @property
    def shown(self) -> tuple[int, date] | None:
        """The stop and day that are shown."""
        place = self.days.currentIndex()
        return self._days[place] if 0 <= place < len(self._days) else None

    def refresh(self) -> None:
        """Show the plan as it is now."""
        snapshot = self.workspace.snapshot()
        self._plan = Plan(snapshot, snapshot.meetings)
        self.dragging.work_on(self._plan)
        self._offer_days(snapshot)
        self.legend.show_sectors(snapshot)
        self._show_grid()
        self.dragging.tell()
        self.side.show_plan(self._plan)
        self._pages.setCurrentIndex(0 if self._plan.meetings else 1)

    def settle(self) -> bool:
        """Put back what is held."""
        self.dragging.preview.put_down()
        self.side.stop()
        return True

    def make(self) -> None:
        """Make the timetable."""
        self.commands.make()

    def say(self, text: str) -> None:
        """Say a sentence below the timetable."""
        self.dragging.sentence.say(None, text)

    def chosen_meetings(self) -> list[Meeting]:
        """The meetings of the selected cells, each once."""
        cells = (self.model.cell(index) for index in self.grid.selectionModel().selectedIndexes())
        return list({meeting.id: meeting for cell in cells for meeting in cell.meetings}.values())

    def find_next(self) -> None:
        """Go on to the next cell that holds what is typed."""
        words = fold(self.text.text()).split()
        if not words:
            self.text.setFocus()
            return
        now = (self.grid.currentIndex().row(), self.grid.currentIndex().column())
        found = [place for place in sorted(self.model.cells) if all(w in fold(self._searched(place)) for w in words)]
        later = [place for place in found if place > now]
        if found:
            self.grid.go_to((later or found)[0])
            place = found.index((later or found)[0]) + 1
            self.say(_("{n} of {all} here.").format(n=place, all=len(found)))
        else:
            self.say(_("“{text}” is not in this view.").format(text=self.text.text()))

    def show_meeting(self, key: int) -> None:
        """Go to the stop and day of a meeting and to its cell."""
        meeting = next((m for m in self.snapshot.meetings if m.id == key), None)
        if meeting is None:
            return
        slot = self.snapshot.slot[meeting.slot_id]
        self.days.setCurrentIndex(self._days.index((self.snapshot.stop_of_slot[slot.id].id, slot.day)))
        if (place := self.model.place_of(key)) is not None:
            self.grid.go_to(place)
            self.grid.setFocus()

    def carry(self, key: int) -> None:
        """Go to a meeting and take it up."""
        self.dragging.put_back()
        self.view.setCurrentIndex(0)
        self.show_meeting(key)
        meeting = next((m for m in self.snapshot.meetings if m.id == key), None)
        if meeting:
            self.dragging.take_up(meeting)

    # -- inside

    def _searched(self, place: layouts.Place) -> str:
        cell = self.model.cells[place]
        return meeting_cards.spoken(self.snapshot, cell.meeting) if cell.meeting else cell.text

    def _build(self) -> None:
        self._menu_button(
            _("Put right…"),
            "wrench",
            [(_(label), partial(self.commands.repair, name)) for name, label in repairs.HAPPENINGS.items()],
        )
        self._menu_button(
            _("More"),
            "layers",
            [
                (_("Versions of the timetable…"), self.commands.show_versions),
                (_("Paint availability…"), self.commands.paint_availability),
                (_("Clear the timetable"), self.commands.clear),
            ],
        )
        self._make_button = self.button(_("Make the timetable…"), "play", primary=True)
        self.layout_.addLayout(self._choices())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._middle())
        splitter.addWidget(self.side)
        splitter.setSizes([780, 320])
        self._pages.addWidget(splitter)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.layout_.addWidget(self.count_label)
        for button in (self._make_button, self._empty.action):
            button.setEnabled(not self.workspace.store.read_only)

    def _middle(self) -> QWidget:
        found = QWidget()
        layout = QVBoxLayout(found)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (self.days, self.grid, self.dragging.sentence, self.legend):
            layout.addWidget(widget)
        layout.setStretchFactor(self.grid, 1)
        return found

    def _menu_button(self, text: str, sign: str, acts: list[tuple[str, Callable[[], None]]]) -> None:
        button = self.button(text, sign)
        menu = QMenu(button)
        for label, act in acts:
            menu.addAction(label).triggered.connect(lambda _checked=False, act=act: self._try(act))
        button.setMenu(menu)
        button.setEnabled(not self.workspace.store.read_only)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for value, label in layouts.VIEWS.items():
            self.view.addItem(_(label), value)
        self.view.setAccessibleName(_("View"))
        as_search(self.text, _("Find in the timetable (F3)"))
        row.addWidget(self.view)
        row.addWidget(self.text, 1)
        row.addStretch(1)
        for text, sign, steps in ((_("Smaller cells"), "zoom-out", -1), (_("Larger cells"), "zoom-in", 1)):
            button = tool_button(text, sign)
            button.setToolTip(f"{text} ({'Ctrl+-' if steps < 0 else 'Ctrl++'})")
            button.clicked.connect(lambda _checked=False, n=steps: self.grid.zoom_by(n))
            row.addWidget(button)
        self.days.setExpanding(False)
        self.days.setDrawBase(False)
        self.days.setAccessibleName(_("Stop and day"))
        return row

    def _connect(self) -> None:
        self._make_button.clicked.connect(self.make)
        self._empty.clicked.connect(self.make)
        self.days.currentChanged.connect(lambda _index: self._show_grid())
        self.view.currentIndexChanged.connect(lambda _index: self._show_grid())
        self.text.returnPressed.connect(self.find_next)
        QShortcut(QKeySequence("F3"), self).activated.connect(self.find_next)
        QShortcut(QKeySequence("Ctrl+PgDown"), self).activated.connect(lambda: self._step_day(1))
        QShortcut(QKeySequence("Ctrl+PgUp"), self).activated.connect(lambda: self._step_day(-1))
        self.grid.customContextMenuRequested.connect(self._on_menu)
        self.grid.act.connect(lambda name: self._try(lambda: self._on_act(name)))
        self.grid.doubleClicked.connect(lambda index: self._open(self.model.cell(index).meeting))
        self.side.asked.connect(self.show_meeting)
        self.side.counted.connect(self._count)
        self.meeting_commands.told.connect(lambda text: self.say(text))

    def _try(self, act: Callable[[], object]) -> None:
        """Do something from a menu or key; a known trouble is told as such."""
        try:
            act()
        except UserError as error:
            alerts.show_error(self, error)

    def _offer_days(self, snapshot: Snapshot) -> None:
        chosen = self.shown
        self._days = [(stop.id, day) for stop in snapshot.stops for day in meeting_days(snapshot, stop.id)]
        self.days.blockSignals(True)
        while self.days.count():
            self.days.removeTab(0)
        for stop_id, day in self._days:
            name = snapshot.stop[stop_id].name(current().language)
            place = self.days.addTab(f"{name}, {current().date(day, 'MMMEd')}")
            note = zone_note(snapshot, stop_id)
            self.days.setTabToolTip(place, " – ".join(p for p in (current().date(day, "full"), note) if p))
        self.days.setCurrentIndex(self._days.index(chosen) if chosen in self._days else 0)
        self.days.blockSignals(False)

    def shown_list(self) -> ShownList | None:
        """The meetings of the stop and day that are shown, in the order of time and table."""
        if self._plan is None or self.shown is None:
            return None
        headings = [_("Time"), _("Table"), _("Delegation"), _("Counterpart"), _("Status")]
        rows = layouts.meetings_of(self.snapshot, *self.shown)
        subtitle = self.days.tabText(self.days.currentIndex())
        return ShownList(_("Timetable"), subtitle, headings, rows, [110, 60, 260, 260, 100], frozenset({1}))

    def _show_grid(self) -> None:
        if self._plan is None or self.shown is None:
            self.model.show_layout(layouts.TimetableLayout())
            return
        self.model.show_layout(layouts.layout(self._plan, self.view.currentData(), *self.shown))
        self.dragging.hold_on()

    def _count(self, unplaced: int, conflicts: int) -> None:
        assert self._plan is not None
        parts = [
            count("{n} meeting", "{n} meetings", len(self._plan.meetings)),
            count("{n} request not placed", "{n} requests not placed", unplaced),
        ]
        if conflicts >= 0:
            parts.append(count("{n} conflict", "{n} conflicts", conflicts) if conflicts else _("no conflicts"))
        note = zone_note(self.snapshot, self.shown[0]) if self.shown else ""
        self.count_label.setText("  ·  ".join(part for part in (*parts, note) if part))

    def _step_day(self, steps: int) -> None:
        self.days.setCurrentIndex(min(max(self.days.currentIndex() + steps, 0), self.days.count() - 1))

    # -- being told

    def _on_act(self, name: str) -> None:
        if name == "take" or (name == "put" and self.dragging.preview.is_holding):
            self.dragging.use()
        elif name == "put":
            self._open(self.model.cell(self.grid.currentIndex()).meeting)
        elif name == "back":
            self.dragging.put_back()
        else:
            self.meeting_commands.do(name, self.chosen_meetings())

    def _on_menu(self, place: QPoint) -> None:
        meetings = self.chosen_meetings()
        if not meetings or self.workspace.store.read_only:
            return
        menu = self.meeting_commands.menu(meetings, self)
        menu.addSeparator()
        for key in meetings[0].pair:
            text = _("Open {company}").format(company=self.snapshot.company[key].name).replace("&", "&&")
            action = menu.addAction(icon("building-2"), text)
            action.triggered.connect(lambda _checked=False, k=key: self.company_asked.emit(k))
        menu.exec(self.grid.viewport().mapToGlobal(place))
        menu.deleteLater()

    def _open(self, meeting: Meeting | None) -> None:
        if meeting:
            self.company_asked.emit(meeting.delegation_id)
