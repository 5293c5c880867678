"""Solves published instances of the B2B meeting scheduling problem: python -m tests.benchmarks.b2b --all DIR.

The instances are those of Bofill et al. (JAIR 2022), as MiniZinc data, with published.json beside them. The objective is the
number of gaps (maximal runs of empty slots between two meetings) of all participants, with every meeting placed
and gaps of any two participants differing by at most two.

published.json holds, by instance and solver, the seconds and the number of gaps that the authors printed, on their machine: the
number is what ours is compared with ("-" where there is no plan; "?" where none is published, as for instances of 2026
with many orders), the seconds of MaxSAT stand beside ours for orientation only. A line says gaps, the proved bound, and
the seconds by the clock with seed 1; a busy computer takes longer. Plans are checked without the engine.
"""

import argparse
import json
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from missionplanner.progress import Progress
from missionplanner.scheduling import solver
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, IdleMeasure, Party, Place, Problem, Wish
from tests.benchmarks.generated import check

SPREAD = 2


NUMBERS = ("nBusiness", "nMeetings", "nTables", "nTotalSlots", "nMorningSlots")


class Fault(ValueError):
    """A data file that cannot be read, with its name and the line."""


@dataclass(frozen=True, slots=True)
class Data:
    """The names and values of a data file."""

    name: str
    values: dict[str, Any]
    lines: dict[str, int]
    """The line each name stands on."""

    def fault(self, key: str, words: str) -> Fault:
        """Return a fault of what stands under a name."""
        return Fault(f"{self.name}:{self.lines.get(key, 1)}: {words}")

    def number(self, key: str) -> int:
        """Return a number. Raises Fault where there is none."""
        if not isinstance(self._value(key), int):
            raise self.fault(key, f"{key} is no number")
        return int(self.values[key])

    def rows(self, key: str, many: int) -> list[Any]:
        """Return a list of so many values. Raises Fault where there is none, or its length is another."""
        found = self._value(key)
        if not isinstance(found, list):
            raise self.fault(key, f"{key} is no list")
        if len(found) != many:
            raise self.fault(key, f"{key} has {len(found)} entries, not {many}")
        return found

    def _value(self, key: str) -> Any:
        if key not in self.values:
            raise self.fault(key, f"{key} is missing")
        return self.values[key]


def read(path: Path) -> Problem:
    """Return the problem of a MiniZinc data file. Raises Fault, with file and line, where it is none."""
    data = parse(path.read_text(encoding="utf-8"), path.name)
    parties, meetings, tables, slots, morning = (data.number(key) for key in NUMBERS)
    requested, fixed, precedences = (data.rows(key, meetings) for key in ("requested", "fixed", "precedences"))
    halves = {1: range(morning), 2: range(morning, slots), 3: range(slots)}
    away = [frozenset(slot - 1 for slot in row if slot > 0) for row in data.rows("forbidden", parties)]
    _check(data, parties, meetings, slots)

    def wish(number: int) -> Wish:
        one, other, half = requested[number]
        pair = (one - 1, other - 1)
        gone = away[pair[0]] | away[pair[1]]
        free = tuple(slot for slot in halves[half] if slot not in gone)
        if fixed[number] > 0:
            free = (fixed[number] - 1,) if fixed[number] - 1 in free else ()
        return Wish(pair, free)

    return Problem(
        parties=tuple(Party(absent=gone) for gone in away),
        slots=tuple(Place(0, slot, 0, 0, 2 * slot, 2 * slot + 1) for slot in range(slots)),
        wishes=tuple(wish(number) for number in range(meetings)),
        groups=tuple(Group((slot,), tables) for slot in range(slots)),
        cliques=tuple((slot,) for slot in range(slots)),
        orders=tuple((first - 1, then) for then, row in enumerate(precedences) for first in sorted(row) if first > 0),
        measure=IdleMeasure.RUNS,
        spread=SPREAD,
        complete=True,
    )


def _check(data: Data, parties: int, meetings: int, slots: int) -> None:
    """Raise Fault where something is numbered that there is not."""
    for number, row in enumerate(data.values["requested"], 1):
        if len(row) != 3 or not all(0 < one <= parties for one in row[:2]) or row[2] not in (1, 2, 3):
            raise data.fault("requested", f"meeting {number} is no pair of participants with 1, 2 or 3: {row}")
    limits = {"fixed": slots, "forbidden": slots, "precedences": meetings}
    for key, most in limits.items():
        for number, entry in enumerate(data.values[key], 1):
            if not all(0 <= one <= most for one in (entry if isinstance(entry, set) else {entry})):
                raise data.fault(key, f"entry {number} of {key} is not from 0 to {most}: {entry}")


