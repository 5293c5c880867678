"""The writing end of one step of a mission file."""

from collections.abc import Iterable, Sequence
from typing import Any

from missionplanner.store import history
from missionplanner.store.database import Database
from missionplanner.store.rows import Value, listed, marks, names, new_uids, storable, to_row, values
from missionplanner.store.tables import TABLE_OF


class Change:
    """The writing end of one step; only `Store.change` makes one."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def insert(self, record: Any) -> int:
        """Store a new record and return its key; a record whose `uid` is empty gets one."""
        row = to_row(record)
        if row.get("uid") == "":
            (row["uid"],) = new_uids(1)
        sql = f"INSERT INTO {TABLE_OF[type(record)].name} ({listed(row)}) VALUES ({marks(len(row))})"
        return int(self._db.execute(sql, storable(list(row.values()))).lastrowid or 0)

    def insert_all(self, records: Iterable[Any], **columns: Sequence[int]) -> list[int]:
        """Store new records of one kind at once and return their keys, in order.

        columns: values that replace a field of the records, one for each (`company_id=keys`).
        """
        found = list(records)
        if not found:
            return []
        table = TABLE_OF[type(found[0])]
        rows = values(table.kind, found)
        keys = self._next_keys(table.name, len(rows))
        _set_column(rows, 0, keys)
        order = names(table.kind)
        if "uid" in order:
            _fill_uids(rows, order.index("uid"))
        for name, wanted in columns.items():
            _set_column(rows, order.index(name), wanted)
        try:
            history.insert_many(self._db, table, rows)
        except UnicodeEncodeError:  # seldom enough to try without examining every text first
            history.insert_many(self._db, table, [storable(row) for row in rows])
        return keys

    def update(self, record: Any) -> None:
        """Store the record's fields over the row of its key; nothing is written when nothing differs."""
        row = to_row(record)
        key = row.pop("id")
        columns = ", ".join(f'"{name}" = ?' for name in row)
        # IS NOT also compares with NULL, for which <> is never true.
        differs = " OR ".join(f'"{name}" IS NOT ?' for name in row)
        wanted = storable(list(row.values()))
        sql = f"UPDATE {TABLE_OF[type(record)].name} SET {columns} WHERE id = ? AND ({differs})"
        self._db.execute(sql, (*wanted, key, *wanted))

    def delete(self, kind: type, keys: Iterable[int]) -> None:
        """Remove the records with these keys, and what belongs to them alone."""
        self._db.conn.executemany(f"DELETE FROM {TABLE_OF[kind].name} WHERE id = ?", [(key,) for key in keys])

    def _next_keys(self, table: str, number: int) -> list[int]:
        """Return so many keys no row of the table ever had."""
        # The highest key ever given: a deleted row's key would lead to its old images.
        sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0)"
        last = int(self._db.execute(sql, (table,)).fetchone()[0])
        return list(range(last + 1, last + 1 + number))


def _set_column(rows: list[list[Value]], place: int, wanted: Sequence[int]) -> None:
    for row, value in zip(rows, wanted, strict=True):
        row[place] = value


def _fill_uids(rows: list[list[Value]], place: int) -> None:
    """Give a uid to the rows that have none."""
    for row, uid in zip(rows, new_uids(len(rows)), strict=True):
        row[place] = row[place] or uid
