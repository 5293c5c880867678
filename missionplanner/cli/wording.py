"""Rows of lists as people read them: columns, codes, and names of stops and sectors in the user's language."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from missionplanner.cli.attending import RULES
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import AttendeesBy, Side
from missionplanner.domain.rules import LABELS
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.lists import rows as lists
from missionplanner.jobs.wording import shown, value_shown
from missionplanner.store.rows import names
from missionplanner.store.tables import KIND_OF

COLUMNS = {
    "name": N_("Name"), "company": N_("Company"), "companies": N_("Companies"),
    "delegation": N_("Delegation"), "counterpart": N_("Counterpart"), "rule": N_("Rule"),
    "stop": N_("Stop"), "venue": N_("Venue"), "table": N_("Table"), "start": N_("Starts"), "end": N_("Ends"),
    "delegation_people": N_("People of the delegation"), "counterpart_people": N_("People of the counterpart"),
    "day": N_("Day"), "idle_slots": N_("Idle slots"), "tables": N_("Tables there"), "tables_used": N_("Tables in use"),
    "interpreter": N_("Interpreter"), "to_stop": N_("Arrives at"), "to_venue": N_("Place of arrival"),
    "at_home": N_("Time at home"), "host": N_("Host"),
}  # fmt: skip
"""Columns of lists that are no columns of a stored record, or are called otherwise there."""
TABLES: dict[str, tuple[str, ...]] = {
    "companies": ("companies", "applications"), "delegates": ("people", "companies"), "requests": ("requests",),
    "meetings": ("meetings",), "events": ("events",), "conflicts": (), "unplaced": ("requests",),
    "weeks": ("companies",), "loads": (),
}  # fmt: skip
"""The tables that the values of a list come from."""
_BESIDE = {
    "choices_stand": N_("those chosen for a meeting attend it"),
    "one_event_at_a_time": N_("nobody is at two events at once"),
}  # fmt: skip
"""Findings beside the rules of meetings, in a few words."""
_TIMES = ("start", "end")
"""Columns of lists that hold times; their offset is that of the stop."""


def in_words(what: str, rows: list[lists.Row], snapshot: Snapshot) -> list[dict[str, str]]:
    """Return the rows of the list named `what` as people read them, heading to text."""
    named = _translations(what, snapshot)
    found = [{name: _in_words(what, name, value, named.get(name)) for name, value in row.items()} for row in rows]
    for row, words in zip(rows, found, strict=True):
        if {"side", "status"} <= row.keys():
            words["status"] = Status(row["status"]).label(Side(row["side"]))
    return [{name_of_column(name): text for name, text in lists.flat(row).items() if name != "uid"} for row in found]


def name_of_column(name: str) -> str:
    """Return the heading of a column of a list."""
    return _(COLUMNS[name]) if name in COLUMNS else label(name)


def _translations(what: str, snapshot: Snapshot) -> dict[str, dict[str, str]]:
    """Return the names to show for English names, by the column these are in."""
    language = current().language
    stops, sectors, events = (
        {one.name_en: one.name(language) for one in found}
        for found in (snapshot.stops, snapshot.sectors, snapshot.events)
    )
    kinds = {one.name_en: one.name(language) for one in snapshot.organisation_kinds}
    found = {"stop": stops, "to_stop": stops, "stops": stops, "sectors": sectors, "subsectors": sectors}
    return {**found, **({"name": events} if what == "events" else {"kind": kinds})}


def _in_words(what: str, column: str, value: Any, names_shown: Mapping[str, str] | None) -> Any:
    """Return a value of a list in words; lists of names and of people stay lists."""
    if names_shown is not None:
        many = value if isinstance(value, list) else [value]
        return [names_shown.get(one, one) for one in many]
    if isinstance(value, list):
        return value
    if column == "meets_at" and not value:
        return ""
    if column == "attendees_by":
        return AttendeesBy(RULES[value]).label
    if column == "day":
        return current().short_day(date.fromisoformat(value))
    if column in _TIMES:
        return current().short_moment(datetime.fromisoformat(value))
    if column == "rule":
        return _(_BESIDE.get(value) or LABELS.get(value, value))
    table = next((table for table in TABLES[what] if column in names(KIND_OF[table])), "")
    return value_shown(table, column, value) if table else shown(value)
