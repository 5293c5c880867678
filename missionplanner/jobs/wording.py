"""Stored values as people read them, in the language of the screen: names for keys, words for codes, days and times.

The one place of jobs that says how a value is shown. What the command line prints for programs is in lists.rows.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import cached_property, singledispatch
from typing import Any

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import SIDE_LABELS, BoughtInput, Market, Partner, Side
from missionplanner.domain.courtesy_titles import WRITTEN
from missionplanner.domain.intents import IntentList
from missionplanner.domain.letter_papers import paper_label
from missionplanner.domain.letters import kind_label
from missionplanner.domain.mission import MATCH_PART_LABELS, TEXT_LABELS, Sector, Stop
from missionplanner.domain.own_fields import NO_FIELDS, PLACE_LABELS, OwnField, OwnFields
from missionplanner.domain.packs import PAGE_LABELS
from missionplanner.domain.people import OrganisationKind, Role
from missionplanner.domain.timetable import OUTCOME_LABELS, RECONFIRMED_LABELS, Slot
from missionplanner.domain.translated_names import text_in
from missionplanner.exchange import phones
from missionplanner.i18n import LANGUAGES, N_, _, current, language_name
from missionplanner.jobs.column_labels import label
from missionplanner.jobs.listed_intents import intents_of
from missionplanner.store.rows import read_value
from missionplanner.store.store import Store
from missionplanner.store.tables import KIND_OF, record_of
from missionplanner.store.upkeep import restoring
from missionplanner.store.upkeep.comparing import linked_table

LONGEST = 500
"""The characters of a value that are shown."""
_LARGEST = 1e15
"""The largest number that a field takes."""
_OF_REGISTRATIONS = ("companies", "people", "applications")
OWNING = (
    "company_id",
    "delegation_id",
    "counterpart_id",
    "meeting_id",
    "delegate_id",
    "person_id",
    "event_id",
    "owner_id",
    "request_id",
    "field_id",
    "series_id",
    "relationship_id",
    "claim_id",
    "agreement_id",
)
"""The links that tell whose a record is, the ones it is named by first; others (a slot, a venue) are its values."""


def _labelled(labels: Mapping[Any, str]) -> Callable[[str], str]:
    """Return what puts codes separated by commas in words; codes without a label stay."""
    return lambda codes: ", ".join(_(labels.get(code, code)) for code in codes.split(","))


def _languages(codes: str) -> str:
    return ", ".join(language_name(code) for code in codes.split(","))


def _fields(names: str) -> str:
    return ", ".join(map(label, names.split(",")))


def _sort(column: str) -> str:
    """Return the name of the column a list is sorted by."""
    return _(_SORTS[column]) if column in _SORTS else label(column)


def _status(code: str, *sides: Side) -> str:
    """Return a status in the words of these sides, of both where none is given; other texts stay."""
    return Status(code).label(*sides) if code in tuple(Status) else code


_side = _labelled(SIDE_LABELS)
_INTENTS = (
    ("companies", "intents"),
    ("offerings", "intents"),
    ("requests", "intents"),
    ("relationships", "intents"),
    ("objectives", "intent"),
    ("intents", "met_by"),
)
"""The columns that hold codes of the mission's own intents, or what was typed of them."""
_SORTS = {"other": N_("Counterpart"), "owner": N_("Owner"), "cities": N_("City"), "urgency": N_("Urgency")}
"""The columns of relationships that records have other names for."""
_STATUSES = (("applications", "status"), ("applications", "announced"), ("letters", "kind"))
"""The columns that hold the status of one company, whose words depend on its side."""
CODES: dict[tuple[str, str], Callable[[str], str]] = {
    ("applications", "announced"): _status, ("applications", "edited"): _fields,
    ("companies", "language"): _languages, ("people", "languages"): _languages,
    ("events", "status"): _status, ("form_drafts", "side"): _side,
    ("letter_templates", "kind"): kind_label, ("letter_templates", "language"): _languages,
    ("letters", "kind"): _status, ("letters", "language"): _languages,
    ("match_weights", "part"): _labelled(MATCH_PART_LABELS),
    ("meetings", "late_side"): _side, ("meetings", "no_show_side"): _side,
    ("meetings", "reconfirmed_by"): _labelled(RECONFIRMED_LABELS),
    ("missions", "languages"): _languages, ("missions", "pack_pages"): _labelled(PAGE_LABELS),
    ("outcomes", "kind"): _labelled(OUTCOME_LABELS), ("pack_prints", "language"): _languages,
    ("moment_letters", "language"): _languages,
    ("letter_papers", "kind"): paper_label, ("letter_papers", "language"): _languages,
    ("agreement_texts", "language"): _languages, ("own_moments", "side"): _side,
    ("own_fields", "side"): _side, ("own_fields", "packs"): _labelled(PLACE_LABELS), ("saved_filters", "sort"): _sort,
    ("texts", "kind"): _labelled(TEXT_LABELS), ("texts", "language"): _languages,
}  # fmt: skip
"""The text columns that hold codes, and what puts these in words; other codes are members of enums, with labels."""


