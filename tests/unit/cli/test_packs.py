"""The command packs."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


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


def test_hosts_get_theirs_in_their_own_language(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    edition = ("packs", mission, "--out", tmp_path / "p", "--edition", "hosts")
    found = document(capsys, *edition)
    # Those of the test are of Mexico and say no language.
    assert [(file["company"], file["language"], file["pages"]) for file in found["files"]] == [
        (name, "es", 4) for name in ("C1", "C2", "C3")
    ]
    assert document(capsys, *edition, "--outdated")["files"] == []
    named = document(capsys, *edition, "--company", "C2", "--company", "D1", "--language", "fr")
    assert [Path(file["path"]).name for file in named["files"]] == ["C2 - fr.pdf"]
    assert named["skipped"] == [
        {"company": "D1", "reason": "The hosts’ edition is for the companies that are visited."}
    ]


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


def test_packs_are_counted_and_those_not_printed_are_named(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    run(capsys, "set-status", mission, "declined", "--search", "D2")
    folder = tmp_path / "p"
    code, out, _error = run(capsys, "packs", mission, "--out", folder, "--company", "D1", "--company", "D2")
    first, second = out.splitlines()
    assert code == 0
    assert re.fullmatch(rf"1 pack, \d+ pages, in {re.escape(str(folder))}", first)
    assert second.startswith("D2: ")


@pytest.mark.parametrize(("name", "missing"), [("ᐃᓄᐃᑦ Inuit Test Arts Inc.", ""), ("אבגא Test Arts Inc.", "אבג")])
def test_letters_that_no_font_has_are_told_and_others_printed(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path, name: str, missing: str
) -> None:
    source = tmp_path / "one.csv"
    heads = "Company,City,First name,Last name,E-mail,Sector"
    source.write_text(f"{heads}\n{name},Iqaluit,ᐋᓯᕙᒃ,Ashevak,a@p1.example.ca,Creative industries\n", "utf-8")
    run(capsys, "import", mission, source, "--kind", "companies", "--side", "delegation")
    run(capsys, "set-status", mission, "accepted", "--search", "Inuit" if not missing else "Test Arts")
    asked = ("packs", mission, "--out", tmp_path / "p", "--company", name)
    code, out, _error = run(capsys, *asked, "--json")
    file = json.loads(out)["files"][0]
    assert (code, file["missing_glyphs"], file["language"], file["outdated"]) == (
        bool(missing),
        [*missing],
        "en",
        False,
    )
    for command in (asked, ("check", mission)):
        code, out, _error = run(capsys, *command)
        assert (code, f"{name}: packs have no letters for {missing}." in out) == (bool(missing), bool(missing))
    text = subprocess.run(["pdftotext", file["path"], "-"], capture_output=True, text=True, check=True).stdout
    assert (name in text, "ᐋᓯᕙᒃ" in text) == (not missing, True)


def test_bleed_and_copies(capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path) -> None:
    asked = ("packs", mission, "--out", tmp_path / "p", "--bleed")
    code, _out, error = run(capsys, *asked)
    assert (code, "--single FILE.pdf" in error) == (3, True)
    found = document(capsys, *asked, "--single", "all.pdf", "--copies")
    assert [file["copies"] for file in found["files"]] == [1, 1, 1]
    assert Path(found["run_list"]).exists()
