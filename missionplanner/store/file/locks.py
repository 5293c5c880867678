"""The right to write a mission file: one program at a time has it, and says who it is.

It goes by the file, whatever its name: beside the lock file of its name, every lock file says which file it is of, and
this computer has one more for the file itself, which finds it again in another folder.
"""

import json
import os
import platform
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from filelock import FileLock, Timeout

from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.paths import data_folder
from missionplanner.user import user_name

_MOST_BYTES = 2000
"""The longest lock file that is read: more than names of a person and a computer take."""


@dataclass(frozen=True, slots=True)
class Guard:
    """The right to write a file, as long as it is held."""

    by_name: FileLock
    by_file: FileLock | None
    """None where this computer cannot note it."""


@dataclass(frozen=True, slots=True)
class _Holder:
    """The content of a lock file."""

    user: str
    host: str
    file: int
    """The number of the file in its file system, 0 where it is not known."""


def lock(path: Path) -> Guard | None:
    """Take the right to write the file; None when another program has it. The system frees it at a crash."""
    try:
        by_name = _taken(_lock_path(path), path)
    except (Timeout, OSError):
        return None
    # Others may have it under an older name of the file, in its folder, or in another one of this computer.
    with suppress(Timeout, OSError):
        if not _lock_of_other_name(path):
            return Guard(by_name, _taken_by_file(path))
    _free(by_name)
    return None


def renamed(guard: Guard, path: Path) -> Guard | None:
    """Hold the right to write a file on under its new name; None when another program has a file of that name."""
    try:
        by_name = _taken(_lock_path(path), path)
    except (Timeout, OSError):
        return None
    _free(guard.by_name)
    return replace(guard, by_name=by_name)


def for_replacing(target: Path, own: Path) -> Guard | None:
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


def unlock(guard: Guard) -> None:
    """Give the right to write back and delete the lock files."""
    for one in (guard.by_file, guard.by_name):
        if one:
            _free(one)


def holder(path: Path) -> str:
    """Return who has the file for writing, as "ana on lap-12"; empty when nobody can be named."""
    places = (_lock_path(path), _lock_of_other_name(path), _lock_of_file(path))
    found = next((one for place in places if place and (one := _read(place))), None)
    return _("{user} on {host}").format(user=found.user, host=found.host) if found else ""


def _taken(place: Path, path: Path) -> FileLock:
    """Lock a lock file and write into it who has it. Raises Timeout where it is taken, else OSError."""
    # A folder or a pipe in its place: opening it would fail, or wait for ever.
    if place.exists() and not place.is_file():
        raise Timeout(str(place))
    guard = FileLock(place)
    guard.acquire(timeout=0)
    try:
        with place.open("r+b") as file:
            file.seek(1)  # Windows keeps others from reading the first byte, which is the locked one
            file.write(json.dumps([user_name(), platform.node(), str(_number(path))]).encode())
            file.truncate()
    except BaseException:
        _free(guard)
        raise
    return guard


def _taken_by_file(path: Path) -> FileLock | None:
    """Lock the file itself on this computer. Raises Timeout where another program of it has it."""
    place = _lock_of_file(path)
    if place is None:
        return None
    try:
        place.parent.mkdir(exist_ok=True)
        for left in (one for one in _lock_files(place.parent) if one != place):
            _is_held(left)  # deleted where a killed program left it
        return _taken(place, path)
    except OSError as error:
        if isinstance(error, Timeout):
            raise
        return None  # the name alone has to do


def _free(guard: FileLock) -> None:
    """Free a lock and delete its lock file (filelock never locks a file that is gone)."""
    with suppress(OSError):  # its disk may be gone, and the right with it
        if os.name == "posix":
            Path(guard.lock_file).unlink(missing_ok=True)
    with suppress(OSError):
        guard.release()


def _lock_of_other_name(path: Path) -> Path | None:
    """Return the lock file in the file's folder that holds it under another name; None where there is none."""
    number, own = _number(path), _lock_path(path)
    if not number:
        return None
    for place in _lock_files(own.parent):
        found = _read(place) if place != own else None
        if found and found.file == number and _is_held(place):
            return place
    return None


def _lock_files(folder: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from (one for one in folder.iterdir() if one.name.endswith(".lock"))


def _is_held(place: Path) -> bool:
    """Return whether a program holds a lock file; one nobody holds, of a program that was killed, is deleted."""
    guard = FileLock(place)
    try:
        guard.acquire(timeout=0)
    except Timeout:
        return True
    except OSError:
        return False
    _free(guard)
    return False


def _read(place: Path) -> _Holder | None:
    """Return what a lock file says; None where it says nothing that can be read."""
    try:
        if not place.is_file():
            return None
        with place.open("rb") as file:
            file.seek(1)
            user, host, *number = json.loads(file.read(_MOST_BYTES))
        return _Holder(str(user), str(host), int(number[0]) if number else 0)
    except (OSError, ValueError, TypeError, RecursionError):
        return None


def _number(path: Path) -> int:
    """Return the number of a file in its file system: the same under every name, and for every computer."""
    try:
        return path.stat().st_ino
    except OSError:
        return 0


def _lock_of_file(path: Path) -> Path | None:
    """Return the lock file of this computer for the file itself, wherever it lies; None where it has no number."""
    try:
        status = path.stat()
        return data_folder() / "locks" / f"{status.st_dev:x}-{status.st_ino:x}.lock" if status.st_ino else None
    except OSError:
        return None


def _lock_path(path: Path) -> Path:
    """Return the lock file, by the file's real name, so that a link to it leads to the same lock."""
    real = path.resolve()
    return real.with_name(f"{real.name}.lock")
