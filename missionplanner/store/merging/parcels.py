"""A parcel: all that a file knows and those it is sent to do not, cut out of its state.

A row that somebody wrote since comes whole, with all its registers, so that the union of states (`union`) takes a
parcel as it takes the state of a whole file. It may be taken in by who has seen what it was cut after.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from missionplanner.store.merging.forks import renamed
from missionplanner.store.merging.lineages import Head, Heads, Lineages
from missionplanner.store.merging.state import Dot, KnownRow, MergeState, StepId, Values, Vector


@dataclass(frozen=True, slots=True)
class Parcel:
    """The part of a state that others lack."""

    after: Heads
    """The steps who takes it in must have: what everybody who shares the mission could read before."""
    heads: Heads
    """The steps one has afterwards."""
    state: MergeState
    format: int
    """The number of the format of the file it was cut out of."""

    def is_known_to(self, state: MergeState) -> bool:
        """Whether there is nothing in the parcel that a file does not have."""
        entries = ((table, uid) for table, found in self.state.journals.items() for uid in found)
        return (
            Lineages(state.steps).holds(self.heads.values())
            and self.state.erased <= state.erased
            and self.state.marks <= state.marks
            and all(uid in state.journals.get(table, {}) for table, uid in entries)
        )


def parcel(state: MergeState, known: Iterable[Head], journals: Mapping[str, Collection[str]], number: int) -> Parcel:
    """Cut out of a state what others lack.

    known: the steps they have. journals: the uids of the entries of journals they have, by table. number: the format
    of the file.
    """
    lineages = Lineages(state.steps)
    after = lineages.vector(known)

    def is_new(step: StepId | Dot) -> bool:
        return step[1] > after.get(step[0], 0)

    found = MergeState(
        seen=dict(state.seen),
        rows={uid: row for uid, row in state.rows.items() if _is_written(row, after)},
        deletions={dot: members for dot, members in state.deletions.items() if is_new(dot)},
        revocations={dot: by for dot, by in state.revocations.items() if any(is_new(step) for step in by)},
        steps={step: entry for step, entry in state.steps.items() if is_new(step)},
        plans={step: plan for step, plan in state.plans.items() if is_new(step)},
        erased=state.erased,
        marks=state.marks,
        journals={table: _unknown(entries, journals.get(table, ())) for table, entries in state.journals.items()},
    )
    return Parcel(lineages.heads(after), lineages.heads(state.seen), found, number)


def fitted(found: Parcel, lineages: Lineages) -> MergeState:
    """Return the state of a parcel with its replicas called as in the file that takes it in."""
    return renamed(found.state, lineages.branches(found.after))


def _is_written(row: KnownRow, after: Vector) -> bool:
    """Return whether a row was made or written by a step that is not in a vector."""
    if row.birth[1] > after.get(row.birth[0], 0):
        return True
    return any(dot[1] > after.get(dot[0], 0) for written in row.registers.values() for dot in written)


def _unknown(entries: Mapping[str, Values], known: Collection[str]) -> dict[str, Values]:
    return {uid: entry for uid, entry in entries.items() if uid not in known}
