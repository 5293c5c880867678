"""Rows of lists as people read them: columns, codes, and names of stops and sectors in the user's language."""

from collections.abc import Mapping
from typing import Any

from missionplanner.domain.applications import STATUS_LABELS
from missionplanner.domain.companies import SIDE_LABELS
from missionplanner.domain.events import AUDIENCE_LABELS, EVENT_KIND_LABELS
from missionplanner.domain.requests import PRIORITY_LABELS
from missionplanner.domain.rules import LABELS
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import MEETING_STATUS_LABELS
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.lists import rows as lists

COLUMNS = {
    "name": N_("Name"), "company": N_("Company"), "companies": N_("Companies"), "delegates": N_("Delegates"),
    "delegation": N_("Delegation"), "counterpart": N_("Counterpart"), "meetings": N_("Meetings"), "rule": N_("Rule"),
    "stop": N_("Stop"), "venue": N_("Venue"), "table": N_("Table"), "start": N_("Starts"), "end": N_("Ends"),
}  # fmt: skip
"""Columns of lists that are no columns of a stored record, or are called otherwise there."""
CODES: dict[str, Mapping[Any, str]] = {
    "side": SIDE_LABELS,
    "asked_by": SIDE_LABELS,
    "status": {**STATUS_LABELS, **MEETING_STATUS_LABELS},
    "priority": PRIORITY_LABELS,
    "kind": EVENT_KIND_LABELS,
    "audience": AUDIENCE_LABELS,
    "rule": LABELS,
}
"""Columns of lists that hold codes, and the words for these."""
_PLACES = ("stop", "stops", "sectors", "subsectors")
"""Columns of lists that hold English names of stops and sectors."""


def in_words(rows: list[lists.Row], snapshot: Snapshot) -> list[dict[str, str]]:
    """Return the rows of a list as people read them, heading to text."""
    language = current().language
    places = {stop.name_en: stop.name(language) for stop in snapshot.stops}
    places |= {sector.name_en: sector.name(language) for sector in snapshot.sectors}
    shown = [{name: _shown(name, value, places) for name, value in row.items()} for row in rows]
    return [{name_of_column(name): text for name, text in lists.flat(row).items()} for row in shown]


def name_of_column(name: str) -> str:
    """Return the heading of a column of a list."""
    return _(COLUMNS[name]) if name in COLUMNS else label(name)


def name_of_code(column: str, code: str) -> str:
    """Return the word for a code in a column of a list."""
    return _(CODES[column].get(code, code))


def _shown(column: str, value: Any, places: Mapping[str, str]) -> Any:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if column in CODES:
        return name_of_code(column, value)
    if column in _PLACES:
        return [places.get(name, name) for name in value] if isinstance(value, list) else places.get(value, value)
    return value
