"""The command clocks."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_clocks_are_said_listed_and_left_to_the_city_again(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    assert run(capsys, "clocks", mission, "set", "Lyon", "D1", "C1")[1] == "2 companies were changed.\n"
    rows = {row["company"]: row for row in document(capsys, "clocks", mission)}
    assert (rows["D1"]["time_zone"], rows["D1"]["zone"], rows["D1"]["by"]) == (
        "Europe/Paris",
        "Europe/Paris",
        "company",
    )
    assert (rows["D2"]["time_zone"], rows["D2"]["by"]) == ("", "place" if rows["D2"]["zone"] else "")
    _code, out, _error = run(capsys, "clocks", mission)
    assert [line.split()[-3:] for line in out.splitlines() if line.startswith("D1 ")] == [
        ["Europe/Paris", "the", "company"]
    ]
    (row,) = document(capsys, "clocks", mission, "set", "", "D1")
    assert (row["company"], row["time_zone"]) == ("D1", "")
    unknown = document(capsys, "clocks", mission, "--unknown")
    assert {row["zone"] for row in unknown} <= {""}
    assert "C1" not in [row["company"] for row in unknown]
    assert run(capsys, "clocks", mission, "set", "Nowhere", "D1")[0] == 3
