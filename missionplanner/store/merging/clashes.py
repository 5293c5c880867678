"""Clashes: what two people wrote without having seen one another, open until somebody chooses, once for everybody."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.store.merging.layout import QUIET, Layout
from missionplanner.store.merging.state import IN_FORCE, Dot, KnownRow, MergeState, StepId, Values, Write
from missionplanner.store.merging.union import writes
from missionplanner.store.merging.view import View


class ClashKind(StrEnum):
    """The kinds of things written apart."""

    VALUE = "value"
    """Two values of one field, or of fields that mean something only together."""
    DELETED = "deleted"
    """Somebody deleted what somebody else changed or used: it stays."""
    MERGED = "merged"
    """Somebody changed a company that somebody else made part of another."""
    PLAN = "plan"
    """Two timetables of the same sessions."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things that were written."""

    steps: frozenset[StepId]
    """The steps that wrote it."""
    values: Values
    """The values of the columns, links as uids; empty where there are none."""
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Clash:
    """Something written apart, with what there is to choose from; what is shown comes first."""

    kind: ClashKind
    table: str
    uid: str
    """The record that is shown."""
    columns: tuple[str, ...]
    choices: tuple[Choice, ...]
    register: str = ""
    """The register of a value."""
    members: frozenset[str] = frozenset()
    """Of a deletion the rows that went together; else the merged record, or the sessions of a plan."""


def clashes(state: MergeState, view: View, layout: Layout) -> list[Clash]:
    """Return every open clash, in the order of tables, records and registers."""
    found = [
        *_values(state, view, layout), *_deletions(state, view), *_merged(state, view, layout), *_plans(state, view)
    ]  # fmt: skip
    order = list(layout)
    return sorted(found, key=lambda clash: (order.index(clash.table), clash.uid, clash.kind, clash.columns))


def _values(state: MergeState, view: View, layout: Layout) -> Iterator[Clash]:
    for uid, shown in view.rows.items():
        row = state.rows[uid]
        for register in row.registers:
            places = layout[row.table].registers.get(register, ())
            if not places or (row.table, register) in QUIET:
                continue
            choices = _choices(view, view.candidates(row, register), tuple(shown[place] for place in places))
            if len(choices) > 1:
                columns = tuple(layout[row.table].columns[place] for place in places)
                yield Clash(ClashKind.VALUE, row.table, uid, columns, choices, register)


def _choices(view: View, found: dict[Dot, Write], shown: Values) -> tuple[Choice, ...]:
    """Return the different values of a register, the shown one first."""
    steps: dict[Values, set[StepId]] = {}
    for dot, write in sorted(found.items()):
        steps.setdefault(_followed(view, write.values), set()).add(dot[:2])
    order = sorted(steps, key=lambda values: (values != shown, min(steps[values])))
    return tuple(Choice(frozenset(steps[values]), values, values == shown) for values in order)


def _followed(view: View, values: Values) -> Values:
    """Return values with the uids of what others became part of."""
    return tuple(view.roots.get(value, value) if isinstance(value, str) else value for value in values)


def _deletions(state: MergeState, view: View) -> Iterator[Clash]:
    """Yield a clash for every record that stays though somebody deleted it, however many did."""
    tables = {uid: row.table for uid, row in state.rows.items()}
    found: dict[str, tuple[set[StepId], set[StepId], set[str]]] = {}
    for dot, because in view.revived.items():
        there = [uid for uid in state.deletions[dot] if uid in view.rows]
        if not there or dot in state.revocations or not because:
            continue
        head = min(there, key=lambda one: (view.rank(tables[one]), one))
        writers, deleters, members = found.setdefault(head, (set(), set(), set()))
        writers |= {step for uid in because for step in _unseen(state.rows[uid], view, dot)}
        deleters.add(dot[:2])
        members |= set(there)
    for uid, (writers, deleters, members) in found.items():
        choices = (Choice(frozenset(writers), (), True), Choice(frozenset(deleters), (), False))
        yield Clash(ClashKind.DELETED, tables[uid], uid, (), choices, members=frozenset(members))


def _unseen(row: KnownRow, view: View, dot: Dot) -> Iterator[StepId]:
    """Yield the steps that wrote a row without having seen a deletion, nor it them."""
    past = view.pasts[dot]
    for written in row.registers.values():
        steps = (view.writer(dot, write) for dot, write in written.items())
        yield from (step for step in steps if step and past.get(step[0], 0) < step[1])
    if past.get(row.birth[0], 0) < row.birth[1]:
        yield row.birth


def _merged(state: MergeState, view: View, layout: Layout) -> Iterator[Clash]:
    for uid, root in view.roots.items():
        row = state.rows[uid]
        if row.table != "companies" or root not in view.rows:
            continue
        pasts = [view.pasts[dot] for dot, members in state.deletions.items() if uid in members]
        names, values, steps = [], [], set()
        for register, places in layout[row.table].registers.items():
            found = writes(row, register, places)
            writers = {dot: step for dot, write in found.items() if (step := view.writer(dot, write))}
            unseen = {
                dot: step for dot, step in writers.items() if all(past.get(step[0], 0) < step[1] for past in pasts)
            }
            if unseen and pasts:
                names += [layout[row.table].columns[place] for place in places]
                values += list(found[max(unseen)].values)
                steps |= set(unseen.values())
        shown = tuple(view.rows[root][layout[row.table].columns.index(name)] for name in names)
        if names and tuple(values) != shown:
            choices = (Choice(frozenset(), shown, True), Choice(frozenset(steps), tuple(values), False))
            yield Clash(ClashKind.MERGED, row.table, root, tuple(names), choices, members=frozenset((uid,)))


def _plans(state: MergeState, view: View) -> Iterator[Clash]:
    """Yield a clash for every group of sessions with the same plans to choose from."""
    groups: dict[tuple[StepId, frozenset[StepId]], set[str]] = {}
    for uid in view.rows:
        row = state.rows[uid]
        if row.table == "sessions" and len(row.registers.get(IN_FORCE, ())) > 1:
            plans = frozenset(write.stands_for or dot[:2] for dot, write in row.registers[IN_FORCE].items())
            if len(plans) > 1:
                groups.setdefault((view.in_force[uid], plans), set()).add(uid)
    for (in_force, plans), sessions in groups.items():
        others = sorted(plans - {in_force})
        choices = (in_force, *others)
        yield Clash(
            ClashKind.PLAN,
            "sessions",
            min(sessions),
            (),
            tuple(Choice(frozenset((step,)), (), step == in_force) for step in choices),
            IN_FORCE,
            frozenset(sessions),
        )
