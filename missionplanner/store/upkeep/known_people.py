"""Everybody a mission knows: the people and companies of now, and those of its history who were deleted."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from missionplanner.domain.fingerprints import Marks, Salt
from missionplanner.domain.identities import find_same
from missionplanner.domain.mentions import Called, Mentions
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import KEPT
from missionplanner.store.database import Database
from missionplanner.store.rows import listed, names
from missionplanner.store.store import Store, database_of

_NAMES = ("given_name", "family_name", "second_family_name")
_COLUMNS = tuple(name for name in names(Person) if name not in KEPT or name in ("id", "uid", "company_id"))


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of a mission, present or deleted."""

    key: int
    uid: str
    company_id: int
    company: str
    """The name of the company; empty where nothing of it is known any more."""
    name: str
    email: str
    deleted: datetime | None
    """None for somebody who is still there."""
    formerly: frozenset[str] = frozenset()
    """The names and addresses they had before."""


@dataclass(frozen=True, slots=True)
class KnownCompany:
    """A company that was deleted."""

    key: int
    uid: str
    name: str
    deleted: datetime | None


@dataclass(frozen=True, slots=True)
class Meant:
    """The people to be erased, with all that a file knows of them."""

    keys: frozenset[int]
    """Their keys, also those of other records of the same people."""
    uids: frozenset[str]
    companies: frozenset[int]
    """The keys of their companies."""
    called: Called
    marks: Marks
    """Their fingerprints."""
    number: int = 0
    """How many of them are not anonymous yet."""


Row = Mapping[str, Any]


def people(db: Database) -> list[KnownPerson]:
    """Return everybody who is not anonymous, the present ones first."""
    companies = _company_names(db)
    present = {row["id"]: row for row in _rows(db, "people")}
    history = _rows(db, "people_history")
    past = {row["id"]: row for row in history if row["id"] not in present}
    gone = _deleted_at(db, "people")
    found = [_person(row, companies, None) for row in present.values() if _is_somebody(row)]
    found += [_person(row, companies, gone.get(row["id"])) for row in past.values() if _is_somebody(row)]
    before: dict[int, set[str]] = defaultdict(set)
    for row in history:
        before[row["id"]] |= {_full_name(row), row["email"]}
    return [replace(one, formerly=frozenset(before[one.key] - {one.name, one.email, ""})) for one in found]


def deleted_companies(db: Database) -> list[KnownCompany]:
    """Return the companies of the history that are not there any more and were not erased."""
    gone = _deleted_at(db, "companies")
    sql = (
        "SELECT id, uid, name FROM companies_history WHERE uid IS NOT NULL AND id NOT IN (SELECT id FROM companies)"
        " AND uid NOT IN (SELECT uid FROM erased) ORDER BY rowid"
    )
    found = {key: KnownCompany(key, uid, name, gone.get(key)) for key, uid, name in db.execute(sql)}
    return list(found.values())


def everybody(store: Store) -> Mentions:
    """Return what finds everybody an open mission knows or knew."""
    db = database_of(store)
    people = [row for table in ("people", "people_history") for row in _rows(db, table)]
    return Mentions(Called.of(people, _present_names(db)))


def meant(db: Database, keys: Collection[int], companies: Collection[int] = ()) -> Meant:
    """Return the people of these keys, of these companies, and other records of the same people, with their names."""
    rows = [*_rows(db, "people_history"), *_rows(db, "people")]
    people_keys, owners_wanted = set(keys), set(companies)
    wanted = {row["id"] for row in rows if row["id"] in people_keys or row["company_id"] in owners_wanted}
    wanted |= _same_people(rows, wanted)
    mine = [row for row in rows if row["id"] in wanted]
    owners = frozenset(row["company_id"] for row in mine if row["company_id"]) | _represented(db, wanted)
    uids = frozenset(str(row["uid"]) for row in mine)
    said = [*mine, *_said_of(db, mine, owners), *_beside(db, uids)]
    called = Called.of(said, _names_of_companies(db, owners))
    called |= Called(frozenset(_names_of_companies(db, companies) - _present_names(db)))
    known = {row["id"] for row in mine if _is_somebody(row)}
    return Meant(frozenset(wanted), uids, owners | set(companies), called, _marks(db, said, rows, wanted), len(known))


def _represented(db: Database, people: Collection[int]) -> frozenset[int]:
    """Return the organisations people represent, or represented, besides their main ones."""
    sql = "SELECT person_id, company_id FROM {} WHERE company_id IS NOT NULL"
    rows = [row for table in ("memberships", "memberships_history") for row in db.execute(sql.format(table))]
    return frozenset(company for person, company in rows if person in people)


