"""The command criteria."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_criteria_are_listed_added_changed_and_removed(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    run(capsys, "fields", mission, "add", "name=Certified", "kind=yes_no")
    values = ("name=Green", "name_fr=Vert", "weight=5", "field=certified", "points=yes = 5; no = 1", "place=1")
    assert run(capsys, "criteria", mission, "add", *values)[:2] == (0, "Green was added.\n")
    first = document(capsys, "criteria", mission)[0]
    assert {name: first[name] for name in ("name_en", "name_fr", "weight", "share", "field", "points", "reviews")} == {
        "name_en": "Green", "name_fr": "Vert", "weight": 5.0, "share": 50, "field": "company.certified",
        "points": ["yes = 5", "no = 1"], "reviews": 0,
    }  # fmt: skip
    lines = run(capsys, "criteria", mission, "--lang", "fr")[1].splitlines()
    assert [" ".join(line.split()) for line in (lines[1], lines[-1])] == [
        "Vert 5 (50 %) Certified yes = 5; no = 1 0", "5 critères",
    ]  # fmt: skip
    assert run(capsys, "criteria", mission, "--csv")[1].splitlines()[1].startswith("Green,Vert,,")
    assert document(capsys, "criteria", mission, "set", "vert", "weight=2")["share"] == 29
    assert run(capsys, "criteria", mission, "set", "Green", "weight=3")[1] == "Green was changed.\n"
    assert run(capsys, "criteria", mission, "remove", "Green")[1] == "Green was deleted.\n"
    assert [row["name_en"] for row in document(capsys, "criteria", mission)][:1] == ["Suitability for the market"]
    code, _out, error = run(capsys, "criteria", mission, "remove", "Green")
    assert (code, "There is no criterion “Green”." in error) == (3, True)
