"""Copies of a mission for its cities: one a laptop, brought back by merging."""

from itertools import count as numbers
from pathlib import Path

from missionplanner.domain.mission import Stop
from missionplanner.i18n import current
from missionplanner.paths import safe_name
from missionplanner.store.store import Store


def target(store: Store, stop: Stop, folder: Path) -> Path:
    """Return where a copy for a city is made: under a name no file has, as an earlier copy may hold work."""
    name = f"{store.path.stem} – {safe_name(stop.name(current().language))}"
    names = (f"{name}.mission" if n == 1 else f"{name} {n}.mission" for n in numbers(1))
    return next(folder / one for one in names if not (folder / one).exists())


def take(store: Store, stop: Stop, folder: Path) -> Path:
    """Make a copy for a city, with the password of the mission; returns it.

    Raises UserError where it cannot be written.
    """
    found = target(store, stop, folder)
    store.backup(found)
    return found
