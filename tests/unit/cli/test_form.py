"""The command form, and import of what was filled in."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run
from tests.unit.exchange.filling import fill
from tests.workbooks import Cells, edited


def test_forms_are_written_filled_in_and_imported_as_a_folder(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    run(capsys, "fields", mission, "add", "name=Hotel")
    code, out, _error = run(capsys, "form", mission, "--out", tmp_path / "form.txt", "--people", "1")
    assert (code, out, "Hotel" in (tmp_path / "form.txt").read_text("utf-8-sig")) == (
        0, f"{tmp_path / 'form.txt'} was written.\n", True,
    )  # fmt: skip
    found = document(capsys, "form", mission, "--out", tmp_path / "in", "--language", "fr")
    paths = [Path(path) for path in found["files"]]
    assert [path.suffix for path in paths] == [".xlsx", ".txt"]
    person = {"given_name": "Ann", "family_name": "Roy", "email": "ann@nord.ca"}
    fill(paths[0], {"name": "Nord Inc.", "company.hotel": "Ritz"}, [person])
    bring = ("import", mission, tmp_path / "in", "--kind", "companies", "--side", "delegation")
    report = document(capsys, *bring)
    assert (report["new"], report["issues"], {column["sure"] for column in report["columns"]}) == (1, [], {True})
    (row,) = document(capsys, "list", mission, "companies", "--search", "nord")
    assert (row["company.hotel"], row["delegates"][0]["given_name"]) == ("Ritz", "Ann")
    run(capsys, "fields", mission, "add", "name=Flight", "subject=person", "second_form=yes")
    second = document(capsys, "form", mission, "--out", tmp_path / "second", "--second", "--company", "D2")
    assert [Path(path).name for path in second["files"]] == ["D2 (en).xlsx"]
    code, _out, error = run(capsys, "form", mission, "--out", tmp_path / "form.pdf")
    assert (code, "no “.pdf” file" in error) == (3, True)


def test_a_filled_form_is_imported_by_what_it_says_itself(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    run(capsys, "form", mission, "--out", tmp_path / "form.xlsx", "--side", "counterpart", "--language", "fr")

    def fill(found: Cells) -> None:
        (form, *_others) = found.values()
        for question, answer in (("name", "Acero Nuevo"), ("tariff", "Conforme"), ("inputs", "acier, Chine, 70 %")):
            next(row for row in form if row[0] == question)[2] = answer

    assert run(capsys, "import", mission, edited(tmp_path / "form.xlsx", fill))[0] == 0
    (company,) = [one for one in document(capsys, "list", mission, "companies") if one["name"] == "Acero Nuevo"]
    assert (company["side"], company["tariff"], company["inputs"]) == (
        "counterpart",
        "compliant",
        [{"what": "acier", "country": "China", "share": "70 %"}],
    )
