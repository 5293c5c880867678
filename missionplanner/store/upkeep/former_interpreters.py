"""Interpreters of a damaged file of before they were people: read as people, with whatever leads to them."""

from collections.abc import Iterator
from typing import Any

from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Owner
from missionplanner.store.database import Database
from missionplanner.store.file import engine
from missionplanner.store.rows import Value, derived_uid, names
from missionplanner.store.sixth_format import names_of

_ROLE = derived_uid("roles", "Interpreter")
_USUAL_ROLE = 8
"""The key of the role of interpreters in a new file."""


class FormerInterpreters:
    """Makes people of the interpreters of a file; there is nothing to do in one that has none."""

    def __init__(self, db: Database) -> None:
        self._db = db
        there = self._number("SELECT count(*) FROM sqlite_master WHERE name = 'interpreters'")
        self.moved = 0
        if there:
            people = (self._number(f"SELECT max(id) FROM {table}") for table in ("people", "delegates"))
            self.moved = max(1, *people)

    def people(self, usual: dict[str, Any]) -> Iterator[list[Value]]:
        """Yield the interpreters as rows of people; usual: the values of what they did not have."""
        if not self.moved:
            return
        role = self._number(f"SELECT id FROM roles WHERE uid = '{_ROLE}'") or _USUAL_ROLE
        try:
            rows = self._db.execute("SELECT id, uid, name, languages, phone FROM interpreters").fetchall()
        except engine.kinds("Error", OverflowError, UnicodeError):
            return
        for key, uid, name, languages, phone in rows:
            given, family = names_of(str(name or ""))
            known = {"id": int(key) + self.moved, "uid": uid, "given_name": given, "family_name": family}
            known |= {"languages": languages, "phone": phone, "role_id": role}
            yield [known.get(column, usual.get(column)) for column in names(Person)]

    def adapted(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        """Return a row with the key of a person where it has that of an interpreter."""
        if not self.moved:
            return row
        if table == "roles" and row.get("uid") == _ROLE:
            return {**row, "interprets": 1}
        if table == "meetings" and isinstance(row.get("interpreter_id"), int):
            return {**row, "interpreter_id": row["interpreter_id"] + self.moved}
        if table == "availabilities" and row.get("owner") == "interpreter" and isinstance(row.get("owner_id"), int):
            return {**row, "owner": Owner.DELEGATE.value, "owner_id": row["owner_id"] + self.moved}
        return row

    def _number(self, sql: str) -> int:
        """Return a number of the file; 0 where it cannot be read."""
        try:
            row = self._db.execute(sql).fetchone()
        except engine.kinds("Error", OverflowError, UnicodeError):
            return 0
        return int(row[0]) if row and isinstance(row[0], int) else 0
