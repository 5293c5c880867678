"""The marks of a step, as plain data."""

from dataclasses import dataclass, field
from typing import NamedTuple

from missionplanner.store.merging.layout import TableLayout
from missionplanner.store.rows import Value

Row = tuple[Value, ...]


@dataclass(slots=True)
class Declared:
    """The meaning of a step beyond the values it changes."""

    touched: set[tuple[str, str]] = field(default_factory=set)
    """Registers written even where their value stays, by uid and name."""
    plan: tuple[frozenset[str], bytes] | None = None
    """The sessions a timetable was made for, by uid, and its meetings as packed text."""
    stands_for: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    """The step whose write a register keeps, of those written here: the plan that stays in force."""
    seen: set[str] = field(default_factory=set)
    """The uids of deleted rows of which somebody looked at what was written since."""
    kept: set[str] = field(default_factory=set)
    """The uids of rows that somebody deleted and that stay."""

    @property
    def is_empty(self) -> bool:
        """Whether the step means nothing beyond the values it changes; a plan that changes nothing is none."""
        return self.plan is not None or not (self.touched or self.seen or self.kept)


class Dot(NamedTuple):
    """A write of a register: the replica by its number in the file, the number of its step, its place in that."""

    replica: int
    n: int
    k: int = 0


class StoredMark(NamedTuple):
    """A dot of a register as it is stored."""

    replica: int
    n: int
    k: int
    beside: str | None
    """The value as JSON where another is shown."""
    for_replica: int | None
    """The step whose write this one puts back, if it does."""
    for_n: int | None


@dataclass(slots=True)
class Changed:
    """The rows of a table that a step changed, by uid: first and last image."""

    layout: TableLayout
    inserted: dict[str, Row] = field(default_factory=dict)
    updated: dict[str, tuple[Row, Row]] = field(default_factory=dict)
    deleted: dict[str, Row] = field(default_factory=dict)


@dataclass(slots=True)
class OwnStep:
    """A step that is about to be noted."""

    id: int
    kind: str
    target: int | None
    replica: int
    n: int
