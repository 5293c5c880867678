"""The open mission file as a Qt object that reports when it is opened, changed and closed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui import settings
from missionplanner.i18n import current
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLE_OF
from missionplanner.store.upkeep import backups, erasing, passwords
from missionplanner.store.upkeep.passwords import Remaining
from missionplanner.writing import followed

if TYPE_CHECKING:
    from missionplanner.jobs.sharing.present import Colleague

T = TypeVar("T")
BETWEEN_COPIES = 30 * 60 * 1000
"""Milliseconds of work between two copies the program keeps."""


class Workspace(QObject):
    """The store that is open, if any."""

    opened = Signal()
    closed = Signal()
    changed = Signal(frozenset)
    """The names of the tables a change touched."""

    def __init__(self) -> None:
        super().__init__()
        self._store: Store | None = None
        self._path = Path()
        self.uncovered: tuple[Remaining, ...] = ()
        """Copies of the mission opened last that can be read without its password."""
        self.erased_again = 0
        """How many people the mission opened last still held who were erased in another copy of it."""
        self.colleagues: tuple[Colleague, ...] = ()
        """The others who share the mission, as their computers last said."""
        self._snapshot: Snapshot | None = None
        self._records: dict[type, list[Any]] = {}
        self._touched: frozenset[str] = frozenset()
        self._is_changed = False
        self._timer = QTimer(self, interval=BETWEEN_COPIES)
        self._timer.timeout.connect(self.keep_copy)
        self._timer.start()

    @property
    def store(self) -> Store:
        """The open store; use it only while a mission is open."""
        assert self._store is not None
        return self._store

    @property
    def is_open(self) -> bool:
        """Whether a mission is open."""
        return self._store is not None

    @property
    def mission_name(self) -> str:
        """The name of the mission in the language of the screen."""
        return self.store.mission.called(current().language)

    def snapshot(self) -> Snapshot:
        """The mission as plain data; after a change only the tables it touched are read again."""
        self._snapshot = self.store.snapshot(self._snapshot, self._touched)
        self._touched = frozenset()
        return self._snapshot

    def records(self, kind: type[T]) -> list[T]:
        """All records of a kind, which are read again, as another list, once a change touched their table."""
        if kind not in self._records:
            self._records[kind] = self.store.all(kind)
        return self._records[kind]

    def has_open(self, path: Path) -> bool:
        """Whether this file is the one that is open. Raises UserError for a link that leads nowhere."""
        return self._store is not None and followed(path).resolve() == self._store.path.resolve()

    def open(self, path: Path, password: str = "") -> None:
        """Open a mission file in place of the present one. Raises UserError and keeps the present one otherwise."""
        if self.has_open(path):
            return
        store = Store.open(path, password=password)
        # An older copy of the mission brings nobody back who was erased meanwhile.
        self.erased_again = erasing.obey(store)
        self.uncovered = passwords.cover(store)
        self.take(store)

    def take(self, store: Store) -> None:
        """Show this store from now on."""
        self.close()
        self._store, self._path = store, store.path
        store.on_change(self._on_changed)
        settings.remember_file(store.path)
        self.opened.emit()
        QTimer.singleShot(0, self, lambda: backups.keep(store) if self._store is store else None)

    def keep_copy(self) -> bool:
        """Keep a copy of the file if it changed since the last one; return whether one was made."""
        if not (self._store and self._is_changed):
            return False
        self._is_changed = False
        return backups.keep(self._store) is not None

    def close(self) -> None:
        """Close the file."""
        if self._store:
            self._store.close()
            self._store = self._snapshot = None
            self._records = {}
            self.closed.emit()

    def _on_changed(self, tables: frozenset[str]) -> None:
        if self.store.path != self._path:
            # It was renamed while it was open.
            self._path = self.store.path
            settings.remember_file(self._path)
        self._touched |= tables
        self._records = {kind: found for kind, found in self._records.items() if TABLE_OF[kind].name not in tables}
        self._is_changed = True
        self.changed.emit(tables)
