"""Commands that put a meeting elsewhere or cancel it, from wherever it is shown; each is one step."""

from PySide6.QtCore import Signal

from missionplanner.domain import day
from missionplanner.domain.moves import Grade, Moves, MoveVerdict, why_immovable
from missionplanner.domain.plan import Plan
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets.asking import ask_reason
from missionplanner.gui.widgets.commands_on_meetings import CommandsOnMeetings
from missionplanner.gui.widgets.move_dialog import MoveDialog
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.timetable import meetings as meeting_edits

_WRITING = Needs.WRITING


class MeetingMoves(CommandsOnMeetings):
    """The commands that every list of meetings has."""

    moved = Signal(int)
    """The key of a meeting that has another place."""

    @command(N_("Move to…"), "M", "move", needs=_WRITING, takes=Takes.ONE)
    def move_to(self) -> None:
        """Ask for day, time and table, the free ones first. Raises UserError when the meeting is firm."""
        self._ask_place(tables=False)

    @command(N_("Other table…"), "B", needs=_WRITING, takes=Takes.ONE)
    def other_table(self) -> None:
        """Ask for another table at the same time. Raises UserError when the meeting is firm."""
        self._ask_place(tables=True)

    @command(N_("Move to the next day"), "Alt+Right", needs=_WRITING, takes=Takes.ONE)
    def next_day(self) -> None:
        """Move a meeting to the same time of the next day with meetings, or as near to it as there is room."""
        self._move_by_day(1)

    @command(N_("Move to the day before"), "Alt+Left", needs=_WRITING, takes=Takes.ONE)
    def day_before(self) -> None:
        """Move a meeting to the same time of the day before, or as near to it as there is room."""
        self._move_by_day(-1)

    @command(N_("Cancel with a reason…"), "C", "x", needs=_WRITING)
    def cancel(self) -> None:
        """Ask for the reason and cancel the meetings; those that were held stay."""
        meetings = self._chosen()
        reason = ask_reason(self._workspace.snapshot(), meetings, self._window)
        if reason is not None:
            meeting_edits.cancel(self._workspace.store, [meeting.id for meeting in meetings], reason)

    def _ask_place(self, tables: bool) -> None:
        dialog = MoveDialog(self._moves(), self._window, tables)
        found = dialog.verdict if dialog.exec() else None
        dialog.deleteLater()
        if found:
            self._drop(found)

    def _moves(self) -> Moves:
        """Return the places of the selected meeting. Raises UserError when it is firm."""
        meeting, snapshot = self._chosen()[0], self._workspace.snapshot()
        if why := why_immovable(meeting):
            raise UserError(why, _("Only meetings that are still ahead and not locked are moved."))
        return Moves(Plan(snapshot, snapshot.meetings), meeting, meeting_edits.printed(self._workspace.store))

    def _move_by_day(self, step: int) -> None:
        """Move the selected meeting to the nearest day that way with room. Raises UserError where there is none."""
        moves, snapshot = self._moves(), self._workspace.snapshot()
        slot = snapshot.slot[moves.held.slot_id]
        stop = snapshot.stop_of_slot[slot.id].id
        days = [one for one in day.meeting_days(snapshot, stop) if (one > slot.day if step > 0 else one < slot.day)]
        places = (day.place_on_day(moves, one, stop) for one in sorted(days, reverse=step < 0))
        found = next((place for place in places if place), None)
        if found is None:
            raise UserError(
                _("There is no place for it on another day that way."), _("Choose “Move to…” and see why at each time.")
            )
        self._drop(found)

    def _drop(self, verdict: MoveVerdict) -> None:
        """Put a meeting into its new place and say where it is, with what else that means."""
        key = meeting_edits.drop(self._workspace.store, verdict)[0]
        snapshot = self._workspace.snapshot()
        moved = snapshot.slot[verdict.meetings[0].slot_id]
        weekday, time = current().short_day(moved.day), current().time(moved.starts)
        text = _("Moved to {day}, {time}.").format(day=weekday, time=time)
        self.moved.emit(key)
        self.reported.emit(" ".join([text, *([verdict.text] if verdict.grade is Grade.WARY else [])]))
