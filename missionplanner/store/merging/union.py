"""Two states become one: a pure function, the same whoever merges, in whatever order and how often.

A write stays if both files have it, or if one has it and the other has not seen its step yet.
"""

from collections.abc import Sequence

from missionplanner.domain.people import Person
from missionplanner.domain.privacy import KEPT
from missionplanner.messages import erased_names
from missionplanner.store.merging.layout import Layout
from missionplanner.store.merging.state import Dot, KnownPlan, KnownRow, KnownStep, MergeState, StepId, Values, Write
from missionplanner.store.personal_texts import TextClass, classes_of
from missionplanner.store.rows import Value, values


def union(one: MergeState, other: MergeState, layout: Layout) -> MergeState:
    """Return what both files know together. Neither has forked from the other under one id (`forks`)."""
    seen = {replica: max(one.seen.get(replica, 0), other.seen.get(replica, 0)) for replica in one.seen | other.seen}
    rows = dict(one.rows)
    for uid, theirs in other.rows.items():
        mine = rows.get(uid)
        rows[uid] = theirs if mine is None else _row(mine, theirs, one, other, layout)
    steps: dict[StepId, KnownStep] = {**other.steps, **one.steps}
    for step in one.steps.keys() & other.steps.keys():
        steps[step] = _step(one.steps[step], other.steps[step])
    plans: dict[StepId, KnownPlan] = {**other.plans, **one.plans}
    found = MergeState(
        seen=seen,
        rows=rows,
        deletions={**other.deletions, **one.deletions},
        revocations=_revocations(one, other),
        steps=steps,
        plans=plans,
        erased=one.erased | other.erased,
        marks=one.marks | other.marks,
        journals={name: {**other.journals.get(name, {}), **entries} for name, entries in one.journals.items()},
    )
    _erase(found, layout)
    return found


def _erase(state: MergeState, layout: Layout) -> None:
    """Leave nothing of people who were erased, in whatever somebody wrote without knowing."""
    table = layout["people"]
    blank = values(Person, [Person()])[0]
    kept = {table.columns.index(name) for name in KEPT}
    for uid in state.erased & state.rows.keys():
        row = state.rows[uid]
        if row.table != "people":
            continue
        found = KnownRow(row.table, _blanked(row.values, blank, kept), row.birth)
        for name, written in row.registers.items():
            places = table.registers.get(name, ())
            empty = tuple(blank[place] for place in places)
            is_kept = all(place in kept for place in places)
            found.registers[name] = {
                dot: write if is_kept else Write(empty, write.stands_for) for dot, write in written.items()
            }
        state.rows[uid] = found


def _blanked(row: Values, blank: list[Value], kept: set[int]) -> Values:
    return tuple(value if place in kept else blank[place] for place, value in enumerate(row))


def _step(one: KnownStep, other: KnownStep) -> KnownStep:
    """Return an entry of the history: what one file keeps of it for its own sake, the other may have dropped."""
    return KnownStep(
        min(one.label, other.label, key=_least_naming),
        min(one.user, other.user),
        one.at,
        one.kind,
        one.digest,
        one.past or other.past,
        max(one.counts, other.counts),
    )


def _least_naming(label: str) -> tuple[int, str]:
    """Return the order of labels: of two of one step that counts from which somebody was erased."""
    return -erased_names(label), label


def _revocations(one: MergeState, other: MergeState) -> dict[Dot, frozenset[StepId]]:
    none: frozenset[StepId] = frozenset()
    return {
        dot: one.revocations.get(dot, none) | other.revocations.get(dot, none)
        for dot in one.revocations | other.revocations
    }


def _row(mine: KnownRow, theirs: KnownRow, one: MergeState, other: MergeState, layout: Layout) -> KnownRow:
    """Return a row both files have, register by register."""
    is_as_made = mine.birth == theirs.birth and not mine.registers and not theirs.registers
    if is_as_made and mine.values == theirs.values:
        return mine
    table = layout[mine.table]
    kinds = classes_of(table.name, table.columns)
    found = KnownRow(mine.table, mine.values, mine.birth)
    for name in {**table.registers, **mine.registers, **theirs.registers}:
        places = table.registers.get(name, ())
        ours, others = writes(mine, name, places), writes(theirs, name, places)
        kept = {dot: write for dot, write in ours.items() if dot in others or not other.has_seen(dot)}
        kept |= {dot: write for dot, write in others.items() if dot not in ours and not one.has_seen(dot)}
        for dot in ours.keys() & others.keys():
            kept[dot] = _agreed(ours[dot], others[dot], [kinds[place] for place in places])
        # Never without a value: a file that was damaged or made by hand may know less than it says it has seen.
        kept = kept or {**ours, **others}
        if set(kept) != {(*mine.birth, 0)} or not places:
            found.registers[name] = kept
        if len(kept) == 1 and places:
            found.values = _with(found.values, places, next(iter(kept.values())).values)
    return found


def _agreed(one: Write, other: Write, kinds: Sequence[TextClass]) -> Write:
    """Return one write as two files have it: of a text that may name people the shorter counts, for one was erased."""
    if one.values == other.values:
        return other
    values = (
        min(mine, theirs, key=lambda text: (len(text), text))
        if kind.may_name and isinstance(mine, str) and isinstance(theirs, str)
        else theirs
        for mine, theirs, kind in zip(one.values, other.values, kinds, strict=True)
    )
    return Write(tuple(values), other.stands_for)


def writes(row: KnownRow, register: str, places: tuple[int, ...]) -> dict[Dot, Write]:
    """Return the writes of a register; one that was not written since the row was made has that of its birth."""
    found = row.registers.get(register)
    if found is None and places:
        return {(*row.birth, 0): Write(tuple(row.values[place] for place in places))}
    return found or {}


def _with(values: Values, places: tuple[int, ...], wanted: Values) -> Values:
    found = list(values)
    for place, value in zip(places, wanted, strict=True):
        found[place] = value
    return tuple(found)
