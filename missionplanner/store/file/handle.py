"""A mission file that is open: its connection, its lock, and the gate through which it is written."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self

from missionplanner import unfinished
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store.database import Database
from missionplanner.store.file import copies, engine, locks, opening
from missionplanner.store.file.locks import Guard
from missionplanner.store.watching import Watch
from missionplanner.writing import followed


class MissionFile:
    """An open mission file, used by the thread that opened it alone."""

    def __init__(self, path: Path, db: Database, guard: Guard | None, holder: str = "", password: str = "") -> None:
        self.path = path
        self.password = password
        self.holder = holder
        self.is_open = True
        self.on_reread: Callable[[], object] = lambda: None
        """Called when the file was opened again, as it was renamed and changed by another program meanwhile."""
        self._guard = guard
        self._identity = opening.identity(path)
        self._use(db)

    def _use(self, db: Database) -> None:
        """Read and write through this connection from now on."""
        self.db = db
        self.watch = Watch(db)
        """By which changes leave their images."""
        # Only `writing` switches it off: nothing is written outside of a step.
        db.execute("PRAGMA query_only = ON")
        self._version = self._version_of_others()

    def _version_of_others(self) -> int:
        """Return a number that another one is once another connection has written the file."""
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])

    @classmethod
    def create(cls, path: Path, password: str) -> Self:
        """Make a new, empty file. Raises UserError when there is already one or it cannot be made."""
        opening.need_short(path)
        path = followed(path)
        db = opening.make(path, password)
        return cls(path, db, locks.lock(path), password=password)

    @classmethod
    def open(cls, path: Path, read_only: bool, password: str) -> Self:
        """Open a file; see `Store.open`. Raises PasswordNeeded, DamagedFile or another UserError."""
        opening.need_short(path)
        path = followed(path)
        if not read_only:
            unfinished.sweep(path.parent)  # what a killed program left may be of this mission
        # A missing file gets no lock file beside it: opening it reports that it is missing.
        guard = None if read_only or not path.is_file() else locks.lock(path)
        try:
            db = opening.open_file(path, guard is None, password, copies.keep)
            holder = "" if read_only or guard else locks.holder(path)
            return cls(path, db, guard, holder, password if opening.is_protected(path) else "")
        except BaseException as error:
            if guard:
                locks.unlock(guard)
            if isinstance(error, engine.kinds("DatabaseError")):
                raise opening.unreadable(path, error) from error
            raise

    @property
    def read_only(self) -> bool:
        """Whether it may not be written."""
        return self._guard is None

    def close(self) -> None:
        """Close the file, once; whatever was changed is already in it."""
        if not self.is_open:
            return
        self.db.conn.close()
        self.is_open = False
        if self._guard:
            locks.unlock(self._guard)

    @contextmanager
    def reading(self) -> Iterator[Database]:
        """Yield the database for reading; raises UserError when what is read is damaged or its disk is gone."""
        try:
            yield self.db
        except engine.kinds("DatabaseError", ValueError, TypeError, OverflowError) as error:
            raise opening.unreadable(self.path, error) from error

    @contextmanager
    def writing(self, everything: bool = False) -> Iterator[Database]:
        """Yield the database for writing: all of it happens or nothing.

        everything: rows of any undoable table may be written, otherwise than by a `Change`, and leave their images.
        Raises UserError when the file is read only, was replaced, cannot be written or is damaged.
        """
        self._check()
        self.db.execute("PRAGMA query_only = OFF")
        try:
            self.watch.begin()  # not when it is opened: who only reads need not wait for it
            if everything:
                self.watch.everything()
            with self._all_or_nothing():
                yield self.db
        except engine.kinds("OperationalError") as error:
            raise opening.cannot_write(self.path, error) from error
        except engine.kinds("IntegrityError") + engine.kinds("ProgrammingError"):
            raise  # a mistake of the program, not of the file
        except engine.kinds("DatabaseError") as error:
            raise opening.damaged(self.path) from error
        finally:
            self.db.execute("PRAGMA query_only = ON")

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        try:
            with self.db.atomic():
                yield
        except BaseException:
            self.watch.forget()
            raise

    def _check(self) -> None:
        """Refuse to write a file that somebody else has or that is no longer the one that was opened."""
        if self.read_only:
            raise UserError(
                _("{name} is open for reading only.").format(name=self.path.name),
                _("{holder} has it; close it there, or save a copy.").format(holder=self.holder)
                if self.holder
                else _("The file or its folder cannot be written; save a copy elsewhere."),
            )
        # A step in a step would belong to both, and undo could not take back one alone.
        if self.db.conn.in_transaction:
            raise RuntimeError("a change inside a change")
        self.follow()

    def follow(self) -> None:
        """Go on under the new name of a file that was renamed while it was open.

        Raises UserError where it was taken away or replaced, or another program has changed it under its new name.
        """
        if opening.identity(self.path) == self._identity:
            return
        found = opening.renamed(self.path, self._identity)
        if found is None:
            raise opening.replaced(self.path)
        db = opening.open_file(found, False, self.password, copies.keep)
        guard = locks.renamed(self._guard, found) if self._guard else None
        if guard is None:
            db.conn.close()
            raise opening.replaced(self.path)
        old, was_changed = self.path, self._version_of_others() != self._version
        # SQLite keeps the journal of a connection under the name the file had when it was opened.
        self.db.conn.close()
        self.path, self._guard = found, guard
        self._use(db)
        if was_changed:
            self.on_reread()
            text = _("{name} was renamed to {new}, and changed by another program.").format(
                name=old.name, new=found.name
            )
            raise UserError(text, _("It was read anew: look at it, and do again what you were about to do."))

    def copy(self, target: Path) -> None:
        """Copy the file as it is now, with its password, to `target`, which only a whole, checked copy replaces.

        Raises UserError when somebody has the target open, it cannot be written, or this file is damaged.
        """
        guard = None
        target = followed(target)
        try:
            guard = locks.for_replacing(target, self.path)
            copies.copy(self.db.conn, target, self.password)
        except copies.NotWhole as error:
            raise opening.damaged(self.path) from error
        except engine.kinds("Error", OSError) as error:
            raise opening.cannot_write(target, error) from error
        finally:
            if guard:
                locks.unlock(guard)

    def keep(self) -> Path | None:
        """Copy the file to its copies on this computer; None when that cannot be or it is only read."""
        return None if self.read_only else copies.keep(self.path, self.db.conn, self.password)

    def compact(self) -> Any:
        """Write the file anew without what was deleted. Raises the engine's errors."""
        return engine.compact(self.db.conn)
