"""The list at the left: the screens one can go to."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from missionplanner.gui.commands import commands_of
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.i18n import _

_WIDTH, _WIDEST, _NARROW = 190, 240, 58
"""Pixels with the names of the screens, at least and at most, and with their icons alone."""
_BESIDE = 46
"""Pixels beside the longest name: the frame, and the room around an item."""


class _IconsOnly(QStyledItemDelegate):
    """Shows the icon of an item in the middle, without its text."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Leave out the text."""
        super().initStyleOption(option, index)
        option.text = ""


class NavigationList(QListWidget):
    """The commands that show a screen; the one that is shown is marked."""

    chosen = Signal(object)
    """The method of the command that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._methods: list[Callable[[], Any]] = []
        self._wide = _WIDTH
        """Pixels that the names of the screens take in the language."""
        self.is_leading = False
        """Whether the screen that is about to be shown was chosen here, where one goes on with the arrows."""
        self.setObjectName("navigation")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(_("Navigation"))
        self.setIconSize(QSize(18, 18))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self._fit()

    def show_names(self, shown: bool) -> None:
        """Show the names of the screens beside their icons, or only say them where the mouse rests."""
        if shown == (self.width() != _NARROW):
            return
        self.setFixedWidth(self._wide if shown else _NARROW)
        self.setItemDelegate(QStyledItemDelegate(self) if shown else _IconsOnly(self))
        self.setProperty("narrow", not shown)
        self.style().polish(self)

    def _fit(self) -> None:
        """Be as wide as the longest name needs."""
        names = max(
            (self.fontMetrics().horizontalAdvance(self.item(row).text()) for row in range(self.count())), default=0
        )
        self._wide = min(max(_WIDTH, names + self.iconSize().width() + _BESIDE), _WIDEST)
        if self.width() != _NARROW:
            self.setFixedWidth(self._wide)

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
