"""Who a file is: each has an id of its own, under which its steps are numbered.

A file that was put at another place, on another computer, or is older than this computer remembers, is a copy: it takes
a new id before its first change, so that no two files ever number different steps alike.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any

from missionplanner.paths import data_folder, safe_name
from missionplanner.store.database import Database
from missionplanner.store.rows import derived_uid, new_uids


def number_of(db: Database, uid: str) -> int:
    """Return the number a replica has in this file; a new one is added."""
    row = db.execute("SELECT number FROM replicas WHERE uid = ?", (uid,)).fetchone()
    if row:
        return int(row[0])
    return int(db.execute("INSERT INTO replicas (uid, seen, is_own) VALUES (?, 0, 0)", (uid,)).lastrowid or 0)


def own(db: Database) -> tuple[int, int] | None:
    """Return the number of this file among the replicas and that of its last step; None where it has no id yet."""
    row = db.execute("SELECT number, seen FROM replicas WHERE is_own = 1").fetchone()
    return (int(row[0]), int(row[1])) if row else None


def seen(db: Database) -> dict[str, int]:
    """Return the number of the last step this file has of every replica (its version vector)."""
    return dict(db.execute("SELECT uid, seen FROM replicas WHERE seen > 0").fetchall())


def is_joined(db: Database) -> bool:
    """Return whether steps of other files were ever merged into this one."""
    return db.execute("SELECT 1 FROM steps WHERE counts <> '' LIMIT 1").fetchone() is not None


def origin(mission_uid: str) -> str:
    """Return the id under which the steps of files made before there were replicas are numbered."""
    return derived_uid("replicas", mission_uid)


def claim(db: Database, path: Path) -> None:
    """Give the file a new id where it is not the one this computer remembers at this place."""
    known = own(db)
    if known:
        uid = db.execute("SELECT uid FROM replicas WHERE number = ?", known[:1]).fetchone()[0]
        remembered = _remembered(db).get(_place(path))
        if isinstance(remembered, list) and remembered[:1] == [uid] and _is_number(remembered[1:]) <= known[1]:
            return
    take_new_id(db)


def take_new_id(db: Database) -> None:
    """Give the file a new id: its steps from now on are numbered under it."""
    db.execute("UPDATE replicas SET is_own = 0")
    db.execute("INSERT INTO replicas (uid, seen, is_own) VALUES (?, 0, 1)", (new_uids(1)[0],))


def remember(db: Database, path: Path) -> None:
    """Remember on this computer which file is at this place, and its last step."""
    known = own(db)
    if known is None:
        return
    uid = db.execute("SELECT uid FROM replicas WHERE number = ?", known[:1]).fetchone()[0]
    memory = _remembered(db)
    memory[_place(path)] = [uid, known[1]]
    try:
        # Lost or cut short it only means a new id: no time is spent to have the system store it.
        _memory_file(db).parent.mkdir(exist_ok=True)
        _memory_file(db).write_text(json.dumps(memory), encoding="utf-8")
    except OSError:
        return


def places(mission_uid: str) -> list[Path]:
    """Return where this computer remembers files of a mission to be or to have been, under whatever names."""
    found = []
    for place in _read(_file_of(mission_uid)):
        with suppress(ValueError):
            found.append(Path(os.fsdecode(bytes.fromhex(place))))
    return [path for path in found if path.is_absolute()]


def _remembered(db: Database) -> dict[str, Any]:
    return _read(_memory_file(db))


def _read(memory: Path) -> dict[str, Any]:
    try:
        found = json.loads(memory.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _memory_file(db: Database) -> Path:
    row = db.execute("SELECT uid FROM missions LIMIT 1").fetchone()
    return _file_of(str(row[0]) if row else "")


def _file_of(mission_uid: str) -> Path:
    return data_folder() / "replicas" / f"{safe_name(mission_uid, 'new')}.json"


def _place(path: Path) -> str:
    return os.fsencode(path.resolve()).hex()


def _is_number(found: list[Any]) -> float:
    return found[0] if found and isinstance(found[0], int) else float("inf")
