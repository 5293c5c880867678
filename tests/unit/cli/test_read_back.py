"""The command import knows workbooks that were exported here, and says what it changes, cell by cell."""

from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.store.store import Store
from tests import workbooks
from tests.builders import key_of
from tests.unit.cli.running import document, run


@pytest.fixture
def changed(mission: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A workbook of the mission in which a colleague changed two cells, and added a row."""

    def change(sheets: workbooks.Cells) -> None:
        rows = sheets["Companies"]
        workbooks.put(rows, "D1", "City", "Laval")
        workbooks.put(rows, "D1", "Meetings", 9)
        rows.append(["", "Nord Foods", "Delegation"])

    run(capsys, "export", mission, "--out", tmp_path / "all.xlsx")
    return workbooks.edited(tmp_path / "all.xlsx", change)


def test_cells_are_changed_and_reported(mission: Path, changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _error = run(capsys, "import", mission, changed)
    assert (code, out.splitlines()) == (
        0,
        [
            "1 cell changed, 1 record added",
            "Companies, row 2, D1: City (new: “Laval”)",
            "Companies, row 8: Nord Foods is new",
            "Companies, row 2, D1: This column is worked out and cannot be typed into.",
        ],
    )
    with Store.open(mission) as store:
        assert store.get(Company, key_of(store, "D1")).city == "Laval"
        assert store.steps.undo_label == "Import edited all.xlsx"


def test_a_script_gets_them_as_one_document(mission: Path, changed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = mission.read_bytes()
    found = document(capsys, "import", mission, changed, "--dry-run")
    assert {name: found[name] for name in ("new", "changed", "rejected", "gone", "not_imported")} == {
        "new": 1, "changed": 1, "rejected": 0, "gone": 0, "not_imported": [],
    }  # fmt: skip
    assert found["changes"] == [
        {"sheet": "Companies", "row": 2, "company": "D1", "field": "city", "old": "", "new": "Laval"}
    ]  # fmt: skip
    assert [issue["code"] for issue in found["issues"]] == ["refused"]
    assert mission.read_bytes() == before


def test_any_other_file_needs_its_kind(mission: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "firms.csv").write_text("Company\nNord Foods\n")
    code, _out, error = run(capsys, "import", mission, tmp_path / "firms.csv")
    assert (code, error.strip()) == (
        3, "What does the file hold? Add --kind companies, people, requests, arrivals, rooms or transfers.",
    )  # fmt: skip
