"""Copies of a mission on this computer that still hold people whose data were erased."""

from collections.abc import Collection, Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

from missionplanner.domain.mentions import GAP, Mentions
from missionplanner.domain.people import Person
from missionplanner.domain.privacy import KEPT
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store.database import Database
from missionplanner.store.file import engine
from missionplanner.store.rows import names, values
from missionplanner.store.store import Store
from missionplanner.store.tables import FORMER_NAMES
from missionplanner.store.upkeep import mission_copies, passages
from missionplanner.store.upkeep.mission_copies import MissionCopy

_OF_PEOPLE = tuple(
    f"{table}{ending}" for table in ("people", FORMER_NAMES["people"], "interpreters") for ending in ("", "_history")
)
"""The tables of people, also in files of the formats before."""


def holding(store: Store, uids: Collection[str] | None = None, mentions: Mentions | None = None) -> list[Path]:
    """Return the copies of a mission that hold anything of people (None: of anybody), newest first.

    mentions: what they are called, by which texts that name them are found in copies too.
    Kept copies are found also where the file had another name when they were made; of those beside the file, the ones
    made when a copy was restored. A copy of this file that does not open is taken to hold them.
    """
    found = mission_copies.find(store.path, store.mission.uid, [store.password])
    return [copy.path for copy in found if _holds(copy, uids, mentions)]


def _holds(copy: MissionCopy, uids: Collection[str] | None, mentions: Mentions | None) -> bool:
    if copy.password is None:
        return True
    try:
        with closing(engine.connect(copy.path, copy.password)) as connection:
            if any(_names_somebody(connection, table, uids) for table in _OF_PEOPLE):
                return True
            if uids and any(_names_company(connection, table, uids) for table in ("companies", "companies_history")):
                return True
            return mentions is not None and _is_named_in_texts(engine.database(connection), mentions)
    except engine.kinds("Error", OSError):
        return True


def _names_company(connection: Any, table: str, uids: Collection[str]) -> bool:
    rows = connection.execute(f"SELECT DISTINCT uid FROM {table} WHERE name NOT IN ('', '{GAP}')")
    return any(uid in uids for (uid,) in rows)


def _is_named_in_texts(db: Database, mentions: Mentions) -> bool:
    return next(passages.find(db, mentions), None) is not None


def _names_somebody(connection: Any, table: str, uids: Collection[str] | None) -> bool:
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({table})")}
    if not there:
        return False
    usual = zip(names(Person), values(Person, [Person()])[0], strict=True)
    personal = {name: value for name, value in usual if name in there and name not in KEPT}
    if "name" in there:  # interpreters had one, before they were people
        personal["name"] = ""
    filled = " OR ".join(f"coalesce(\"{name}\", '') NOT IN ('', coalesce(?, ''))" for name in personal)
    sql = f"SELECT DISTINCT uid FROM {table} WHERE {filled}"
    return any(uids is None or uid in uids for (uid,) in connection.execute(sql, tuple(personal.values())))


def delete(found: Iterable[Path]) -> int:
    """Delete copies with their journals, overwritten first; returns how many.

    Raises UserError when one cannot be deleted.
    """
    number = 0
    for copy in found:
        try:
            for path in reversed(mission_copies.files_of(copy)):
                with path.open("r+b") as file:
                    file.write(bytes(path.stat().st_size))
                path.unlink()
        except OSError as error:
            text = _("{name} cannot be deleted ({reason}).").format(name=copy.name, reason=error.strerror)
            raise UserError(text, _("Delete it in its folder.")) from error
        number += 1
    return number
