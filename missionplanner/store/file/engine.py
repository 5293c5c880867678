"""SQLite for mission files: plain, or encrypted by SQLCipher where a file has a password.

A file is untrusted: nothing in its schema is run, what it claims is bounded, and nothing is read outside it.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from missionplanner import unfinished
from missionplanner.domain.exposure import classes, largest_share
from missionplanner.domain.spelling import fold
from missionplanner.store.database import Database

MOST_BYTES = 64_000_000
"""The longest text or content of a field: a file that claims more is damaged."""
SYNCHRONOUS = "EXTRA"
"""How long a change waits for the disk."""
_STATEMENTS = 2000
"""Statements a connection keeps compiled: reading all tables takes more than the 128 that Python keeps."""
_HEADER = b"SQLite format 3\0"
_PAGE = 4096
_RANDOM = 200
"""Different bytes a page of random ones has at least; there are 256."""
_DEFENSIVE, _ENABLE_VIEW = 1010, 1015
"""Numbers of SQLite's settings; Python names them from 3.12 on."""
_SUPER_JOURNAL = bytes.fromhex("d9d505f920a163d7")
"""The last bytes of a journal that belongs to changes of several databases, which this program never makes."""
JOURNALS = unfinished.JOURNALS
"""Endings of the files beside a file while it is written, or after the program was killed."""


def kinds(name: str, *more: type[Exception]) -> tuple[type[Exception], ...]:
    """Return the errors of this name ("DatabaseError") of every engine that is in use, and more."""
    cipher = sys.modules.get("sqlcipher3.dbapi2")
    return (*(getattr(module, name) for module in (sqlite3, cipher) if module), *more)


def connect(path: Path | str, password: str = "", *, timeout: float = 5, uri: bool = False) -> Any:
    """Return a connection that trusts nothing the file holds; a wrong password raises at the first reading."""
    # No isolation level: Python would begin transactions on its own, and `Database.atomic` does.
    connection = _module(password).connect(
        str(path), isolation_level=None, timeout=timeout, uri=uri, cached_statements=_STATEMENTS
    )
    if password:
        use_password(connection, password)
    # Searches in SQL fold texts just as Python does.
    connection.create_function("fold", 1, _folded, deterministic=True)
    connection.create_function("share_class", 1, _share_class, deterministic=True)
    if hasattr(connection, "setlimit"):
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_BYTES)
        # Nothing can be attached: no other file is read or written through this one.
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    # Python has it from 3.12 on, and SQLCipher's connections have neither.
    if hasattr(connection, "setconfig"):
        connection.setconfig(_DEFENSIVE, True)
        connection.setconfig(_ENABLE_VIEW, False)
    for pragma in (
        # Functions that the file's own schema names are not run.
        "trusted_schema = OFF",
        # Damage is noticed where it is read.
        "cell_size_check = ON",
        # Under a mapping a file that is cut short would end the program instead of raising an error.
        "mmap_size = 0",
        "foreign_keys = ON",
        # A change that is reported as stored survives a power cut.
        f"synchronous = {SYNCHRONOUS}",
        # Nothing of an unfinished change gets into the file.
        "cache_spill = OFF",
        # Erased personal data are overwritten, and do not stay in free pages.
        "secure_delete = ON",
        # Nothing of a file with a password gets into temporary files.
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _module(password: str) -> Any:
    if not password:
        return sqlite3
    from sqlcipher3 import dbapi2  # slow import

    return dbapi2


def compact(connection: Any) -> None:
    """Write the file anew without what was deleted, and empty its journal."""
    if hasattr(connection, "setlimit"):
        connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # VACUUM attaches the new file
    try:
        connection.execute("PRAGMA query_only = OFF")
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # where another program left one
    finally:
        connection.execute("PRAGMA query_only = ON")
        if hasattr(connection, "setlimit"):
            connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)


