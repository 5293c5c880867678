"""Free text over every field of a company: one folded text per company, kept beside it."""

from collections.abc import Iterator

from sqlite_utils import Database

from missionplanner.domain.completeness import Facts, missing, percent
from missionplanner.domain.spelling import fold
from missionplanner.store import history

_COMPANY = "name operating_name registration_number address city region postal_code country website phone description"
_PERSON = (
    "title given_name family_name second_family_name position email phone mobile languages dietary access_needs"
    " badge_name emergency_contact"
)


def _joined(columns: str) -> str:
    return " || ' ' || ".join(columns.split())


_PARTS = (
    f"SELECT id, {_joined(_COMPANY + ' description_en description_fr description_es objectives wishes notes')}"
    " FROM companies WHERE id BETWEEN ? AND ?",
    "SELECT company_id, text FROM offerings WHERE company_id BETWEEN ? AND ?",
    f"SELECT company_id, {_joined(_PERSON)} FROM delegates WHERE company_id BETWEEN ? AND ?",
    f"SELECT company_id, {_joined('name_en name_fr name_es')} FROM company_sectors"
    " JOIN sectors ON sectors.id = sector_id WHERE company_id BETWEEN ? AND ?",
    "SELECT company_id, name || ' ' || relationship || ' ' || place FROM partners WHERE company_id BETWEEN ? AND ?",
    "SELECT company_id, reviewer || ' ' || applicant FROM applications WHERE company_id BETWEEN ? AND ?",
)
_FIELDS = ("name", "description", "city", "country", "website", "employees", "consent", "objectives")
_COMPANIES = f"SELECT id, {', '.join(_FIELDS)} FROM companies WHERE id BETWEEN ? AND ?"
_COUNTS = (
    "SELECT company_id, count(*) FROM company_sectors WHERE company_id BETWEEN ? AND ? GROUP BY company_id",
    "SELECT company_id, count(*) FROM offerings WHERE company_id BETWEEN ? AND ? AND kind = 'offers' GROUP BY company_id",
    "SELECT company_id, count(*) FROM offerings WHERE company_id BETWEEN ? AND ? AND kind = 'seeks' GROUP BY company_id",
    "SELECT company_id, count(*) FROM delegates WHERE company_id BETWEEN ? AND ? GROUP BY company_id",
    "SELECT company_id, count(*) FROM delegates WHERE company_id BETWEEN ? AND ? AND email != '' GROUP BY company_id",
    "SELECT company_id, (declares_origin IS NOT NULL) + (declares_export_controls IS NOT NULL)"
    " + (declares_integrity IS NOT NULL) FROM applications WHERE company_id BETWEEN ? AND ?",
)
_FEEDING = frozenset({"companies", "offerings", "delegates", "company_sectors", "partners", "applications"})


def refresh(db: Database, step: int, tables: frozenset[str]) -> None:
    """Bring the search texts and what is missing up to date with what a step touched."""
    if "sectors" in tables:
        rebuild(db)
        return
    ids: set[int] = set()
    for table in tables & _FEEDING:
        ids |= history.keys(db, step, table, "id" if table == "companies" else "company_id")
    _write(db, ids)


def rebuild(db: Database) -> None:
    """Make the search texts of all companies anew."""
    _write(db, {row[0] for row in db.execute("SELECT id FROM companies")})


def is_whole(db: Database) -> bool:
    """Whether every company has its search text."""
    sql = "SELECT (SELECT count(*) FROM companies) = (SELECT count(*) FROM search)"
    return bool(db.execute(sql).fetchone()[0])


def _write(db: Database, ids: set[int]) -> None:
    """Write the texts of these companies; rows between them are read along where they lie close together."""
    rows: list[tuple[int, str, str, int, str]] = []
    for first, last in _runs(sorted(ids)):
        texts: dict[int, list[str]] = {}
        for sql in _PARTS:
            for key, text in db.execute(sql, (first, last)):
                if text and not text.isspace():
                    texts.setdefault(key, []).append(text)
        counts = [dict(db.execute(sql, (first, last)).fetchall()) for sql in _COUNTS]
        for key, *values in db.execute(_COMPANIES, (first, last)):
            if key in ids:
                company = dict(zip(_FIELDS, values, strict=True))
                lacking = missing(Facts(company, *(number.get(key, 0) for number in counts)))
                text = fold(" ".join(texts.get(key, ())))
                rows.append((key, fold(company["name"]), text, percent(lacking), ",".join(lacking)))
    db.conn.executemany("INSERT OR REPLACE INTO search VALUES (?, ?, ?, ?, ?)", rows)


def _runs(ids: list[int]) -> Iterator[tuple[int, int]]:
    """First and last key of the runs that keys fall into."""
    start = 0
    for place in range(1, len(ids) + 1):
        if place == len(ids) or ids[place] > ids[place - 1] + 8:
            yield ids[start], ids[place - 1]
            start = place
