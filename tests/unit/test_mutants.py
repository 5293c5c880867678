"""Mutation testing: which mutants there are, which are drawn, which tests they get and what is kept of them."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "packaging"))
import mutant_tests  # noqa: E402
import mutants as command  # noqa: E402
import mutation  # noqa: E402

MODULE = "missionplanner/domain/example.py"
SOURCE = """def total(numbers, most):
    found = 0
    for number in numbers:
        if number < most and not number == 3:
            found += number
    return found
"""


def shown(source: str, operator: str) -> list[str]:
    """The mutants of an operator that compile."""
    return [m.mutation for m in mutation.mutants(source) if m.operator == operator and mutation.sound(m, source)]


@pytest.mark.parametrize(
    ("operator", "source", "expected"),
    [
        ("comparison", "a < b", ["a < b -> a <= b", "a < b -> a >= b"]),
        ("comparison", "a <= b < c", ["<", ">", "<=", ">="]),
        ("comparison", "(a) >= (b)", ["(a) >= (b) -> (a) > (b)", "(a) >= (b) -> (a) < (b)"]),
        ("comparison", "a == b", ["a == b -> a != b"]),
        ("comparison", "a != b", ["a != b -> a == b"]),
        ("comparison", "a in b", ["a in b -> a not in b"]),
        ("comparison", "a not  in b", ["a not in b -> a in b"]),
        ("comparison", "a is b", ["a is b -> a is not b"]),
        ("comparison", "a is not b", ["a is not b -> a is b"]),
        ("and-or", "a and b", ["a and b -> a or b"]),
        ("and-or", "a or b or c", ["a or b or c -> a and b or c", "a or b or c -> a or b and c"]),
        ("not", "not (a or b)", ["not (a or b) -> (a or b)"]),
        ("condition", "x if f() else y", ["x if f() else y -> x if not (f()) else y"]),
        ("condition", "if a:\n    b", ["if a: -> if not (a):"]),
        ("condition", "[a for a in b if a]", ["[a for a in b if a] -> [a for a in b if not (a)]"]),
        ("condition", "if a > b:\n    b", []),
        ("arithmetic", "a + b", ["a + b -> a - b"]),
        ("arithmetic", "a // b", ["a // b -> a / b"]),
        ("arithmetic", "a * (b)", ["a * (b) -> a / (b)"]),
        ("arithmetic", "a + 'text'", []),
        ("assignment", "a += b", ["a += b -> a -= b"]),
        ("constant", "f(2)", ["f(2) -> f(3)", "f(2) -> f(1)"]),
        ("constant", "f(0.5)", ["f(0.5) -> f(1.5)", "f(0.5) -> f(-0.5)"]),
        ("constant", "f(True)", ["f(True) -> f(False)"]),
        ("constant", "f('text', '', None, ...)", []),
        ("return", "def f():\n    return a + 1", ["return a + 1 -> return None"]),
        ("return", "def f():\n    return None", []),
        ("loop", "for a in b:\n    break", ["break -> continue"]),
        ("loop", "for a in b:\n    continue", ["continue -> break"]),
        ("call", "f(a)", ["f(a) -> pass"]),
        ("call", "f(\n  a)", ["f( a) -> pass"]),
        ("call", "LOG.warning(a)", []),
        ("swap", "sorted(a, key=b)", ["sorted(a, key=b) -> list(a)"]),
        ("swap", "reversed(a)", ["reversed(a) -> list(a)"]),
        ("swap", "min(a)", ["min(a) -> max(a)"]),
        ("swap", "any(b for b in a)", ["any(b for b in a) -> all(b for b in a)"]),
        ("argument", "sorted(a, key=b, reverse=c)", ["a, reverse=c", "a, key=b"]),
        ("argument", "a.sort(key=b)", ["a.sort(key=b) -> a.sort()"]),
        ("argument", "f(a, key=b)", []),
        ("slice", "a[b:c]", ["a[b:c] -> a[:c]", "a[b:c] -> a[b:]"]),
        ("constant", "é = f'{größe(1)} ü {2}'", ["größe(2)", "größe(0)", "ü {3}", "ü {1}"]),
    ],
)
def test_an_operator_makes_its_mutants(operator: str, source: str, expected: list[str]) -> None:
    found = shown(source, operator)
    assert len(found) == len(expected)
    for mutant, part in zip(found, expected, strict=True):
        assert part in mutant


@pytest.mark.parametrize(
    "source",
    [
        '"""A docstring with 1 < 2."""',
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import a\n    b = 1 + 1",
        "class A:\n    __slots__ = ('a',) + (2,)",
        "__all__ = ['a'] + [b]",
        "x = f(1 < 2)  # pragma: no mutate",
        "@dataclass(frozen=True, order=1)\nclass A:\n    a: int | None",
        "Alias = int | None",
        "Table = dict[str, Literal[1]]",
        "Alias: TypeAlias = 'A' | B",
        "Kind = TypeVar('Kind', covariant=True)",
        "_('A text of 2')",
        "a: Annotated[int, 3]",
        "def f(a: Literal[1]) -> Literal[2]: ...",
        "assert a is not None and b > 1",
        "x = cast(int | None, a)",
        "x = isinstance(a, int | str)",
        "TEXTS = {'a': 'b', 'c': ('d', '')}",
        "if __name__ == '__main__':\n    a = 1 + 1",
    ],
)
def test_what_says_nothing_about_behaviour_is_left_alone(source: str) -> None:
    assert [m.mutation for m in mutation.mutants(source) if m.operator != "call"] == []


def test_a_mutant_says_where_it_is_and_can_be_applied() -> None:
    mutant = next(m for m in mutation.mutants(SOURCE) if m.operator == "not")
    assert (mutant.line, mutant.lines, mutant.text) == (4, (4, 4), "if number < most and not number == 3:")
    assert mutant.applied(SOURCE) == SOURCE.replace("not number == 3", "number == 3")


def test_the_lines_of_a_mutant_are_those_of_its_statement() -> None:
    source = "x = f(\n    1,\n    2)\nif (a and\n        b):\n    c(3)\n"
    assert {(m.text, m.lines) for m in mutation.mutants(source) if m.operator in ("constant", "and-or")} == {
        ("1,", (1, 3)), ("2)", (1, 3)), ("if (a and", (4, 5)), ("c(3)", (6, 6)),
    }  # fmt: skip


def test_a_change_that_makes_no_other_program_is_not_drawn() -> None:
    source = "x = (a  # this and that\n     and b)"
    assert len(mutation.mutants(source)) == 1
    assert command.sample({"a.py": source}, 150, 1) == []


def test_a_sample_is_the_same_for_a_seed_and_in_proportion() -> None:
    modules = {"a.py": SOURCE, "b.py": SOURCE * 3}
    drawn = command.sample(modules, 12, 1)
    assert drawn == command.sample(modules, 12, 1)
    assert drawn != command.sample(modules, 12, 2)
    assert [path for path, _ in drawn] == ["a.py"] * 3 + ["b.py"] * 9


def test_a_sample_has_no_more_than_there_are() -> None:
    drawn = command.sample({"a.py": SOURCE, "b.py": ""}, 150, 1)
    assert [mutant for _, mutant in drawn] == sorted(mutation.mutants(SOURCE), key=lambda m: (m.start, m.mutation))


def test_code_that_changes_elsewhere_keeps_the_sample() -> None:
    longer = '"""New."""\n\n\n' + SOURCE
    drawn = [[m.mutation for _, m in command.sample({"a.py": source}, 5, 1)] for source in (SOURCE, longer)]
    assert drawn[0] == drawn[1]


@pytest.mark.parametrize(
    ("module", "test"),
    [
        ("missionplanner/domain/rules.py", "tests/unit/domain/test_rules.py"),
        ("missionplanner/a/b/c.py", "tests/unit/a/b/test_c.py"),
        ("missionplanner/gui/x/y.py", "tests/gui/x/test_y.py"),
    ],
)
def test_the_mirror_of_a_module(module: str, test: str) -> None:
    assert mutant_tests.mirrored(module) == test


def test_the_test_files_of_a_package(tmp_path: Path) -> None:
    for name in ("tests/unit/a/b/test_c.py", "tests/unit/a/other.py", "tests/unit/test_a.py", "tests/gui/x/test_y.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    assert mutant_tests.test_files("a", tmp_path) == ["tests/unit/a/b/test_c.py", "tests/unit/test_a.py"]
    assert mutant_tests.test_files("gui", tmp_path) == ["tests/gui/x/test_y.py"]


def cover(file: str, lines: dict[str, list[int]], seconds: float = 1, compiled: bool = False) -> mutant_tests.Cover:
    """Two tests, of which `two` has the fixture `made`."""
    tests = {f"{file}::one": ["fixture made"] if not lines else [], f"{file}::two": ["fixture made"]}
    return mutant_tests.Cover(
        file,
        {
            "seconds": {f"{file}::one": seconds, f"{file}::two": seconds},
            "fixtures": tests,
            "lines": {MODULE: {f"{file}::{name}" if name in ("one", "two") else name: n for name, n in lines.items()}},
            "compiled": [MODULE] if compiled else [],
            "failed": [],
        },
    )


OURS, OTHER = "tests/unit/domain/test_example.py", "tests/unit/domain/test_other.py"


@pytest.mark.parametrize(
    ("covers", "expected"),
    [
        ([cover(OURS, {"one": [4], "two": [9]})], [f"{OURS}::one"]),
        ([cover(OURS, {"one": [1], "fixture made": [4]})], [f"{OURS}::two"]),
        ([cover(OURS, {"one": [1], "": [4]})], [f"{OURS}::one", f"{OURS}::two"]),
        ([cover(OURS, {"one": [1]}, compiled=True)], [f"{OURS}::one", f"{OURS}::two"]),
        ([cover(OTHER, {"one": [4]}), cover(OURS, {"two": [4]})], [f"{OURS}::two", f"{OTHER}::one"]),
        ([cover(OTHER, {"one": [4]}, seconds=9), cover(OURS, {"two": [4]})], [f"{OURS}::two"]),
        ([cover(OTHER, {"one": [4]}, seconds=9)], [f"{OTHER}::one"]),
        ([cover(OURS, {"one": [1]})], [f"{OURS}::one", f"{OURS}::two"]),
        ([cover(OTHER, {"one": [1]})], []),
    ],
)
def test_the_tests_that_execute_the_line_are_chosen_the_mirrored_ones_first(
    covers: list[mutant_tests.Cover], expected: list[str]
) -> None:
    mutant = next(m for m in mutation.mutants(SOURCE) if m.line == 4)
    assert list(mutant_tests.chosen(covers, MODULE, mutant, 5)) == expected


class Pool:
    """Kills whatever compares and says what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.last = 10_000
        self.failed: list[str] = []

    def done(self, jobs: dict[str, dict[str, Any]]) -> Any:
        for name, job in jobs.items():
            if job["cover"]:
                found = cover(job["files"][0], {"one": [1, 2, 3, 4, 5, 6]}).found
                yield name, {"code": int(bool(self.failed)), "cover": {**found, "failed": self.failed}}
                continue
            if len(self.asked) == self.last:
                raise KeyboardInterrupt
            self.asked.append(job["source"])
            yield name, {"code": int("number < most" not in job["source"])}

    def close(self) -> None: ...


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with one module and its tests."""
    for name, text in {MODULE: SOURCE, OURS: "def test_one() -> None: ...", "missionplanner/a/__init__.py": ""}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for package in ("missionplanner", "missionplanner/domain"):  # else the checkout's own package is found
        (tmp_path / package / "__init__.py").touch()
    for module in (command, mutant_tests):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(command, "CACHE", tmp_path / "cache")
    return tmp_path


def run(
    root: Path, monkeypatch: pytest.MonkeyPatch, *options: str, last: int = 10_000, failed: list[str] | None = None
) -> tuple[int, list[str]]:
    """The exit code, and the mutants that were run."""
    pool = Pool(root / "cache")
    pool.last, pool.failed = last, failed or []
    monkeypatch.setattr(command, "Pool", lambda *_: pool)
    return command.main(["domain", "--count", "8", *options]), pool.asked


def test_survivors_and_rates_are_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, asked = run(root, monkeypatch)
    lines = capsys.readouterr().out.splitlines()
    survived = len([source for source in asked if "number < most" in source])
    rate = f"{100 * (8 - survived) / 8:.1f} %"
    assert (code, len(asked)) == (0, 8)
    assert lines[0] == f"domain: 8 mutants, {8 - survived} killed, {survived} survived, 0 equivalent: {rate}"
    assert lines[-1] == lines[0].replace("domain", "total")
    assert len(lines) == 2 + survived
    assert all(line.startswith(f"  {MODULE}:") and " -> " in line for line in lines[1:-1])


def test_an_interrupted_run_goes_on_and_nothing_is_run_twice(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, asked = run(root, monkeypatch, last=5)
    assert (code, len(asked)) == (130, 5)
    with (root / "cache" / "results.jsonl").open("a", encoding="utf-8") as file:
        file.write('["torn')
    assert len(run(root, monkeypatch)[1]) == 3
    assert run(root, monkeypatch)[1] == []
    (root / OURS).write_text("def test_other() -> None: ...", encoding="utf-8")
    assert len(run(root, monkeypatch)[1]) == 8


def test_survivors_fail_only_where_a_rate_is_wanted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run(root, monkeypatch, "--at-least", "100")[0] == 1
    assert run(root, monkeypatch, "--at-least", "0")[0] == 0


def test_a_test_that_fails_without_a_mutant_is_told_until_it_passes(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(root, monkeypatch, failed=[f"{OURS}::three"])[0] == 2
    assert f"  left out, it fails without any mutant: {OURS}::three" in capsys.readouterr().out.splitlines()
    assert run(root, monkeypatch) == (0, [])
    assert "left out" not in capsys.readouterr().out


def equivalent(root: Path, mutation_text: str) -> None:
    """List a mutant as equivalent."""
    entry = (
        f'[[equivalent]]\nfile = "{MODULE}"\nline = "found += number"\nmutation = "{mutation_text}"\nreason = "why"\n'
    )
    (root / "tests" / "equivalent_mutants.toml").write_text(entry, encoding="utf-8")


def test_equivalents_are_not_run_and_may_not_be_many(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    equivalent(root, "found += number -> found -= number")
    code, asked = run(root, monkeypatch, "--count", "1000")
    out = capsys.readouterr().out
    assert code == 1
    assert len(asked) == len(mutation.mutants(SOURCE)) - 1
    assert ", 1 equivalent: " in out
    assert "domain: more than 5% of the sample are listed as equivalent" in out


def test_an_equivalent_that_is_no_more_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    equivalent(root, "found += number -> found *= number")
    assert run(root, monkeypatch)[0] == 0
    assert "no such mutant any more, in equivalent_mutants.toml" in capsys.readouterr().out


def test_every_listed_equivalent_is_a_mutant_and_has_a_reason() -> None:
    for (path, line, text), reason in mutant_tests.equivalents(ROOT / "tests" / "equivalent_mutants.toml").items():
        listed = {(m.text, m.mutation) for m in mutation.mutants((ROOT / path).read_text(encoding="utf-8"))}
        assert (line, text) in listed
        assert reason


Try = Callable[..., tuple[int, list[str]]]
"""Runs the command with options: the exit code and the lines it printed."""


@pytest.fixture
def two_modules(root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> tuple[Path, Try]:
    """A checkout with a second module, and the command there."""
    (root / "missionplanner" / "domain" / "second.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.chdir(root)
    monkeypatch.setattr(command, "Pool", lambda *_: Pool(root / "cache"))
    return root, lambda *options: (command.main([*options, "--count", "1000"]), capsys.readouterr().out.splitlines())


def rewritten(root: Path, pattern: str) -> None:
    """List modules as about to be written anew."""
    entry = f'[[rewritten]]\nreason = "why"\nmodules = ["{pattern}"]\n'
    (root / "tests" / "equivalent_mutants.toml").write_text(entry, encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "pattern", "drawn_from", "ending"),
    [
        ("domain", "domain/second.py", "example", ", modules left out: 1"),
        ("domain", "a/*", "example second", ""),
        ("domain", "domain/*", "example second", ""),
        ("", "domain/*", "", ", modules left out: 3"),
        ("--module missionplanner/domain/second.py", "domain/second.py", "second", ""),
    ],
)
def test_modules_about_to_be_written_anew_are_left_out(
    two_modules: tuple[Path, Try], arguments: str, pattern: str, drawn_from: str, ending: str
) -> None:
    root, run_main = two_modules
    rewritten(root, pattern)
    code, lines = run_main(*arguments.split())
    assert code == 0
    assert {Path(line.partition(":")[0]).stem for line in lines if " -> " in line} == set(drawn_from.split())
    assert lines[-1].partition(" %")[2] == ending


def test_every_pattern_of_modules_to_be_written_anew_finds_one_and_has_a_reason() -> None:
    for pattern, reason in mutant_tests.rewritten(ROOT / "tests" / "equivalent_mutants.toml").items():
        assert list((ROOT / "missionplanner").glob(pattern))
        assert reason


TESTS = """import functools, subprocess, sys
import pytest

