"""The state of a mission file for merging, read from its tables, images and marks."""

import json
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any

from missionplanner.store import faults
from missionplanner.store.database import Database
from missionplanner.store.merging.layout import Layout, TableLayout, layout_of
from missionplanner.store.merging.links import Names, with_uids
from missionplanner.store.merging.packing import unpacked
from missionplanner.store.merging.state import Dot, KnownPlan, KnownRow, KnownStep, MergeState, StepId, Values, Write
from missionplanner.store.rows import Value, names
from missionplanner.store.tables import TABLES, UNDOABLE

JOURNALS = tuple(table for table in TABLES if not table.undoable and table.name != "form_drafts")
"""The journals that are united; drafts of forms never leave their file."""
JOURNAL_LINKS = {"company_id": "companies", "delegate_id": "people", "person_id": "people"}
"""The columns of journals that hold keys, and the tables of those: keys are a file’s own and travel as uids."""


def read(db: Database) -> MergeState:
    """Return the state of a file. Raises the errors of the engine and ValueError where it is damaged."""
    return read_named(db)[0]


def read_named(db: Database) -> tuple[MergeState, Names]:
    """Return the state of a file, and the uids of its rows as `names_of` does; raises what `read` raises."""
    layout = layout_of(db)
    replicas: dict[int, str] = dict(db.execute("SELECT number, uid FROM replicas"))
    stored = _all_stored(db, layout)
    uids = Names.of_rows(layout, stored)
    state = MergeState(there=frozenset(_there(db, layout)))
    state.seen = dict(db.execute("SELECT uid, seen FROM replicas WHERE seen > 0"))
    births = _births(db, replicas)
    for name, rows in stored.items():
        place = layout[name].columns.index("uid")
        for key, row in rows.items():
            uid = str(row[place])
            if uids.key(name, uid) == key:
                state.rows[uid] = KnownRow(name, with_uids(layout[name], row, uids), births(name, key))
    _read_registers(db, layout, replicas, state)
    _read_deletions(db, replicas, state)
    state.steps = dict(_steps(db, replicas))
    state.plans = dict(_plans(db, replicas, uids))
    state.erased = frozenset(uid for (uid,) in db.execute("SELECT uid FROM erased"))
    state.marks = frozenset((kind, mark) for kind, mark in db.execute("SELECT kind, mark FROM erased_marks"))
    _need_known_steps(state)
    state.journals = {table.name: dict(_journal(db, table.name, names(table.kind), uids)) for table in JOURNALS}
    return state, uids


def _need_known_steps(state: MergeState) -> None:
    """Raise ValueError where something was written by a step the file does not list."""
    last: dict[str, int] = {}
    for replica, n in state.steps:
        last[replica] = max(last.get(replica, 0), n)
    if last != state.seen:
        raise ValueError("steps are missing")
    named = [step for step, _plan in state.plans.items()]
    named += [dot[:2] for dot in state.deletions]
    named += [step for steps in state.revocations.values() for step in steps]
    for row in state.rows.values():
        named.append(row.birth)
        named += [dot[:2] for written in row.registers.values() for dot in written]
    if not all(0 <= n <= last.get(replica, 0) for replica, n in named):
        raise ValueError("a step is not known")


def names_of(db: Database) -> Names:
    """Return the uids of all rows a file ever had, by key, and the other way round."""
    layout = layout_of(db)
    return Names.of_rows(layout, _all_stored(db, layout))


def _all_stored(db: Database, layout: Layout) -> dict[str, dict[int, tuple[Value, ...]]]:
    """Return the stored rows of every table; most tables of a mission never had any, and are not asked one by one."""
    filled = faults.filled(db, (name for table in layout for name in (table, f"{table}_history")))
    return {name: _stored(db, table) if {name, f"{name}_history"} & filled else {} for name, table in layout.items()}


def _stored(db: Database, table: TableLayout) -> dict[int, tuple[Value, ...]]:
    """Return the rows of a table by key, those that are not there any more as they were last; those that are come last.

    One row may have had several keys, where it was made again: the last one is its own.
    """
    columns = ", ".join(f'"{name}"' for name in table.columns)
    sql = f"SELECT {columns} FROM {table.name}_history WHERE phase IN ('delete', 'hidden') ORDER BY rowid"
    found: dict[int, tuple[Value, ...]] = {}
    for row in (*db.execute(sql), *db.execute(f"SELECT {columns} FROM {table.name} ORDER BY id")):
        found.pop(row[0], None)
        found[row[0]] = tuple(row)
    return found


