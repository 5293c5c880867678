"""The menu bar: titles at once, entries from the commands of the objects that carry them out."""

import logging
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.commands import MENUS, Command, Needs, command_of, commands_of
from missionplanner.gui.widgets.plain_text import Action, Menu, literal, mark, unmarked
from missionplanner.gui.widgets.shortcuts import keys_text, sequences
from missionplanner.gui.window.mnemonics import marked
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _

LOG = logging.getLogger("missionplanner")
FIRST_OF_GROUPS = frozenset(
    ("import_file", "export_file", "merge_copy", "close_mission", "cut", "new_company", "find", "name_yourself",
     "announce", "show_history", "whats_new", "about")
)  # fmt: skip
"""The commands above which a line stands in their menu."""
_ROLES = {"about": QAction.MenuRole.AboutRole, "quit": QAction.MenuRole.QuitRole}
"""Commands that macOS shows in the menu of the program; it would guess them by their English texts."""
_KEYS_OF_FIELDS = {"cut": "Ctrl+X", "copy": "Ctrl+C", "paste": "Ctrl+V", "select_all": "Ctrl+A"}
"""Keys that are shown and not taken: fields and tables take them themselves."""
CarryOut = Callable[[Callable[[], Any]], None]
"""Calls a command’s method and shows what goes wrong."""


class Menus(QObject):
    """The menus of the window with their actions."""

    language_chosen = Signal(str)
    recent_chosen = Signal(str)

    def __init__(self, window: QMainWindow, carry_out: CarryOut) -> None:
        super().__init__(window)
        self._window, self.carry_out = window, carry_out
        self.actions: dict[str, QAction] = {}
        """By the names of their commands."""
        self._commands: list[tuple[Command, Callable[..., Any]]] = []
        self._menus: dict[str, QMenu] = {}
        self._marked: dict[str, str] = {}
        """The texts of the commands with their letters, by name."""
        self.show_titles()

    def show_titles(self) -> None:
        """Show the titles alone, in the language of the screen."""
        bar = self._window.menuBar()
        bar.clear()
        self._menus = {name: bar.addMenu(_(name)) for name in MENUS}

    def fill(self, owners: Iterable[object]) -> None:
        """Fill the menus with the commands of these objects, in their order."""
        self._commands = [(one, method) for owner in owners for one, method in commands_of(owner) if one.menu]
        self.actions = {one.name: self._action(one, method) for one, method in self._commands}
        for one, _method in self._commands:
            if one.name in FIRST_OF_GROUPS:
                self._menus[one.menu].addSeparator()
            self._menus[one.menu].addAction(self.actions[one.name])
        self._add_recent()
        self._check_theme()
        self._add_languages()
        self._mark_letters()

    def _mark_letters(self) -> None:
        """Give every entry of a menu a letter of its own to press."""
        for menu in self._menus.values():
            entries = [action for action in menu.actions() if not action.isSeparator()]
            texts = marked([action.text().replace("&&", "").replace("&", "") for action in entries])
            for action, text in zip(entries, texts, strict=True):
                mark(action, text)
        self._marked = {name: action.text() for name, action in self.actions.items()}
        for name, keys in _KEYS_OF_FIELDS.items():
            if name in self.actions:
                action = self.actions[name]
                mark(action, f"{action.text()}\t{keys_text(keys)}")

    def in_order(self) -> list[Command]:
        """The commands of all menus, as they stand there."""
        return sorted((one for one, _method in self._commands), key=lambda one: MENUS.index(one.menu))

    def entries(self) -> Iterator[tuple[Command, Callable[[], None]]]:
        """The commands that can be carried out now, each with what does it."""
        for one, _method in self._commands:
            if self.actions[one.name].isEnabled():
                yield one, self.actions[one.name].trigger

    def allow(self, is_open: bool, is_writable: bool) -> None:
        """Enable what can be carried out with the mission that is open, if any."""
        allowed = {Needs.NOTHING: True, Needs.FILE: is_open, Needs.WRITING: is_writable}
        for one, _method in self._commands:
            self.actions[one.name].setEnabled(allowed[one.needs])

    def carry_out_allowed(self, method: Callable[..., Any], *words: object) -> None:
        """Carry out a command of the menus that a screen asks for, unless it is disabled there."""
        if self.actions[command_of(method).name].isEnabled():
            self.carry_out(lambda: method(*words))

    def name_step(self, name: str, label: str) -> None:
        """Name beside Undo or Redo the step it is about; without one the entry is disabled."""
        action = self.actions[name]
        plain = next(_(one.text) for one, _method in self._commands if one.name == name)
        marked_text = self._marked.get(name, "")
        text = marked_text if marked_text.replace("&", "") == plain else plain
        mark(action, _("{act}: {step}").format(act=text, step=unmarked(label)) if label else text)
        action.setEnabled(bool(label))

    def _action(self, one: Command, method: Callable[..., Any]) -> QAction:
        from missionplanner.gui.widgets.icons import icon  # slow import

        action = Action(_(one.text), self._window)
        mark(action, _(one.text))
        if one.icon:
            action.setIcon(icon(one.icon))
        if one.shortcut:
            action.setShortcuts(sequences(one.shortcut))
        action.setMenuRole(_ROLES.get(one.name, QAction.MenuRole.NoRole))
        action.triggered.connect(lambda: self._carry_out(one.name, method))
        return action

    def _carry_out(self, name: str, method: Callable[..., Any]) -> None:
        LOG.info("command %s", name)
        self.carry_out(method)

    def _add_recent(self) -> None:
        recent = Menu(self._window, _("Recent missions"))
        shown = self._menus["&File"].actions()
        # Above the line that parts what is opened from what is imported.
        place = shown.index(self.actions["import_file"])
        self._menus["&File"].insertMenu(shown[place - 1 if place and shown[place - 1].isSeparator() else place], recent)
        recent.aboutToShow.connect(lambda: self._fill_recent(recent))

    def _fill_recent(self, menu: Menu) -> None:
        menu.clear()
        for number, path in enumerate(settings.recent_files(), start=1):
            entry = menu.entry(path.stem)
            mark(entry, f"&{number}  {unmarked(path.stem)}")
            entry.setToolTip(literal(str(path)))
            entry.triggered.connect(lambda _checked=False, p=path: self._choose_recent(p))

    def _choose_recent(self, path: Path) -> None:
        self.recent_chosen.emit(str(path))

    def _check_theme(self) -> None:
        themes = QActionGroup(self)
        for name in ("system", "light", "dark"):
            action = self.actions[f"theme_{name}"]
            action.setCheckable(True)
            action.setChecked(settings.read("theme") == name)
            themes.addAction(action)

    def _add_languages(self) -> None:
        from missionplanner.gui.widgets.icons import icon  # slow import

        languages = Menu(self._window, _("Language"))
        languages.setIcon(icon("languages"))
        self._menus["&View"].addMenu(languages)
        for code in LANGUAGES:
            action = languages.entry(OWN_NAMES[code])
            action.setCheckable(True)
            action.setChecked(i18n.current().language == code)
            action.triggered.connect(lambda _checked=False, c=code: self.language_chosen.emit(c))
