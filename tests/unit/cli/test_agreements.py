"""The command agreements."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_agreements_are_entered_listed_and_printed(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    fields = (
        "title_en=Pumps",
        "parties=D1; Ministry",
        "signatories=Ana|CEO|D1; Luis|Minister|Ministry",
        "status=ready",
    )
    assert run(capsys, "agreements", mission, "add", *fields)[1] == "Pumps was added.\n"
    row = document(capsys, "agreements", mission, "set", "pumps", "announced_value=5000", "currency=CAD")
    assert (row["announced_value"], row["parties"], row["unsigned"]) == (5000.0, ["D1", "Ministry"], [])
    row = document(capsys, "agreements", mission, "drop", "Pumps", "luis", "--note", "ill")
    assert [(one["name"], one["dropped_out"], one["note"]) for one in row["signatories"]] == [
        ("Ana", False, ""),
        ("Luis", True, "ill"),
    ]
    assert row["unsigned"] == ["Ministry"]
    assert "Luis" in run(capsys, "agreements", mission)[1].splitlines()[1]
    assert document(capsys, "agreements", mission, "drop", "Pumps", "Luis", "--back")["unsigned"] == []
    assert run(capsys, "agreements", mission, "drop", "Pumps", "Eve")[0] == 3
    (tmp_path / "text.pdf").write_bytes(b"text")
    row = document(capsys, "agreements", mission, "text", "Pumps", tmp_path / "text.pdf", "--language", "es")
    assert row["texts"] == [{"name": "text.pdf", "language": "es", "size": 4}]
    target = tmp_path / "press.pdf"
    assert document(capsys, "agreements", mission, "paper", "--out", target, "--kind", "press")["withheld"] == 0
    assert target.stat().st_size > 1000
    assert run(capsys, "agreements", mission, "--csv")[1].splitlines()[1].split(",")[1:3] == ["memorandum", "Pumps"]
    assert run(capsys, "agreements", mission, "remove", "Pumps")[1] == "Pumps was deleted.\n"
    assert document(capsys, "agreements", mission) == []


def test_the_press_hears_that_some_are_withheld(
    capsys: pytest.CaptureFixture[str], mission: Path, tmp_path: Path
) -> None:
    for title, embargo in (("Now", ""), ("Later", "embargo=2099-01-01 10:00")):
        run(capsys, "agreements", mission, "add", f"title_en={title}", "status=signed", *filter(None, [embargo]))
    out = run(capsys, "agreements", mission, "paper", "--out", tmp_path / "p.pdf", "--kind", "press")[1]
    assert out.splitlines()[-1] == "1 agreement is under embargo and left out."
