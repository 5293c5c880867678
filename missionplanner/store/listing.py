"""The companies a list shows: one filter for the window, the command line, prints and exports."""

from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from missionplanner.store.search import terms


@dataclass(frozen=True, slots=True)
class CompanyFilter:
    """What has to hold; within a field any value, between fields all. Empty means no condition.

    sectors are codes (a sector includes its subsectors); stops are keys; text is searched in every field.
    """

    side: str = ""
    sectors: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    stops: tuple[int, ...] = ()
    text: str = ""
    ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CompanyLine:
    """One company as lists show it. sectors are keys, main one first."""

    id: int
    name: str
    side: str
    status: str
    city: str
    region: str
    country: str
    website: str
    employees: int | None
    sectors: tuple[int, ...]
    delegate: str
    meetings: int


SORT_COLUMNS = {
    "name": "search.name",
    "side": "companies.side",
    "status": "applications.status",
    "city": "companies.city COLLATE NOCASE",
    "region": "companies.region COLLATE NOCASE",
    "country": "companies.country COLLATE NOCASE",
    "website": "companies.website COLLATE NOCASE",
    "employees": "companies.employees",
    "sectors": "(SELECT min(code) FROM company_sectors JOIN sectors ON sectors.id = sector_id"
    " WHERE company_id = companies.id AND position = 0)",
    "delegate": "(SELECT min(family_name || given_name) FROM delegates WHERE company_id = companies.id)",
    "meetings": "(SELECT count(*) FROM meetings WHERE status != 'cancelled'"
    " AND (delegation_id = companies.id OR counterpart_id = companies.id))",
}
_JOINS = (
    "companies JOIN search ON search.company_id = companies.id"
    " JOIN applications ON applications.company_id = companies.id"
)


def matching_ids(db: Database, wanted: CompanyFilter, sort: str = "name", descending: bool = False) -> list[int]:
    """The keys of the companies that pass the filter, in a stable order."""
    where, values = _conditions(wanted)
    direction = "DESC" if descending else "ASC"
    order = f"{SORT_COLUMNS[sort]} {direction}, search.name, companies.id"
    sql = f"SELECT companies.id FROM {_JOINS} WHERE {where} ORDER BY {order}"
    return [row[0] for row in db.execute(sql, values)]


def lines(db: Database, ids: list[int]) -> list[CompanyLine]:
    """What lists show of the companies with these keys, in the given order."""
    marks = ", ".join("?" * len(ids))
    sql = f"""
        SELECT companies.id, companies.name, side, status, city, region, country, website, employees,
          (SELECT group_concat(sector_id) FROM
            (SELECT sector_id FROM company_sectors WHERE company_id = companies.id ORDER BY position)),
          (SELECT trim(given_name || ' ' || family_name || ' ' || second_family_name) FROM delegates
            WHERE company_id = companies.id ORDER BY delegates.id LIMIT 1),
          {SORT_COLUMNS["meetings"]}
        FROM {_JOINS} WHERE companies.id IN ({marks})"""
    found = {row[0]: row for row in db.execute(sql, ids)}
    return [_line(found[key]) for key in ids if key in found]


def counts(db: Database, wanted: CompanyFilter) -> dict[tuple[str, str], int]:
    """How many companies pass the filter, by (side, status)."""
    where, values = _conditions(wanted)
    sql = f"SELECT side, status, count(*) FROM {_JOINS} WHERE {where} GROUP BY side, status"
    return {(side, status): count for side, status, count in db.execute(sql, values)}


def _line(row: tuple[Any, ...]) -> CompanyLine:
    *plain, sectors, delegate, meetings = row
    keys = tuple(int(key) for key in sectors.split(",")) if sectors else ()
    names = ("id", "name", "side", "status", "city", "region", "country", "website", "employees")
    return CompanyLine(**dict(zip(names, plain, strict=True)), sectors=keys, delegate=delegate or "", meetings=meetings)


def _conditions(wanted: CompanyFilter) -> tuple[str, list[str | int]]:
    parts: list[str] = ["1"]
    values: list[str | int] = []

    def add(sql: str, *more: str | int) -> None:
        parts.append(sql)
        values.extend(more)

    if wanted.side:
        add("companies.side = ?", wanted.side)
    if wanted.statuses:
        add(f"applications.status IN ({_marks(wanted.statuses)})", *wanted.statuses)
    if wanted.ids:
        add(f"companies.id IN ({_marks(wanted.ids)})", *wanted.ids)
    if wanted.sectors:
        marks = _marks(wanted.sectors)
        add(
            "companies.id IN (SELECT company_id FROM company_sectors JOIN sectors s ON s.id = sector_id"
            f" LEFT JOIN sectors p ON p.id = s.parent_id WHERE s.code IN ({marks}) OR p.code IN ({marks}))",
            *wanted.sectors, *wanted.sectors,
        )  # fmt: skip
    if wanted.stops:
        add(_AT_STOP.format(marks=_marks(wanted.stops)), *wanted.stops, *wanted.stops)
    for term in terms(wanted.text):
        add("instr(search.text, ?) > 0", term)
    return " AND ".join(parts), values


_PROGRAMME = (
    "SELECT 1 FROM company_sectors cs JOIN sectors s ON s.id = cs.sector_id"
    " JOIN sector_stops ss ON ss.sector_id = coalesce(s.parent_id, s.id) WHERE cs.company_id = companies.id"
)
# As Snapshot.stops_for says it: the stops a company named, else those of its sectors' programmes, else every stop.
_AT_STOP = (
    "(companies.id IN (SELECT company_id FROM company_stops WHERE stop_id IN ({marks}))"
    " OR (NOT EXISTS (SELECT 1 FROM company_stops WHERE company_id = companies.id)"
    f" AND (EXISTS ({_PROGRAMME} AND ss.stop_id IN ({{marks}})) OR NOT EXISTS ({_PROGRAMME}))))"
)


def _marks(values: tuple[object, ...]) -> str:
    return ", ".join("?" * len(values))
