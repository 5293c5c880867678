"""The command relationships."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_relationships_are_entered_and_listed(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    assert run(capsys, "relationships", mission, "add", "C1", "D1", "owner=Ana")[1] == "The relationship was added.\n"
    said = ("say", "D1", "C1", "--by", "C1", "stage=acuerdo", "value=500", "currency=CAD", "told_on=2026-03-20")
    row = document(capsys, "relationships", mission, *said)
    assert (row["companies"], row["stage"], row["owner"]) == (["D1", "C1"], "agreement", "Ana")
    assert [(one["told_by"], one["value"], one["expected"]) for one in row["claims"]] == [("C1", 500.0, False)]
    row = document(capsys, "relationships", mission, "set", "D1", "C1", "next_step=Call", "due=2026-05-01")
    assert (row["next_step"], row["due"]) == ("Call", "2026-05-01")
    row = document(capsys, "relationships", mission, "set", "D1", "C1", "third_parties=Port; Bank")
    assert row["third_parties"] == ["Port", "Bank"]
    out = run(capsys, "relationships", mission, "--lang", "fr")[1].splitlines()
    assert ("Entente" in out[1], out[-1]) == (True, "1 relation")
    assert document(capsys, "relationships", mission, "--on", "2026-01-01") == []
    assert run(capsys, "relationships", mission, "remove", "D1", "C1")[1] == "The relationship was deleted.\n"
    code, _out, error = run(capsys, "relationships", mission, "remove", "D1", "C1")
    assert (code, "have no relationship" in error) == (3, True)


def test_answers_are_read_decided_and_verified(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    answers = tmp_path / "answers.csv"
    lines = [
        "D1,C1,2026-03-20,agreement,2026-03-01,500,CAD,a.txt",
        "C1,D1,2026-03-21,agreement,2026-03-02,400,CAD,",
        "x",
    ]
    answers.write_text("\n".join(["company,counterpart,date,stage,since,value,currency,evidence", *lines]), "utf-8")
    (tmp_path / "a.txt").write_text("CAD 450 signed 2026-03-01", "utf-8")
    assert document(capsys, "relationships", mission, "read", answers, "--dry-run")["new"] == 2
    out = run(capsys, "relationships", mission, "read", answers)[1].splitlines()
    assert (out[0][:6], out[-1]) == ("Row 4:", "2 new answers, 0 known already, 1 row not read")
    assert document(capsys, "relationships", mission, "read", answers)["same"] == 2
    (pair,) = document(capsys, "relationships", mission, "doubles")
    assert [one["told_by"] for one in pair] == ["D1", "C1"]
    assert run(capsys, "relationships", mission, "doubles", "--accept", "--as-told")[1].splitlines()[-1] == (
        "1 deal may be told twice."
    )
    assert document(capsys, "relationships", mission, "doubles") == []
    assert document(capsys, "relationships", mission, "verify", tmp_path, "--as-told", "--dry-run") == {"count": 1}
    assert (
        run(capsys, "relationships", mission, "verify", tmp_path, "--on", "2026-04-01")[1] == "1 claim was verified.\n"
    )
    assert document(capsys, "relationships", mission, "from-meetings") == {"count": 0}
