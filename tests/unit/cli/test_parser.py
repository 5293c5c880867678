"""What can be typed."""

import json
import subprocess
import sys

import pytest

from missionplanner import __version__, app
from missionplanner.cli.parser import names


@pytest.mark.parametrize(
    "words", [("fly",), ("list", "x.mission", "birds"), ("import", "x.mission"), ("plan", "x", "--keep", "some")]
)
def test_wrong_usage_exits_with_2(words: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as caught:
        app.run(list(words))
    assert caught.value.code == 2


def test_version_is_that_of_the_package(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        app.run(["--version"])
    assert capsys.readouterr().out == f"missionplanner {__version__}\n"


def test_every_command_has_a_function_and_says_what_it_does() -> None:
    assert names() == [
        "new", "info", "history", "backup", "restore", "password", "import", "list", "export", "people", "titles", "past", "fields", "form", "fees", "figures", "briefings", "milestones", "relationships", "intents", "exposure", "objectives", "evaluations", "answers", "agreements", "report", "arrivals", "rooms", "transfers", "stops", "sectors", "venues", "sessions",
        "events", "merge", "clashes", "share", "join", "sync", "leave", "criteria", "set-status", "requests", "plan", "check", "advice", "whatif", "attend", "visits", "clocks", "free", "packs", "letters", "papers", "look", "calendars", "contacts", "erase", "purge", "demo",
    ]  # fmt: skip


def test_what_only_planning_needs_is_not_loaded_with_every_command() -> None:
    script = "import json, sys, missionplanner.cli.parser; print(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {"numba", "ortools", "reportlab"} & {name.partition(".")[0] for name in json.loads(done.stdout)} == set()


def test_a_percent_sign_in_a_hint_does_not_break_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        app.run(["exposure", "x.mission", "set", "--help"])
    assert "60 %;" in " ".join(capsys.readouterr().out.split())
