"""Steps known by what they are, under whatever name: two files that went on under one id call their branches alike only
once they have met (`forks`).

A *head* is the number of a step and its digest, which is chained to all before it in its replica: who has the step has
those, too.
"""

from collections.abc import Iterable, Mapping

from missionplanner.store.merging.forks import Branch, branch_name
from missionplanner.store.merging.state import KnownStep, StepId, Vector

Head = tuple[int, str]
"""The number of a step in its replica, and its digest."""
Heads = dict[str, Head]
"""The last step of every replica that somebody has."""


class Lineages:
    """The steps a file has, found by number and digest."""

    def __init__(self, steps: Mapping[StepId, KnownStep]) -> None:
        self._replicas: dict[Head, str] = {}
        self._digests: dict[StepId, str] = {}
        self._first: dict[str, int] = {}
        self.add(steps)

    def add(self, steps: Mapping[StepId, KnownStep]) -> None:
        """Add steps."""
        for (replica, n), step in steps.items():
            self._replicas.setdefault((n, step.digest), replica)
            self._digests[replica, n] = step.digest
            self._first[replica] = min(n, self._first.get(replica, n))

    def holds(self, heads: Iterable[Head]) -> bool:
        """Return whether all these steps are there."""
        return all(head in self._replicas for head in heads)

    def vector(self, heads: Iterable[Head]) -> Vector:
        """Return the vector of these steps under the names they have here; those that are not there are left out."""
        found: Vector = {}
        for head in heads:
            replica, n = self._replicas.get(head, ""), head[0]
            for name, last in self._line(replica, n):
                found[name] = max(last, found.get(name, 0))
        return found

    def heads(self, vector: Vector) -> Heads:
        """Return the heads of a vector of steps that are there."""
        return {replica: (n, self._digests[replica, n]) for replica, n in vector.items() if n}

    def branches(self, heads: Heads) -> list[Branch]:
        """Return what somebody's replicas are called here from which step on, the last branch of each first."""
        found = []
        for replica, head in heads.items():
            here = self._replicas.get(head, replica)
            found += [
                (replica, self._first[name], name) for name, _last in self._line(here, head[0]) if name != replica
            ]
        return found

    def _line(self, replica: str, n: int) -> list[tuple[str, int]]:
        """Return a replica up to a step, and those it branched off, each up to where."""
        found = []
        while replica and n > 0:
            found.append((replica, n))
            first = self._first[replica]
            n = first - 1
            digest = self._digests[replica, first]
            parents = (one for (one, last) in self._digests if last == n and branch_name(one, digest) == replica)
            replica = next(parents, "") if n > 0 else ""
        return found
