"""What all screens share: a title, a line of tools, an empty state, and being told of changes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.plain_text import plain
from missionplanner.gui.widgets.theme import colours
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.lists.printing import ShownList


class Screen(QWidget):
    """A screen of the window. `refresh` is called when it is shown or what it shows has changed."""

    TOUCHED_BY: frozenset[str] = frozenset()
    """Tables whose changes concern this screen; none means all."""

    asked = Signal(str, object)
    """Something the main window does: a command's name and its subject."""

    def __init__(self, title: str, workspace: Workspace, runner: Runner) -> None:
        super().__init__()
        self.workspace, self.runner = workspace, runner
        self.stale = True
        self.layout_ = QVBoxLayout(self)
        self.layout_.setContentsMargins(20, 16, 20, 12)
        self.layout_.setSpacing(10)
        self.bar = QHBoxLayout()
        heading = QLabel(title)
        heading.setObjectName("title")
        self.bar.addWidget(heading)
        self.bar.addStretch()
        self.layout_.addLayout(self.bar)
        self.setAccessibleName(title)

    def refresh(self) -> None:
        """Show the mission as it is now."""

    def shown_list(self) -> ShownList | None:
        """The main list of the screen as it is shown, to be printed or written into a file; None when it has none."""
        return None

    def settle(self) -> bool:
        """Store what is typed but not stored yet; False when it cannot be."""
        return True

    def concerns(self, tables: frozenset[str]) -> bool:
        """Whether a change of these tables has to be shown."""
        return not self.TOUCHED_BY or bool(self.TOUCHED_BY & tables)

    def button(self, text: str, name: str = "", shortcut: str = "", primary: bool = False) -> QPushButton:
        """A button at the right of the title."""
        found = make_button(text, name, shortcut, primary)
        self.bar.addWidget(found)
        return found


def make_button(text: str, name: str = "", shortcut: str = "", primary: bool = False) -> QPushButton:
    """A push button with its icon and a tooltip that tells its shortcut."""
    found = QPushButton(text)
    if name:
        found.setIcon(icon(name, "" if not primary else _on_accent()))
    if shortcut:
        keys = QShortcut(QKeySequence(shortcut), found)
        keys.activated.connect(found.click)  # a button's own shortcut waits 100 ms: what is typed next goes astray
        found.setToolTip(
            f"{text.replace('&', '')} ({QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)})"
        )
    if primary:
        found.setObjectName("primary")
    found.setAutoDefault(False)
    return found


def tool_button(text: str, name: str, shortcut: str = "") -> QToolButton:
    """A button with an icon alone; its name is said by screen readers and shown as a tooltip."""
    found = QToolButton()
    found.setIcon(icon(name))
    found.setAccessibleName(text)
    found.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if shortcut:
        found.setShortcut(QKeySequence(shortcut))
    found.setToolTip(f"{text} ({shortcut})" if shortcut else text)
    return found


def as_search(line: QLineEdit, name: str) -> None:
    """Make a line one to search with: its name in it, for screen readers too, and a sign before it."""
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)


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


def quiet_label(text: str = "") -> QLabel:
    """A line in the quiet colour."""
    found = plain(QLabel(text))
    found.setObjectName("quiet")
    found.setWordWrap(True)
    return found


def heading_label(text: str) -> QLabel:
    """A small heading."""
    found = plain(QLabel(text))
    found.setObjectName("heading")
    return found


def card() -> tuple[QFrame, QVBoxLayout]:
    """A framed area with its layout."""
    frame = QFrame()
    frame.setObjectName("card")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 12, 16, 14)
    return frame, layout


class EmptyState(QWidget):
    """What is shown instead of an empty list: what to do next."""

    clicked = Signal()

    def __init__(self, text: str, action: str, name: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.addStretch()
        label = QLabel(text)
        label.setObjectName("quiet")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        layout.addWidget(label)
        self.action = make_button(action, name, primary=True)
        self.action.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.action.clicked.connect(self.clicked.emit)
        layout.addWidget(self.action, alignment=Qt.AlignmentFlag.AlignCenter)
        layout.addStretch()


def _on_accent() -> str:

    return colours().on_accent
