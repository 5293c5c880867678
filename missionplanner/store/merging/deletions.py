"""Deletions: what went together is one object, which is revoked whole when any of it comes back."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from missionplanner.store.database import Database
from missionplanner.store.merging import hiding, replicas
from missionplanner.store.merging.marks import Changed, Declared, OwnStep
from missionplanner.store.rows import Value

Key = tuple[int, int, int]
"""Replica, number of its step, place in the step."""
Member = tuple[str, str]
"""Table and uid."""


def note(db: Database, step: OwnStep, changed: dict[str, Changed], declared: Declared, back: dict[str, bool]) -> None:
    """Note what a step deleted, and revoke the deletions of what it brought back.

    back: the uids of rows it inserted that were deleted once, and whether they have the key they had.
    """
    groups = list(_groups(changed))
    # Only what others wrote is ever hidden; what an undo takes away takes nothing of theirs along.
    if groups and replicas.is_joined(db) and step.kind != "undo":
        groups = _with_hidden(db, groups)
    groups += [[member] for member in _members(db, declared.seen)]
    groups += _revoke(db, step, back.keys() | declared.kept)
    lines = [(step.replica, step.n, k, table, uid) for k, group in enumerate(groups) for table, uid in group]
    db.conn.executemany("INSERT INTO deletions VALUES (?, ?, ?, ?, ?)", lines)


def _with_hidden(db: Database, groups: list[list[Member]]) -> list[list[Member]]:
    """Return what went together with the hidden rows that go along, each once."""
    known = {member for group in groups for member in group}
    found = []
    for group in groups:
        along = [member for member in hiding.along(db, group) if member not in known]
        known |= set(along)
        found.append([*group, *along])
    return found


def _members(db: Database, uids: Iterable[str]) -> list[Member]:
    sql = "SELECT table_name, uid FROM deletions WHERE uid = ? LIMIT 1"
    return [row for uid in sorted(uids) if (row := db.execute(sql, (uid,)).fetchone())]


def _revoke(db: Database, step: OwnStep, uids: Iterable[str]) -> list[list[Member]]:
    """Revoke the deletions of these rows; return what else went with them, which stays deleted."""
    rest: list[list[Member]] = []
    done: set[Key] = set()
    kept, taken_back = set(uids), _step_taken_back(db, step)
    for uid in sorted(kept):
        for key in _standing_deletions(db, uid):
            if key in done or key[:2] == (step.replica, step.n):
                continue
            done.add(key)
            db.execute("INSERT INTO revocations VALUES (?, ?, ?, ?, ?)", (*key, step.replica, step.n))
            if key[:2] == taken_back:  # what else went was hidden, or others deleted it too
                continue
            sql = "SELECT table_name, uid FROM deletions WHERE replica = ? AND n = ? AND k = ?"
            others = [(table, other) for table, other in db.execute(sql, key) if other not in kept]
            # What somebody brought back meanwhile is there, and stays.
            others = [(table, other) for table, other in others if not _is_there(db, table, other)]
            if others:
                rest.append(others)
    return rest


def _step_taken_back(db: Database, step: OwnStep) -> tuple[int, int] | None:
    """Return the step whose work an undo or redo takes back."""
    source = going_back_on(db, step)
    row = db.execute("SELECT replica, n FROM steps WHERE id = ?", (source,)).fetchone()
    return (row[0], row[1]) if row else None


def going_back_on(db: Database, step: OwnStep) -> int | None:
    """Return the key of the step whose work an undo or redo takes back: of a redo, that is the undo."""
    return undoing_step(db, step.target) if step.kind == "redo" else step.target


def undoing_step(db: Database, target: int | None) -> int | None:
    """Return the step that undid another last, if one did."""
    row = db.execute("SELECT max(id) FROM steps WHERE kind = 'undo' AND target = ?", (target,)).fetchone()
    return int(row[0]) if row[0] is not None else None


def _is_there(db: Database, table: str, uid: str) -> bool:
    return db.execute(f"SELECT 1 FROM {table} WHERE uid = ?", (uid,)).fetchone() is not None


def _standing_deletions(db: Database, uid: str) -> list[Key]:
    sql = (
        "SELECT d.replica, d.n, d.k FROM deletions d WHERE d.uid = ? AND NOT EXISTS (SELECT 1 FROM revocations r"
        " WHERE r.replica = d.replica AND r.n = d.n AND r.k = d.k)"
    )
    return [(row[0], row[1], row[2]) for row in db.execute(sql, (uid,)).fetchall()]


def mark_afresh(db: Database, step: OwnStep, changed: dict[str, Changed], made: dict[str, bool]) -> None:
    """Have a step be the writer of all of the rows it made again.

    made: their uids, and whether they have the key they had.
    """
    for uid, has_old_key in made.items():
        _mark_afresh(db, step, changed, uid, has_old_key)


def _mark_afresh(db: Database, step: OwnStep, changed: dict[str, Changed], uid: str, has_old_key: bool) -> None:
    """Have this step be the writer of all of a row that came back under another key: what was before is over."""
    if not has_old_key:
        db.execute("DELETE FROM dots WHERE uid = ?", (uid,))  # as it is made, by its new mark of birth
        return
    one = next((one for one in changed.values() if uid in one.inserted), None)
    if one is None or not one.layout.natural:
        return
    key = one.inserted[uid][0]
    sql = f"SELECT 1 FROM {one.layout.name}_history WHERE uid = ? AND id <> ? LIMIT 1"
    if db.execute(sql, (uid, key)).fetchone():
        db.execute("DELETE FROM dots WHERE uid = ?", (uid,))
        lines = [(uid, register, step.replica, step.n, 0, None, None, None) for register in one.layout.registers]
        db.conn.executemany("INSERT INTO dots VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)


def _groups(changed: dict[str, Changed]) -> Iterator[list[Member]]:
    """Yield the deleted rows that belong together: what is linked, but nothing with what became part of another."""
    rows = {(name, one.deleted[uid][0]): (name, uid) for name, one in changed.items() for uid in one.deleted}
    leader = {place: place for place in rows}

    def find(place: _Place) -> _Place:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    for place, target in _ties(changed, rows.keys()):
        leader[find(place)] = find(target)
    found: dict[_Place, list[Member]] = defaultdict(list)
    for place, member in rows.items():
        found[find(place)].append(member)
    for _leader, members in sorted(found.items(), key=lambda item: item[1]):
        yield sorted(members)


_Place = tuple[str, Value]
"""Table and key."""


def _ties(changed: dict[str, Changed], rows: Collection[_Place]) -> Iterator[tuple[_Place, _Place]]:
    """Yield deleted rows with the deleted rows they lead to."""
    merged = _merged_keys(changed)
    for name, one in changed.items():
        for row in one.deleted.values():
            for link in one.layout.links:
                target = (one.layout.target(link, row), row[link.place])
                # A company that was merged into another takes only its application along.
                is_part = target[0] == "companies" and target[1] in merged and name != "applications"
                if link.is_needed and target in rows and not is_part:
                    yield (name, row[0]), target


def _merged_keys(changed: dict[str, Changed]) -> set[Value]:
    """Return the keys of the companies the step made part of another."""
    aliases = changed.get("aliases")
    if aliases is None:
        return set()
    place = aliases.layout.columns.index("merged_id")
    return {row[place] for row in aliases.inserted.values() if row[place]}
