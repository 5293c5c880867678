"""The mission file a command works on."""

import argparse
import os

from missionplanner.store.store import Store


def password() -> str:
    """What files with a password are opened with: MISSIONPLANNER_PASSWORD, which other users do not see in a list."""
    return os.environ.get("MISSIONPLANNER_PASSWORD", "")


def opened(arguments: argparse.Namespace, read_only: bool = False) -> Store:
    """The mission file that is named; raises UserError where it does not open."""
    return Store.open(arguments.file, read_only, password())
