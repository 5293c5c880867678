"""Functions of a library are called with what they were compiled for, and with nothing else."""

import shutil
import subprocess

import numpy as np
import pytest

from missionplanner.scheduling import compiled_library
from missionplanner.scheduling.compiled_library import Library

SOURCE = """
#include <stdint.h>
#include <string.h>
typedef int64_t word;
const char total_takes[] = "int32:2 int64 float64 generator->int64";
int total(word *result, void **mistake, word *row) {
    int32_t *numbers = (int32_t *)row[0];
    double factor;
    memcpy(&factor, &row[4], 8);
    double (*draw)(void *) = (double (*)(void *))row[6];
    *result = 0;
    for (word k = 0; k < row[1] * row[2]; k++) *result += numbers[k];
    *result = *result * factor + row[3] + (word)(1000 * draw((void *)row[5]));
    return 0;
}
const char clear_takes[] = "bool:1->none";
int clear(word *result, void **mistake, word *row) { ((char *)row[0])[0] = 0; return 0; }
const char fail_takes[] = "int64->none";
int fail(word *result, void **mistake, word *row) { return 1; }
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    if not shutil.which("cc"):
        pytest.skip("no compiler")
    folder = tmp_path_factory.mktemp("library")
    (folder / "source.c").write_text(SOURCE, encoding="ascii")
    subprocess.run(["cc", "-shared", "-fPIC", "-o", folder / "made.so", folder / "source.c"], check=True)
    return Library(folder / "made.so")


def test_arrays_numbers_and_chance_are_handed_over(library: Library) -> None:
    numbers = np.array([[1, 2, 3], [4, 5, 6]], np.int32)
    drawn = np.random.default_rng(7).random()
    result = library.function("total")((numbers, 100), 0.5, np.random.default_rng(7))
    assert result == int(21 * 0.5 + 100 + int(1000 * drawn))


def test_what_a_function_writes_is_seen(library: Library) -> None:
    flags = np.ones(2, np.bool_)
    assert library.function("clear")(flags) is None
    assert flags.tolist() == [False, True]


@pytest.mark.parametrize(
    "arguments",
    [
        (np.zeros((2, 2), np.int64), 1, 1.0, np.random.default_rng(1)),
        (np.zeros(4, np.int32), 1, 1.0, np.random.default_rng(1)),
        (np.zeros((4, 4), np.int32)[::2], 1, 1.0, np.random.default_rng(1)),
        (np.zeros((2, 2), np.int32), 1.0, 1.0, np.random.default_rng(1)),
        (np.zeros((2, 2), np.int32), 1, 1.0),
        (np.zeros((2, 2), np.int32), 1, "1", np.random.default_rng(1)),
    ],
)
def test_what_a_function_was_not_compiled_for_is_refused(library: Library, arguments: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match="was compiled for"):
        library.function("total")(*arguments)


def test_a_function_that_fails_raises(library: Library) -> None:
    with pytest.raises(ArithmeticError):
        library.function("fail")(1)


@pytest.mark.parametrize(
    ("system", "expected"),
    [
        ("linux-x86_64", "search-12ab-linux-x86_64.so"),
        ("win-amd64", "search-12ab-win-amd64.dll"),
        ("macosx-11.0-arm64", "search-12ab-macosx-11.0-arm64.dylib"),
    ],
)
def test_the_name_tells_the_sources_and_the_system(system: str, expected: str) -> None:
    assert compiled_library.name("12ab", system) == expected
