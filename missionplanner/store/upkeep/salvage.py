"""Everything that can still be read of a damaged mission file, as a new file."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import MISSING, dataclass, fields
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import Any

from missionplanner.domain.field_types import optional_fields
from missionplanner.domain.mission import Mission
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store import search
from missionplanner.store.database import Database
from missionplanner.store.faults import Fault, StoredColumn
from missionplanner.store.file import engine, inner_tables, opening, soundness
from missionplanner.store.file.fault_words import in_words, record_of
from missionplanner.store.rows import Value, listed, marks, names, values
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import FORMER_NAMES, KIND_OF, TABLES, UNDOABLE, StoredTable
from missionplanner.store.upkeep.former_interpreters import FormerInterpreters
from missionplanner.store.upkeep.mending import mended
from missionplanner.unfinished import temporary_folder

_ERASED = {"erased": ("uid",), "erased_marks": ("kind", "mark")}
"""Who was erased, which the new file has to remember."""
_PAGE = 4096
"""Bytes of a page, as SQLite makes files unless another size is set."""


@dataclass(frozen=True, slots=True)
class Mending:
    """A fault, and whether it cost the record."""

    text: str
    """The fault in words."""
    is_left_out: bool
    """Whether the record is left out; else a value of it was corrected."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """The new file in numbers, and how it differs from the damaged one."""

    rows: dict[str, int]
    """How many of each table."""
    mendings: tuple[Mending, ...]


def salvage(damaged: Path, target: Path, password: str = "") -> Salvaged:
    """Write every record that can be read into a new mission file, and return how many and what was repaired.

    Values no field takes are corrected where that can be; records of which none can be made, or whose company, slot or
    table is gone, are left out, and so is the history. Raises UserError when nothing can be read or the target exists;
    the damaged file is not changed.
    """
    with opened(damaged, password) as db:
        reading = _Reading(db)
        mission = next(iter(reading.records(TABLES[0])), None)
        if mission is None:
            raise _nothing(damaged)
        reading.day = mission.starts
        found = {table.name: list(reading.records(table)) for table in TABLES[1:]}
        contents = {row[0]: row for row in _rows(db, "contents", ("digest", "content"))}
        erased = {name: _all(db, name, columns) for name, columns in _ERASED.items()}
    others = {"contents": list(contents.values()), **erased}
    return _write(mission, found, others, (target, password), reading.mendings)


def _nothing(damaged: Path) -> UserError:
    text = _("Nothing can be read of {name} any more.").format(name=damaged.name)
    return UserError(text, _("Restore it from a backup."))


@contextmanager
def opened(path: Path, password: str) -> Iterator[Database]:
    """Yield a copy of the damaged file with its header mended, and with its journal where that can be read.

    Raises UserError when nothing of it can be read.
    """
    with temporary_folder() as folder:
        # A damaged journal can make a sound file unreadable: with it first, then without.
        for with_journal in (True, False):
            copy = folder / f"copy{with_journal}.mission"
            try:
                _copy(path, copy, with_journal)
                connection = engine.connect(copy, password)
                # The check would refuse pages of which rows can still be read.
                connection.execute("PRAGMA cell_size_check = OFF")
                connection.execute("SELECT count(*) FROM missions").fetchone()
            except engine.kinds("Error", OSError, UnicodeError):
                continue
            try:
                with engine.undecoded(connection):
                    yield engine.database(connection)
            finally:
                connection.close()
            return
    raise _nothing(path)


def _copy(path: Path, copy: Path, with_journal: bool) -> None:
    """Copy a file with empty pages for those that are missing, within reason; the header of a plain one counts them."""
    content = bytearray(path.read_bytes())
    content += bytes(-len(content) % _PAGE)
    if engine.looks_plain(path):
        missing = int.from_bytes(content[28:32], "big") * _PAGE - len(content)
        # The count may be damaged itself: what is added stays within reason.
        if 0 < missing <= 4 * len(content) + 2**24:
            content += bytes(missing)
        content[16:18] = _PAGE.to_bytes(2, "big")
        content[28:32] = (len(content) // _PAGE).to_bytes(4, "big")
        content[92:96] = content[24:28]  # the count of pages is believed where these are equal
        if not with_journal:
            # The version of files without a write-ahead log: SQLite would not read on without it.
            content[18:20] = b"\x01\x01"
    copy.write_bytes(content)
    for ending in engine.JOURNALS[:2] if with_journal else ():
        journal = path.with_name(f"{path.name}{ending}")
        if journal.exists() and not engine.names_other_files(journal):
            copy.with_name(f"{copy.name}{ending}").write_bytes(journal.read_bytes())


class _Reading:
    """The records that can be made of the rows of a damaged file, and what was repaired."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._former = FormerInterpreters(db)
        self.day = datetime.now(UTC).date()
        self.mendings: list[Mending] = []

    def records(self, table: StoredTable) -> Iterator[Any]:
        """Yield the records of a table; columns it lacks have their usual values."""
        wanted = names(table.kind)
        try:
            name, known = self._stored(table)
        except engine.kinds("Error"):
            return
        usual = {one.name: _as_stored(one.default) for one in fields(table.kind) if one.default is not MISSING}
        there = tuple(name for name in wanted if name in known)
        if "id" not in there or any(name not in known and name not in usual for name in wanted):
            return
        rows = [
            [whole.get(name, usual.get(name)) for name in wanted]
            for row in _rows(self._db, name, there)
            for whole in [self._former.adapted(table.name, dict(zip(there, row, strict=True)))]
        ]
        for values_ in [*rows, *(self._former.people(usual) if table.name == "people" else ())]:
            found = mended(table, values_, self.day)
            for fault in found.faults:
                self.mendings.append(Mending(in_words(self._db, fault), found.record is None))
            if found.record is not None:
                yield found.record

    def _stored(self, table: StoredTable) -> tuple[str, set[str]]:
        """Return the name of a table in the file, which may be of a format before, and its columns."""
        for name in (table.name, FORMER_NAMES.get(table.name, "")):
            if known := {row[1] for row in self._db.execute(f"PRAGMA table_info({name or table.name})")}:
                return name or table.name, known
        return table.name, set()


