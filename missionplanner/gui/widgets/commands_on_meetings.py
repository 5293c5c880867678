"""Commands on selected meetings: keys, menus and buttons carry them out under the same conditions."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.gui.commands import Command, commands_of, is_allowed
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.buttons import command_action, command_button
from missionplanner.gui.widgets.shortcuts import pressed
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _


class CommandsOnMeetings(QObject):
    """Base of the commands on meetings of a screen; they are called only with meetings selected and a file to write."""

    reported = Signal(str)
    """The outcome of a command, in a sentence."""

    def __init__(self, workspace: Workspace, chosen: Callable[[], list[Meeting]], parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._window = workspace, parent
        self._chosen = chosen
        """Returns the selected meetings."""

    def carry_out(self, command: Command, method: Callable[[], object]) -> None:
        """Carry out a command on the selected meetings; a UserError is shown."""
        meetings = self._chosen()
        if not meetings or not is_allowed(command, self._workspace.store):
            return
        act = _refuse_several if not command.takes.takes(len(meetings)) else method
        alerts.attempt(self._window, act)

    def take_key(self, event: QKeyEvent) -> bool:
        """Carry out the command of a key; return whether there is one."""
        found = pressed(self, event)
        if found:
            self.carry_out(*found)
        return found is not None

    def actions(self, parent: QWidget) -> list[QAction]:
        """Return the entries of a menu on the selected meetings."""
        found = []
        for command, method in commands_of(self):
            action = command_action(command, partial(self.carry_out, command, method), parent, self._workspace.store)
            if not command.takes.takes(len(self._chosen())):
                action.setEnabled(False)
            found.append(action)
        return found

    def buttons(self) -> dict[str, QPushButton]:
        """Return a button for each command, by its name; the list with the meetings takes their keys."""
        store = self._workspace.store
        return {
            command.name: command_button(method, store, partial(self.carry_out, command, method), takes_keys=False)
            for command, method in commands_of(self)
        }


def _refuse_several() -> None:
    raise UserError(_("This is done with one meeting at a time."), _("Select a single meeting."))
