"""How the tables of a mission merge: the registers of their rows, where their links lead, and what makes rows the same.

A *register* is what merges as one value: a column, or columns that mean something only together. It goes by the name of
its first column.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2s

from missionplanner.store.database import Database
from missionplanner.store.rows import names
from missionplanner.store.tables import LOOSE_LINKS, OWNER_TABLES, UNDOABLE, StoredTable

_TOGETHER: dict[str, tuple[tuple[str, ...], ...]] = {
    "missions": (
        ("starts", "ends"),
        ("lunch_starts", "lunch_ends"),
        ("places_min", "places_max"),
        ("guest_day", "host_day"),
        ("portrait", "portrait_of"),
    ),
    "stops": (("starts", "ends"),),
    "companies": (("consent", "consent_on"), ("attendees_by", "attendees_most")),
    "attachments": (("kind", "name", "media", "size", "digest"),),
    "letter_papers": (("name", "size", "digest"),),
    "agreement_texts": (("name", "size", "digest"),),
    "applications": (
        ("status", "reason", "decided_at", "decided_by"),
        ("declares_origin", "declares_export_controls", "declares_integrity", "signed_by", "signed_on"),
    ),
    "requests": (("delegation_id", "counterpart_id"),),
    "precedences": (("first_id", "then_id"),),
    "figures": (("value", "bounded"), ("source", "link", "as_of")),
    "series": (("unit", "currency", "scale"),),
    "sessions": (("starts", "ends", "slot_minutes", "buffer_minutes"),),
    "slots": (("starts", "ends"),),
    "meetings": (
        ("delegation_id", "counterpart_id"),
        ("slot_id", "table_id"),
        ("status", "reason", "no_show_side"),
        ("reconfirmed", "reconfirmed_by"),
        ("late_side", "late_minutes"),
    ),
    "events": (("starts", "ends"), ("status", "to_venue_id")),
    "availabilities": (("owner", "owner_id"), ("starts", "ends")),
    "outcomes": (("value", "currency"),),
    "versions": (("number", "published_at", "changes"),),
    "own_fields": (("kind", "choices"), ("suits", "suits_with")),
    "criteria": (("field_id", "points", "exposure"),),
    "milestones": (("day", "days"),),
    "tasks": (("milestone_id", "days"),),
    "legs": (("origin", "departs"), ("destination", "arrives")),
    "stays": (("hotel_id", "room"), ("check_in", "check_out")),
    "vehicles": (("seats", "kept_free"),),
    "seats": (("vehicle_id", "is_fixed"),),
    "sign_ins": (("at", "how"),),
    "relationships": (("next_step", "due"),),
    "claims": (("stage", "since", "reason"), ("value", "currency", "expected", "period"), ("began_before", "began_on")),
    "same_deals": (("is_same", "decided_by"),),
    "proofs": (("value", "currency"), ("verified_on", "verified_by", "how")),
    "company_follow_ups": (("done_on", "note"),),
    "agreements": (("status", "signed_on"), ("event_id", "position"), ("announced_value", "actual_value", "currency")),
    "agreement_parties": (("company_id", "name"),),
    "signatories": (("person_id", "name", "post"), ("is_out", "note")),
    "intents": (("met_by", "place"),),
    "objectives": (("counts", "stage", "intent"), ("number", "unit")),
}
"""Columns that mean something only together."""
_LOOSE = {**LOOSE_LINKS, ("aliases", "merged_id"): "companies"}
"""Links without a foreign key; that of an alias may lead to what is gone."""
_INSIDE: dict[tuple[str, str], dict[str, str]] = {
    ("source_drafts", "content"): {"sectors": "sectors", "stops": "stops", "kind_id": "organisation_kinds"},
    ("saved_filters", "wanted"): {"stops": "stops", "kinds": "organisation_kinds"},
    ("versions", "content"): {
        "delegation_id": "companies",
        "counterpart_id": "companies",
        "venue_id": "venues",
        "interpreter_id": "people",
        "delegates": "people",
    },
}
"""Links inside of texts in JSON, by the names they have there."""
_NATURAL: dict[str, tuple[str, ...]] = {
    "applications": ("company_id",),
    "company_sectors": ("company_id", "sector_id"),
    "company_stops": ("company_id", "stop_id"),
    "offerings": ("company_id", "kind", "text"),
    "markets": ("company_id", "country"),
    "inputs": ("company_id", "what", "country"),
    "partners": ("company_id", "name"),
    "aliases": ("company_id", "name"),
    "distinctions": ("company_id", "other_id"),
    "source_drafts": ("company_id", "source"),
    "reviews": ("company_id", "criterion_id", "reviewer"),
    "requests": ("delegation_id", "counterpart_id", "asked_by"),
    "precedences": ("company_id", "first_id", "then_id"),
    "travels": ("venue_id", "other_id"),
    "zone_ways": ("stop_id", "zone", "other"),
    "sector_stops": ("sector_id", "stop_id"),
    "memberships": ("person_id", "company_id"),
    "person_sectors": ("person_id", "sector_id"),
    "meeting_delegates": ("meeting_id", "delegate_id"),
    "attendances": ("event_id", "company_id"),
    "person_attendances": ("event_id", "person_id"),
    "match_weights": ("part",),
    "texts": ("kind", "language"),
    "letter_templates": ("kind", "language"),
    "letter_papers": ("kind", "language"),
    "series": ("code",),
    "figures": ("series_id", "period"),
    "own_fields": ("subject", "code"),
    "company_values": ("company_id", "field_id"),
    "person_values": ("person_id", "field_id"),
    "request_values": ("request_id", "field_id"),
    "legs": ("person_id", "kind", "flight"),
    "hotels": ("name",),
    "stays": ("person_id", "hotel_id"),
    "seats": ("person_id", "event_id"),
    "sign_ins": ("person_id", "kind", "event_id"),
    "relationships": ("company_id", "other_id"),
    "relationship_parties": ("relationship_id", "name"),
    "same_deals": ("one_id", "other_id", "decided_on"),
    "company_follow_ups": ("company_id", "days"),
    "agreement_texts": ("agreement_id", "language"),
    "targets": ("milestone_id", "grouped_by", "code", "stage"),
    "intents": ("code",),
    "objectives": ("company_id", "what"),
}
"""The columns that say which record a row is: made apart with the same values, two rows are one record."""
_MAY_BE_TWICE = frozenset(
    (
        "offerings",
        "markets",
        "inputs",
        "partners",
        "aliases",
        "source_drafts",
        "travels",
        "zone_ways",
        "precedences",
        "figures",
        "legs",
        "stays",
        "hotels",
    )
)
"""Tables in which two rows with the same of these columns are no contradiction: both are shown."""
QUIET = frozenset((("source_drafts", "content"), ("missions", "keep_until")))
"""Registers nobody is asked about: a memory of what sources said."""


@dataclass(frozen=True, slots=True)
class Link:
    """A column that leads to a row of another table."""

    column: str
    place: int
    """Its place among the columns."""
    table: str
    """The table it leads to; empty where another column says it (`availabilities.owner`)."""
    is_needed: bool
    """Whether the row goes with what it leads to."""


@dataclass(frozen=True, slots=True)
class TableLayout:
    """How the rows of one table merge."""

    name: str
    columns: tuple[str, ...]
    registers: dict[str, tuple[int, ...]]
    """The places of the columns of each register; key and uid belong to none."""
    links: tuple[Link, ...]
    inside: Mapping[int, Mapping[str, str]]
    """Links inside of texts in JSON, by the place of the column."""
    natural: tuple[int, ...]
    """The places of the columns that say which record a row is; empty where only the uid does."""
    is_single: bool
    """Whether of two rows that are the same record only one is shown."""
    owner: int | None
    """The place of the column that says the table of a link; None where there is no such link."""
    register_at: tuple[str, ...]
    """The register of each column; empty for key and uid."""

    def target(self, link: Link, values: tuple[object, ...]) -> str:
        """Return the table a link of a row leads to; empty where it leads nowhere."""
        if link.table:
            return link.table
        return OWNER_TABLES.get(str(values[self.owner or 0]), "")


Layout = dict[str, TableLayout]


def layout_of(db: Database) -> Layout:
    """Return how every table that undo reaches merges; the schema is the same in every file of the newest format."""
    key = tuple(table.kind for table in UNDOABLE)
    if key not in _KNOWN:
        _KNOWN[key] = {table.name: _table_layout(db, table) for table in UNDOABLE}
    return _KNOWN[key]


_KNOWN: dict[tuple[type, ...], Layout] = {}


def _table_layout(db: Database, table: StoredTable) -> TableLayout:
    columns = names(table.kind)
    inside = {columns.index(c): known for (name, c), known in _INSIDE.items() if name == table.name}
    natural = tuple(columns.index(column) for column in _NATURAL.get(table.name, ()))
    owner = columns.index("owner") if table.name == "availabilities" else None
    registers = _registers(table)
    names_of = {place: name for name, places in registers.items() for place in places}
    register_at = tuple(names_of.get(place, "") for place in range(len(columns)))
    is_single = bool(natural) and table.name not in _MAY_BE_TWICE
    links = tuple(_links(db, table))
    return TableLayout(table.name, columns, registers, links, inside, natural, is_single, owner, register_at)


def _registers(table: StoredTable) -> dict[str, tuple[int, ...]]:
    columns = names(table.kind)
    groups = _TOGETHER.get(table.name, ())
    grouped = {column for group in groups for column in group}
    singles = ((column,) for column in columns if column not in grouped and column not in ("id", "uid"))
    return {group[0]: tuple(columns.index(column) for column in group) for group in (*groups, *singles)}


def _links(db: Database, table: StoredTable) -> Iterator[Link]:
    columns = names(table.kind)
    for row in db.execute(f"PRAGMA foreign_key_list({table.name})").fetchall():
        yield Link(row[3], columns.index(row[3]), row[2], row[6] != "SET NULL")
    for (name, column), target in _LOOSE.items():
        if name == table.name:
            yield Link(column, columns.index(column), target, False)
    if table.name == "availabilities":
        yield Link("owner_id", columns.index("owner_id"), "", True)


def natural_columns(table: str) -> tuple[str, ...]:
    """Return the columns that say which record a row of a table is; none where only its uid does."""
    return _NATURAL.get(table, ())


@cache
def register_columns(table: str) -> dict[str, tuple[str, ...]]:
    """Return the columns of each register of a table, by its name."""
    stored = next(one for one in UNDOABLE if one.name == table)
    columns = names(stored.kind)
    return {name: tuple(columns[place] for place in places) for name, places in _registers(stored).items()}


def natural_uid(table: str, key: Iterable[object], owner: str) -> str:
    """Return the uid of a record by what says which one it is: the same in every file.

    owner: the uid it begins with, so that the records of owners made one after the other stay in order.
    """
    return natural_uids(table, [tuple(key)], [owner])[0]


def natural_uids(table: str, keys: Sequence[tuple[object, ...]], owners: Iterable[str]) -> list[str]:
    """Return the uids of records of a table, in order; see `natural_uid`."""
    if not keys:
        return []
    text = table + "/%s" * len(keys[0])
    return [
        owner[:16] + blake2s((text % key).encode("utf-8", "replace"), digest_size=8).hexdigest()
        for key, owner in zip(keys, owners, strict=False)
    ]
