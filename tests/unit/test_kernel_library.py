"""What is compiled ahead of time does what the Python function does."""

import ast
import shutil
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import kernel_library  # noqa: E402

from missionplanner.scheduling import compiled_cache  # noqa: E402
from missionplanner.scheduling.compiled_library import Library  # noqa: E402


class Frame(NamedTuple):
    numbers: Any
    grid: Any


def weighed(frame, rng, factor, more):
    total = 0.0
    for row in range(frame.grid.shape[0]):
        for column in range(frame.grid.shape[1]):
            total += frame.grid[row, column] * factor + rng.random()
    frame.numbers[0] = len(frame.numbers)
    return int(total * 1000) + more


@pytest.mark.skipif(not shutil.which("cc"), reason="no compiler")
def test_a_function_compiled_ahead_gives_what_python_gives(tmp_path: Path) -> None:
    from numba import njit

    def arguments() -> tuple[Any, ...]:
        frame = Frame(np.zeros(5, np.int32), np.arange(6, dtype=np.int64).reshape(2, 3))
        return frame, np.random.default_rng(3), 1.5, 7

    asked = arguments()
    expected = weighed(*asked)
    compiled = njit(_nrt=False)(weighed)
    compiled(*arguments())
    kernel_library.link(kernel_library.code_of(compiled), ["weighed"], tmp_path / "made.so")
    given = arguments()
    assert Library(tmp_path / "made.so").function("weighed")(*given) == expected
    assert given[0].numbers.tolist() == asked[0].numbers.tolist() == [5, 0, 0, 0, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["made.so"]


def compiled_functions() -> dict[str, set[str]]:
    """The modules that are compiled, as they say themselves, with the functions of each that Python calls."""
    found: dict[str, set[str]] = {}
    for module in (ROOT / "missionplanner" / "scheduling").glob("*.py"):
        tree = ast.parse(module.read_text(encoding="utf-8"))
        if any(
            isinstance(one, ast.ImportFrom) and one.module == "missionplanner.scheduling.compiling" for one in tree.body
        ):
            found[module.name] = {
                one.name
                for one in tree.body
                if isinstance(one, ast.FunctionDef)
                and any(ast.unparse(mark) == "compiled" for mark in one.decorator_list)
            }
    return found


def test_the_library_is_known_by_every_module_that_is_compiled() -> None:
    assert sorted(compiled_cache.COMPILED) == sorted(compiled_functions())


def test_the_library_holds_every_function_that_python_calls() -> None:
    made = ast.parse(Path(kernel_library.__file__).read_text(encoding="utf-8"))
    (listed,) = (
        one.value
        for one in ast.walk(made)
        if isinstance(one, ast.Assign)
        and ast.unparse(one.targets[0]) == "functions"
        and isinstance(one.value, ast.List)
    )
    assert sorted(ast.unparse(one).partition(".")[2] for one in listed.elts) == sorted(
        name for names in compiled_functions().values() for name in names
    )


def test_the_frozen_folder_holds_every_module_that_is_compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "search.so").touch()
    monkeypatch.setenv("MISSIONPLANNER_LIBRARIES", str(tmp_path))
    for name, functions in (
        ("PyInstaller", ()), ("PyInstaller.depend", ()), ("PyInstaller.depend.bindepend", ("get_imports",)),
        ("PyInstaller.utils", ()), ("PyInstaller.utils.hooks", ("collect_data_files", "collect_submodules")),
    ):  # fmt: skip
        module = ModuleType(name)
        for function in functions:
            setattr(module, function, lambda *_words: [])
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(sys, "path", list(sys.path))
    spec = ROOT / "packaging" / "missionplanner.spec"
    with pytest.raises(Asked) as caught:
        exec(
            compile(spec.read_text(encoding="utf-8"), str(spec), "exec"),
            {"SPECPATH": str(spec.parent), "Analysis": ask},
        )
    there = [Path(source).name for source, target in caught.value.datas if target == "missionplanner/scheduling"]
    assert sorted(there) == sorted([*compiled_functions(), "search.so"])


class Asked(Exception):
    """What PyInstaller is asked to put into the folder."""

    def __init__(self, datas: list[tuple[str, str]]) -> None:
        super().__init__()
        self.datas = datas


def ask(*_scripts: object, datas: list[tuple[str, str]], **_more: object) -> None:
    raise Asked(datas)
