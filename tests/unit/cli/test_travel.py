"""The command import with tables of travel agencies."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run

TABLE = "Name,Flight,Arrival date,Arrival time,To\nAna Roy,AC991,2026-02-16,13:10,MEX\nB. Chen,AC991,2026-02-16,13:10,MEX\nZoe West,AC991,2026-02-16,13:10,MEX\n"


def test_journeys_are_imported_and_who_is_not_sure_is_said(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    source = tmp_path / "t.csv"
    source.write_text(TABLE, encoding="utf-8")
    for name, company in (("Ana", "Roy"), ("Bo", "Chen")):
        run(capsys, "people", mission, "add", "--given-name", name, "--family-name", company)
    words = ("import", mission, source, "--kind", "arrivals")
    found = document(capsys, *words, "--dry-run", "--rejects", tmp_path / "left.csv")
    assert [found[name] for name in ("read", "new", "asked", "rejected")] == [3, 1, 1, 1]
    assert [one["outcome"] for one in found["people"]] == ["new", "asked", "rejected"]
    assert (len(document(capsys, "arrivals", mission)), (tmp_path / "left.csv").exists()) == (0, True)
    assert run(capsys, *words, "--strict")[0] == 3
    code, out, _error = run(capsys, *words, "--who", "B. Chen=Bo Chen", "--who", "Zoe West=")
    assert (code, out.splitlines()[0]) == (0, "3 people read, 2 new, 1 not registered")
    assert [row["person"] for row in document(capsys, "arrivals", mission)] == ["Ana Roy", "Bo Chen"]
    assert run(capsys, *words, "--who", "Zoe West")[0] == 3
