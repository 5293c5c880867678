"""Settings of this computer (not of the mission): a table, kept by Qt."""

import atexit
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings

from missionplanner.i18n import N_
from missionplanner.unfinished import temporary_folder
from missionplanner.writing import followed

MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting of this computer."""

    key: str
    default: Any
    """Its value until somebody sets it."""
    text: str
    """Its purpose, marked with N_."""


SETTINGS = (
    Setting("language", "", N_("Language of the screen")),
    Setting("theme", "system", N_("Light or dark")),
    Setting("recent", [], N_("Recent files")),
    Setting("organiser", "", N_("Organiser of the last new mission")),
    Setting("home_country", "", N_("Home country of the last new mission")),
    Setting("news_seen", "", N_("Version whose news were read")),
    Setting("geometry", None, N_("Place of the window")),
    Setting("dialogs", [], N_("Places of dialogs")),
    Setting("pack_spreads", True, N_("Whether packs are shown as they lie open")),
    Setting("pack_language", "", N_("Language packs are printed in")),
    Setting("company_columns", [], N_("Columns shown of the companies")),
    Setting("people_columns", [], N_("Columns shown of the people")),
    Setting("relationship_columns", [], N_("Columns shown of the relationships")),
    Setting("relationship_tab", "board", N_("Tab of the relationships shown first")),
    Setting("request_columns", [], N_("Columns shown of the requests")),
    Setting("tables", {}, N_("Columns of tables as they were left")),
    Setting("company_part", "people", N_("Part of the page of a company shown first")),
    Setting("reviewer", "", N_("Name under which reviews are given")),
    Setting("letter_own_address", "", N_("Address letters are tried out on")),
    Setting("letter_folder", "", N_("Folder letters are written into")),
    Setting("import_folder", "", N_("Folder of the file imported last")),
    Setting("form_folder", "", N_("Folder forms are written into")),
    Setting("missions_folder", "", N_("Folder of earlier missions")),
    Setting("large_type", False, N_("Large type on the day")),
    Setting("pack_folder", "", N_("Folder packs are printed into")),
    Setting("copy_folder", "", N_("Folder copies for cities are made in")),
    Setting("city_copies", [], N_("Copies taken for cities")),
)
_DEFAULTS = {setting.key: setting.default for setting in SETTINGS}


def read(key: str) -> Any:
    """Return the value of a setting. Raises KeyError for one that is not in the table."""
    value = _store().value(key, _DEFAULTS[key])
    if isinstance(_DEFAULTS[key], dict):
        return value if isinstance(value, dict) else {}
    if isinstance(_DEFAULTS[key], list):
        return [value] if isinstance(value, str) else list(value) if isinstance(value, list | tuple) else []
    return value


def write(key: str, value: Any) -> None:
    """Set a setting. Raises KeyError for one that is not in the table."""
    if key not in _DEFAULTS:
        raise KeyError(key)
    _store().setValue(key, value)


def remember_file(path: Path) -> None:
    """Put a file at the head of the recent ones; a link as the file it means."""
    text = str(followed(path).resolve())
    others = [known for known in read("recent") if known != text]
    write("recent", [text, *others][:MOST_RECENT])


def recent_files() -> list[Path]:
    """Return the recent files that still exist, newest first."""
    return [path for path in map(Path, read("recent")) if path.is_file()]


@cache
def scratch_folder() -> Path:
    """Return a folder only this user can read, for files that are only viewed; it is deleted when the program ends."""
    end = ExitStack()
    atexit.register(end.close)
    return end.enter_context(temporary_folder())


def forget_views() -> list[Path]:
    """Delete the files that were made to be viewed in another program; return those that cannot be deleted."""
    left = []
    for path in scratch_folder().glob("*.pdf"):
        try:
            path.unlink()
        except OSError:
            left.append(path)
    return left


def _store() -> QSettings:
    return QSettings("missionplanner", "missionplanner")
