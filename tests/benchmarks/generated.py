"""Plans generated missions: python -m tests.benchmarks.generated --all DIR --seconds N.

Prints idle slots, the proved bound and memory.
The missions were generated with a known plan; seed 1 in their names is the one whose figures are kept beside the data. Ours are
searched for with seed 1, for so many seconds by the clock; a busy computer comes less far.
Idle is an empty slot between a participant's first and last meeting of a day in which the participant is available.
"""

import argparse
import json
import resource
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from random import Random

from missionplanner.domain.plan_stages import PlanStage
from missionplanner.progress import Progress
from missionplanner.scheduling import objective, solver
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, Party, Place, Problem, Wish
from missionplanner.scheduling.search import Search


def read(path: Path) -> Problem:
    """The problem of a generated mission."""
    data = json.loads(path.read_text(encoding="utf-8"))
    per_day, half = data["slots_per_day"], data["half"]
    many = data["days"] * per_day
    away = [frozenset(row) for row in data["unavailable"]]

    def allowed(number: int) -> tuple[int, ...]:
        if data["fixed"][number] is not None:
            return (data["fixed"][number],)
        session, gone = data["session"][number], away[data["pairs"][number][0]] | away[data["pairs"][number][1]]
        return tuple(
            t for t in range(many) if t not in gone and (session == 0 or (session == 1) == (t % per_day < half))
        )

    return Problem(
        parties=tuple(Party(absent=gone) for gone in away),
        slots=tuple(Place(t // per_day, t % per_day, 0, t // per_day, 2 * t, 2 * t + 1) for t in range(many)),
        wishes=tuple(
            Wish(tuple(pair), allowed(n), data["weight"][n], fixed=data["fixed"][n] is not None)
            for n, pair in enumerate(data["pairs"])
        ),
        groups=tuple(Group((t,), room) for t, room in enumerate(data["tables"])),
        cliques=tuple((t,) for t in range(many)),
        orders=tuple((first, then) for first, then in data["precedence"]),
    )


def made(meetings: int, seed: int) -> Problem:
    """A mission of so many meetings in five days of ten slots, whose tables have room for one in fifty more than needed."""
    chance, slots, side = Random(seed), 50, max(2, meetings // 25)
    pairs = chance.sample([(one, other) for one in range(side) for other in range(side)], meetings)
    room = -(-meetings * 51 // (50 * slots))
    return Problem(
        parties=tuple(Party() for _party in range(2 * side)),
        slots=tuple(Place(t // 10, t % 10, 0, t // 10, 2 * t, 2 * t + 1) for t in range(slots)),
        wishes=tuple(Wish((one, side + other), tuple(range(slots))) for one, other in sorted(pairs)),
        groups=tuple(Group((t,), room) for t in range(slots)),
        cliques=tuple((t,) for t in range(slots)),
    )


def main() -> int:
    """Plan every mission; 1 where something is not placed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, default=None, metavar="DIR", help="a folder of .json missions")
    parser.add_argument(
        "--made", type=int, action="append", default=[], metavar="N", help="a mission of N meetings, made here"
    )
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--only", default="", help="missions whose name has this in it")
    options = parser.parse_args()
    started = time.monotonic()
    solver.prepare()
    print(f"prepared in {time.monotonic() - started:.1f} s")
    print(
        f"{'mission':20}{'meetings':>9}{'placed':>8}{'first':>8}{'idle':>6}{'empty':>7}{'bound':>7}{'seconds':>9}{'after':>7}"
        "  status"
    )
    bad = 0
    paths = sorted(options.all.glob("*.json")) if options.all else []
    missions = {path.stem: read(path) for path in paths if options.only in path.stem}
    missions |= {f"made-{many}": made(many, seed=1) for many in options.made}
    for name, problem in missions.items():
        first, watched = _first(problem), _Watched()
        found = solver.solve(problem, Limits(options.seconds), Progress(on_stage=watched.hear))
        check(problem, found.assignment)
        bad += found.score.placed < len(problem.wishes)
        print(
            f"{name:20}{len(problem.wishes):9}{found.score.placed:8}{first:8.3f}{found.score.idle:6}"
            f"{_empty(problem, found.assignment):7}{found.bound:7}{found.seconds:9.1f}{watched.since(found):7.1f}"
            f"  {found.status}",
            flush=True,
        )
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        "first: seconds until everything was placed; empty: idle plus slots in which nobody was available; "
        f"after: seconds from the plan that is kept to the end; {memory:.0f} MB"
    )
    return 1 if bad else 0


class _Watched:
    """Remembers when the plan was found that is kept in the end."""

    def __init__(self) -> None:
        self._at = 0.0
        self._idle: int | None = None

    def hear(self, stage: object) -> None:
        """Hear how good the best plan is."""
        if isinstance(stage, PlanStage) and stage.idle != self._idle:
            self._at, self._idle = stage.seconds, stage.idle

    def since(self, found: solver.Solution) -> float:
        """The seconds from then to the end."""
        return found.seconds - self._at


def _first(problem: Problem) -> float:
    """Seconds from the problem to a plan with everything placed (infinite where that did not come about)."""
    started = time.monotonic()
    done = Search(problem, 1).place(started + 10, Progress())
    return time.monotonic() - started if done else float("inf")


def _empty(problem: Problem, assignment: dict[int, int]) -> int:
    """Empty slots between first and last meetings, whoever is available."""
    everywhere = replace(problem, parties=tuple(Party() for _party in problem.parties))
    return objective.score(everywhere, assignment).idle


def check(problem: Problem, assignment: dict[int, int]) -> None:
    """Raise where the assignment breaks a rule of the mission; written without the engine."""
    taken = [(party, slot) for n, slot in assignment.items() for party in problem.wishes[n].parties]
    assert len(taken) == len(set(taken)), "a participant is in two meetings"
    assert all(slot in problem.wishes[n].allowed for n, slot in assignment.items()), "a slot is not allowed"
    used = Counter(assignment.values())
    assert all(used[group.slots[0]] <= group.room for group in problem.groups), "a slot has more meetings than tables"
    placed = [(first, then) for first, then in problem.orders if first in assignment and then in assignment]
    assert all(assignment[first] < assignment[then] for first, then in placed), "an order is not kept"


if __name__ == "__main__":
    sys.exit(main())
