"""Drag and drop over the timetable: meetings and requests are taken up, judged over each cell and put down."""

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTabBar, QWidget

from missionplanner.domain import meeting_places
from missionplanner.domain.moves import Grade, Moves, MoveVerdict, why_immovable
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.timetable.drop_preview import DropPreview
from missionplanner.gui.timetable.drop_sentence import DropSentence
from missionplanner.gui.timetable.grid import GridView
from missionplanner.gui.timetable.grid_model import GridModel
from missionplanner.gui.timetable.layouts import Place
from missionplanner.gui.timetable.meeting_cards import who_to_call
from missionplanner.gui.timetable.unplaced_and_conflicts import UnplacedAndConflicts
from missionplanner.gui.widgets.shortcuts import pressed
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.timetable import meetings as meeting_edits

_HOVER = 700
"""Milliseconds over a day while something is carried, until that day is shown."""


class DragAndDrop(QObject):
    """Joins grid, list of requests, days and the line of words into one movement, by mouse and by keyboard."""

    def __init__(
        self, workspace: Workspace, grid: GridView, side: UnplacedAndConflicts, days: QTabBar, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace, self._grid, self._side, self._days = workspace, grid, side, days
        model = grid.model()
        assert isinstance(model, GridModel)
        self._model = model
        self._plan: Plan | None = None
        self._printed: frozenset[int] = frozenset()
        self.preview = DropPreview(model, self)
        self.sentence = DropSentence()
        self._hovered = -1
        self._hovering = QTimer(self, interval=_HOVER, singleShot=True)
        self._hovering.timeout.connect(self._on_rested)
        self._connect()

    def work_on(self, plan: Plan) -> None:
        """Put back what is held, clear the sentence, and work on this plan from now on."""
        self.put_back()
        self._plan = plan
        self._printed = meeting_edits.printed(self._workspace.store)

    def take_up(self, meeting: Meeting) -> bool:
        """Hold a meeting; return False and show the reason when it cannot be moved."""
        if self._workspace.store.read_only or self._plan is None:
            return False
        if why := why_immovable(meeting):
            self.sentence.say(Grade.REFUSED, why)
            return False
        self._hold(Moves(self._plan, meeting, self._printed))
        return True

    def take_up_request(self, request: Request) -> None:
        """Hold a request that is to become a meeting."""
        if self._plan is not None and not self._workspace.store.read_only:
            self._hold(Moves.of_request(self._plan, request, self._printed))

    def hold_on(self) -> None:
        """Judge the cells again for what is held, after others are shown."""
        if self.preview.moves:
            self._hold(self.preview.moves)

    def point_at(self, place: Place | None) -> MoveVerdict | None:
        """Show and return the consequences of putting what is held into a cell."""
        verdict = self.preview.judge(place) if place else None
        if verdict:
            self.sentence.say(verdict.grade, verdict.text)
        elif self.preview.is_holding:
            self.sentence.say(None, self.preview.where_to if place else _("Esc puts it back."))
        return verdict

    def put(self, place: Place | None) -> bool:
        """Put what is held into a cell; return False and show the reason when that is refused."""
        verdict = self.point_at(place)
        if verdict is None or verdict.grade is Grade.REFUSED or not verdict.meetings or self._plan is None:
            return False
        moved, snapshot = verdict.meetings[0], self._plan.snapshot
        self.preview.put_down()
        key = meeting_edits.drop(self._workspace.store, verdict)[0]
        text = meeting_places.moved_to(snapshot, moved, current().time(snapshot.slot[moved.slot_id].starts))
        if (found := self._model.place_of(key)) is not None:
            self._grid.go_to(found)
        self.sentence.say(Grade.FREE, text)
        return True

    @command(N_("Put back what is held"), "Esc")
    def put_back(self) -> None:
        """Hold nothing any more and show no sentence."""
        self.preview.put_down()
        self.sentence.say(None, "")

    @command(N_("Take a meeting or request up, or put it down"), "Space", needs=Needs.WRITING)
    def use(self) -> None:
        """Take up the meeting of the current cell, or put down there what is held."""
        index = self._grid.currentIndex()
        meeting = self._model.cell(index).meeting
        if self.preview.is_holding:
            self.put((index.row(), index.column()))
        elif meeting:
            self.take_up(meeting)

    @command(N_("Cut the meeting, to be put elsewhere"), "Ctrl+X", needs=Needs.WRITING)
    def cut(self) -> None:
        """Take up the meeting of the current cell; any day can be shown before it is put down."""
        self.put_back()
        meeting = self._model.cell(self._grid.currentIndex()).meeting
        if meeting:
            self.take_up(meeting)

    @command(N_("Put down what was cut"), "Ctrl+V", needs=Needs.WRITING)
    def paste(self) -> None:
        """Put what is held into the current cell."""
        index = self._grid.currentIndex()
        if self.preview.is_holding and index.isValid():
            self.put((index.row(), index.column()))

    def take_key(self, event: QKeyEvent) -> bool:
        """Take up, put down or put back with a key; return whether it was one for that."""
        found = pressed(self, event)
        if found:
            found[1]()
        return found is not None

    def describe_current(self) -> None:
        """Show who meets in the current cell, with whom to call."""
        meeting = self._model.cell(self._grid.currentIndex()).meeting
        self.sentence.say(None, who_to_call(self._plan.snapshot, meeting) if meeting and self._plan else "")

    def _hold(self, moves: Moves) -> None:
        self.preview.take_up(moves, self._grid.seen())
        self.sentence.say(None, _("{pair} is held. Carry it to another cell.").format(pair=self._names(moves.held)))

    def _names(self, meeting: Meeting) -> str:
        assert self._plan is not None
        return " – ".join(self._plan.snapshot.company[key].name for key in meeting.pair)

    def _connect(self) -> None:
        self.preview.graded.connect(self._grid.viewport().update)
        self.preview.changed.connect(self._grid.viewport().update)
        self._grid.stepped.connect(self._on_stepped)
        self._grid.gesture.taken.connect(self._on_dragged)
        self._side.taken.connect(self._on_request_taken)
        for gesture in (self._grid.gesture, self._side.unplaced.gesture):
            gesture.carried.connect(self._on_carried)
            gesture.let_go.connect(self._on_let_go)

    def _on_stepped(self) -> None:
        index = self._grid.currentIndex()
        if self.preview.is_holding and not self._grid.gesture.is_on and index.isValid():
            self.point_at((index.row(), index.column()))
        elif not self.preview.is_holding:
            self.describe_current()

    def _on_dragged(self, where: QPoint) -> None:
        cell = self._model.cell(self._grid.indexAt(where))
        if cell.meeting is None or not self.take_up(cell.meeting):
            self._grid.gesture.stop()

    def _on_request_taken(self, request: Request) -> None:
        self.take_up_request(request)
        if not self._side.unplaced.gesture.is_on:
            self._grid.setFocus()
            if not self._grid.currentIndex().isValid():
                self._grid.go_to((0, 0))

    def _on_carried(self, where: QPoint) -> None:
        self._grid.push_edge(where)
        self._hover(where)
        self.point_at(self._grid.place_at(where))

    def _hover(self, where: QPoint) -> None:
        """While something is carried, resting over another day shows it."""
        tab = self._days.tabAt(self._days.mapFromGlobal(where))
        if tab != self._hovered:
            self._hovered = tab
            self._hovering.stop()
            if tab >= 0 and tab != self._days.currentIndex():
                self._hovering.start()

    def _on_rested(self) -> None:
        self._days.setCurrentIndex(self._hovered)

    def _show_day(self, tab: int) -> None:
        """Show the day on which what is carried was let go; it stays held, to be put into a cell."""
        self._days.setCurrentIndex(tab)
        self._grid.setFocus()
        text = _("It is still held: choose a cell and press Space, or Esc to put it back.")
        self.sentence.say(None, text)

    def _on_let_go(self, where: QPoint) -> None:
        self._grid.push_edge(None)
        self._hovering.stop()
        tab = self._days.tabAt(self._days.mapFromGlobal(where))
        if self.preview.is_holding and tab >= 0:
            self._show_day(tab)
            return
        if self.preview.is_holding and not self.put(self._grid.place_at(where)):
            self.preview.put_down()
