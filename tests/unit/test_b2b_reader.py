"""The reader of published instances: comments, and faults with file and line."""

from pathlib import Path

import pytest

from tests.benchmarks.b2b import Fault, read

GOOD = """% An instance of three participants, 100% made up.
nBusiness = 3;
nMeetings = 2;
nTables = 1;  % one table
nTotalSlots = 4;
nMorningSlots = 2;
requested = [|1,2,1,
|1,3,3|];
fixed = [0,4];
forbidden = [{0},
{1},{}];
precedences = [{},{1}];
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "small.dzn"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_instance_is_read_with_its_comments(tmp_path: Path) -> None:
    found = read(written(tmp_path, GOOD))
    assert [(wish.parties, wish.allowed) for wish in found.wishes] == [((0, 1), (1,)), ((0, 2), (3,))]
    assert (found.orders, len(found.slots), found.groups[0].room) == (((0, 1),), 4, 1)


@pytest.mark.parametrize(
    ("good", "bad", "fault"),
    [
        ("nTables = 1;", "nTables = one;", "4: nTables is neither a number nor a list of numbers or sets"),
        ("nTables = 1;", "nTables 1;", "4: this is no “name = value;”: nTables 1"),
        ("nTables = 1;", "", "1: nTables is missing"),
        ("nTables = 1;", "nTables = [1];", "4: nTables is no number"),
        ("fixed = [0,4];", "fixed = [0];", "9: fixed has 1 entries, not 2"),
        ("fixed = [0,4];", "fixed = 4;", "9: fixed is no list"),
        ("fixed = [0,4];", "fixed = [0,5];", "9: entry 2 of fixed is not from 0 to 4: 5"),
        ("{1},{}]", "{1},7,{}]", "10: forbidden is neither a number nor a list of numbers or sets"),
        ("|1,3,3|]", "|1,9,3|]", "7: meeting 2 is no pair of participants with 1, 2 or 3: [1, 9, 3]"),
        ("[{},{1}];", "[{},{1}]", "12: precedences has no semicolon at its end"),
    ],
)
def test_a_fault_names_file_and_line(tmp_path: Path, good: str, bad: str, fault: str) -> None:
    with pytest.raises(Fault) as caught:
        read(written(tmp_path, GOOD.replace(good, bad)))
    assert str(caught.value) == f"small.dzn:{fault}"
