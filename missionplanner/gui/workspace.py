"""The open mission file as a Qt object: whoever shows it listens here."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from missionplanner.gui import settings
from missionplanner.store import backups
from missionplanner.store.store import Store


class Workspace(QObject):
    """Holds the store that is open, if any."""

    opened = Signal()
    closed = Signal()
    changed = Signal(frozenset)
    """The names of the tables a change touched."""

    def __init__(self) -> None:
        super().__init__()
        self._store: Store | None = None

    @property
    def store(self) -> Store:
        """The open store; only to be asked for while one is open."""
        assert self._store is not None
        return self._store

    @property
    def is_open(self) -> bool:
        """Whether a mission is open."""
        return self._store is not None

    def open(self, path: Path) -> None:
        """Open a mission file in place of the present one; raises UserError and keeps the present one otherwise."""
        if self._store and path.resolve() == self._store.path.resolve():
            return
        self.take(Store.open(path))

    def take(self, store: Store) -> None:
        """Show this store from now on."""
        self.close()
        self._store = store
        store.on_change(self.changed.emit)
        settings.remember_file(store.path)
        self.opened.emit()
        QTimer.singleShot(0, self, lambda: backups.keep(store) if self._store is store else None)

    def close(self) -> None:
        """Close the file."""
        if self._store:
            self._store.close()
            self._store = None
            self.closed.emit()
