"""The tables that hold no records (steps, images, marks, kept files, search), and what is wrong in them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from missionplanner.domain.bounds import MOST_KEY
from missionplanner.domain.completeness import is_known
from missionplanner.domain.kept_texts import KEY, VALUE, ObjectShape, RowShape
from missionplanner.domain.limits import TEXT, CodesBound, KeptBound, MomentBound, NumberBound, TextBound, no_code
from missionplanner.i18n import _
from missionplanner.store.database import Database
from missionplanner.store.faults import Fault, StoredColumn, filled, of_columns
from missionplanner.store.file.engine import MOST_BYTES
from missionplanner.store.rows import listed
from missionplanner.store.tables import TABLES, UNDOABLE

_MOST_STEPS = 1_000_000_000
"""Steps a replica makes at most."""
_PHASES = "('insert', 'before', 'after', 'delete', 'hidden', 'new', 'noted')"


@dataclass(frozen=True, slots=True)
class Lacking:
    """The codes of what a registration lacks."""

    def problem(self, value: str) -> str:
        """Return that there is another."""
        return "" if is_known(value) else no_code()


_LINE, _KEY = StoredColumn(str, TextBound()), StoredColumn(int, NumberBound(0, MOST_KEY))
_MAYBE_KEY, _STEP = _KEY._replace(is_optional=True), StoredColumn(int, NumberBound(0, _MOST_STEPS))
_MAYBE_STEP = _STEP._replace(is_optional=True)
_NUMBERS = StoredColumn(str, KeptBound(ObjectShape(others=int), may_be_empty=True))
_TEXTS, _ANY_TEXT = StoredColumn(str, KeptBound([str])), StoredColumn(str, TextBound(MOST_BYTES))
_IMAGE = RowShape(((str, type(None)), KEY, KEY))
_UNDOABLE = StoredColumn(str, CodesBound([table.name for table in UNDOABLE if table.name != "missions"]))
TAKEN: dict[str, dict[str, StoredColumn]] = {
    "steps": {
        "id": StoredColumn(int, NumberBound(1, MOST_KEY)), "label": StoredColumn(str, TextBound(TEXT)), "user": _LINE,
        "at": StoredColumn(datetime, MomentBound()), "target": _MAYBE_KEY, "replica": _MAYBE_KEY, "n": _MAYBE_STEP,
        "digest": _LINE, "past": _NUMBERS, "counts": _NUMBERS,
        "kind": StoredColumn(str, CodesBound(("change", "undo", "redo", "merge", "erase"))),
        "state": StoredColumn(str, CodesBound(("done", "undone", "gone"))),
    },
    "replicas": {"number": _KEY, "uid": _LINE, "seen": _STEP, "is_own": StoredColumn(int, NumberBound(0, 1))},
    "births": {"table_name": _LINE, "first": _KEY, "last": _KEY, "replica": _KEY, "n": _STEP},
    "dots": {
        "uid": _LINE, "register": _LINE, "replica": _KEY, "n": _STEP, "k": _KEY,
        "beside": StoredColumn(str, KeptBound([VALUE]), is_optional=True), "for_replica": _MAYBE_KEY,
        "for_n": _MAYBE_STEP,
    },
    "deletions": {"replica": _KEY, "n": _STEP, "k": _KEY, "table_name": _UNDOABLE, "uid": _LINE},
    "revocations": {"replica": _KEY, "n": _STEP, "k": _KEY, "by_replica": _KEY, "by_n": _STEP},
    "replaced": {
        "step": _KEY, "uid": _LINE, "register": _LINE, "dots": StoredColumn(str, KeptBound([_IMAGE])),
    },
    "plans": {"replica": _KEY, "n": _STEP, "sessions": _TEXTS, "content": StoredColumn(bytes)},
    "erased": {"uid": _LINE},
    "erased_marks": {"kind": _LINE, "mark": _LINE},
    "search": {
        "company_id": _KEY, "name": StoredColumn(str, TextBound(TEXT)), "text": _ANY_TEXT,
        "complete": StoredColumn(int, NumberBound(0, 100)), "missing": StoredColumn(str, Lacking()),
    },
}  # fmt: skip
"""The values the columns of these tables take."""
_KEYED = ("steps", "replicas", "search")
"""The tables whose first column is their key."""


_NAMED_STEPS = (
    ("births", "replica", "n"), ("dots", "replica", "n"), ("dots", "for_replica", "for_n"),
    ("deletions", "replica", "n"), ("revocations", "replica", "n"), ("revocations", "by_replica", "by_n"),
    ("plans", "replica", "n"), ("steps", "replica", "n"),
)  # fmt: skip
"""The columns that name steps, by replica and number."""


def faults(db: Database) -> Iterator[Fault]:
    """Yield what is wrong in the tables that hold no records. Raises the engine's errors."""
    for table, taken in TAKEN.items():
        rows = db.execute(f"SELECT {listed(taken)} FROM {table}").fetchall()
        yield from of_columns(table, list(taken), list(taken.values()), rows, 0 if table in _KEYED else None)
    for (first,) in db.execute("SELECT first FROM births WHERE first > last"):
        yield Fault("births", 0, "first", first, _wrong())
    yield from _of_marks(db)
    yield from _of_numbers(db)
    yield from _of_contents(db)


