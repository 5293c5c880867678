"""The texts of a mission file that name people, found by their classes, with what each would be without them."""

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from missionplanner.domain.mentions import Mentions, around
from missionplanner.store.database import Database
from missionplanner.store.merging.blanking import Place, without
from missionplanner.store.merging.layout import register_columns
from missionplanner.store.personal_texts import CLASSES, UNKNOWN, Naming, TextClass, Whose, owner_of, texts
from missionplanner.store.rows import Value, listed
from missionplanner.store.tables import UNDOABLE

_ROWID_OF_PLANS = "replica * 1000000000 + n"
"""Plans have no key but their step."""
_SCANNED = (Naming.PLAIN, Naming.THING, Naming.WHOLE, Naming.JSON, Naming.SEARCHED, Naming.LABEL, Naming.PACKED)


@dataclass(frozen=True, slots=True)
class NamingText:
    """A text that names somebody."""

    stored: str
    """The table it stands in, which may be one of images."""
    rowid: int
    place: Place
    key: int
    """The key of its record."""
    before: Value
    after: Value
    is_asked: bool
    """Whether somebody may choose to keep it."""
    is_sure: bool = True
    """Whether it means them; else it is the name of a thing with a single name in it."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that names somebody, to be blanked or kept by choice."""

    place: Place
    key: int
    """The key of its record."""
    words: str
    """The words around the name."""
    is_past: bool = False
    """Whether it stands in the history alone."""
    is_sure: bool = True
    """Whether it names somebody; else it may be about them, as a file of their company."""


def find(db: Database, mentions: Mentions, wanted: Callable[[str], bool] = lambda _table: True) -> Iterator[NamingText]:
    """Yield every text that names somebody, in tables and their images.

    wanted: whether a table is looked through.
    """
    for table, columns in texts(db).items():
        scanned = {name: kind for name, kind in columns.items() if kind.form in _SCANNED and kind.may_name}
        if scanned and wanted(table):
            yield from _in_table(db, table, scanned, mentions)


def _in_table(db: Database, table: str, columns: dict[str, TextClass], mentions: Mentions) -> Iterator[NamingText]:
    there = {row[1] for row in db.execute(f'PRAGMA table_info("{table}")')}
    rowid = _ROWID_OF_PLANS if table == "plans" else "rowid"
    key = '"id"' if "id" in there else rowid
    uid = '"uid"' if "uid" in there else f"CAST({key} AS TEXT)"
    sql = f'SELECT {rowid}, {key}, {uid}, {listed(columns)} FROM "{table}"'
    for place, number, name, *values in db.execute(sql).fetchall():
        for (column, kind), value in zip(columns.items(), values, strict=True):
            where = (owner_of(table), str(name or ""), column)
            if value and (new := without(value, kind, mentions)) != value:
                yield NamingText(table, place, where, number or 0, value, new, kind.is_asked)
            elif kind.form is Naming.THING and kind.is_asked and (new := mentions.without_words(value or "")) != value:
                yield NamingText(table, place, where, number or 0, value, new, True, False)


def blank(db: Database, found: NamingText) -> None:
    """Write what a text is without those it names."""
    place = _ROWID_OF_PLANS if found.stored == "plans" else "rowid"
    sql = f'UPDATE "{found.stored}" SET "{found.place[2]}" = ? WHERE {place} = ?'
    db.execute(sql, (found.after, found.rowid))


def passages(db: Database, mentions: Mentions) -> list[Passage]:
    """Return the texts that name somebody and may be kept by choice, each once, those of now before those of then."""
    found: dict[Place, Passage] = {}
    asked = [one for one in find(db, mentions) if one.is_asked and isinstance(one.before, str)]
    for one in sorted(asked, key=lambda one: one.stored != one.place[0]):
        words = around(str(one.before), mentions.find(str(one.before)))
        is_past = one.stored != one.place[0]
        found.setdefault(one.place, Passage(one.place, one.key, words, is_past, one.is_sure))
    return list(found.values())


def asked(db: Database, goes: bool | None = None) -> Iterator[Passage]:
    """Yield the texts of records that may be kept by choice, whatever they say.

    goes: only those that do, or do not, go in any case when everybody is erased.
    """
    for table, columns in texts(db).items():
        names = [n for n, kind in columns.items() if kind.may_name and kind.is_asked and goes in (None, kind.goes)]
        there = {row[1] for row in db.execute(f'PRAGMA table_info("{table}")')}
        if not names or table.endswith("_history") or not {"id", "uid"} <= there:
            continue
        for key, uid, *values in db.execute(f'SELECT id, uid, {listed(names)} FROM "{table}"').fetchall():
            for column, value in zip(names, values, strict=True):
                if value:
                    yield Passage((table, uid, column), key, around(str(value), ()))


def going(db: Database) -> list[Passage]:
    """Return the notes that go when everybody is erased, whatever they say."""
    return list(asked(db, goes=True))


def blank_registers(db: Database, mentions: Mentions, kept: Collection[Place]) -> None:
    """Take those who are named out of values that were written apart, and out of those undo would put back."""
    sql = "SELECT uid, register, replica, n, k, beside FROM dots WHERE beside IS NOT NULL"
    for uid, register, *key, beside in db.execute(sql).fetchall():
        new = _without_beside(db, uid, register, beside, mentions, kept)
        if new != beside:
            where = "uid = ? AND register = ? AND replica = ? AND n = ? AND k = ?"
            db.execute(f"UPDATE dots SET beside = ? WHERE {where}", (new, uid, register, *key))
    for step, uid, register, dots in db.execute("SELECT step, uid, register, dots FROM replaced").fetchall():
        found = [
            [_without_beside(db, uid, register, one[0], mentions, kept) if one[0] else one[0], *one[1:]]
            for one in json.loads(dots)
        ]
        if found != json.loads(dots):
            sql = "UPDATE replaced SET dots = ? WHERE step = ? AND uid = ? AND register = ?"
            db.execute(sql, (json.dumps(found), step, uid, register))


def _without_beside(
    db: Database, uid: str, register: str, beside: str, mentions: Mentions, kept: Collection[Place]
) -> str:
    table = _table_of(db, uid)
    columns = register_columns(table).get(register, ()) if table else ()
    values = json.loads(beside)
    new = [
        value if (table, uid, column) in kept else without(value, CLASSES.get(table, {}).get(column, UNKNOWN), mentions)
        for column, value in zip(columns, values, strict=False)
    ]
    return beside if new == values or len(new) != len(values) else json.dumps(new, ensure_ascii=False)


def _table_of(db: Database, uid: str) -> str:
    """Return the table a row is or was in; empty where nothing is known of it."""
    for table in UNDOABLE:
        sql = f"SELECT 1 FROM {table.name} WHERE uid = ? UNION SELECT 1 FROM {table.history} WHERE uid = ?"
        if db.execute(sql, (uid, uid)).fetchone():
            return table.name
    return ""


def linked(db: Database, whose: Whose = Whose.LINKED) -> Iterator[tuple[str, list[str]]]:
    """Yield the tables with texts of the person a record is linked with, and these columns."""
    for table, columns in texts(db).items():
        found = [name for name, kind in columns.items() if kind.whose is whose]
        if found:
            yield table, found
