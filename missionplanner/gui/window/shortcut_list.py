"""The list of shortcuts in the help: what the commands of the window, its screens and its tables have."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

import missionplanner.gui
from missionplanner.domain.spelling import fold
from missionplanner.gui.commands import Command, collected, commands_in
from missionplanner.gui.widgets.labels import as_search
from missionplanner.gui.widgets.shortcuts import keys_text
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.gui.window.navigation import Navigation
from missionplanner.i18n import N_, _

_TABLES = N_("Every table")


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A key with what it does and where."""

    place: str
    """The menu or screen in which it works, in the language of the screen."""
    keys: str
    text: str

    def holds(self, words: str) -> bool:
        """Whether every one of some words stands in it, in any case and without accents."""
        searched = fold(f"{self.place} {self.keys} {self.text}")
        return all(word in searched for word in fold(words).split())


def load_all() -> None:
    """Import every module of the window and its screens, so that all their commands are in the table of commands."""
    for package in iter_modules(missionplanner.gui.__path__, "missionplanner.gui."):
        folder = import_module(package.name)
        for module in iter_modules(getattr(folder, "__path__", ()), f"{package.name}."):
            import_module(module.name)


def shortcuts(in_menus: Iterable[Command]) -> list[Shortcut]:
    """Every shortcut: those of the menus, of every table, then of each screen."""
    load_all()
    screens = {one.name.removeprefix("show_"): one.text for one in commands_in(Navigation)}
    order = ["widgets", *screens]

    def rank(one: Command) -> int:
        return order.index(_package(one)) if _package(one) in order else len(order)

    def place(one: Command) -> str:
        return _(one.menu or screens.get(_package(one), _TABLES))

    elsewhere = [one for one in collected() if not one.menu and one.owner.startswith("missionplanner.")]
    found = [one for one in (*in_menus, *sorted(elsewhere, key=rank)) if one.shortcut]
    return [Shortcut(_plain(place(one)), keys_text(one.shortcut), _plain(_(one.text))) for one in found]


class ShortcutList(QWidget):
    """A line to search with above the shortcuts, those of a menu or screen together."""

    def __init__(self, in_menus: Iterable[Command]) -> None:
        super().__init__()
        self._all = shortcuts(in_menus)
        self.line = QLineEdit()
        as_search(self.line, _("Search the shortcuts"))
        columns = [
            Column(_("Where"), lambda row: row.place, width=150),
            Column(_("Keys"), lambda row: row.keys, width=170),
            Column(_("Command"), lambda row: row.text, width=420, grows=True),
        ]
        self.table = DataTable(plain_model(columns, self._all), _("Keyboard shortcuts"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.table)
        self.line.textChanged.connect(self._narrow)

    def _narrow(self, words: str) -> None:
        self.table.rows.set_keys([place for place, one in enumerate(self._all) if one.holds(words)])


def _plain(text: str) -> str:
    """A text of a command without its signs for a menu."""
    return text.replace("…", "").replace("&", "")


def _package(one: Command) -> str:
    """The package a command stands in: that of its screen, or "widgets"."""
    return one.owner.removeprefix("missionplanner.gui.").split(".")[0]
