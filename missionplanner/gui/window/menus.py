"""The menu bar, built from the table of commands."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from missionplanner import i18n
from missionplanner.gui import settings
from missionplanner.gui.widgets import theme
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.window.commands import COMMANDS, MENUS
from missionplanner.i18n import LANGUAGES, OWN_NAMES, _

if TYPE_CHECKING:
    from missionplanner.gui.window.main_window import MainWindow


def build(window: "MainWindow") -> dict[str, QAction]:
    """Fill the window's menu bar; returns the actions by the names of their commands."""
    bar = window.menuBar()
    bar.clear()
    menus = {name: bar.addMenu(_(name)) for name in MENUS}
    actions = {}
    for command in COMMANDS:
        action = QAction(_(command.text), window)
        if command.icon:
            action.setIcon(icon(command.icon))
        if command.shortcut:
            action.setShortcut(QKeySequence(command.shortcut))
        action.triggered.connect(lambda _checked=False, name=command.name: window.do(name))
        menus[command.menu].addAction(action)
        actions[command.name] = action
    recent = QMenu(_("Recent missions"), window)
    menus["&File"].insertMenu(actions["import_file"], recent)
    recent.aboutToShow.connect(lambda: _fill_recent(window, recent))
    themes = QActionGroup(window)
    for name in theme.THEMES:
        action = actions[f"theme_{name}"]
        action.setCheckable(True)
        action.setChecked(settings.read("theme") == name)
        themes.addAction(action)
    languages = menus["&View"].addMenu(icon("languages"), _("Language"))
    for code in LANGUAGES:
        action = languages.addAction(OWN_NAMES[code])
        action.setCheckable(True)
        action.setChecked(i18n.current().language == code)
        action.triggered.connect(lambda _checked=False, c=code: window.use_language(c))
    return actions


def _fill_recent(window: "MainWindow", menu: QMenu) -> None:
    menu.clear()
    for path in settings.recent_files():
        action = menu.addAction(path.stem)
        action.triggered.connect(lambda _checked=False, p=path: window.do("open_path", p))
