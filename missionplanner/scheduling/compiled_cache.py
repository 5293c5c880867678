"""Where the compiled search is kept on this computer, and whether it is there: known without loading numba."""

import hashlib
from functools import lru_cache
from pathlib import Path

from missionplanner.paths import cache_folder

_COMPILED = ("kernel.py", "chains.py", "annealing.py", "construction.py")
"""The modules that are compiled together."""


@lru_cache
def _digest() -> str:
    sources = (Path(__file__).with_name(name).read_bytes() for name in _COMPILED)
    return hashlib.sha256(b"".join(sources)).hexdigest()[:16]


def folder() -> Path:
    """Return the folder of what was compiled from the modules as they are now."""
    return cache_folder() / "compiled" / _digest()


def is_filled() -> bool:
    """Whether everything was compiled on this computer."""
    return (folder() / "complete").is_file()


def mark() -> None:
    """Note that everything was compiled; on a disk that cannot be written it is compiled again each time."""
    try:
        folder().mkdir(parents=True, exist_ok=True)
        (folder() / "complete").touch()
    except OSError:
        return
