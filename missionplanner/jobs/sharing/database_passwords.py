"""Passwords of databases: known while the program runs, kept in the keychain where one is asked to, never in a file.

PGPASSFILE of the library works, too.
"""

import os

from missionplanner.sharing import keychain

VARIABLE = "MISSIONPLANNER_DATABASE_PASSWORD"
"""The variable that holds the password for the command line."""

_KNOWN: dict[str, str] = {}


def remember(address: str, password: str, keep: bool = False) -> None:
    """Remember the password of a database until the program ends.

    keep: also in the keychain of this computer; without it, none is kept there any more.
    """
    _KNOWN[address] = password
    if not keep or not keychain.keep(address, password):
        keychain.forget(address)


def known(address: str) -> str:
    """Return the password of a database; empty where none was given."""
    if address not in _KNOWN:
        # Asked once: a computer that follows asks every other second.
        _KNOWN[address] = keychain.kept(address)
    return _KNOWN[address] or os.environ.get(VARIABLE, "")


def forget(address: str) -> None:
    """Know the password of a database no longer, nor keep it."""
    _KNOWN.pop(address, None)
    keychain.forget(address)


def can_keep() -> bool:
    """Return whether this computer has a keychain."""
    return keychain.is_there()
