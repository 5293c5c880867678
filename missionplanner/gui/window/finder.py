"""Ctrl+K: any company, person, relationship, page or command by a few characters."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from missionplanner.domain.relationships import Relationship
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.gui.commands import Command
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.icons import icon
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, current

_MOST = 40


@dataclass(frozen=True, slots=True)
class FinderEntry:
    """Something that can be found."""

    text: str
    """The text shown."""
    searched: str
    """The text that is searched, folded."""
    icon: str
    lead: Callable[[], None]
    """Goes there, or does it."""


class Finder(QDialog):
    """A line to type in and what it finds: commands, and pages and records of the mission that is open.

    open_record: shows the record of a screen ("companies", "people", "relationships") and key. pages: each in words,
    with what goes there.
    """

    def __init__(
        self,
        workspace: Workspace,
        commands: Iterable[tuple[Command, Callable[[], None]]],
        open_record: Callable[[str, int], None],
        pages: Iterable[tuple[str, Callable[[], None]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Find anything"))
        open_with(self, 560, 420)
        places = (FinderEntry(text, fold(text), "list", lead) for text, lead in pages)
        self._entries = [*_commands(commands), *places, *_records(workspace, open_record)]
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("A company, a person, a relationship or a command"))
        self.line.setAccessibleName(_("A company, a person, a relationship or a command"))
        self.list = QListWidget()
        self.list.setObjectName("plain")
        self.list.setAccessibleName(_("Found"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        self.nothing = quiet_label()
        layout.addWidget(self.nothing)
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
                # Before anything is selected, up leads to the last entry.
                row = max(self.list.currentRow(), 0 if step < 0 else -1)
                self.list.setCurrentRow((row + step) % max(self.list.count(), 1))
                return True
        return super().eventFilter(watched, event)

    def _find(self, text: str) -> None:
        words = fold(text).split()
        found = [entry for entry in self._entries if all(word in entry.searched for word in words)]
        if words:
            found.sort(key=lambda entry: (not entry.searched.startswith(fold(text)), len(entry.searched)))
        self.list.clear()
        for entry in found[:_MOST]:
            item = QListWidgetItem(icon(entry.icon), entry.text)
            item.setData(Qt.ItemDataRole.UserRole, entry)
            self.list.addItem(item)
        # With nothing typed Enter does nothing: what stands first is what nobody asked for.
        self.list.setCurrentRow(0 if words else -1)
        self.nothing.setVisible(not found)
        self.nothing.setText(
            _("No company, person, relationship or command has “{text}”. Try fewer letters.").format(text=text.strip())
        )

    def _take(self) -> None:
        item = self.list.currentItem()
        if item:
            entry = item.data(Qt.ItemDataRole.UserRole)
            self.accept()
            entry.lead()


def _commands(commands: Iterable[tuple[Command, Callable[[], None]]]) -> list[FinderEntry]:
    return [
        FinderEntry(_(one.text).rstrip("…"), fold(_(one.text)), one.icon or "chevron-right", lead)
        for one, lead in commands
    ]


def _records(workspace: Workspace, open_record: Callable[[str, int], None]) -> list[FinderEntry]:
    """The companies, the people and the relationships, who lead to their pages."""
    if not workspace.is_open:
        return []
    snapshot = workspace.snapshot()
    companies = [
        FinderEntry(
            one.name, fold(f"{one.name} {one.operating_name}"), "building-2", partial(open_record, "companies", one.id)
        )
        for one in snapshot.companies
    ]
    return [*companies, *_people(snapshot, open_record), *_relationships(workspace, snapshot, open_record)]


def _people(snapshot: Snapshot, open_record: Callable[[str, int], None]) -> list[FinderEntry]:
    found = []
    for person in snapshot.people:
        text = f"{snapshot.addressing.title(person, current().language)} {snapshot.with_organisation(person)}".strip()
        searched = fold(f"{person.full_name} {person.email}")
        found.append(FinderEntry(text, searched, "user", partial(open_record, "people", person.id)))
    return found


def _relationships(
    workspace: Workspace, snapshot: Snapshot, open_record: Callable[[str, int], None]
) -> list[FinderEntry]:
    """The relationships, found by the names of both."""
    found = []
    for one in workspace.records(Relationship):
        text = " – ".join(snapshot.company[key].name for key in one.pair)
        found.append(FinderEntry(text, fold(text), "kanban", partial(open_record, "relationships", one.id)))
    return found
