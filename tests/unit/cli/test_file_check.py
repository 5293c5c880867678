"""The command check --file: what is unsound in a file, and a repaired copy of it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.store.store import Store
from tests.unit.cli.running import document, run


@pytest.fixture
def damaged(mission: Path) -> Path:
    """The mission with two values that no field takes."""
    with closing(sqlite3.connect(mission, isolation_level=None)) as raw:
        raw.execute("UPDATE companies SET employees = 'many' WHERE name = 'D1'")
        raw.execute("UPDATE people SET company_id = 99 WHERE family_name = 'D2'")
    return mission


def test_a_sound_file_is_said_to_be_sound(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    assert run(capsys, "check", "--file", mission) == (0, f"{mission.name} is sound.\n", "")
    assert sorted(path.name for path in mission.parent.glob("*repaired*")) == []


def test_every_fault_is_a_line_and_what_can_be_kept_is_on_a_copy(
    capsys: pytest.CaptureFixture[str], damaged: Path
) -> None:
    before = damaged.read_bytes()
    copy = damaged.with_name(f"{damaged.stem} repaired.mission")
    code, out, _error = run(capsys, "check", "--file", damaged)
    assert (code, out.splitlines()) == (
        1,
        [
            "Company “D1”, Employees: This is no number. (many)",
            "Person “Given D2”, Company: The record it belongs to is not in the file: Company.",
            f"What can be kept is in {copy}: 2 values were corrected, 0 records were left out, the"
            " history, and what cannot be read any more, are not in it.",
        ],
    )
    assert damaged.read_bytes() == before
    with Store.open(copy) as store:
        assert next(company for company in store.all(Company) if company.name == "D1").employees is None
    assert run(capsys, "check", "--file", copy)[0] == 0


def test_the_document_names_table_record_column_and_value(capsys: pytest.CaptureFixture[str], damaged: Path) -> None:
    found = document(capsys, "check", "--file", damaged)
    assert found["sound"] is False
    assert found["findings"][0] == {
        "table": "companies", "key": 1, "record": "Company “D1”", "column": "employees", "value": "many",
        "problem": "This is no number.",
    }  # fmt: skip
    assert found["copy"] == str(damaged.with_name(f"{damaged.stem} repaired.mission"))
    assert (found["rows"]["companies"], len(found["corrected"]), len(found["left_out"])) == (6, 2, 0)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04" * 5000, b"SQLite format 3\0" + bytes(5000)])
def test_what_cannot_be_read_at_all_is_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "x.mission"
    path.write_bytes(content)
    code, out, error = run(capsys, "check", "--file", path)
    assert (code, out) == (3, "")
    assert error.count("\n") <= 2
    assert run(capsys, "check", "--file", tmp_path / "none.mission")[0] == 3


def test_where_no_copy_can_be_made_the_faults_are_still_named(
    capsys: pytest.CaptureFixture[str], damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("missionplanner.jobs.safety.file_check.place_for_copy", lambda path: path / "no" / "x.mission")
    code, out, error = run(capsys, "check", "--file", damaged)
    assert (code, len(out.splitlines())) == (1, 2)
    assert "There is no folder" in error


@pytest.mark.parametrize("typed", [("check",), ("check", "a.mission", "--file", "b.mission")])
def test_one_of_the_two_is_checked(capsys: pytest.CaptureFixture[str], typed: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(capsys, *typed)