@singledispatch
def shown(value: object) -> str:
    """Return a value that stands for itself as people read it."""
    return "" if value is None else str(value)


@shown.register
def _enum(value: Enum) -> str:
    return str(getattr(value, "label", value.value))


@shown.register
def _of_either_side(value: Status) -> str:
    return value.label()


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
    # The history of a file may hold any; Babel writes none beyond this.
    return current().number(value) if abs(value) <= _LARGEST else str(value)


@shown.register
def _tuple(value: tuple) -> str:  # type: ignore[type-arg]
    return "; ".join(map(shown, value))


@shown.register
def _market(value: Market) -> str:
    return f"{value.country} {value.share}".strip()


@shown.register
def _input(value: BoughtInput) -> str:
    return ", ".join(part for part in (value.what, value.country, value.share) if part)


@shown.register
def _partner(value: Partner) -> str:
    return ", ".join(part for part in (value.name, value.relationship, value.place) if part)


def number_shown(number: str) -> str:
    """Return a telephone number in groups of figures."""
    return phones.spaced(number)


def value_shown(table: str, column: str, value: Any) -> str:
    """Return the stored value of a column of a table as people read it; keys of other records stay as they are."""
    if isinstance(value, str) and (table, column) in CODES:
        return CODES[table, column](value)
    return shown(read_value(KIND_OF[table], column, value))


def person_shown(field: str, value: Any, roles: Iterable[Role], own: OwnFields = NO_FIELDS) -> str:
    """Return the value of a field of a person as people read it, their role by its name."""
    if field in own.by_name:
        return own.shown(field, value)
    if field == "role_id":
        return next((role.label for role in roles if role.id == value), "")
    return value_shown("people", field, value)


def field_shown(
    field: str,
    value: Any,
    sectors: Iterable[Sector],
    stops: Iterable[Stop],
    kinds: Iterable[OrganisationKind] = (),
    own: OwnFields = NO_FIELDS,
) -> str:
    """Return the value of a field of a registration as people read it: names for codes, sectors, stops and kinds."""
    if field in own.by_name:
        return own.shown(field, value)
    named: dict[str, Iterable[Sector | Stop]] = {"sectors": sectors, "stops": stops}
    if field in named:
        names = {one.id: one.name(current().language) for one in named[field]}
        return "; ".join(names.get(key, "") for key in value or ())
    if field == "kind_id":
        return next((kind.label for kind in kinds if kind.id == value), "")
    words = next((CODES[table, field] for table in _OF_REGISTRATIONS if (table, field) in CODES), shown)
    return words(value) if value else shown(value)


def person_field(person: str, field: str, own: OwnFields = NO_FIELDS) -> str:
    """Return the name of a field of a registration, or of one of its delegates."""
    return f"{person}: {label(field, own)}" if person else label(field, own)


