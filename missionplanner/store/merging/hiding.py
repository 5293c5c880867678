"""Rows that are not shown, and go with what is deleted: those of other plans, and the twins of what is shown."""

import json
from collections.abc import Iterator

from missionplanner.store.database import Database
from missionplanner.store.merging.layout import TableLayout, layout_of
from missionplanner.store.rows import Value, listed
from missionplanner.store.tables import OWNER_TABLES

Member = tuple[str, str]
"""Table and uid."""
_Row = tuple[Value, ...]


def along(db: Database, members: list[Member]) -> list[Member]:
    """Return the hidden rows that belong to deleted ones, directly or not, and those that are the same."""
    layout = layout_of(db)
    known = dict.fromkeys(members)
    found = (_last(db, layout[table], uid) for table, uid in members)
    open_ones = [one for one in found if one is not None]
    while open_ones:
        table, row = open_ones.pop()
        for name, other in (*_dependants(db, table, row[0]), *_twins(db, layout[table], row)):
            uid = str(other[layout[name].columns.index("uid")])
            if (name, uid) not in known:
                known[name, uid] = None
                open_ones.append((name, other))
    return [member for member in known if member not in members]


def _last(db: Database, layout: TableLayout, uid: str) -> tuple[str, _Row] | None:
    """Return a row as it was when it went."""
    columns = listed(layout.columns)
    sql = f"SELECT {columns} FROM {layout.name}_history WHERE uid = ? AND phase = 'delete' ORDER BY rowid DESC LIMIT 1"
    row = db.execute(sql, (uid,)).fetchone()
    return (layout.name, tuple(row)) if row else None


def _dependants(db: Database, table: str, key: Value) -> Iterator[tuple[str, _Row]]:
    """Yield the hidden rows that cannot be without a row."""
    for layout in layout_of(db).values():
        for link in layout.links:
            if not link.is_needed or (link.table or table) != table:
                continue
            condition, values = f'"{layout.columns[link.place]}" = ?', [key]
            if not link.table:
                condition += " AND owner = ?"
                values.append(next((word for word, name in OWNER_TABLES.items() if name == table), ""))
            yield from _hidden(db, layout, condition, values)


def _twins(db: Database, layout: TableLayout, row: _Row) -> Iterator[tuple[str, _Row]]:
    """Yield the hidden rows that are the same record."""
    if layout.is_single:
        condition = " AND ".join(f'"{layout.columns[place]}" IS ?' for place in layout.natural)
        yield from _hidden(db, layout, condition, [row[place] for place in layout.natural])


def _hidden(db: Database, layout: TableLayout, condition: str, values: list[Value]) -> Iterator[tuple[str, _Row]]:
    """Yield the rows that are not there of which a condition is true as they were last."""
    images = f"{layout.name}_history"
    is_hidden = "phase IN ('delete', 'hidden')"
    sql = (
        f"SELECT rowid, {listed(layout.columns)} FROM {images} WHERE {is_hidden} AND {condition}"
        f" AND NOT EXISTS (SELECT 1 FROM {layout.name} t WHERE t.id = {images}.id)"
    )
    found = {image: tuple(row) for image, *row in db.execute(sql, values).fetchall()}
    # Images are searched by key only where there are any: they have no index for it.
    keys = sorted({int(row[0] or 0) for row in found.values()})
    sql = f"SELECT max(rowid) FROM {images} WHERE {is_hidden} AND id IN (SELECT value FROM json_each(?)) GROUP BY id"
    last = {image for (image,) in db.execute(sql, (json.dumps(keys),))} if keys else set()
    yield from ((layout.name, row) for image, row in found.items() if image in last)
