"""The list of shortcuts in the help: what the commands of the window, its screens and its tables have."""

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

import missionplanner.gui
from missionplanner.gui.commands import Command, collected, commands_in
from missionplanner.gui.widgets.shortcuts import keys_text
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.gui.window.navigation import Navigation
from missionplanner.i18n import _


def load_all() -> None:
    """Import every module of the window and its screens, so that all their commands are in the table of commands."""
    for package in iter_modules(missionplanner.gui.__path__, "missionplanner.gui."):
        folder = import_module(package.name)
        for module in iter_modules(getattr(folder, "__path__", ()), f"{package.name}."):
            import_module(module.name)


def shortcuts(in_menus: Iterable[Command]) -> list[tuple[str, str]]:
    """Every shortcut with what it does: those of the menus, of every table, then of each screen after its name."""
    load_all()
    screens = {one.name.removeprefix("show_"): one.text for one in commands_in(Navigation)}
    order = ["widgets", *screens]

    def rank(one: Command) -> int:
        return order.index(_package(one)) if _package(one) in order else len(order)

    def words(one: Command) -> str:
        screen = "" if one.menu else screens.get(_package(one), "")
        text = _(one.text).replace("…", "").replace("&", "")
        return f"{_(screen)}: {text}" if screen else text

    elsewhere = [one for one in collected() if not one.menu and one.owner.startswith("missionplanner.")]
    found = [one for one in (*in_menus, *sorted(elsewhere, key=rank)) if one.shortcut]
    return [(keys_text(one.shortcut), words(one)) for one in found]


def shortcut_table(in_menus: Iterable[Command]) -> DataTable:
    """Return a table of every shortcut."""
    columns = [
        Column(_("Keys"), lambda row: row[0], width=170),
        Column(_("Command"), lambda row: row[1], width=420),
    ]
    return DataTable(plain_model(columns, shortcuts(in_menus)), _("Keyboard shortcuts"))


def _package(one: Command) -> str:
    """The package a command stands in: that of its screen, or "widgets"."""
    return one.owner.removeprefix("missionplanner.gui.").split(".")[0]
