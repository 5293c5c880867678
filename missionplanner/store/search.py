"""Free text over every field of a company: one folded text per company, kept beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any

from missionplanner.domain.completeness import Facts, missing, percent
from missionplanner.domain.spelling import fold
from missionplanner.store import history
from missionplanner.store.database import Database

_COMPANY = "name operating_name registration_number address city region postal_code country website phone description"
_PERSON = (
    "title given_name family_name second_family_name position email phone mobile languages dietary access_needs"
    " badge_name emergency_contact"
)


def _joined(columns: str) -> str:
    return " || ' ' || ".join(columns.split())


_PARTS = (
    f"SELECT id, {_joined(_COMPANY + ' description_en description_fr description_es objectives wishes notes')}, ''"
    " FROM companies WHERE id BETWEEN ? AND ?",
    "SELECT company_id, text, kind FROM offerings WHERE company_id BETWEEN ? AND ?",
    f"SELECT company_id, {_joined(_PERSON)}, iif(email != '', 'reachable', 'delegate') FROM delegates"
    " WHERE company_id BETWEEN ? AND ?",
    f"SELECT company_id, {_joined('name_en name_fr name_es')}, 'sector' FROM company_sectors"
    " JOIN sectors ON sectors.id = sector_id WHERE company_id BETWEEN ? AND ?",
    "SELECT company_id, name || ' ' || relationship || ' ' || place, '' FROM partners WHERE company_id BETWEEN ? AND ?",
    "SELECT company_id, reviewer || ' ' || applicant, iif(coalesce(declares_origin, declares_export_controls,"
    " declares_integrity) IS NULL, '', 'declared') FROM applications WHERE company_id BETWEEN ? AND ?",
)
"""Key of the company, a text of it, and the fact of completeness the row counts for."""
_FIELDS = ("name", "description", "city", "country", "website", "employees", "consent", "objectives")
_COMPANIES = f"SELECT id, {', '.join(_FIELDS)} FROM companies WHERE id BETWEEN ? AND ?"
_SEARCHED = frozenset({"companies", "offerings", "delegates", "company_sectors", "partners", "applications"})


_GAP = 8
"""Keys between two companies that are read along."""
_AT_ONCE = 500
"""Rows one statement writes."""
_SHORT = 200
"""Characters of texts that occur often enough to keep them folded."""


def refresh(db: Database, step: int, tables: frozenset[str]) -> None:
    """Bring the search texts and the completeness of companies up to date with the rows a step touched."""
    # The names of a sector are in the texts of all of its companies.
    if "sectors" in tables:
        rebuild(db)
        return
    ids: set[int] = set()
    for table in tables & _SEARCHED:
        ids |= history.keys(db, step, table, "id" if table == "companies" else "company_id")
    _write(db, ids)


def rebuild(db: Database) -> None:
    """Make the search texts of all companies anew."""
    _write(db, {row[0] for row in db.execute("SELECT id FROM companies")})


def is_whole(db: Database) -> bool:
    """Return whether every company has its search text."""
    sql = "SELECT (SELECT count(*) FROM companies) = (SELECT count(*) FROM search)"
    return bool(db.execute(sql).fetchone()[0])


def _write(db: Database, ids: set[int]) -> None:
    """Write the texts of these companies; rows between them are read along where they lie close together."""
    rows: list[tuple[int, str, str, int, str]] = []
    for first, last in _runs(sorted(ids)):
        texts, counts = _read(db, first, last)
        for key, *values in db.execute(_COMPANIES, (first, last)):
            if key in ids:
                lacking = missing(_facts(key, dict(zip(_FIELDS, values, strict=True)), counts))
                rows.append((key, fold(values[0]), " ".join(texts[key]), percent(lacking), ",".join(lacking)))
    line = f"({', '.join('?' * 5)})"
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        sql = f"INSERT OR REPLACE INTO search VALUES {', '.join([line] * len(part))}"
        db.execute(sql, list(chain.from_iterable(part)))


def _read(db: Database, first: int, last: int) -> tuple[dict[int, list[str]], Counter[tuple[int, str]]]:
    """Return the folded texts of the companies from one key to another, and how much of each kind they have."""
    texts: dict[int, list[str]] = defaultdict(list)
    counts: Counter[tuple[int, str]] = Counter()
    for sql in _PARTS:
        for key, text, kind in db.execute(sql, (first, last)):
            if text and not text.isspace():
                texts[key].append(_folded(text) if len(text) < _SHORT else fold(text))
            if kind:
                counts[key, kind] += 1
    return texts, counts


_folded = lru_cache(maxsize=8192)(fold)


def _facts(key: int, company: dict[str, Any], counts: Counter[tuple[int, str]]) -> Facts:
    reachable = counts[key, "reachable"]
    return Facts(
        company,
        counts[key, "sector"],
        counts[key, "offers"],
        counts[key, "seeks"],
        counts[key, "delegate"] + reachable,
        reachable,
        counts[key, "declared"],
    )


def _runs(ids: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last key of runs of keys, across gaps that are cheaper to read along than to leave out."""
    start = 0
    for place in range(1, len(ids) + 1):
        if place == len(ids) or ids[place] > ids[place - 1] + _GAP:
            yield ids[start], ids[place - 1]
            start = place
