"""The colours new sectors get: apart from one another, and readable in light and dark."""

from collections import Counter
from collections.abc import Iterable

from missionplanner.domain.mission import Sector
from missionplanner.store.store import Store

COLOURS = (
    "#3d6fb4", "#b07a1e", "#5c8a3a", "#a8577e", "#1f8a86", "#8a5fb0", "#c0563f", "#6f7d8c", "#2e8fb0", "#94782f",
    "#4f8a68", "#b0487a",
)  # fmt: skip


def next_colour(store: Store) -> str:
    """Return the first colour that the fewest main sectors have."""
    return least_used(sector.colour for sector in store.all(Sector) if sector.parent_id is None)


def least_used(colours: Iterable[str]) -> str:
    """Return the first colour that comes least often among these."""
    used = Counter(colour.lower() for colour in colours)
    return min(COLOURS, key=lambda colour: used[colour])
