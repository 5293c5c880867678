"""Remarks on a file are grouped, so that a report of thousands of rows can be read."""

import pytest

from missionplanner.domain.issues import Issue, Severity
from missionplanner.jobs.imports.remark_groups import grouped, listed


def bad(row: int, value: str, column: str = "Phone") -> Issue:
    return Issue("bad_phone", f"“{value}” is no telephone number.", Severity.WARNING, row, column, value)


def test_equal_remarks_are_one_with_all_their_rows() -> None:
    issues = [bad(3, "x"), bad(4, "x"), bad(9, "x"), bad(9, "x"), bad(5, "y"), bad(6, "x", "Mobile")]
    assert [group.text for group in grouped(issues)] == [
        "rows 3–4, 9, Phone: “x” is no telephone number.",
        "row 5, Phone: “y” is no telephone number.",
        "row 6, Mobile: “x” is no telephone number.",
    ]


@pytest.mark.parametrize(("number", "lines"), [(5, 5), (6, 1), (5000, 1)])
def test_of_many_different_remarks_of_a_kind_the_first_stands_for_all(number: int, lines: int) -> None:
    found = grouped(bad(row, str(row)) for row in range(2, 2 + number))
    assert len(found) == lines
    assert sum(len(group.rows) for group in found) == number
    if lines == 1:
        assert found[0].others == number - 1
        assert found[0].text.startswith(f"rows 2–{number + 1}, Phone: “2” is no telephone number. (")


def test_remarks_on_the_file_have_no_row() -> None:
    found = grouped([Issue("hidden", "Hidden sheets were not read: B.", Severity.WARNING)])
    assert [group.text for group in found] == ["Hidden sheets were not read: B."]


def test_errors_and_warnings_of_a_kind_stay_apart() -> None:
    issues = [Issue("ragged_row", "A", Severity.ERROR, 2), Issue("ragged_row", "A", Severity.WARNING, 3)]
    assert [group.text for group in grouped(issues)] == ["row 2: A", "row 3: A"]


@pytest.mark.parametrize(
    ("numbers", "text"),
    [
        ([4], "4"),
        ([4, 5, 6, 9], "4–6, 9"),
        (list(range(1, 17, 2)), "1, 3, 5, 7, 9, 11, 13, 15"),
        (list(range(1, 2401, 2)), "1, 3, 5, 7, 9, 11, 13, 15 and others, 1,200 in all"),
    ],
)
def test_row_numbers_are_listed_as_runs(numbers: list[int], text: str) -> None:
    assert listed(numbers) == text
