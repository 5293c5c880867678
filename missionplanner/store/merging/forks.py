"""Two files that went on under one id: both branches get names of their own, the same whoever finds it.

Steps carry a digest chained within their replica. Where two files have different digests under the same number, the
steps from there on were made apart: either branch is renamed by the digest of its first own step.
"""

import hashlib
import json
from dataclasses import replace

from missionplanner.store.database import Database
from missionplanner.store.merging import replicas
from missionplanner.store.merging.state import Dot, KnownRow, MergeState, StepId, Vector, Write

Branch = tuple[str, int, str]
"""A replica, the first number of a branch of it, and the name the branch gets."""


def branch_name(replica: str, digest: str) -> str:
    """Return the name of a branch by the digest of its first step."""
    return hashlib.blake2s(f"{replica}/{digest}".encode(), digest_size=16).hexdigest()


def branches(one: MergeState, other: MergeState) -> tuple[list[Branch], list[Branch]]:
    """Return the branches of each of two states that are to be renamed."""
    ours: list[Branch] = []
    theirs: list[Branch] = []
    for replica in sorted(one.seen.keys() & other.seen.keys()):
        first = _first_difference(one, other, replica)
        if first is None:
            continue
        for state, found in ((one, ours), (other, theirs)):
            if step := state.steps.get((replica, first)):
                found.append((replica, first, branch_name(replica, step.digest)))
    return ours, theirs


def _first_difference(one: MergeState, other: MergeState, replica: str) -> int | None:
    """Return the number of the first step that differs, or that the other knows by the new name of its branch."""
    shared = min(one.seen[replica], other.seen[replica])
    for n in range(1, shared + 1):
        mine, theirs = one.steps.get((replica, n)), other.steps.get((replica, n))
        if mine and theirs and mine.digest != theirs.digest:
            return n
    longer, shorter = (one, other) if one.seen[replica] > shared else (other, one)
    after = longer.steps.get((replica, shared + 1))
    return shared + 1 if after and branch_name(replica, after.digest) in shorter.seen else None


def renamed(state: MergeState, found: list[Branch]) -> MergeState:
    """Return a state with its branches under their new names."""
    for branch in found:
        state = _renamed(state, branch)
    return state


def _renamed(state: MergeState, branch: Branch) -> MergeState:
    replica, first, name = branch

    def new(step: StepId) -> StepId:
        return (name, step[1]) if step[0] == replica and step[1] >= first else step

    def new_dot(dot: Dot) -> Dot:
        return (*new(dot[:2]), dot[2])

    rows = {
        uid: KnownRow(
            row.table,
            row.values,
            new(row.birth),
            {
                register: {
                    new_dot(dot): Write(write.values, new(write.stands_for) if write.stands_for else None)
                    for dot, write in written.items()
                }
                for register, written in row.registers.items()
            },
        )
        for uid, row in state.rows.items()
    }
    return replace(
        state,
        seen=_vector(state.seen, branch),
        rows=rows,
        deletions={new_dot(dot): members for dot, members in state.deletions.items()},
        revocations={new_dot(dot): frozenset(new(step) for step in steps) for dot, steps in state.revocations.items()},
        steps={new(step): replace(entry, past=_past(entry.past, branch)) for step, entry in state.steps.items()},
        plans={new(step): plan for step, plan in state.plans.items()},
    )


def _vector(seen: Vector, branch: Branch) -> Vector:
    replica, first, name = branch
    if seen.get(replica, 0) < first:
        return seen
    found = {**seen, name: seen[replica], replica: first - 1}
    return {uid: last for uid, last in found.items() if last > 0}


def _past(past: str, branch: Branch) -> str:
    return json.dumps(_vector(json.loads(past), branch), sort_keys=True) if past else past


def rename(db: Database, found: list[Branch]) -> None:
    """Rename branches in a file: in all its tables, as `renamed` does in a state."""
    for replica, first, name in found:
        old, new = replicas.number_of(db, replica), replicas.number_of(db, name)
        last, is_own = db.execute("SELECT seen, is_own FROM replicas WHERE number = ?", (old,)).fetchone()
        # Who met the other branch elsewhere may know some of it by its new name already.
        sql = (
            "DELETE FROM steps WHERE replica = ? AND n >= ? AND counts <> ''"
            " AND EXISTS (SELECT 1 FROM steps known WHERE known.replica = ? AND known.n = steps.n)"
        )
        db.execute(sql, (old, first, new))
        for table in ("births", "deletions", "revocations", "plans", "steps", "dots"):
            db.execute(f"UPDATE OR REPLACE {table} SET replica = ? WHERE replica = ? AND n >= ?", (new, old, first))
        db.execute("UPDATE dots SET for_replica = ? WHERE for_replica = ? AND for_n >= ?", (new, old, first))
        db.execute(
            "UPDATE OR REPLACE revocations SET by_replica = ? WHERE by_replica = ? AND by_n >= ?", (new, old, first)
        )
        db.execute("UPDATE replicas SET seen = max(seen, ?) WHERE number = ?", (last, new))
        db.execute("UPDATE replicas SET seen = ?, is_own = 0 WHERE number = ?", (first - 1, old))
        if is_own:
            db.execute("UPDATE replicas SET is_own = 1 WHERE number = ?", (new,))
        _rename_in_texts(db, (replica, first, name), (old, new))


def _rename_in_texts(db: Database, branch: Branch, numbers: tuple[int, int]) -> None:
    old, new = numbers
    pasts = [(_past(past, branch), key) for key, past in db.execute("SELECT id, past FROM steps WHERE past <> ''")]
    db.conn.executemany("UPDATE steps SET past = ? WHERE id = ?", pasts)
    lines = []
    for step, uid, register, dots in db.execute("SELECT step, uid, register, dots FROM replaced").fetchall():
        found = [[b, new if r == old and n >= branch[1] else r, n] for b, r, n in json.loads(dots)]
        lines.append((json.dumps(found), step, uid, register))
    db.conn.executemany("UPDATE replaced SET dots = ? WHERE step = ? AND uid = ? AND register = ?", lines)
