"""The people who wrote the values and records an undo leaves alone."""

from collections.abc import Iterator

from missionplanner.store.database import Database
from missionplanner.store.merging import authorship
from missionplanner.store.merging.layout import TableLayout, layout_of
from missionplanner.store.merging.undoing import Left
from missionplanner.store.rows import Value
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import OWNER_TABLES

StepKey = tuple[int, int]
"""Replica, by its number in the file, and number of a step."""


def writers(store: Store, left: Left) -> list[str]:
    """Return the names of those others who wrote values or a record that an undo or redo left alone.

    Of a record that nobody else wrote, those who wrote what belongs to it; none where nobody can be named.
    """
    db = database_of(store)
    layout = layout_of(db)[left.table]
    uid = _uid(db, layout, left.key)
    names = [name for name, places in layout.registers.items() if not left.columns or _is_named(layout, places, left)]
    steps = [step for name in names for step in _writes(db, uid, name)]
    if not left.columns:
        steps = steps or list(_deletions(db, uid)) or list(_belonging(db, left))
    return _users(db, steps)


def _is_named(layout: TableLayout, places: tuple[int, ...], left: Left) -> bool:
    return any(layout.columns[place] in left.columns for place in places)


def _uid(db: Database, layout: TableLayout, key: int) -> str:
    """Return the uid of a row, also of one that is gone."""
    for table in (layout.name, f"{layout.name}_history"):
        sql = f"SELECT uid FROM {table} WHERE id = ? AND uid IS NOT NULL ORDER BY rowid DESC LIMIT 1"
        if row := db.execute(sql, (key,)).fetchone():
            return str(row[0])
    return ""


def _writes(db: Database, uid: str, register: str) -> Iterator[StepKey]:
    """Yield the steps that wrote a register; of a write that an undo put back the step it stands for."""
    for mark in authorship.marks(db, uid, register):
        yield mark.for_replica or mark.replica, mark.for_n or mark.n


def _deletions(db: Database, uid: str) -> Iterator[StepKey]:
    yield from db.execute("SELECT replica, n FROM deletions WHERE uid = ?", (uid,)).fetchall()


def _belonging(db: Database, left: Left) -> Iterator[StepKey]:
    """Yield the steps that made rows which would go with a record, and that wrote them since."""
    for layout in layout_of(db).values():
        for link in layout.links:
            if not link.is_needed or (link.table or left.table) != left.table:
                continue
            owned, word = ("", ()) if link.table else (" AND owner = ?", (_owner(left.table),))
            sql = f'SELECT id, uid FROM {layout.name} WHERE "{link.column}" = ?{owned}'
            for key, uid in db.execute(sql, (left.key, *word)).fetchall():
                yield from _made(db, layout.name, key)
                for register in layout.registers:
                    yield from _writes(db, uid, register)


def _made(db: Database, table: str, key: Value) -> Iterator[StepKey]:
    made = authorship.birth(db, table, key)
    yield made.replica, made.n


def _owner(table: str) -> str:
    return next((word for word, name in OWNER_TABLES.items() if name == table), "")


def _users(db: Database, steps: list[StepKey]) -> list[str]:
    """Return who made steps of other files, each once, the earliest first."""
    found = set()
    for step in set(steps):
        sql = "SELECT at, user FROM steps WHERE replica = ? AND n = ? AND counts <> ''"
        found |= set(db.execute(sql, step).fetchall())
    return list(dict.fromkeys(user for _at, user in sorted(found)))
