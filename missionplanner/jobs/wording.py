"""Stored values as people read them, in the language of the screen: names for keys, words for codes, days and times.

The one place of jobs that says how a value is shown. What the command line prints for programs is in lists.rows.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from enum import Enum
from functools import singledispatch
from typing import Any

from missionplanner.domain.companies import SIDE_LABELS, AttachmentKind, Market, OfferingKind, Partner
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.timetable import Owner, Slot
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.column_labels import label
from missionplanner.store.rows import read_value
from missionplanner.store.store import Store
from missionplanner.store.tables import KIND_OF, OWNER_TABLES
from missionplanner.store.upkeep import restoring

LONGEST = 500
"""The characters of a value that are shown."""
_TABLES = {
    "company_id": "companies", "counterpart_id": "companies", "delegation_id": "companies", "first_id": "companies",
    "then_id": "companies", "delegate_id": "delegates", "interpreter_id": "interpreters", "meeting_id": "meetings",
    "parent_id": "sectors", "sector_id": "sectors", "session_id": "sessions", "slot_id": "slots", "stop_id": "stops",
    "table_id": "tables", "venue_id": "venues", "to_venue_id": "venues", "event_id": "events",
    "criterion_id": "criteria",
}  # fmt: skip
"""The tables that key columns refer to."""
_OTHER = {"travels": "venues", "distinctions": "companies"}
"""The tables that `other_id` refers to, by the table it is in."""
OWNING = ("company_id", "delegation_id", "counterpart_id", "meeting_id", "delegate_id", "event_id", "owner_id")
"""Columns that tell whose a record is."""
_CODES: dict[Enum, str] = dict(SIDE_LABELS) | {
    OfferingKind.OFFERS: N_("Offers"), OfferingKind.SEEKS: N_("Seeks"),
    AttachmentKind.LOGO: N_("Logo"), AttachmentKind.FILE: N_("File"), Owner.COMPANY: N_("Company"),
    Owner.DELEGATE: N_("Delegate"), Owner.TABLE: N_("Table"), Owner.INTERPRETER: N_("Interpreter"),
}  # fmt: skip


@singledispatch
def shown(value: object) -> str:
    """Return a value that stands for itself as people read it."""
    return "" if value is None else str(value)


@shown.register
def _enum(value: Enum) -> str:
    known = _CODES.get(value)
    return _(known) if known else str(getattr(value, "label", value.value))


@shown.register
def _bool(value: bool) -> str:
    return _("yes") if value else _("no")


@shown.register
def _datetime(value: datetime) -> str:
    return current().stamp(value)


@shown.register
def _date(value: date) -> str:
    return current().date(value, "medium")


@shown.register
def _bytes(value: bytes) -> str:
    return _("{n} kB").format(n=current().number(max(1, len(value) // 1000)))


@shown.register
def _float(value: float) -> str:
    return current().number(value)


@shown.register
def _tuple(value: tuple) -> str:  # type: ignore[type-arg]
    return "; ".join(map(shown, value))


@shown.register
def _market(value: Market) -> str:
    return f"{value.country} {value.share}".strip()


@shown.register
def _partner(value: Partner) -> str:
    return ", ".join(part for part in (value.name, value.relationship, value.place) if part)


def field_shown(field: str, value: Any, sectors: Iterable[Sector], stops: Iterable[Stop]) -> str:
    """Return the value of a field of a registration as people read it: names for the keys of sectors and stops."""
    named: dict[str, Iterable[Sector | Stop]] = {"sectors": sectors, "stops": stops}
    if field not in named:
        return shown(value)
    names = {one.id: one.name(current().language) for one in named[field]}
    return "; ".join(names.get(key, "") for key in value or ())


def person_field(person: str, field: str) -> str:
    """Return the name of a field of a registration, or of one of its delegates."""
    return f"{person}: {label(field)}" if person else label(field)


class Words:
    """Puts stored rows of one mission in words; the names of records that are gone come from the history."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names: dict[tuple[str, int], str] = {}

    def value(self, table: str, column: str, row: dict[str, Any] | None) -> str:
        """Return the value of a column in a row of a table, at most LONGEST characters."""
        value = (row or {}).get(column)
        named = self._table_of(table, column, row or {})
        if named and isinstance(value, int):
            return self.name(named, value)
        return shown(read_value(KIND_OF[table], column, value))[:LONGEST]

    def name(self, table: str, key: int) -> str:
        """Return the name of a record, also when it is gone."""
        if (table, key) not in self._names:
            row = restoring.last_seen(self._store, table, key)
            self._names[table, key] = _NAMED[table](self, row)[:LONGEST] if row else _("no longer there")
        return self._names[table, key]

    def about(self, table: str, key: int, row: dict[str, Any] | None) -> str:
        """Return what a record is about: its name, or the names of those it belongs to."""
        if table in _NAMED:
            return _NAMED[table](self, row)[:LONGEST] if row else self.name(table, key)
        row = row or {}
        found = [self.value(table, column, row) for column in OWNING if row.get(column)]
        found += [str(row.get(column) or "") for column in ("name", "title", "text") if row.get(column)]
        return " – ".join(dict.fromkeys(part for part in found if part))[:LONGEST]

    def _table_of(self, table: str, column: str, row: dict[str, Any]) -> str:
        if column == "owner_id":
            return OWNER_TABLES.get(str(row.get("owner")), "")
        return _OTHER.get(table, "") if column == "other_id" else _TABLES.get(column, "")

    def _titled(self, row: dict[str, Any]) -> str:
        return str(row.get(f"name_{current().language}") or row.get("name_en") or row.get("name") or "")

    def _person(self, row: dict[str, Any]) -> str:
        return " ".join(part for part in (str(row["given_name"] or ""), str(row["family_name"] or "")) if part)

    def _meeting_table(self, row: dict[str, Any]) -> str:
        return _("{venue}, table {number}").format(venue=self.name("venues", row["venue_id"]), number=row["number"])

    def _span(self, row: dict[str, Any]) -> str:
        starts, ends = (read_value(Slot, name, row[name]) for name in ("starts", "ends"))
        if not (isinstance(starts, datetime) and isinstance(ends, datetime)):
            return ""
        t = current()
        return f"{t.short_day(starts.date())}, {t.times(starts, ends)}"

    def _meeting(self, row: dict[str, Any]) -> str:
        return " – ".join(self.name("companies", row[side]) for side in ("delegation_id", "counterpart_id"))


_NAMED: dict[str, Callable[[Words, dict[str, Any]], str]] = {
    "companies": Words._titled, "interpreters": Words._titled, "venues": Words._titled, "stops": Words._titled,
    "sectors": Words._titled, "events": Words._titled, "criteria": Words._titled, "delegates": Words._person,
    "tables": Words._meeting_table, "sessions": Words._span, "slots": Words._span, "meetings": Words._meeting,
}  # fmt: skip
"""How the records of a table are named; records of other tables are about those they belong to."""
