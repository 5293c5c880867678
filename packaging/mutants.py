"""Mutation testing: how many small changes to the code of a package its tests notice. On Linux only.

    packaging/test.py --mutants domain --seed 2
    packaging/test.py --mutants --module missionplanner/domain/rules.py --mirror-only

Draws a sample of mutants of every package and runs against each the tests that execute its line: those of the mirrored
test file first (`missionplanner/a/b.py` -> `tests/unit/a/test_b.py`), then those of the other files of the package, as
many as fit in `--limit` seconds. Lines that only a program started by a test executes are tried with the mirrored file.
What was found is kept in .mutants_cache: a run that was interrupted goes on, and what did not change is not run again.
tests/equivalent_mutants.toml lists mutants no test can notice, and modules that are about to be written anew: these are
left out, unless they are asked for by `--module` or their package is named and has no others.
"""

import argparse
import contextlib
import fnmatch
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import filelock
import mutant_tests
from environment import ROOT
from mutant_tests import PROGRAM, Bench, Pool, Results
from mutation import Mutant, mutants, sound

CACHE = ROOT / ".mutants_cache"
LISTED = "tests/equivalent_mutants.toml"
MOST_EQUIVALENT = 0.05


@dataclass
class Outcome:
    """What became of the sample of a package."""

    name: str
    failing: list[str] = field(default_factory=list)
    killed: int = 0
    equivalent: int = 0
    survivors: list[str] = field(default_factory=list)
    left_out: int = 0
    """How many modules were not drawn from, as they are written anew."""

    @property
    def sampled(self) -> int:
        """How many mutants there were."""
        return self.killed + self.equivalent + len(self.survivors)

    @property
    def rate(self) -> float:
        """The percentage killed of those that can be."""
        return 100 * self.killed / max(self.sampled - self.equivalent, 1)

    def line(self) -> str:
        """It in one line."""
        counts = f"{self.killed} killed, {len(self.survivors)} survived, {self.equivalent} equivalent"
        left_out = f", modules left out: {self.left_out}" if self.left_out else ""
        return f"{self.name}: {self.sampled} mutants, {counts}: {self.rate:.1f} %{left_out}"


Equivalents = dict[tuple[str, str, str], str]
"""The reason by file, line and mutation."""


def main(arguments: list[str]) -> int:
    """Try the packages and print what survived. 1 if that is not good enough, 2 if tests fail without any mutant."""
    options = _options(arguments)
    CACHE.mkdir(exist_ok=True)
    known = mutant_tests.equivalents(ROOT / LISTED)
    try:
        with filelock.FileLock(CACHE / "lock", timeout=0), contextlib.closing(Pool(CACHE, options.workers)) as pool:
            outcomes = [_tried(options, name, known, pool) for name in options.packages]
    except KeyboardInterrupt:
        print("\nInterrupted. The same command goes on from here.", file=sys.stderr)
        return 130
    except filelock.Timeout:
        print("Another run is going on in this checkout.", file=sys.stderr)
        return 2
    except mutant_tests.TestsFail as error:
        print(error, file=sys.stderr)
        return 2
    print(_total(outcomes).line())
    if any(outcome.failing for outcome in outcomes):
        return 2
    bad = [outcome for outcome in outcomes if _not_good(outcome, options.at_least)]
    return int(bool(bad))


def sample(modules: dict[str, str], count: int, seed: int) -> list[tuple[str, Mutant]]:
    """So many mutants of the modules (source by path), in proportion to those each has; the same for the same seed."""
    found = {path: mutants(source) for path, source in modules.items()}
    chosen = []
    for path, share in _shares({path: len(of_path) for path, of_path in found.items()}, count).items():
        ranked = sorted(found[path], key=lambda mutant: mutant.rank(seed, path))
        whole = iter(mutant for mutant in ranked if sound(mutant, modules[path]))
        drawn = [mutant for mutant, _ in zip(whole, range(share), strict=False)]
        chosen += [(path, mutant) for mutant in sorted(drawn, key=lambda mutant: (mutant.start, mutant.mutation))]
    return chosen


