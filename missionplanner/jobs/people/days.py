"""The day of one person for the window and the command line: in words, and as plain data for programs."""

from datetime import date
from typing import Any, TypeAlias

from missionplanner.domain.day_conflicts import title
from missionplanner.domain.people import Person
from missionplanner.domain.person_days import DayStep, day_of, days, head_of_delegation, looked_after
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, current, translator
from missionplanner.jobs.typed_dates import typed_day
from missionplanner.pack.day_content import DayEntry, DaySheet, day_sheet

Line: TypeAlias = DayEntry
"""An occasion of a day as it is shown."""
Sheet: TypeAlias = DaySheet
"""A day as it is shown."""


def shown(snapshot: Snapshot, person: Person, day: date) -> Sheet:
    """Return the day of somebody in the language of the screen."""
    return day_sheet(snapshot, person, day, current())


def night(sheet: Sheet) -> str:
    """Return where somebody sleeps after a day, in words; empty where nobody knows it."""
    return _("Night: {hotel}").format(hotel=sheet.sleeps) if sheet.sleeps else ""


def first_shown(snapshot: Snapshot) -> Person | None:
    """Return whose day is shown at first: the head of the delegation, else somebody at a bilateral call."""
    return head_of_delegation(snapshot) or next(iter(looked_after(snapshot)), None)


def days_typed(snapshot: Snapshot, person: Person, text: str) -> list[date]:
    """Return the day that is typed, or all days of somebody for no text. Raises UserError for what is no day."""
    day = typed_day(text, (snapshot.mission.starts, snapshot.mission.ends))
    return [day] if day else days(snapshot, person)


def rows(snapshot: Snapshot, person: Person, day: date) -> list[dict[str, Any]]:
    """Return the day of somebody as plain data, in English."""
    lines = day_sheet(snapshot, person, day, translator("en")).lines
    return [_row(snapshot, item, line) for item, line in zip(day_of(snapshot, person, day), lines, strict=True)]


def _row(snapshot: Snapshot, item: DayStep, line: Line) -> dict[str, Any]:
    one = item.occasion
    record = one.event or one.meeting or one.leg
    kind = one.event.kind.value if one.event else one.leg.kind.value if one.leg else "meeting"
    return {
        "start": one.starts.isoformat(),
        "end": one.ends.isoformat(),
        "what": title(snapshot, one, translator("en")),
        "kind": kind,
        "interprets": one.interprets,
        "stop": snapshot.stop[one.stop_id].name_en if one.stop_id else "",
        "place": line.where.text,
        "with": line.whom,
        "how": line.how,
        "needed_minutes": item.minutes,
        "spare_minutes": item.spare,
        "clash": item.clash.value,
        "problem": line.problem,
        "notes": {name: said.text for name, said in line.notes},
        "uid": record.uid if record else "",
    }
