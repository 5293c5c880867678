"""The lines that say where figures are from, each a link to the page that says so, and what they stay with."""

from collections.abc import Sequence
from typing import Any

from reportlab.platypus import Flowable

from missionplanner.pack.delegate_content import Block, MarketChart
from missionplanner.pack.typesetting import NOTE, Lined, leading_to


def below(chart: MarketChart) -> list[Lined]:
    """Return the lines that say how a chart counts, and where its figures are from."""
    leads = dict(zip(chart.sources, chart.links, strict=False))
    said = dict(zip(chart.sources, chart.named_in, strict=False))
    found = []
    for line in chart.below:
        lined = leading_to(leads.get(line, ""), Lined(line, NOTE))
        lined.said = said.get(line, ())
        found.append(lined)
    return found


def note_piece(block: Block, language: str) -> Lined:
    """A note below a text of the mission."""
    found = leading_to(block.link, Lined(block.text, NOTE))
    found.language = language
    return found


_SHORT = 900
"""Letters of a paragraph that its notes never leave."""


def add_note(found: list[Any], note: Lined, before: str) -> None:
    """Add a note to the pieces of a text; it stays with the last words, unless these are long enough to be parted."""
    if not found or len(before) > _SHORT:
        found.append(note)
        return
    note.before = 4
    last = found[-1]
    found[-1] = Together([*last.pieces, note] if isinstance(last, Together) else [last, note])


class Together(Flowable):  # type: ignore[misc]
    """Pieces below one another that stay on one page."""

    def __init__(self, pieces: Sequence[Any]) -> None:
        super().__init__()
        self.pieces = list(pieces)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As high as its pieces."""
        self.width, self.height = width, float(sum(piece.wrap(width, 0)[1] for piece in self.pieces))
        return width, self.height

    def draw(self) -> None:
        """The pieces below one another."""
        y = self.height
        for piece in self.pieces:
            y -= piece.height
            piece.drawOn(self.canv, 0, y)
