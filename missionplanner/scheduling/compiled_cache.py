"""Where the compiled search is kept on this computer, and whether it is there: known without loading numba."""

import hashlib
from functools import lru_cache
from pathlib import Path

from missionplanner.paths import cache_folder
from missionplanner.scheduling import compiled_library

COMPILED = ("kernel.py", "pricing.py", "chains.py", "annealing.py", "construction.py")
"""The modules that are compiled together."""


@lru_cache
def digest() -> str:
    """Return what tells the modules that are compiled from those of another version."""
    sources = (Path(__file__).with_name(name).read_bytes() for name in COMPILED)
    return hashlib.sha256(b"".join(sources)).hexdigest()[:16]


def folder() -> Path:
    """Return the folder of what was compiled from the modules as they are now."""
    return cache_folder() / "compiled" / digest()


def library() -> Path | None:
    """Return the library that comes with the program, made from the modules as they are now; None if there is none."""
    path = Path(__file__).with_name(compiled_library.name(digest()))
    return path if path.is_file() else None


def is_filled() -> bool:
    """Whether everything is compiled: it came with the program, or was compiled on this computer."""
    return library() is not None or (folder() / "complete").is_file()


def mark() -> None:
    """Note that everything was compiled; on a disk that cannot be written it is compiled again each time."""
    if library() is not None:
        return
    try:
        folder().mkdir(parents=True, exist_ok=True)
        (folder() / "complete").touch()
    except OSError:
        return
