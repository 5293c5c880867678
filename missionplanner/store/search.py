"""Free text over every field of a company: one folded text per company, kept beside it."""

from collections.abc import Iterable

from sqlite_utils import Database

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
    f"SELECT id, {_joined(_COMPANY + ' objectives notes')} FROM companies WHERE id IN ({{ids}})",
    "SELECT company_id, text FROM offerings WHERE company_id IN ({ids})",
    f"SELECT company_id, {_joined(_PERSON)} FROM delegates WHERE company_id IN ({{ids}})",
    f"SELECT company_id, {_joined('name_en name_fr name_es')} FROM company_sectors"
    " JOIN sectors ON sectors.id = sector_id WHERE company_id IN ({ids})",
)
_CHUNK = 500


def refresh(db: Database, step: int, tables: frozenset[str]) -> None:
    """Bring the search texts up to date with what a step touched."""
    if "sectors" in tables:
        ids = {row[0] for row in db.execute("SELECT id FROM companies")}
    else:
        ids = set()
        for table in tables & {"companies", "offerings", "delegates", "company_sectors"}:
            ids |= history.keys(db, step, table, "id" if table == "companies" else "company_id")
    ordered = sorted(ids)
    for start in range(0, len(ordered), _CHUNK):
        _write(db, ordered[start : start + _CHUNK])


def _write(db: Database, ids: list[int]) -> None:
    marks = ", ".join("?" * len(ids))
    texts: dict[int, list[str]] = {}
    for sql in _PARTS:
        for key, text in db.execute(sql.format(ids=marks), ids):
            texts.setdefault(key, []).append(text)
    names = db.execute(f"SELECT id, name FROM companies WHERE id IN ({marks})", ids).fetchall()
    rows = [(key, fold(name), fold(" ".join(texts[key]))) for key, name in names]
    db.conn.executemany("INSERT OR REPLACE INTO search (company_id, name, text) VALUES (?, ?, ?)", rows)


def terms(text: str) -> Iterable[str]:
    """The words of a search, each of which has to occur somewhere."""
    return fold(text).split()
