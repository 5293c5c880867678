"""Columns and stored values as people read them: names for keys, words for codes, times of day for moments."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum
from typing import Any

from missionplanner.domain.companies import SIDE_LABELS, AttachmentKind, OfferingKind
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.timetable import Owner, Slot
from missionplanner.exchange.fields import BY_NAME, FIELDS
from missionplanner.i18n import N_, _, current
from missionplanner.store.rows import read_value
from missionplanner.store.store import Store
from missionplanner.store.tables import KIND_OF
from missionplanner.store.upkeep import restoring as recall

LONGEST = 500
"""Letters of a value that are shown."""
HIDDEN = frozenset(("id", "uid", "digest", "media", "merged_id", "edited", "position"))
"""Columns that say nothing to people."""
_LABELS = {field.name: field.label for field in FIELDS} | {
    "announced": N_("Announced"), "asked_by": N_("Asked by"), "audience": N_("For"), "biography": N_("Biography"),
    "body": N_("Text"), "buffer_minutes": N_("Minutes between"), "capacity": N_("Room for"), "changes": N_("Changes"),
    "code": N_("Code"), "colour": N_("Colour"), "comment": N_("Comment"), "company_id": N_("Company"),
    "content": N_("Content"), "counterpart_id": N_("Counterpart"), "criterion_id": N_("Criterion"),
    "currency": N_("Currency"), "days": N_("After days"), "decided_at": N_("Decided on"),
    "decided_by": N_("Decided by"), "delegate_id": N_("Delegate"), "delegation_id": N_("Delegation"),
    "descending": N_("Descending"), "done_on": N_("Done on"), "due": N_("Due"), "ends": N_("Ends"),
    "event_id": N_("Event"), "first_id": N_("Company"), "half": N_("Half of the day"),
    "home_country": N_("Home country"), "host_country": N_("Host country"), "interpreter_id": N_("Interpreter"),
    "keep_until": N_("Erase personal data on"), "kind": N_("Kind"), "language": N_("Language"),
    "late_minutes": N_("Minutes late"), "late_side": N_("Late"), "locked": N_("Locked"), "logo": N_("Logo"),
    "lunch_ends": N_("Lunch ends"), "lunch_starts": N_("Lunch starts"), "made_at": N_("Made"),
    "made_by": N_("Made by"), "mark": N_("Mark"), "meeting_id": N_("Meeting"), "meetings_a_day": N_("Meetings a day"),
    "meetings_least": N_("Least meetings"), "meetings_most": N_("Most meetings"), "minutes": N_("Minutes"),
    "name_en": N_("Name in English"), "name_es": N_("Name in Spanish"), "name_fr": N_("Name in French"),
    "next_step": N_("Next step"), "no_show_side": N_("No-show"), "note": N_("Note"), "number": N_("Number"),
    "organiser": N_("Organiser"), "other_id": N_("The other"), "owner": N_("Whose"), "owner_id": N_("Of"),
    "pack_pages": N_("Pages of the packs"), "parent_id": N_("Sector above"), "part": N_("Part"),
    "passport": N_("Passport"), "place": N_("Place"), "places_max": N_("Most places"), "places_min": N_("Least places"),
    "precedence": N_("Precedence"), "priority": N_("Priority"), "published_at": N_("Published"),
    "purpose": N_("Purpose"), "quota": N_("Quota"), "rank": N_("Rank"), "reason": N_("Reason"),
    "reconfirmed": N_("Reconfirmed"), "reconfirmed_by": N_("Reconfirmed by"),
    "registration_closes": N_("Registration closes"), "relationship": N_("Relationship"), "reviewer": N_("Reviewer"),
    "second_meeting": N_("Second meeting"), "sector_id": N_("Sector"), "series": N_("Series"),
    "session_id": N_("Session"), "several_at_once": N_("Several meetings at once"), "share": N_("Share"),
    "side": N_("Side"), "size": N_("Size"), "slot_id": N_("Slot"), "slot_minutes": N_("Minutes a slot"),
    "sort": N_("Sorted by"), "source": N_("Source"), "spellings": N_("Other spellings"), "starts": N_("Starts"),
    "status": N_("Status"), "stop_id": N_("Stop"), "subject": N_("Subject"), "table_id": N_("Table"),
    "talking_points": N_("Talking points"), "text": N_("Text"), "then_id": N_("After it"), "time_zone": N_("Time zone"),
    "to_venue_id": N_("To"), "travel_minutes": N_("Travel time"), "value": N_("Value"), "venue_id": N_("Venue"),
    "walk_in": N_("Walk-in"), "wanted": N_("Filter"), "weight": N_("Weight"), "words": N_("Words"), "year": N_("Year"),
}  # fmt: skip
"""What columns are called; those of a registration as in its form."""
_TABLES = {
    "company_id": "companies", "counterpart_id": "companies", "delegation_id": "companies", "first_id": "companies",
    "then_id": "companies", "delegate_id": "delegates", "interpreter_id": "interpreters", "meeting_id": "meetings",
    "parent_id": "sectors", "sector_id": "sectors", "session_id": "sessions", "slot_id": "slots", "stop_id": "stops",
    "table_id": "tables", "venue_id": "venues", "to_venue_id": "venues", "event_id": "events",
    "criterion_id": "criteria",
}  # fmt: skip
"""The tables whose records key columns name."""
_OTHER = {"travels": "venues", "distinctions": "companies"}
_OWNERS: dict[str, str] = {
    Owner.COMPANY: "companies", Owner.DELEGATE: "delegates", Owner.TABLE: "tables", Owner.INTERPRETER: "interpreters",
}  # fmt: skip
_CODES: dict[Enum, str] = dict(SIDE_LABELS) | {
    OfferingKind.OFFERS: N_("Offers"), OfferingKind.SEEKS: N_("Seeks"),
    AttachmentKind.LOGO: N_("Logo"), AttachmentKind.FILE: N_("File"), Owner.COMPANY: N_("Company"),
    Owner.DELEGATE: N_("Delegate"), Owner.TABLE: N_("Table"), Owner.INTERPRETER: N_("Interpreter"),
}  # fmt: skip


def label(column: str) -> str:
    """What a column is called."""
    return _(_LABELS[column]) if column in _LABELS else column.replace("_", " ")


class Words:
    """Says stored values of one mission in words; names of records that are gone are taken from the history."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names: dict[tuple[str, int], str] = {}

    def value(self, table: str, column: str, row: dict[str, Any] | None) -> str:
        """The value of a column in a row of a table, at most LONGEST letters."""
        value = (row or {}).get(column)
        named = self._table_of(table, column, row or {})
        if named and isinstance(value, int):
            return self.name(named, value)
        return _plain(read_value(KIND_OF[table], column, value))[:LONGEST]

    def name(self, table: str, key: int) -> str:
        """What a record is called, also when it is gone."""
        if (table, key) not in self._names:
            row = recall.last_seen(self._store, table, key)
            self._names[table, key] = self.name_in(table, row) if row else _("no longer there")
        return self._names[table, key]

    def name_in(self, table: str, row: dict[str, Any]) -> str:
        """What the record of a row is called."""
        return NAMED[table](self, row)[:LONGEST]

    def _table_of(self, table: str, column: str, row: dict[str, Any]) -> str:
        if column == "owner_id":
            return _OWNERS.get(str(row.get("owner")), "")
        return _OTHER.get(table, "") if column == "other_id" else _TABLES.get(column, "")

    def _titled(self, row: dict[str, Any]) -> str:
        return str(row.get(f"name_{current().language}") or row.get("name_en") or row.get("name") or "")

    def _person(self, row: dict[str, Any]) -> str:
        return " ".join(part for part in (str(row["given_name"] or ""), str(row["family_name"] or "")) if part)

    def _table(self, row: dict[str, Any]) -> str:
        return _("{venue}, table {number}").format(venue=self.name("venues", row["venue_id"]), number=row["number"])

    def _span(self, row: dict[str, Any]) -> str:
        starts, ends = (read_value(Slot, name, row[name]) for name in ("starts", "ends"))
        if not (isinstance(starts, datetime) and isinstance(ends, datetime)):
            return ""
        t = current()
        return f"{t.date(starts.date(), 'MMMEd')}, {t.time(starts)}–{t.time(ends)}"

    def _meeting(self, row: dict[str, Any]) -> str:
        return " – ".join(self.name("companies", row[side]) for side in ("delegation_id", "counterpart_id"))


