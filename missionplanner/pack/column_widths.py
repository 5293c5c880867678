"""Widths of the columns of a list: as shared out, but none narrower than the longest word of its heading."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

_PADDING = 8.5
"""The room a cell has at its sides, and a hair."""


def column_widths(
    headings: Sequence[str], shares: Sequence[float], width: float, font: tuple[str, float]
) -> list[float]:
    """Return the widths of columns that together are as wide as this; font: name and size of the headings.

    What narrow ones need is taken from the others, as far as these have it to spare.
    """
    # A hair narrower, for rounding must not make a table wider than its page.
    wanted = [round(width * share / sum(shares) - 0.05, 1) for share in shares]
    least = [_longest_word(heading, font) for heading in headings]
    lacking = sum(max(need - wide, 0) for need, wide in zip(least, wanted, strict=True))
    spare = sum(max(wide - need, 0) for need, wide in zip(least, wanted, strict=True))
    if not lacking:
        return wanted
    if lacking > spare:
        # Not all can be whole: the words share the room by their lengths.
        return [round(width * need / sum(least) - 0.05, 1) for need in least]
    kept = 1 - lacking / spare
    found = (need if wide < need else need + (wide - need) * kept for need, wide in zip(least, wanted, strict=True))
    return [int(wide * 10) / 10 for wide in found]


def _longest_word(heading: str, font: tuple[str, float]) -> float:
    """Return the room the longest word of a heading needs, rounded up to what places of digits make small."""
    widest = max((stringWidth(word, *font) for word in heading.split(" ")), default=0)
    return float(-int(-(widest + _PADDING) * 10 // 1) / 10)
