"""Everything that can still be read of a damaged mission file, as a new file."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import MISSING, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from missionplanner.domain.mission import Mission
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store import search
from missionplanner.store.database import Database
from missionplanner.store.file import engine, soundness
from missionplanner.store.rows import Value, from_row, listed, marks, names, values
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import TABLES, UNDOABLE, StoredTable

_ERASED = {"erased": ("uid",), "erased_marks": ("kind", "mark")}
"""Who was erased, which the new file has to remember."""
_PAGE = 4096
"""Bytes of a page, as SQLite makes files unless another size is set."""


def salvage(damaged: Path, target: Path, password: str = "") -> dict[str, int]:
    """Write every record that can be read into a new mission file; returns how many of each table.

    Records that are no longer sound, or whose company, slot or table is gone, are left out, and so is the history.
    Raises UserError when nothing can be read or the target exists; the damaged file is not changed.
    """
    with _opened(damaged, password) as db:
        found = {table.name: list(_records(db, table)) for table in TABLES}
        contents = {row[0]: row for row in _rows(db, "contents", ("digest", "content"))}
        erased = {name: _all(db, name, columns) for name, columns in _ERASED.items()}
    missions = found.pop("missions")
    if not missions:
        text = _("Nothing can be read of {name} any more.").format(name=damaged.name)
        raise UserError(text, _("Restore it from a backup."))
    with_files = {"contents": list(contents.values()), **erased}
    return _write(missions[0], found, with_files, target, password)


@contextmanager
def _opened(path: Path, password: str) -> Iterator[Database]:
    """Yield a copy of the damaged file with its header mended, and with its journal where that can be read.

    Raises UserError when nothing of it can be read.
    """
    with TemporaryDirectory() as folder:
        # A damaged journal can make a sound file unreadable: with it first, then without.
        for with_journal in (True, False):
            copy = Path(folder) / f"copy{with_journal}.mission"
            try:
                _copy(path, copy, with_journal)
                connection = engine.connect(copy, password)
                # The check would refuse pages of which rows can still be read.
                connection.execute("PRAGMA cell_size_check = OFF")
                connection.execute("SELECT count(*) FROM missions").fetchone()
            except engine.kinds("Error", OSError, UnicodeError):
                continue
            yield engine.database(connection)
            connection.close()
            return
    text = _("Nothing can be read of {name} any more.").format(name=path.name)
    raise UserError(text, _("Restore it from a backup."))


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


def _records(db: Database, table: StoredTable) -> Iterator[Any]:
    """Yield the sound records of a table; columns it lacks have their usual values."""
    wanted = names(table.kind)
    try:
        known = {row[1] for row in db.execute(f"PRAGMA table_info({table.name})")}
    except engine.kinds("Error"):
        return
    usual = {field.name: field.default for field in fields(table.kind) if field.default is not MISSING}
    there = tuple(name for name in wanted if name in known)
    if "id" not in there or any(name not in known and name not in usual for name in wanted):
        return
    for row in _rows(db, table.name, there):
        whole = dict(zip(there, row, strict=True))
        line = tuple(whole.get(name, usual.get(name)) for name in wanted)
        try:
            record: Any = from_row(table.kind, line)
            # Sound is what can be stored again.
            values(table.kind, [record])
        except (ValueError, TypeError, AttributeError):
            continue
        yield record


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
    return [tuple(row) for row in rows if all(isinstance(value, str) for value in row)]


def _write(
    mission: Mission,
    found: dict[str, list[Any]],
    others: dict[str, list[tuple[Value, ...]]],
    target: Path,
    password: str,
) -> dict[str, int]:
    with Store.create(target, mission, password) as store:
        db = database_of(store)
        db.execute("PRAGMA query_only = OFF")
        for (name,) in db.execute("SELECT name FROM sqlite_temp_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER temp.{name}")  # nothing is noted for undo
        # Records come in any order; those that lead nowhere are dropped at the end.
        db.execute("PRAGMA foreign_keys = OFF")
        with db.atomic():
            if found.get("criteria"):
                db.execute("DELETE FROM criteria")  # the usual ones every file begins with
            for table in TABLES:
                _insert(db, table, found.get(table.name, []))
            for name, rows in others.items():
                for row in rows:
                    db.execute(f"INSERT OR IGNORE INTO {name} VALUES ({marks(len(row))})", row)
            soundness.mend(db)
            _drop_orphans(db)
            soundness.complete(db)
            search.rebuild(db)
        db.execute("PRAGMA foreign_keys = ON")
        with db.atomic():
            _claim(db)
        store.steps.seal()
        made = store.counts(table.name for table in TABLES)
    return {name: number for name, number in made.items() if number}


def _claim(db: Database) -> None:
    """Have the new file be the writer of all it holds, so that a copy from before asks instead of writing over it."""
    for table in UNDOABLE:
        db.execute("DELETE FROM births WHERE table_name = ?", (table.name,))
        sql = (
            "INSERT INTO births SELECT ?, min(t.id), max(t.id), r.number, r.seen"
            f" FROM {table.name} t, replicas r WHERE r.is_own = 1 GROUP BY r.number"
        )
        db.execute(sql, (table.name,))


def _insert(db: Database, table: StoredTable, records: list[Any]) -> None:
    """Insert the records of a table the new file takes; the others are left out."""
    sql = f"INSERT OR IGNORE INTO {table.name} ({table.columns}) VALUES ({marks(len(names(table.kind)))})"
    for row in values(table.kind, records):
        with suppress(*engine.kinds("Error", OverflowError)):
            db.execute(sql, row)


def _drop_orphans(db: Database) -> None:
    """Delete rows that lead to rows that are gone, until none is left."""
    while broken := db.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_rest in broken:
            db.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,))
