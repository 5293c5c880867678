"""The person at this computer: the name they gave once, else the one they are logged in under."""

import getpass
from functools import lru_cache
from pathlib import Path

from missionplanner.i18n import N_, _
from missionplanner.paths import data_folder

NOBODY = N_("somebody")
"""Stands for the name of somebody whose name is not known."""
_LOGINS_OF_NOBODY = frozenset(
    {"root", "admin", "administrator", "administrateur", "administrador", "user", "guest", "nobody"}
)
"""Names of logins that are nobody's."""
_LONGEST = 100
"""The characters of a name that are kept."""


def user_name() -> str:
    """Return the name of the person at this computer, as it is stored; NOBODY where no person's is known."""
    return given_name() or login_name() or NOBODY


def shown_name(stored: str) -> str:
    """Return a stored name of somebody in the language of the screen."""
    return _(stored) if stored == NOBODY else stored


def given_name() -> str:
    """Return the name that was given on this computer; empty while none was."""
    return _read(_place())


def is_known() -> bool:
    """Whether the name of a person is known."""
    return bool(given_name() or login_name())


def login_name() -> str:
    """Return the name of the login; empty where it is nobody's."""
    try:
        name = getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
    return "" if name.casefold() in _LOGINS_OF_NOBODY else name


def give_name(name: str) -> None:
    """Keep a name for this computer; an empty one leaves that of the login."""
    _place().write_text(" ".join(name.split())[:_LONGEST], encoding="utf-8")
    _read.cache_clear()


def _place() -> Path:
    return data_folder() / "name.txt"


@lru_cache
def _read(path: Path) -> str:
    try:
        return " ".join(path.read_text(encoding="utf-8").split())[:_LONGEST]
    except (OSError, UnicodeDecodeError):
        return ""
