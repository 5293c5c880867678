"""The marks a step of this file leaves for merging: who wrote which register, made which row, deleted what together.

The images of a step say what it did; each of its writes gets the *dot* of the step (replica, number, and a place where
a step writes several values of one register). A row inserted is one mark, and a register has marks of its own only
where it was written later: an import of ten thousand companies is a few ranges of keys.
"""

import json
from collections.abc import Iterable, Iterator

from missionplanner.store.database import Database
from missionplanner.store.merging import deletions, replicas
from missionplanner.store.merging.layout import TableLayout, layout_of
from missionplanner.store.merging.marks import Changed, Declared, Dot, OwnStep, Row, StoredMark
from missionplanner.store.rows import Value
from missionplanner.store.tables import UNDOABLE, StoredTable


def note(db: Database, step: OwnStep, tables: Iterable[str], declared: Declared) -> None:
    """Write the marks of a step that touched these tables; called once, at its end."""
    layout = layout_of(db)
    changed: dict[str, Changed] = {}
    back: dict[str, bool] = {}
    anew: dict[str, bool] = {}
    for table in (one for one in UNDOABLE if one.name in tables):
        found, bulk = _changed(db, table, layout[table.name], step.id)
        changed[table.name] = found
        made_again = _take_made_again(db, found, bulk)
        again = _note_births(db, step, found, bulk)
        back |= {uid: has_old_key for uid, has_old_key in again.items() if uid not in made_again}
        anew |= {uid: again.get(uid, False) for uid in made_again}
    _note_writes(db, step, changed, declared)
    deletions.note(db, step, changed, declared, back)
    deletions.mark_afresh(db, step, changed, {**back, **anew})
    if declared.plan:
        sessions, content = declared.plan
        packed = json.dumps(sorted(sessions))
        db.execute("INSERT INTO plans VALUES (?, ?, ?, ?)", (step.replica, step.n, packed, content))


def marks(db: Database, uid: str, register: str) -> list[StoredMark]:
    """Return the marks of a register, the shown one first; none where it is as its row was made."""
    sql = (
        "SELECT replica, n, k, beside, for_replica, for_n FROM dots WHERE uid = ? AND register = ?"
        " ORDER BY beside IS NOT NULL, k"
    )
    return [StoredMark(*row) for row in db.execute(sql, (uid, register))]


def birth(db: Database, table: str, key: Value) -> Dot:
    """Return the dot of the step that made a row."""
    sql = "SELECT replica, n, last FROM births WHERE table_name = ? AND first <= ? ORDER BY first DESC LIMIT 1"
    row = db.execute(sql, (table, key)).fetchone()
    return Dot(row[0], row[1]) if row is not None and row[2] >= key else _NOBODY


def _changed(db: Database, table: StoredTable, layout: TableLayout, step: int) -> tuple[Changed, list[int]]:
    """Return what the images of a step say of a table, and the keys of rows inserted in bulk, which left none."""
    sql = (
        f"SELECT phase, {table.columns} FROM {table.history} WHERE step = ? AND phase NOT IN ('new', 'noted')"
        " ORDER BY rowid"
    )
    first: dict[Value, tuple[str, Row]] = {}
    last: dict[Value, tuple[str, Row]] = {}
    uid = layout.columns.index("uid")
    for phase, *image in db.execute(sql, (step,)):
        key = image[0]
        last[key] = (phase, tuple(image))
        if key not in first:
            first[key] = last[key]
    keys = f"SELECT id FROM {table.history} WHERE step = ? AND phase IN ('new', 'noted') ORDER BY id"
    bulk = [key for (key,) in db.execute(keys, (step,))]
    found = Changed(layout)
    in_bulk = set(bulk)
    for key, (phase, before) in first.items():
        end, after = last[key]
        was, is_there = phase != "insert" and key not in in_bulk, end != "delete"
        name = str(after[uid] or before[uid])
        if was and is_there:
            found.updated[name] = (before, after)
        elif was:
            found.deleted[name] = before
        elif is_there and key not in in_bulk:
            found.inserted[name] = after
    return found, bulk


