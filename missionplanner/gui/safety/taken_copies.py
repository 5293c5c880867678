"""The copies for cities this computer made, kept among its settings until they are forgotten."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from missionplanner.gui import settings

_KEPT = 50
"""Copies that are remembered, the newest first."""


@dataclass(frozen=True, slots=True)
class TakenCopy:
    """A copy made for a city."""

    mission: str
    """The uid of the mission."""
    city: str
    path: str
    taken_at: str
    """In ISO 8601, with the zone."""

    @property
    def is_there(self) -> bool:
        """Whether its file can be reached now."""
        return Path(self.path).is_file()

    @property
    def when(self) -> datetime:
        """The time it was made."""
        return datetime.fromisoformat(self.taken_at)


def remember(mission: str, city: str, path: Path) -> None:
    """Remember a copy that was just made, before the others."""
    made = TakenCopy(mission, city, str(path), datetime.now().astimezone().isoformat(timespec="seconds"))
    others = [one for one in _all() if one.path != made.path]
    settings.write("city_copies", [json.dumps(asdict(one)) for one in [made, *others][:_KEPT]])


def of(mission: str) -> list[TakenCopy]:
    """Return the copies made of a mission, newest first."""
    return [one for one in _all() if one.mission == mission]


def _all() -> list[TakenCopy]:
    return [one for text in settings.read("city_copies") if (one := _read(text))]


def _read(text: str) -> TakenCopy | None:
    """Return a copy as it was remembered; None where the settings hold something else."""
    try:
        found = TakenCopy(**json.loads(text))
        datetime.fromisoformat(found.taken_at)
    except (ValueError, TypeError):
        return None
    return found