NAMED: dict[str, Callable[[Words, dict[str, Any]], str]] = {
    "companies": Words._titled, "interpreters": Words._titled, "venues": Words._titled, "stops": Words._titled,
    "sectors": Words._titled, "events": Words._titled, "criteria": Words._titled, "delegates": Words._person,
    "tables": Words._table, "sessions": Words._span, "slots": Words._span, "meetings": Words._meeting,
}  # fmt: skip
"""The tables whose records have names, and how they are made."""


def _plain(value: Any) -> str:
    t = current()
    if isinstance(value, Enum):
        known = _CODES.get(value)
        return _(known) if known else str(getattr(value, "label", value.value))
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return f"{t.date(value.date(), 'medium')} {t.time(value)}"
    if isinstance(value, date):
        return t.date(value, "medium")
    if isinstance(value, bytes):
        return _("{n} kB").format(n=t.number(max(1, len(value) // 1000)))
    if isinstance(value, float):
        return t.number(value)
    return "" if value is None else str(value)


def field_label(name: str) -> str:
    """A field's name in the language of the screen."""
    return _(BY_NAME[name].label) if name in BY_NAME else _(_FIELD_LABELS.get(name, name))


_FIELD_LABELS = {"delegates": N_("Delegates"), "language": N_("Language"), "title": N_("Courtesy title")}


def field_text(name: str, value: Any, sectors: Iterable[Sector], stops: Iterable[Stop]) -> str:
    """A field's value as people read it: names for keys, yes and no, entries of a list after one another."""
    if name == "sectors":
        names = {sector.id: sector.name_en for sector in sectors}
        return "; ".join(names.get(key, "") for key in value)
    if name == "stops":
        names = {stop.id: stop.name_en for stop in stops}
        return "; ".join(names.get(key, "") for key in value)
    if name == "markets":
        return "; ".join(f"{one.country} {one.share}".strip() for one in value)
    if name == "partners":
        return "; ".join(", ".join(part for part in (one.name, one.relationship, one.place) if part) for one in value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
