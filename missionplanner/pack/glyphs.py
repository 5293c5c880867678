"""Which font has a character, and the form a text is drawn in; no font is opened to know."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from missionplanner.paths import resources

OWN = ""
"""Stands for Noto Sans, which has most characters."""
OTHERS = (
    "NotoSansMath-Signs.ttf",
    "NotoSansSymbols2-Signs.ttf",
    "NotoSansCanadianAboriginal-Regular.ttf",
    "NotoSansSC.ttf.xz",
    "NotoSansJP.ttf.xz",
    "NotoSansKR.ttf.xz",
)
"""The files of the other fonts, in the order in which they are asked for a character."""
_JAPANESE = "NotoSansJP.ttf.xz"
_CHINESE = "NotoSansSC.ttf.xz"
_KANA = re.compile("[\u3041-\u30ff]")
_UNKNOWN = 0xFFFD
"""The sign for a character that cannot be shown."""
_OF_WORD = {0xF0B7: "•", 0xF0A7: "▪", 0xF0A8: "◇", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0E0: "→", 0xF0DF: "←", 0xF06F: "○"}
"""Signs word processors take from fonts of symbols, under codes that mean nothing elsewhere."""
_BLANKS = re.compile("[ \n]+")
_NO_BREAK = 0xA0
_NO_BREAKS = (0xA0, 0x2007, 0x202F)
"""The spaces lines do not end at. ReportLab would end them at all but the first."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")
"""Characters that take no room: hints for breaking, joining and direction."""


def drawn(text: str) -> str:
    """Return a text as it is drawn: composed (NFC), blanks for control characters, a sign for what no font has."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_drawable())


def one_line(text: str) -> str:
    """Return a text as it is drawn on one line: every run of blanks is one, except those that do not break."""
    return _BLANKS.sub(" ", drawn(text)).strip(" ")


def missing(*texts: str) -> str:
    """Return the characters of these texts that no font has, each once, in order."""
    found = {letter for text in texts if not text.isascii() for letter in unicodedata.normalize("NFC", text)}
    drawable = _drawable()
    return "".join(
        sorted(letter for letter in found if not _UNSEEN.match(letter) and drawable[ord(letter)] == _UNKNOWN)
    )


def is_own(text: str) -> bool:
    """Whether Noto Sans has every character of a text."""
    return text.isascii() or _not_own().search(text) is None


def runs(text: str) -> Iterator[tuple[str, str]]:
    """Yield a text in parts that are of one font each, with its file (OWN for Noto Sans).

    Chinese characters are drawn as Japan does in a text with kana.
    """
    fonts = _font_of()
    wanted = [fonts.get(ord(letter), OWN) for letter in text]
    if _KANA.search(text):
        japanese = _letters()[_JAPANESE]
        pairs = zip(wanted, text, strict=True)
        wanted = [_JAPANESE if font == _CHINESE and ord(letter) in japanese else font for font, letter in pairs]
    place = 0
    for font, run in groupby(wanted):
        start, place = place, place + len(list(run))
        yield font, text[start:place]


def by_font(letters: str) -> dict[str, str]:
    """Return for each font, but Noto Sans, those of these characters that may be drawn in it."""
    needed = {font for font in map(_font_of().get, map(ord, letters)) if font}
    if _KANA.search(letters):
        needed.add(_JAPANESE)
    return {font: "".join(c for c in letters if ord(c) in _letters()[font]) for font in OTHERS if font in needed}


class _Drawable(dict[int, int | str]):
    """The drawn form of characters: themselves, a blank, others that look alike, or the sign where no font has them."""

    def __missing__(self, letter: int) -> int | str:
        self[letter] = found = _drawn_for(letter)
        return found


def _drawn_for(letter: int) -> int | str:
    known, kind = _font_of(), unicodedata.category(chr(letter))
    if kind == "Zs":
        return _NO_BREAK if letter in _NO_BREAKS else 32
    if letter == 10 or (letter in known and kind != "Cc"):
        return letter
    if letter in _OF_WORD:
        return _OF_WORD[letter]
    if not chr(letter).isprintable() and kind not in ("Co", "Cn"):
        return 32
    alike = unicodedata.normalize("NFKC", chr(letter))
    return alike if all(ord(other) in known for other in alike) else _UNKNOWN


@cache
def _drawable() -> _Drawable:
    return _Drawable()


@cache
def _letters() -> dict[str, frozenset[int]]:
    """Return the characters of each font, by its file."""
    found = {}
    for line in (resources() / "fonts" / "letters.txt").read_text("ascii").splitlines():
        name, ranges = line.split()
        ends = (part.partition("-") for part in ranges.split(","))
        found[name] = frozenset(
            letter for first, _dash, last in ends for letter in range(int(first, 16), int(last or first, 16) + 1)
        )
    return found


@cache
def _font_of() -> dict[int, str]:
    """Return the font of every character that can be drawn."""
    found = {}
    for name in reversed(OTHERS):
        found.update(dict.fromkeys(_letters()[name], name))
    return found | dict.fromkeys(_letters()["NotoSans-Regular.ttf"], OWN)


@cache
def _not_own() -> re.Pattern[str]:
    own = sorted(_letters()["NotoSans-Regular.ttf"])
    return re.compile(f"[^{''.join(re.escape(chr(letter)) for letter in own)}]")
