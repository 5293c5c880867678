"""The output of commands: text for people, one JSON document for scripts, progress on standard error."""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Any

from missionplanner.jobs.lists import export
from missionplanner.progress import Progress


def say(text: str) -> None:
    """A line for people."""
    print(_printable(text))


def note(text: str) -> None:
    """A line for people about what was just printed; an empty text is no line."""
    if text:
        say(text)


def warn(text: str) -> None:
    """A line for people on standard error, beside a document on standard output."""
    print(_printable(text), file=sys.stderr)


def raw(text: str) -> None:
    """A text with its own line ends, such as csv."""
    print(text, end="")


def document(content: Any) -> None:
    """The one JSON document of a command."""
    # Where standard output is not UTF-8 escapes keep the document whole.
    print(json.dumps(content, ensure_ascii=not _is_utf8(), indent=1, default=_plain))


def table(rows: list[dict[str, str]], widest: int = 44) -> None:
    """Rows in aligned columns, long cells cut."""
    if not rows:
        return
    shown = [{name: _cell(value, widest) for name, value in row.items()} for row in rows]
    widths = {name: max(len(name), *(len(row[name]) for row in shown)) for name in shown[0]}
    say("  ".join(name.ljust(width) for name, width in widths.items()).rstrip())
    for row in shown:
        say("  ".join(row[name].ljust(width) for name, width in widths.items()).rstrip())


def listed(arguments: argparse.Namespace, found: list[dict[str, Any]], shown: list[dict[str, str]], total: str) -> int:
    """Print a list as it was asked for: as JSON or csv what scripts read, else the table people read with its total."""
    if arguments.json:
        document(found)
    elif arguments.csv:
        raw(export.as_csv(found))
    else:
        table(shown)
        say(total)
    return 0


def progress() -> Progress:
    """A bar on a terminal, nothing otherwise."""
    # In a log file a bar would be a line of control characters.
    if not sys.stderr.isatty():
        return Progress()
    last = [0.0]

    def draw(fraction: float, text: str) -> None:
        if fraction < 1 and time.monotonic() - last[0] < 0.1:
            return
        last[0] = time.monotonic()
        # Written over itself: back to the beginning of the line, which is cleared.
        bar = "█" * int(fraction * 24)
        sys.stderr.write(f"\r\033[K{bar:<24} {fraction:4.0%} {_printable(text)}")
        if fraction >= 1:
            sys.stderr.write("\r\033[K")
        sys.stderr.flush()

    return Progress(draw)


def _cell(value: str, widest: int) -> str:
    line = " ".join(value.split())
    return line if len(line) <= widest else f"{line[: widest - 1]}…"


def _printable(text: str) -> str:
    """The text without control characters, in what the terminal can show."""
    # Names come from other people's files, and control characters can drive a terminal.
    clean = "".join(c if c.isprintable() or c == "\n" else " " for c in text)
    encoding = sys.stdout.encoding or "utf-8"
    return clean.encode(encoding, "replace").decode(encoding)


def _is_utf8() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def _plain(value: object) -> object:
    return str(value) if isinstance(value, Path) else repr(value)
