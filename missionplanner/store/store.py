"""The gate: everything that is read from or written to a mission file goes through here."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cache
from pathlib import Path
from typing import Any, Self, TypeVar, get_args, get_type_hints

from filelock import FileLock
from sqlite_utils import Database

from missionplanner.domain.journals import FormDraft
from missionplanner.domain.mission import Mission
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store import history, listing, search
from missionplanner.store.change import Change
from missionplanner.store.file import copies, engine, locks
from missionplanner.store.file import opening as database
from missionplanner.store.rows import from_row, names
from missionplanner.store.schema import FORMAT
from missionplanner.store.tables import TABLE_NAMES, TABLE_OF
from missionplanner.user import user_name

T = TypeVar("T")
Listener = Callable[[frozenset[str]], None]


class Store:
    """An open mission file. All methods are for one thread, the one that opened it."""

    def __init__(self, path: Path, db: Database, guard: FileLock | None, holder: str = "", password: str = "") -> None:
        self.path = path
        self.password = password
        """What the file is encrypted with, empty where it is not."""
        self.is_open = True
        self.holder = holder
        """Who has the file for writing when this store may only read, else empty."""
        self._db = db
        self._guard = guard
        self._listeners: list[Listener] = []
        self._identity = database.identity(path)
        if guard:
            history.watch(db)
        db.execute("PRAGMA query_only = ON")

    @classmethod
    def create(cls, path: Path, mission: Mission, password: str = "") -> Self:
        """A new mission file holding just the mission, encrypted where there is a password."""
        db = database.make(path, password)
        store = cls(path, db, locks.lock(path), password=password)
        with store.change(_("New mission")) as change:
            change.insert(mission)
        return store

    @classmethod
    def open(cls, path: Path, read_only: bool = False, password: str = "") -> Self:
        """Open a mission file. When another program has it for writing, it is opened for reading only.

        Before a file of an older format is brought to the newest, a copy of it is kept.
        """
        database.need_short(path)
        guard = None if read_only or not path.is_file() else locks.lock(path)
        try:
            db = database.open_file(path, guard is None, password, copies.keep)
        except BaseException:
            if guard:
                locks.unlock(guard)
            raise
        holder = "" if read_only or guard else locks.holder(path)
        return cls(path, db, guard, holder, "" if engine.looks_plain(path) else password)

    @property
    def database(self) -> Database:
        """The database, for looking into its history; writing goes through `change`."""
        return self._db

    @property
    def connection(self) -> Any:
        """The connection, for copies of the file as it is now."""
        return self._db.conn

    @property
    def read_only(self) -> bool:
        """Whether this store may not write."""
        return self._guard is None

    @property
    def format(self) -> int:
        """The number of the file's format."""
        return FORMAT

    def close(self) -> None:
        """Close the file; whatever was changed is already in it."""
        self._db.conn.close()
        self.is_open = False
        if self._guard:
            locks.unlock(self._guard)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    # -- reading

    def all(self, kind: type[T]) -> list[T]:
        """Every record of a kind, in the order of keys."""
        sql = f"SELECT {_columns(kind)} FROM {_table(kind)} ORDER BY id"
        return self._records(kind, sql, [])

    def where(self, kind: type[T], column: str, values: Iterable[Any]) -> list[T]:
        """The records whose `column` has one of the values, in the order of keys."""
        if column not in names(kind):
            raise ValueError(f"{kind.__name__} has no {column}")
        wanted = list(values)
        marks = ", ".join("?" * len(wanted))
        sql = f'SELECT {_columns(kind)} FROM {_table(kind)} WHERE "{column}" IN ({marks}) ORDER BY id'
        return self._records(kind, sql, wanted)

    def row(self, kind: type, key: int) -> tuple[Any, ...]:
        """The stored values of a record, in the order of its fields."""
        sql = f"SELECT {_columns(kind)} FROM {_table(kind)} WHERE id = ?"
        return tuple(self._db.execute(sql, (key,)).fetchone())

    def get(self, kind: type[T], key: int) -> T:
        """The record with this key; raises UserError when it is gone."""
        found = self.where(kind, "id", [key])
        if not found:
            raise UserError(_("This record is no longer in the mission."), _("It may have been deleted or undone."))
        return found[0]

    @property
    def mission(self) -> Mission:
        """The mission of the file."""
        return self.all(Mission)[0]

    def snapshot(self, known: Snapshot | None = None, touched: frozenset[str] = frozenset()) -> Snapshot:
        """The whole mission as plain data; what is `known` is read again only from the tables `touched` since."""
        parts: dict[str, Any] = {}
        for name, kind in _snapshot_kinds().items():
            if known is None or _table(kind) in touched:
                parts[name] = self.all(kind)
        if known is None:
            return Snapshot(mission=self.mission, **parts)
        if "missions" in touched:
            parts["mission"] = self.mission
        return replace(known, **parts) if parts else known

    def company_ids(self, wanted: listing.CompanyFilter, sort: str = "name", descending: bool = False) -> list[int]:
        """The keys of the companies that pass the filter, sorted."""
        return listing.matching_ids(self._db, wanted, sort, descending)

    def company_lines(self, ids: list[int]) -> list[listing.CompanyLine]:
        """What lists show of these companies, in the given order."""
        return listing.lines(self._db, ids)

    def company_counts(self, wanted: listing.CompanyFilter) -> dict[tuple[str, str], int]:
        """How many companies pass the filter, by (side, status)."""
        return listing.counts(self._db, wanted)

    def company_facets(self, wanted: listing.CompanyFilter, name: str) -> dict[str | int, int]:
        """How many companies there would be with each value of a filter's field."""
        return listing.facets(self._db, wanted, name)

    def rows_of(self, tables: Iterable[str]) -> dict[str, int]:
        """How many rows tables have, by their names."""
        found = ((t, self._db.execute(f"SELECT count(*) FROM {t}").fetchone()[0]) for t in tables if t in TABLE_NAMES)
        return {table: int(number) for table, number in found}

    def count(self, kind: type) -> int:
        """How many records of a kind there are."""
        return int(self._db.execute(f"SELECT count(*) FROM {_table(kind)}").fetchone()[0])

    # -- writing

    @contextmanager
    def change(self, label: str) -> Iterator[Change]:
        """One step under one name: all of it happens or nothing; listeners hear the touched tables."""
        with self._step(label, "change", None):
            yield Change(self._db)

    def undo(self) -> str:
        """Take the last change back; returns its label, or an empty text when there is none."""
        return self._travel(history.next_undo(self._db), forward=False)

    def redo(self) -> str:
        """Do the last undone change again; returns its label, or an empty text when there is none."""
        return self._travel(history.next_redo(self._db), forward=True)

    def seal(self) -> None:
        """Make what the file holds its beginning: undo does not go behind it."""
        with self._writing():
            self._db.execute("UPDATE steps SET state = 'gone'")

    @property
    def undo_label(self) -> str:
        """What undo would take back, or empty."""
        return (history.next_undo(self._db) or (0, ""))[1]

    @property
    def redo_label(self) -> str:
        """What redo would do again, or empty."""
        return (history.next_redo(self._db) or (0, ""))[1]

    def history(self, limit: int = 200) -> list[history.Step]:
        """Who changed what and when, newest first."""
        try:
            return history.steps(self._db, limit)
        except engine.kinds("DatabaseError", ValueError, TypeError) as error:
            raise database.unreadable(self.path, error) from error

    def record(self, *entries: Any) -> None:
        """Write entries of journals, all or none; journals are outside undo."""
        for entry in entries:
            if TABLE_OF[type(entry)].undoable:
                raise ValueError(f"{type(entry).__name__} is no journal")
        with self._writing():
            for entry in entries:
                Change(self._db).insert(entry)
        self._tell(frozenset(_table(type(entry)) for entry in entries))

    @contextmanager
    def outside_undo(self) -> Iterator[Database]:
        """The database for what must not be taken back, such as erasing personal data; all of it happens or nothing."""
        with self._writing():
            yield self._db
        self._tell(TABLE_NAMES)

    def keep_content(self, content: bytes) -> str:
        """Keep the content of an attachment, once however often it is attached; returns its digest (SHA-256)."""
        digest = hashlib.sha256(content).hexdigest()
        with self._writing():
            self._db.execute("INSERT OR IGNORE INTO contents (digest, content) VALUES (?, ?)", (digest, content))
        return digest

    def content(self, digest: str) -> bytes:
        """The content of an attachment; raises UserError when the file does not hold it."""
        row = self._db.execute("SELECT content FROM contents WHERE digest = ?", (digest,)).fetchone()
        if row is None:
            raise UserError(_("This file is no longer kept in the mission."), _("Attach it again."))
        return bytes(row[0])

    def has_content(self, digest: str) -> bool:
        """Whether the file holds the content of an attachment."""
        return self._db.execute("SELECT 1 FROM contents WHERE digest = ?", (digest,)).fetchone() is not None

    def keep_draft(self, draft: FormDraft) -> None:
        """Keep what is typed in a form until it is saved, in place of an earlier draft of the same form."""
        with self._writing():
            self._drop_draft(draft.company_id, draft.side)
            Change(self._db).insert(draft)

    def drop_draft(self, company_id: int, side: str) -> None:
        """Forget the draft of a form."""
        if self.draft(company_id, side):
            with self._writing():
                self._drop_draft(company_id, side)

    def draft(self, company_id: int, side: str) -> FormDraft | None:
        """What was typed into a form and not saved, if anything."""
        found = [one for one in self.where(FormDraft, "company_id", [company_id]) if company_id or one.side == side]
        return found[-1] if found else None

    def _drop_draft(self, company_id: int, side: str) -> None:
        sql = "DELETE FROM form_drafts WHERE company_id = ? AND (? > 0 OR side = ?)"
        self._db.execute(sql, (company_id, company_id, side))

    def on_change(self, listener: Listener) -> None:
        """Have `listener` called with the names of the touched tables after every change."""
        self._listeners.append(listener)

    def backup(self, target: Path) -> None:
        """Copy the file as it is now, with its password, to `target`, which only a whole, checked copy replaces."""
        guard = None
        try:
            guard = locks.for_replacing(target, self.path)
            copies.copy(self._db.conn, target, self.password)
        except copies.NotWhole as error:
            raise database.damaged(self.path) from error
        except engine.kinds("Error", OSError) as error:
            raise database.cannot_write(target, error) from error
        finally:
            if guard:
                locks.unlock(guard)

    # -- inside

    def _records(self, kind: type[T], sql: str, wanted: list[Any]) -> list[T]:
        try:
            return [from_row(kind, row) for row in self._db.execute(sql, wanted)]
        except engine.kinds("DatabaseError", ValueError, TypeError, OverflowError) as error:
            raise database.unreadable(self.path, error) from error

    def _travel(self, step: tuple[int, str] | None, forward: bool) -> str:
        if step is None:
            return ""
        key, label = step
        name = _("Redo: {step}") if forward else _("Undo: {step}")
        with self._step(name.format(step=label), "redo" if forward else "undo", key):
            history.restore(self._db, key, forward)
        return label

    @contextmanager
    def _step(self, label: str, kind: str, target: int | None) -> Iterator[None]:
        with self._writing():
            step = history.begin(self._db, label, user_name(), kind, target)
            yield
            tables = history.touched(self._db, step)
            if tables:
                search.refresh(self._db, step, tables)
                if kind == "change":
                    history.forget_undone(self._db)
            elif kind == "change":
                history.drop(self._db, step)
        if tables:
            self._tell(tables)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.read_only:
            raise UserError(
                _("{name} is open for reading only.").format(name=self.path.name),
                _("{holder} has it; close it there, or save a copy.").format(holder=self.holder)
                if self.holder
                else _("The file or its folder cannot be written; save a copy elsewhere."),
            )
        if self._db.conn.in_transaction:
            raise RuntimeError("a change inside a change")
        if database.identity(self.path) != self._identity:
            raise database.replaced(self.path)
        self._db.execute("PRAGMA query_only = OFF")
        try:
            with self._db.atomic():
                yield
        except engine.kinds("OperationalError") as error:
            raise database.cannot_write(self.path, error) from error
        except engine.kinds("DatabaseError") as error:
            if isinstance(error, (*engine.kinds("IntegrityError"), *engine.kinds("ProgrammingError"))):
                raise
            raise database.damaged(self.path) from error
        finally:
            self._db.execute("PRAGMA query_only = ON")

    def _tell(self, tables: frozenset[str]) -> None:
        for listener in list(self._listeners):
            listener(tables)


@cache
def _snapshot_kinds() -> dict[str, type]:
    """The dataclass of every list of a snapshot."""
    hints = get_type_hints(Snapshot)
    return {field.name: get_args(hints[field.name])[0] for field in fields(Snapshot) if field.name != "mission"}


def _table(kind: type) -> str:
    return TABLE_OF[kind].name


def _columns(kind: type) -> str:
    return ", ".join(f'"{name}"' for name in names(kind))
