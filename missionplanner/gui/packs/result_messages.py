"""The messages shown when packs or calendars were made."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from missionplanner.gui.widgets import alerts
from missionplanner.i18n import count
from missionplanner.jobs.packs.printing import PackResult

_MOST = 8
"""Packs that were not made and are named."""


def show_packs_made(parent: QWidget, result: PackResult, folder: Path, note: str = "") -> None:
    """Show how many packs and pages were made, where they are, which were not made and why, and a note."""
    pages = result.single_pages or sum(file.pages for file in result.files)
    text = count("{n} pack was made", "{n} packs were made", len(result.files))
    lines = [f"{skipped.company}: {skipped.reason}" for skipped in result.skipped[:_MOST]]
    if len(result.skipped) > _MOST:
        lines.append(count("and {n} more", "and {n} more", len(result.skipped) - _MOST))
    details = [count("{n} page", "{n} pages", pages), str(result.single or folder), *lines]
    alerts.tell(parent, f"{text}.", "\n".join(filter(None, (*details, note))))


def show_calendars_made(parent: QWidget, number: int, folder: Path, note: str = "") -> None:
    """Show how many calendars were written, where they are, and a note."""
    text = count("{n} calendar was written.", "{n} calendars were written.", number)
    alerts.tell(parent, text, "\n".join(filter(None, (str(folder), note))))
