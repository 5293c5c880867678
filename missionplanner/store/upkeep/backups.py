"""Copies the program made by itself: what is in them, and putting one back."""

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.store.file import copies, engine
from missionplanner.store.file import opening as database
from missionplanner.store.file.copies import folder_of, made_at
from missionplanner.store.store import Store
from missionplanner.writing import replacing

COUNTED = ("companies", "delegates", "requests", "meetings", "events", "outcomes")
"""The tables by whose numbers of rows copies are compared."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy: when it was made, its size in bytes, rows by table, and the last change it holds.

    is_readable: whether it opens (with the password of the present file). steps: the number of that last change.
    """

    path: Path
    made_at: datetime
    size: int
    rows: dict[str, int]
    last_change: str
    is_readable: bool = True
    steps: int = 0


def keep(store: Store) -> Path | None:
    """Copy the file as it is now to the copies on this computer, or None when that cannot be or it is only read."""
    return None if store.read_only else copies.keep(store.path, store.connection, store.password)


def of(path: Path, password: str = "") -> list[Backup]:
    """The copies of a mission file, newest first."""
    return [_look(one, password) for one in sorted(folder_of(path).glob("*.mission"), reverse=True)]


def _look(path: Path, password: str) -> Backup:
    status = path.stat()
    made = made_at(path) or datetime.fromtimestamp(status.st_mtime).astimezone()
    try:
        is_plain = engine.looks_plain(path)
        connection = engine.connect(
            f"{path.resolve().as_uri()}?mode=ro", "" if is_plain else password, uri=True, timeout=1
        )
        try:
            rows = {table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in COUNTED}
            last = connection.execute("SELECT label, id FROM steps ORDER BY id DESC LIMIT 1").fetchone()
        finally:
            connection.close()
    except engine.kinds("Error", OSError):
        return Backup(path, made, status.st_size, {}, "", False)
    return Backup(path, made, status.st_size, rows, str(last[0]) if last else "", steps=int(last[1]) if last else 0)


def restore(path: Path, backup: Path, password: str = "") -> Path | None:
    """Put a backup in the place of a mission file, also of a damaged one; what was there is kept beside it.

    Returns the kept copy, None when there was nothing. Raises UserError when the backup is no mission or somebody has
    the file open; the file is then as before.
    """
    path = path.resolve()  # a link stays one
    with Store.open(backup, read_only=True, password=password) as source:
        if not path.exists():
            source.backup(path)
            return None
        if not source.password and not engine.looks_plain(path) and engine.looks_protected(path):
            text = _("{name} has a password, and the backup has none.").format(name=path.name)
            raise UserError(text, _("Put the backup in place as a new file, and give that a password."))
        kept = copies.name_before_restoring(path)
        try:
            with Store.open(path, read_only=True, password=password) as present:
                present.backup(kept)
        except UserError:
            _copy_as_it_is(path, kept)
        source.backup(path)
    return kept


def _copy_as_it_is(path: Path, kept: Path) -> None:
    """Copy a file that does not open, with the journal of what was not finished in it."""
    with replacing(kept) as partial:
        shutil.copy2(path, partial)
    for ending in engine.JOURNALS[:2]:
        journal = path.with_name(f"{path.name}{ending}")
        if journal.exists():
            shutil.copy2(journal, kept.with_name(f"{kept.name}{ending}"))


def restore_as(backup: Path, target: Path, password: str = "") -> None:
    """Put a backup in place as a new file; raises UserError when there is already one or it cannot be read."""
    if target.exists():
        raise UserError(_("There is already a file {name}.").format(name=target.name), _("Choose another name."))
    with Store.open(backup, read_only=True, password=password) as source:
        source.backup(target)


def newest(path: Path, password: str = "") -> Backup | None:
    """The newest copy of a mission file that opens with the password it has, if there is one."""
    for one in sorted(folder_of(path).glob("*.mission"), reverse=True):
        try:
            database.open_file(one, read_only=True, password=password).conn.close()
        except UserError:
            continue
        return _look(one, password)
    return None
