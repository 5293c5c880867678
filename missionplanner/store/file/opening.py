"""Opening and making mission files: examined before anything of them is believed, brought to the newest format."""

import os
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from missionplanner.errors import DamagedFile, PasswordNeeded, UserError
from missionplanner.i18n import _
from missionplanner.store import schema, search
from missionplanner.store.database import Database
from missionplanner.store.file import copies, engine, fault_words, soundness
from missionplanner.store.merging import adopting
from missionplanner.writing import discard

_LONGEST_PATH, _LONGEST_NAME = 480, 240
"""Bytes SQLite takes for a path with its journal, and systems take for a name with an ending."""
Before = Callable[[Path, Any, str], object]


def make(path: Path, password: str = "") -> Database:
    """Make a new, empty mission file, encrypted where there is a password.

    Raises UserError when there is already a file, its folder is missing, or it cannot be written.
    """
    need_short(path)
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
    connection = None
    try:
        connection = engine.connect(path, password)
        db = engine.database(connection)
        if password:  # the engine copies into an encrypted file only from another
            _make_empty(db)
        else:
            _copy_empty(db)
    except engine.kinds("Error", OSError) as error:
        if connection:
            connection.close()
        discard(path)
        raise cannot_write(path, error) from error
    return db


def _make_empty(db: Database) -> None:
    db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    migrate(db)


def _copy_empty(db: Database) -> None:
    memory = engine.connect(":memory:")
    memory.deserialize(_empty())
    memory.backup(db.conn)
    memory.close()


@cache
def _empty() -> bytes:
    """Return an empty mission file: going through all the formats takes longer than anything else of making one."""
    db = engine.database(engine.connect(":memory:"))
    _make_empty(db)
    content: bytes = db.conn.serialize()
    db.conn.close()
    return content


def open_file(path: Path, read_only: bool, password: str = "", before_migration: Before | None = None) -> Database:
    """Open a mission file; it is brought to the newest format unless it is only read.

    before_migration: called with path, connection and password of a file that is going to be migrated.
    Raises UserError for a missing, foreign, damaged or newer file, or where a password is missing or wrong; the file is
    then as before.
    """
    has_password = is_protected(path)
    if has_password and not password:
        raise password_needed(path)
    # A file without a password opens with any.
    password = password if has_password else ""
    try:
        db = _opened(path, password)
        if read_only:
            db = _in_newest_format(db, path, password)
        else:
            _bring_to_newest(db, path, password, before_migration)
    except engine.kinds("OperationalError") as error:
        frozen = _opened_frozen(path, password) if read_only else None
        if frozen is not None:
            return _in_newest_format(frozen, path, password)
        raise UserError(
            _("{name} cannot be opened just now ({reason}).").format(name=path.name, reason=error),
            _("Check that no other program works on it and that its folder can be written, then try again."),
        ) from error
    except engine.kinds("DatabaseError", UnicodeError) as error:
        raise damaged(path) from error
    except OSError as error:
        raise cannot_write(path, error) from error
    return db


def _opened(path: Path, password: str) -> Database:
    """Open a file and examine it. Raises UserError when the password is wrong or it is no sound mission."""
    if password and not engine.opens(path, password):
        # the first page being damaged looks the same; but then the copies, which have the same password, open
        kept = sorted(copies.folder_of(path).glob("*.mission"), reverse=True)[:1]
        if any(not engine.looks_plain(one) and engine.opens(one, password) for one in kept):
            raise damaged(path)
        raise wrong_password(path)
    db = engine.database(engine.connect(path, password))
    _examine(db, path)
    return db


def cannot_write(path: Path, error: Exception) -> UserError:
    """Return the error of a file or folder that cannot be written."""
    text = _("{name} cannot be written ({reason}).").format(name=path.name, reason=error)
    return UserError(text, _("Check that the folder exists, is not read-only and has room, or choose another place."))


def cannot_read(path: Path, error: Exception) -> UserError:
    """Return the error of a file that cannot be read just now: its disk or share is gone, or it is locked."""
    text = _("{name} cannot be read ({reason}).").format(name=path.name, reason=error)
    return UserError(text, _("Check that its disk or folder is there; nothing that was stored is lost."))