def rows_of(db: Database, table: str = "people") -> list[Row]:
    """Return the people of a table, or their images, by column."""
    return _rows(db, table)


def _rows(db: Database, table: str) -> list[Row]:
    columns = [name for name in _COLUMNS if name in _there(db, table)]
    sql = f"SELECT {listed(columns)} FROM {table} WHERE uid IS NOT NULL ORDER BY rowid"
    return [dict(zip(columns, row, strict=True)) for row in db.execute(sql)]


def _there(db: Database, table: str) -> set[str]:
    return {row[1] for row in db.execute(f"PRAGMA table_info({table})")}


def _is_somebody(row: Row) -> bool:
    return any(value for name, value in row.items() if name not in KEPT)


def _person(row: Row, companies: Mapping[int, str], deleted: datetime | None) -> KnownPerson:
    company = companies.get(row["company_id"], "")
    return KnownPerson(row["id"], row["uid"], row["company_id"], company, _full_name(row), row["email"], deleted)


def _full_name(row: Row) -> str:
    return " ".join(part for part in (row[one] for one in _NAMES) if part)


def _company_names(db: Database) -> dict[int, str]:
    sql = "SELECT id, name FROM companies_history WHERE uid IS NOT NULL ORDER BY rowid"
    return dict([*db.execute(sql).fetchall(), *db.execute("SELECT id, name FROM companies").fetchall()])


def _names_of_companies(db: Database, keys: Collection[int]) -> set[str]:
    """Return every name these companies have or had."""
    found: set[str] = set()
    for table in ("companies_history", "companies"):
        sql = f"SELECT id, name, operating_name FROM {table} WHERE uid IS NOT NULL"
        found |= {name for key, *both in db.execute(sql) if key in keys for name in both if name}
    return found


def _present_names(db: Database) -> set[str]:
    return {name for (name,) in db.execute("SELECT name FROM companies")}


def _deleted_at(db: Database, table: str) -> dict[int, datetime]:
    """Return when the rows of a table were deleted last."""
    sql = (
        f"SELECT h.id, max(s.at) FROM {table}_history h JOIN steps s ON s.id = h.step"
        " WHERE h.phase IN ('delete', 'hidden') GROUP BY h.id"
    )
    return {key: datetime.fromisoformat(at) for key, at in db.execute(sql)}


def _same_people(rows: Collection[Row], wanted: Collection[int]) -> set[int]:
    """Return the keys of other records of the same people: of the same company, or anywhere with the same address."""
    known: dict[Any, list[Row]] = defaultdict(list)
    for row in rows:
        if row["id"] in wanted and _is_somebody(row):
            known[row["company_id"]].append(row)
            known[row["email"]].append(row)
    known.pop("", None)
    return {
        row["id"]
        for row in rows
        if row["id"] not in wanted and find_same(row, [*known.get(row["company_id"], ()), *known.get(row["email"], ())])
    }


def _said_of(db: Database, mine: Sequence[Row], companies: Collection[int]) -> list[Row]:
    """Return what sources said of the same people: they may have been called otherwise there."""
    found: list[Row] = []
    for table in ("source_drafts", "source_drafts_history"):
        for company, content in db.execute(f"SELECT company_id, content FROM {table} WHERE content IS NOT NULL"):
            if company in companies:
                people_there = [one for one in _people_in(content) if find_same(one, mine)]
                found += people_there
    return found


def _people_in(content: str) -> list[Row]:
    try:
        said = json.loads(content)
    except (ValueError, RecursionError):
        return []
    people_there = said.get("delegates") if isinstance(said, dict) else None
    return [one for one in people_there if isinstance(one, dict)] if isinstance(people_there, list) else []


def _beside(db: Database, uids: Collection[str]) -> list[Row]:
    """Return what was written of these people apart, value by value."""
    found: list[Row] = []
    for uid, register, beside in db.execute("SELECT uid, register, beside FROM dots WHERE beside IS NOT NULL"):
        if uid in uids and register in _COLUMNS:
            values = json.loads(beside)
            if values and isinstance(values[0], str):
                found.append({register: values[0]})
    return found


def _marks(db: Database, said: Iterable[Row], rows: Iterable[Row], wanted: Collection[int]) -> Marks:
    """Return the fingerprints of people under all their names and addresses, but of no address others share."""
    (uid,) = db.execute("SELECT uid FROM missions LIMIT 1").fetchone()
    salt = Salt.of(str(uid))
    shared = {str(row["email"]).strip().casefold() for row in rows if row["id"] not in wanted and row["email"]}
    found: set[tuple[str, str]] = set()
    for one in said:
        is_shared = str(one.get("email") or "").strip().casefold() in shared
        found |= salt.prints({**one, "email": ""} if is_shared else one).marks
    return frozenset(found)
