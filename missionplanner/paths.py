"""Where the program's own resources and the user's data of this computer are."""

import os
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of icons, fonts, translations and example missions.

    In a checkout it stands beside the package; in an installed wheel inside it.
    """
    inside = PACKAGE / "_resources"
    return inside if inside.is_dir() else PACKAGE.parent / "resources"


def data_folder() -> Path:
    """The folder for the log and the backups on this computer, made when missing."""
    folder = user_data_path("missionplanner", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def cache_folder() -> Path:
    """The folder for what can be made again on this computer; it need not exist."""
    return user_cache_path("missionplanner", appauthor=False)


def safe_name(text: str, fallback: str = "file") -> str:
    """`text` as a file name that Windows, macOS and Linux accept, without path, markup or control characters.

    Letters of any script stay; reserved device names get a trailing underscore; at most 80 characters.
    """
    kept = "".join(c if c.isalnum() or c in " -_.,()" else " " for c in text if c.isprintable())
    name = " ".join(kept.split()).strip(" .-")[:80].strip(" .-") or fallback
    return f"{name}_" if name.split(".")[0].upper() in _RESERVED else name


_RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{d}{n}" for d in ("COM", "LPT") for n in range(1, 10))}


def free_path(folder: Path, name: str, ending: str) -> Path:
    """A path in the folder for a file of this name (made safe) and ending (".pdf") where there is none yet."""
    numbers = ("", *(f" {number}" for number in range(2, 10_000)))
    return next(path for n in numbers if not os.path.lexists(path := folder / f"{safe_name(name)}{n}{ending}"))
