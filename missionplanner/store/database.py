"""Opening and making mission files: pragmas, format, damage, who has it."""

import getpass
import json
import os
import socket
import sqlite3
from pathlib import Path

from filelock import FileLock, Timeout
from sqlite_utils import Database

from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store import search
from missionplanner.store.schema import APPLICATION_ID, FORMAT, migrations

_HEADER = b"SQLite format 3\0"


def make(path: Path) -> Database:
    """A new, empty mission file; a file already there is refused."""
    if path.exists():
        raise UserError(
            _("There is already a file {name}.").format(name=path.name),
            _("Choose another name, or delete it first."),
        )
    if not path.parent.is_dir():
        raise UserError(
            _("There is no folder {name}.").format(name=path.parent),
            _("Make it first, or choose another place."),
        )
    try:
        db = _connect(path)
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        _migrate(db)
    except (sqlite3.Error, OSError) as error:
        raise cannot_write(path, error) from error
    return db


def open_file(path: Path, read_only: bool) -> Database:
    """An existing mission file, brought to the newest format unless it is only read.

    Raises UserError for a missing, foreign, damaged or newer file; the file is then as before.
    """
    _look(path)
    try:
        db = _connect(path)
        _examine(db, path)
        if read_only:
            db = _of_today(db)
        else:
            _migrate(db)
    except sqlite3.OperationalError as error:
        frozen = _frozen(path) if read_only else None
        if frozen is not None:
            return _of_today(frozen)
        raise UserError(
            _("{name} cannot be opened just now ({reason}).").format(name=path.name, reason=error),
            _("Check that no other program works on it and that its folder can be written, then try again."),
        ) from error
    except sqlite3.DatabaseError as error:
        raise damaged(path) from error
    except OSError as error:
        raise cannot_write(path, error) from error
    return db


def lock(path: Path) -> FileLock | None:
    """The right to write the file, or None when another program has it. The system frees it at a crash."""
    guard = FileLock(_lock_path(path))
    try:
        guard.acquire(timeout=0)
        with _lock_path(path).open("r+b") as file:
            file.seek(1)  # Windows keeps others from reading the first byte, which is the locked one
            file.write(json.dumps([user_name(), socket.gethostname()]).encode())
    except (Timeout, OSError):
        guard.release()
        return None
    return guard


def _lock_path(path: Path) -> Path:
    """The lock file, by the file's real name, so that a link to it leads to the same lock."""
    real = path.resolve()
    return real.with_name(f"{real.name}.lock")


def for_replacing(target: Path, own: Path) -> FileLock | None:
    """The right to put another file in the place of `target` (None where there is none yet).

    Raises UserError when it is the open file itself or somebody has it open; leftovers of its journal are removed.
    """
    if target.resolve() == own.resolve():
        raise UserError(_("This is the open mission itself."), _("Choose another name for the copy."))
    if not target.exists():
        return None
    guard = lock(target)
    if guard is None:
        text = _("{name} is open in another program.").format(name=target.name)
        raise UserError(text, _("{holder} has it; close it there first.").format(holder=holder(target)))
    for ending in ("-wal", "-shm"):
        target.with_name(f"{target.name}{ending}").unlink(missing_ok=True)
    return guard


def unlock(guard: FileLock) -> None:
    """Give the right to write back and take the lock file away (filelock never locks a file that is gone)."""
    if os.name == "posix":
        Path(guard.lock_file).unlink(missing_ok=True)
    guard.release()


def holder(path: Path) -> str:
    """Who has the file for writing, as "ana on lap-12"; empty when nobody can be named."""
    try:
        with _lock_path(path).open("rb") as file:
            file.seek(1)
            user, host = json.loads(file.read())
    except (OSError, ValueError):
        return ""
    return _("{user} on {host}").format(user=user, host=host)


def user_name() -> str:
    """The name of the person at this computer."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return _("somebody")


def cannot_write(path: Path, error: Exception) -> UserError:
    """The trouble of a file or folder that does not let itself be written."""
    text = _("{name} cannot be written ({reason}).").format(name=path.name, reason=error)
    return UserError(text, _("Check that the folder exists, is not read-only and has room, or choose another place."))


def damaged(path: Path) -> UserError:
    """The trouble of a file that SQLite cannot read."""
    return UserError(_("{name} is damaged and cannot be read.").format(name=path.name), _("Restore it from a backup."))


def _look(path: Path) -> None:
    if not path.is_file():
        raise UserError(_("There is no file {name}.").format(name=path), _("Check the name and the folder."))
    try:
        with path.open("rb") as file:
            header = file.read(16)
    except OSError as error:
        text = _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror)
        raise UserError(text, _("Check that you may open it.")) from error
    if header != _HEADER:
        raise _foreign(path)


def _foreign(path: Path) -> UserError:
    return UserError(
        _("{name} is not a mission file.").format(name=path.name),
        _("Mission files end in .mission; spreadsheets are brought in with Import."),
    )


def _frozen(path: Path) -> Database | None:
    """The file in a folder that cannot be written, taken as one that nobody changes meanwhile."""
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
        connection.create_function("fold", 1, _folded, deterministic=True)
        db = Database(connection)
        _examine(db, path)
    except sqlite3.OperationalError:
        return None
    return db


def _connect(path: Path) -> Database:
    connection = sqlite3.connect(path, isolation_level=None, timeout=5)
    db = Database(connection)
    connection.create_function("fold", 1, _folded, deterministic=True)
    for pragma in (
        "trusted_schema = OFF",
        "foreign_keys = ON",
        "synchronous = NORMAL",
        "temp_store = MEMORY",
    ):
        db.execute(f"PRAGMA {pragma}")
    return db


def _folded(text: object) -> str:
    return fold(str(text)) if text else ""


def _examine(db: Database, path: Path) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise _foreign(path)
    if db.execute("PRAGMA user_version").fetchone()[0] > FORMAT:
        raise UserError(
            _("{name} was made by a newer version of this program.").format(name=path.name),
            _("Install the newest version to open it; nothing was changed."),
        )
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise damaged(path)


def _of_today(db: Database) -> Database:
    """The database itself when it has the newest format, else a copy in memory that was brought to it."""
    if not migrations.pending(db):
        return db
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.create_function("fold", 1, _folded, deterministic=True)
    copy = Database(connection)
    db.conn.backup(copy.conn)
    db.conn.close()
    _migrate(copy)
    return copy


def _migrate(db: Database) -> None:
    db.execute("PRAGMA journal_mode = WAL")
    if migrations.pending(db):
        migrations.apply(db)
        db.execute(f"PRAGMA user_version = {FORMAT}")
    if not search.is_whole(db):
        with db.atomic():
            search.rebuild(db)
