"""Texts in lines: a word longer than a line is cut where it may be, or after a hyphen."""

import re

from reportlab.pdfbase import pdfmetrics

from missionplanner.pack.glyphs import one_line

_ADDRESS = re.compile(r"@|://|^www\.", re.IGNORECASE)
_SIGNS = "/.@-_"
"""After these an address goes on in the next line."""
_IDEOGRAPHS = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]")
"""Chinese, Japanese and Korean are written without spaces."""
_NEVER_FIRST = "、。，．・：；？！）」』】〕》〉ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
_SHORTEST = 3
"""The least letters of an ordinary word that stand on the next line."""
_LEAST = 0.4
"""An ordinary word is cut after a sign only where that fills as much of the line."""


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """Return a text in lines of at most `width` points."""
    found: list[str] = []
    space, room = pdfmetrics.stringWidth(" ", font, size), 0.0
    for word in one_line(text).split(" "):
        for part in parts(word, font, size, width):
            wide = pdfmetrics.stringWidth(part, font, size)
            if found and wide + space <= room:
                found[-1] += f" {part}"
                room -= wide + space
            else:
                found.append(part)
                room = width - wide
    return [line for line in found if line]


def parts(word: str, font: str, size: float, width: float) -> list[str]:
    """Return a word in parts that fit a line each."""
    found = []
    while len(word) > 1 and pdfmetrics.stringWidth(word, font, size) > width:
        most = _fitting(word, font, size, width)
        end, hyphen = _cut(word, most), ""
        if not end:
            end, hyphen = _fitting(word, font, size, width - pdfmetrics.stringWidth("-", font, size)), "-"
            # Two letters alone on a line are hard to read.
            end = max(min(end, len(word) - _SHORTEST), 1)
        found.append(word[:end] + hyphen)
        word = word[end:]
    return [*found, word]


def _cut(word: str, most: int) -> int:
    """Return where a word may be cut without a hyphen, as far as `most`; 0 for nowhere."""
    least = 1 if _ADDRESS.search(word) else int(most * _LEAST)
    return next((place for place in range(most, max(least, 1) - 1, -1) if _may_end(word, place)), 0)


def _may_end(word: str, place: int) -> bool:
    before, after = word[place - 1], word[place : place + 1]
    if _IDEOGRAPHS.match(before) or _IDEOGRAPHS.match(after):
        return after not in _NEVER_FIRST
    return before in _SIGNS and after not in _SIGNS


def _fitting(word: str, font: str, size: float, width: float) -> int:
    """Return how many characters of a word fit, at least one."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if pdfmetrics.stringWidth(word[:middle], font, size) <= width:
            low = middle
        else:
            high = middle - 1
    return low