def unreadable(path: Path, error: Exception) -> UserError:
    """Return the error of records that cannot be read: their disk or share is gone, or they are damaged."""
    if isinstance(error, engine.kinds("OperationalError")) and "decode" not in str(error):
        return cannot_read(path, error)
    return damaged(path)


def damaged(path: Path) -> DamagedFile:
    """Return the error of a file that SQLite cannot read."""
    text = _("{name} is damaged and cannot be read.").format(name=path.name)
    return DamagedFile(text, _("Restore it from a backup, or save what can be read with “Check a file…”."))


def unsound(path: Path, fault: str) -> DamagedFile:
    """Return the error of a file in which something is wrong, given in words."""
    text = _("{name} is damaged. {fault}").format(name=path.name, fault=fault)
    return DamagedFile(text, _("Save what can be read of it as a new file, or restore it from a backup."))


def tampered(path: Path, thing: str) -> DamagedFile:
    """Return the error of a file that would act when it is opened."""
    text = _("{name} holds something that would act on its own ({thing}).").format(name=path.name, thing=thing)
    hint = _("No mission file does: it was tampered with. Restore it from a backup, or save what can be read.")
    return DamagedFile(text, hint)


def password_needed(path: Path) -> PasswordNeeded:
    """Return the error of a file that has a password, or is no mission."""
    text = _("{name} is protected by a password, or is not a mission file.").format(name=path.name)
    return PasswordNeeded(
        text, _("Open it in the window, which asks for the password; commands take MISSIONPLANNER_PASSWORD.")
    )


def wrong_password(path: Path) -> PasswordNeeded:
    """Return the error of a file that does not open with the password that was given."""
    text = _("{name} does not open with this password.").format(name=path.name)
    return PasswordNeeded(text, _("Type it again; without it nobody can read the file."))


def need_short(path: Path) -> None:
    """Raise UserError for a path that is too long for the system or for SQLite."""
    if len(os.fsencode(path.absolute())) > _LONGEST_PATH or len(os.fsencode(path.name)) > _LONGEST_NAME:
        text = _("The path of {name} is too long.").format(name=f"{path.name[:40]}…")
        raise UserError(text, _("Choose a shorter name, or a folder nearer to the top."))


def identity(path: Path) -> tuple[int, int]:
    """Return what tells a file from another of the same name; zeros where there is none."""
    try:
        status = path.stat()
    except OSError:
        return 0, 0
    return status.st_dev, status.st_ino


def renamed(path: Path, known: tuple[int, int]) -> Path | None:
    """Return the new name, in its folder, of a file that was renamed; None where it is not there any more.

    known: what `identity` returned of it.
    """
    if os.path.lexists(path) or known == (0, 0):
        return None
    with suppress(OSError):
        there = (one for one in sorted(path.parent.iterdir()) if not one.is_symlink())
        return next((one for one in there if identity(one) == known), None)
    return None


def replaced(path: Path) -> UserError:
    """Return the error of a file that was taken away or replaced while it was open."""
    hint = _("What you had is still here: save a copy of it elsewhere, then open the file again.")
    if identity(path) == (0, 0):
        text = _("{name} was taken away, or its disk or network drive is gone.").format(name=path.name)
    else:
        text = _("{name} was replaced by another program.").format(name=path.name)
    return UserError(text, hint)


def is_protected(path: Path) -> bool:
    """Return whether the file has a password. Raises UserError when it is missing, unreadable or something else."""
    need_short(path)
    if not path.is_file():
        if path.is_dir():
            raise UserError(_("{name} is a folder.").format(name=path), _("Choose a mission file in it, or elsewhere."))
        raise UserError(_("There is no file {name}.").format(name=path), _("Check the name and the folder."))
    try:
        strange, journal = engine.strange_beside(path), engine.leftover(path)
        if strange or (journal and engine.names_other_files(journal)):
            raise tampered(path, (strange or journal or path).name)
        if engine.looks_plain(path):
            return False
        if engine.looks_protected(path):
            return True
        raise _foreign(path)
    except OSError as error:
        text = _("{name} cannot be read ({reason}).").format(name=path.name, reason=error.strerror)
        raise UserError(text, _("Check that you may open it.")) from error


