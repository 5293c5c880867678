"""What is entered outside its stop or the mission is said at once, and where one looks."""

from pathlib import Path

import pytest

from tests.unit.cli.running import document, run


def test_hours_and_events_outside_their_stop_are_entered_and_said(
    capsys: pytest.CaptureFixture[str], mission: Path
) -> None:
    add = ("sessions", mission, "add", "name=Late")
    assert run(capsys, *add, "starts=2026-02-16 18:00", "ends=19:00")[2] == ""
    code, out, error = run(
        capsys, "sessions", mission, "set", "Late", "starts=2026-02-20 18:00", "ends=2026-02-20 19:00"
    )
    assert (code, out.endswith(" was changed.\n")) == (0, True)
    assert error.startswith("Late on February 20, 2026 is outside its stop ")
    error = run(capsys, "events", mission, "add", "name_en=Gala", "starts=2026-02-21 18:00", "ends=19:00")[2]
    assert error.startswith("Gala on February 21, 2026 is outside its stop ")
    assert document(capsys, "info", mission)["plan"]["conflicts"] == 2
    assert run(capsys, "check", mission)[1].splitlines()[-1] == "2 conflicts"
