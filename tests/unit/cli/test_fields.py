"""The command fields, and import --keep-unknown: no value of a form is lost."""

import json
from pathlib import Path

import pytest

from missionplanner.domain.own_fields import CompanyValue
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.unit.cli.running import document, run
from tests.unit.jobs.imports.bringing import write


def test_fields_are_added_listed_changed_and_deleted(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    _code, out, _error = run(capsys, "fields", mission, "add", "name=Hotel", "kind=one", "choices=Hilton;Ritz")
    assert out == "Hotel was added.\n"
    (row,) = document(capsys, "fields", mission)
    assert (row["name"], row["kind"], row["choices"], row["values"]) == ("company.hotel", "one", ["Hilton", "Ritz"], 0)
    code, out, _error = run(capsys, "fields", mission)
    assert (code, out.splitlines()[-1], "One of a list" in out) == (0, "1 own field", True)
    with Store.open(mission) as store, store.change(message("Fill")) as change:
        change.insert(CompanyValue(company_id=key_of(store, "D1"), field_id=1, text="Hilton"))
    code, out, error = run(capsys, "fields", mission, "set", "hotel", "kind=number")
    assert (code, out, "“Hilton”" in error) == (0, "Hotel was changed.\n", True)
    assert document(capsys, "fields", mission, "remove", "Hotel")["code"] == "hotel"
    assert document(capsys, "fields", mission) == []


def test_sixty_unknown_columns_are_kept_and_nothing_is_lost(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    cells = [f"answer {number}, as written" for number in range(60)]
    headings = [f"Odd thing {number}" for number in range(60)]
    rows = (["Company", "City", "E-mail", *headings], ["Nord Inc.", "Ottawa", "a@nord.ca", *cells])
    source = write(tmp_path / "form.csv", *map(list, rows))
    bring = ("import", mission, source, "--kind", "companies", "--side", "delegation")
    assert len(document(capsys, *bring, "--dry-run")["not_imported"]) == 60
    found = document(capsys, *bring, "--keep-unknown")
    assert (found["not_imported"], len(found["fields_added"])) == ([], 60)
    kept = {one["heading"]: (one["field"], one["kept_as"]) for one in found["columns"]}
    assert (kept["Odd thing 7"], kept["City"]) == ((None, "company.odd_thing_7"), ("city", None))
    with Store.open(mission) as store:
        assert [value.text for value in store.all(CompanyValue)] == cells
    # The form is known again, and its fields are filled.
    again = document(capsys, *bring)
    assert (again["same"], again["fields_added"], again["not_imported"]) == (1, [], [])
    chosen = tmp_path / "map.json"
    chosen.write_text(json.dumps({"Odd thing 3": "company.odd_thing_4"}))
    assert document(capsys, *bring, "--columns", chosen, "--dry-run")["changed"] == 1


def test_own_fields_are_listed_exported_and_searched_but_sensitive_ones_stay(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    run(capsys, "fields", mission, "add", "name=Hotel", "name_fr=Hôtel")
    run(capsys, "fields", mission, "add", "name=Salary", "sensitive=yes")
    with Store.open(mission) as store, store.change(message("Fill")) as change:
        for field, text in ((1, "Le Ritz"), (2, "secret")):
            change.insert(CompanyValue(company_id=key_of(store, "D1"), field_id=field, text=text))
    (found,) = document(capsys, "list", mission, "companies", "--search", "ritz")
    assert (found["name"], found["company.hotel"], "company.salary" in found) == ("D1", "Le Ritz", False)
    names = [[row["name"] for row in document(capsys, "list", mission, "companies", "--search", text)] for text in (
        "hotel:ritz", "hôtel:le", "hotel:secret", "salary:secret",
    )]  # fmt: skip
    assert names == [["D1"], ["D1"], [], ["D1"]]
    run(capsys, "export", mission, "--out", tmp_path / "out.csv")
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert ("company.hotel" in lines[0], any("Le Ritz" in line for line in lines)) == (True, True)
    assert "secret" not in "".join(lines)
