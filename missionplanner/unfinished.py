"""Files being written, noted on this computer, so that those a killed program left are found, and deleted or named."""

import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from missionplanner.paths import data_folder

JOURNALS = ("-journal", "-wal", "-shm")
"""Endings of the files SQLite may have beside one it writes."""
LONG = 60 * 60
"""Seconds after which nobody is writing a file any more."""
_OURS = re.compile(r"\.[0-9a-f]{16}\.part|\.packs-\w+|missionplanner-\w+")
"""The names of temporary files and folders of this program: a note never has anything else deleted."""


def temporary_name() -> str:
    """Return the name of a temporary file, which nobody can guess."""
    return f".{secrets.token_hex(8)}.part"


@contextmanager
def noted(path: Path) -> Iterator[None]:
    """Note a temporary file or folder of this program as long as it is there."""
    guard = _note(path)
    try:
        yield
    finally:
        if guard:
            _forget(guard, is_gone=not os.path.lexists(path))


@contextmanager
def temporary_folder(prefix: str = "missionplanner-", parent: Path | None = None) -> Iterator[Path]:
    """Yield a folder that only this user can read and that is deleted at the end. Raises OSError when there is none.

    prefix: "missionplanner-" or ".packs-", by which it is known afterwards as one of this program.
    """
    # In a folder of the user's the name is noted before there is anything of it.
    folder = parent / f"{prefix}{secrets.token_hex(8)}" if parent else Path(tempfile.mkdtemp(prefix=prefix))
    with noted(folder):
        folder.mkdir(mode=0o700, exist_ok=parent is None)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def sweep(folder: Path | None = None) -> list[Path]:
    """Delete what programs left that were killed; return what cannot be deleted, or whose disk is not there.

    folder: here also what was left by other computers, which shows in nobody having written it for an hour.
    """
    if folder:
        _clear(folder)
    try:
        notes = sorted(_folder().glob("*.note"))
    except OSError:
        return []
    return [path for note in notes if (path := _swept(note))]


def _clear(folder: Path) -> None:
    """Delete temporary files and folders of this program that nobody has written for an hour."""
    with suppress(OSError):
        for path in folder.iterdir():
            if _OURS.fullmatch(path.name) and path.lstat().st_mtime < time.time() - LONG:
                _delete(path)


def _swept(note: Path) -> Path | None:
    """Delete what a note names, and the note; return what cannot be deleted."""
    guard = FileLock(note)
    try:
        guard.acquire(timeout=0)
    except (Timeout, OSError):
        return None  # the program that wrote it is at work
    path = _read(note)
    is_gone = path is None or _delete(path)
    _forget(guard, is_gone)
    return None if is_gone else path


def _delete(path: Path) -> bool:
    """Delete a temporary file with its journals, or a folder; return whether it is gone."""
    try:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        for ending in ("", *JOURNALS):
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)
        # A disk may be away; a temporary folder that was deleted before took its files along.
        return path.parent.is_dir() or bool(_OURS.fullmatch(path.parent.name))
    except OSError:
        return False


def _note(path: Path) -> FileLock | None:
    """Note a path as long as the guard is held; None where that cannot be, which does not stop the work."""
    guard = None
    try:
        _folder().mkdir(exist_ok=True)
        guard = FileLock(_folder() / f"{secrets.token_hex(8)}.note")
        guard.acquire(timeout=0)
        with Path(guard.lock_file).open("r+b") as file:
            file.seek(1)  # Windows keeps others from reading the first byte, which is the locked one
            file.write(os.fsencode(path.absolute()))
    except (Timeout, OSError):
        if guard:
            _forget(guard, is_gone=True)
        return None
    return guard


def _read(note: Path) -> Path | None:
    """Return the path a note names; None where it names nothing of this program."""
    try:
        path = Path(os.fsdecode(note.read_bytes()[1:]))
    except OSError:
        return None
    return path if path.is_absolute() and _OURS.fullmatch(path.name) else None


def _forget(guard: FileLock, is_gone: bool) -> None:
    """Free a note, and delete it where what it names is gone."""
    with suppress(OSError):
        guard.release()
        if is_gone:
            Path(guard.lock_file).unlink(missing_ok=True)


def _folder() -> Path:
    return data_folder() / "unfinished"
