"""The changes of a mission file since the last step it has in common with a copy of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from missionplanner.store.rows import Value, names
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import OWNER_TABLES, UNDOABLE, StoredTable

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Since:
    """A row that was touched since the last common step."""

    table: str
    key: int
    then: Row | None
    """As it was then; None where it was not there."""
    now: Row | None
    """As it is now; None where it is gone."""


def common_step(one: Store, other: Store) -> int:
    """Return the last step both files have in common, or 0."""
    sql = "SELECT id, label, user, at FROM steps ORDER BY id"
    last = 0
    for mine, theirs in zip(database_of(one).execute(sql), database_of(other).execute(sql), strict=False):
        if tuple(mine) != tuple(theirs):
            break
        last = int(mine[0])
    return last


def changed_since(store: Store, step: int) -> dict[tuple[str, int], Since]:
    """Return every row touched after a step that differs from then, by table and key."""
    return {(one.table, one.key): one for table in UNDOABLE for one in _since(store, table, step)}


def _since(store: Store, table: StoredTable, step: int) -> Iterator[Since]:
    columns = names(table.kind)
    sql = f"SELECT phase, {table.columns} FROM {table.history} WHERE step > ? ORDER BY step, rowid"
    then: dict[int, Row | None] = {}
    for phase, *image in database_of(store).execute(sql, (step,)):
        row = dict(zip(columns, image, strict=True)) if phase in ("before", "delete") else None
        then.setdefault(int(image[0]), row)
    for key, row in sorted(then.items()):
        found = database_of(store).execute(f"SELECT {table.columns} FROM {table.name} WHERE id = ?", (key,)).fetchone()
        now = dict(zip(columns, found, strict=True)) if found else None
        if now != row:
            yield Since(table.name, key, row, now)


def rows(store: Store, table: StoredTable) -> Iterator[Row]:
    """Yield every row of a table as it is stored."""
    columns = names(table.kind)
    for row in database_of(store).execute(f"SELECT {table.columns} FROM {table.name} ORDER BY id"):
        yield dict(zip(columns, row, strict=True))


_OPTIONAL = {("events", "to_venue_id"): "venues", ("requests", "session_id"): "sessions"}
"""Links without a foreign key: what they lead to may be gone."""
_LINKS: dict[tuple[str, str], str] = {}


def links(store: Store, optional: bool = True) -> dict[tuple[str, str], str]:
    """Return which table a column leads to, by table and column; optional: also where the other may be gone."""
    if not _LINKS:  # the schema is the same in every file
        for table in UNDOABLE:
            for row in database_of(store).execute(f"PRAGMA foreign_key_list({table.name})").fetchall():
                _LINKS[table.name, row[3]] = row[2]
    return {**_LINKS, **_OPTIONAL} if optional else _LINKS


def linked_table(store: Store, table: str, column: str, row: Row) -> str:
    """Return the table a column of a row leads to; empty where it is no link."""
    if (table, column) == ("availabilities", "owner_id"):  # no foreign key can say it: it depends on the row
        return OWNER_TABLES.get(str(row.get("owner")), "")
    return links(store).get((table, column), "")


def hanging(rows: dict[tuple[str, int], Row], on: Iterable[tuple[str, int]], store: Store) -> set[tuple[str, int]]:
    """Return those of the rows that belong to others, directly or not, and go and come with them."""
    ways = links(store)
    known, before = set(on), -1
    while len(known) > before:
        before = len(known)
        known |= {place for place, row in rows.items() if any(one in known for one in _owners(place[0], row, ways))}
    return known & rows.keys() - set(on)


def missing(row: Row, table: str, store: Store) -> tuple[str, int] | None:
    """Return the first record a row needs and that is not there; None where nothing is missing."""
    for name, key in _owners(table, row, links(store, optional=False)):
        if not database_of(store).execute(f"SELECT 1 FROM {name} WHERE id = ?", (key,)).fetchone():
            return name, key
    return None


def owners(place: tuple[str, int], rows: dict[tuple[str, int], Row], store: Store) -> set[tuple[str, int]]:
    """Return those of the rows that one of them belongs to, directly or not."""
    found: set[tuple[str, int]] = set()
    open_ones = [place]
    while open_ones:
        one = open_ones.pop()
        above = {owner for owner in _owners(one[0], rows.get(one, {}), links(store)) if owner in rows} - found
        found |= above
        open_ones += above
    return found


def _owners(table: str, row: Row, known: dict[tuple[str, str], str]) -> Iterator[tuple[str, int]]:
    for column, value in row.items():
        target = known.get((table, column))
        if target and isinstance(value, int):
            yield target, value
