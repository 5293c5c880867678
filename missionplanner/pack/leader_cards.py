"""The cards of days in the leader edition on their pages: half a page each, closer where that takes fewer pages."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from missionplanner.pack.sheets import Flow, height_of
from missionplanner.pack.style import LINE
from missionplanner.pack.typesetting import RuledNotes

GAP = 16
"""Between a card and the line above it."""
_NOTES = 60
"""The least room for notes below a day."""
_ABOVE = 12
"""Between a card and its notes."""
_LEAST = 20
"""The least room below a card without notes."""
Card = list[Any]


class CutLine(Flowable):  # type: ignore[misc]
    """A line between two cards."""

    height = 0.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """No room is taken."""
        self.width = width
        return width, 0

    def draw(self) -> None:
        """Dashes from edge to edge."""
        with self.canv.artifact():
            self.canv.setStrokeColor(LINE)
            self.canv.setLineWidth(0.6)
            self.canv.setDash(4, 4)
            self.canv.line(0, 0, self.width, 0)
            self.canv.setDash()


def laid_out(cards: Sequence[Card], size: tuple[float, float], notes: str) -> list[Flow]:
    """Return the pages of cards in their order; one that needs more than a page has pages of its own."""
    highs = [height_of(card, size[0]) for card in cards]
    half = size[1] / 2
    halves = _shared_out([half if high <= half - GAP else size[1] for high in highs], size[1])
    close = _shared_out([high + _LEAST + GAP for high in highs], size[1] + GAP)
    pages = min(halves, close, key=len)
    return [_page([cards[n] for n in page], [highs[n] for n in page], size, notes) for page in pages]


def _shared_out(needs: Sequence[float], room: float) -> list[list[int]]:
    """Return the numbers of the cards of each page: as many as have what they need."""
    pages: list[list[int]] = []
    left = 0.0
    for number, need in enumerate(needs):
        if not pages or need > left:
            pages.append([])
            left = room
        pages[-1].append(number)
        left -= need
    return pages


def _page(cards: Sequence[Card], highs: Sequence[float], size: tuple[float, float], notes: str) -> Flow:
    flow = Flow(size)
    if len(cards) == 1 and highs[0] > size[1] / 2 - GAP:
        for piece in cards[0]:
            flow.add(piece)
        return flow
    for card, floor in zip(cards, _floors(highs, size[1]), strict=True):
        if card is not cards[0]:
            flow.add(CutLine())
            flow.top -= GAP
        for piece in card:
            flow.add(piece)
        if flow.top - floor > _NOTES:
            flow.add(RuledNotes(notes, flow.top - floor - _ABOVE), gap=6)
        flow.top = floor
    return flow


def _floors(highs: Sequence[float], height: float) -> list[float]:
    """Return where cards of such heights end on a page: in the middle where that does, else with as many notes each."""
    half = height / 2
    if len(highs) <= 2 and max(highs) <= half - GAP:
        return [half, 0][: len(highs)]
    spare = (height - sum(highs) - GAP * (len(highs) - 1)) / len(highs)
    floors = []
    top = height
    for high in highs:
        floors.append(top - high - spare)
        top = floors[-1] - GAP
    return floors