def _as_stored(value: Any) -> Value:
    """Return the usual value of a field as the file has it."""
    if isinstance(value, Enum):
        return str(value.value)
    return int(value) if isinstance(value, bool) else value


def _rows(db: Database, table: str, columns: tuple[str, ...]) -> Iterator[tuple[Value, ...]]:
    """Yield the rows of a table, each once, from both ends: a damaged page in the middle ends a reading."""
    seen: set[Value] = set()
    # NOT INDEXED, as an index may be damaged where its table is not.
    for order in ("ASC", "DESC"):
        try:
            for row in db.execute(f"SELECT {listed(columns)} FROM {table} NOT INDEXED ORDER BY rowid {order}"):
                if row[0] not in seen:
                    seen.add(row[0])
                    yield tuple(row)
        except engine.kinds("Error", OverflowError, UnicodeError):
            continue


def _all(db: Database, table: str, columns: tuple[str, ...]) -> list[tuple[Value, ...]]:
    """Return the texts of a small table; none where it cannot be read."""
    try:
        rows = db.execute(f"SELECT {listed(columns)} FROM {table}").fetchall()
    except engine.kinds("Error", OverflowError, UnicodeError):
        return []
    taken = [inner_tables.TAKEN[table][column] for column in columns]
    return [tuple(row) for row in rows if not any(map(StoredColumn.problem, taken, row))]


