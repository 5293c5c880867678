"""The main window: its frame is painted at once; what is heavy is loaded after its first picture."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QMainWindow, QScrollArea, QVBoxLayout, QWidget

from missionplanner.errors import Cancelled
from missionplanner.gui import settings
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.window.menus import Menus
from missionplanner.gui.window.navigation_list import NavigationList
from missionplanner.gui.window.status_line import Act, StatusLine
from missionplanner.i18n import _

if TYPE_CHECKING:
    from missionplanner.gui.runner import Runner
    from missionplanner.gui.widgets.screen import Screen
    from missionplanner.gui.window.session import WindowSession
    from missionplanner.gui.workspace import Workspace


_LEAST = QSize(840, 430)
"""Pixels every screen works in: those of 1280 × 720 at 150 %, less the frame of the window."""
_NARROW = 960
"""Pixels from which on the screens are named at the left; below there are their icons alone."""
_FRAME = QSize(8, 40)
"""Pixels a window manager draws around a window, across and down."""


class MainWindow(QMainWindow):
    """Navigation at the left, one screen at a time, menus, status."""

    session: "WindowSession"
    """Loaded after the first picture: the open mission, its screens, the commands."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        self._path = path
        self.crash: list[str] = []
        """The lines written when the program died the last time; offered as a report once the window is loaded."""
        self._waiting: Path | None = None
        """A file that is opened when the dialog that is open has been closed."""
        self.is_loaded = False
        self.menus = Menus(self, self.carry_out)
        self.navigation = NavigationList()
        self.banner = Label()
        self.status = StatusLine()
        self._right = QVBoxLayout()
        self._place = QScrollArea(widgetResizable=True)
        room = self.screen().availableGeometry()
        self.setMinimumSize(_LEAST.boundedTo(room.size() - _FRAME))
        self.resize(QSize(1280, 800).boundedTo(room.size() - _FRAME))
        self.setAcceptDrops(True)
        geometry = settings.read("geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        self._build()

    @property
    def workspace(self) -> "Workspace":
        """The mission that is open."""
        return self.session.workspace

    @property
    def runner(self) -> "Runner":
        """The runner of jobs."""
        return self.session.runner

    @property
    def screens(self) -> "dict[str, Screen]":
        """The screens made so far, by the names of their packages."""
        return self.session.stack.screens

    def load(self) -> None:
        """Load what is heavy, after the first picture, and open the file that was asked for."""
        from missionplanner.gui.window.session import WindowSession  # slow import

        self.session = WindowSession(self, self.menus, self.navigation, self.status)
        self.session.opened.connect(self._on_opened)
        self.session.closed.connect(self._on_closed)
        self._place.setWidget(self.session.stack)
        self.is_loaded = True
        self.session.begin()
        if path := self._path:
            self.carry_out(lambda: self.session.open_file(path))
        self.session.tell_news()
        if crash := self.crash:
            self.carry_out(lambda: self.session.commands.help.offer_report(crash))

    def take(self, path: str, token: str) -> None:
        """Come forward and open a file, which was opened outside; an empty path opens none.

        token: with what the desktop knows who asked for that; may be empty.
        """
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # Qt takes it from there
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        if not self.is_loaded:
            self._path = Path(path) if path else self._path
        elif path:
            self._waiting = Path(path)
            self._open_waiting()

    def _open_waiting(self) -> None:
        """Open the file that waits at once, or when the dialog that is open has been closed."""
        if self._waiting is None:
            return
        path, dialog = self._waiting, QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self.say(_("{name} is opened when the dialog is closed.").format(name=path.name))
            dialog.raise_()
            dialog.activateWindow()
            dialog.finished.connect(lambda: QTimer.singleShot(0, self, self._open_waiting))
        else:
            self._waiting = None
            self.carry_out(lambda: self.session.open_file(path))

    def carry_out(self, method: Callable[[], Any]) -> None:
        """Call a command’s method, and show what goes wrong; the window stays."""
        from missionplanner.gui.widgets import alerts  # slow import

        try:
            method()
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001 (a command that fails is shown)
            alerts.show_error(self, error)

    def do(self, name: str) -> None:
        """Carry out a command of the menus by its name, as if it were chosen there."""
        self.menus.actions[name].trigger()

    def go_to(self, place: str, key: int = 0) -> None:
        """Show a place of `gui.widgets.places`: a screen, or after a dot a list of the programme; key: the record."""
        screen, _dot, title = place.partition(".")
        self.do(f"show_{screen}")
        shown = self.screens.get(screen)
        if title and shown:
            shown.show_list(title)
        if key and shown:
            shown.open_record(key)

    def say(self, text: str, acts: Sequence[Act] = ()) -> None:
        """Show what was done in the quiet line at the bottom, with what can be done about it."""
        self.session.say(text, acts)

    def _on_opened(self, name: str, warning: str) -> None:
        """Show which mission is open, and what there is to know about it."""
        self.setWindowTitle(" – ".join([name, _("Trade Mission Planner")]))
        self.banner.setText(warning)
        self.banner.setVisible(bool(warning))
        self.navigation.show()
        self.status.ask_name(self.session.commands.view.name_yourself)

    def _on_closed(self) -> None:
        """Show that no mission is open."""
        self.setWindowTitle(_("Trade Mission Planner"))
        self.banner.hide()
        self.navigation.hide()

    def _build(self) -> None:
        middle = QWidget()
        layout = QHBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.navigation)
        self._right.setSpacing(0)
        self._right.addWidget(self.banner)
        self._place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right.addWidget(self._place, 1)
        layout.addLayout(self._right, 1)
        self.banner.setObjectName("banner")
        self.banner.setWordWrap(True)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self._on_closed()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped on the window."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped once the drag is over: a dialog would hold up where it came from."""
        # What is no file, such as a page of the web, has an empty path.
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        if self.is_loaded:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.carry_out(lambda: self.session.take_dropped(paths)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the screen the room of the names beside it where there is little."""
        super().resizeEvent(event)
        self.navigation.show_names(event.size().width() >= _NARROW)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place, end what is under way, close the file."""
        settings.write("geometry", self.saveGeometry())
        if self.is_loaded:
            self.session.end()
        super().closeEvent(event)
