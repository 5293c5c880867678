"""Undo in a file into which others' work was merged: only what still is as the step left it goes back."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from missionplanner.store import history
from missionplanner.store.database import Database
from missionplanner.store.merging import authorship, deletions, replicas
from missionplanner.store.merging.layout import TableLayout, layout_of
from missionplanner.store.merging.marks import Row
from missionplanner.store.rows import listed, marks
from missionplanner.store.tables import OWNER_TABLES, UNDOABLE

Key = tuple[str, int]
"""Table and key of a row."""


@dataclass(frozen=True, slots=True)
class Left:
    """A record or values that an undo or redo leaves alone, since somebody else wrote them after the step."""

    table: str
    key: int
    columns: tuple[str, ...]
    """Empty where it is the whole record."""


@dataclass(slots=True)
class _Wanted:
    """The changes going back takes, row by row."""

    own: set[tuple[int, int]]
    """The dots of the step, and of those that took it back and made it again."""
    past: dict[int, int]
    """The steps the file had seen before it, where it deleted something: what they wrote it knew."""
    removed: dict[Key, str] = field(default_factory=dict)
    """Rows to be taken away, with their uids."""
    inserted: dict[Key, Row] = field(default_factory=dict)
    written: dict[Key, dict[str, tuple[str, Row]]] = field(default_factory=dict)
    """The registers to be written, with the uid of the row and the image they are taken from."""


def restore(db: Database, step: int, forward: bool) -> tuple[list[Left], set[tuple[str, str]]]:
    """Take a step back, or with `forward` do it again, without what others wrote since.

    Returns what was left alone, and the registers to be marked as written though their values stay.
    """
    touched = _only_touched(db, step, forward)
    if not replicas.is_joined(db):
        history.restore(db, step, forward)
        return [], touched
    if not forward:
        history.complete(db, step)
    db.execute("PRAGMA defer_foreign_keys = ON")
    wanted = _wanted(db, step, forward)
    touched |= _unhide(db, wanted)
    left = [*_keep_inserted(db, wanted), *_keep_written(db, wanted), *_keep_removed(db, wanted)]
    _carry_out(db, wanted)
    history.set_state(db, step, forward)
    return left, {(uid, name) for uid, name in touched if not _is_others(db, wanted.own, uid, name)}


def _only_touched(db: Database, step: int, forward: bool) -> set[tuple[str, str]]:
    """Return the registers whose writer goes back with a step: places of meetings and plans of sessions."""
    source = deletions.undoing_step(db, step) if forward else step
    sql = "SELECT uid, register FROM replaced WHERE step = ?"
    return {(uid, register) for uid, register in db.execute(sql, (source,))}


def _own(db: Database, step: int) -> set[tuple[int, int]]:
    """Return the dots of a step and of those that took it back and made it again."""
    sql = "SELECT replica, n FROM steps WHERE (id = ? OR target = ?) AND replica IS NOT NULL"
    return set(db.execute(sql, (step, step)).fetchall())


def _past(db: Database, step: int) -> dict[int, int]:
    """Return the last step of every replica that the file had seen before a step, where that was noted."""
    (past,) = db.execute("SELECT past FROM steps WHERE id = ?", (step,)).fetchone()
    numbers = dict(db.execute("SELECT uid, number FROM replicas").fetchall())
    return {numbers[uid]: n for uid, n in json.loads(past or "{}").items() if uid in numbers}


def _is_others(db: Database, own: set[tuple[int, int]], uid: str, register: str) -> bool:
    """Return whether somebody else wrote a register since, or it was put back for somebody else by a later step."""
    found = authorship.marks(db, uid, register)
    return any(mark[:2] not in own and authorship.is_of_others(db, mark) for mark in found)


def _wanted(db: Database, step: int, forward: bool) -> _Wanted:
    found = _Wanted(_own(db, step), _past(db, step))
    for table in UNDOABLE:
        layout = layout_of(db)[table.name]
        uid = layout.columns.index("uid")
        for key, (was, before, is_there, after) in _images(db, layout, step).items():
            place = (table.name, key)
            goal, here = (after, before) if forward else (before, after)
            is_wanted, is_now = (is_there, was) if forward else (was, is_there)
            if is_wanted and is_now:
                changed = {
                    name: (str(goal[uid]), goal)
                    for name, places in layout.registers.items()
                    if any(goal[p] != here[p] for p in places)
                }
                found.written[place] = changed
            elif is_wanted:
                found.inserted[place] = goal
            elif is_now:
                found.removed[place] = str(here[uid])
    return found


def _images(db: Database, layout: TableLayout, step: int) -> dict[int, tuple[bool, Row, bool, Row]]:
    """Return by key whether a row was there before a step and after it, and as what."""
    sql = f"SELECT phase, {listed(layout.columns)} FROM {layout.name}_history WHERE step = ? ORDER BY rowid"
    found: dict[int, tuple[bool, Row, bool, Row]] = {}
    in_bulk: set[int] = set()
    for phase, *image in db.execute(sql, (step,)):
        key, row = image[0], tuple(image)
        if phase in ("new", "noted"):
            in_bulk.add(key)
            continue
        if phase == "hidden":
            continue
        was, before, _is_there, _after = found.get(key, (phase != "insert", row, True, row))
        found[key] = (was and key not in in_bulk, before, phase != "delete", row)
    # `complete` takes the images of rows inserted in bulk at the first undo: after whatever the step did later.
    return {key: (was and key not in in_bulk, *rest) for key, (was, *rest) in found.items()}  # type: ignore[misc]


def _unhide(db: Database, wanted: _Wanted) -> set[tuple[str, str]]:
    """Bring back rows that are hidden as they became the same as others; returns the registers that are written so."""
    touched: set[tuple[str, str]] = set()
    for place, registers in wanted.written.items():
        uids = {uid for uid, _row in registers.values()}
        if not uids or _exists(db, *place) or any(authorship.is_deleted(db, uid) for uid in uids):
            continue
        wanted.inserted[place] = next(row for _uid, row in registers.values())
        touched |= {(uid, name) for name, (uid, _row) in registers.items()}
        registers.clear()
    return touched


def _keep_removed(db: Database, wanted: _Wanted) -> Iterator[Left]:
    """Leave the rows that others wrote, or hung something on, and all that belongs together with them."""
    kept = {place for place, uid in wanted.removed.items() if _is_written_by_others(db, wanted, uid)}
    kept |= {place for place in wanted.removed if _carries_others(db, place, wanted)}
    known = -1
    while known < len(kept):
        known = len(kept)
        for place in wanted.removed:
            owners = set(_needed(db, place)) & wanted.removed.keys()
            if place in kept:
                kept |= owners
            elif owners & kept:
                kept.add(place)
    for place in sorted(kept):
        del wanted.removed[place]
        yield Left(*place, ())


def _is_written_by_others(db: Database, wanted: _Wanted, uid: str) -> bool:
    """Return whether somebody else wrote a row, and the step did not know."""
    names = [name for (name,) in db.execute("SELECT DISTINCT register FROM dots WHERE uid = ?", (uid,)).fetchall()]
    found = (mark for name in names for mark in authorship.marks(db, uid, name))
    return any(
        mark[:2] not in wanted.own and mark.n > wanted.past.get(mark.replica, 0) and authorship.is_of_others(db, mark)
        for mark in found
    )


def _carries_others(db: Database, place: Key, wanted: _Wanted) -> bool:
    """Return whether a row outside of those to be taken away would go with one."""
    for layout in layout_of(db).values():
        for link in layout.links:
            if not link.is_needed or (link.table or place[0]) != place[0]:
                continue
            owned = "" if link.table else f" AND owner = {_owner(place[0])}"
            sql = f'SELECT id FROM {layout.name} WHERE "{layout.columns[link.place]}" = ?{owned}'
            for (key,) in db.execute(sql, (place[1],)):
                row = (layout.name, key)
                if row not in wanted.removed and not _leads_elsewhere(wanted, row, layout, link.place, place[1]):
                    return True
    return False


def _leads_elsewhere(wanted: _Wanted, row: Key, layout: TableLayout, place: int, key: int) -> bool:
    """Return whether a row that leads to another will no more."""
    goal = wanted.written.get(row, {}).get(layout.register_at[place])
    return goal is not None and goal[1][place] != key


def _owner(table: str) -> str:
    """Return the word by which absences name the owners of a table, as a literal of SQL."""
    return next((f"'{word}'" for word, name in OWNER_TABLES.items() if name == table), "''")


def _needed(db: Database, place: Key) -> Iterator[Key]:
    """Yield the rows a row cannot be without."""
    layout = layout_of(db)[place[0]]
    row = db.execute(f"SELECT {listed(layout.columns)} FROM {layout.name} WHERE id = ?", (place[1],)).fetchone()
    if row is not None:
        yield from _needs(layout, tuple(row))


def _needs(layout: TableLayout, row: Row) -> Iterator[Key]:
    for link in layout.links:
        value = row[link.place]
        if link.is_needed and isinstance(value, int):
            yield layout.target(link, row), value


def _keep_inserted(db: Database, wanted: _Wanted) -> Iterator[Left]:
    """Leave away the rows that others deleted too, that are there, and those whose owner is gone."""
    for place, row in list(wanted.inserted.items()):
        uid = str(row[layout_of(db)[place[0]].columns.index("uid")])
        if _exists(db, *place):
            del wanted.inserted[place]
        elif authorship.is_deleted_by_others(db, uid):
            del wanted.inserted[place]
            yield Left(*place, ())
    lost = True
    while lost:
        lost = False
        for place, row in list(wanted.inserted.items()):
            needs = _needs(layout_of(db)[place[0]], row)
            if any(one not in wanted.inserted and not _exists(db, *one) for one in needs):
                del wanted.inserted[place]
                lost = True
                yield Left(*place, ())


def _exists(db: Database, table: str, key: int) -> bool:
    return db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (key,)).fetchone() is not None


def _keep_written(db: Database, wanted: _Wanted) -> Iterator[Left]:
    for place, registers in wanted.written.items():
        layout = layout_of(db)[place[0]]
        for name, (uid, row) in list(registers.items()):
            columns = tuple(layout.columns[p] for p in layout.registers[name])
            needs = [one for one in _needs(layout, row) if layout.columns[_place_of(layout, one, row)] in columns]
            is_lost = any(one not in wanted.inserted and not _exists(db, *one) for one in needs)
            if is_lost or not _exists(db, *place) or _is_others(db, wanted.own, uid, name):
                del registers[name]
                yield Left(*place, columns)


def _place_of(layout: TableLayout, target: Key, row: Row) -> int:
    return next(link.place for link in layout.links if row[link.place] == target[1])


def _carry_out(db: Database, wanted: _Wanted) -> None:
    for (table, _key), row in wanted.inserted.items():
        columns = layout_of(db)[table].columns
        db.execute(f"INSERT INTO {table} ({listed(columns)}) VALUES ({marks(len(columns))})", row)
    for (table, key), registers in wanted.written.items():
        layout = layout_of(db)[table]
        for name, (_uid, row) in registers.items():
            places = layout.registers[name]
            settings = ", ".join(f'"{layout.columns[place]}" = ?' for place in places)
            db.execute(f"UPDATE {table} SET {settings} WHERE id = ?", (*(row[place] for place in places), key))
    for table, key in wanted.removed:
        db.execute(f"DELETE FROM {table} WHERE id = ?", (key,))
