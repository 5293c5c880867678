"""Widths of the columns of a list: as shared out, but none narrower than the longest word in it."""

import re
from collections.abc import Iterable, Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

_PADDING = 8.5
"""The room a cell has at its sides, and a hair."""
_WIDEST = 366
"""Words that are measured, as many as there are days in a year."""
_LONGEST = 30
"""Letters of the longest word that is kept whole."""
_WORD = re.compile(r"[+(]?(?:[\w’'()-]|[.,]?\N{NO-BREAK SPACE})+[.,:;]?")
"""Words, and telephone numbers and days whose spaces part no lines."""


def column_widths(shares: Sequence[float], width: float, *least: Sequence[float]) -> list[float]:
    """Return the widths of columns that together are as wide as this.

    least: what each column needs, then what it needs at least; the first there is room for counts. What narrow ones
    lack is taken from the others, as far as these have it to spare.
    """
    # A hair narrower, for rounding must not make a table wider than its page.
    wanted = [round(width * share / sum(shares) - 0.05, 1) for share in shares]
    needs = next((needs for needs in least if sum(needs) <= sum(wanted)), None)
    if needs is None:
        # Not all can be whole: the words share the room by their lengths.
        return [int(width * need / sum(least[-1]) * 10) / 10 for need in least[-1]]
    lacking = sum(max(need - wide, 0) for need, wide in zip(needs, wanted, strict=True))
    if not lacking:
        return wanted
    kept = 1 - lacking / sum(max(wide - need, 0) for need, wide in zip(needs, wanted, strict=True))
    found = (need if wide < need else need + (wide - need) * kept for need, wide in zip(needs, wanted, strict=True))
    return [int(wide * 10) / 10 for wide in found]


def room_of_words(texts: Iterable[str], font: tuple[str, float]) -> float:
    """Return the room the longest word of texts needs; addresses are parted at their signs and need none."""
    words = {
        word for text in texts for word in re.split(r"[ \n\t]+", text) if len(word) < _LONGEST and _WORD.fullmatch(word)
    }
    # Of the longest by letters one is the widest, also where many are as long, such as days.
    longest = sorted(words, key=len)[-_WIDEST:]
    widest = max((stringWidth(word, *font) for word in longest), default=0)
    return float(-int(-(widest + _PADDING) * 10 // 1) / 10)
