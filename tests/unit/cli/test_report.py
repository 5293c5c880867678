"""The command report."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], mission: Path) -> Path:
    for words in (("D1", "C1", "value=500", "currency=CAD"), ("D2", "C2", "value=100", "currency=USD")):
        run(capsys, "relationships", mission, "say", *words, "stage=agreement", "told_on=2026-03-20")
    return mission


def test_a_past_day_is_reported(capsys: pytest.CaptureFixture[str], told: Path) -> None:
    found = document(capsys, "report", told, "--on", "2026-03-20", "--currency", "cad", "--rate", "USD=1.5")
    assert (found["on"], found["currency"], found["stages"]["agreement"]) == ("2026-03-20", "CAD", 2)
    assert found["standings"]["one"] == {"deals": 2, "lower": 650.0, "higher": 650.0}
    assert document(capsys, "report", told, "--on", "2026-03-19")["deals"] == []


def test_people_read_sums_and_what_has_no_rate(capsys: pytest.CaptureFixture[str], told: Path) -> None:
    out = run(capsys, "report", told, "--on", "2026-03-20", "--currency", "CAD")[1].splitlines()
    assert (out[0], out[-1]) == ("On March 20, 2026", "1 claim has a currency without a rate.")
    assert "Claimed by one side                    1      500            500" in out
    code, _out, error = run(capsys, "report", told, "--currency", "CAD", "--rate", "USD")
    assert (code, "is no rate" in error) == (3, True)
