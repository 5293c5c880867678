"""The screen of the timetable: seen from every side, changed by mouse and keyboard, what is not placed beside it."""

from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from missionplanner.domain.day import zone_note
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.commands import Needs, command, commands_of
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable import finding, layouts, meeting_cards, overviews
from missionplanner.gui.timetable.day_tabs import DayTabs
from missionplanner.gui.timetable.drag_and_drop import DragAndDrop
from missionplanner.gui.timetable.free_commands import FreeCommands
from missionplanner.gui.timetable.grid import GridView
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.timetable.incidents import Where
from missionplanner.gui.timetable.legend import Legend
from missionplanner.gui.timetable.meeting_commands import MeetingCommands
from missionplanner.gui.timetable.overviews import Overviews
from missionplanner.gui.timetable.repair_commands import RepairCommands
from missionplanner.gui.timetable.timetable_commands import TimetableCommands
from missionplanner.gui.timetable.unplaced_and_conflicts import UnplacedAndConflicts, counted
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_action, command_button, command_tool_button
from missionplanner.gui.widgets.combo_box import ComboBox
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.widgets.shortcuts import set_shortcut
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _
from missionplanner.jobs.lists.printing import ShownList


class TimetableScreen(Screen):
    """The plan of one stop and day, and the requests that are not in it."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__(workspace, runner, _("Timetable"))
        self._plan: Plan | None = None
        self.days, self.view, self.text = DayTabs(), ComboBox(), QLineEdit(clearButtonEnabled=True)
        self.model = GridModel(
            lambda meeting: meeting_cards.meeting_card(self.snapshot, meeting),
            lambda meeting: meeting_cards.spoken(self.snapshot, meeting),
        )
        self.grid = self.main_view = GridView(self.model)
        self.overviews = Overviews(workspace)
        self.meeting_commands = MeetingCommands(workspace, runner, self.chosen_meetings, self)
        self.side, self.legend = UnplacedAndConflicts(), Legend()
        self.free = FreeCommands(workspace, self.grid, self.days, self.side, self.show_meeting)
        self.dragging = DragAndDrop(workspace, self.grid, self.side, self.days, self)
        self.commands = TimetableCommands(workspace, runner, self.chosen_meetings, self)
        self.repairs = RepairCommands(workspace, runner, lambda: Where.of(self.shown, self.chosen_meetings()), self)
        self.count_label = quiet_label()
        self._pages, self._zooms = QStackedWidget(), list[QToolButton]()
        self._empty = EmptyState(
            _("No timetable yet. It is made from the requests of the companies that take part."),
            command_button(self.make, workspace.store, primary=True),
        )
        self._build()
        self._connect()
        self._show_view()

    @property
    def snapshot(self) -> Snapshot:
        """The mission as it is shown."""
        assert self._plan is not None
        return self._plan.snapshot

    @property
    def shown(self) -> tuple[int, date] | None:
        """The stop and day that are shown; None without any."""
        return self.days.shown

    def refresh(self) -> None:
        """Show the plan as it is now."""
        snapshot = self.workspace.snapshot()
        self._plan = Plan(snapshot, snapshot.meetings)
        self.dragging.work_on(self._plan)
        self.days.offer(snapshot)
        self.legend.show_sectors(snapshot)
        self._show_grid()
        self.dragging.describe_current()
        self.side.show_plan(self._plan)
        self.free.work_on(self._plan)
        self._pages.setCurrentIndex(0 if self._plan.meetings else 1)

    def settle(self) -> bool:
        """Put back what is held."""
        self.dragging.preview.put_down()
        self.side.stop()
        self.free.pane.stop()
        return True

    @command(N_("Make the timetable…"), icon="play", needs=Needs.WRITING)
    def make(self) -> None:
        """Make the timetable."""
        self.commands.make()

    def say(self, text: str) -> None:
        """Show a sentence below the timetable."""
        self.dragging.sentence.say(None, text)
        self.dragging.sentence.setHidden(self.is_overview and not text)

    def chosen_meetings(self) -> list[Meeting]:
        """The meetings of the selected cells, each once."""
        cells = (self.model.cell(index) for index in self.grid.selectionModel().selectedIndexes())
        return list({meeting.id: meeting for cell in cells for meeting in cell.meetings}.values())

    @command(N_("Find in the timetable"), "F3")
    def find_next(self) -> None:
        """Go on to the next cell with all the typed words; without any go to where they are typed."""
        words = fold(self.text.text()).split()
        if not words:
            self.text.setFocus()
            return
        if self.is_overview:
            self.say(finding.go_on(self.overviews.view, self.overviews.places_with(words), self.text.text()))
        else:
            self.say(finding.go_on(self.grid, self.model.places_with(words), self.text.text()))

    @property
    def is_overview(self) -> bool:
        """Whether the view that is shown is none of slots and tables."""
        return self.view.currentData() in overviews.VIEWS

    def show_meeting(self, key: int) -> None:
        """Go to the stop and day of a meeting and to its cell."""
        meeting = next((m for m in self.snapshot.meetings if m.id == key), None)
        if meeting is None:
            return
        if self.is_overview:
            self.view.setCurrentIndex(0)
        slot = self.snapshot.slot[meeting.slot_id]
        self.days.show_day(self.snapshot.stop_of_slot[slot.id].id, slot.day)
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

    @command(N_("Next day"), "Ctrl+PgDown")
    def next_day(self) -> None:
        """Show the next day."""
        self.days.step(1)

    @command(N_("Previous day"), "Ctrl+PgUp")
    def previous_day(self) -> None:
        """Show the day before."""
        self.days.step(-1)

    def meeting_menu(self) -> QMenu | None:
        """The menu of a cell: the commands on the meetings that are selected, their companies, and who is free then."""
        meetings = self.chosen_meetings()
        if not meetings and self.free.time_here() is None:
            return None
        menu = Menu(self)
        if not self.workspace.store.read_only and meetings:
            menu.addActions(self.meeting_commands.actions(menu))
            menu.addSeparator()
        menu.addAction(self.free.action(menu))
        for key in meetings[0].pair if meetings else ():
            text = _("Open {company}").format(company=self.snapshot.company[key].name).replace("&", "&&")
            action = menu.entry(text, icon("building-2"))
            action.triggered.connect(lambda _checked=False, k=key: self.company_asked.emit(k))
        return menu

    # -- building and showing

    def _build(self) -> None:
        for text, sign, owner in ((_("Repair…"), "wrench", self.repairs), (_("More"), "layers", self.commands)):
            _fill_menu(self.button(text, sign), owner, self)
        self.command_button(self.make, primary=True)
        self.layout_.addLayout(self._choices())
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(
            _one_below_the_other(self.days, self.grid, self.overviews, self.dragging.sentence, self.legend)
        )
        splitter.addWidget(self.side)
        splitter.setSizes([740, 340])
        self._pages.addWidget(splitter)
        self._pages.addWidget(self._empty)
        self.layout_.addWidget(self._pages, 1)
        self.layout_.addWidget(self.count_label)

    def _choices(self) -> WrappingRow:
        row = WrappingRow()
        for value, label in (layouts.VIEWS | overviews.VIEWS).items():
            self.view.addItem(_(label), value)
        self.view.setAccessibleName(_("View"))
        as_search(self.text, _("Find in the timetable (F3)"))
        row.addWidget(self.view)
        row.addWidget(self.text, 1)
        row.addStretch(1)
        for method in (self.grid.zoom_out, self.grid.zoom_in):
            self._zooms.append(command_tool_button(method, self.workspace.store))
            row.addWidget(self._zooms[-1])
        return row

    def _connect(self) -> None:
        self.days.currentChanged.connect(lambda _index: self._show_grid())
        self.view.currentIndexChanged.connect(lambda _index: self._show_view())
        self.text.returnPressed.connect(self.find_next)
        self.text.textChanged.connect(lambda text: self.overviews.search(fold(text).split()))
        self.overviews.company_asked.connect(self.company_asked)
        self.overviews.meeting_asked.connect(self.show_meeting)
        for method in (self.find_next, self.next_day, self.previous_day):
            set_shortcut(method, self, self.workspace.store)
        self.grid.customContextMenuRequested.connect(self._on_menu)
        self.grid.take_key = self._take_key
        self.grid.entered_cell.connect(self._on_entered)
        self.grid.doubleClicked.connect(lambda index: self._open(self.model.cell(index).meeting))
        self.side.asked.connect(self.show_meeting)
        self.side.advice_asked.connect(lambda: self.command_asked.emit("show_advice"))
        self.free.pane.company_asked.connect(self.company_asked)
        self.side.counted.connect(self._count)
        self.meeting_commands.moved.connect(self.show_meeting)
        for owner in (self.meeting_commands, self.commands, self.repairs):
            owner.reported.connect(self.say)

    def shown_list(self) -> ShownList | None:
        """The meetings of the stop and day that are shown, in the order of time and table."""
        if self._plan is None or self.shown is None:
            return None
        if self.is_overview:
            return self.overviews.shown_list(self._plan)
        return layouts.shown_list(self.snapshot, *self.shown, self.days.tabText(self.days.currentIndex()))

    def _show_view(self) -> None:
        """Show the view that is chosen, with what belongs to it."""
        name = self.view.currentData()
        for widget in (self.grid, self.side, self.legend, *self._zooms):
            widget.setVisible(not self.is_overview)
        self.say("")
        self.overviews.setVisible(self.is_overview)
        self.days.setVisible(name != "weeks")
        self.main_view = self.overviews.view if self.is_overview else self.grid
        self._show_grid()

    def _show_grid(self) -> None:
        if self._plan is None or self.shown is None:
            self.model.show_layout(layouts.TimetableLayout())
            return
        if self.is_overview:
            self.overviews.show_view(self.view.currentData(), self._plan, *self.shown)
            self.main_view = self.overviews.view
            return
        here = self.model.headings(self.grid.currentIndex())
        self.model.show_layout(layouts.layout(self._plan, self.view.currentData(), *self.shown))
        if here and not self.grid.currentIndex().isValid() and (place := self.model.place_under(*here)):
            self.grid.go_to(place)  # the same time and table on the day that is shown now
        self.dragging.hold_on()

    def _count(self, unplaced: int, conflicts: int) -> None:
        note = zone_note(self.snapshot, self.shown[0]) if self.shown else ""
        self.count_label.setText(counted(len(self._plan.meetings) if self._plan else 0, unplaced, conflicts, note))

    # -- signals of the widgets

    def _take_key(self, event: QKeyEvent) -> bool:
        owners = (self.dragging, self.meeting_commands, self.free)
        return any(owner.take_key(event) for owner in owners)

    def _on_entered(self) -> None:
        if self.dragging.preview.is_holding:
            self.dragging.use()
        else:
            self._open(self.model.cell(self.grid.currentIndex()).meeting)

    def _on_menu(self, place: QPoint) -> None:
        if menu := self.meeting_menu():
            menu.exec(self.grid.viewport().mapToGlobal(place))
            menu.deleteLater()

    def _open(self, meeting: Meeting | None) -> None:
        if meeting:
            self.company_asked.emit(meeting.delegation_id)


def _one_below_the_other(*widgets: QWidget) -> QWidget:
    """Return widgets in a column, in which the views take what room there is."""
    found = QWidget()
    layout = QVBoxLayout(found)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for widget in widgets:
        layout.addWidget(widget, 1 if isinstance(widget, GridView | Overviews) else 0)
    return found


def _fill_menu(button: QPushButton, owner: object, screen: Screen) -> None:
    """Give a button a menu with the commands of an object; it is enabled where one of them is allowed."""
    menu = Menu(button)
    for found, method in commands_of(owner):
        menu.addAction(command_action(found, partial(alerts.attempt, screen, method), menu, screen.workspace.store))
    button.setMenu(menu)
    button.setEnabled(any(action.isEnabled() for action in menu.actions()))