@contextmanager
def undecoded(connection: Any) -> Iterator[None]:
    """Have texts that are no text read as bytes instead of raising an error."""

    def read(raw: bytes) -> str | bytes:
        try:
            return raw.decode()
        except UnicodeDecodeError:
            return raw

    connection.text_factory = read
    try:
        yield
    finally:
        connection.text_factory = str


def database(connection: Any) -> Database:
    """Return the connection as the rest of the store uses it."""
    return Database(connection)


def use_password(connection: Any, password: str) -> None:
    """Read and write with this password."""
    # A wrong password is an answer here; SQLCipher would log it as an error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute(f"PRAGMA key = {quoted(password)}")


def opens(path: Path, password: str) -> bool:
    """Return whether a password opens the first page of a file; damage behind it is another matter."""
    try:
        connection = connect(path, password)
    except kinds("DatabaseError"):
        return False
    try:
        connection.execute("PRAGMA application_id").fetchone()
    except kinds("DatabaseError"):
        return False
    finally:
        connection.close()
    return True


def export(source: Path, old: str, target: Path, new: str) -> None:
    """Write a database anew with another password, or with an empty one in the open, and check it.

    It keeps its application id and format, which may be an older one. Raises the engine's errors.
    """
    from sqlcipher3 import dbapi2  # slow import

    connection = dbapi2.connect(str(source), isolation_level=None, timeout=5)
    try:
        if old:
            use_password(connection, old)
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("PRAGMA temp_store = MEMORY")
        # A wrong password raises at the first reading, before a new file is made.
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute(f"ATTACH DATABASE {quoted(str(target))} AS made KEY {quoted(new)}")
        # No journal of what is thrown away where it is not whole: it would lie in the open beside it.
        connection.execute("PRAGMA made.journal_mode = OFF")
        connection.execute("SELECT sqlcipher_export('made')")
        for number in ("application_id", "user_version"):
            value = connection.execute(f"PRAGMA main.{number}").fetchone()[0]
            connection.execute(f"PRAGMA made.{number} = {int(value)}")
        result = connection.execute("PRAGMA made.integrity_check(1)").fetchone()[0]
        connection.execute("DETACH DATABASE made")
    finally:
        connection.close()
    if result != "ok":
        raise dbapi2.DatabaseError(result)


def quoted(text: str) -> str:
    """Return a text as a literal of SQL, for the pragmas that take no parameters."""
    return "'" + text.replace("'", "''") + "'"


def looks_plain(path: Path) -> bool:
    """Return whether the file begins as a database without a password does. Raises OSError."""
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def looks_protected(path: Path) -> bool:
    """Return whether the file may be an encrypted database: whole pages of random bytes. Raises OSError."""
    size = path.stat().st_size
    if size < _PAGE or size % _PAGE:
        return False
    with path.open("rb") as file:
        start = file.read(_PAGE)
    return not start.startswith(_HEADER) and len(set(start)) > _RANDOM


def leftover(path: Path) -> Path | None:
    """Return the journal of a change that was not finished, or not yet brought into the file, if there is one."""
    real = path.resolve()
    for ending in JOURNALS[:2]:
        journal = real.with_name(f"{real.name}{ending}")
        try:
            if journal.stat().st_size:
                return journal
        except OSError:
            continue
    return None


def strange_beside(path: Path) -> Path | None:
    """Return what is in the place of a journal and no regular file: a link, or a pipe that would be waited for."""
    real = path.resolve()
    for ending in JOURNALS:
        journal = real.with_name(f"{real.name}{ending}")
        if journal.is_symlink() or (journal.exists() and not journal.is_file()):
            return journal
    return None


def names_other_files(journal: Path) -> bool:
    """Return whether a journal was planted to have SQLite read and delete a file of any name. Raises OSError."""
    with journal.open("rb") as file:
        file.seek(max(0, journal.stat().st_size - len(_SUPER_JOURNAL)))
        return file.read() == _SUPER_JOURNAL


def _folded(text: object) -> str:
    return fold(str(text)) if text else ""


def _share_class(lines: object) -> str:
    return classes(largest_share(str(lines).split("\n"))) if lines else classes(None)
