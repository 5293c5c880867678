"""Ctrl+K: any company, person or command by a few letters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from missionplanner.domain.companies import Company, Delegate
from missionplanner.domain.spelling import fold
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.window.commands import COMMANDS
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _

_MOST = 40


@dataclass(frozen=True, slots=True)
class FinderEntry:
    """Something that can be found: how it is shown, what is searched, the command it leads to."""

    text: str
    searched: str
    command: str
    subject: Any
    icon: str


class Finder(QDialog):
    """A line to type in and what it finds."""

    def __init__(self, workspace: Workspace, go: Callable[[str, Any], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Find anything"))
        self.resize(560, 420)
        self._go = go
        self._targets = _targets(workspace)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("A company, a person or a command"))
        self.line.setAccessibleName(_("A company, a person or a command"))
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(_("Found"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self._take)
        self.line.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self._take())
        self._find("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and down move through what is found while one types."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                row = (self.list.currentRow() + step) % max(self.list.count(), 1)
                self.list.setCurrentRow(row)
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        words = fold(text).split()
        found = [target for target in self._targets if all(word in target.searched for word in words)]
        found.sort(key=lambda target: (not target.searched.startswith(fold(text)), len(target.searched)))
        self.list.clear()
        for target in found[:_MOST]:
            item = QListWidgetItem(icon(target.icon), target.text)
            item.setData(Qt.ItemDataRole.UserRole, target)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _take(self) -> None:
        item = self.list.currentItem()
        if item:
            target = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            self._go(target.command, target.subject)


def _targets(workspace: Workspace) -> list[FinderEntry]:
    found = [
        FinderEntry(_(c.text).rstrip("…"), fold(_(c.text)), c.name, None, c.icon or "chevron-right")
        for c in COMMANDS
        if c.name != "find"
    ]
    if workspace.is_open:
        companies = {company.id: company for company in workspace.store.all(Company)}
        found += [
            FinderEntry(c.name, fold(f"{c.name} {c.operating_name}"), "open_company", c.id, "building-2")
            for c in companies.values()
        ]
        for person in workspace.store.all(Delegate):
            text = f"{person.formal_name} – {companies[person.company_id].name}"
            found.append(
                FinderEntry(text, fold(f"{person.full_name} {person.email}"), "open_company", person.company_id, "user")
            )
    return found
