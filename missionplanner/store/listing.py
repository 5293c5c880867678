"""The companies a list shows: one filter for the window, the command line, prints and exports."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from missionplanner.domain import own_values
from missionplanner.domain.own_kinds import SEPARATOR
from missionplanner.domain.own_values import Values, is_own
from missionplanner.store.conditions import EXPOSED, REPRESENTED, SIZES, TARIFF, CompanyFilter, where
from missionplanner.store.file.handle import MissionFile
from missionplanner.store.rows import marks

__all__ = ["SORT_COLUMNS", "Companies", "CompanyFilter", "CompanyLine"]


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """One company as lists show it."""

    id: int
    name: str
    side: str
    status: str
    city: str
    region: str
    country: str
    website: str
    employees: int | None
    address: str
    postal_code: str
    phone: str
    year_founded: int | None
    language: str
    operating_name: str
    notes: str
    reviewer: str
    announced: str
    edited: str
    received: str
    rank: int | None
    complete: int
    """Percent of what a registration should say."""
    missing: str
    """Names of what it does not say, separated by commas."""
    kind_id: int | None
    """Its kind of organisation."""
    attendees_by: str
    """How its people share its meetings."""
    attendees_most: int | None
    meets_at: str
    """Where it meets others."""
    sectors: tuple[int, ...]
    """Keys, main sector first."""
    delegate: str
    """Name of its first delegate."""
    email: str
    """Address of its first delegate."""
    meetings: int
    own: Values = field(default_factory=own_values.none, hash=False)
    """Values of own fields by their names."""


_PLAIN = {
    "id": "companies.id", "name": "companies.name", "side": "companies.side", "status": "applications.status",
    "city": "companies.city", "region": "companies.region", "country": "companies.country",
    "website": "companies.website", "employees": "companies.employees", "address": "companies.address",
    "postal_code": "companies.postal_code", "phone": "companies.phone", "year_founded": "companies.year_founded",
    "language": "companies.language", "operating_name": "companies.operating_name", "notes": "companies.notes",
    "reviewer": "applications.reviewer", "announced": "applications.announced", "edited": "applications.edited",
    "received": "coalesce(applications.received, '')", "rank": "applications.rank", "complete": "search.complete",
    "missing": "search.missing", "kind_id": "companies.kind_id", "attendees_by": "companies.attendees_by",
    "attendees_most": "companies.attendees_most", "meets_at": "companies.meets_at",
}  # fmt: skip
_FIRST_DELEGATE = (
    " LEFT JOIN people ON people.id = coalesce("
    "(SELECT id FROM people WHERE company_id = companies.id ORDER BY id LIMIT 1),"
    " (SELECT min(person_id) FROM memberships WHERE company_id = companies.id))"
)
_DELEGATE = "trim(given_name || ' ' || family_name || ' ' || second_family_name)"
_SECTORS = "SELECT sector_id FROM company_sectors WHERE company_id = companies.id ORDER BY position, uid"
_MEETINGS = (
    "(SELECT count(*) FROM meetings WHERE status != 'cancelled' AND delegation_id = companies.id)"
    " + (SELECT count(*) FROM meetings WHERE status != 'cancelled' AND counterpart_id = companies.id)"
)
_TEXTS = ("city", "region", "country", "website", "address", "postal_code", "operating_name", "reviewer")
_NOT_SORTED = ("id", "missing", "notes", "kind_id", "attendees_by", "attendees_most")
SORT_COLUMNS = {
    **{name: sql for name, sql in _PLAIN.items() if name not in _NOT_SORTED},
    **{name: f"{_PLAIN[name]} COLLATE NOCASE" for name in _TEXTS},
    "name": "search.name",
    "attendees": "companies.attendees_by || coalesce(companies.attendees_most, '')",
    "kind": "(SELECT position FROM organisation_kinds WHERE id = companies.kind_id)",
    "sectors": "(SELECT min(code) FROM company_sectors JOIN sectors ON sectors.id = sector_id"
    " WHERE company_id = companies.id AND position = 0)",
    "delegate": "(SELECT min(family_name || given_name) FROM people WHERE company_id = companies.id)",
    "email": "(SELECT email FROM people WHERE company_id = companies.id ORDER BY id LIMIT 1)",
    "meetings": _MEETINGS,
}
_JOINS = (
    "companies JOIN search ON search.company_id = companies.id"
    " JOIN applications ON applications.company_id = companies.id"
)


_SIZE = (
    "CASE WHEN employees IS NULL THEN '?' "
    + " ".join(f"WHEN employees <= {most} THEN '{name}'" for name, (_least, most) in SIZES.items())
    + " END"
)
_FACETS = {
    "statuses": ("applications.status", ""),
    "regions": ("companies.region", ""),
    "sizes": (_SIZE, ""),
    "reviewers": ("applications.reviewer", ""),
    "side": ("companies.side", ""),
    "sectors": ("s.code", "JOIN company_sectors cs ON cs.company_id = companies.id"
                " JOIN sectors s ON s.id = cs.sector_id"
                " OR s.id = (SELECT parent_id FROM sectors WHERE id = cs.sector_id)"),
    "stops": ("st.stop_id", "JOIN company_stops st ON st.company_id = companies.id"),
    "kinds": ("coalesce(companies.kind_id, 0)", ""),
    "tariff": (TARIFF, ""),
    "exposed": (EXPOSED, ""),
    "markets": ("m.country", "JOIN markets m ON m.company_id = companies.id"),
    "sources": ("i.country", "JOIN inputs i ON i.company_id = companies.id"),
    "languages": ("l.value", f"JOIN {REPRESENTED} r ON r.company_id = companies.id"
                  " JOIN people d ON d.id = r.id AND d.languages != ''"
                  " JOIN json_each('[' || replace(json_quote(d.languages), ',', '\",\"') || ']') l"),
}  # fmt: skip


class Companies:
    """The companies of an open mission file, as lists show them."""

    def __init__(self, file: MissionFile) -> None:
        self._file = file

    def ids(self, wanted: CompanyFilter, sort: str = "name", descending: bool = False) -> list[int]:
        """Return the keys of the companies that pass the filter, sorted; equal ones by name, then by key."""
        condition, values = where(wanted)
        direction = "DESC" if descending else "ASC"
        if sort == "name" and _needs_search_alone(wanted):
            condition = condition.replace("companies.id", "search.company_id")
            sql = f"SELECT company_id FROM search WHERE {condition} ORDER BY name {direction}, company_id"
        elif is_own(sort):
            values = [sort, *values]
            order = f"{_OWN_ORDER.format(direction=direction)}, search.name, companies.id"
            sql = f"SELECT companies.id FROM {_JOINS} {_OWN_VALUE} WHERE {condition} ORDER BY {order}"
        else:
            order = f"{SORT_COLUMNS[sort]} {direction}, search.name, companies.id"
            sql = f"SELECT companies.id FROM {_JOINS} WHERE {condition} ORDER BY {order}"
        with self._file.reading() as db:
            return [row[0] for row in db.execute(sql, values)]

    def lines(self, ids: list[int]) -> list[CompanyLine]:
        """Return what lists show of the companies with these keys that are still there, in the given order."""
        sql = f"""
            SELECT {", ".join(_PLAIN.values())}, (SELECT group_concat(sector_id) FROM ({_SECTORS})), {_DELEGATE},
              people.email, {_MEETINGS} FROM {_JOINS} {_FIRST_DELEGATE} WHERE companies.id IN ({marks(len(ids))})"""
        own: dict[int, dict[str, str]] = defaultdict(dict)
        with self._file.reading() as db:
            found = {row[0]: row for row in db.execute(sql, ids)}
            for key, name, text in db.execute(_OWN_VALUES.format(marks=marks(len(ids))), ids):
                own[key][name] = text
        return [_line(found[key], own.get(key)) for key in ids if key in found]

    def counts(self, wanted: CompanyFilter) -> dict[tuple[str, str], int]:
        """Return how many companies pass the filter, by (side, status)."""
        condition, values = where(wanted)
        sql = f"SELECT side, status, count(*) FROM {_JOINS} WHERE {condition} GROUP BY side, status"
        with self._file.reading() as db:
            return {(side, status): count for side, status, count in db.execute(sql, values)}

    def facets(self, wanted: CompanyFilter, name: str) -> dict[str | int, int]:
        """Return how many companies there would be with each value of a field, the field's own choice left open."""
        column, joins = _FACETS[name]
        condition, values = where(wanted if name in wanted.every else wanted.without(name))
        sql = (
            f"SELECT {column}, count(DISTINCT companies.id) FROM {_JOINS} {joins} WHERE {condition}"
            f" GROUP BY {column} ORDER BY {column}"
        )
        with self._file.reading() as db:
            return {value: count for value, count in db.execute(sql, values) if value not in (None, "")}

    def own_facets(self, wanted: CompanyFilter, name: str, is_several: bool = False) -> dict[str, int]:
        """Return how many companies there would be with each value of an own field; empty for those without one.

        is_several: whether a value may be several of a list.
        """
        condition, values = where(wanted.without_own(name))
        sql = (
            f"SELECT coalesce(own.text, ''), count(*) FROM {_JOINS} {_OWN_VALUE} WHERE {condition}"
            " GROUP BY coalesce(own.text, '') ORDER BY 1"
        )
        found: Counter[str] = Counter()
        with self._file.reading() as db:
            for text, count in db.execute(sql, [name, *values]):
                for part in text.split(SEPARATOR) if is_several else [text]:
                    found[part] += count
        return dict(found)


