"""The right to write a mission file: one program at a time has it, and says who it is."""

import json
import os
import socket
from contextlib import suppress
from pathlib import Path

from filelock import FileLock, Timeout

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.user import user_name


def lock(path: Path) -> FileLock | None:
    """Take the right to write the file; None when another program has it. The system frees it at a crash."""
    # A folder or a pipe in its place: opening it would fail, or wait for ever.
    if _lock_path(path).exists() and not _lock_path(path).is_file():
        return None
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


def for_replacing(target: Path, own: Path) -> FileLock | None:
    """Take the right to put another file in the place of `target`; None where there is none yet.

    Raises UserError when the target is the open file itself or somebody has it open.
    """
    if target.resolve() == own.resolve():
        raise UserError(_("This is the open mission itself."), _("Choose another name for the copy."))
    if not target.exists():
        return None
    guard = lock(target)
    if guard is None:
        text = _("{name} is open in another program.").format(name=target.name)
        raise UserError(text, _("{holder} has it; close it there first.").format(holder=holder(target)))
    return guard


def unlock(guard: FileLock) -> None:
    """Give the right to write back and delete the lock file (filelock never locks a file that is gone)."""
    with suppress(OSError):  # its disk may be gone, and the right with it
        if os.name == "posix":
            Path(guard.lock_file).unlink(missing_ok=True)
    with suppress(OSError):
        guard.release()


def holder(path: Path) -> str:
    """Return who has the file for writing, as "ana on lap-12"; empty when nobody can be named."""
    if not _lock_path(path).is_file():
        return ""
    try:
        with _lock_path(path).open("rb") as file:
            file.seek(1)
            user, host = json.loads(file.read())
    except (OSError, ValueError):
        return ""
    return _("{user} on {host}").format(user=user, host=host)


def _lock_path(path: Path) -> Path:
    """Return the lock file, by the file's real name, so that a link to it leads to the same lock."""
    real = path.resolve()
    return real.with_name(f"{real.name}.lock")
