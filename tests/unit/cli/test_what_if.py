"""The command whatif."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_scripts_read_a_row_for_every_scenario(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = document(capsys, "whatif", mission, "--companies", "2", "--tables", "1,2", "--seconds", "0.2")
    assert found == [
        {
            "companies": 2, "counterparts": 3, "tables": tables, "slots": None, "days": None, "interpreters": None,
            "requested": 6, "possible": 6, "must_requested": 0, "must_possible": 0, "meetings": meetings, "meetings_bound": meetings,
            "meetings_per_company": meetings / 2, "fewest_of_a_company": least, "companies_by_meetings": shares,
            "must_unplaced": 0, "must_unplaced_bound": 0, "company_days": days, "company_days_bound": days,
            "peak_tables": tables, "peak_tables_bound": tables,
        }
        for tables, meetings, least, shares, days in ((1, 4, 2, {"2": 2}, 5), (2, 6, 3, {"3": 2}, 5))
    ]  # fmt: skip


def test_people_read_a_table_and_the_answer(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    code, out, _error = run(capsys, "whatif", mission, "--companies", "1-3/2", "--tables", "3", "--seconds", "0.2")
    lines = out.splitlines()
    assert (code, len(lines)) == (0, 4)
    assert lines[0].split("  ")[0] == "Companies"
    assert lines[-1] == (
        "With up to 3 companies every must-meet that can be held has a place;"
        " with up to 3 companies every request that can be held has one."
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [(("--tables", "x"), "“x” is no list of whole numbers."), (("--companies", "9"), "There are 3 candidates")],
)
def test_numbers_that_cannot_be_are_refused(
    capsys: pytest.CaptureFixture[str], mission: Path, words: tuple[str, ...], sentence: str
) -> None:
    code, _out, error = run(capsys, "whatif", mission, *words)
    assert (code, sentence in error) == (3, True)
