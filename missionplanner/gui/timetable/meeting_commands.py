"""What can be done with meetings: a table of acts for keys and menus, and how each is carried out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from missionplanner.domain import day
from missionplanner.domain.moves import Moves, why_immovable
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.errors import UserError
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable import questions
from missionplanner.gui.timetable.planning_dialogs import ProposalDialog
from missionplanner.gui.widgets.asking import ask_reason
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count, current
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.jobs.timetable import planning


@dataclass(frozen=True, slots=True)
class Act:
    """Something done with meetings. key: what does it in the grid; one: only with a single meeting."""

    name: str
    text: str
    key: str
    icon: str
    one: bool = False


ACTS = (
    Act("lock", N_("Lock or unlock"), "L", "lock"),
    Act("confirm", N_("Confirm, or take that back"), "O", "calendar-check"),
    Act("attend", N_("Who attends…"), "A", "users", one=True),
    Act("interpret", N_("Interpreter…"), "I", "languages"),
    Act("next_place", N_("Move to the next free place"), "N", "calendar-plus", one=True),
    Act("move_day", N_("Move a company’s whole day…"), "D", "move", one=True),
    Act("cancel", N_("Cancel with a reason…"), "C", "x"),
    Act("take_out", N_("Take out of the timetable"), "Del", "trash-2"),
)


class MeetingCommands(QObject):
    """Carries acts out on meetings, each as one step."""

    told = Signal(str)
    """What came of an act, in a sentence."""

    def __init__(self, workspace: Workspace, runner: Runner, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._runner, self._window = workspace, runner, parent

    def do(self, name: str, meetings: Sequence[Meeting]) -> None:
        """Carry out an act of the table; raises UserError where it cannot be."""
        act = next(act for act in ACTS if act.name == name)
        if not meetings or self._workspace.store.read_only:
            return
        if act.one and len(meetings) > 1:
            raise UserError(_("This is done with one meeting at a time."), _("Select a single meeting."))
        getattr(self, name)(list(meetings))

    def menu(self, meetings: Sequence[Meeting], parent: QWidget) -> QMenu:
        """A menu of the acts on these meetings."""
        menu = QMenu(parent)
        for act in ACTS:
            action = menu.addAction(icon(act.icon), _(act.text))
            action.setShortcut(QKeySequence(act.key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.setShortcutVisibleInContextMenu(True)
            action.setEnabled(not (act.one and len(meetings) > 1))
            action.triggered.connect(lambda _checked=False, name=act.name: self.do(name, meetings))
        return menu

    def lock(self, meetings: list[Meeting]) -> None:
        """Lock them, or unlock them where all are locked."""
        locked = not all(meeting.locked for meeting in meetings)
        planning.set_locked(self._workspace.store, [meeting.id for meeting in meetings], locked)

    def confirm(self, meetings: list[Meeting]) -> None:
        """Note that those ahead are confirmed; that they are not where all were."""
        ahead = [meeting for meeting in meetings if meeting.is_ahead]
        _need(ahead, _("These meetings are over."))
        confirmed = all(meeting.status is MeetingStatus.CONFIRMED for meeting in ahead)
        status = MeetingStatus.PLANNED if confirmed else MeetingStatus.CONFIRMED
        meeting_edits.set_status(self._workspace.store, [meeting.id for meeting in ahead], status)

    def attend(self, meetings: list[Meeting]) -> None:
        """Ask who attends."""
        chosen = questions.ask_people(self._workspace.snapshot(), meetings[0], self._window)
        if chosen is not None:
            meeting_edits.attend(self._workspace.store, meetings[0].id, chosen)

    def interpret(self, meetings: list[Meeting]) -> None:
        """Ask who interprets."""
        snapshot = self._workspace.snapshot()
        if not snapshot.interpreters:
            raise UserError(_("The mission has no interpreters yet."), _("Add them in the programme first."))
        chosen = questions.ask_interpreter(Plan(snapshot, snapshot.meetings), meetings, self._window)
        if chosen is not None:
            meeting_edits.give_interpreter(self._workspace.store, [meeting.id for meeting in meetings], chosen or None)

    def next_place(self, meetings: list[Meeting]) -> None:
        """Move it to the first place after its own that is free, of the same stop."""
        self.rebook(meetings[0])

    def rebook(self, meeting: Meeting) -> None:
        """Move a meeting that can be moved to the next free place of its stop."""
        snapshot, store = self._workspace.snapshot(), self._workspace.store
        if why := why_immovable(meeting):
            raise UserError(why, _("Only meetings that are still ahead and not locked are moved."))
        moves = Moves(Plan(snapshot, snapshot.meetings), meeting, meeting_edits.printed(store))
        slot = snapshot.slot[meeting.slot_id]
        found = day.next_place(snapshot, moves, slot.starts, snapshot.stop_of_slot[slot.id].id)
        if found is None:
            raise UserError(
                _("There is no free place for it after this one."), _("Take it up and see why in each cell.")
            )
        meeting_edits.drop(store, found)
        moved = snapshot.slot[found.meetings[0].slot_id]
        self.told.emit(
            _("Moved to {day}, {time}.").format(
                day=current().date(moved.day, "MMMEd"), time=current().time(moved.starts)
            )
        )

    def move_day(self, meetings: list[Meeting]) -> None:
        """Ask for the company and the day, and show what moving it would change."""
        snapshot, meeting = self._workspace.snapshot(), meetings[0]
        chosen = questions.ask_company_and_day(snapshot, meeting, self._window)
        if chosen:
            job = planning.move_day(chosen[0], snapshot.slot[meeting.slot_id].day, chosen[1])
            self._runner.start(job, self._propose)

    def cancel(self, meetings: list[Meeting]) -> None:
        """Ask for the reason and cancel those that stand."""
        reason = ask_reason(self._workspace.snapshot(), meetings, self._window)
        if reason is not None:
            meeting_edits.cancel(self._workspace.store, [meeting.id for meeting in meetings], reason)

    def take_out(self, meetings: list[Meeting]) -> None:
        """Take those ahead that are not locked out; their requests are open again."""
        loose = [meeting for meeting in meetings if not why_immovable(meeting)]
        _need(loose, why_immovable(meetings[0]))
        taken = meeting_edits.take_out(self._workspace.store, [meeting.id for meeting in loose])
        self.told.emit(count("{n} meeting was taken out.", "{n} meetings were taken out.", taken))

    def _propose(self, proposal: planning.Proposal) -> None:
        dialog = ProposalDialog(self._workspace.snapshot(), proposal, self._window)
        if dialog.exec():
            planning.accept(self._workspace.store, proposal)
        dialog.deleteLater()


def _need(meetings: Sequence[Meeting], why: str) -> None:
    if not meetings:
        raise UserError(why, _("Only meetings that are still ahead and not locked are moved."))
