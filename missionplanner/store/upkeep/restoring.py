"""Single records of the past: the changes of a step, row by row, and putting a record or one of its values back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from missionplanner.domain.fingerprints import Recognition, Salt, recognition
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import message
from missionplanner.store.database import Database
from missionplanner.store.file import engine
from missionplanner.store.rows import Value, names, to_row
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import KIND_OF, TABLES, UNDOABLE, StoredTable, record_of
from missionplanner.store.upkeep import comparing


@dataclass(frozen=True, slots=True)
class RowChange:
    """The change of a row by a step."""

    step: int
    table: str
    key: int
    before: dict[str, Value] | None
    """Its values by column; None where it was not there."""
    after: dict[str, Value] | None
    """Its values by column; None where it was deleted or they are not known."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns with different values; all that are not empty where the row came or went."""
        one, other = self.before or {}, self.after or {}
        found = {**one, **other}
        return tuple(name for name in found if one.get(name) != other.get(name) and name not in ("id", "uid"))


def changes(store: Store, step: int) -> list[RowChange]:
    """Return everything a step changed, in the order of tables and keys."""
    db = database_of(store)
    return [change for table in UNDOABLE for change in _of(db, table, step)]


def first_changes(store: Store, step: int, tables: Iterable[str], most: int) -> Iterator[RowChange]:
    """Yield the first changes a step made in these tables, from at most so many images of each."""
    db, wanted = database_of(store), set(tables)
    for table in UNDOABLE:
        if table.name in wanted:
            yield from _of(db, table, step, most)


def _of(db: Database, table: StoredTable, step: int, most: int = -1) -> Iterator[RowChange]:
    """Yield the changes of a table, from at most `most` images; all of them with -1."""
    columns = names(table.kind)
    sql = f"SELECT phase, {table.columns} FROM {table.history} WHERE step = ? ORDER BY rowid LIMIT ?"
    before: dict[int, dict[str, Value] | None] = {}
    after: dict[int, dict[str, Value] | None] = {}
    for phase, *image in db.execute(sql, (step, most)):
        key, row = image[0], dict(zip(columns, image, strict=True))
        if phase in ("insert", "new", "noted"):
            before.setdefault(key, None)
            after[key] = _now(db, table, key) if phase != "insert" else row
        elif phase == "after":
            after[key] = row
        else:
            before.setdefault(key, row)
            if phase == "delete":
                after[key] = None
    for key in sorted({*before, *after}):
        yield RowChange(step, table.name, key, before.get(key), after.get(key))


def _now(db: Database, table: StoredTable, key: int) -> dict[str, Value] | None:
    """Return the row as it is now: rows inserted in bulk left only their keys."""
    columns = names(table.kind)
    row = db.execute(f"SELECT {table.columns} FROM {table.name} WHERE id = ?", (key,)).fetchone()
    return dict(zip(columns, row, strict=True)) if row else None


def last_seen(store: Store, table: str, key: int) -> dict[str, Value] | None:
    """Return the values of a row as they are now, or last were; None where the history has none."""
    stored = next(one for one in TABLES if one.name == table)
    present = _now(database_of(store), stored, key)
    if present or not stored.undoable:
        return present
    columns = names(stored.kind)
    sql = f"SELECT {stored.columns} FROM {stored.history} WHERE id = ? AND uid IS NOT NULL ORDER BY rowid DESC LIMIT 1"
    row = database_of(store).execute(sql, (key,)).fetchone()
    return dict(zip(columns, row, strict=True)) if row else None


def deletion_of(store: Store, table: str, key: int) -> RowChange | None:
    """Return the change that deleted a record last, or whose undo took it away; None where there is none."""
    db, stored = database_of(store), next(one for one in UNDOABLE if one.name == table)
    sql = f"SELECT max(step) FROM {stored.history} WHERE id = ? AND phase = 'delete'"
    step = db.execute(sql, (key,)).fetchone()[0]
    return next((one for one in _of(db, stored, step) if one.key == key), None) if step else None


