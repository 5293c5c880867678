"""Pages laid out before they are drawn: pieces at their places, on as many sheets as they need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from missionplanner.pack.flowables import Mark
from missionplanner.pack.typesetting import RuledNotes

INNER = 2 * mm
"""So much wider the inner margin is than the outer one."""
_FULL = 0.62
"""A page filled less than this, as a share of its height, gets lines for notes."""
_NOTES = 70
"""The least room for notes."""
_ENDING = 1.0
"""The most that may be below lines at the end of a page."""


class Sheet(Flowable):  # type: ignore[misc]
    """A page: its pieces with their places, counted from the lower left corner of the frame."""

    def __init__(self, size: tuple[float, float]) -> None:
        super().__init__()
        self.width, self.height = size
        self.pieces: list[tuple[Any, float, float]] = []
        self.left = self.height
        """The room that is left below the lowest piece."""

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The whole frame."""
        # A hair less than the frame, for rounding must not move it to another page.
        return self.width, self.height - 0.5

    def draw(self) -> None:
        """Every piece; on right-hand pages further from the fold."""
        self.canv.inner = INNER
        shift = INNER if self.canv.getPageNumber() % 2 else 0
        for piece, x, y in self.pieces:
            piece.drawOn(self.canv, x + shift, y)

    @property
    def fill(self) -> float:
        """The share of the height down to the lowest piece."""
        return 1 - self.left / self.height

    def put(self, piece: Any, x: float, top: float) -> None:
        """Put a piece that was wrapped below a height."""
        self.pieces.append((piece, x, top - piece.height))
        self.left = min(self.left, top - piece.height)

    def add_notes(self, heading: str) -> None:
        """Fill the rest with lines for notes, where much is left."""
        if self.fill >= _FULL or self.left <= _NOTES:
            return
        last, _x, y = self.pieces[-1] if self.pieces else (None, 0, 0)
        if isinstance(last, RuledNotes) and last.heading and y <= self.left + _ENDING:
            # Lines end where the room for them did: they go on.
            self.pieces.pop()
            longer = RuledNotes(last.heading, y + last.height)
            longer.wrap(last.width, 0)
            self.put(longer, 0, y + last.height)
        else:
            notes = RuledNotes(heading, self.left - 14)
            notes.wrap(self.width, self.left)
            self.put(notes, 0, self.left - 14)


class RunningHead(Flowable):  # type: ignore[misc]
    """The name of a page at its head, where it belongs to no section; it takes no room."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words, self.width, self.height = words, 0, 0

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return no room."""
        return 0, 0

    def draw(self) -> None:
        """Name the page, and those that follow without a section."""
        self.canv.head = self.canv.next_head = self.words


@dataclass
class Flow:
    """Pieces below one another, on as many sheets as they need."""

    size: tuple[float, float]
    sheets: list[Sheet] = field(default_factory=list)
    top: float = 0
    """The height below which the next piece begins."""

    def __post_init__(self) -> None:
        self.new_sheet()

    @property
    def sheet(self) -> Sheet:
        """The one that is being filled."""
        return self.sheets[-1]

    def new_sheet(self) -> None:
        """Go on at the top of another sheet."""
        self.sheets.append(Sheet(self.size))
        self.top = self.size[1]

    def add(self, *pieces: Any, x: float = 0, width: float = 0, gap: float = 0) -> None:
        """Add pieces that stay together where they can; `gap` is left before them except at the top."""
        width = width or self.size[0] - x
        high = sum(piece.wrap(width, self.top)[1] for piece in pieces)
        high += sum(_after(piece) for piece in pieces[:-1] if _is_heading(piece))
        if high + gap > self.top and self.top < self.size[1] and high <= self.size[1]:
            self.new_sheet()
        if self.top < self.size[1]:
            self.top -= gap
        for number, piece in enumerate(pieces):
            self._add(piece, x, width)
            if _is_heading(piece) and number < len(pieces) - 1:
                self.top -= _after(piece)

    def add_all(self, pieces: Iterable[Any], x: float = 0, width: float = 0) -> None:
        """Add pieces one after the other, with the space their styles ask for."""
        waiting: list[Any] = []
        for piece in pieces:
            waiting.append(piece)
            # A heading, or the mark before it, waits for what follows.
            if isinstance(piece, Mark) or getattr(piece, "tag", "") == "H2" or _is_heading(piece):
                continue
            self.add(*waiting, x=x, width=width, gap=_before(waiting))
            self.top -= _after(waiting[-1])
            waiting = []
        self.add(*waiting, x=x, width=width)

    def _add(self, piece: Any, x: float, width: float) -> None:
        _wide, high = piece.wrap(width, self.top)
        if high > self.top:
            parts = piece.split(width, self.top) if self.top > 40 else []
            if len(parts) > 1:
                self._place(parts[0], x, width)
                self.new_sheet()
                for part in parts[1:]:
                    self._add(part, x, width)
                return
            if self.top < self.size[1]:
                self.new_sheet()
                self._add(piece, x, width)
                return
        self._place(piece, x, width)

    def _place(self, piece: Any, x: float, width: float) -> None:
        _wide, piece.height = piece.wrap(width, self.top)
        self.sheet.put(piece, x, self.top)
        self.top -= piece.height


def _is_heading(piece: Any) -> bool:
    return getattr(getattr(piece, "style", None), "name", "") in ("h1", "h2")


def _before(pieces: Sequence[Any]) -> float:
    first = next((one for one in pieces if not isinstance(one, Mark)), None)
    return float(getattr(getattr(first, "style", None), "spaceBefore", 0) or 0)


def _after(piece: Any) -> float:
    return float(getattr(getattr(piece, "style", None), "spaceAfter", 0) or 0)


def height_of(pieces: Iterable[Any], width: float) -> float:
    """The height of pieces below one another."""
    found = 0.0
    for piece in pieces:
        found += piece.wrap(width, 10_000)[1] + _before([piece]) + _after(piece)
    return found


def put_below(sheet: Sheet, pieces: Iterable[Any], left: float, top: float, width: float) -> float:
    """Put pieces below one another from a height on; return where the next would begin."""
    for piece in pieces:
        piece.wrap(width, top)
        sheet.put(piece, left, top)
        top -= piece.height
    return top
