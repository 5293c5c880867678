"""The command set-status."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document


def test_set_status_reports_what_it_did_not_change(capsys: pytest.CaptureFixture[str], mission: Path) -> None:
    found = document(capsys, "set-status", mission, "confirmed", "--search", "D1")
    assert found == {"changed": 1, "not_changed": [], "meetings_removed": 0}
    found = document(capsys, "set-status", mission, "confirmed", "--side", "delegation")
    assert found["changed"] == 2
    assert found["not_changed"] == [{"company": "D1", "reason": "It is already confirmed."}]
