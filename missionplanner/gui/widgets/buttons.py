"""Buttons with their icons, tooltips and keys, and the rows of buttons dialogs end with."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QDialog, QDialogButtonBox, QPushButton, QToolButton, QWidget

from missionplanner.gui.commands import Command, command_of, is_allowed
from missionplanner.gui.widgets import row_buttons
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.plain_text import Action, Menu, PushButton, ToolButton, literal, mark
from missionplanner.gui.widgets.shortcuts import sequences, with_keys
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _

if TYPE_CHECKING:
    from missionplanner.store.store import Store

MENU_KEY = "Shift+F10"
"""Shows the context menu of a list, beside the menu key."""


def make_button(text: str, name: str = "", shortcut: str = "", primary: bool = False) -> QPushButton:
    """Return a push button with its icon and, as a tooltip, its shortcut."""
    found = PushButton(text)
    if name:
        found.setIcon(icon(name, "" if not primary else colours().on_accent))
    if shortcut:
        keys = QShortcut(found)
        keys.setKeys(sequences(shortcut))
        keys.setWhatsThis(text)
        keys.activated.connect(found.click)  # a button's own shortcut waits 100 ms: what is typed next goes astray
        found.setToolTip(literal(with_keys(text, shortcut)))
    if primary:
        found.setObjectName("primary")
    found.setAutoDefault(False)
    return found


def command_button(
    method: Callable[..., Any],
    store: "Store",
    carry_out: Callable[[], Any] | None = None,
    primary: bool = False,
    takes_keys: bool = True,
) -> QPushButton:
    """Return a button with the text, icon and shortcut of a command; pressing it calls the method.

    It is disabled where the command needs a mission that can be written and this one cannot.
    carry_out: called instead, where the method takes arguments. takes_keys: whether the shortcut presses the button
    wherever one is in the window; a list takes single letters itself, and the button only names them.
    Raises KeyError for a method that is no command.
    """
    command = command_of(method)
    found = make_button(_(command.text), command.icon, command.shortcut if takes_keys else "", primary)
    mark(found, _(command.text))
    found.setToolTip(literal(with_keys(_(command.text), command.shortcut) if command.shortcut else ""))
    found.setEnabled(is_allowed(command, store))
    row_buttons.remember(found, command.takes)
    act = carry_out or method
    found.clicked.connect(lambda: act())
    return found


def command_action(command: Command, carry_out: Callable[[], Any], parent: QWidget, store: "Store") -> QAction:
    """Return an entry of a menu with the text and icon of a command, which shows its shortcut but does not take it.

    It is disabled like the buttons of commands.
    """
    found = Action(_(command.text), parent)
    mark(found, _(command.text))
    if command.icon:
        found.setIcon(icon(command.icon))
    if command.shortcut:
        found.setShortcuts(sequences(command.shortcut))
        found.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        found.setShortcutVisibleInContextMenu(True)
    found.setEnabled(is_allowed(command, store))
    found.triggered.connect(lambda: carry_out())
    return found


def add_row_actions(view: QAbstractItemView, store: "Store", acts: Iterable[Callable[..., Any]]) -> None:
    """Give a list the context menu of commands; the shortcuts in it work while the list has the focus."""
    for act in acts:
        view.addAction(command_action(command_of(act), act, view, store))
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    if not hasattr(view, "show_row_menu"):  # lists of cells have the key themselves
        keys = QShortcut(sequences(MENU_KEY)[0], view, context=Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(lambda: show_row_menu(view))


def show_row_menu(view: QAbstractItemView) -> None:
    """Show the context menu of a list at the current row, as the menu key does."""
    if view.actions():
        menu = Menu(view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(view.actions())
        menu.popup(view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft()))


def tool_button(text: str, name: str, shortcut: str = "") -> QToolButton:
    """Return a button with an icon alone; screen readers say its name, which is also its tooltip."""
    found = ToolButton()
    found.setIcon(icon(name))
    found.setAccessibleName(text)
    found.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if shortcut:
        found.setShortcut(sequences(shortcut)[0])
    found.setToolTip(literal(with_keys(text, shortcut)))
    return found


def command_tool_button(method: Callable[..., Any], store: "Store") -> QToolButton:
    """Return a button with the icon of a command alone, its text and shortcut as a tooltip."""
    command = command_of(method)
    found = tool_button(_(command.text), command.icon, command.shortcut)
    found.setEnabled(is_allowed(command, store))
    found.clicked.connect(lambda: method())
    return found


def accept_or_cancel(dialog: QDialog, text: str, name: str) -> tuple[QDialogButtonBox, QPushButton]:
    """The buttons of a dialog that does something or nothing, and the one that does it, which Enter presses."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    button = make_button(text, name, primary=True)
    buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
    press_with_enter(button, buttons)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons, button


def press_with_enter(button: QPushButton, buttons: QDialogButtonBox) -> None:
    """Have Enter press a button of a dialog; of several that may be the default, Qt takes the first it meets."""
    for other in buttons.buttons():
        if isinstance(other, QPushButton):
            other.setAutoDefault(False)
    button.setAutoDefault(True)
    button.setDefault(True)
