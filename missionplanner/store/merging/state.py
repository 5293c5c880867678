"""The state of a mission that merges: everything somebody wrote and nobody replaced who had seen it.

It knows rows by uid, files by replica, and no key of any file. A *dot* is a write: (replica, number of its step, place
in the step). After Almeida, Shoker and Baquero, "Delta state replicated data types" (2018): the multi-value register.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from missionplanner.domain.fingerprints import Marks
from missionplanner.store.rows import Value

StepId = tuple[str, int]
"""Replica and number of a step."""
Dot = tuple[str, int, int]
"""A write: replica, number of its step, place in the step."""
Values = tuple[Value, ...]
"""Values of columns; links are uids."""
Vector = dict[str, int]
"""The last step seen of every replica."""
IN_FORCE = "in_force"
"""The register of a session that says which plan it has; its value is the step of the plan."""


class Write(NamedTuple):
    """A value of a register."""

    values: Values
    stands_for: StepId | None = None
    """The step whose write an undo put back with it."""


@dataclass(slots=True)
class KnownRow:
    """A row, seen or hidden: its values as last shown, and the registers written since it was made."""

    table: str
    values: Values
    birth: StepId
    registers: dict[str, dict[Dot, Write]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownStep:
    """An entry of the history."""

    label: str
    user: str
    at: str
    kind: str
    digest: str
    past: str
    """The steps its file had seen before it, as JSON; empty where nobody needs it."""
    counts: str
    """How many rows it changed by table, as JSON."""


@dataclass(frozen=True, slots=True)
class KnownPlan:
    """A timetable that was made at once."""

    sessions: frozenset[str]
    content: str
    """Its meetings as JSON, links as uids."""


@dataclass(slots=True)
class MergeState:
    """Everything two files need of one another."""

    seen: Vector = field(default_factory=dict)
    rows: dict[str, KnownRow] = field(default_factory=dict)
    deletions: dict[Dot, frozenset[str]] = field(default_factory=dict)
    """The uids that went together."""
    revocations: dict[Dot, frozenset[StepId]] = field(default_factory=dict)
    """The steps that took a deletion back."""
    steps: dict[StepId, KnownStep] = field(default_factory=dict)
    plans: dict[StepId, KnownPlan] = field(default_factory=dict)
    erased: frozenset[str] = frozenset()
    marks: Marks = frozenset()
    """The memory of those who were erased, besides their uids."""
    there: frozenset[str] = frozenset()
    """The uids of the rows its file shows now; of no meaning for a union."""
    journals: dict[str, dict[str, Values]] = field(default_factory=dict)
    """The entries of journals, by table and uid."""

    def has_seen(self, dot: Dot | StepId) -> bool:
        """Whether the file knows the step of a dot."""
        return self.seen.get(dot[0], 0) >= dot[1]


def meant(dot: Dot, write: Write) -> StepId:
    """Return the step of a write; for one that an undo put back, the step that made it."""
    return write.stands_for or dot[:2]


def newest(writes: Mapping[Dot, Write], steps: Mapping[StepId, KnownStep]) -> Dot:
    """Return the write to be shown of several: of the latest step by its clock, which decides nothing else.

    Values that an undo put back side by side come in the order they had.
    """

    def order(dot: Dot) -> tuple[str, StepId, Dot]:
        step = meant(dot, writes[dot])
        return (steps[step].at if step in steps else "", step, dot)

    return max(writes, key=order)
