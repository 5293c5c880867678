"""Links between the rows of a mission file: what a row needs, and what goes and comes with it."""

from collections.abc import Iterable, Iterator

from missionplanner.store.rows import Value
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import LOOSE_LINKS, OWNER_TABLES, UNDOABLE

Row = dict[str, Value]

_LINKS: dict[tuple[str, str], str] = {}


def links(store: Store, optional: bool = True) -> dict[tuple[str, str], str]:
    """Return which table a column leads to, by table and column; optional: also where the other may be gone."""
    if not _LINKS:  # the schema is the same in every file
        for table in UNDOABLE:
            for row in database_of(store).execute(f"PRAGMA foreign_key_list({table.name})").fetchall():
                _LINKS[table.name, row[3]] = row[2]
    return {**_LINKS, **LOOSE_LINKS} if optional else _LINKS


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


def _owners(table: str, row: Row, known: dict[tuple[str, str], str]) -> Iterator[tuple[str, int]]:
    for column, value in row.items():
        target = known.get((table, column))
        if target and isinstance(value, int):
            yield target, value
