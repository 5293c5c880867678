"""The command import reports every row, and writes nowhere it should not."""

import json
import os
import sys
from pathlib import Path

import pytest

from missionplanner.domain.mission import Sector
from missionplanner.store.store import Store
from tests.builders import EXAMPLE
from tests.unit.cli.running import SOURCES, document, run


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


def test_sectors_are_added_where_that_is_said(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, mission: Path
) -> None:
    (tmp_path / "f.csv").write_text("Company,Sectors\nNord Ost,Cheese\n")
    words = ("import", mission, tmp_path / "f.csv", "--kind", "companies", "--side", "delegation")
    plain = document(capsys, *words, "--dry-run")
    assert (plain["sectors_added"], [issue["code"] for issue in plain["issues"]]) == ([], ["unknown_sector"])
    found = document(capsys, *words, "--add-sectors")
    assert (found["sectors_added"], found["issues"]) == (["Cheese"], [])
    companies = document(capsys, "list", mission, "companies", "--search", "Nord Ost")
    assert [one["sectors"] for one in companies] == [["Cheese"]]


def test_sectors_of_the_file_are_taken_as_a_map_says(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, mission: Path
) -> None:
    (tmp_path / "f.csv").write_text("Company,Sectors\nNord Ost,Cheese; Butter\nSud,Fisheries\n")
    with Store.open(mission) as store:
        known = store.all(Sector)[0]
    target = tmp_path / "map.json"
    target.write_text(json.dumps({"cheese": known.code, "Butter": "Dairy", "fisheries": ""}))
    words = ("import", mission, tmp_path / "f.csv", "--kind", "companies", "--side", "delegation")
    code, _out, err = run(capsys, *words, "--sectors", target)
    hint = f"Name one of {known.code}, or add --add-sectors to make it."
    assert (code, err.splitlines()[0]) == (3, f"“Dairy” is no sector of the mission. {hint}")
    found = document(capsys, *words, "--sectors", target, "--add-sectors")
    assert found["sectors_named"] == {"cheese": known.name_en, "Butter": "Dairy"}
    assert (found["sectors_added"], found["unknown_sectors"]) == (["Dairy"], ["Fisheries"])
    (tmp_path / "g.csv").write_text("Company,Sectors\nEst,Cheese; Butter\n")
    document(capsys, *words[:2], tmp_path / "g.csv", *words[3:])
    (company,) = document(capsys, "list", mission, "companies", "--search", "Est")
    assert company["sectors"] == [known.name_en, "Dairy"]
    text = run(capsys, *words, "--sectors", target, "--add-sectors", "--dry-run")[1]
    assert f"Sector “cheese” is taken as {known.name_en}\n" in text


def test_people_added_to_a_company_are_counted_apart_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, mission: Path
) -> None:
    (tmp_path / "f.csv").write_text("Company,Full name\nNord,Ann Roy\nNord,Bo Lee\nNord,Bo Lee\n")
    words = ("import", mission, tmp_path / "f.csv", "--kind", "companies", "--side", "delegation", "--dry-run")
    found = document(capsys, *words)
    assert (found["duplicates"], found["people_added"]) == (2, 1)
    text = run(capsys, *words)[1].splitlines()[0]
    assert text == "3 rows read, 1 new, 0 changed, 0 the same, 1 person added to a company, 1 duplicate, 0 rejected"


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


