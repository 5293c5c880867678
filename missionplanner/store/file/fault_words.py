"""A fault in words: which record it is, as people know it, and what is wrong with it."""

from missionplanner.domain.record_labels import record_label
from missionplanner.i18n import _
from missionplanner.store.database import Database
from missionplanner.store.faults import Fault
from missionplanner.store.file import engine
from missionplanner.store.rows import Value, names
from missionplanner.store.tables import KIND_OF

_LONGEST = 60
"""Characters of a name or a value that are shown."""
_NAMING = (
    "given_name", "family_name", "name", "name_en", "file_name", "subject", "text", "words", "series", "part",
    "country", "kind", "language", "number", "starts", "year", "reviewer", "source",
)  # fmt: skip
"""Columns that tell people which record of a table a row is."""
_OWNERS = {
    "company_id": "companies", "delegation_id": "companies", "counterpart_id": "companies", "meeting_id": "meetings",
    "delegate_id": "people", "person_id": "people", "event_id": "events", "venue_id": "venues", "sector_id": "sectors",
    "stop_id": "stops", "other_id": "", "criterion_id": "criteria",
}  # fmt: skip
"""The links that tell whose a record is."""
_NAMED_ALONE = frozenset(("companies", "stops", "venues", "sectors", "events", "criteria", "versions", "saved_filters"))
"""The tables whose records have a name that is enough."""
_MOST_NAMES = 2


def in_words(db: Database, fault: Fault) -> str:
    """Return the sentence of a fault: the kind of record, its name, what is wrong, and the value in short."""
    value = f" ({shown(fault.value)})" if fault.column and fault.value not in (None, "") else ""
    if not fault.table:
        return fault.problem
    text = _("{record}: {problem}{value}")
    return text.format(record=record_of(db, fault.table, fault.key), problem=fault.problem, value=value)


def record_of(db: Database, table: str, key: int) -> str:
    """Return the kind of a record and its name, as far as it can be read; its number where it has none."""
    name = name_of(db, table, key) if key else ""
    if name:
        return f"{record_label(table)} “{name}”"
    return f"{record_label(table)} {key}" if key else record_label(table)


def name_of(db: Database, table: str, key: int, depth: int = 0) -> str:
    """Return the name of a record, or the names of those it belongs to; empty where none can be read."""
    if table not in KIND_OF or depth > 1:
        return ""
    columns = names(KIND_OF[table])
    found = [_read(db, table, column, key) for column in _NAMING if column in columns]
    own = " ".join(part for part in found if part) if table == "people" else next(filter(None, found), "")
    if own and table in _NAMED_ALONE:
        return own
    owners = (
        name_of(db, target, int(owner), depth + 1)
        for column, target in _OWNERS.items()
        if column in columns and (owner := _read(db, table, column, key)).isdecimal() and len(owner) < 16
    )
    of = " – ".join([name for name in owners if name][:_MOST_NAMES])
    return f"{own} ({of})" if own and of else own or of


def shown(value: Value) -> str:
    """Return a stored value in short, on one line."""
    if isinstance(value, bytes):
        return _("bytes")
    return _short(str(value))


def _read(db: Database, table: str, column: str, key: int) -> str:
    """Return a value in short, whatever it is; empty where there is none."""
    sql = f'SELECT CAST(substr("{column}", 1, {_LONGEST + 1}) AS BLOB) FROM {table} WHERE id = ?'
    try:
        row = db.execute(sql, (key,)).fetchone()
    except engine.kinds("Error", OverflowError):
        return ""
    return _short(row[0].decode("utf-8", "replace")) if row and row[0] else ""


def _short(text: str) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: _LONGEST + 1]).split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
