"""Pages for the printer on the desk."""

from collections.abc import Callable
from dataclasses import dataclass

from missionplanner.store.store import Store


@dataclass(frozen=True, slots=True)
class PaperPages:
    """Pages as PDF, and what is noted once all of them are on paper."""

    content: bytes
    sides: int
    """The number of pages that have to be printed before it is noted."""
    note: Callable[[Store], None]
