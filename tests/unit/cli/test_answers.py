"""The command answers."""

from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.timetable import MeetingStatus
from missionplanner.store.store import Store
from tests.builders import meet
from tests.unit.cli.running import document, run
from tests.unit.jobs.relationships.filling import fill, grid_of, saved


def test_forms_are_written_read_and_listed(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    files = document(capsys, "answers", mission, "--out", tmp_path / "out", "--after", "30", "--company", "D1")["files"]
    assert [Path(path).name for path in files] == ["D1 (30, en).xlsx"]
    out = run(capsys, "answers", mission, "--out", tmp_path / "pdf", "--after", "30", "--as", "both")[1]
    assert out == "4 forms were written.\n"
    grid = grid_of(Path(files[0]))
    fill(grid, "C1", stage="Negotiation")
    saved(grid, Path(files[0]), told_on=date(2026, 3, 20))
    (tmp_path / "out" / "z.pdf").write_bytes(b"%PDF-1.4 cut")
    for dry in (["--dry-run"], []):
        found = document(capsys, "answers", mission, "--read", tmp_path / "out", *dry)
        assert (found["new"], found["files"], found["left_out"], len(found["issues"])) == (1, 1, 1, 1)
    out = run(capsys, "answers", mission, "--read", tmp_path / "out")[1].splitlines()
    assert (out[0][:6], out[-1]) == ("z.pdf:", "1 form read, 1 file not read, 0 new answers, 1 known already.")
    rows = document(capsys, "answers", mission, "--on", "2026-04-01")
    assert [(row["company"], row["after"], row["overdue"], row["answered"]) for row in rows] == [("C1", 30, 14, 0)]
    assert len(document(capsys, "answers", mission, "--on", "2026-04-01", "--all")) == 2
    assert "Mar 18, 2026" in run(capsys, "answers", mission, "--on", "2026-04-01")[1]


def test_who_was_asked_is_noted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0, status=MeetingStatus.HELD)
    named = ("--after", "30", "--company", "C1", "--on", "2026-04-01")
    assert run(capsys, "answers", mission, "--done", "--note", "called", *named)[1] == "It was noted.\n"
    row = next(row for row in document(capsys, "answers", mission, "--all", "--on", "2026-04-01") if row["done"])
    assert (row["company"], row["done"], row["note"]) == ("C1", "2026-04-01", "called")
    assert document(capsys, "answers", mission, "--undone", *named) == {"count": 1}
    assert all(row["done"] is None for row in document(capsys, "answers", mission, "--all", "--on", "2026-04-01"))
    assert run(capsys, "answers", mission, "--csv", "--on", "2026-04-01")[1].splitlines()[1].startswith("C1,30,")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--done", "--after", "30"), "No company is named."),
        (("--done", "--undone"), "Only one of"),
        (("--out", "x", "--after", "31"), "Follow-ups are due after"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    capsys: pytest.CaptureFixture[str], mission: Path, options: tuple[str, ...], said: str
) -> None:
    code, _out, error = run(capsys, "answers", mission, *options)
    assert (code, said in error) == (3, True)
