"""The writing end of one step of a mission file."""

from collections.abc import Iterable, Sequence
from typing import Any

from missionplanner.domain.timetable import Availability
from missionplanner.store import history
from missionplanner.store.database import Database
from missionplanner.store.merging import naming, planning
from missionplanner.store.merging.marks import Declared
from missionplanner.store.row_soundness import need_sound_entry
from missionplanner.store.rows import Value, listed, marks, names, rows_of, storable, to_row, values
from missionplanner.store.tables import KIND_OF, LOOSE_LINKS, OWNER_TABLES, TABLE_OF, StoredTable
from missionplanner.store.watching import Watch


class Change:
    """The writing end of one step; only `Store.change` makes one."""

    def __init__(self, db: Database, watch: Watch) -> None:
        self._db, self._watch = db, watch
        self.declared = Declared()
        """The meaning of the step beyond the values it changes."""
        self._uids: dict[str, dict[Value, str]] = {}
        """The uids of the rows inserted in bulk, by table and key."""
        self.recorded: frozenset[str] = frozenset()
        """The names of the journals that got entries."""

    @property
    def db(self) -> Database:
        """The database, with every table watched; for the modules of the package `store` alone."""
        self._watch.everything()
        return self._db

    def insert(self, record: Any) -> int:
        """Store a new record and return its key; a record whose `uid` is empty gets one."""
        stored = self._watched(TABLE_OF[type(record)])
        table = stored.name
        columns, row = names(type(record)), values(type(record), [record])[0]
        row[0] = row[0] or None
        row = storable(row)
        if "uid" in columns:
            naming.give_uids(self._db, table, [row])
        sql = f"INSERT INTO {table} ({listed(columns)}) VALUES ({marks(len(row))})"
        return int(self._db.execute(sql, row).lastrowid or 0)

    def record(self, *entries: Any) -> None:
        """Write entries of journals, which undo does not reach, together with the step.

        Raises ValueError when one is a record that undo reaches, UserError when one is not sound.
        """
        for entry in entries:
            if TABLE_OF[type(entry)].undoable:
                raise ValueError(f"{type(entry).__name__} is no journal")
        for entry in entries:
            need_sound_entry(self._db, entry)
            self.insert(entry)
        self.recorded |= {TABLE_OF[type(entry)].name for entry in entries}

    def insert_all(self, records: Iterable[Any], **columns: Sequence[int]) -> list[int]:
        """Store new records of one kind at once and return their keys, in order.

        columns: values that replace a field of the records, one for each (`company_id=keys`).
        """
        found = list(records)
        if not found:
            return []
        table = TABLE_OF[type(found[0])]
        rows = values(table.kind, found)
        for name, wanted in columns.items():
            _set_column(rows, names(table.kind).index(name), wanted)
        return self._insert_rows(table, rows)

    def insert_columns(self, kind: type, /, **columns: Sequence[Any]) -> list[int]:
        """Store new records of one kind, given by the columns that hold something, and return their keys, in order.

        For records that are made only to be stored: of thousands each needs no object of its own.
        """
        table = TABLE_OF[kind]
        number = len(next(iter(columns.values())))
        if not number:
            return []
        return self._insert_rows(table, rows_of(kind, number, columns))

    def _insert_rows(self, table: StoredTable, rows: list[list[Value]]) -> list[int]:
        """Store rows that have neither keys nor, as a rule, uids; return their keys."""
        self._watched(table)
        keys = self._next_keys(table.name, len(rows))
        _set_column(rows, 0, keys)
        if "uid" in names(table.kind):
            naming.give_uids(self._db, table.name, rows, self._uids)
            self._uids.setdefault(table.name, {}).update((row[0], str(row[1])) for row in rows)
        try:
            history.insert_many(self._db, table, rows)
        except UnicodeEncodeError:  # seldom enough to try without examining every text first
            history.insert_many(self._db, table, [storable(row) for row in rows])
        return keys

    def update(self, record: Any) -> None:
        """Store the record's fields over the row of its key; nothing is written when nothing differs.

        Its uid stays: by it copies know the record.
        """
        row = to_row(record)
        key = row.pop("id")
        row.pop("uid", None)
        columns = ", ".join(f'"{name}" = ?' for name in row)
        # IS NOT also compares with NULL, for which <> is never true.
        differs = " OR ".join(f'"{name}" IS NOT ?' for name in row)
        wanted = storable(list(row.values()))
        table = self._watched(TABLE_OF[type(record)])
        sql = f"UPDATE {table.name} SET {columns} WHERE id = ? AND ({differs})"
        self._db.execute(sql, (*wanted, key, *wanted))

    def delete(self, kind: type, keys: Iterable[int]) -> None:
        """Remove the records with these keys, and what belongs to them alone."""
        table = TABLE_OF[kind]
        self._watch.deleting(table)
        self._db.conn.executemany(f"DELETE FROM {table.name} WHERE id = ?", [(key,) for key in keys])

    def drop_absences(self, tables: frozenset[str]) -> frozenset[str]:
        """Delete the absences of what is gone from these tables, which no foreign key takes along.

        Returns the table where there were any.
        """
        found: frozenset[str] = frozenset()
        for owner, table in OWNER_TABLES.items():
            if table in tables:
                sql = f"SELECT id FROM availabilities WHERE owner = ? AND owner_id NOT IN (SELECT id FROM {table})"
                if keys := [key for (key,) in self._db.execute(sql, (owner,))]:
                    self.delete(Availability, keys)
                    found = frozenset({"availabilities"})
        return found

    def clear_links(self, tables: frozenset[str]) -> frozenset[str]:
        """Clear the links to what is gone from these tables, or in them, that no foreign key clears.

        Returns the tables where there were any.
        """
        found = set()
        for (table, column), target in LOOSE_LINKS.items():
            leads_nowhere = f"{column} IS NOT NULL AND {column} NOT IN (SELECT id FROM {target})"
            if {table, target} & tables and self._db.execute(f"SELECT 1 FROM {table} WHERE {leads_nowhere}").fetchone():
                self._watched(TABLE_OF[KIND_OF[table]])
                self._db.execute(f"UPDATE {table} SET {column} = NULL WHERE {leads_nowhere}")
                found.add(table)
        return frozenset(found)

    def _watched(self, table: StoredTable) -> StoredTable:
        if table.undoable:
            self._watch.table(table)
        return table

    def plan(self, sessions: Iterable[int], content: str) -> None:
        """Say that the meetings of these sessions, as they are now, were planned at once; called after they are stored.

        Of two plans made apart one is in force whole. content: the timetable as a version keeps it, in JSON.
        """
        keys = sorted(set(sessions))
        planning.declare(self._db, self.declared, keys, content)

    def settle(self, uid: str, register: str) -> None:
        """Say that what is shown of a register is right, whatever else was written."""
        self.declared.touched.add((uid, register))

    def _next_keys(self, table: str, number: int) -> list[int]:
        """Return so many keys no row of the table ever had."""
        # The highest key ever given: a deleted row's key would lead to its old images.
        sql = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0)"
        last = int(self._db.execute(sql, (table,)).fetchone()[0])
        return list(range(last + 1, last + 1 + number))


def _set_column(rows: list[list[Value]], place: int, wanted: Sequence[int]) -> None:
    for row, value in zip(rows, wanted, strict=True):
        row[place] = value
