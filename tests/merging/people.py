"""People who work on copies of one mission, each with a clock and a computer of their own."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Event
from missionplanner.domain.mission import Sector, Stop, Venue
from missionplanner.domain.requests import Priority
from missionplanner.messages import message
from missionplanner.store import history, rows
from missionplanner.store.merging import replicas
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import joining
from tests import builders
from tests.builders import interpreter

CLOCKS = (0, -3 * 365 * 24 * 60, 90, 20 * 365 * 24 * 60, -5)
"""How far the clocks of the computers are off, in minutes."""


class Clock(datetime):
    """The time of the computer that somebody works at; it goes on a second whenever somebody looks."""

    offset = timedelta()
    ticks = 0

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "Clock":
        """Return the time."""
        Clock.ticks += 1
        return cls(2026, 1, 5, 9, tzinfo=UTC) + Clock.offset + timedelta(seconds=Clock.ticks)


@contextmanager
def repeatable(seed: int) -> Iterator[None]:
    """Have all that is left to chance and the clock go the same way each time."""
    chance = random.Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        Clock.ticks, Clock.offset = 0, timedelta()
        patch.setattr(history, "datetime", Clock)
        patch.setattr(rows, "os", SimpleNamespace(urandom=chance.randbytes))
        patch.setattr(rows, "time", SimpleNamespace(time_ns=lambda: 1_700_000_000_000_000_000 + Clock.ticks * 10**6))
        yield


def template(path: Path) -> None:
    """Make the small mission that everybody's copy is made of."""
    with builders.small_mission(path, slots=3) as store:
        with store.change(message("More")) as change:
            zone = "America/Monterrey"
            stop = change.insert(Stop(name_en="Monterrey", time_zone=zone, starts=builders.DAY, ends=builders.DAY))
            venue = change.insert(Venue(stop_id=stop, name="Tower"))
            change.insert(interpreter("Iris", languages="en,es"))
            below = change.insert(Sector(code="AE", name_en="Aerospace", parent_id=store.all(Sector)[0].id))
            change.insert(Sector(code="AF", name_en="Airframes", parent_id=below))
            change.insert(
                Event(
                    stop_id=stop, to_venue_id=venue, name_en="Bus", starts=builders.moment(7), ends=builders.moment(8)
                )
            )
        builders.ask(store, ("D1", "C1", Priority.MEET), ("D2", "C1", Priority.MUST_MEET), ("D3", "C2", Priority.MEET))
        builders.meet(store, "D1", "C1", 0, 0)
        builders.meet(store, "D2", "C2", 1, 1)
        store.steps.seal()


class Editor:
    """Somebody with a copy of the mission."""

    def __init__(self, name: str, path: Path, clock: int) -> None:
        self.name, self.path, self.clock = name, path, clock
        self.store = Store.open(path)
        self.kept: Any = None
        """An older copy of the file, to be put back."""

    def works(self) -> Store:
        """Sit down at this person's computer."""
        Clock.offset = timedelta(minutes=self.clock)
        return self.store

    def keep_copy(self, seen: Any) -> None:
        """Put a copy of the file aside, and what the computer remembers of it."""
        target = self.path.with_suffix(".kept")
        self.store.backup(target)
        self.kept = (target.read_bytes(), self._memory(), seen)
        target.unlink()

    def put_back(self, is_new: bool) -> Any:
        """Put the older copy in place of the file; `is_new`: the computer remembers that there was a newer one.

        Returns what was known when the copy was made.
        """
        content, memory, seen = self.kept
        memory_file = self._memory_file()
        self.store.close()
        self.path.write_bytes(content)
        if not is_new and memory is not None:
            memory_file.write_text(memory, encoding="utf-8")
        self.store = Store.open(self.path)
        return seen

    def _memory(self) -> str | None:
        file = self._memory_file()
        return file.read_text(encoding="utf-8") if file.exists() else None

    def _memory_file(self) -> Path:
        return replicas._memory_file(database_of(self.store))

    def company(self, name: str) -> Company:
        """Return a company by name."""
        return next(one for one in self.store.all(Company) if one.name == name)


def bring(one: Editor, other: Editor, both: bool = False) -> int:
    """Merge the copy of the other into that of the one, or both ways; returns how many rows changed."""
    store = one.works()
    changed = joining.write(store, joining.join(store, other.store), message("Merge {name}", name=other.name))
    if both:
        bring(other, one)
    return sum(changed.values())
