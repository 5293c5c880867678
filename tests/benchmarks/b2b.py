"""Solves published instances of the B2B meeting scheduling problem: python -m tests.benchmarks.b2b --all DIR.

The instances are those of Bofill et al. (JAIR 2022), as MiniZinc data, with published.json beside them. The objective is the
number of gaps (maximal runs of empty slots between two meetings) of all participants, with every meeting placed
and gaps of any two participants differing by at most two.
"""

import argparse
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from missionplanner.progress import Progress
from missionplanner.scheduling import solver
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Group, IdleMeasure, Party, Place, Problem, Wish

SPREAD = 2


def read(path: Path) -> Problem:
    """The problem of a MiniZinc data file."""
    data = parse(path.read_text(encoding="utf-8"))
    slots, morning = data["nTotalSlots"], data["nMorningSlots"]
    halves = {1: range(morning), 2: range(morning, slots), 3: range(slots)}
    away = [frozenset(slot - 1 for slot in row if slot > 0) for row in data["forbidden"]]

    def wish(number: int) -> Wish:
        one, other, half = data["requested"][number]
        fixed = data["fixed"][number]
        pair = (one - 1, other - 1)
        gone = away[pair[0]] | away[pair[1]]
        free = tuple(slot for slot in halves[half] if slot not in gone)
        if fixed > 0:
            free = (fixed - 1,) if fixed - 1 in free else ()
        return Wish(pair, free)

    return Problem(
        parties=tuple(Party(absent=gone) for gone in away),
        slots=tuple(Place(0, slot, 0, 0, 2 * slot, 2 * slot + 1) for slot in range(slots)),
        wishes=tuple(wish(number) for number in range(data["nMeetings"])),
        groups=tuple(Group((slot,), data["nTables"]) for slot in range(slots)),
        cliques=tuple((slot,) for slot in range(slots)),
        orders=tuple(
            (first - 1, then) for then, row in enumerate(data["precedences"]) for first in sorted(row) if first > 0
        ),
        measure=IdleMeasure.RUNS,
        spread=SPREAD,
        complete=True,
    )


def parse(text: str) -> dict[str, Any]:
    """The names and values of a MiniZinc data file: numbers, lists, lists of sets, tables."""
    found: dict[str, Any] = {}
    for name, value in re.findall(r"(\w+)\s*=\s*(.*?);", text, re.DOTALL):
        found[name] = _value(value.strip())
    return found


def _value(text: str) -> Any:
    def numbers(part: str) -> list[int]:
        return [int(number) for number in re.findall(r"-?\d+", part)]

    if text.startswith("[|"):
        return [numbers(row) for row in text[2:].split("|") if numbers(row)]
    if "{" in text:
        return [set(numbers(part)) for part in re.findall(r"\{(.*?)\}", text)]
    return numbers(text) if text.startswith("[") else int(text)


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
    print(f"{'instance':32}{'published':>10}{'ours':>6}  {'proved':8}{'seconds':>8}{'MaxSAT':>8}")
    bad, total, theirs, slowest = 0, 0.0, 0.0, 0.0
    for path in sorted(path for path in options.all.glob("*.dzn") if options.only in path.stem):
        started = time.monotonic()
        found = solver.solve(read(path), Limits(options.seconds), Progress())
        spent = time.monotonic() - started
        ours = "-" if found.status == "infeasible" else str(found.score.idle)
        proved = found.status in ("optimal", "infeasible")
        wanted, seconds = _published(known.get(path.stem, {}))
        bad += not proved or (wanted is not None and ours != wanted)
        total, theirs, slowest = total + spent, theirs + seconds, max(slowest, spent)
        print(
            f"{path.stem:32}{wanted or '?':>10}{ours:>6}  {'yes' if proved else 'NO':8}{spent:8.2f}{seconds:8.1f}",
            flush=True,
        )
    print(
        f"total {total:.1f} s, slowest {slowest:.1f} s; published MaxSAT {theirs:.1f} s; {bad} differ or are not proved"
    )
    return 1 if bad else 0


def _published(known: dict[str, list[Any]]) -> tuple[str | None, float]:
    """The optimum, where any solver proved it, and the seconds of MaxSAT (7,200 for a time-out)."""
    seconds = known.get("maxsat", ["TO", ""])[0]
    done = [value for spent, value in known.values() if spent != "TO"]
    return (done[0] if done else None), 7200.0 if seconds == "TO" and known else float(seconds if known else 0)


if __name__ == "__main__":
    sys.exit(main())
