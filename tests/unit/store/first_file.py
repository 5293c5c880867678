"""Files as the programs of former formats wrote them: made of those of today, without what came later."""

import sqlite3
from contextlib import closing
from pathlib import Path

from missionplanner.store import schema
from missionplanner.store.database import Database
from missionplanner.store.file import engine

_NOW = {"delegates": "people", "delegates_history": "people_history"}
"""What tables of then are called today."""
_THEN = {now: then for then, now in _NOW.items()}
_INTERPRETERS = "SELECT id FROM people WHERE role_id = 8 UNION SELECT id FROM people_history WHERE role_id = 8"
_UNDER_WAY = ("sqlite_", "search", "_sqlite")


def write_first_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the first format; returns its path."""
    return _write(source, target, "m002_copies_that_merge")


def write_second_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the second format; returns its path."""
    return _write(source, target, "m003_fingerprints_of_the_erased")


def write_fourth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the fourth format; returns its path."""
    return _write(source, target, "m005_courtesy_titles")


def write_fifth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the fifth format; returns its path.

    The people of the role of interpreters are interpreters there, under the same keys.
    """
    return _write(source, target, "m006_who_attends")


def write_sixth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the sixth format; returns its path."""
    return _write(source, target, "m007_two_ends_of_transfers")


def write_seventh_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the seventh format; returns its path."""
    return _write(source, target, "m008_goals")


def write_eighth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the eighth format; returns its path."""
    return _write(source, target, "m009_meetings_where_the_host_is")


def write_ninth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the ninth format; returns its path."""
    return _write(source, target, "m010_own_fields")


def write_tenth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the tenth format; returns its path."""
    return _write(source, target, "m011_calendars_that_update")


def write_eleventh_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the eleventh format; returns its path.

    Figures have the code of their series there, and its currency.
    """
    return _write(source, target, "m012_figures_with_sources")


def write_twelfth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the twelfth format; returns its path."""
    return _write(source, target, "m013_portraits")


def write_thirteenth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the thirteenth format; returns its path."""
    return _write(source, target, "m014_second_forms")


def write_fourteenth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the fourteenth format; returns its path."""
    return _write(source, target, "m015_milestones")


def write_fifteenth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the fifteenth format; returns its path."""
    return _write(source, target, "m016_letters_of_moments")


def write_sixteenth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the sixteenth format; returns its path."""
    return _write(source, target, "m017_meetings_by_video")


def write_seventeenth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the seventeenth format; returns its path."""
    return _write(source, target, "m018_own_fields_everywhere")


def write_eighteenth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the eighteenth format; returns its path."""
    return _write(source, target, "m019_translations_of_posts_and_offers")


def write_nineteenth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the nineteenth format; returns its path."""
    return _write(source, target, "m020_door_to_door")


def write_twentieth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the twentieth format; returns its path."""
    return _write(source, target, "m021_papers_and_own_moments")


def write_twenty_first_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the twenty-first format; returns its path."""
    return _write(source, target, "m022_relationships")


def write_twenty_second_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the twenty-second format; returns its path."""
    return _write(source, target, "m023_agreements")


def write_twenty_third_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the twenty-third format; returns its path."""
    return _write(source, target, "m024_kind_of_erasing")


def write_twenty_fourth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the twenty-fourth format; returns its path."""
    return _write(source, target, "m025_clocks_and_groups")


def write_twenty_fifth_format(source: Path, target: Path) -> Path:
    """Write a closed mission file without a password as one of the twenty-fifth format; returns its path."""
    return _write(source, target, "m026_intents")


def _write(source: Path, target: Path, before: str) -> Path:
    db = engine.database(engine.connect(target))
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    schema.migrations.apply(db, stop_before={before})
    db.execute("PRAGMA foreign_keys = OFF")
    with closing(sqlite3.connect(source)) as known, db.atomic():
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()]
        for table in tables:
            if table.startswith(_UNDER_WAY):
                continue
            _copy(db, known, table, "interpreters" in tables)
        for table in {"births", "deletions"} & {*tables} if "delegates" in tables else ():
            db.execute(f"UPDATE {table} SET table_name = 'delegates' WHERE table_name = 'people'")
        if "interpreters" in tables:
            _take_interpreters_out(db, known)
        db.execute("DELETE FROM sqlite_sequence")
        for name, last in known.execute("SELECT name, seq FROM sqlite_sequence"):
            then = name if name in tables else _THEN.get(name, name)
            if then in tables:
                db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (then, last))
        (last,) = known.execute(f"SELECT max(id) FROM ({_INTERPRETERS})").fetchone()
        if last and "interpreters" in tables:
            db.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('interpreters', ?)", (last,))
    db.conn.close()
    return target


def _copy(db: Database, known: sqlite3.Connection, table: str, apart: bool) -> None:
    """Fill a table with the rows of today.

    apart: without the interpreters among the people, who were in a table of their own.
    """
    columns = ", ".join(f'"{row[1]}"' for row in db.execute(f"PRAGMA table_info({table})").fetchall())
    db.execute(f"DELETE FROM {table}")
    if table.startswith("interpreters"):
        return
    now = _NOW.get(table, table)
    where = f" WHERE id NOT IN ({_INTERPRETERS})" if apart and now in ("people", "people_history") else ""
    wanted = columns if "year" not in columns else _of_figures(columns)
    for row in known.execute(f"SELECT {wanted} FROM {now}{where}"):
        db.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * len(row))})", row)


def _of_figures(columns: str) -> str:
    """Return what the columns figures had are today."""
    then = {
        '"series"': "(SELECT code FROM series WHERE series.id = series_id)",
        '"currency"': "(SELECT currency FROM series WHERE series.id = series_id)",
        '"year"': "CAST(period AS INTEGER)",
        '"note"': "iif(bounded = '', note, bounded)",
    }
    return ", ".join(then.get(column, column) for column in columns.split(", "))


def _take_interpreters_out(db: Database, known: sqlite3.Connection) -> None:
    """Make interpreters of the people of their role, with their images, absences and marks."""
    for ending, ahead in (("", ""), ("_history", "step, phase, ")):
        columns = f"{ahead}id, uid, trim(given_name || ' ' || family_name), languages, phone"
        for row in known.execute(f"SELECT {columns} FROM people{ending} WHERE id IN ({_INTERPRETERS})"):
            names = f"{ahead}id, uid, name, languages, phone"
            db.execute(f"INSERT INTO interpreters{ending} ({names}) VALUES ({', '.join('?' * len(row))})", row)
        sql = f"UPDATE availabilities{ending} SET owner = 'interpreter' WHERE owner = 'delegate' AND owner_id = ?"
        db.conn.executemany(sql, known.execute(_INTERPRETERS).fetchall())
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'births'").fetchone():
        return
    found = known.execute(f"SELECT DISTINCT id, uid FROM people_history WHERE id IN ({_INTERPRETERS})").fetchall()
    for key, uid in found:
        of_people = "table_name IN ('people', 'delegates')"
        db.execute(f"UPDATE births SET table_name = 'interpreters' WHERE {of_people} AND first = ?", (key,))
        db.execute("UPDATE deletions SET table_name = 'interpreters' WHERE uid = ?", (uid,))
        for table in ("dots", "replaced"):
            db.execute(f"DELETE FROM {table} WHERE uid = ? AND register = 'given_name'", (uid,))
            db.execute(f"UPDATE {table} SET register = 'name' WHERE uid = ? AND register = 'family_name'", (uid,))