def _of_marks(db: Database) -> Iterator[Fault]:
    """Yield where marks name steps that are not in the file."""
    for table, replica, n in _NAMED_STEPS:
        sql = (
            f"SELECT {replica} FROM {table} LEFT JOIN replicas ON number = {replica}"
            f" WHERE {replica} IS NOT NULL AND (number IS NULL OR {n} IS NULL OR {n} > seen) LIMIT 1"
        )
        for (number,) in db.execute(sql).fetchall():
            yield Fault(table, 0, replica, number, _("A step it names is not in the file."))
    last = "SELECT max(n) FROM steps WHERE replica = number"
    if db.execute(f"SELECT count(*) FROM replicas WHERE seen IS NOT coalesce(({last}), 0)").fetchone()[0]:
        yield Fault("replicas", 0, "seen", None, _("Steps are missing in the history."))


def _of_numbers(db: Database) -> Iterator[Fault]:
    """Yield where images or the numbers of new records are beyond what the program counts to."""
    last = dict(db.execute("SELECT name, seq FROM sqlite_sequence").fetchall())
    with_rows = filled(db, [*(table.name for table in TABLES), *(table.history for table in UNDOABLE)])
    for table in TABLES:
        sql = f"SELECT max(id) FROM {table.name}"
        highest = db.execute(sql).fetchone()[0] if table.name in with_rows else 0
        number = last.get(table.name, 0)
        # A lower one would give a record the key of another.
        if _KEY.problem(number) or number < highest:
            yield Fault(table.name, highest, "", number, _("Its number is none the program gives."))
    for table in [one for one in UNDOABLE if one.history in with_rows]:
        sql = (
            f"SELECT id FROM {table.history} WHERE phase NOT IN {_PHASES} OR typeof(step) <> 'integer'"
            " OR step NOT BETWEEN 0 AND ? OR typeof(id) <> 'integer' OR id NOT BETWEEN 1 AND ? LIMIT 1"
        )
        for (key,) in db.execute(sql, (MOST_KEY, MOST_KEY)).fetchall():
            yield Fault(table.name, key if isinstance(key, int) else 0, "", None, _("Its history is not in order."))


def _of_contents(db: Database) -> Iterator[Fault]:
    """Yield the kept files that are not what their names, which are made of what they hold, say."""
    for digest, content in db.execute("SELECT digest, content FROM contents"):
        if not isinstance(content, bytes) or hashlib.sha256(content).hexdigest() != digest:
            yield Fault("contents", 0, "digest", digest, _("This file is not the one that was attached."))


def _wrong() -> str:
    return _("This is not as the program keeps it.")
