"""The life of the screens: made when first shown, stale after a change, refreshed when shown, made anew."""

from typing import Any, TypeVar

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.job import Job
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.paper import PaperPages

S = TypeVar("S", bound=Screen)


class ScreenStack(QStackedWidget):
    """The start page and the screens, one of them shown."""

    made = Signal(object)
    """A screen was made: whoever it asks for something listens."""
    shown = Signal(str)
    """The screen of this name is shown."""

    def __init__(self, workspace: Workspace, runner: Runner) -> None:
        super().__init__()
        self._workspace, self._runner = workspace, runner
        self.screens: dict[str, Screen] = {}
        """The screens made so far, by the names of their packages."""
        self.last: type[Screen] | None = None
        """The class of the screen that was shown last."""
        self._start: QWidget | None = None
        self.currentChanged.connect(lambda _place: self.updateGeometry())
        workspace.changed.connect(lambda _tables: self._on_changed())

    def hasHeightForWidth(self) -> bool:
        """Return that it takes whatever height there is, down to the least."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return what the screen needs that is shown; others need not be seen whole."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown else super().minimumSizeHint()

    def show_screen(self, kind: type[S]) -> S:
        """Show the screen of this class, made now if it is not there yet."""
        name = kind.name()
        screen = self.screens.get(name)
        if not isinstance(screen, kind):
            screen = self._make(name, kind)
        self.last = kind
        self.shown.emit(name)
        if screen.stale:
            screen.stale = False
            screen.refresh()
        if self.currentWidget() is screen:
            self.currentChanged.emit(self.currentIndex())  # one arrives in it all the same
        self.setCurrentWidget(screen)
        return screen

    def is_shown(self, name: str) -> bool:
        """Whether the screen of this name is shown."""
        return name in self.screens and self.currentWidget() is self.screens[name]

    def shown_name(self) -> str:
        """Return the name of the screen that is shown; "start" for the start page."""
        screen = self.currentWidget()
        return screen.name() if isinstance(screen, Screen) else "start"

    def open_company_uid(self) -> str:
        """Return the uid of the company that is looked at; empty where none is."""
        screen = self.currentWidget()
        return screen.open_company_uid() if isinstance(screen, Screen) else ""

    def set_start(self, page: QWidget) -> None:
        """Take this start page, in place of the one there was."""
        if self._start is not None:
            self.removeWidget(self._start)
            self._start.deleteLater()
        self._start = page
        self.insertWidget(0, page)

    def shown_list(self) -> ShownList | None:
        """Return the list of the screen that is shown; None where there is none."""
        screen = self.currentWidget()
        return screen.shown_list() if isinstance(screen, Screen) else None

    def shown_pages(self) -> Job[Any, PaperPages] | None:
        """Return the job that makes the pages of the screen that is shown, as PDF; None where it has none."""
        screen = self.currentWidget()
        return screen.shown_pages() if isinstance(screen, Screen) else None

    def settle(self) -> bool:
        """Have every screen store what is typed, before the screens go; return whether all of it could be."""
        left = [screen for screen in self.screens.values() if not screen.settle()]
        return not left

    def clear(self) -> None:
        """Let all screens go: another mission is opened, or they are made anew in another language or theme."""
        if self._start is not None:
            # Where the one that is shown goes another is shown, which would read a mission that is closed.
            self.setCurrentWidget(self._start)
        for screen in self.screens.values():
            self.removeWidget(screen)
            # A screen is deleted later; until then no timer of its may read a mission that is closed.
            for timer in screen.findChildren(QTimer):
                timer.stop()
            screen.deleteLater()
        self.screens = {}

    def _make(self, name: str, kind: type[S]) -> S:
        screen = kind(self._workspace, self._runner)
        self.screens[name] = screen
        self.addWidget(screen)
        self.made.emit(screen)
        return screen

    def _on_changed(self) -> None:
        """Refresh what is shown whatever was changed: no list of tables that a screen could forget."""
        for screen in self.screens.values():
            if screen is self.currentWidget():
                screen.refresh()
            else:
                screen.stale = True
