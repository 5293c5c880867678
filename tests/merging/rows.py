"""The rows of a mission as people see them: read from the file, links as uids, without the code that merges."""

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any

from missionplanner.store.store import Store, database_of
from missionplanner.store.tables import UNDOABLE

Values = tuple[Any, ...]
Register = tuple[str, str]
"""The uid of a row, and the first of the columns that mean something together."""
TOGETHER = {
    "missions": ("starts ends", "lunch_starts lunch_ends", "places_min places_max", "guest_day host_day"),
    "stops": ("starts ends",),
    "companies": ("consent consent_on", "attendees_by attendees_most"),
    "attachments": ("kind name media size digest",),
    "letter_papers": ("name size digest",),
    "agreement_texts": ("name size digest",),
    "applications": (
        "status reason decided_at decided_by",
        "declares_origin declares_export_controls declares_integrity signed_by signed_on",
    ),
    "requests": ("delegation_id counterpart_id",),
    "precedences": ("first_id then_id",),
    "figures": ("value bounded", "source link as_of"),
    "series": ("unit currency scale",),
    "sessions": ("starts ends slot_minutes buffer_minutes",),
    "slots": ("starts ends",),
    "meetings": (
        "delegation_id counterpart_id",
        "slot_id table_id",
        "status reason no_show_side",
        "reconfirmed reconfirmed_by",
        "late_side late_minutes",
    ),
    "events": ("starts ends", "status to_venue_id"),
    "availabilities": ("owner owner_id", "starts ends"),
    "outcomes": ("value currency",),
    "versions": ("number published_at changes",),
    "own_fields": ("kind choices", "suits suits_with"),
    "criteria": ("field_id points exposure",),
    "milestones": ("day days",),
    "tasks": ("milestone_id days",),
    "legs": ("origin departs", "destination arrives"),
    "stays": ("hotel_id room", "check_in check_out"),
    "vehicles": ("seats kept_free",),
    "seats": ("vehicle_id is_fixed",),
    "sign_ins": ("at how",),
    "relationships": ("next_step due",),
    "claims": ("stage since reason", "value currency expected period", "began_before began_on"),
    "same_deals": ("is_same decided_by",),
    "proofs": ("value currency", "verified_on verified_by how"),
    "company_follow_ups": ("done_on note",),
    "agreements": ("status signed_on", "event_id position", "announced_value actual_value currency"),
    "agreement_parties": ("company_id name",),
    "signatories": ("person_id name post", "is_out note"),
    "intents": ("met_by place",),
    "objectives": ("counts stage intent", "number unit"),
}
"""Columns that mean something only together."""
LOOSE = {"events.to_venue_id": "venues", "requests.session_id": "sessions", "aliases.merged_id": "companies"}
"""Links that may lead to what is gone, which the database knows nothing of."""
OWNERS = {"company": "companies", "delegate": "people", "table": "tables"}
OPAQUE = {"source_drafts.content", "versions.content", "saved_filters.wanted"}
"""Texts with links inside: compared between copies by what the program reads of them."""
SAME = {
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
"""What says that two rows are one record."""


@dataclass(frozen=True)
class Row:
    """A row as a person sees it: links are uids."""

    table: str
    values: dict[str, Any]
    key: int = field(compare=False)

    @cached_property
    def registers(self) -> dict[str, Values]:
        """What merges as one value, by its first column."""
        values = self.values
        return {name: tuple([values[c] for c in group]) for name, group in _registers(self.table, tuple(values))}

    def columns(self, register: str) -> list[str]:
        """Return the columns of a register."""
        return next((group for group in _groups(self.table) if group[0] == register), [register])

    @property
    def same(self) -> tuple[Any, ...] | None:
        """What it shares with rows that are the same record."""
        return self.same_as(self.values)

    def same_as(self, values: dict[str, Any]) -> tuple[Any, ...] | None:
        """Return what rows with these values share that are the same record."""
        columns = SAME.get(self.table)
        return (self.table, *(values[column] for column in columns)) if columns else None


@cache
def _registers(table: str, columns: tuple[str, ...]) -> list[tuple[str, list[str]]]:
    """Return the registers of a table and the columns of each."""
    groups = {group[0]: group for group in _groups(table)}
    others = {column for group in groups.values() for column in group[1:]}
    names = [name for name in columns if name not in others and f"{table}.{name}" not in OPAQUE]
    return [(name, groups.get(name, [name])) for name in names]


@cache
def _groups(table: str) -> list[list[str]]:
    return [group.split() for group in TOGETHER.get(table, ())]


Rows = dict[str, Row]


_LINKS: dict[str, dict[str, tuple[str, bool]]] = {}
"""Those of every mission file: all have one schema."""


def links_of(store: Store) -> dict[str, dict[str, tuple[str, bool]]]:
    """Return the links of every table by column: the table each leads to, and whether a row is nothing without it."""
    if not _LINKS:
        _LINKS.update(_links(store))
    return _LINKS


def _links(store: Store) -> dict[str, dict[str, tuple[str, bool]]]:
    found: dict[str, dict[str, tuple[str, bool]]] = {}
    for table in UNDOABLE:
        rows = database_of(store).execute(f"PRAGMA foreign_key_list({table.name})").fetchall()
        found[table.name] = {row[3]: (row[2], row[6] != "SET NULL") for row in rows}
    for place, target in LOOSE.items():
        table, column = place.split(".")
        found[table][column] = target, False
    return found


def rows_of(store: Store) -> Rows:
    """Return every row that undo reaches, by uid."""
    db, links = database_of(store), links_of(store)
    tables = {}
    for table in UNDOABLE:
        cursor = db.execute(f"SELECT * FROM {table.name}")
        columns = [column[0] for column in cursor.description]
        tables[table.name] = [dict(zip(columns, row, strict=True)) for row in cursor]
    uids = {(name, row["id"]): row["uid"] for name, rows in tables.items() for row in rows}
    # What is gone may still be named.
    gone = {
        (target, key): uid
        for target in {*LOOSE.values(), *OWNERS.values()}
        for key, uid in db.execute(f"SELECT id, uid FROM {target}_history WHERE uid IS NOT NULL")
    }
    found = {}
    for name, rows in tables.items():
        for row in rows:
            for column, (target, _needed) in links[name].items():
                if row[column] is not None:
                    row[column] = uids.get((target, row[column]), gone.get((target, row[column]), "lost"))
            if name == "availabilities":
                place = (OWNERS[row["owner"]], row["owner_id"])
                row["owner_id"] = uids.get(place, gone.get(place, "lost"))
            uid, key = row.pop("uid"), row.pop("id")
            assert uid not in found, f"two rows of one uid: {name} {uid}"
            found[uid] = Row(name, row, key)
    return found