def _shares(places: dict[str, int], count: int) -> dict[str, int]:
    """How many of each, by largest remainders."""
    whole = max(sum(places.values()), 1)
    count = min(count, whole)
    shares = {path: number * count // whole for path, number in places.items()}
    remainders = sorted(places, key=lambda path: (-(places[path] * count % whole), path))
    for path in remainders[: count - sum(shares.values())]:
        shares[path] += 1
    return shares


def _tried(options: argparse.Namespace, package: str, known: Equivalents, pool: Pool) -> Outcome:
    """Try the sample of a package and print what became of it."""
    every = _sources(package, options.module)
    modules = every if options.module else _staying(every, options.named)
    chosen = sample(modules, options.count or sys.maxsize, options.seed)
    bench = Bench(package, options.module if options.mirror_only else "", options.limit, options.mirror_only)
    outcome = Outcome(options.module or package, bench.failing, left_out=len(every) - len(modules))
    to_try = [(path, mutant) for path, mutant in chosen if (path, mutant.text, mutant.mutation) not in known]
    outcome.equivalent = len(chosen) - len(to_try)
    for path, mutant, killed in bench.tried(to_try, modules, Results(CACHE / "results.jsonl"), pool):
        if killed:
            outcome.killed += 1
        else:
            outcome.survivors.append(f"{path}:{mutant.line} {mutant.operator}: {mutant.mutation}")
    print(outcome.line())
    for survivor in outcome.survivors:
        print(f"  {survivor}")
    for test in outcome.failing:
        print(f"  left out, it fails without any mutant: {test}")
    for path, line, mutation in _unknown(known, modules):
        print(f"  no such mutant any more, in {Path(LISTED).name}: {path}: {line}: {mutation}")
    sys.stdout.flush()
    return outcome


def _sources(package: str, module: str) -> dict[str, str]:
    paths = [ROOT / module] if module else sorted((ROOT / PROGRAM / package).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def _staying(modules: dict[str, str], named: bool) -> dict[str, str]:
    """The modules that are not about to be written anew; all of a named package that has no others."""
    patterns = [f"{PROGRAM}/{pattern}" for pattern in mutant_tests.rewritten(ROOT / LISTED)]
    staying = {
        path: source
        for path, source in modules.items()
        if not any(fnmatch.fnmatch(path, pattern) for pattern in patterns)
    }
    return staying if any(staying.values()) or not named else modules


def _unknown(known: Equivalents, modules: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """The equivalents listed for these modules that are mutants of them no longer."""
    for key in known:
        path, line, mutation = key
        if path in modules and (line, mutation) not in {(m.text, m.mutation) for m in mutants(modules[path])}:
            yield key


def _not_good(outcome: Outcome, at_least: float) -> bool:
    if outcome.equivalent > MOST_EQUIVALENT * outcome.sampled:
        print(f"{outcome.name}: more than {MOST_EQUIVALENT:.0%} of the sample are listed as equivalent")
        return True
    return outcome.sampled > 0 and outcome.rate < at_least


def _total(outcomes: list[Outcome]) -> Outcome:
    survivors = [survivor for outcome in outcomes for survivor in outcome.survivors]
    killed, equivalent, left_out = (
        sum(getattr(outcome, name) for outcome in outcomes) for name in ("killed", "equivalent", "left_out")
    )
    return Outcome("total", [], killed, equivalent, survivors, left_out)


def _options(arguments: list[str]) -> argparse.Namespace:
    packages = sorted(path.parent.name for path in (ROOT / PROGRAM).glob("*/__init__.py"))
    parser = argparse.ArgumentParser(prog="packaging/test.py --mutants", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("packages", nargs="*", metavar="PACKAGE", help=f"{', '.join(packages)}; all without it")
    parser.add_argument("--seed", type=int, default=1, help="draws another sample (1)")
    parser.add_argument("--count", type=int, help="mutants a package (150; of a module all)")
    parser.add_argument("--module", default="", help="the mutants of this file only")
    parser.add_argument("--mirror-only", action="store_true", help="run only the test file that mirrors a module")
    parser.add_argument("--limit", type=float, default=30, help="seconds of tests of other files for a mutant (30)")
    parser.add_argument("--workers", type=int, default=2, help="processes at a time (2)")
    parser.add_argument("--at-least", type=float, default=0, help="fail where a lower percentage is killed")
    options = parser.parse_args(arguments)
    if options.module:
        options.module = Path(options.module).resolve().relative_to(ROOT).as_posix()
        options.packages = [Path(options.module).parts[1]]
    elif options.count is None:
        options.count = 150
    for package in options.packages:
        if package not in packages:
            parser.error(f"there is no package {package}")
    options.named = bool(options.packages)
    options.packages = options.packages or packages
    return options


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
