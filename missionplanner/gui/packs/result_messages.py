"""The messages shown when packs or calendars were made."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from missionplanner.gui.widgets.written_files import tell_written
from missionplanner.i18n import count
from missionplanner.jobs.calendars import making
from missionplanner.jobs.calendars.making import CalendarsMade
from missionplanner.jobs.packs.prints import PackResult
from missionplanner.store.store import Store

_MOST = 8
"""Packs that were not made, and letters that are in no font, that are named."""


def show_packs_made(parent: QWidget | None, store: Store, result: PackResult, folder: Path) -> None:
    """Show how many packs and pages were made, where they are, and which were not made and why."""
    pages = result.single_pages or sum(file.pages for file in result.files)
    text = count("{n} pack was made", "{n} packs were made", len(result.files))
    told = [*result.unprintable, *(f"{skipped.company}: {skipped.reason}" for skipped in result.skipped)]
    lines = told[:_MOST]
    if len(told) > _MOST:
        lines.append(count("and {n} more", "and {n} more", len(told) - _MOST))
    alone = result.files[0].path if len(result.files) == 1 else folder
    place = result.single or alone
    tell_written(parent, store, f"{text}.", [count("{n} page", "{n} pages", pages), *lines], place)


def show_calendars_made(parent: QWidget | None, store: Store, made: CalendarsMade, folder: Path) -> None:
    """Show how many calendars were written, where they are, and what they tell otherwise than before."""
    text = count("{n} calendar was written.", "{n} calendars were written.", len(made.paths))
    lines = [making.words(made)] if made.changed or made.cancelled else []
    tell_written(parent, store, text, lines, folder)
