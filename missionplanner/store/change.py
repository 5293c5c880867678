"""The writing end of one step of a mission file."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import uuid4

from sqlite_utils import Database

from missionplanner.store import history
from missionplanner.store.rows import names, new_uids, storable, to_row, values
from missionplanner.store.tables import TABLE_OF


class Change:
    """The writing end of one step; made by Store.change only."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def insert(self, record: Any) -> int:
        """Store a new record and return its key; a record with a `uid` field gets one if it has none."""
        row = to_row(record)
        if row.get("uid") == "":
            row["uid"] = uuid4().hex
        columns = ", ".join(f'"{name}"' for name in row)
        sql = f"INSERT INTO {TABLE_OF[type(record)].name} ({columns}) VALUES ({', '.join('?' * len(row))})"
        return int(self._db.execute(sql, storable(list(row.values()))).lastrowid or 0)

    def insert_all(self, records: Iterable[Any], **columns: Sequence[int]) -> list[int]:
        """Store new records of one kind at once and return their keys, in order.

        columns: values that replace a field of the records, one for each (`company_id=keys`).
        """
        found = list(records)
        if not found:
            return []
        kind = type(found[0])
        order = names(kind)
        rows = values(kind, found)
        sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0)"
        first = int(self._db.execute(sql, (TABLE_OF[kind].name,)).fetchone()[0]) + 1
        uids = new_uids(len(rows))
        uid = order.index("uid") if "uid" in order else -1
        places = [(order.index(name), wanted) for name, wanted in columns.items()]
        for number, row in enumerate(rows):
            row[0] = first + number
            if uid > 0 and not row[uid]:
                row[uid] = uids[number]
            for place, wanted in places:
                row[place] = wanted[number]
        try:
            history.insert_many(self._db, TABLE_OF[kind], rows)
        except UnicodeEncodeError:
            history.insert_many(self._db, TABLE_OF[kind], [storable(row) for row in rows])
        return list(range(first, first + len(rows)))

    def update(self, record: Any) -> None:
        """Store the record's fields over the row of its key; nothing is written when nothing differs."""
        row = to_row(record)
        key = row.pop("id")
        columns = ", ".join(f'"{name}" = ?' for name in row)
        differs = " OR ".join(f'"{name}" IS NOT ?' for name in row)
        wanted = storable(list(row.values()))
        sql = f"UPDATE {TABLE_OF[type(record)].name} SET {columns} WHERE id = ? AND ({differs})"
        self._db.execute(sql, (*wanted, key, *wanted))

    def delete(self, kind: type, keys: Iterable[int]) -> None:
        """Remove the records with these keys, and what belongs to them alone."""
        self._db.conn.executemany(f"DELETE FROM {TABLE_OF[kind].name} WHERE id = ?", [(key,) for key in keys])
