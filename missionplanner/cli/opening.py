"""The mission file a command works on."""

import argparse
import os

from missionplanner import unfinished
from missionplanner.cli import output
from missionplanner.jobs.safety.in_the_open import unfinished_text
from missionplanner.store.store import Store
from missionplanner.store.upkeep import erasing, passwords


def password() -> str:
    """Return the password of MISSIONPLANNER_PASSWORD, which other users do not see in a list of processes."""
    return os.environ.get("MISSIONPLANNER_PASSWORD", "")


def opened(arguments: argparse.Namespace, read_only: bool = False) -> Store:
    """Open the mission file that was typed; who was erased in a newer copy of it is erased in this one too.

    Copies of it that lie in the open although it has a password are encrypted, or named. Raises UserError when it does
    not open.
    """
    store = Store.open(arguments.file, read_only, password())
    if number := erasing.obey(store):
        output.warn(erasing.erased_again_words(number))
    for one in passwords.cover(store):
        output.warn(f"{one.path}: {one.reason}")
    if left := [str(path) for path in unfinished.sweep() if path.exists()]:
        output.warn("\n".join([unfinished_text(), *left]))
    return store