def _take_made_again(db: Database, changed: Changed, bulk: list[int]) -> set[str]:
    """Return the uids of rows that a step deleted and made again under another key: nobody deleted those.

    They are left out of the deleted ones.
    """
    if not changed.deleted:
        return set()
    found = changed.deleted.keys() & changed.inserted.keys()
    if bulk:
        sql = f"SELECT uid FROM {changed.layout.name} WHERE id BETWEEN ? AND ?"
        found |= changed.deleted.keys() & {uid for (uid,) in db.execute(sql, (bulk[0], bulk[-1]))}
    for uid in found:
        del changed.deleted[uid]
    return found


def _note_births(db: Database, step: OwnStep, changed: Changed, bulk: list[int]) -> dict[str, bool]:
    """Note ranges of new keys; returns the uids of rows that were deleted once, and whether they have their old key."""
    table = changed.layout.name
    known = {uid: int(row[0] or 0) for uid, row in changed.inserted.items()}
    old = {key for key in known.values() if birth(db, table, key) != _NOBODY}
    fresh = sorted((*bulk, *(key for key in known.values() if key not in old)))
    ranges = [(table, first, last, step.replica, step.n) for first, last in _ranges(fresh)]
    db.conn.executemany("INSERT INTO births VALUES (?, ?, ?, ?, ?)", ranges)
    gone = "SELECT DISTINCT uid FROM deletions WHERE table_name = ?"
    if not (known or bulk) or not db.execute(f"{gone} LIMIT 1", (table,)).fetchone():
        return {}
    back = {uid: known[uid] in old for (uid,) in db.execute(gone, (table,)) if uid in known}
    if bulk:
        sql = f"SELECT uid FROM {table} WHERE id BETWEEN ? AND ? AND uid IN ({gone})"
        back |= {uid: False for (uid,) in db.execute(sql, (bulk[0], bulk[-1], table))}
    return back


_NOBODY = Dot(0, 0)
"""The birth of rows nobody knows the maker of."""