def parse(text: str, name: str) -> Data:
    """Return the names and values of a MiniZinc data file: numbers, lists, lists of sets, tables.

    Raises Fault for anything else. Comments begin with a percent sign.
    """
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    line, statements = 1, re.sub("%.*", "", text).split(";")
    for number, statement in enumerate(statements):
        begins = line + statement[: len(statement) - len(statement.lstrip())].count("\n")
        line += statement.count("\n")
        found = re.fullmatch(r"\s*(\w+)\s*=\s*(.*?)\s*", statement, re.DOTALL)
        if found is None and statement.strip():
            raise Fault(f"{name}:{begins}: this is no “name = value;”: {statement.strip()[:40]}")
        if found is None:
            continue
        if number == len(statements) - 1:
            raise Fault(f"{name}:{begins}: {found[1]} has no semicolon at its end")
        try:
            values[found[1]], lines[found[1]] = _value(found[2]), begins
        except ValueError as fault:
            raise Fault(f"{name}:{begins}: {found[1]} is neither a number nor a list of numbers or sets") from fault
    return Data(name, values, lines)


def _value(text: str) -> Any:
    """Return a value as MiniZinc writes it. Raises ValueError for what is none."""

    def numbers(part: str) -> list[int]:
        return [int(number) for number in part.split(",") if number.strip()]

    if text.startswith("[|") and text.endswith("]"):
        return [numbers(row) for row in text[2:-1].rstrip().removesuffix("|").split("|")]
    if text.startswith("[") and "{" in text and text.endswith("]"):
        if re.sub(r"\{[^{}]*\}", "", text[1:-1]).strip(", \n\t"):
            raise ValueError(text)
        return [_members(part) for part in re.findall(r"\{(.*?)\}", text, re.DOTALL)]
    return numbers(text[1:-1]) if text.startswith("[") and text.endswith("]") else int(text)


def _members(text: str) -> set[int]:
    return {int(number) for number in text.split(",") if number.strip()}


def main() -> int:
    """Solve every instance; 1 where a value differs from the published one or is not proved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, required=True, metavar="DIR", help="a folder of .dzn files")
    parser.add_argument("--seconds", type=float, default=60.0, help="the most for one instance")
    parser.add_argument("--only", default="", help="instances whose name has this in it")
    options = parser.parse_args()
    published = options.all / "published.json"
    known = json.loads(published.read_text(encoding="utf-8")) if published.exists() else {}
    solver.prepare()
    print(f"{'instance':32}{'published':>10}{'ours':>6}  {'bound':>6}  {'proved':8}{'seconds':>8}{'MaxSAT':>8}")
    bad, total, theirs, slowest = 0, 0.0, 0.0, 0.0
    for path in sorted(path for path in options.all.glob("*.dzn") if options.only in path.stem):
        try:
            problem = read(path)
        except Fault as fault:
            print(fault, flush=True)
            bad += 1
            continue
        started = time.monotonic()
        found = solver.solve(problem, Limits(options.seconds), Progress())
        spent = time.monotonic() - started
        check_whole(problem, found)
        ours = "-" if found.status == "infeasible" else str(found.score.idle)
        proved = found.status in ("optimal", "infeasible")
        wanted, seconds = _published(known.get(path.stem, {}))
        bad += not proved or (wanted is not None and ours != wanted)
        total, theirs, slowest = total + spent, theirs + seconds, max(slowest, spent)
        print(
            f"{path.stem:32}{wanted or '?':>10}{ours:>6}{found.bound:6}  {'yes' if proved else 'NO':8}"
            f"{spent:8.2f}{seconds:8.1f}",
            flush=True,
        )
    print(
        f"total {total:.1f} s, slowest {slowest:.1f} s; published MaxSAT {theirs:.1f} s; {bad} differ or are not proved"
    )
    return 1 if bad else 0


def check_whole(problem: Problem, found: solver.Solution) -> None:
    """Raise AssertionError where what is called a plan breaks a rule or leaves something out."""
    if found.status == "infeasible":
        return
    check(problem, found.assignment)
    assert found.status != "optimal" or len(found.assignment) == len(problem.wishes), "something is not placed"
    assert found.status != "optimal" or found.score.spread <= SPREAD, "the gaps of two participants differ by too much"


def _published(known: dict[str, list[Any]]) -> tuple[str | None, float]:
    """The optimum, where any solver proved it, and the seconds of MaxSAT (7,200 for a time-out)."""
    seconds = known.get("maxsat", ["TO", ""])[0]
    done = [value for spent, value in known.values() if spent != "TO"]
    return (done[0] if done else None), 7200.0 if seconds == "TO" and known else float(seconds if known else 0)


if __name__ == "__main__":
    sys.exit(main())
