"""Notes where the program was when it dies of what no code catches, for the report offered at the next start."""

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QLockFile

from missionplanner.paths import data_folder

_MOST = 8
"""So many windows at a time are watched."""


class CrashWatch:
    """A file Python writes into when the process dies; it is deleted when the program ends as it should.

    Each window that runs holds the lock of a file of its own: what is found in one nobody holds is of one that died.
    """

    def __init__(self) -> None:
        self._path = Path()
        self._lock: QLockFile | None = None
        self._file: TextIO | None = None

    def begin(self) -> list[str]:
        """Watch from now on; return what the program wrote when it died the last time, if it did."""
        found: list[str] = []
        for number in range(_MOST):
            path = data_folder() / (f"crash-{number + 1}.txt" if number else "crash.txt")
            if (self._lock is None or path.is_file()) and (lock := _locked(path)):
                found = found or _lines(path)  # of several that died the first is reported
                if self._lock is None:
                    self._path, self._lock = path, lock
                else:
                    _forget(path)
        if self._lock is not None:
            with suppress(OSError):  # without room for it a crash leaves nothing
                self._file = self._path.open("w", encoding="utf-8")
                faulthandler.enable(self._file)
        return found

    def end(self) -> None:
        """Watch no longer: the program ends as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            _forget(self._path)
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def _locked(path: Path) -> QLockFile | None:
    """Return the lock of a file; None where a window that runs has it."""
    lock = QLockFile(str(path.with_suffix(".lock")))
    lock.setStaleLockTime(0)  # one that is held for days is not stale
    return lock if lock.tryLock(0) else None


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []


def _forget(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
