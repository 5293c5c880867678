"""Headings over lists that go on: programs that read pages aloud take a long line for text that was left out there."""

from reportlab.platypus import Paragraph

from missionplanner.pack.flowables import Text
from missionplanner.pack.style import markup

_MOST = 8
"""From so many words on a line is taken for a sentence."""
_FIRST, _LAST = 4, 3
"""Words that are kept at both ends of one."""


class RepeatedHeading(Text):
    """A heading that is whole where its list begins, and cut in its middle where that goes on."""

    shorter = ""
    """The markup that is drawn where the list goes on; empty for all of it."""

    def draw(self) -> None:
        """Draw the words, those that are repeated as decoration."""
        if not (self.shorter and self.canv.is_decorating):
            super().draw()
            return
        short = Paragraph(self.shorter, self.style)
        _wide, high = short.wrap(self.width, self.height)
        short.drawOn(self.canv, 0, self.height - high)


def repeated(text: str, style: object, language: str = "") -> RepeatedHeading:
    """Return a heading over a list."""
    found = RepeatedHeading(markup(text), style, language=language)
    words = text.split()
    if len(words) >= _MOST:
        found.shorter = markup(" ".join([*words[:_FIRST], "…", *words[-_LAST:]]))
    return found
