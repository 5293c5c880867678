"""The commands on the meetings that are selected in the timetable, each one step."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from missionplanner.domain import day
from missionplanner.domain.moves import why_immovable
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable import questions
from missionplanner.gui.timetable.planning_dialogs import ProposalDialog
from missionplanner.gui.widgets.meeting_moves import MeetingMoves
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.timetable import attendees, planning
from missionplanner.jobs.timetable import meetings as meeting_edits

_WRITING = Needs.WRITING


class MeetingCommands(MeetingMoves):
    """Commands on the selected meetings, in the order of their menu."""

    def __init__(
        self, workspace: Workspace, runner: Runner, chosen: Callable[[], list[Meeting]], parent: QWidget
    ) -> None:
        super().__init__(workspace, chosen, parent)
        self._runner = runner

    @command(N_("Lock or unlock"), "L", "lock", needs=_WRITING)
    def lock(self) -> None:
        """Lock the meetings, or unlock them where all are locked."""
        meetings = self._chosen()
        locked = not all(meeting.locked for meeting in meetings)
        planning.set_locked(self._workspace.store, [meeting.id for meeting in meetings], locked)

    @command(N_("Confirm, or take that back"), "O", "calendar-check", needs=_WRITING)
    def confirm(self) -> None:
        """Record that the meetings still ahead are confirmed, or planned again where all were confirmed."""
        ahead = [meeting for meeting in self._chosen() if meeting.is_ahead]
        _refuse_without(ahead, _("These meetings are over."))
        confirmed = all(meeting.status is MeetingStatus.CONFIRMED for meeting in ahead)
        status = MeetingStatus.PLANNED if confirmed else MeetingStatus.CONFIRMED
        meeting_edits.set_status(self._workspace.store, [meeting.id for meeting in ahead], status)

    @command(N_("Who attends…"), "A", "users", needs=_WRITING, takes=Takes.ONE)
    def attend(self) -> None:
        """Ask who attends. Raises UserError when nobody could."""
        meeting = self._chosen()[0]
        snapshot = self._workspace.snapshot()
        if not any(snapshot.delegates_of.get(key) for key in meeting.pair):
            raise UserError(_("Neither company has people."), _("Enter delegates in the companies first."))
        chosen = questions.ask_people(Plan(snapshot, snapshot.meetings), meeting, self._window)
        if chosen is not None:
            meeting_edits.attend(self._workspace.store, meeting.id, chosen)

    @command(N_("Keep who attends"), "K", "user-check", needs=_WRITING)
    def keep_attendees(self) -> None:
        """Choose those who attend the meetings as it is now, so that no turn changes it any more."""
        kept = attendees.keep(self._workspace.store, [meeting.id for meeting in self._chosen()])
        self.reported.emit(count("{n} meeting was settled.", "{n} meetings were settled.", kept))

    @command(N_("Interpreter…"), "I", "languages", needs=_WRITING)
    def interpret(self) -> None:
        """Ask who interprets. Raises UserError when the mission has no interpreters."""
        snapshot, meetings = self._workspace.snapshot(), self._chosen()
        if not snapshot.interpreters:
            raise UserError(
                _("The mission has no interpreters yet."),
                _("Enter people whose role is to interpret."),
                "programme.Interpreters",
            )
        chosen = questions.ask_interpreter(Plan(snapshot, snapshot.meetings), meetings, self._window)
        if chosen is not None:
            meeting_edits.give_interpreter(self._workspace.store, [m.id for m in meetings], chosen or None)

    @command(N_("Move to the next free place"), "N", "calendar-plus", needs=_WRITING, takes=Takes.ONE)
    def next_place(self) -> None:
        """Move a meeting to the first free place of its stop after its own. Raises UserError when it is firm."""
        moves, snapshot = self._moves(), self._workspace.snapshot()
        slot = snapshot.slot[moves.held.slot_id]
        found = day.next_place(snapshot, moves, slot.starts, snapshot.stop_of_slot[slot.id].id)
        if found is None:
            raise UserError(
                _("There is no free place for it after this one."), _("Take it up and see why in each cell.")
            )
        self._drop(found)

    @command(N_("Move a company’s whole day…"), "D", "move", needs=_WRITING, takes=Takes.ONE)
    def move_day(self) -> None:
        """Ask for the company and the day, work out what moving it would change, and show that."""
        snapshot, meeting = self._workspace.snapshot(), self._chosen()[0]
        chosen = questions.ask_company_and_day(snapshot, meeting, self._window)
        if chosen:
            job = planning.move_day(chosen[0], snapshot.slot[meeting.slot_id].day, chosen[1])
            self._runner.start(job, self._propose)

    @command(N_("Take out of the timetable"), "Del", "trash-2", needs=_WRITING)
    def take_out(self) -> None:
        """Take out the meetings that are ahead and not locked; their requests are open again."""
        meetings = self._chosen()
        loose = [meeting for meeting in meetings if not why_immovable(meeting)]
        _refuse_without(loose, why_immovable(meetings[0]))
        taken = meeting_edits.take_out(self._workspace.store, [meeting.id for meeting in loose])
        self.reported.emit(count("{n} meeting was taken out.", "{n} meetings were taken out.", taken))

    def _propose(self, proposal: planning.Proposal) -> None:
        dialog = ProposalDialog(self._workspace.snapshot(), proposal, self._window)
        if dialog.exec():
            planning.accept(self._workspace.store, proposal)
        dialog.deleteLater()


def _refuse_without(meetings: Sequence[Meeting], why: str) -> None:
    """Raise UserError where no meeting is left to be changed."""
    if not meetings:
        raise UserError(why, _("Only meetings that are still ahead and not locked are moved."))