_OWN_VALUES = (
    "SELECT v.company_id, f.subject || '.' || f.code, v.text FROM company_values v"
    " JOIN own_fields f ON f.id = v.field_id WHERE v.company_id IN ({marks}) AND v.text != ''"
)
_OWN_VALUE = (
    "LEFT JOIN company_values own ON own.company_id = companies.id AND own.text != ''"
    " AND +own.field_id = (SELECT id FROM own_fields WHERE subject || '.' || code = ?)"
)
"""Joins the value of one own field; the plus has SQLite go by the company, of which there are few values."""
_OWN_ORDER = (
    "CASE WHEN (SELECT kind FROM own_fields WHERE id = own.field_id) IN ('number', 'money')"
    " THEN CAST(own.text AS REAL) END {direction}, fold(own.text) {direction}"
)
"""Numbers and amounts by what they are, everything else by its letters."""


def _needs_search_alone(wanted: CompanyFilter) -> bool:
    """Whether nothing but words to be found anywhere and own fields are asked for, so that one table is enough."""
    return wanted == CompanyFilter(text=wanted.text, own=wanted.own) and ":" not in wanted.text


def _line(row: tuple[Any, ...], own: Values | None) -> CompanyLine:
    *plain, sectors, delegate, email, meetings = row
    keys = tuple(int(key) for key in sectors.split(",")) if sectors else ()
    fields = (*plain, keys, delegate or "", email or "", meetings, own or own_values.none())
    return CompanyLine(*fields)  # by place, which is quicker: one is made for every company
