"""The command objectives: what companies agreed on, with what is reached."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.store.store import Store
from tests.unit.cli.running import document, run


def test_objectives_are_added_changed_listed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    with Store.open(mission, read_only=True) as store:
        name = store.all(Company)[0].name
    typed = ("number=3", "counts=by_hand", "unit=distributors")
    _code, out, _error = run(capsys, "objectives", mission, "add", name, "distributors", *typed)
    assert out == "The objective was added.\n"
    row = document(capsys, "objectives", mission, "set", name, "distrib", "reached=3")
    assert (row["company"], row["reached"]) == (name, 3)
    (row,) = document(capsys, "objectives", mission)
    assert (row["what"], row["number"], row["reached"], row["met"]) == ("distributors", 3, 3, True)
    _code, out, _error = run(capsys, "objectives", mission)
    assert out.splitlines()[-1] == "1 of 1 objectives reached"
    _code, out, _error = run(capsys, "report", mission, "--on", "2026-06-01")
    assert f"{name}: distributors: 3 of 3 distributors" in out
    _code, out, _error = run(capsys, "objectives", mission, "remove", name, "distributors")
    assert (out, document(capsys, "objectives", mission)) == ("The objective was deleted.\n", [])
