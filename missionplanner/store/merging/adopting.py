"""Files of before: what their history says of who wrote what, so that copies made then can be merged."""

from missionplanner.store import history
from missionplanner.store.database import Database
from missionplanner.store.merging import authorship, numbering, replicas
from missionplanner.store.merging.marks import Declared, OwnStep


def is_needed(db: Database) -> bool:
    """Return whether a file has a history and no replica it belongs to."""
    sql = "SELECT 1 FROM steps WHERE NOT EXISTS (SELECT 1 FROM replicas) LIMIT 1"
    return db.execute(sql).fetchone() is not None


def adopt(db: Database) -> None:
    """Number the steps of a file under the id all copies of it have in common, and note what each wrote."""
    mission = db.execute("SELECT uid FROM missions LIMIT 1").fetchone()
    origin = replicas.number_of(db, replicas.origin(str(mission[0]) if mission else ""))
    for key, kind, target in db.execute("SELECT id, kind, target FROM steps ORDER BY id").fetchall():
        tables = history.touched(db, key)
        if not tables:
            continue
        (last,) = db.execute("SELECT seen FROM replicas WHERE number = ?", (origin,)).fetchone()
        step = OwnStep(key, kind, target, origin, last + 1)
        authorship.note(db, step, tables, Declared())
        numbering.number(db, step)
