"""The commands on the meetings that are selected on the board of the day, each one step."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from missionplanner.domain import day
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.day.questions import ask_late, ask_no_show
from missionplanner.gui.widgets.asking import ask_reason
from missionplanner.gui.widgets.commands_on_meetings import CommandsOnMeetings
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import N_, _, count
from missionplanner.jobs.timetable import meetings as meeting_edits

_WRITING = Needs.WRITING


class BoardCommands(CommandsOnMeetings):
    """Commands on the selected meetings, in the order of their buttons."""

    moved = Signal(int)
    """The key of a meeting that has another place now."""
    carry_asked = Signal(int)
    """The key of a meeting that is to be carried in the timetable."""

    def __init__(self, workspace: Workspace, chosen: Callable[[], list[Meeting]], parent: QWidget) -> None:
        super().__init__(workspace, chosen, parent)
        self.stop_id = 0
        """The stop whose day is shown."""
        self.at = datetime.now(UTC)
        """The time the board is shown for."""

    @command(N_("Held"), "H", "check", needs=_WRITING, takes=Takes.SOME)
    def held(self) -> None:
        """Record that the meetings took place."""
        meeting_edits.set_status(self._workspace.store, self._keys(), MeetingStatus.HELD)

    @command(N_("Late…"), "T", "alarm-clock", needs=_WRITING, takes=Takes.SOME)
    def late(self) -> None:
        """Ask who is late by how much; recorded for the meetings that are still ahead."""
        meetings = self._chosen()
        found = ask_late(self._snapshot, meetings[0], self._window)
        if found:
            meeting_edits.late(self._workspace.store, [m.id for m in meetings if m.is_ahead], *found)

    @command(N_("No-show…"), "N", "user-x", needs=_WRITING, takes=Takes.SOME)
    def no_show(self) -> None:
        """Ask which side did not come, and why."""
        found = ask_no_show(self._snapshot, self._chosen()[0], self._window)
        if found:
            meeting_edits.no_show(self._workspace.store, self._keys(), *found)

    @command(N_("Rebook"), "R", "calendar-plus", needs=_WRITING, takes=Takes.ONE)
    def rebook(self) -> None:
        """Move a meeting to the first free place of this stop from now on, also one that somebody missed.

        Raises UserError for a meeting that is locked or was held, and where no place is free.
        """
        store, meeting = self._workspace.store, self._chosen()[0]
        if meeting.locked:
            raise UserError(_("This meeting is locked; unlock it first."))
        if meeting.status is MeetingStatus.HELD:
            raise UserError(_("This meeting was held."), _("“As planned” takes that back."))
        after = max(self.at, self._snapshot.slot[meeting.slot_id].starts)
        verdict = day.rebooking(self._snapshot, meeting, after, self.stop_id, meeting_edits.printed(store))
        if verdict is None:
            raise UserError(
                _("There is no free place left for it at this stop."),
                _("Move it by hand to another day, or cancel it."),
            )
        self.moved.emit(meeting_edits.drop(store, verdict)[0])

    @command(N_("Move by hand"), "M", "move", needs=_WRITING, takes=Takes.SOME)
    def move_by_hand(self) -> None:
        """Have the first of the meetings carried in the timetable."""
        self.carry_asked.emit(self._chosen()[0].id)

    @command(N_("Cancel…"), "C", "x", needs=_WRITING, takes=Takes.SOME)
    def cancel(self) -> None:
        """Ask for the reason and cancel the meetings. Raises UserError when some stay because they were held."""
        meetings = self._chosen()
        reason = ask_reason(self._snapshot, meetings, self._window)
        if reason is None:
            return
        done = meeting_edits.cancel(self._workspace.store, self._keys(), reason)
        if done < len(meetings):
            raise UserError(count("{n} held meeting stays.", "{n} held meetings stay.", len(meetings) - done))

    @command(N_("As planned"), "P", "undo-2", needs=_WRITING, takes=Takes.SOME)
    def as_planned(self) -> None:
        """Forget what was recorded of the meetings on the day."""
        meeting_edits.reset(self._workspace.store, self._keys())

    @property
    def _snapshot(self) -> Snapshot:
        return self._workspace.snapshot()

    def _keys(self) -> list[int]:
        return [meeting.id for meeting in self._chosen()]
