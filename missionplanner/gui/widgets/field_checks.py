"""The problem with what is typed into a field, as a sentence; empty when there is none."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from missionplanner.domain import bounds
from missionplanner.domain.field_types import types_of
from missionplanner.domain.mission import Mission
from missionplanner.domain.time import is_zone
from missionplanner.gui.widgets.editors import NEEDED, FormField
from missionplanner.i18n import _, current, is_language
from missionplanner.jobs.companies import entry


def needed(text: str) -> str:
    """Return the problem with an empty text."""
    return "" if text.strip() else _("This is needed.")


def zone_problem(text: str) -> str:
    """Return the problem with a text that should name a time zone."""
    return "" if is_zone(text) else _("This is no time zone, such as America/Mexico_City.")


def number_problem(text: str) -> str:
    """Return the problem with a text that should be a whole number below 1000."""
    return "" if text.isdecimal() and int(text) < 1000 else _("This is no number.")


def room_problem(text: str) -> str:
    """Return the problem with a text that should be empty or a number of people."""
    return "" if not text or (text.isdecimal() and len(text) < 7) else _("This is no number.")


def languages_problem(text: str) -> str:
    """Return the problem with a text that should name at least two languages."""
    codes = entry.languages(text).split(",")
    good = len(codes) > 1 and all(map(is_language, codes))
    return "" if good else _("Type at least two languages, such as English, Español.")


def bounded(kind: type, fields: Sequence[FormField]) -> list[FormField]:
    """Return fields judged by the bounds of a kind of record, those that are called as its columns."""
    return [
        replace(field, stored=((kind, field.name),)) if not field.stored and field.name in types_of(kind) else field
        for field in fields
    ]


def in_mission(mission: Mission, fields: Sequence[FormField]) -> list[FormField]:
    """Return fields whose short dates lie in the mission, and say so of dates that do not."""
    days = current().day_range(mission.starts, mission.ends)
    outside = _("This is outside the mission ({days}).").format(days=days)
    return [
        replace(field, days=(mission.starts, mission.ends), outside=outside) if field.kind in NEEDED else field
        for field in fields
    ]


def beyond_bounds(field: FormField, value: Any) -> str:
    """Return why the value of an editor is out of the bounds of its field, in a sentence; empty where it is not."""
    for place, (kind, column) in enumerate(field.stored):
        parts = [row[place] for row in value] if field.kind == "rows" else [value]
        for part in parts:
            if problem := _beyond(kind, column, part):
                return problem
    return ""


def _beyond(kind: type, column: str, value: Any) -> str:
    if isinstance(value, str):
        return bounds.problem_of_text(kind, column, value)
    if isinstance(value, datetime):  # the clocks of the stop it is on are known when it is stored
        return bounds.problem(kind, column, value.replace(tzinfo=UTC))
    return bounds.problem(kind, column, value) if isinstance(value, date) else ""
