"""The numbers of steps: each replica counts its own, and every step carries a digest of all before it."""

import hashlib
import json
from collections.abc import Iterable

from missionplanner.store.database import Database
from missionplanner.store.merging import authorship, replicas
from missionplanner.store.merging.marks import Declared, OwnStep


def finish(db: Database, key: int, kind: str, target: int | None, tables: Iterable[str], declared: Declared) -> None:
    """Note a step of this file at its end: its marks, then its number."""
    replica, last = replicas.own(db) or (0, 0)
    step = OwnStep(key, kind, target, replica, last + 1)
    authorship.note(db, step, tables, declared)
    number(db, step)


def number(db: Database, step: OwnStep) -> None:
    """Give a step its number and digest, and where it is compared with others, what its file had seen before it."""
    deleted = (
        "SELECT 1 FROM deletions WHERE replica = ? AND n = ? UNION SELECT 1 FROM plans WHERE replica = ? AND n = ?"
    )
    is_compared = db.execute(deleted, (step.replica, step.n, step.replica, step.n)).fetchone()
    past = json.dumps(replicas.seen(db), sort_keys=True) if is_compared else ""
    before = db.execute("SELECT digest FROM steps WHERE replica = ? AND n = ?", (step.replica, step.n - 1)).fetchone()
    label, user, at = db.execute("SELECT label, user, at FROM steps WHERE id = ?", (step.id,)).fetchone()
    text = "\n".join((str(before[0]) if before else "", label, user, at, step.kind))
    digest = hashlib.blake2s(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
    sql = "UPDATE steps SET replica = ?, n = ?, digest = ?, past = ? WHERE id = ?"
    db.execute(sql, (step.replica, step.n, digest, past, step.id))
    db.execute("UPDATE replicas SET seen = ? WHERE number = ?", (step.n, step.replica))
