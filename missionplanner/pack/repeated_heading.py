"""Headings over lists that go on: programs that read pages aloud take a long line for text that was left out there."""

import re
from collections.abc import Iterator

from reportlab.platypus import Paragraph

from missionplanner.pack.flowables import Text
from missionplanner.pack.style import markup

_MOST, _MOST_SMALL = 8, 4
"""A line of so many words, of which so many begin with a small letter, is taken for a sentence."""
_FIRST, _LAST = 4, 3
"""Words that are kept at both ends of a heading without parts."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_BETWEEN = re.compile(r"(?:, | – | · )")
"""The signs between the parts of a heading."""


class RepeatedHeading(Text):
    """A heading that is whole where its list begins, and shorter where that goes on and a line were a sentence."""

    shorter = ""
    """The markup that is drawn where a line is one; empty for all of it."""

    def draw(self) -> None:
        """Draw the words, those that are repeated as decoration."""
        if not (self.shorter and self.canv.is_decorating and any(map(is_sentence, self._lines()))):
            super().draw()
            return
        short = Paragraph(self.shorter, self.style)
        _wide, high = short.wrap(self.width, self.height)
        short.drawOn(self.canv, 0, self.height - high)

    def _lines(self) -> list[str]:
        """The words of each line it is drawn on."""
        if self.blPara.kind == 0:
            return [" ".join(words) for _room, words in self.blPara.lines]
        return ["".join(fragment.text for fragment in line.words) for line in self.blPara.lines]


def is_sentence(line: str) -> bool:
    """Whether a line that is left out is taken for one that should be read."""
    words = _WORD.findall(line)
    return len(words) >= _MOST and sum(word[0].islower() for word in words) >= _MOST_SMALL


def shortened(text: str) -> str:
    """Return a heading without what stands in its middle, or behind its colon; empty where it may be whole.

    Its parts are kept whole where it has some.
    """
    if not is_sentence(text):
        return ""
    before, colon, _after = text.partition(": ")
    if colon:
        return f"{before} …"
    words = text.split()
    return next(_without_middle(text), " ".join([*words[:_FIRST], "…", *words[-_LAST:]]))


def _without_middle(text: str) -> Iterator[str]:
    """Yield the heading without parts in its middle, the fewest first, as long as it is no sentence."""
    between = list(_BETWEEN.finditer(text))
    for fewer in range(1, len(between)):
        first = (len(between) - fewer) // 2
        found = f"{text[: between[first].start()]} … {text[between[first + fewer].end() :]}"
        if not is_sentence(found):
            yield found


def repeated(text: str, style: object, language: str = "") -> RepeatedHeading:
    """Return a heading over a list."""
    found = RepeatedHeading(markup(text), style, language=language)
    found.shorter = markup(shortened(text))
    return found
