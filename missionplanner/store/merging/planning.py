"""Plans as units: a timetable made at once is in force whole, or it is a version."""

from missionplanner.store.database import Database
from missionplanner.store.merging import authorship
from missionplanner.store.merging.authorship import IN_FORCE, PLACE
from missionplanner.store.merging.layout import layout_of
from missionplanner.store.merging.links import translated_text
from missionplanner.store.merging.marks import Declared
from missionplanner.store.merging.packing import packed
from missionplanner.store.rows import Value, marks


def declare(db: Database, declared: Declared, sessions: list[int], content: str) -> None:
    """Have a step be the plan of these sessions: their meetings are written by it, all but those moved by hand."""
    listed = marks(len(sessions))
    uids = [uid for (uid,) in db.execute(f"SELECT uid FROM sessions WHERE id IN ({listed})", sessions)]
    declared.plan = frozenset(uids), packed(_with_uids(db, content))
    declared.touched |= {(uid, IN_FORCE) for uid in uids}
    sql = f"SELECT m.id, m.uid FROM meetings m JOIN slots s ON s.id = m.slot_id WHERE s.session_id IN ({listed})"
    plans = set(db.execute("SELECT replica, n FROM plans").fetchall())
    for key, uid in db.execute(sql, sessions).fetchall():
        if _placed_by(db, key, uid) & plans:
            declared.touched.add((uid, PLACE))


def _placed_by(db: Database, key: int, uid: str) -> set[tuple[int, int]]:
    """Return the steps that put a meeting where it is."""
    found = authorship.marks(db, uid, PLACE)
    if not found:
        return {authorship.birth(db, "meetings", key)[:2]}
    return {(mark.for_replica or mark.replica, mark.for_n or mark.n) for mark in found}


def _with_uids(db: Database, content: str) -> str:
    """Return a timetable in JSON with uids in place of keys."""
    layout = layout_of(db)["versions"]
    known: dict[tuple[str, Value], Value] = {}

    def uid(table: str, key: Value) -> Value:
        if (table, key) not in known:
            row = db.execute(f"SELECT uid FROM {table} WHERE id = ?", (key,)).fetchone()
            known[table, key] = row[0] if row else None
        return known[table, key]

    return translated_text(content, layout.inside[layout.columns.index("content")], uid)


def content_of(db: Database, content: str) -> str:
    """Return the timetable of a plan with the keys of this file, as a version keeps it."""
    layout = layout_of(db)["versions"]

    def key(table: str, uid: Value) -> Value:
        row = db.execute(f"SELECT id FROM {table} WHERE uid = ?", (uid,)).fetchone()
        return row[0] if row else None

    return translated_text(content, layout.inside[layout.columns.index("content")], key)