def _ranges(keys: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of keys that follow one another; the keys ascend."""
    start = 0
    for place in range(1, len(keys) + 1):
        if place == len(keys) or keys[place] != keys[place - 1] + 1:
            yield keys[start], keys[place - 1]
            start = place


def _note_writes(db: Database, step: OwnStep, changed: dict[str, Changed], declared: Declared) -> None:
    """Note the registers a step wrote, in place of all that was there: who wrote them saw that."""
    written = dict.fromkeys(declared.touched)
    for one in changed.values():
        for uid, (before, after) in one.updated.items():
            for name, old, new in zip(one.layout.register_at, before, after, strict=True):
                if old != new:
                    written[uid, name] = None
    # Whatever somebody changes of a meeting by hand belongs to no plan any more: it stays where it is.
    if step.kind == "change" and declared.plan is None and "meetings" in changed:
        meetings = changed["meetings"]
        written.update(dict.fromkeys((uid, PLACE) for uid in (*meetings.updated, *meetings.inserted)))
    standing = _standing(db, step) if step.kind != ERASE else _erased(db, changed)
    standing.update({place: [(None, *meant)] for place, meant in declared.stands_for.items()})
    if step.kind != ERASE:  # it never goes back
        _note_replaced(db, step, written)
    lines = [
        (uid, register, step.replica, step.n, k, *mark)
        for uid, register in written
        for k, mark in enumerate(standing.get((uid, register), _AS_IT_IS))
    ]
    db.conn.executemany("DELETE FROM dots WHERE uid = ? AND register = ?", list(written))
    db.conn.executemany("INSERT INTO dots VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)


PLACE, IN_FORCE = "slot_id", "in_force"
"""The register of where and when a meeting is, and that of the plan of a session, which has no column."""
ERASE = "erase"
"""The kind of a step that erased somebody: whatever it blanks stays the write of whoever wrote it."""
_Mark = tuple[str | None, int | None, int | None]
"""The value beside as JSON, and the step that is stood for."""
_AS_IT_IS: list[_Mark] = [(None, None, None)]


def _note_replaced(db: Database, step: OwnStep, written: Iterable[tuple[str, str]]) -> None:
    """Note the marks a step takes the place of, as far as undo has to know them.

    Those are the writes of others and of plans, for a write by undo stands for the one it puts back.
    """
    joined = replicas.is_joined(db)
    lines = []
    for uid, register in written:
        if not joined and register not in (PLACE, IN_FORCE):
            continue
        found = marks(db, uid, register)
        if register == PLACE and not found:
            row = db.execute("SELECT id FROM meetings WHERE uid = ?", (uid,)).fetchone()
            if row is None:
                continue
            made = birth(db, "meetings", row[0])
            found = [StoredMark(made.replica, made.n, 0, None, None, None)]
        if register in (PLACE, IN_FORCE) or len(found) > 1 or any(is_of_others(db, mark) for mark in found):
            images = [(mark.beside, mark.for_replica or mark.replica, mark.for_n or mark.n) for mark in found]
            lines.append((step.id, uid, register, json.dumps(images)))
    db.conn.executemany("INSERT INTO replaced VALUES (?, ?, ?, ?)", lines)


def is_of_others(db: Database, mark: StoredMark) -> bool:
    """Return whether a mark is, or stands for, a write of another file."""
    replica, n = (mark.replica, mark.n) if mark.for_replica is None else (mark.for_replica, mark.for_n)
    row = db.execute("SELECT counts FROM steps WHERE replica = ? AND n = ?", (replica, n)).fetchone()
    return row is not None and row[0] != ""


def is_deleted_by_others(db: Database, uid: str) -> bool:
    """Return whether somebody else deleted a row, and nobody took that back."""
    sql = (
        "SELECT 1 FROM deletions d JOIN steps s ON s.replica = d.replica AND s.n = d.n WHERE d.uid = ?"
        " AND s.counts <> '' AND NOT EXISTS"
        " (SELECT 1 FROM revocations r WHERE r.replica = d.replica AND r.n = d.n AND r.k = d.k)"
    )
    return db.execute(sql, (uid,)).fetchone() is not None


def is_deleted(db: Database, uid: str) -> bool:
    """Return whether a row is among those somebody deleted, and nobody took that back."""
    sql = (
        "SELECT 1 FROM deletions d WHERE d.uid = ? AND NOT EXISTS"
        " (SELECT 1 FROM revocations r WHERE r.replica = d.replica AND r.n = d.n AND r.k = d.k)"
    )
    return db.execute(sql, (uid,)).fetchone() is not None


def _erased(db: Database, changed: dict[str, Changed]) -> dict[tuple[str, str], list[_Mark]]:
    """Return the marks of what was blanked: all that stood side by side still does, and stands for what it was."""
    found: dict[tuple[str, str], list[_Mark]] = {}
    for table, one in changed.items():
        for uid, (_before, after) in one.updated.items():
            made = birth(db, table, after[0])
            born: list[_Mark] = [(None, None, None) if made == _NOBODY else (None, made.replica, made.n)]
            for name in one.layout.registers:
                found[uid, name] = [(mark.beside, *_writer(db, mark)) for mark in marks(db, uid, name)] or born
    return found


def _writer(db: Database, mark: StoredMark) -> tuple[int | None, int | None]:
    """Return the step that wrote a mark; of one that was blanked before, whose it was then."""
    row = db.execute("SELECT kind FROM steps WHERE replica = ? AND n = ?", (mark.replica, mark.n)).fetchone()
    return (mark.for_replica, mark.for_n) if row and row[0] == ERASE else (mark.replica, mark.n)


def _standing(db: Database, step: OwnStep) -> dict[tuple[str, str], list[_Mark]]:
    """Return the marks that come back with an undo or redo: values beside, and the writes it stands for."""
    source = deletions.going_back_on(db, step)
    if source is None:
        return {}
    rows = db.execute("SELECT uid, register, dots FROM replaced WHERE step = ?", (source,))
    return {(uid, register): [tuple(mark) for mark in json.loads(marks)] for uid, register, marks in rows}