def _write(
    mission: Mission,
    found: dict[str, list[Any]],
    others: dict[str, list[tuple[Value, ...]]],
    place: tuple[Path, str],
    mendings: list[Mending],
) -> Salvaged:
    target, password = place
    with Store.create(target, mission, password) as store, store.made_whole(), _written(target):
        db = database_of(store)
        db.execute("PRAGMA query_only = OFF")
        for (name,) in db.execute("SELECT name FROM sqlite_temp_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER temp.{name}")  # nothing is noted for undo
        # Records come in any order; those that lead nowhere are dropped at the end.
        db.execute("PRAGMA foreign_keys = OFF")
        with db.atomic():
            for usual in ("criteria", "roles", "organisation_kinds", "courtesy_titles", "intents"):
                if found.get(usual):
                    db.execute(f"DELETE FROM {usual}")  # those every file begins with
            for table in TABLES:
                mendings += _insert(db, table, found.get(table.name, []))
            for name, rows in others.items():
                for row in rows:
                    db.execute(f"INSERT OR IGNORE INTO {name} VALUES ({marks(len(row))})", row)
            search.rebuild(db)
            mendings += _settle(db)
        db.execute("PRAGMA foreign_keys = ON")
        with db.atomic():
            _claim(db)
        store.steps.seal()
        made = store.counts(table.name for table in TABLES)
    return Salvaged({name: number for name, number in made.items() if number}, tuple(mendings))


def _settle(db: Database) -> list[Mending]:
    """Take out what does not go together, until the file is sound; return what that was."""
    mendings: list[Mending] = []
    while found := list(soundness.faults(db)):
        mendings += [Mending(in_words(db, fault), _is_taken_out(fault)) for fault in found if fault.table != "search"]
        for fault in found:
            if _is_taken_out(fault):
                db.execute(f"DELETE FROM {fault.table} WHERE rowid = ?", (fault.key,))
            elif fault.table == "contents":
                db.execute("DELETE FROM contents WHERE digest IS ?", (fault.value,))
                db.execute("DELETE FROM attachments WHERE digest IS ?", (fault.value,))
                db.execute("DELETE FROM letter_papers WHERE digest IS ?", (fault.value,))
                db.execute("DELETE FROM agreement_texts WHERE digest IS ?", (fault.value,))
            elif fault.column:
                db.execute(f'UPDATE {fault.table} SET "{fault.column}" = NULL WHERE id = ?', (fault.key,))
        soundness.complete(db)
        search.rebuild(db)
    return mendings


def _is_taken_out(fault: Fault) -> bool:
    """Return whether what does not go together is a whole record, not a link that may be empty."""
    kind = KIND_OF.get(fault.table)
    may_be_empty = kind is not None and fault.column in optional_fields(kind)
    return bool(fault.column) and fault.table != "contents" and not may_be_empty


@contextmanager
def _written(target: Path) -> Iterator[None]:
    """Raise UserError when the new file cannot be written."""
    try:
        yield
    except engine.kinds("OperationalError") as error:
        raise opening.cannot_write(target, error) from error


def _claim(db: Database) -> None:
    """Have the new file be the writer of all it holds, so that a copy from before asks instead of writing over it."""
    for table in UNDOABLE:
        db.execute("DELETE FROM births WHERE table_name = ?", (table.name,))
        sql = (
            "INSERT INTO births SELECT ?, min(t.id), max(t.id), r.number, r.seen"
            f" FROM {table.name} t, replicas r WHERE r.is_own = 1 GROUP BY r.number"
        )
        db.execute(sql, (table.name,))


def _insert(db: Database, table: StoredTable, records: list[Any]) -> Iterator[Mending]:
    """Insert the records of a table; yield those the new file does not take, as they are there already."""
    sql = f"INSERT OR IGNORE INTO {table.name} ({table.columns}) VALUES ({marks(len(names(table.kind)))})"
    for row in values(table.kind, records):
        with suppress(*engine.kinds("Error", OverflowError)):
            if db.execute(sql, row).rowcount:
                continue
        yield Mending(
            _("{record}: It is there twice.").format(record=record_of(db, table.name, int(row[0] or 0))), True
        )
