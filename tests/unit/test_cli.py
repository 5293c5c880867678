"""The command line keeps its contract: text, one JSON document, exit codes, sentences instead of tracebacks."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from missionplanner import app
from missionplanner.domain.spelling import fold
from missionplanner.store.store import Store
from missionplanner.store.upkeep import passwords as protection
from tests.builders import EXAMPLE, ask_all, meet, small_mission

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "resources" / "examples" / EXAMPLE / "registrations"


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = app.run([str(word) for word in words])
    out, error = capsys.readouterr()
    return code, out, error


def document(capsys: pytest.CaptureFixture[str], *words: object) -> Any:
    code, out, _error = run(capsys, *words, "--json")
    assert code in (0, 1)
    return json.loads(out)


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    path = tmp_path / "m.mission"
    with small_mission(path) as store:
        ask_all(store)
    return path


def test_new_from_the_example_and_info(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "e.mission"
    assert document(capsys, "new", path, "--example", EXAMPLE)["name"] == "Canada Trade Mission to Mexico 2026"
    info = document(capsys, "info", path)
    assert [stop["name"] for stop in info["stops"]] == ["Mexico City", "Guadalajara", "Monterrey"]
    assert [sector["code"] for sector in info["sectors"]] == ["AM", "AG", "CT", "CI", "IT"]
    assert info["companies"] == {"delegation": {}, "counterpart": {}}
    assert info["format"] == 6
    code, _out, error = run(capsys, "new", path)
    assert code == 3
    assert "already a file" in error


def test_new_empty_mission_has_a_name_and_dates(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert run(capsys, "new", tmp_path / "Peru 2027.mission")[0] == 0
    assert "Peru 2027" in run(capsys, "info", tmp_path / "Peru 2027.mission")[1]


def test_import_reports_every_row_once(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "e.mission"
    run(capsys, "new", path, "--example", EXAMPLE)
    words = ("import", path, SOURCES / "registrations_en.xlsx", "--kind", "companies", "--side", "delegation")
    dry = document(capsys, *words, "--dry-run")
    found = document(capsys, *words, "--rejects", tmp_path / "r.csv")
    assert dry == found
    assert found["read"] == sum(found[name] for name in ("new", "changed", "same", "duplicates", "rejected"))
    assert (found["new"], found["duplicates"], found["rejected"]) == (185, 12, 3)
    assert set(found["issues"][0]) == {"row", "column", "value", "severity", "code", "text"}
    assert len((tmp_path / "r.csv").read_text(encoding="utf-8-sig").splitlines()) == 4
    companies = document(capsys, "list", path, "companies")
    assert len(companies) == 185
    wanted = {
        "name",
        "side",
        "status",
        "sectors",
        "city",
        "region",
        "country",
        "website",
        "delegates",
        "stops",
        "offers",
        "seeks",
        "meetings",
    }
    assert wanted <= set(companies[0])
    assert {"given_name", "family_name", "email", "phone", "position"} <= set(companies[0]["delegates"][0])


def test_import_of_requests(capsys: pytest.CaptureFixture[str], tmp_path: Path, mission: Path) -> None:
    (tmp_path / "r.csv").write_text("Requested by,Wants to meet,Priority\nD1,C1,Must meet\nD1,Nobody,Meet\n")
    found = document(capsys, "import", mission, tmp_path / "r.csv", "--kind", "requests")
    assert {name: found[name] for name in ("read", "new", "changed", "same", "rejected")} == {
        "read": 2,
        "new": 0,
        "changed": 1,
        "same": 0,
        "rejected": 1,
    }


def test_map_of_columns(capsys: pytest.CaptureFixture[str], tmp_path: Path, mission: Path) -> None:
    (tmp_path / "f.csv").write_text("Company,Town hall\nNew Co,Lévis\n", encoding="utf-8")
    (tmp_path / "map.json").write_text('{"Town hall": "city"}')
    words = (
        "import",
        mission,
        tmp_path / "f.csv",
        "--kind",
        "companies",
        "--side",
        "delegation",
        "--columns",
        tmp_path / "map.json",
    )
    assert document(capsys, *words)["new"] == 1
    assert document(capsys, "list", mission, "companies", "--search", "levis")[0]["city"] == "Lévis"
    (tmp_path / "map.json").write_text("[1]")
    assert run(capsys, *words)[0] == 3


def test_filters_and_sorting_of_lists(capsys: pytest.CaptureFixture[str], example: Store) -> None:
    path = example.path
    example.close()
    one = document(capsys, "list", path, "companies", "--sector", "AM", "--sector", "CT", "--side", "counterpart")
    assert len(one) == 79
    assert all(row["side"] == "counterpart" for row in one)
    by_city = document(capsys, "list", path, "companies", "--sort", "city", "--stop", "Guadalajara")
    cities = [row["city"] for row in by_city]
    assert cities == sorted(cities, key=fold)
    assert len(set(cities)) > 5
    assert document(capsys, "list", path, "companies", "--status", "declined") == []
    code, _out, error = run(capsys, "list", path, "companies", "--sector", "XX")
    assert code == 3
    assert "AM, AG, CT, CI, IT" in error
    code, out, _error = run(capsys, "list", path, "requests", "--csv", "--search", "no_thanks")
    assert code == 0
    assert out.splitlines()[0] == "delegation,counterpart,asked_by,priority,comment"
    assert len(out.splitlines()) == 311
    assert "'=HYPERLINK" in run(capsys, "list", path, "companies", "--csv", "--search", "hyperlink")[1]


def test_set_status_reports_what_it_did_not_change(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = document(capsys, "set-status", mission, "confirmed", "--search", "D1")
    assert found == {"changed": 1, "not_changed": [], "meetings_removed": 0}
    found = document(capsys, "set-status", mission, "confirmed", "--side", "delegation")
    assert found["changed"] == 2
    assert found["not_changed"] == [{"company": "D1", "reason": "It is already confirmed."}]


def test_plan_and_meetings(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = document(capsys, "plan", mission, "--seconds", 1, "--seed", 3)
    assert found["requested"] == 9
    assert found["placed"] + len(found["unplaced"]) == 9
    assert set(found) == {"status", "requested", "placed", "unplaced", "idle_slots", "max_idle", "bound", "seconds"}
    meetings = document(capsys, "list", mission, "meetings")
    assert len(meetings) == found["placed"]
    assert set(meetings[0]) == {
        "delegation",
        "counterpart",
        "stop",
        "venue",
        "table",
        "start",
        "end",
        "status",
        "locked",
    }
    assert meetings[0]["start"] == "2026-02-16T09:00:00-06:00"
    unplaced = document(capsys, "list", mission, "unplaced")
    assert len(unplaced) == len(found["unplaced"])
    assert all(row["reason"] for row in unplaced)
    assert document(capsys, "check", mission) == []


def test_check_finds_conflicts_and_exits_with_1(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    assert run(capsys, "check", mission)[:2] == (0, "No conflicts.\n")
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
        meet(store, "D1", "C2", 0, 1)
    code, out, _error = run(capsys, "check", mission)
    assert code == 1
    assert "D1 has two meetings" in out
    assert document(capsys, "list", mission, "conflicts")[0]["rule"] == "company_one_at_a_time"


def test_packs_of_some_companies(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    found = document(
        capsys, "packs", mission, "--out", tmp_path / "p", "--company", "d1", "--company", "C1", "--language", "fr"
    )
    assert [file["company"] for file in found["files"]] == ["D1", "C1"]
    assert Path(found["files"][0]["path"]).read_bytes().startswith(b"%PDF")
    again = document(capsys, "packs", mission, "--out", tmp_path / "p", "--outdated", "--language", "fr")
    assert [file["company"] for file in again["files"]] == ["D2", "D3"]
    single = document(capsys, "packs", mission, "--out", tmp_path / "p", "--single", "all.pdf")
    assert (tmp_path / "p" / "all.pdf").exists()
    assert len(single["files"]) == 3


def test_the_organiser_edition_is_of_the_whole_mission(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    edition = ("packs", mission, "--out", tmp_path / "p", "--edition")
    found = document(capsys, *edition, "organiser")
    assert [(file["company"], Path(file["path"]).name) for file in found["files"]] == [
        ("Organiser edition", "Organiser edition - en.pdf")
    ]
    assert document(capsys, *edition, "organiser", "--outdated")["files"] == []
    named = document(capsys, *edition, "organiser", "--single", "days.pdf")
    assert Path(named["files"][0]["path"]) == tmp_path / "p" / "days.pdf"
    assert (tmp_path / "p" / "days.pdf").exists()
    code, _out, error = run(capsys, *edition, "organiser", "--company", "D1")
    assert (code, "Leave the companies and filters out" in error) == (3, True)
    leader = document(capsys, *edition, "leader", "--language", "es")
    assert [(file["company"], Path(file["path"]).name) for file in leader["files"]] == [
        ("Edición del jefe de misión", "Edición del jefe de misión - es.pdf")
    ]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_export(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path, ending: str) -> None:
    target = tmp_path / f"o.{ending}"
    assert document(capsys, "export", mission, "--out", target) == {"path": str(target)}
    assert target.stat().st_size > 100
    once = target.read_bytes()
    run(capsys, "export", mission, "--out", target)
    assert ending == "xlsx" or target.read_bytes() == once


def test_export_of_a_calendar_has_the_right_time(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    with Store.open(mission) as store:
        meet(store, "D1", "C1", 0, 0)
    assert run(capsys, "export", mission, "--out", tmp_path / "d1.ics", "--company", "D1")[0] == 0
    text = (tmp_path / "d1.ics").read_text(encoding="utf-8")
    assert "DTSTART;TZID=America/Mexico_City:20260216T090000" in text
    assert "BEGIN:VTIMEZONE" in text
    assert "SUMMARY:C1" in text
    assert run(capsys, "export", mission, "--out", tmp_path / "x.ics")[0] == 3
    assert run(capsys, "export", mission, "--out", tmp_path / "x.doc")[0] == 3


def test_backup_restore_and_history(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    copy = document(capsys, "backup", mission, tmp_path / "copy.mission")["path"]
    run(capsys, "set-status", mission, "declined", "--side", "delegation")
    assert "Set status to Declined" in run(capsys, "history", mission)[1]
    kept = document(capsys, "restore", mission, copy)["kept"]
    assert {row["status"] for row in document(capsys, "list", mission, "companies")} == {"accepted"}
    assert "declined" in run(capsys, "info", kept)[1]


@pytest.mark.parametrize(
    "words",
    [
        ("info", "nothing.mission"),
        ("import", "{m}", "nothing.csv", "--kind", "requests"),
        ("plan", "{m}", "--day", "soon"),
        ("import", "{m}", "{m}", "--kind", "companies", "--side", "delegation"),
        ("packs", "{m}", "--out", "p", "--company", "Nobody"),
        ("import", "{m}", "{m}", "--kind", "companies"),
        ("restore", "{m}", "nothing.mission"),
        ("list", "{m}", "companies", "--stop", "Paris"),
        ("list", "{m}", "companies", "--sort", "shoe size"),
    ],
    ids=lambda words: " ".join(words[:1]),
)
def test_what_cannot_be_done_is_a_sentence_and_a_hint(
    capsys: pytest.CaptureFixture[str], mission: Path, words: tuple[str, ...]
) -> None:
    before = mission.read_bytes()
    code, out, error = run(capsys, *(word.replace("{m}", str(mission)) for word in words))
    assert code == 3
    assert out == ""
    assert error.count("\n") == 1
    assert "Traceback" not in error
    assert mission.read_bytes() == before


@pytest.mark.parametrize(
    "words", [("fly",), ("list", "x.mission", "birds"), ("import", "x.mission"), ("plan", "x", "--keep", "some")]
)
def test_wrong_usage_exits_with_2(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        app.run(list(words))
    assert caught.value.code == 2


def test_module_runs_as_a_program(mission: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "missionplanner", "info", mission], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Test mission\n")
    assert done.stderr == ""


def test_a_file_with_a_password_is_opened_by_the_variable(
    capsys: pytest.CaptureFixture[str], mission: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    protection.set_password(mission, "", "a password of words")
    code, _out, error = run(capsys, "info", mission)
    assert (code, "MISSIONPLANNER_PASSWORD" in error) == (3, True)
    monkeypatch.setenv("MISSIONPLANNER_PASSWORD", "a wrong password")
    assert run(capsys, "info", mission)[0] == 3
    monkeypatch.setenv("MISSIONPLANNER_PASSWORD", "a password of words")
    assert document(capsys, "info", mission)["format"] == 6
    assert run(capsys, "backup", mission, tmp_path / "copy.mission")[0] == 0
    assert not (tmp_path / "copy.mission").read_bytes().startswith(b"SQLite")
    assert run(capsys, "restore", mission, tmp_path / "copy.mission")[0] == 0
    assert document(capsys, "check", mission) == []


def test_rejected_rows_never_take_the_place_of_a_file_that_is_read(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    source = tmp_path / "source.csv"
    source.write_text("Company,City,E-mail\nAcme,Laval,x\n", encoding="utf-8")
    link = tmp_path / "link.csv"
    link.symlink_to(mission)
    before = mission.read_bytes(), source.read_bytes()
    for target in (mission, source, link):
        code, _out, error = run(
            capsys, "import", mission, source, "--kind", "companies", "--side", "delegation", "--rejects", target
        )
        assert (code, "take the place" in error) == (3, True)
        assert (mission.read_bytes(), source.read_bytes()) == before


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices as POSIX has them")
def test_what_is_no_file_is_told_and_nothing_waits(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    start = ("import", mission)
    end = ("--kind", "companies", "--side", "delegation")
    for place in (tmp_path / "pipe", "/dev/zero", tmp_path):
        assert run(capsys, *start, place, *end)[0] == 3
        assert run(capsys, *start, tmp_path / "x.csv", *end, "--columns", place)[0] == 3
        assert run(capsys, "info", place)[0] == 3
    with pytest.raises(SystemExit, match="2"):
        run(capsys, "plan", mission, "--seed", "-1")
