"""What is compiled ahead of time does what the Python function does."""

import shutil
import sys
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import kernel_library  # noqa: E402

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
