"""A state and what it shows, written into a mission file: only what differs, within the transaction of a step."""

import json
from collections import defaultdict
from collections.abc import Iterator

from missionplanner.domain.people import Person
from missionplanner.domain.privacy import KEPT
from missionplanner.store.database import Database
from missionplanner.store.merging import reading, replicas
from missionplanner.store.merging.layout import Layout, layout_of
from missionplanner.store.merging.links import Names, with_keys
from missionplanner.store.merging.packing import packed
from missionplanner.store.merging.reading import JOURNAL_LINKS, JOURNALS, names_of
from missionplanner.store.merging.state import Dot, KnownRow, MergeState, StepId, Values, Write
from missionplanner.store.merging.view import View
from missionplanner.store.rows import Value, listed, marks, names
from missionplanner.store.rows import values as values_of


def write(db: Database, mine: MergeState, state: MergeState, view: View, step: int) -> None:
    """Bring a file to a state.

    mine: what the file knows and shows now. step: the local step to which the images of what is hidden belong.
    """
    layout, known = layout_of(db), names_of(db)
    numbers = {uid: replicas.number_of(db, uid) for uid in _replicas(state)}
    fresh = _fresh(state, known, layout)
    keys = _give_keys(db, fresh, known, layout)
    _write_rows(db, mine, state, view, known)
    _write_hidden(db, mine, state, view, known, step)
    _write_births(db, state, keys, numbers)
    _write_registers(db, mine, state, view, numbers)
    _write_deletions(db, state, numbers)
    _write_steps(db, state, numbers)
    _write_journals(db, mine, state, known)
    _write_erased(db, mine, state)
    for uid, last in state.seen.items():
        db.execute("UPDATE replicas SET seen = ? WHERE number = ?", (last, numbers[uid]))


def _write_erased(db: Database, mine: MergeState, state: MergeState) -> None:
    """Remember who was erased elsewhere, and forget what the history knows of them: undo must not bring it back."""
    new = [(uid,) for uid in sorted(state.erased - mine.erased)]
    db.conn.executemany("INSERT OR IGNORE INTO erased VALUES (?)", new)
    db.conn.executemany("INSERT OR IGNORE INTO erased_marks VALUES (?, ?)", sorted(state.marks - mine.marks))
    person = dict(zip(names(Person), values_of(Person, [Person()])[0], strict=True))
    blank = {name: value for name, value in person.items() if name not in KEPT}
    settings = ", ".join(f'"{name}" = ?' for name in blank)
    # Images of rows inserted at once are keys alone.
    sql = f"UPDATE people_history SET {settings} WHERE uid = ?"
    db.conn.executemany(sql, [(*blank.values(), uid) for (uid,) in new])


def refresh(db: Database, step: int) -> None:
    """Bring the rows to what the state shows, after a step that changes what others' work depends on."""
    state = reading.read(db)
    write(db, state, state, View(state, layout_of(db)), step)


def _replicas(state: MergeState) -> set[str]:
    """Return every replica a state names."""
    found = {*(s[0] for s in state.steps), *(d[0] for d in state.deletions), *(p[0] for p in state.plans), *state.seen}
    for row in state.rows.values():
        found.add(row.birth[0])
        for written in row.registers.values():
            for dot, write in written.items():
                found.add(dot[0])
                if write.stands_for:
                    found.add(write.stands_for[0])
    found |= {step[0] for steps in state.revocations.values() for step in steps}
    return found - {""}


def _fresh(state: MergeState, known: Names, layout: Layout) -> dict[str, list[str]]:
    """Return the uids of rows the file never had, by table; what one step made stays together."""
    found: dict[str, list[str]] = {table: [] for table in layout}
    for uid, row in state.rows.items():
        if known.key(row.table, uid) is None:
            found[row.table].append(uid)
    for uids in found.values():
        uids.sort(key=lambda uid: (state.rows[uid].birth, uid))
    return found


def _give_keys(db: Database, fresh: dict[str, list[str]], known: Names, layout: Layout) -> dict[str, dict[str, int]]:
    """Give new rows keys nothing in the file ever had."""
    found: dict[str, dict[str, int]] = {}
    for table, uids in fresh.items():
        sql = (
            "SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0),"
            f" coalesce((SELECT max(id) FROM {table}_history), 0))"
        )
        last = int(db.execute(sql, (table,)).fetchone()[0])
        found[table] = {uid: last + place for place, uid in enumerate(uids, start=1)}
        for uid, key in found[table].items():
            known.add(table, uid, key)
        if uids:
            _reserve(db, table, last + len(uids))
    return found


