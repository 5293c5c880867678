"""Clashes settled: somebody chose, and what was chosen counts for everybody who merges it."""

from collections.abc import Iterable
from dataclasses import dataclass

from missionplanner.domain.timetable import Version
from missionplanner.messages import Message
from missionplanner.store.change import Change
from missionplanner.store.merging import authorship, planning, replicas
from missionplanner.store.merging.clashes import Clash, ClashKind
from missionplanner.store.merging.layout import layout_of, register_columns
from missionplanner.store.merging.links import Names
from missionplanner.store.merging.packing import unpacked
from missionplanner.store.merging.state import StepId
from missionplanner.store.rows import Value, derived_uid
from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import KIND_OF, record_of
from missionplanner.store.upkeep.joining import names_of, row_of


def settle(store: Store, chosen: Iterable[tuple[Clash, int]], label: Message) -> int:
    """Settle clashes as one step, each by the number of its choice; returns how many.

    Of two timetables only the one in force can be chosen here: the other is a version, and is brought back as one.
    Clashes that were settled meanwhile are left out.
    """
    wanted = list(chosen)
    # Of the whole file, once: hundreds may be settled together.
    names = names_of(store)
    with store.change(label) as change:
        for clash, choice in wanted:
            _ACTS[clash.kind](_Act(store, change, names), clash, choice)
    return len(wanted)


@dataclass(frozen=True, slots=True)
class _Act:
    """The mission and the step in which clashes are settled."""

    store: Store
    change: Change
    names: Names


def _settle_value(act: _Act, clash: Clash, choice: int) -> None:
    _write(act, clash, choice)
    act.change.settle(clash.uid, clash.register)


def _write(act: _Act, clash: Clash, choice: int) -> None:
    """Write the chosen values into the record."""
    store, names = act.store, act.names
    layout = layout_of(database_of(store))[clash.table]
    key = names.key(clash.table, clash.uid)
    row = dict(zip(layout.columns, store.row(KIND_OF[clash.table], key or 0), strict=True))
    # Keys are found for a whole row only, as one column may say the table of another.
    filled: list[Value] = [None] * len(layout.columns)
    for column, value in zip(clash.columns, clash.choices[choice].values, strict=True):
        filled[layout.columns.index(column)] = value
    found = row_of(layout, tuple(filled), names)
    act.change.update(record_of(clash.table, row | {column: found[column] for column in clash.columns}))


def _settle_deletion(act: _Act, clash: Clash, choice: int) -> None:
    if choice == 0:
        act.change.declared.kept |= clash.members
        return
    names, layout = act.names, layout_of(database_of(act.store))
    # What belongs to others first.
    for table in reversed(list(layout)):
        keys = [key for uid in sorted(clash.members) if (key := names.key(table, uid)) is not None]
        act.change.delete(KIND_OF[table], keys)


def _settle_merged(act: _Act, clash: Clash, choice: int) -> None:
    if choice:
        _write(act, clash, choice)
        registers = register_columns(clash.table)
        written = {name for name, columns in registers.items() if set(columns) & set(clash.columns)}
        act.change.declared.touched |= {(clash.uid, name) for name in written}
    act.change.declared.seen |= clash.members


def _settle_plan(act: _Act, clash: Clash, choice: int) -> None:
    if choice:
        raise ValueError("a version is brought back instead")
    (step,) = clash.choices[0].steps
    meant = replicas.number_of(database_of(act.store), step[0]), step[1]
    for uid in clash.members:
        act.change.settle(uid, authorship.IN_FORCE)
        act.change.declared.stands_for[uid, authorship.IN_FORCE] = meant


_ACTS = {
    ClashKind.VALUE: _settle_value,
    ClashKind.DELETED: _settle_deletion,
    ClashKind.MERGED: _settle_merged,
    ClashKind.PLAN: _settle_plan,
}


def version_uid(step: StepId) -> str:
    """Return the uid of the version a plan that is not in force becomes: the same whoever keeps it."""
    return derived_uid("plans", f"{step[0]}/{step[1]}")


def version_of(store: Store, step: StepId) -> Version | None:
    """Return a plan as the version it becomes, with who made it and when; None where nothing is known of it."""
    db = database_of(store)
    sql = (
        "SELECT p.content, s.user, s.at FROM plans p JOIN replicas r ON r.number = p.replica"
        " JOIN steps s ON s.replica = p.replica AND s.n = p.n WHERE r.uid = ? AND p.n = ?"
    )
    row = db.execute(sql, step).fetchone()
    if row is None:
        return None
    values: dict[str, Value] = {
        "id": 0,
        "uid": version_uid(step),
        "name": f"{row[1]} {row[2][:16].replace('T', ' ')}".strip(),
    }
    values |= {"content": planning.content_of(db, unpacked(row[0])), "made_at": row[2], "made_by": row[1]}
    found: Version = record_of("versions", {**values, "number": None, "published_at": None, "changes": ""})
    return found
