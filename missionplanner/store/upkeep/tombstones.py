"""Who was erased is remembered on this computer, so that no older copy of the mission brings anybody back."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from missionplanner.domain.fingerprints import MarkKind, Marks, Recognition, Salt, recognition
from missionplanner.paths import data_folder, safe_name
from missionplanner.store.database import Database
from missionplanner.store.store import Store, database_of, file_of
from missionplanner.store.upkeep import erased_files, known_people
from missionplanner.writing import replace_file


@dataclass(frozen=True, slots=True)
class Tombstones:
    """Everything that is remembered of those who were erased."""

    uids: frozenset[str] = frozenset()
    marks: Marks = frozenset()

    def __or__(self, other: "Tombstones") -> "Tombstones":
        return Tombstones(self.uids | other.uids, self.marks | other.marks)


NOTHING = Tombstones()


@dataclass(frozen=True, slots=True)
class Returned:
    """All a file holds of those who were erased in another copy: keys of people and companies, digests of files."""

    people: tuple[int, ...] = ()
    companies: tuple[int, ...] = ()
    digests: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.companies or self.digests)


def of_file(db: Database) -> Tombstones:
    """Return what a mission file remembers."""
    uids = frozenset(uid for (uid,) in db.execute("SELECT uid FROM erased"))
    return Tombstones(uids, frozenset((k, m) for k, m in db.execute("SELECT kind, mark FROM erased_marks")))


def wanted(store: Store, others: Tombstones = NOTHING) -> Tombstones:
    """Return what this computer and another copy remember."""
    return _read(_path(store)) | others


def remember(store: Store) -> None:
    """Remember on this computer what the mission remembers."""
    with file_of(store).reading() as db:
        mine = of_file(db)
    path = _path(store)
    known = _read(path)
    if (found := known | mine) != known:
        path.parent.mkdir(exist_ok=True)
        content = {"uids": sorted(found.uids), "marks": sorted(map(list, found.marks))}
        replace_file(path, json.dumps(content).encode())


def learn(store: Store, others: Tombstones = NOTHING) -> None:
    """Have the mission remember what this computer and another copy do."""
    known = wanted(store, others)
    with file_of(store).reading() as db:
        mine = of_file(db)
    if known | mine == mine:
        return
    with store.steps.outside_undo() as db:
        db.conn.executemany("INSERT OR IGNORE INTO erased VALUES (?)", [(uid,) for uid in sorted(known.uids)])
        db.conn.executemany("INSERT OR IGNORE INTO erased_marks VALUES (?, ?)", sorted(known.marks))
    remember(store)


def returned(store: Store, others: Tombstones = NOTHING) -> Returned:
    """Return what the mission holds of those who were erased in another copy.

    others: what another file remembers, besides this computer. Fingerprints count where the mission does not know them
    yet: who was entered afterwards, in spite of them, was entered on purpose.
    """
    known = wanted(store, others)
    if known == NOTHING:
        return Returned()
    with file_of(store).reading() as db:
        mine = of_file(db)
        if known | mine == mine:
            return Returned()
        new = known.marks - mine.marks
        people = known_people.people(db)
        salt = Salt.of(_mission(db))
        spared = {mark for kind, mark in known.marks if kind == MarkKind.ANOTHER.value}
        keys = {one.key for one in people if one.uid in known.uids}
        if any(kind == MarkKind.EMAIL.value for kind, _mark in new):
            rows = [*known_people.rows_of(db), *known_people.rows_of(db, "people_history")]
            keys |= {
                row["id"]
                for row in rows
                if row["uid"] not in spared and recognition(salt.prints(row), new) is Recognition.SAME
            }
        digests = tuple(erased_files.marked(db, new))
        return Returned(tuple(sorted(keys)), tuple(_companies(db, known.uids)), digests)


def _companies(db: Database, uids: Iterable[str]) -> list[int]:
    """Return the companies that were erased elsewhere, and are there or in the history."""
    wanted = set(uids)
    gone = [one.key for one in known_people.deleted_companies(db) if one.uid in wanted]
    return sorted({*gone, *(key for key, uid in db.execute("SELECT id, uid FROM companies") if uid in wanted)})


def _read(path: Path) -> Tombstones:
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Tombstones()
    # Earlier versions kept uids alone.
    found = {"uids": found} if isinstance(found, list) else found if isinstance(found, dict) else {}
    uids, marks = found.get("uids"), found.get("marks")
    pairs = [tuple(one) for one in marks if isinstance(one, list)] if isinstance(marks, list) else []
    return Tombstones(
        frozenset(one for one in uids if isinstance(one, str)) if isinstance(uids, list) else frozenset(),
        frozenset((p[0], p[1]) for p in pairs if len(p) == 2 and all(isinstance(part, str) for part in p)),
    )


def _mission(db: Database) -> str:
    return str(db.execute("SELECT uid FROM missions LIMIT 1").fetchone()[0])


def _path(store: Store) -> Path:
    return data_folder() / "erased" / f"{safe_name(_mission(database_of(store)), 'mission')}.json"
