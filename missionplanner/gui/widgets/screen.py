"""The base of all screens: a title, a line of tools, and signals that lead elsewhere."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.buttons import command_button, make_button, tool_button
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.gui.widgets.table import DataTable
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _
from missionplanner.jobs.job import Job
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.paper import PaperPages

W = TypeVar("W", bound=QWidget)


class Screen(QWidget):
    """A screen of the window. `refresh` is called when it is shown or what it shows has changed."""

    company_asked = Signal(int)
    """The company of this key is to be opened."""
    person_asked = Signal(int)
    """The person of this key is to be opened."""
    meeting_asked = Signal(int)
    """The meeting of this key is to be taken up in the timetable."""
    meeting_place_asked = Signal(int)
    """The place of the meeting of this key in the timetable is to be shown."""
    import_asked = Signal(str)
    """A file is to be imported: what is in it ("people", "requests"), or "" when that is not known."""
    paste_asked = Signal(str)
    """Rows on the clipboard are to be imported, as for `import_asked`."""
    new_company_asked = Signal(str)
    """A company of this side ("delegation", "counterpart") is to be entered."""
    command_asked = Signal(str)
    """The command of the menus of this name is to be carried out."""
    companies_asked = Signal()
    timetable_asked = Signal()
    personal_data_asked = Signal()
    programme_asked = Signal(str)
    """The programme is to be shown: the list of this English title, or "" for what was shown there last."""
    settings_asked = Signal(str)
    """The settings of the mission are to be opened at the page of this name, such as "stops"."""
    clashes_asked = Signal()
    """The clashes are to be settled."""
    help_asked = Signal(str)
    """The chapter of the guide about the screen of this name is to be shown."""

    main_view: QWidget | None = None
    """The view one goes to on arrival; None for the first list with rows."""

    def __init__(self, workspace: Workspace, runner: Runner, title: str = "") -> None:
        super().__init__()
        self.workspace, self.runner = workspace, runner
        self.stale = True
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(20, 16, 20, 12)
        self.layout_.setSpacing(10)
        self.bar = WrappingRow()
        heading = Label(title)
        heading.setObjectName("title")
        self.bar.addWidget(heading)
        self.help_button = self._help_button(title)
        self.bar.addWidget(self.help_button)
        self._last_of_bar: QWidget = self.help_button
        self.bar.addStretch()
        self.layout_.addLayout(self.bar)
        self.setAccessibleName(title)

    def hasHeightForWidth(self) -> bool:
        """Return that it takes whatever height there is, down to the least."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return what its contents need at the width they have; where there is less, the window scrolls it."""
        least = super().minimumSizeHint()
        return QSize(least.width(), max(least.height(), self.layout_.totalMinimumHeightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have what it needs asked for anew: at another width lines wrap elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    @classmethod
    def name(cls) -> str:
        """Return the name it is known by: that of its package."""
        return cls.__module__.split(".")[-2]

    def refresh(self) -> None:
        """Show the mission as it is now."""

    def open_company_uid(self) -> str:
        """Return the uid of the company whose page is open, for colleagues to see; empty where none is."""
        return ""

    def arrive(self) -> None:
        """Go to the list that is shown, in the row one was in or the first; where nothing is in it, to what begins it.

        What is being typed keeps the focus.
        """
        if first := self._typed_in() or self.main_view:
            first.setFocus()
            return
        shown = [table for table in self.findChildren(QTableView) if table.isVisibleTo(self)]
        empty = next((one for one in self.findChildren(EmptyState) if one.button.isVisibleTo(self)), None)
        if table := next((one for one in shown if one.model().rowCount()), shown[0] if shown and not empty else None):
            was_in_it = table.currentIndex().isValid()  # the focus alone makes the first cell the current one
            table.setFocus()
            if isinstance(table, DataTable) and not was_in_it:
                table.choose(table.rows.keys[:1])
        elif empty:
            empty.button.setFocus()

    def _typed_in(self) -> QWidget | None:
        """The field with words in it one left the screen from; a search is not one."""
        field = self.focusWidget()
        if isinstance(field, QLineEdit):
            is_typed = bool(field.text()) and not field.isReadOnly() and not field.isClearButtonEnabled()
        elif isinstance(field, QPlainTextEdit | QTextEdit):
            is_typed = bool(field.document().toPlainText()) and not field.isReadOnly()
        else:
            is_typed = False
        return field if is_typed and field.isVisibleTo(self) else None

    def shown_list(self) -> ShownList | None:
        """The main list of the screen as it is shown, to be printed or written into a file; None when it has none."""
        return None

    def show_list(self, title: str) -> None:
        """Show the list of this English title, on a screen that has several."""

    def open_record(self, key: int) -> None:
        """Show the record of this key, on a screen whose records have pages."""

    def shown_pages(self) -> Job[Any, PaperPages] | None:
        """The job that makes the pages of what is selected, as PDF, to be printed on paper; None where it has none."""
        return None

    def settle(self) -> bool:
        """Store what is typed but not stored yet; False when it cannot be."""
        return True

    def button(self, text: str, name: str = "", shortcut: str = "", primary: bool = False) -> QPushButton:
        """Add a button at the right of the title."""
        return self.stand(make_button(text, name, shortcut, primary))

    def command_button(self, method: Callable[..., Any], primary: bool = False) -> QPushButton:
        """Add a button for a command at the right of the title, disabled where it is not allowed."""
        return self.stand(command_button(method, self.workspace.store, primary=primary))

    def stand(self, button: W) -> W:
        """Put a button or a list to choose from behind the others, also for Tab."""
        # It would come to them after all that was made before.
        self.bar.addWidget(button)
        self.setTabOrder(self._last_of_bar, button)
        self._last_of_bar = button
        return button

    def _help_button(self, title: str) -> QToolButton:
        found = tool_button(_("Guide: {chapter}").format(chapter=title), "circle-help")
        found.clicked.connect(lambda: self.help_asked.emit(self.name()))
        return found
