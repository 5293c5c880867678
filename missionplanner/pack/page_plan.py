"""The page plan of a delegate's pack: 12, 16 or 20 pages, stapled, with the week and the list in the middle."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from missionplanner.pack.sheets import Sheet

SHORTEST = 12
"""The pages of a pack with few meetings."""
_FEW, _MANY = 3, 10
"""Up to `_FEW` meetings make the shortest pack; from `_MANY` on three may share a page."""
_SHEET = 4
"""So many pages are on a folded sheet of paper."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The pages of a pack by what they are for; each group stays together."""

    front: list[Sheet]
    """The inside of the cover."""
    days: list[Sheet]
    hub: list[Sheet]
    """The week and the list of meetings."""
    meetings: list[Sheet]
    info: list[list[Sheet]]
    tail: list[Sheet]
    """The inside of the back cover, and the back."""

    @property
    def pages(self) -> int:
        """Of all of them, with the cover."""
        whole = (self.front, self.days, self.hub, self.meetings, self.tail, *self.info)
        return 1 + sum(map(len, whole))


def smallest(meetings: int, make: Callable[[int, bool, bool], Parts]) -> tuple[Parts, int]:
    """The parts that need the fewest sheets of paper, and how many pages these have.

    make: the parts with so many meetings a page, short texts on pages they share, and days as close as they can be.
    Of plans as short as one another the roomier one is taken.
    """
    each = (2,) if _FEW < meetings < _MANY else (2, 3)
    rooms = ((False, False), (True, False), (True, True))
    best: tuple[Parts, int] | None = None
    for room, number in product(rooms, each):
        parts = make(number, *room)
        pages = max(-(-parts.pages // _SHEET) * _SHEET, SHORTEST)
        if best is None or pages < best[1]:
            best = parts, pages
        if pages == SHORTEST:
            break
    assert best is not None
    return best


def ordered(parts: Parts, pages: int, spare: Callable[[int], list[list[Sheet]]]) -> list[Sheet]:
    """The pages after the cover in order; `spare` makes groups for so many pages that are left.

    Where it can be, the week begins the middle spread, which opens by itself; else a spread further in front.
    """
    loose = [*parts.info, *spare(pages - parts.pages)]
    wanted = pages // 2 - 2 - len(parts.front) - len(parts.days)
    before = _first(loose, wanted)
    if before is None:
        return _with_hub_in_front(parts, loose)
    return [
        *parts.front, *parts.days, *_flat(loose[:before]), *parts.hub, *parts.meetings, *_flat(loose[before:]),
        *parts.tail,
    ]  # fmt: skip


def _first(groups: Sequence[list[Sheet]], wanted: int) -> int | None:
    """How many of the first groups have together so many pages; None where none do."""
    return next((n for n in range(len(groups) + 1) if sum(map(len, groups[:n])) == wanted), None)


def _with_hub_in_front(parts: Parts, loose: list[list[Sheet]]) -> list[Sheet]:
    """Days and what else fits, so that the week is a left-hand page with the list beside it."""
    start = 2 + len(parts.front)
    before = next((n for n in range(len(loose) + 1) if (start + sum(map(len, loose[:n]))) % 2 == 0), 0)
    return [
        *parts.front, *_flat(loose[:before]), *parts.hub, *parts.days, *parts.meetings, *_flat(loose[before:]),
        *parts.tail,
    ]  # fmt: skip


def _flat(groups: Iterable[list[Sheet]]) -> list[Sheet]:
    return [sheet for group in groups for sheet in group]
