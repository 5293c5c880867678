"""The command evaluations: filled forms typed, read and summed."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_forms_are_typed_summed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    _code, out, _error = run(
        capsys, "evaluations", mission, "add", "4 5 3 - 5; heavy", "5 5 5 5 5", "--on", "2026-02-20"
    )
    assert out == "2 forms were added.\n"
    found = document(capsys, "evaluations", mission)
    assert [row["mean"] for row in found["statements"]] == [4.5, 5, 4, 5, 5]
    assert (found["forms"][0]["comment"], found["forms"][0]["given_on"]) == ("heavy", "2026-02-20")
    _code, out, _error = run(capsys, "evaluations", mission)
    assert out.splitlines()[-1] == "2 forms"
    _code, out, _error = run(capsys, "report", mission, "--on", "2026-06-01")
    assert "The briefing pack was useful." in out
    assert document(capsys, "evaluations", mission, "remove", found["forms"][0]["uid"]) == {"forms": 1}
    assert len(document(capsys, "evaluations", mission)["forms"]) == 1
    code, _out, error = run(capsys, "evaluations", mission, "remove", "zz")
    assert (code, "There is no filled form “zz”." in error) == (3, True)


def test_one_form_that_cannot_be_read_adds_none(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    code, _out, _error = run(capsys, "evaluations", mission, "add", "4 5 3 4 5", "4 5")
    assert (code, document(capsys, "evaluations", mission)["forms"]) == (3, [])


def test_a_table_is_read(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("Company,The briefing pack was useful.\n,4\n,many\n", encoding="utf-8")
    assert document(capsys, "evaluations", mission, "read", path, "--dry-run")["new"] == 1
    _code, out, _error = run(capsys, "evaluations", mission, "read", path)
    assert out.splitlines() == ["Row 3: “many” is no mark from 1 to 5.", "1 evaluation read · 1 row not read"]
    assert document(capsys, "evaluations", mission, "read", path) == {
        "new": 0, "same": 1, "problems": ["Row 3: “many” is no mark from 1 to 5."],
    }  # fmt: skip
