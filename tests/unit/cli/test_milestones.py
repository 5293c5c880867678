"""The command milestones."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_the_plan_is_taken_listed_changed_and_written(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    assert document(capsys, "milestones", mission, "take", "usual") == {"milestones": 3, "tasks": 18, "known": 0}
    assert (
        run(capsys, "milestones", mission, "add", "milestone", "name=Vote", "day=2026-05-05")[1] == "Vote was added.\n"
    )
    run(capsys, "milestones", mission, "add", "task", "name=Ask", "from=Vote", "days=-3", "owner=Ana")
    row = document(capsys, "milestones", mission, "set", "Ask", "state=done")
    assert (row["day"], row["state"], row["from"]) == ("2026-05-02", "done", "Vote")
    code, out, _error = run(capsys, "milestones", mission)
    assert (code, "T-180" in out, "T+365" in out, out.splitlines()[-1]) == (0, True, True, "19 tasks")
    assert len(document(capsys, "milestones", mission)) == 23
    assert run(capsys, "milestones", mission, "remove", "Vote")[1] == "Vote was deleted.\n"
    for verb, name in (("template", "p.csv"), ("ics", "p.ics")):
        assert run(capsys, "milestones", mission, verb, "--out", tmp_path / name)[1] == f"{name} was written.\n"
        assert (tmp_path / name).stat().st_size > 500
    assert document(capsys, "milestones", mission, "take", tmp_path / "p.csv")["known"] == 22
