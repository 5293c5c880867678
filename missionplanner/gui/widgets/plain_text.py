"""Texts as they are: labels, buttons, menus, tabs and messages, which Qt would render as HTML or cut at an &.

Nothing else in the window makes these widgets of Qt, so that a text somebody typed is plain wherever it is shown.
"""

import html
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QIcon, QKeyEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QMenu,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTabWidget,
    QToolButton,
    QWidget,
)


def literal(text: str) -> str:
    """Return a text for tooltips in which no markup is rendered."""
    if not Qt.mightBeRichText(text):
        return text
    escaped = html.escape(text).replace("\n", "<br>")
    # Escaped characters alone Qt may take for a plain text, and show them as they are written.
    return escaped if Qt.mightBeRichText(escaped) else f"<span>{escaped}</span>"


def unmarked(text: str) -> str:
    """Return a text for menus, buttons and tabs, of which one & would mark the next letter as a key to press."""
    return text.replace("&", "&&")


def plain(label: QLabel) -> QLabel:
    """Have a label show its text as it is; returns the label."""
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def mark(shown: QAction | QAbstractButton, text: str) -> None:
    """Show a text of the program itself, in which an & marks the letter to press."""
    if isinstance(shown, QAction):
        QAction.setText(shown, text)
    else:
        QAbstractButton.setText(shown, text)


def press_with_enter(button: QAbstractButton, event: QKeyEvent) -> None:
    """Press a button where the key is Enter, once however long it is held; any other key is left alone."""
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if is_enter and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        event.accept()
        if not event.isAutoRepeat():
            button.click()
    else:
        event.ignore()


class Label(QLabel):
    """A label."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        plain(self)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text; beside a buddy an & is no mark."""
        super().setText(unmarked(text) if self.buddy() else text)

    def setBuddy(self, buddy: QWidget) -> None:
        """Name a field."""
        text = self.text()
        super().setBuddy(buddy)
        self.setText(text)


class CheckBox(QCheckBox):
    """A box with a text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(unmarked(text), parent)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(unmarked(text))


class RadioButton(QRadioButton):
    """One of several choices."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(unmarked(text), parent)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(unmarked(text))


class PushButton(QPushButton):
    """A button, which Enter presses where the focus is on it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(unmarked(text), parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter: in a dialog Qt would press the button that closes it."""
        press_with_enter(self, event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(unmarked(text))


class ToolButton(QToolButton):
    """A small button, which Enter presses where the focus is on it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter: in a dialog Qt would press the button that closes it."""
        press_with_enter(self, event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def setText(self, text: str) -> None:
        """Show a text."""
        super().setText(unmarked(text))


class Action(QAction):
    """An entry of a menu."""

    def __init__(self, text: str, parent: Any = None) -> None:
        super().__init__(parent)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text, and say it as the tooltip of buttons that stand for the entry."""
        super().setText(unmarked(text))
        self.setToolTip(literal(text))


class Menu(QMenu):
    """A menu."""

    def __init__(self, parent: QWidget | None = None, title: str = "") -> None:
        super().__init__(unmarked(title), parent)
        self.menuAction().setToolTip(literal(title))

    def entry(self, text: str, icon: QIcon | None = None) -> QAction:
        """Add an entry."""
        found = Action(text, self)
        if icon:
            found.setIcon(icon)
        self.addAction(found)
        return found

    def submenu(self, title: str, icon: QIcon | None = None) -> "Menu":
        """Add a menu within it."""
        found = Menu(self, title)
        if icon:
            found.setIcon(icon)
        self.addMenu(found)
        return found


class TabBar(QTabBar):
    """Tabs without pages."""

    def addTab(self, text: str) -> int:  # type: ignore[override]
        """Add a tab; return its place."""
        return super().addTab(unmarked(text))

    def setTabText(self, index: int, text: str) -> None:
        """Name a tab."""
        super().setTabText(index, unmarked(text))


class TabWidget(QTabWidget):
    """Pages under tabs, named after these for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for arrow in self.tabBar().findChildren(QToolButton):
            arrow.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes on to the page: the arrow keys show every tab
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        """Return that its pages take whatever height there is: their least would be taken for as high as they like."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return what the page needs at the width it has."""
        least, page = super().minimumSizeHint(), self.currentWidget()
        layout = page.layout() if page else None
        needed = layout.totalMinimumHeightForWidth(page.width()) + self.tabBar().sizeHint().height() if layout else 0
        return QSize(least.width(), max(least.height(), needed))

    def addTab(self, page: QWidget, text: str) -> int:  # type: ignore[override]
        """Add a page; return its place."""
        return self.insertTab(self.count(), page, text)

    def insertTab(self, index: int, page: QWidget, text: str) -> int:  # type: ignore[override]
        """Put a page before another; return its place."""
        place = super().insertTab(index, page, unmarked(text))
        self._name()
        return place

    def setTabText(self, index: int, text: str) -> None:
        """Name a page."""
        super().setTabText(index, unmarked(text))
        self._name()

    def _name(self) -> None:
        name = ", ".join(self.tabText(place) for place in range(self.count())).replace("&&", "&")
        self.setAccessibleName(name)
        self.tabBar().setAccessibleName(name)


class MessageBox(QMessageBox):
    """A message with its details."""

    def __init__(
        self, icon: QMessageBox.Icon, title: str, text: str, details: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setIcon(icon)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setInformativeText(details)

    def setInformativeText(self, text: str) -> None:
        """Show details below the text."""
        super().setInformativeText(text)
        for label in self.findChildren(QLabel):
            plain(label)

    def choice(self, text: str, role: QMessageBox.ButtonRole) -> QAbstractButton:
        """Add a button with a text of its own."""
        found = PushButton(text)
        self.addButton(found, role)
        return found