def _foreign(path: Path) -> UserError:
    return UserError(
        _("{name} is not a mission file.").format(name=path.name),
        _("Mission files end in .mission; spreadsheets are brought in with Import."),
    )


def _opened_frozen(path: Path, password: str) -> Database | None:
    """Open a file in a folder that cannot be written, as one that nobody changes meanwhile; None where it cannot be.

    Raises UserError where a journal says that the file alone is not the whole of it.
    """
    journal = engine.leftover(path)
    if journal:
        text = _("{name} was not closed properly, and its folder cannot be written.").format(name=path.name)
        raise UserError(
            text,
            _("Copy it together with {journal} to another folder, and open it there.").format(journal=journal.name),
        )
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        db = engine.database(engine.connect(uri, password, uri=True))
        _examine(db, path)
    except engine.kinds("OperationalError"):
        return None
    return db


def _examine(db: Database, path: Path) -> None:
    """Raise UserError for a file of something else, of a newer version, tampered with, or damaged."""
    if db.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise _foreign(path)
    if db.execute("PRAGMA user_version").fetchone()[0] > schema.FORMAT:
        raise UserError(
            _("{name} was made by a newer version of this program.").format(name=path.name),
            _("Install the newest version to open it; nothing was changed."),
        )
    # No mission file has any of these, which would act while rows are read or written.
    strange = db.execute(
        "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%' LIMIT 1"
    ).fetchone()
    if strange:
        raise tampered(path, strange[0])
    if not soundness.is_ours(db):
        raise damaged(path)
    # The rows first, as their faults have names.
    _need_sound(db, path)
    # It leaves the indexes out, and one fault is enough: it runs at every opening.
    if db.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise damaged(path)


def _need_sound(db: Database, path: Path) -> None:
    """Raise DamagedFile where a row is not sound. What is sound is known of the newest format alone."""
    if not schema.migrations.pending(db):
        checked = db
    elif engine.looks_plain(path):
        # An older file is brought to it in memory first: nothing of a damaged one is changed.
        checked = _copy_in_newest_format(db)
    else:
        return  # the engine copies an encrypted file only into another: it is checked once it was brought to it
    if fault := soundness.first_fault(checked):
        raise unsound(path, fault_words.in_words(checked, fault))


def _bring_to_newest(db: Database, path: Path, password: str, before: Before | None) -> None:
    """Bring a file to the newest format. Raises DamagedFile where one with a password turns out not to be sound."""
    is_older = bool(schema.migrations.pending(db))
    if before and is_older:
        before(path, db.conn, password)
    migrate(db)
    if is_older and password:
        _need_sound(db, path)


def _in_newest_format(db: Database, path: Path, password: str) -> Database:
    """Return the database itself when it has the newest format, else a copy in memory that was brought to it.

    Raises UserError for an older file with a password.
    """
    if not schema.migrations.pending(db):
        return db
    if password:  # the engine copies an encrypted file only into another
        db.conn.close()
        text = _("{name} was made by an older version of this program.").format(name=path.name)
        raise UserError(text, _("Open it for writing once; a copy of it as it is now is kept."))
    copy = _copy_in_newest_format(db)
    db.conn.close()
    return copy


def _copy_in_newest_format(db: Database) -> Database:
    copy = engine.database(engine.connect(":memory:"))
    db.conn.backup(copy.conn)
    migrate(copy)
    return copy


def migrate(db: Database) -> None:
    """Bring a database to the newest format, with every company in its search."""
    with suppress(*engine.kinds("OperationalError")):  # another program reads it: the next time
        db.execute("PRAGMA journal_mode = DELETE")
    if schema.migrations.pending(db):
        schema.migrations.apply(db)
        db.execute(f"PRAGMA user_version = {schema.FORMAT}")
    if adopting.is_needed(db):
        with db.atomic():
            adopting.adopt(db)
    if not search.is_whole(db):
        with db.atomic():
            search.rebuild(db)
