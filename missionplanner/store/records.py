"""The records of an open mission file, read as they are or all at once."""

from collections.abc import Iterable
from dataclasses import fields, replace
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from missionplanner.domain.mission import Mission
from missionplanner.domain.snapshot import Snapshot
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store.file.handle import MissionFile
from missionplanner.store.rows import Value, column_reader, from_row, marks, names, values
from missionplanner.store.tables import TABLE_NAMES, TABLE_OF

T = TypeVar("T")


class Records:
    """The reading end of an open mission file. All of it raises UserError when the file cannot be read."""

    def __init__(self, file: MissionFile) -> None:
        self._file = file

    def all(self, kind: type[T]) -> list[T]:
        """Return every record of a kind, in the order of keys."""
        return self._selected(kind, "1", [])

    def where(self, kind: type[T], column: str, values: Iterable[Any]) -> list[T]:
        """Return the records whose `column` has one of the values, in the order of keys.

        Raises ValueError when the kind has no such column.
        """
        if column not in names(kind):
            raise ValueError(f"{kind.__name__} has no {column}")
        wanted = list(values)
        return self._selected(kind, f'"{column}" IN ({marks(len(wanted))})', wanted)

    def get(self, kind: type[T], key: int) -> T:
        """Return the record with this key; raises UserError when it is gone."""
        found = self.where(kind, "id", [key])
        if not found:
            raise _gone()
        return found[0]

    def column(self, kind: type, name: str, /, **same: Value) -> dict[int, Any]:
        """Return the values of one column by the keys of their records, those with `same` values in other columns.

        Reading a name of thousands of records makes no records. Raises ValueError when the kind has no such column.
        """
        if not {name, *same} <= set(names(kind)):
            raise ValueError(f"{kind.__name__} has no {' or '.join([name, *same])}")
        read = column_reader(kind, name)
        condition = "".join(f' AND "{other}" = ?' for other in same)
        sql = f'SELECT id, "{name}" FROM {TABLE_OF[kind].name} WHERE 1{condition} ORDER BY id'
        with self._file.reading() as db:
            rows = db.execute(sql, tuple(same.values()))
            return {key: read(value) for key, value in rows} if read else dict(rows)

    def row(self, kind: type, key: int) -> tuple[Value, ...]:
        """Return the stored values of a record, in the order of its fields; raises UserError when it is gone."""
        table = TABLE_OF[kind]
        with self._file.reading() as db:
            found = db.execute(f"SELECT {table.columns} FROM {table.name} WHERE id = ?", (key,)).fetchone()
        if found is None:
            raise _gone()
        return tuple(found)

    def count(self, kind: type) -> int:
        """Return how many records of a kind there are."""
        return self.counts([TABLE_OF[kind].name])[TABLE_OF[kind].name]

    def counts(self, tables: Iterable[str]) -> dict[str, int]:
        """Return how many rows tables have, by their names; names of other tables are left out."""
        with self._file.reading() as db:
            return {
                table: int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
                for table in tables
                if table in TABLE_NAMES
            }

    @property
    def mission(self) -> Mission:
        """The mission of the file."""
        return self.all(Mission)[0]

    def snapshot(self, known: Snapshot | None = None, touched: frozenset[str] = frozenset()) -> Snapshot:
        """Return the whole mission as plain data; of a `known` one only the tables `touched` since are read again."""
        parts: dict[str, Any] = {}
        for name, kind in _kinds_of_snapshot().items():
            if known is None or TABLE_OF[kind].name in touched:
                parts[name] = self._renewed(kind, getattr(known, name, ()))
        if known is None:
            return Snapshot(mission=self.mission, **parts)
        if "missions" in touched:
            parts["mission"] = self.mission
        return replace(known, **parts) if parts else known

    def _renewed(self, kind: type[T], known: Iterable[T]) -> list[T]:
        """Return every record of a kind, in the order of keys; those that are as they were are not made again."""
        before = {tuple(row): record for row, record in zip(values(kind, known), known, strict=True)}
        table = TABLE_OF[kind]
        with self._file.reading() as db:
            rows = db.execute(f"SELECT {table.columns} FROM {table.name} ORDER BY id")
            return [before.get(row) or from_row(kind, row) for row in rows]

    def _selected(self, kind: type[T], condition: str, values: list[Any]) -> list[T]:
        table = TABLE_OF[kind]
        sql = f"SELECT {table.columns} FROM {table.name} WHERE {condition} ORDER BY id"
        with self._file.reading() as db:
            return [from_row(kind, row) for row in db.execute(sql, values)]


def _gone() -> UserError:
    return UserError(_("This record is no longer in the mission."), _("It may have been deleted or undone."))


@cache
def _kinds_of_snapshot() -> dict[str, type]:
    """Return the fields of a snapshot that hold records, with their kind."""
    hints = get_type_hints(Snapshot)
    return {field.name: get_args(hints[field.name])[0] for field in fields(Snapshot) if field.name != "mission"}
