"""Says what each part of the exact model brings: python -m tests.benchmarks.model_parts --all DIR --only A,B --seeds 1,2,3.

Each instance (as tests.benchmarks.b2b reads it) is solved by cores alone in one process, with one part of the model left
out at a time, once a seed. A cell has the median of the seconds of processor until the number of gaps is proved, bounds of
step 5 of the map included, and how many of the seeds were proved within the limit where that is not all of them.
"""

import argparse
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median

from missionplanner.progress import Progress
from missionplanner.scheduling import order_windows, refinement, solver
from missionplanner.scheduling.exact_model import PLAIN, USUAL, ExactModel, ModelForm, Target
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Aim, Problem
from missionplanner.scheduling.relaxation import idle_bound
from missionplanner.scheduling.search import Search
from tests.benchmarks.b2b import read

FORMS: Mapping[str, ModelForm] = {
    "usual": USUAL,
    "no counters": replace(USUAL, counted=False),
    "no ends": replace(USUAL, ends=False),
    "no cumulative orders": replace(USUAL, cumulative=False),
    "plain": PLAIN,
}
"""The model as it is, without each of its parts, and without all of them."""
WIDE = "orders left wide"
"""The usual model of a problem of which orders narrow nothing."""
FIRST = 0.6
"""Seconds of annealing before."""


def main() -> int:
    """Print a row an instance and a column a form."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, required=True, metavar="DIR", help="a folder of .dzn files")
    parser.add_argument("--only", default="", help="names of instances, separated by commas")
    parser.add_argument("--seeds", default="1,2,3")
    parser.add_argument("--seconds", type=float, default=20.0, help="the most for a form, an instance and a seed")
    options = parser.parse_args()
    solver.prepare()
    names, seeds = set(filter(None, options.only.split(","))), [int(seed) for seed in options.seeds.split(",")]
    print("| " + " | ".join(("instance", *FORMS, WIDE)) + " |", flush=True)
    for path in sorted(path for path in options.all.glob("*.dzn") if not names or path.stem in names):
        given = read(path)
        narrow = order_windows.narrowed(given)
        if narrow is None:
            print(f"| {path.stem} | there is no plan: orders leave a meeting no slot |", flush=True)
            continue
        cells = [_cell(narrow, form, seeds, options.seconds) for form in FORMS.values()]
        cells.append(_cell(given, USUAL, seeds, options.seconds) if narrow is not given else "–")
        print(f"| {path.stem} | " + " | ".join(cells) + " |", flush=True)
    return 0


def _cell(problem: Problem, form: ModelForm, seeds: list[int], seconds: float) -> str:
    times = [_proved(problem, form, Limits(seconds, seed)) for seed in seeds]
    done = [spent for spent in times if spent is not None]
    if not done:
        return f"over {seconds:.0f}"
    return f"{median(done):.1f}" + (f" ({len(done)} of {len(times)})" if len(done) < len(times) else "")


def _proved(problem: Problem, form: ModelForm, limits: Limits) -> float | None:
    """Return the seconds of processor until the number of gaps is proved; None where it is not within the limits."""
    progress, started = Progress(), time.process_time()
    search = Search(problem, limits.seed, problem.spread)
    search.place(time.monotonic() + limits.seconds, progress)
    search.anneal(FIRST, progress)
    target = Target(Aim.IDLE, idle_bound(problem, limits.within(limits.seconds / 4)))
    known = refinement._Known(problem, search.assignment, target)
    left = limits.within(limits.seconds - (time.process_time() - started))
    refinement._Cores(ExactModel(problem, search.assignment, target, form), known, left, progress).run()
    return time.process_time() - started if known.over.is_set() else None


if __name__ == "__main__":
    sys.exit(main())