def _there(db: Database, layout: Layout) -> Iterator[str]:
    for table in faults.filled(db, layout):
        yield from (uid for (uid,) in db.execute(f"SELECT uid FROM {table}"))


def _births(db: Database, replicas: dict[int, str]) -> Callable[[str, int], StepId]:
    ranges: dict[str, list[tuple[int, int, StepId]]] = defaultdict(list)
    sql = "SELECT table_name, first, last, replica, n FROM births ORDER BY table_name, first"
    for table, first, last, replica, n in db.execute(sql):
        ranges[table].append((first, last, (replicas[replica], n)))
    firsts = {table: [one[0] for one in found] for table, found in ranges.items()}

    def of(table: str, key: int) -> StepId:
        place = bisect_right(firsts.get(table, []), key) - 1
        if place >= 0 and ranges[table][place][1] >= key:
            return ranges[table][place][2]
        return "", 0

    return of


def _read_registers(db: Database, layout: Layout, replicas: dict[int, str], state: MergeState) -> None:
    sql = "SELECT uid, register, replica, n, k, beside, for_replica, for_n FROM dots"
    for uid, register, replica, n, k, beside, for_replica, for_n in db.execute(sql):
        row = state.rows.get(uid)
        if row is None:
            continue
        stands = None if for_replica is None else (replicas[for_replica], int(for_n))
        places = layout[row.table].registers.get(register, ())
        values = tuple(row.values[place] for place in places) if beside is None else tuple(json.loads(beside))
        row.registers.setdefault(register, {})[replicas[replica], n, k] = Write(values, stands)


def _read_deletions(db: Database, replicas: dict[int, str], state: MergeState) -> None:
    members: dict[Dot, set[str]] = defaultdict(set)
    for replica, n, k, uid in db.execute("SELECT replica, n, k, uid FROM deletions"):
        members[replicas[replica], n, k].add(uid)
    state.deletions = {dot: frozenset(uids) for dot, uids in members.items()}
    taken_back: dict[Dot, set[StepId]] = defaultdict(set)
    for replica, n, k, by_replica, by_n in db.execute("SELECT replica, n, k, by_replica, by_n FROM revocations"):
        taken_back[replicas[replica], n, k].add((replicas[by_replica], by_n))
    state.revocations = {dot: frozenset(steps) for dot, steps in taken_back.items()}


def _steps(db: Database, replicas: dict[int, str]) -> Iterator[tuple[StepId, KnownStep]]:
    counts = _counts(db)
    sql = "SELECT id, replica, n, label, user, at, kind, digest, past, counts FROM steps WHERE replica IS NOT NULL"
    for key, replica, n, *rest, known in db.execute(sql):
        found = known or json.dumps(counts.get(key, {}), sort_keys=True)
        label, user, at, kind, digest, past = rest
        yield (replicas[replica], n), KnownStep(label, user, at, kind, digest, past, found)


def _counts(db: Database) -> dict[int, dict[str, int]]:
    """Return how many rows every step of this file changed, by table."""
    found: dict[int, dict[str, int]] = defaultdict(dict)
    filled = faults.filled(db, (table.history for table in UNDOABLE))
    for table in UNDOABLE:
        if table.history in filled:
            sql = f"SELECT step, count(DISTINCT id) FROM {table.history} GROUP BY step"
            for step, number in db.execute(sql):
                found[step][table.name] = number
    return found


def _plans(db: Database, replicas: dict[int, str], uids: Names) -> Iterator[tuple[StepId, KnownPlan]]:
    for replica, n, sessions, content in db.execute("SELECT replica, n, sessions, content FROM plans"):
        yield (replicas[replica], n), KnownPlan(frozenset(json.loads(sessions)), unpacked(content))


def _journal(db: Database, table: str, columns: tuple[str, ...], uids: Names) -> Iterator[tuple[str, Values]]:
    """Yield the entries of a journal by uid; companies and people are known by theirs."""
    listed = ", ".join(f'"{name}"' for name in columns)
    for row in db.execute(f"SELECT {listed} FROM {table} ORDER BY id"):
        values: list[Any] = list(row)
        for column, target in JOURNAL_LINKS.items():
            if column in columns and values[columns.index(column)]:
                values[columns.index(column)] = uids.uid(target, values[columns.index(column)])
        yield str(values[columns.index("uid")]), (None, *values[1:])