def steps_about(store: Store, table: str, keys: Iterable[int]) -> set[int]:
    """Return the steps that touched companies or people (table "companies" or "people") or anything of theirs."""
    found: set[int] = set()
    listed, links = json.dumps(list(keys)), comparing.links(store)
    for stored in UNDOABLE:
        columns = ["id"] if stored.name == table else []
        columns += [name for (of, name), target in links.items() if (of, target) == (stored.name, table)]
        history = stored.history
        for column in columns:
            sql = f'SELECT DISTINCT step FROM {history} WHERE "{column}" IN (SELECT value FROM json_each(:keys))'
            if column != "id":
                sql += (
                    f" UNION SELECT DISTINCT step FROM {history} JOIN {stored.name} ON {stored.name}.id = {history}.id"
                    f" WHERE phase = 'new' AND {stored.name}.\"{column}\" IN (SELECT value FROM json_each(:keys))"
                )
            found |= {row[0] for row in database_of(store).execute(sql, {"keys": listed})}
    return found


def restore(store: Store, change: RowChange, columns: tuple[str, ...] = ()) -> int:
    """Put a record back as it was before a step, or only some of its values, as a step of its own.

    A record that was deleted comes back with everything that belongs to it and went in the same step, but for people
    who were erased: returns how many were left out. Raises UserError where it cannot come back: what it belongs to is
    gone, it did not exist before, or it was erased.
    """
    if change.before is not None and _is_erased(store, change.table, change.before):
        text = _("This was erased for good, and cannot come back.")
        raise UserError(text, _("Enter it anew where it is wanted again."))
    if change.before is None:
        text = _("This record did not exist before.")
        raise UserError(text, _("Undo takes it away; or delete it on its screen."))
    kind = KIND_OF[change.table]
    found: list[Any] = store.where(kind, "id", [change.key])
    if not found:
        return _bring_back(store, change)
    then = record_of(change.table, change.before)
    wanted = replace(found[0], **{name: getattr(then, name) for name in columns}) if columns else then
    if comparing.missing(to_row(wanted), change.table, store):
        text = _("What this value names is no longer there.")
        raise UserError(text, _("Put that back first: the company, slot or table it was."))
    with _fitting(), store.change(message("Restore from the history")) as act:
        act.update(wanted)
    return 0


def _is_erased(store: Store, table: str, row: Mapping[str, Value]) -> bool:
    """Whether a record is, or is of a person, who was erased: by its uid, or by the fingerprint of an address."""
    db = database_of(store)
    if db.execute("SELECT 1 FROM erased WHERE uid = ?", (row.get("uid"),)).fetchone():
        return True
    if table != "people" or not row.get("email"):
        return False
    marks = frozenset((kind, mark) for kind, mark in db.execute("SELECT kind, mark FROM erased_marks"))
    return recognition(Salt.of(store.mission.uid).prints(row), marks) is Recognition.SAME


@contextmanager
def _fitting() -> Iterator[None]:
    """Raise a UserError where a record of the past does not go together with what is there now."""
    try:
        yield
    except engine.kinds("IntegrityError") as error:
        text = _("This does not go together with what is there now.")
        raise UserError(text, _("Something like it was made since: change that instead.")) from error


def _bring_back(store: Store, change: RowChange) -> int:
    """Insert a deleted record as it was before a step, and what went with it; returns how many people stay out."""
    if comparing.missing(change.before or {}, change.table, store):
        text = _("What this record belongs to is no longer there.")
        raise UserError(text, _("Put that back first: the company, meeting or session it was of."))
    place = change.table, change.key
    later = deletion_of(store, *place)  # it may have gone later
    step = later.step if later else change.step
    gone = {(one.table, one.key): one.before for one in changes(store, step) if one.before and not one.after}
    gone[place] = change.before or {}
    erased = {one for one, row in gone.items() if one[0] == "people" and _is_erased(store, one[0], row)}
    wanted = comparing.hanging(gone, [place], store) | {place}
    left_out = wanted & erased
    wanted -= left_out | comparing.hanging(gone, left_out, store)
    with _fitting(), store.change(message("Restore from the history")) as act:
        for table in UNDOABLE:
            for name, key in sorted(wanted):
                is_there = name != table.name or bool(store.where(table.kind, "id", [key]))
                if not is_there and not comparing.missing(gone[name, key], name, store):
                    act.insert(record_of(name, gone[name, key]))
    return len(left_out)
