"""Commands on selected meetings: keys, menus and buttons carry them out under the same conditions."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.gui.commands import Command, commands_of
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
        if not meetings or self._workspace.store.read_only:
            return
        try:
            if command.one and len(meetings) > 1:
                raise UserError(_("This is done with one meeting at a time."), _("Select a single meeting."))
            method()
        except UserError as error:
            alerts.show_error(self._window, error)

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
            action = command_action(command, lambda c=command, m=method: self.carry_out(c, m), parent)  # type: ignore[misc]
            action.setEnabled(not (command.one and len(self._chosen()) > 1))
            found.append(action)
        return found

    def buttons(self) -> dict[str, QPushButton]:
        """Return a button for each command, by its name; the list with the meetings takes their keys."""
        found = {}
        for command, method in commands_of(self):
            button = command_button(method, lambda c=command, m=method: self.carry_out(c, m), takes_keys=False)  # type: ignore[misc]
            button.setEnabled(not self._workspace.store.read_only)
            found[command.name] = button
        return found
