"""The uids of new records: of what somebody made, by chance; of what two people may make apart, by what it is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, repeat

from missionplanner.store.database import Database
from missionplanner.store.merging.layout import TableLayout, layout_of, natural_uids
from missionplanner.store.rows import Value, marks, new_uids

_AT_ONCE = 5000
"""Keys one statement asks for."""
Uids = Mapping[Value, str]
"""The uids of the rows of a table by their keys."""
_NONE: Mapping[str, Uids] = {}


def give_uids(db: Database, table: str, rows: Sequence[list[Value]], known: Mapping[str, Uids] = _NONE) -> None:
    """Give the rows of a table that have no uid one, in place.

    known: uids by key of rows other tables got in the same step, so that they need not be read again.
    """
    layout = layout_of(db).get(table)
    place = layout.columns.index("uid") if layout else 1
    wanted = [row for row in rows if not row[place]]
    if not wanted:
        return
    found: Iterable[str] = new_uids(len(wanted))
    if layout and layout.natural:
        found = _natural(db, layout, wanted, known)
    for row, uid in zip(wanted, found, strict=True):
        row[place] = uid


def _natural(
    db: Database, layout: TableLayout, rows: Sequence[list[Value]], known: Mapping[str, Uids]
) -> Iterator[str]:
    """Yield the uid of each row by its natural key; a second row of the same key gets one by chance."""
    links = {link.place: link.table for link in layout.links if link.place in layout.natural}
    keys = [[row[place] for row in rows] for place in layout.natural]
    for place, table in links.items():
        column = layout.natural.index(place)
        uids = _uids(db, table, set(keys[column]), known.get(table, {}))
        keys[column] = [uids.get(key) for key in keys[column]]
    owners = map(str, keys[0]) if layout.natural[0] in links else repeat("", len(rows))
    taken = _taken(db, layout, rows)
    for uid in natural_uids(layout.name, list(zip(*keys, strict=True)), owners):
        if uid in taken:
            uid = new_uids(1)[0]
        taken.add(uid)
        yield uid


def _uids(db: Database, table: str, keys: set[Value], known: Uids) -> Uids:
    """Return the uids of rows by their keys."""
    if keys <= known.keys():
        return known
    found: dict[Value, str] = {}
    for part in _parts(keys):
        found.update(db.execute(f"SELECT id, uid FROM {table} WHERE id IN ({marks(len(part))})", part).fetchall())
    return found


def _taken(db: Database, layout: TableLayout, rows: Sequence[list[Value]]) -> set[str]:
    """Return the uids of the rows with the same owners."""
    first = layout.natural[0]
    found: set[str] = set()
    for part in _parts({row[first] for row in rows}):
        sql = f'SELECT uid FROM {layout.name} WHERE "{layout.columns[first]}" IN ({marks(len(part))})'
        found.update(uid for (uid,) in db.execute(sql, part))
    return found


def _parts(keys: set[Value]) -> Iterator[list[Value]]:
    rest = iter(keys)
    while part := list(islice(rest, _AT_ONCE)):
        yield part