def _reserve(db: Database, table: str, last: int) -> None:
    """Have new rows get keys above one: what is hidden has a key that no row of the table shows."""
    if db.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (last, table)).rowcount == 0:
        db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last))


def _write_rows(db: Database, mine: MergeState, state: MergeState, view: View, known: Names) -> None:
    """Write the rows that are shown and differ, and take away those that are not shown any more."""
    layout = layout_of(db)
    targets = {link.table for table in layout.values() for link in table.links}
    gone: dict[str, list[int]] = defaultdict(list)
    for uid in mine.there - view.rows.keys():
        table = mine.rows[uid].table
        gone[table].append(known.key(table, uid) or 0)
    new: dict[str, list[Values]] = defaultdict(list)
    for uid, row in view.rows.items():
        table = state.rows[uid].table
        if uid not in mine.there or mine.rows[uid].values != row:
            values = with_keys(layout[table], row, known)
            new[table].append((known.key(table, uid), *values[1:]))
    db.execute("PRAGMA defer_foreign_keys = ON")
    # What nothing leads to goes first: two applications of one company never stand side by side.
    _delete(db, {table: keys for table, keys in gone.items() if table not in targets})
    for table, rows in new.items():
        db.conn.executemany(_upsert(table, layout[table].columns), rows)
    _delete(db, {table: keys for table, keys in gone.items() if table in targets})


def _delete(db: Database, gone: dict[str, list[int]]) -> None:
    for table, keys in gone.items():
        db.conn.executemany(f"DELETE FROM {table} WHERE id = ?", [(key,) for key in sorted(keys)])


def _upsert(table: str, columns: tuple[str, ...]) -> str:
    settings = ", ".join(f'"{name}" = excluded."{name}"' for name in columns[1:])
    values = marks(len(columns))
    return f"INSERT INTO {table} ({listed(columns)}) VALUES ({values}) ON CONFLICT(id) DO UPDATE SET {settings}"


def _write_hidden(db: Database, mine: MergeState, state: MergeState, view: View, known: Names, step: int) -> None:
    """Keep what is known of rows that are not shown as images: they may come back with what somebody did elsewhere."""
    layout = layout_of(db)
    found: dict[str, list[tuple[Value, ...]]] = defaultdict(list)
    for uid, row in state.rows.items():
        before = mine.rows.get(uid)
        if uid not in view.rows and (before is None or before.values != row.values):
            values = with_keys(layout[row.table], row.values, known)
            found[row.table].append((step, "hidden", known.key(row.table, uid), *values[1:]))
    for table, rows in found.items():
        columns = layout[table].columns
        sql = f"INSERT INTO {table}_history (step, phase, {listed(columns)}) VALUES ({marks(len(columns) + 2)})"
        db.conn.executemany(sql, rows)


def _write_births(db: Database, state: MergeState, keys: dict[str, dict[str, int]], numbers: dict[str, int]) -> None:
    lines: list[tuple[str, int, int, int, int]] = []
    for table, found in keys.items():
        for uid, key in found.items():
            replica, n = state.rows[uid].birth
            if not replica:
                continue
            line = (table, key, key, numbers[replica], n)
            if lines and lines[-1][0] == table and lines[-1][2] == key - 1 and lines[-1][3:] == line[3:]:
                lines[-1] = (table, lines[-1][1], key, *line[3:])
            else:
                lines.append(line)
    db.conn.executemany("INSERT INTO births VALUES (?, ?, ?, ?, ?)", lines)


def _write_registers(db: Database, mine: MergeState, state: MergeState, view: View, numbers: dict[str, int]) -> None:
    layout, lines = layout_of(db), []
    for uid, row in state.rows.items():
        table, shown = layout[row.table], view.rows.get(uid, row.values)
        for register, written in row.registers.items():
            values = tuple(shown[place] for place in table.registers.get(register, ()))
            lines += list(_lines(uid, register, written, values, numbers))
        before = mine.rows.get(uid)
        is_another = before is not None and before.birth != row.birth
        if is_another or shown != row.values:
            birth = (numbers.get(row.birth[0], 0), row.birth[1], is_another)
            lines += list(_lines_of_birth(uid, row, shown, table.registers, birth))
    db.execute("DELETE FROM dots")
    db.conn.executemany("INSERT INTO dots VALUES (?, ?, ?, ?, ?, ?, ?, ?)", lines)


