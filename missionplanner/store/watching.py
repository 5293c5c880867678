"""The temporary triggers by which every change of an undoable table leaves its images."""

from collections.abc import Iterable, Mapping
from functools import cache

from missionplanner.store.database import Database
from missionplanner.store.rows import names
from missionplanner.store.tables import UNDOABLE, StoredTable

_IMAGES = {
    "INSERT": (("insert", "NEW"),),
    "UPDATE": (("before", "OLD"), ("after", "NEW")),
    "DELETE": (("delete", "OLD"),),
}
"""The images an event leaves: their phase, and the side of the trigger they are taken from."""


class Watch:
    """Has the changes of a connection leave their images, table by table as they are first written.

    To make the triggers of all tables takes longer than most steps do.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._watched: set[StoredTable] = set()

    def begin(self) -> None:
        """Make the place of the present step's key, which triggers take no parameter for; before a transaction."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS current_step (id INTEGER)")

    def table(self, table: StoredTable) -> None:
        """Watch a table into which rows are written."""
        self._watch([table])

    def deleting(self, table: StoredTable) -> None:
        """Watch a table from which rows are deleted, and all that lose rows or links with them."""
        reached, waiting = set(), {table.name}
        while waiting:
            name = waiting.pop()
            reached.add(name)
            waiting |= referring(self._db).get(name, frozenset()) - reached
        self._watch(one for one in UNDOABLE if one.name in reached)

    def everything(self) -> None:
        """Watch all tables; within a transaction it takes twice as long as before one."""
        if self._db.conn.in_transaction:
            self._watch(UNDOABLE)
        elif len(self._watched) < len(UNDOABLE):
            self._db.conn.executescript(_script(UNDOABLE))
            self._watched.update(UNDOABLE)

    def forget(self) -> None:
        """Trust in no trigger any more: a transaction that is rolled back takes along those that were made in it."""
        self._watched.clear()

    def _watch(self, tables: Iterable[StoredTable]) -> None:
        for table in tables:
            if table not in self._watched:
                for event in _IMAGES:
                    self._db.execute(trigger(table, event))
                self._watched.add(table)


@cache
def _script(tables: tuple[StoredTable, ...]) -> str:
    return ";".join(trigger(table, event) for table in tables for event in _IMAGES)


@cache
def trigger(table: StoredTable, event: str) -> str:
    """Return the statement that makes the trigger of a table for an event ("INSERT"), where it is not there."""
    body = " ".join(_image(table, phase, side) for phase, side in _IMAGES[event])
    # Temporary: a mission file that holds a trigger was tampered with, and is refused (`file.opening`).
    head = f"CREATE TEMP TRIGGER IF NOT EXISTS watch_{table.name}_{event} AFTER {event} ON main.{table.name}"
    return f"{head} BEGIN {body} END"


def _image(table: StoredTable, phase: str, side: str) -> str:
    values = ", ".join(f'{side}."{name}"' for name in names(table.kind))
    return (
        f"INSERT INTO {table.history} (step, phase, {table.columns})"
        f" VALUES ((SELECT id FROM current_step), '{phase}', {values});"
    )


def referring(db: Database) -> Mapping[str, frozenset[str]]:
    """Return the tables whose rows lead to a table, by its name; the schema is the same in every file."""
    if UNDOABLE not in _KNOWN:
        links = [
            (str(row[2]), table.name)
            for table in UNDOABLE
            for row in db.execute(f"PRAGMA foreign_key_list({table.name})")
        ]
        _KNOWN[UNDOABLE] = {target: frozenset(name for one, name in links if one == target) for target, _name in links}
    return _KNOWN[UNDOABLE]


_KNOWN: dict[tuple[StoredTable, ...], Mapping[str, frozenset[str]]] = {}
