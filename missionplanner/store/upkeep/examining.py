"""A file examined whatever is wrong with it: every fault that can be found, with the name of its record."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from missionplanner.errors import DamagedFile
from missionplanner.i18n import _
from missionplanner.store import schema
from missionplanner.store.database import Database
from missionplanner.store.faults import Fault
from missionplanner.store.file import engine, opening, soundness
from missionplanner.store.file.fault_words import name_of
from missionplanner.store.store import Store
from missionplanner.store.upkeep import salvage

MOST = 10_000
"""Faults that are named; a file with as many is not corrected by hand."""


@dataclass(frozen=True, slots=True)
class NamedFault:
    """A fault, and the name of its record."""

    fault: Fault
    name: str
    """Empty where it has none that can be read."""


def examine(path: Path, password: str = "") -> tuple[NamedFault, ...]:
    """Return the faults of a mission file; none of a sound one.

    Raises UserError where it is no mission file, the password is wrong, or nothing of it can be read.
    """
    try:
        Store.open(path, read_only=True, password=password).close()
    except DamagedFile as error:
        reason = error.text
    else:
        return ()
    with salvage.opened(path, password) as db:
        found = tuple(islice(_faults(db), MOST))
    return found or (NamedFault(Fault("", 0, "", None, reason), ""),)


def _faults(db: Database) -> Iterator[NamedFault]:
    """Yield the faults of a copy of a damaged file, as far as it can be read."""
    if not soundness.is_ours(db):
        yield _of_file(_("Its structure is not the one this program makes."))
    try:
        if schema.migrations.pending(db):
            opening.migrate(db)
        are_rows_right = True
        for fault in soundness.faults(db):
            are_rows_right = False
            yield NamedFault(fault, name_of(db, fault.table, fault.key) if fault.key else "")
        # It also finds again what the rows were just found to lack.
        if not are_rows_right or db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok":
            return
    # What a page holds that was damaged may be anything.
    except engine.kinds("Error", OverflowError, ValueError, TypeError, LookupError):
        pass
    yield _of_file(_("Parts of it cannot be read any more."))


def _of_file(problem: str) -> NamedFault:
    return NamedFault(Fault("", 0, "", None, problem), "")
