"""Copies the program made by itself: listed with their content, and put back."""

import shutil
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from missionplanner.errors import DamagedFile, UserError
from missionplanner.i18n import _
from missionplanner.messages import Message
from missionplanner.store.file import copies, engine, opening
from missionplanner.store.file.copies import made_at
from missionplanner.store.store import Store, file_of
from missionplanner.store.tables import FORMER_NAMES
from missionplanner.store.upkeep import erasing, mission_copies
from missionplanner.store.upkeep.mission_copies import MissionCopy
from missionplanner.writing import discard, followed, replacing

COUNTED = ("companies", "people", "requests", "meetings", "events", "outcomes")
"""The tables by whose numbers of rows copies are compared."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy the program kept of a mission file."""

    path: Path
    made_at: datetime
    size: int
    """In bytes."""
    rows: dict[str, int]
    """How many rows it has, by table."""
    last_change: str
    """The label of the last step it holds, in the language of the screen."""
    is_readable: bool = True
    """Whether it opens with the password of the present file."""
    steps: int = 0
    """The number of that last step."""


def keep(store: Store) -> Path | None:
    """Copy the file as it is now to its copies on this computer; None when that cannot be or it is only read."""
    return file_of(store).keep()


def of(path: Path, password: str = "", uid: str = "") -> list[Backup]:
    """Return the copies of a mission on this computer, newest first, also those made where it had another name.

    uid: the mission's; where it is not known it is read from the file.
    """
    uid = uid or mission_copies.uid_of(path, [password]) or ""
    return [_described(one) for one in mission_copies.find(path, uid, [password])]


def _described(copy: MissionCopy) -> Backup:
    path = copy.path
    status = path.stat()
    made = made_at(path) or datetime.fromtimestamp(status.st_mtime).astimezone()
    if copy.password is None:
        return Backup(path, made, status.st_size, {}, "", False)
    try:
        uri = f"{path.absolute().as_uri()}?mode=ro"
        with closing(engine.connect(uri, copy.password, uri=True, timeout=1)) as connection:
            rows = {table: _count(connection, table) for table in COUNTED}
            last = connection.execute("SELECT label, id FROM steps ORDER BY id DESC LIMIT 1").fetchone()
    except engine.kinds("Error", OSError):
        return Backup(path, made, status.st_size, {}, "", False)
    label, steps = (str(Message.read(str(last[0]))), int(last[1])) if last else ("", 0)
    return Backup(path, made, status.st_size, rows, label, steps=steps)


def _count(connection: Any, table: str) -> int:
    """Return how many rows a table of a copy has, by the name it has in the format of the copy."""
    names = (table, FORMER_NAMES.get(table, table))
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN (?, ?)"
    (name,) = connection.execute(sql, names).fetchone() or (table,)
    return int(connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0])


def restore(path: Path, backup: Path, password: str = "") -> Path | None:
    """Put a backup in the place of a mission file, also of a damaged one; what was there is kept beside it.

    Returns the kept copy, or None when there was nothing. Raises UserError when the backup is no mission, somebody has
    the file open, or it has a password and the backup has none; the file is then as before.
    """
    path = followed(path)  # a link stays one, and what was there is kept beside its file
    kept = _put_in_place(path, backup, password)
    _obey(path, password)
    return kept


def _obey(path: Path, password: str) -> None:
    """Erase who was erased since from a copy that was put in place: it brings nobody back."""
    with Store.open(path, password=password) as store:
        erasing.obey(store)


def _put_in_place(path: Path, backup: Path, password: str) -> Path | None:
    with Store.open(backup, read_only=True, password=password) as source:
        if not path.exists():
            source.backup(path)
            return None
        if not source.password and _is_protected(path):
            text = _("{name} has a password, and the backup has none.").format(name=path.name)
            raise UserError(text, _("Put the backup in place as a new file, and give that a password."))
        kept, present = copies.name_before_restoring(path), opening.identity(path)
        try:
            _keep_beside(path, kept, password)
            source.backup(path)
        except BaseException:
            if opening.identity(path) == present:
                discard(kept)  # the file is still there itself
            raise
    return kept


def _is_protected(path: Path) -> bool:
    """Return whether a file, which may be damaged, has a password. Raises UserError where it cannot be read."""
    try:
        return not engine.looks_plain(path) and engine.looks_protected(path)
    except OSError as error:
        raise opening.cannot_read(path, error) from error


def _keep_beside(path: Path, kept: Path, password: str) -> None:
    """Copy what is going to be replaced, also where it is damaged. Raises UserError when the copy cannot be written."""
    try:
        present = Store.open(path, read_only=True, password=password)
    except UserError:
        _copy_as_it_is(path, kept)
        return
    with present:
        try:
            present.backup(kept)
        except DamagedFile:
            _copy_as_it_is(path, kept)


def _copy_as_it_is(path: Path, kept: Path) -> None:
    """Copy a file that does not open, with the journal of what was not finished in it.

    Raises UserError when the copy cannot be written.
    """
    try:
        with replacing(kept) as partial:
            shutil.copy2(path, partial)
        for ending in engine.JOURNALS[:2]:
            journal = path.with_name(f"{path.name}{ending}")
            if journal.is_file():
                shutil.copy2(journal, kept.with_name(f"{kept.name}{ending}"))
    except OSError as error:
        raise opening.cannot_write(kept, error) from error


def restore_as(backup: Path, target: Path, password: str = "") -> None:
    """Put a backup in place as a new file. Raises UserError when there is already one or the backup cannot be read."""
    if target.exists():
        raise UserError(_("There is already a file {name}.").format(name=target.name), _("Choose another name."))
    with Store.open(backup, read_only=True, password=password) as source:
        source.backup(target)
    _obey(target, password)


def newest(path: Path, password: str = "") -> Backup | None:
    """Return the newest copy of a mission file that opens with its password, if there is one."""
    uid = mission_copies.uid_of(path, [password]) or ""
    for copy in mission_copies.find(path, uid, [password]):
        try:
            opening.open_file(copy.path, read_only=True, password=password).conn.close()
        except UserError:
            continue
        return _described(copy)
    return None
