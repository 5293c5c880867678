"""The sixth format: interpreters are people, and companies say who of theirs attends which meeting."""

import json
from collections.abc import Iterable
from typing import Any

from missionplanner.store.database import Database
from missionplanner.store.rows import derived_uid

SQL = """
CREATE TABLE person_sectors (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES people(id) ON DELETE CASCADE,
  sector_id INTEGER NOT NULL REFERENCES sectors(id) ON DELETE CASCADE
);

CREATE INDEX person_sectors_person_id ON person_sectors(person_id);
CREATE INDEX person_sectors_sector_id ON person_sectors(sector_id);
"""
_USUAL = derived_uid("roles", "Interpreter")
"""The uid of the role of interpreters that every file begins with."""
_INSTEAD = derived_uid("roles", "Booked interpreter")
"""The uid of the role they get where that was deleted: the same in all copies of a file."""
_EMPTY = (
    "title", "gender", "second_family_name", "position", "email", "mobile", "dietary", "access_needs", "badge_name",
    "emergency_contact", "biography", "passport", "purpose",
)  # fmt: skip
"""The texts of people that interpreters did not have."""


def bring_to(db: Database) -> None:
    """Have companies and roles say what they say now, and make people of the interpreters, who keep their uids."""
    for table in ("companies", "companies_history"):
        db.execute(f"ALTER TABLE {table} ADD COLUMN attendees_by TEXT NOT NULL DEFAULT ''")
        db.execute(f"ALTER TABLE {table} ADD COLUMN attendees_most INTEGER")
    _make_roles_interpret(db)
    _make_people(db)


def _make_roles_interpret(db: Database) -> None:
    db.execute("ALTER TABLE roles ADD COLUMN interprets INTEGER NOT NULL DEFAULT 0")
    db.execute("ALTER TABLE roles_history ADD COLUMN interprets INTEGER")
    db.execute("UPDATE roles SET interprets = 1 WHERE uid = ?", (_USUAL,))
    db.execute("UPDATE roles_history SET interprets = (uid = ?) WHERE uid IS NOT NULL", (_USUAL,))


def _make_people(db: Database) -> None:
    """Move the interpreters to the people with their images and marks, and whatever leads to them."""
    there = db.execute("SELECT 1 FROM interpreters UNION ALL SELECT 1 FROM interpreters_history").fetchone()
    moved = _last_key(db, "people")
    if there:
        last = moved + _last_key(db, "interpreters")
        role = _role(db)
        uids = _copy(db, "interpreters", moved, role) | _copy(db, "interpreters_history", moved, role)
        _rename_marks(db, uids, moved)
        # No key is given twice: neither one of a person, nor one that an interpreter got.
        db.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'people'", (last,))
        if not db.execute("SELECT 1 FROM sqlite_sequence WHERE name = 'people'").fetchone():
            db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('people', ?)", (last,))
    _lead_to_people(db, moved)
    for table in ("interpreters_history", "interpreters"):
        db.execute(f"DROP TABLE {table}")


def _last_key(db: Database, table: str) -> int:
    """Return the highest key a table ever gave."""
    sql = (
        f"SELECT max(k) FROM (SELECT max(id) AS k FROM {table} UNION ALL SELECT max(id) FROM {table}_history"
        " UNION ALL SELECT max(seq) FROM sqlite_sequence WHERE name = ?)"
    )
    return int(db.execute(sql, (table,)).fetchone()[0] or 0)


def _role(db: Database) -> int:
    """Return the key of the role interpreters get; it is made where it was deleted."""
    row = db.execute("SELECT id FROM roles WHERE uid = ?", (_USUAL,)).fetchone()
    if row is None:
        db.execute(
            "INSERT INTO roles (uid, name_en, name_fr, name_es, spellings, meets, position, interprets)"
            " SELECT ?, 'Interpreter', 'Interprète', 'Intérprete', '', 0, coalesce(max(position), -1) + 1, 1"
            " FROM roles",
            (_INSTEAD,),
        )
        row = db.execute("SELECT id FROM roles WHERE uid = ?", (_INSTEAD,)).fetchone()
    return int(row[0])


def names_of(name: str) -> tuple[str, str]:
    """Return given and family name of an interpreter, who had one name: together they read as it did."""
    given, _blank, family = name.partition(" ")
    return (given, family) if family else ("", given)