@pytest.fixture(scope="module")
def made():
    from missionplanner.domain import example
    return example.total([1, 5], 9)

@pytest.mark.parametrize("most", [1, 2])
def test_nothing(most):
    pass

def test_shared(made):
    assert made == 6

def test_broken():
    assert False

def test_elsewhere():
    code = "from missionplanner.domain import example; print(example.total([1, 5], 9))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "6\\n"
"""


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked")
def test_tests_run_in_forks_against_the_mutant_in_the_file(root: Path) -> None:
    (root / OURS).write_text(TESTS, encoding="utf-8")
    asked = {"path": MODULE, "files": [OURS], "limit": 60, "cover": ""}
    shared, elsewhere = f"{OURS}::test_shared", f"{OURS}::test_elsewhere"
    minus, endless = SOURCE.replace("+=", "-="), SOURCE.replace("    found = 0", "    while True: pass")
    jobs = [
        {**asked, "source": None, "cover": "missionplanner/domain"},
        {**asked, "source": minus, "tests": [shared]},
        {**asked, "source": minus, "tests": [elsewhere]},
        {**asked, "source": minus, "tests": [f"{OURS}::test_nothing"]},
        {**asked, "source": endless, "tests": [shared], "limit": 2},
    ]
    (root / "kept").mkdir()
    command_line = [sys.executable, str(ROOT / "packaging" / "mutant_runs.py")]
    variables = {**os.environ, "PYTHONPATH": str(root), "XDG_CACHE_HOME": str(root / "kept")}
    lines = "".join(json.dumps(job) + "\n" for job in jobs)
    done = subprocess.run(
        command_line, cwd=root, env=variables, input=lines, capture_output=True, text=True, check=True
    )
    covered, *answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert (covered["code"], covered["cover"]["lines"][MODULE]["fixture made"]) == (1, [2, 3, 4, 5, 6])
    assert covered["cover"]["lines"][MODULE][""] == [1]
    assert covered["cover"]["failed"] == [f"{OURS}::test_broken"]
    assert f"{OURS}::test_broken" not in covered["cover"]["fixtures"]
    assert covered["cover"]["fixtures"][shared][-1] == "fixture made"
    assert [answer["code"] for answer in answers] == [1, 1, 0, None]
    assert (root / MODULE).read_text(encoding="utf-8") == SOURCE