class Words:
    """Puts stored rows of one mission in words; the names of records that are gone come from the history."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._names: dict[tuple[str, int], str] = {}
        self._sides: dict[int, tuple[Side, ...]] = {}

    def value(self, table: str, column: str, row: dict[str, Any] | None) -> str:
        """Return the value of a column in a row of a table, at most LONGEST characters."""
        value = (row or {}).get(column)
        if isinstance(value, int) and (named := linked_table(self._store, table, column, row or {})):
            return self.name(named, value)
        if isinstance(value, str) and (table, column) in _STATUSES:
            return _status(value, *self._sides_of((row or {}).get("company_id")))
        if isinstance(value, str) and (table, column) in _INTENTS:
            return self._intents.named(value, current().language)[:LONGEST]
        if isinstance(value, str) and column == "text" and (row or {}).get("field_id"):
            return self._own_value(int((row or {})["field_id"]), value)[:LONGEST]
        return value_shown(table, column, value)[:LONGEST]

    def name(self, table: str, key: int) -> str:
        """Return the name of a record, also when it is gone."""
        if (table, key) not in self._names:
            row = restoring.last_seen(self._store, table, key)
            self._names[table, key] = _NAMED[table](self, row)[:LONGEST] if row else _("no longer there")
        return self._names[table, key]

    @cached_property
    def _intents(self) -> IntentList:
        return intents_of(self._store)

    def _own_value(self, field_id: int, text: str) -> str:
        """Return the value of an own field, also of one that is gone."""
        row = restoring.last_seen(self._store, "own_fields", field_id)
        if row is None:
            return text
        known = _field_of(row)
        return known.shown(text) if known else text

    def _sides_of(self, company: object) -> tuple[Side, ...]:
        """Return the side of a company as the only one, also when it is gone; none where that is not known."""
        if not isinstance(company, int):
            return ()
        if company not in self._sides:
            row = restoring.last_seen(self._store, "companies", company) or {}
            self._sides[company] = tuple(side for side in Side if side == row.get("side"))
        return self._sides[company]

    def about(self, table: str, key: int, row: dict[str, Any] | None) -> str:
        """Return what a record is about: its name, or the names of those it belongs to."""
        if table in _NAMED:
            return _NAMED[table](self, row)[:LONGEST] if row else self.name(table, key)
        row = row or {}
        found = [self.value(table, column, row) for column in OWNING if row.get(column)]
        found += [str(row.get(column) or "") for column in ("name", "title") if row.get(column)]
        if text := row.get("text"):
            found.append(self.value(table, "text", row) if row.get("field_id") else str(text))
        return " – ".join(dict.fromkeys(part for part in found if part))[:LONGEST]

    def _titled(self, row: dict[str, Any]) -> str:
        names = (f"name_{current().language}", "name_en", "name", "name_fr", "name_es")
        return next((str(row[name]) for name in names if row.get(name)), "")

    def _courtesy_title(self, row: dict[str, Any]) -> str:
        return next((str(row[name]) for name in WRITTEN if row.get(name)), "")

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

    def _own_field(self, row: dict[str, Any]) -> str:
        field = _field_of(row)
        return field.label if field else self._titled(row)

    def _briefing(self, row: dict[str, Any]) -> str:
        links = (self.value("briefings", column, row) for column in ("kind", "sector_id", "stop_id") if row.get(column))
        return ", ".join(filter(None, links))

    def _meeting(self, row: dict[str, Any]) -> str:
        return " – ".join(self.name("companies", row[side]) for side in ("delegation_id", "counterpart_id"))

    def _relationship(self, row: dict[str, Any]) -> str:
        return " – ".join(self.name("companies", row[side]) for side in ("company_id", "other_id"))

    def _attachment(self, row: dict[str, Any]) -> str:
        return " – ".join(part for part in (self.name("companies", row["company_id"]), str(row["name"] or "")) if part)

    def _claim(self, row: dict[str, Any]) -> str:
        return self.name("relationships", row["relationship_id"])

    def _agreement(self, row: dict[str, Any]) -> str:
        return text_in(current().language, *(str(row[f"title_{one}"] or "") for one in LANGUAGES))[0]

    def _party(self, row: dict[str, Any]) -> str:
        return self.name("companies", row["company_id"]) if row["company_id"] else str(row["name"] or "")

    def _target(self, row: dict[str, Any]) -> str:
        return self.name("milestones", row["milestone_id"])


def _field_of(row: dict[str, Any]) -> OwnField | None:
    """Return the own field of a row of the history; None where the row holds what no field takes."""
    try:
        found = record_of("own_fields", row)
    except (ValueError, TypeError, OverflowError):
        return None
    return found if isinstance(found, OwnField) else None


_NAMED: dict[str, Callable[[Words, dict[str, Any]], str]] = {
    "companies": Words._titled, "venues": Words._titled, "stops": Words._titled,
    "sectors": Words._titled, "events": Words._titled, "criteria": Words._titled, "people": Words._person,
    "roles": Words._titled, "organisation_kinds": Words._titled, "courtesy_titles": Words._courtesy_title,
    "own_fields": Words._own_field, "requests": Words._meeting, "tables": Words._meeting_table,
    "sessions": Words._span, "slots": Words._span, "meetings": Words._meeting,
    "hotels": Words._titled, "vehicles": Words._titled,
    "series": Words._titled, "milestones": Words._titled, "tasks": Words._titled,
    "briefings": Words._briefing,
    "relationships": Words._relationship, "claims": Words._claim,
    "attachments": Words._attachment, "agreements": Words._agreement,
    "agreement_parties": Words._party, "targets": Words._target,
}  # fmt: skip
"""How the records of a table are named; records of other tables are about those they belong to."""
