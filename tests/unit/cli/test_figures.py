"""The command figures."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_series_and_figures_are_added_listed_changed_and_deleted(
    capsys: pytest.CaptureFixture[str], mission: Path
) -> None:
    _code, out, _error = run(capsys, "figures", mission, "add", "Trade", "currency=CAD", "scale=billion")
    assert out == "Trade was added.\n"
    run(capsys, "figures", mission, "add", "trade.2024", "value=over 56", "source=Office", "as_of=2025-03-04")
    (row,) = document(capsys, "figures", mission)
    assert {name: row[name] for name in ("name", "value", "bounded", "source", "as_of")} == {
        "name": "trade.2024", "value": 56.0, "bounded": "over", "source": "Office", "as_of": "2025-03-04",
    }  # fmt: skip
    code, out, _error = run(capsys, "figures", mission)
    assert (code, "over CAD 56 billion" in out, out.splitlines()[-1]) == (0, True, "1 figure")
    assert run(capsys, "figures", mission, "--series")[1].splitlines()[-1] == "1 series"
    assert document(capsys, "figures", mission, "set", "trade", "chart=line")["chart"] == "line"
    assert run(capsys, "figures", mission, "set", "trade.2024", "value=57")[1] == "trade.2024 was changed.\n"
    assert run(capsys, "figures", mission, "remove", "trade.2024")[1] == "trade.2024 was deleted.\n"
    assert document(capsys, "figures", mission, "remove", "trade")["code"] == "trade"
    assert document(capsys, "figures", mission, "--series") == []


def test_what_is_listed_as_csv_is_imported_again(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    source = tmp_path / "t.csv"
    source.write_text('Year,"Exports (CAD, millions)"\n2023,8.5\n2024,"over 9"\nx,1\n', encoding="utf-8")
    bring = ("figures", mission, "import", source, "--source", "Office", "--as-of", "2025-03-04")
    assert document(capsys, *bring, "--dry-run")["new"] == 2
    code, out, error = run(capsys, *bring)
    assert (code, out) == (0, "1 new series, 2 new figures, 1 cell is no figure.\n")
    assert "Row 4: “x” is no period" in error
    listed = tmp_path / "l.csv"
    listed.write_text(run(capsys, "figures", mission, "--csv")[1], encoding="utf-8")
    found = document(capsys, "figures", mission, "import", listed)
    assert (found["new_series"], found["new"], found["changed"], found["same"]) == ([], 0, 0, 2)
