"""The main window: painted at once; everything heavy is loaded after its first picture."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from missionplanner import __version__, i18n
from missionplanner.errors import Cancelled
from missionplanner.gui import settings
from missionplanner.gui.widgets import alerts, qt_texts, theme
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.plain_text import plain
from missionplanner.gui.window import menus
from missionplanner.gui.window.commands import BY_NAME, COMMANDS, SCREENS
from missionplanner.gui.window.progress_bar import Working
from missionplanner.gui.window.screens import connect, connect_start_page, make_screen
from missionplanner.i18n import _

if TYPE_CHECKING:
    from missionplanner.gui.runner import Runner
    from missionplanner.gui.start.page import StartPage
    from missionplanner.gui.widgets.screen import Screen
    from missionplanner.gui.window.file_commands import FileCommands
    from missionplanner.gui.window.sweeper import Sweeper
    from missionplanner.gui.workspace import Workspace

_NAVIGATION_WIDTH = 190


class MainWindow(QMainWindow):
    """Navigation at the left, one screen at a time, menus, status."""

    workspace: "Workspace"
    runner: "Runner"
    files: "FileCommands"
    start_page: "StartPage"
    sweeper: "Sweeper"

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self._path = path
        self.is_loaded = False
        self.screens: dict[str, Screen] = {}
        self.actions_: dict[str, QAction] = {}
        self._shown = "overview"
        self.navigation = QListWidget()
        self.pages = QStackedWidget()
        self.status = plain(QLabel())
        self.banner = QLabel()
        self.progress = Working()
        self.setMinimumSize(QSize(960, 600))
        self.resize(1280, 800)
        self.setAcceptDrops(True)
        geometry = settings.read("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self._build()

    # -- building

    def _build(self) -> None:
        self.setWindowTitle(_("Trade Mission Planner"))
        self.navigation.setObjectName("navigation")
        self.navigation.setFixedWidth(_NAVIGATION_WIDTH)
        self.navigation.setAccessibleName(_("Navigation"))
        self.navigation.setIconSize(QSize(18, 18))
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.banner)
        right.addWidget(self.pages, 1)
        layout.addLayout(right, 1)
        self.banner.setObjectName("banner")
        self.banner.setWordWrap(True)
        self.banner.hide()
        self.setCentralWidget(middle)
        self.statusBar().addWidget(self.status, 1)
        self.progress.cancelled.connect(lambda: self.runner.cancel())
        self.statusBar().addPermanentWidget(self.progress)
        self.navigation.currentRowChanged.connect(self._on_navigated)
        self._build_menus()
        self._fill_navigation()

    def _build_menus(self) -> None:
        self.actions_ = menus.build(self)

    def _fill_navigation(self) -> None:
        commands = {command.name: command for command in COMMANDS}
        self.navigation.blockSignals(True)
        self.navigation.clear()
        for name in SCREENS:
            command = commands[f"show_{name}"]
            item = QListWidgetItem(icon(command.icon), _(command.text))
            item.setToolTip(f"{_(command.text)} ({command.shortcut})")
            self.navigation.addItem(item)
        self.navigation.blockSignals(False)

    def load(self) -> None:
        """Load what is heavy, after the first picture, and open the file that was asked for."""
        from missionplanner.gui.runner import Runner  # slow import
        from missionplanner.gui.start.page import StartPage  # slow import
        from missionplanner.gui.window.file_commands import FileCommands  # slow import
        from missionplanner.gui.window.sweeper import Sweeper  # slow import
        from missionplanner.gui.workspace import Workspace  # slow import

        self.workspace = Workspace()
        self.sweeper = Sweeper(self)
        self.sweeper.start()
        self.runner = Runner(self.workspace)
        self.files = FileCommands(self, self.workspace, self.runner)
        self.start_page = StartPage()
        connect_start_page(self.start_page, self.do)
        self.pages.addWidget(self.start_page)
        self.workspace.opened.connect(self._on_opened)
        self.workspace.closed.connect(self._on_closed)
        self.workspace.changed.connect(self._on_changed)
        self.runner.started.connect(self._on_started)
        self.runner.progressed.connect(self._on_progressed)
        self.runner.finished.connect(self._on_finished)
        self.runner.failed.connect(lambda error: alerts.show_error(self, error))
        self.is_loaded = True
        self._on_closed()
        if self._path:
            self.do("open_path", self._path)

    # -- commands

    def do(self, name: str, subject: Any = None) -> None:
        """Carry out a command by its name; whatever goes wrong is told as designed."""
        action = self.actions_.get(name)
        if not self.is_loaded or (action is not None and not action.isEnabled()):
            return
        try:
            self._do(name, subject)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 (a command that fails is told, the window stays)
            alerts.show_error(self, error)

    def _do(self, name: str, subject: Any) -> None:
        command = BY_NAME.get(name)
        if name.startswith("show_") and name[5:] in SCREENS:
            self.show_screen(name[5:])
        elif command and command.screen:
            getattr(self.show_screen(command.screen), name)()
        elif name.startswith("theme_"):
            self.use_theme(name[6:])
        else:
            self._acts()[name](subject)

    def _acts(self) -> dict[str, Any]:
        from missionplanner.gui.safety.acts import SafetyCommands  # slow import
        from missionplanner.gui.window import help as dialogs  # slow import

        files, safety = self.files, SafetyCommands(self, self.workspace, self.settle)
        return {
            "new_mission": lambda _s: files.new_mission(),
            "new_example": lambda _s: files.new_mission(example=True),
            "open_mission": lambda _s: files.open_mission(),
            "open_path": lambda s: files.open_path(Path(s)),
            "import_file": lambda s: files.import_file(s),
            "import_path": lambda s: files.import_file(None, Path(s)),
            "paste_rows": lambda s: files.paste_rows(s),
            "export_file": lambda _s: files.export_file(),
            "export_list": lambda _s: files.save_list(self.screens[self._shown].shown_list(), "*.xlsx *.csv"),
            "print_list": lambda _s: files.save_list(self.screens[self._shown].shown_list(), "*.pdf"),
            "save_copy": lambda _s: files.save_copy(),
            "close_mission": lambda _s: self._close_mission(),
            "quit": lambda _s: self.close(),
            "undo": lambda _s: self._travel("undo"),
            "redo": lambda _s: self._travel("redo"),
            "new_company": lambda _s: self.show_screen("companies").new_company(),
            "open_company": lambda s: self.show_screen("companies").open_company(s),
            "carry_meeting": lambda s: self.show_screen("timetable").carry(s),
            "find": lambda _s: self._find(),
            "find_duplicates": lambda _s: files.find_duplicates(),
            "mission_settings": lambda _s: self._mission_settings(),
            "make_timetable": lambda _s: self.show_screen("timetable").make(),
            "show_history": lambda _s: safety.show_history(),
            "show_copies": lambda _s: safety.show_copies(),
            "merge_copy": lambda _s: safety.merge_copy(),
            "set_password": lambda _s: safety.set_password(),
            "personal_data": lambda _s: safety.show_people(),
            "user_guide": lambda _s: dialogs.show_guide(self),
            "show_shortcuts": lambda _s: dialogs.show_shortcuts(self),
            "about": lambda _s: alerts.tell(
                self,
                _("Trade Mission Planner {version}").format(version=__version__),
                _("Plans trade missions in one local file. Apache-2.0 licence."),
            ),
        }

    def show_screen(self, name: str) -> Any:
        """Show a screen, made the first time it is asked for."""
        if name not in self.screens:
            screen = make_screen(name, self.workspace, self.runner)
            connect(screen, self.do)
            self.screens[name] = screen
            self.pages.addWidget(screen)
        self._shown = name
        self.navigation.blockSignals(True)
        self.navigation.setCurrentRow(SCREENS.index(name))
        self.navigation.blockSignals(False)
        screen = self.screens[name]
        if screen.stale:
            screen.stale = False
            screen.refresh()
        self.pages.setCurrentWidget(screen)
        return screen

    def settle(self) -> None:
        """Have every screen store what is typed, before the screens go."""
        for screen in self.screens.values():
            screen.settle()

    def use_theme(self, name: str) -> None:
        """Dress the window in another theme."""
        settings.write("theme", name)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        theme.apply(application, name)
        self._rebuild()

    def use_language(self, code: str) -> None:
        """Speak another language."""
        settings.write("language", code)
        i18n.use(code)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        qt_texts.speak(application)
        self._rebuild()

    def _rebuild(self) -> None:
        """Make everything anew in the theme and language chosen, on the same screen."""
        self.settle()
        for screen in self.screens.values():
            self.pages.removeWidget(screen)
            screen.deleteLater()
        self.screens = {}
        self._build_menus()
        self._fill_navigation()
        self.pages.removeWidget(self.start_page)
        self.start_page.deleteLater()
        from missionplanner.gui.start.page import StartPage  # slow import

        self.start_page = StartPage()
        connect_start_page(self.start_page, self.do)
        self.pages.insertWidget(0, self.start_page)
        if self.workspace.is_open:
            self._on_opened()
        else:
            self._on_closed()

    def _close_mission(self) -> None:
        self.settle()
        self.workspace.close()

    def _find(self) -> None:
        from missionplanner.gui.window.finder import Finder  # slow import

        dialog = Finder(self.workspace, self.do, self)
        dialog.exec()
        dialog.deleteLater()

    def _mission_settings(self) -> None:
        from missionplanner.gui.programme.settings_dialog import MissionSettings  # slow import

        dialog = MissionSettings(self.workspace, self)
        dialog.exec()
        dialog.deleteLater()

    # -- being told

    def _on_navigated(self, row: int) -> None:
        if row >= 0:
            self.do(f"show_{SCREENS[row]}")

    def _on_opened(self) -> None:
        for screen in self.screens.values():
            self.pages.removeWidget(screen)
            screen.deleteLater()
        self.screens = {}
        store = self.workspace.store
        self.setWindowTitle(" – ".join([store.mission.name, _("Trade Mission Planner")]))
        self.navigation.show()
        self._update_actions()
        self.show_screen(self._shown)
        text = _("{name} is open for reading only: {holder} has it. To work on it, close it there, or save a copy.")
        if not store.holder:
            text = _(
                "{name} or its folder cannot be written, so it is open for reading only. To work on it, save a copy."
            )
        self.banner.setText(text.format(name=store.path.name, holder=store.holder))
        self.banner.setVisible(store.read_only)
        self.status.setText(str(store.path))
        self.sweeper.sweep()

    def _on_closed(self) -> None:
        for screen in self.screens.values():
            self.pages.removeWidget(screen)
            screen.deleteLater()
        self.screens = {}
        self._shown = "overview"
        self.setWindowTitle(_("Trade Mission Planner"))
        self.navigation.hide()
        self.banner.hide()
        self.start_page.refresh()
        self.pages.setCurrentWidget(self.start_page)
        self.status.setText("")
        self._update_actions()

    def _on_changed(self, _tables: frozenset[str]) -> None:
        if not self.runner.is_busy:
            self.status.setText(str(self.workspace.store.path))
        for name, screen in self.screens.items():
            if name == self._shown:
                screen.refresh()
            else:
                screen.stale = True
        self._update_actions()

    def _travel(self, way: str) -> None:
        """Undo or redo, and say below what was taken back or done again."""
        store = self.workspace.store
        label = store.undo() if way == "undo" else store.redo()
        if label:
            self.status.setText(
                (_("Undone: {step}.") if way == "undo" else _("Done again: {step}.")).format(step=label)
            )

    def _update_actions(self) -> None:
        is_open = self.workspace.is_open
        writable = is_open and not self.workspace.store.read_only
        for command in COMMANDS:
            allowed = writable if command.writes else is_open if command.needs_file else True
            self.actions_[command.name].setEnabled(allowed)
        for name, text in (("undo", _("Undo")), ("redo", _("Redo"))):
            label = getattr(self.workspace.store, f"{name}_label") if writable else ""
            self.actions_[name].setText(f"{text}: {label}" if label else text)
            self.actions_[name].setEnabled(bool(label))

    def _on_started(self, title: str) -> None:
        self.status.setText(title)
        self.progress.begin()

    def _on_progressed(self, fraction: float, text: str) -> None:
        self.progress.set_fraction(fraction)
        if text:
            self.status.setText(text)

    def _on_finished(self) -> None:
        self.progress.hide()
        self.status.setText(str(self.workspace.store.path) if self.workspace.is_open else "")

    # -- events of the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A mission file is opened, any other is imported."""
        path = Path(event.mimeData().urls()[0].toLocalFile())
        if path.suffix == ".mission":
            QTimer.singleShot(0, lambda: self.do("open_path", path))
        elif self.is_loaded and self.workspace.is_open:
            QTimer.singleShot(0, lambda: self.do("import_path", path))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, end what is under way, close the file."""
        settings.write("geometry", self.saveGeometry())
        if self.is_loaded:
            self.settle()
            self.runner.wait()
            self.workspace.close()
            self.sweeper.stop()
        super().closeEvent(event)