_Line = tuple[str, str, int, int, int, str | None, int | None, int | None]


def _lines(
    uid: str, register: str, written: dict[Dot, Write], shown: Values, numbers: dict[str, int]
) -> Iterator[_Line]:
    for (replica, n, k), write in written.items():
        beside = None if write.values == shown else json.dumps(write.values, ensure_ascii=False)
        stands = write.stands_for
        meant = (numbers[stands[0]], stands[1]) if stands else (None, None)
        yield uid, register, numbers.get(replica, 0), n, k, beside, *meant


def _lines_of_birth(
    uid: str, row: KnownRow, shown: Values, places_of: dict[str, tuple[int, ...]], birth: tuple[int, int, bool]
) -> Iterator[_Line]:
    """Yield lines for registers as they were made that are shown otherwise, as links were followed.

    birth: the step that made the row, and whether the file has another for it: then all are listed.
    """
    replica, n, is_another = birth
    for register, places in places_of.items():
        if register in row.registers:
            continue
        own, now = (tuple(values[place] for place in places) for values in (row.values, shown))
        if is_another or own != now:
            beside = None if own == now else json.dumps(own, ensure_ascii=False)
            yield uid, register, replica, n, 0, beside, None, None


def _write_deletions(db: Database, state: MergeState, numbers: dict[str, int]) -> None:
    tables = {uid: row.table for uid, row in state.rows.items()}
    lines = [
        (numbers[replica], n, k, tables[uid], uid)
        for (replica, n, k), members in state.deletions.items()
        for uid in sorted(members)
        if uid in tables
    ]
    db.conn.executemany("INSERT OR IGNORE INTO deletions VALUES (?, ?, ?, ?, ?)", lines)
    taken_back = [
        (numbers[replica], n, k, numbers[by], by_n)
        for (replica, n, k), steps in state.revocations.items()
        for by, by_n in sorted(steps)
    ]
    db.conn.executemany("INSERT OR IGNORE INTO revocations VALUES (?, ?, ?, ?, ?)", taken_back)


def _write_steps(db: Database, state: MergeState, numbers: dict[str, int]) -> None:
    """Add what others did to the history, and their plans; only who did it can undo it."""
    known: set[tuple[int, int]] = set(db.execute("SELECT replica, n FROM steps WHERE replica IS NOT NULL").fetchall())
    lines = [
        (s.label, s.user, s.at, s.kind, numbers[step[0]], step[1], s.digest, s.past, s.counts or "{}")
        for step, s in sorted(state.steps.items(), key=_in_order)
        if (numbers[step[0]], step[1]) not in known
    ]
    sql = (
        "INSERT INTO steps (label, user, at, kind, replica, n, digest, past, counts, state)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'gone')"
    )
    db.conn.executemany(sql, lines)
    plans = [
        (numbers[replica], n, json.dumps(sorted(plan.sessions)), packed(plan.content))
        for (replica, n), plan in state.plans.items()
    ]
    db.conn.executemany("INSERT OR IGNORE INTO plans VALUES (?, ?, ?, ?)", plans)


def _in_order(item: tuple[StepId, object]) -> tuple[str, StepId]:
    return getattr(item[1], "at", ""), item[0]


def _write_journals(db: Database, mine: MergeState, state: MergeState, known: Names) -> None:
    for table in JOURNALS:
        columns = names(table.kind)
        new = [row for uid, row in state.journals[table.name].items() if uid not in mine.journals[table.name]]
        sql = f"INSERT INTO {table.name} ({listed(columns[1:])}) VALUES ({marks(len(columns) - 1)})"
        db.conn.executemany(sql, [_with_keys(columns, row, known)[1:] for row in new])


def _with_keys(columns: tuple[str, ...], row: Values, known: Names) -> Values:
    values = list(row)
    for column, target in JOURNAL_LINKS.items():
        if column in columns and isinstance(values[columns.index(column)], str):
            values[columns.index(column)] = known.key(target, str(values[columns.index(column)])) or 0
    return tuple(values)
