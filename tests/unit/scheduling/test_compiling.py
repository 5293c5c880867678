"""With a library that comes with the program nothing is compiled, and numba is not even loaded."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = """
const char settle_takes[] = "int64->int64";
int settle(long long *result, void **mistake, long long *row) { *result = row[0] + 1; return 0; }
"""
CODE = """
import sys
from pathlib import Path
from missionplanner.scheduling import compiled_cache
compiled_cache.library = lambda: Path(sys.argv[1])
from missionplanner.scheduling import compiling

def settle(number): ...

def helper(number): return number * 2

print(compiling.compiled(settle)(41), compiling.inner(helper)(4), "numba" in sys.modules)
"""


def test_a_library_takes_the_place_of_the_compiler(tmp_path: Path) -> None:
    if not shutil.which("cc"):
        pytest.skip("no compiler")
    (tmp_path / "source.c").write_text(SOURCE, encoding="ascii")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", tmp_path / "made.so", tmp_path / "source.c"], check=True)
    done = subprocess.run(
        [sys.executable, "-c", CODE, tmp_path / "made.so"], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["42", "8", "False"]


def test_without_a_library_numba_compiles() -> None:
    from missionplanner.scheduling import compiling

    assert compiling.compiled.__module__ == compiling.inner.__module__ == "numba.core.decorators"
