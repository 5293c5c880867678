"""The gate: everything that is read from or written to a mission file goes through here."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from missionplanner.domain.mission import Mission
from missionplanner.messages import Message, message
from missionplanner.store import schema
from missionplanner.store.change import Change
from missionplanner.store.contents import Contents
from missionplanner.store.database import Database
from missionplanner.store.drafts import Drafts
from missionplanner.store.file import engine
from missionplanner.store.file.handle import MissionFile
from missionplanner.store.listing import Companies
from missionplanner.store.records import Records
from missionplanner.store.steps import Listener, Steps
from missionplanner.writing import discard


class Store(Records):
    """An open mission file, used by the thread that opened it alone: its records, and what is done with them."""

    def __init__(self, file: MissionFile) -> None:
        super().__init__(file)
        self.steps = Steps(file)
        self.companies = Companies(file)
        self.drafts = Drafts(file)
        self.contents = Contents(file)

    @classmethod
    def create(cls, path: Path, mission: Mission, password: str = "") -> Self:
        """Make a mission file that holds just the mission, encrypted where there is a password.

        Raises UserError when there is already a file or it cannot be made.
        """
        store = cls(MissionFile.create(path, password))
        with store.made_whole(), store.change(message("New mission")) as change:
            change.insert(mission)
        return store

    @contextmanager
    def made_whole(self) -> Iterator[None]:
        """Fill a new file; when the block raises it is closed and deleted, so that none is left made by half."""
        try:
            yield
        except BaseException:
            self._file.close()
            discard(self.path)
            raise

    @classmethod
    def open(cls, path: Path, read_only: bool = False, password: str = "") -> Self:
        """Open a mission file. When another program has it for writing, it is opened for reading only.

        Before a file of an older format is brought to the newest, a copy of it is kept. Raises PasswordNeeded,
        DamagedFile or another UserError when it cannot be opened.
        """
        return cls(MissionFile.open(path, read_only, password))

    @property
    def path(self) -> Path:
        """The path of the file."""
        return self._file.path

    @property
    def password(self) -> str:
        """The password of the file, empty where it has none."""
        return self._file.password

    @property
    def read_only(self) -> bool:
        """Whether this store may not write."""
        return self._file.read_only

    @property
    def holder(self) -> str:
        """The program that has the file for writing when this store may only read, as "ana on lap-12", else empty."""
        return self._file.holder

    @property
    def is_open(self) -> bool:
        """Whether it was not closed yet."""
        return self._file.is_open

    @property
    def format(self) -> int:
        """The number of the file's format."""
        return schema.FORMAT

    def follow(self) -> Path:
        """Notice that the file was renamed, and return its present path.

        Raises UserError where it was taken away or replaced, or changed under its new name.
        """
        self._file.follow()
        return self._file.path

    def close(self) -> None:
        """Close the file; whatever was changed is already in it."""
        if self.is_open:
            with suppress(*engine.kinds("Error")):  # its disk may be gone
                self.steps.remember()
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def backup(self, target: Path) -> None:
        """Copy the file as it is now, with its password, to `target`, which only a whole, checked copy replaces.

        Raises UserError when somebody has the target open, it cannot be written, or this file is damaged.
        """
        self._file.copy(target)

    # -- steps, by the names they are called everywhere

    def change(self, label: Message) -> AbstractContextManager[Change]:
        """Make one step under one name: all of it happens or nothing; listeners get the touched tables."""
        return self.steps.change(label)

    def undo(self) -> str:
        """Take the last change back; returns its label, or an empty text when there is none."""
        return self.steps.undo()

    def redo(self) -> str:
        """Do the last undone change again; returns its label, or an empty text when there is none."""
        return self.steps.redo()

    def record(self, *entries: Any) -> None:
        """Write entries of journals, all or none; journals are outside undo."""
        self.steps.record(*entries)

    def on_change(self, listener: Listener) -> None:
        """Have `listener` called with the names of the touched tables after every change."""
        self.steps.on_change(listener)


def file_of(store: Store) -> MissionFile:
    """Return the open file of a store; for the modules of the package `store` alone."""
    return store._file


def database_of(store: Store) -> Database:
    """Return the database of a store; for the modules of the package `store` alone."""
    return store._file.db