def _copy(db: Database, table: str, moved: int, role: int) -> set[str]:
    """Copy the rows of interpreters, or their images, to those of people; return the uids there."""
    target = table.replace("interpreters", "people")
    ahead = "step, phase, " if table.endswith("_history") else ""
    uids: set[str] = set()
    for row in db.execute(f"SELECT {ahead}id, uid, name, languages, phone FROM {table} ORDER BY rowid").fetchall():
        *image, key, uid, name, languages, phone = row
        values: dict[str, Any] = {"id": key + moved}
        if ahead:
            values |= {"step": image[0], "phase": image[1]}
        if uid is not None:  # the images of rows made at once are keys alone
            given, family = names_of(name)
            values |= {"uid": uid, "given_name": given, "family_name": family, "languages": languages, "phone": phone}
            values |= {"role_id": role, "side": "delegation", "family_first": 0, **dict.fromkeys(_EMPTY, "")}
            uids.add(uid)
        columns = ", ".join(values)
        db.execute(f"INSERT INTO {target} ({columns}) VALUES ({', '.join('?' * len(values))})", tuple(values.values()))
    return uids


def _rename_marks(db: Database, uids: Iterable[str], moved: int) -> None:
    """Have the marks of who wrote what lead to people; who wrote the name wrote its two parts."""
    of_interpreters = "table_name = 'people' WHERE table_name = 'interpreters'"
    db.execute(f"UPDATE births SET first = first + ?, last = last + ?, {of_interpreters}", (moved, moved))
    db.execute(f"UPDATE deletions SET {of_interpreters}")
    for uid in uids:
        for mark in db.execute("SELECT * FROM dots WHERE uid = ? AND register = 'name'", (uid,)).fetchall():
            _uid, _register, replica, n, k, beside, *meant = mark
            for register, part in zip(("given_name", "family_name"), _parts(beside), strict=True):
                row = (uid, register, replica, n, k, part, *meant)
                db.execute("INSERT INTO dots VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        db.execute("DELETE FROM dots WHERE uid = ? AND register = 'name'", (uid,))
        sql = "SELECT step, dots FROM replaced WHERE uid = ? AND register = 'name'"
        for step, dots in db.execute(sql, (uid,)).fetchall():
            marks = json.loads(dots)
            for place, register in enumerate(("given_name", "family_name")):
                images = json.dumps([[_parts(beside)[place], *meant] for beside, *meant in marks])
                db.execute("INSERT INTO replaced VALUES (?, ?, ?, ?)", (step, uid, register, images))
        db.execute("DELETE FROM replaced WHERE uid = ? AND register = 'name'", (uid,))


def _parts(beside: str | None) -> tuple[str | None, str | None]:
    """Return a name written apart, in JSON, as its two parts."""
    if beside is None:
        return None, None
    given, family = names_of(str(json.loads(beside)[0]))
    return json.dumps([given], ensure_ascii=False), json.dumps([family], ensure_ascii=False)


def _lead_to_people(db: Database, moved: int) -> None:
    """Have meetings, absences and kept timetables know interpreters by their keys as people."""
    for table, link in (("meetings", " REFERENCES people(id) ON DELETE SET NULL"), ("meetings_history", "")):
        # SQLite cannot have a column that is there lead elsewhere.
        db.execute(f"ALTER TABLE {table} RENAME COLUMN interpreter_id TO former_id")
        db.execute(f"ALTER TABLE {table} ADD COLUMN interpreter_id {'INTEGER' + link if link else ''}")
        db.execute(f"UPDATE {table} SET interpreter_id = former_id + ? WHERE former_id IS NOT NULL", (moved,))
        db.execute(f"ALTER TABLE {table} DROP COLUMN former_id")
    db.execute("CREATE INDEX meetings_interpreter_id ON meetings(interpreter_id)")
    for table in ("availabilities", "availabilities_history"):
        sql = f"UPDATE {table} SET owner = 'delegate', owner_id = owner_id + ? WHERE owner = 'interpreter'"
        db.execute(sql, (moved,))
    for table in ("versions", "versions_history"):
        sql = f"SELECT rowid, content FROM {table} WHERE content LIKE '%interpreter_id%'"
        for key, content in db.execute(sql).fetchall():
            entries = json.loads(content)
            for entry in entries:
                if entry.get("interpreter_id") is not None:
                    entry["interpreter_id"] += moved
            text = json.dumps(entries, ensure_ascii=False)
            db.execute(f"UPDATE {table} SET content = ? WHERE rowid = ?", (text, key))
