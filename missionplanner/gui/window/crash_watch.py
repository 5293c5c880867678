"""Notes where the program was when it dies of what no code catches, for the report offered at the next start."""

import faulthandler
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from missionplanner.paths import data_folder


class CrashWatch:
    """A file Python writes into when the process dies; it is deleted when the program ends as it should.

    Only one window at a time watches: what it finds at its start is of one that died.
    """

    def __init__(self) -> None:
        self._path = data_folder() / "crash.txt"
        self._file: TextIO | None = None

    def begin(self) -> list[str]:
        """Watch from now on; return what the program wrote when it died the last time, if it did."""
        found = _lines(self._path)
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
            with suppress(OSError):
                self._path.unlink()


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return []
