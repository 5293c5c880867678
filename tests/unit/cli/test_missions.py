"""Commands on a file as a whole: new, info, history, backup, restore."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from missionplanner.store.schema import FORMAT
from tests.builders import EXAMPLE
from tests.unit.cli.running import document, run


def test_new_from_the_example_and_info(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "e.mission"
    assert document(capsys, "new", path, "--example", EXAMPLE)["name"] == "Canada Trade Mission to Mexico 2026"
    info = document(capsys, "info", path)
    assert [stop["name"] for stop in info["stops"]] == ["Mexico City", "Guadalajara", "Monterrey"]
    assert [sector["code"] for sector in info["sectors"]] == ["AM", "AG", "CT", "CI", "IT"]
    assert info["companies"] == {"delegation": {}, "counterpart": {}}
    assert info["format"] == FORMAT
    code, _out, error = run(capsys, "new", path)
    assert code == 3
    assert "already a file" in error


def test_new_empty_mission_has_a_name_and_dates(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "new", tmp_path / "Peru 2027.mission")[0] == 0
    assert "Peru 2027" in run(capsys, "info", tmp_path / "Peru 2027.mission")[1]


def test_backup_restore_and_history(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    copy = document(capsys, "backup", mission, tmp_path / "copy.mission")["path"]
    run(capsys, "set-status", mission, "declined", "--side", "delegation")
    assert "Set status to Declined" in run(capsys, "history", mission)[1]
    kept = document(capsys, "restore", mission, copy)["kept"]
    assert {row["status"] for row in document(capsys, "list", mission, "companies")} == {"accepted"}
    assert "declined" in run(capsys, "info", kept)[1]


def test_info_is_readable(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    run(capsys, "set-status", mission, "declined", "--search", "D1")
    code, out, _error = run(capsys, "info", mission)
    assert (code, out.splitlines()) == (
        0,
        [
            "Test mission",
            "February 16, 2026, Canada – Mexico",
            "Stops: Mexico City (February 16, 2026)",
            "Sectors: AM Advanced manufacturing",
            "Delegation: accepted 2, declined 1",
            "Counterpart: comes 3",
            "6 people (Delegation 3, Counterpart 3), 9 requests, 0 meetings, 0 conflicts",
            f"File format: {FORMAT}",
        ],
    )


def test_history_is_read_since_a_day_with_whom_it_is_about(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    run(capsys, "set-status", mission, "declined", "--search", "D1")
    found = document(capsys, "history", mission, "--since", "yesterday")
    assert (found[0]["label"], found[0]["about"]) == ("Set status to Declined", ["D1"])
    assert document(capsys, "history", mission, "--until", "2020-01-01") == []
    code, _out, error = run(capsys, "history", mission, "--since", "soon")
    assert (code, error.startswith("“soon” is no day or time. Write it as 2027-10-12")) == (3, True)


def test_history_names_step_and_records(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    code, out, _error = run(capsys, "history", mission)
    last, *_before = out.splitlines()
    assert code == 0
    assert re.fullmatch(r"\w{3} \d+, \d{4} \d\d:\d\d  .+  Ask  D1 – C1; D1 – C2; D1 – C3; …  \(Request 9\)", last)
    steps = document(capsys, "history", mission)
    assert [step["label"] for step in steps] == ["Ask", "Fill", "New mission"]
    assert steps[0]["changes"] == {"requests": 9}


def test_history_is_in_the_language_of_the_reader(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    run(capsys, "--lang", "fr", "set-status", mission, "declined", "--side", "delegation")
    assert "Set status to Declined" in run(capsys, "history", mission)[1]
    assert "Cambiar el estado a Rechazada" in run(capsys, "--lang", "es", "history", mission)[1]
    assert document(capsys, "--lang", "es", "history", mission)[0]["label"] == "Set status to Declined"


def test_backup_takes_the_place_of_no_file(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    (tmp_path / "there.mission").write_text("mine")
    error = "There is already a file there.mission. Choose another name.\n"
    assert run(capsys, "backup", mission, tmp_path / "there.mission") == (3, "", error)


def test_backup_without_a_name_lies_beside_the_file(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    copy = Path(document(capsys, "backup", mission)["path"])
    assert re.fullmatch(r"m \d{4}-\d\d-\d\d \d{6}\.mission", copy.name)
    assert run(capsys, "check", copy)[0] == 0


def test_restore_says_where_the_old_file_is(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    run(capsys, "backup", mission, tmp_path / "copy.mission")
    code, out, _error = run(capsys, "restore", mission, tmp_path / "copy.mission")
    first, second = out.splitlines()
    assert (code, first) == (0, f"{mission} is restored.")
    assert Path(second.removeprefix("What was there before is in ").removesuffix(".")).is_file()


def test_new_mission_lasts_five_days_from_in_three_months(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "new", tmp_path / "Peru.mission") == (0, f"{tmp_path / 'Peru.mission'}: Peru\n", "")
    found = document(capsys, "info", tmp_path / "Peru.mission")
    starts, ends = date.fromisoformat(found["starts"]), date.fromisoformat(found["ends"])
    assert ends - starts == timedelta(days=4)
    assert timedelta(days=89) <= starts - date.today() <= timedelta(days=90)  # noqa: DTZ011
