"""The manual page names every command with the words of --help."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging"))
import manual_page  # noqa: E402

from missionplanner.cli.parser import parser  # noqa: E402


def test_every_command_is_on_the_page() -> None:
    lines = manual_page.page().splitlines()
    named = [lines[k + 1].removeprefix(".B ").replace("\\-", "-") for k, line in enumerate(lines) if line == ".TP"]
    usage = parser().format_help()
    assert "plan" in named
    assert "set-status" in named
    for command in named[: named.index("MISSIONPLANNER_LANGUAGE")]:
        assert f"    {command}" in usage


def test_texts_cannot_be_taken_for_commands_of_the_page() -> None:
    assert manual_page._text(".so file") == r"\&.so file"
    assert manual_page._text("a\n  b -c \\d") == r"a b \-c \ed"
