"""Free text over every field of a company: one folded text per company, kept beside it."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from missionplanner.domain.completeness import Facts, missing, percent
from missionplanner.domain.people import POST
from missionplanner.domain.spelling import fold
from missionplanner.store import history, own_completeness
from missionplanner.store.database import Database

_COMPANY = (
    "name operating_name registration_number address city region postal_code zone country website phone description"
)
_TRANSLATIONS = "description_en description_fr description_es offers_en offers_fr offers_es seeks_en seeks_fr seeks_es"
_PERSON = (
    "title given_name family_name second_family_name position position_en position_fr position_es email phone mobile languages dietary access_needs"
    " badge_name emergency_contact"
)


def _joined(columns: str) -> str:
    return " || ' ' || ".join(columns.split())


_FIELDS = ("description", "city", "country", "website", "employees", "consent", "objectives")
_HAS_FIELDS = ", ".join(f"coalesce({name}, '') != ''" for name in _FIELDS)
_COMPANIES = (
    f"SELECT id, name, {_joined(f'{_COMPANY} {_TRANSLATIONS} objectives intents wishes notes')},"
    f" {_HAS_FIELDS} FROM companies WHERE id BETWEEN ? AND ?"
)
"""Key, name and text of each company, then whether it has the fields completeness asks for."""
_OF_PEOPLE = (
    f"(SELECT company_id, {', '.join(_PERSON.split())} FROM people UNION ALL SELECT m.company_id,"
    f" {', '.join(f'm.{name}' if name in POST else f'p.{name}' for name in _PERSON.split())}"
    " FROM memberships m JOIN people p ON p.id = m.person_id)"
)
"""The people of each company, also those who represent it besides another."""
_ANSWERED = "count(coalesce(declares_origin, declares_export_controls, declares_integrity)) > 0"
_PARTS: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("offerings", "text", {"offers": "sum(kind = 'offers') > 0", "seeks": "sum(kind = 'seeks') > 0"}),
    (_OF_PEOPLE, _joined(_PERSON), {"delegates": "1", "addresses": "sum(email != '') > 0"}),
    ("company_sectors JOIN sectors ON sectors.id = sector_id", _joined("name_en name_fr name_es"), {"sectors": "1"}),
    ("partners", _joined("name relationship place"), {}),
    ("company_values", "text", {}),
    ("applications", _joined("reviewer applicant"), {"declarations": _ANSWERED}),
)
"""The other tables with texts of a company: the texts, and what they settle of its completeness."""
_READ = [
    (
        f"SELECT {', '.join(('company_id', f'group_concat({text}, char(32))', *facts.values()))} FROM {table}"
        " WHERE company_id BETWEEN ? AND ? GROUP BY company_id",
        ("", *(0 for _fact in facts)),
    )
    for table, text, facts in _PARTS
]
"""How each is read, and what is taken of a company that has no row there."""
_FACTS = (*_FIELDS, *(fact for _table, _text, facts in _PARTS for fact in facts))
_SEARCHED = frozenset({
    "companies", "offerings", "people", "memberships", "company_sectors", "partners", "applications", "company_values",
})  # fmt: skip


_GAP = 8
"""Keys between two companies that are read along."""
_AT_ONCE = 500
"""Rows one statement writes."""


def refresh(db: Database, step: int, tables: frozenset[str]) -> None:
    """Bring the search texts and the completeness of companies up to date with the rows a step touched."""
    # The names of a sector are in the texts of all of its companies, and what is required counts for all.
    if "sectors" in tables or ("own_fields" in tables and own_completeness.is_touched(db, step)):
        rebuild(db)
        return
    ids: set[int] = set()
    for table in tables & _SEARCHED:
        ids |= history.keys(db, step, table, "id" if table == "companies" else "company_id")
    if "people" in tables:
        ids |= _represented(db, history.keys(db, step, "people", "id"))
    if "person_values" in tables:
        ids |= own_completeness.companies_of(db, history.keys(db, step, "person_values", "person_id"))
    _write(db, ids)


def _represented(db: Database, people: set[int]) -> set[int]:
    """Return the companies that people represent besides their main one."""
    return {
        company for person, company in db.execute("SELECT person_id, company_id FROM memberships") if person in people
    }


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
    needs = own_completeness.RequiredAnswers(db)
    for first, last in _runs(sorted(ids)):
        needs.read(first, last)
        parts = [({row[0]: row[1:] for row in db.execute(sql, (first, last))}, none) for sql, none in _READ]
        for key, name, text, *there in db.execute(_COMPANIES, (first, last)):
            if key in ids:
                for found, none in parts:
                    more, *settled = found.get(key, none)
                    text += " " + more
                    there += settled
                lacking, needed = (*_lacking(tuple(there)), *needs.lacking(key)), needs.number(key)
                rows.append((key, fold(name), fold(text), percent(lacking, needed), ",".join(lacking)))
    line = f"({', '.join('?' * 5)})"
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        sql = f"INSERT OR REPLACE INTO search VALUES {', '.join([line] * len(part))}"
        db.execute(sql, list(chain.from_iterable(part)))


@cache  # a list of thousands of companies has a few hundred different sets of them
def _lacking(there: tuple[int, ...]) -> tuple[str, ...]:
    """Return what is missing of a company, given whether it has what `_FACTS` names."""
    has = dict(zip(_FACTS, there, strict=True))
    company = {name: has.pop(name) or None for name in _FIELDS}
    return missing(Facts(company, **has))


def _runs(ids: list[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last key of runs of keys, across gaps that are cheaper to read along than to leave out."""
    start = 0
    for place in range(1, len(ids) + 1):
        if place == len(ids) or ids[place] > ids[place - 1] + _GAP:
            yield ids[start], ids[place - 1]
            start = place
