"""Passwords of databases: kept while the program runs, never in a file; PGPASSFILE of the library works, too."""

import os

VARIABLE = "MISSIONPLANNER_DATABASE_PASSWORD"
"""The variable that holds the password for the command line."""

_KNOWN: dict[str, str] = {}


def remember(address: str, password: str) -> None:
    """Remember the password of a database until the program ends."""
    _KNOWN[address] = password


def known(address: str) -> str:
    """Return the password of a database; empty where none was given."""
    return _KNOWN.get(address) or os.environ.get(VARIABLE, "")
