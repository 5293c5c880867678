"""Packs compared with the plan: what a PDF says, read as text, beside the lists of the command line."""

import re
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from missionplanner.i18n import Translator

Row = Mapping[str, Any]
"""A row of `list meetings --json` or `events --json`."""
_TIME = r"\d\d:\d\d(?:–\d\d:\d\d)?(?: [+−]\d)?"
_DAYS = ("full", "long", "MMMEd")
"""The ways a day may be written."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """What a pack says: on which day, when, and whom or what."""

    day: date
    time: str
    what: str


def of_meetings(rows: Iterable[Row], company: str) -> set[Said]:
    """Return what the pack of a company has to say of its meetings."""
    found = set()
    for row in rows:
        if company in (row["delegation"], row["counterpart"]):
            other = row["counterpart"] if row["delegation"] == company else row["delegation"]
            start, end = (datetime.fromisoformat(row[name]) for name in ("start", "end"))
            found.add(Said(start.date(), f"{start:%H:%M}–{end:%H:%M}", other))
    return found


def of_events(rows: Iterable[Row], stops: set[str]) -> set[Said]:
    """Return what a pack has to say of the events in these cities."""
    found = set()
    for row in rows:
        if {row["stop"], row["to_stop"]} <= stops:
            start, end = (datetime.fromisoformat(row[name]) for name in ("start", "end"))
            later = f" +{(end.date() - start.date()).days}" if end.date() > start.date() else ""
            time = f"{start:%H:%M}" if is_journey(row) else f"{start:%H:%M}–{end:%H:%M}{later}"
            found.add(Said(start.date(), time, row["name"]))
    return found


def is_journey(row: Row) -> bool:
    """Whether an event goes from one city to another."""
    return bool(row["stop"] != row["to_stop"])


def journey(row: Row) -> str:
    """Return both ends of a journey as they have to be printed."""
    start, end = (datetime.fromisoformat(row[name]) for name in ("start", "end"))
    days = (end.date() - start.date()).days
    shift = round(((end.utcoffset() or timedelta()) - (start.utcoffset() or timedelta())).total_seconds() / 3600)
    later = f" +{days}" if days else ""
    clocks = f" ({'−' if shift < 0 else '+'}{abs(shift)} h)" if shift else ""
    return f"{start:%H:%M} {row['stop']} → {end:%H:%M}{later} {row['to_stop']}{clocks}"


def said(text: str, days: Sequence[date], names: Iterable[str], t: Translator) -> list[Said]:
    """Return what a text says in its order: under each day, after each time, the first name that follows."""
    spelled = {_plain(form): day for day in days for form in (t.weekday(day), *(t.date(day, style) for style in _DAYS))}
    found: list[Said] = []
    day, time = date.min, ""
    parts = [
        "|".join(re.escape(form) for form in sorted(spelled, key=len, reverse=True)),
        _TIME,
        "|".join(re.escape(_plain(name)) for name in sorted(names, key=len, reverse=True)),
    ]
    for match in re.finditer("({})|({})|({})".format(*parts), _plain(text), re.IGNORECASE):
        if match.group(1):
            day = next(one for form, one in spelled.items() if form.casefold() == match.group(1).casefold())
        elif match.group(2):
            time = match.group(2)
        elif time:
            found.append(Said(day, time, match.group(3)))
            time = ""
    return found


def text_of(path: Path, first: int, last: int) -> str:
    """Return the text of pages of a PDF in the order in which it was drawn."""
    words = ["pdftotext", "-raw", "-f", str(first), "-l", str(last), str(path), "-"]
    return _plain(subprocess.run(words, capture_output=True, text=True, check=True).stdout)


def _plain(text: str) -> str:
    return " ".join(text.split())