def test_import_says_what_became_of_every_row(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    (tmp_path / "c.csv").write_text("Company,City,E-mail,Shoes\nAcme,Laval,x,1\n,Laval,,1\nAcme,Quebec,,\n")
    code, out, _error = run(
        capsys, "import", mission, tmp_path / "c.csv", "--kind", "companies", "--side", "delegation"
    )
    assert (code, out.splitlines()) == (
        0,
        [
            "3 rows read, 1 new, 0 changed, 0 the same, 1 duplicate, 1 rejected",
            *out.splitlines()[1:],
        ],
    )
    assert out.splitlines()[1].startswith("row 2, E-mail: ")
    assert out.splitlines()[-1] == "Columns not imported: Shoes"


def test_companies_need_a_side(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    error = "Companies need a side. Add --side delegation or --side counterpart.\n"
    assert run(capsys, "import", mission, "x.csv", "--kind", "companies") == (3, "", error)


def test_dry_run_changes_nothing(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    (tmp_path / "c.csv").write_text("Company,City\nAcme,Laval\n")
    before = mission.read_bytes()
    words = ("import", mission, tmp_path / "c.csv", "--kind", "companies", "--side", "delegation", "--dry-run")
    assert document(capsys, *words)["new"] == 1
    assert mission.read_bytes() == before


FORM = "Company,City,What do you need?,Dietary needs,Passport number,T-shirt size\nAcme Inc.,Laval,steel,nuts,GA123,L\n"
IMPORT = ("--kind", "companies", "--side", "delegation")


def test_columns_are_reported_with_reason_and_values(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    (tmp_path / "c.csv").write_text(FORM)
    found = document(capsys, "import", mission, tmp_path / "c.csv", *IMPORT)["columns"]
    assert [(c["heading"], c["column"], c["field"], c["sure"], c["sensitive"], c["examples"]) for c in found] == [
        ("Company", 1, "name", True, False, ["Acme Inc."]),
        ("City", 2, "city", True, False, ["Laval"]),
        ("What do you need?", 3, "seeks", False, False, ["steel"]),
        ("Dietary needs", 4, "dietary", True, True, []),
        ("Passport number", 5, None, True, True, []),
        ("T-shirt size", 6, None, True, False, ["L"]),
    ]
    assert {frozenset(column) for column in found} == {
        frozenset({"heading", "column", "field", "kept_as", "confidence", "sure", "sensitive", "reason", "examples"})
    }
    assert all(0 <= column["confidence"] <= 1 and column["reason"].endswith(".") for column in found)


def test_what_is_not_sure_is_not_read_and_is_named(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    (tmp_path / "c.csv").write_text(FORM)
    code, _out, error = run(capsys, "import", mission, tmp_path / "c.csv", *IMPORT)
    assert (code, error) == (
        0,
        "Column 3, “What do you need?”, is not sure and was not imported: perhaps Seeks. It may be “Seeks”, but heading and cells leave a doubt.\n",
    )
    assert document(capsys, "list", mission, "companies", "--search", "Acme")[0]["seeks"] == []


def test_strict_refuses_what_is_not_sure_and_may_be_sensitive(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    (tmp_path / "c.csv").write_text(FORM)
    before = mission.read_bytes()
    code, out, error = run(capsys, "import", mission, tmp_path / "c.csv", *IMPORT, "--strict", "--json")
    assert (code, mission.read_bytes() == before) == (3, True)
    assert "What do you need?" in error
    assert json.loads(out)["columns"][2]["sure"] is False
    (tmp_path / "map.json").write_text('{"What do you need?": ""}')
    words = (*IMPORT, "--strict", "--columns", tmp_path / "map.json")
    assert document(capsys, "import", mission, tmp_path / "c.csv", *words)["new"] == 1


def test_a_file_without_a_sure_name_of_the_company_is_refused(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    (tmp_path / "c.csv").write_text("City,E-mail,First name\nLaval,a@x.example.ca,Zoe\n")
    before = mission.read_bytes()
    code, _out, error = run(capsys, "import", mission, tmp_path / "c.csv", *IMPORT, "--rejects", tmp_path / "r.csv")
    assert (code, mission.read_bytes() == before, (tmp_path / "r.csv").exists()) == (3, True, False)
    assert error.startswith("No column is surely the name of the company. ")


def test_what_rows_change_is_said_in_words(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("Company,City,Tariff status\nD1,Laval,compliant\nD2,,\n", encoding="utf-8")
    words = ("import", mission, tmp_path / "d.csv", "--kind", "companies", "--side", "delegation")
    assert run(capsys, *words)[1].splitlines()[1:] == [
        "row 2, D1: Changes City (new: “Laval”), Tariff status (“Unknown” → “Compliant”)."
    ]
