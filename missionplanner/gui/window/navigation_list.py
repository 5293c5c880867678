"""The list at the left: the screens one can go to."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem

from missionplanner.gui.commands import commands_of
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.i18n import _

_WIDTH = 190


class NavigationList(QListWidget):
    """The commands that show a screen; the one that is shown is marked."""

    chosen = Signal(object)
    """The method of the command that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._methods: list[Callable[[], Any]] = []
        self.is_leading = False
        """Whether the screen that is about to be shown was chosen here, where one goes on with the arrows."""
        self.setObjectName("navigation")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(_("Navigation"))
        self.setIconSize(QSize(18, 18))
        self.currentRowChanged.connect(self._on_row)

    def fill(self, navigation: object) -> None:
        """Offer the commands of this object."""
        from missionplanner.gui.widgets.icons import icon  # slow import
        from missionplanner.gui.widgets.shortcuts import with_keys  # slow import

        found = list(commands_of(navigation))
        self._names = [command.name for command, _method in found]
        self._methods = [method for _command, method in found]
        self.setAccessibleName(_("Navigation"))
        blocked = self.blockSignals(True)
        self.clear()
        for command, _method in found:
            item = QListWidgetItem(icon(command.icon), _(command.text))
            item.setToolTip(literal(with_keys(_(command.text), command.shortcut)))
            self.addItem(item)
        self.blockSignals(blocked)

    def mark(self, screen: str) -> None:
        """Mark the screen of this name, without going there."""
        blocked = self.blockSignals(True)
        self.setCurrentRow(self._names.index(f"show_{screen}"))
        self.blockSignals(blocked)

    def _on_row(self, row: int) -> None:
        if row >= 0:
            # One who clicked goes on in the screen.
            self.is_leading = not QApplication.mouseButtons()
            self.chosen.emit(self._methods[row])
            self.is_leading = False
