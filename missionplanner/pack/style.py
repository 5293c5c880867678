"""The look of printed pages: fonts, colours, paragraph styles, and the only way user text becomes markup."""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from missionplanner.paths import resources

REGULAR, BOLD, ITALIC = "NotoSans", "NotoSans-Bold", "NotoSans-Italic"
FONTS = (REGULAR, BOLD, ITALIC)
INK = HexColor("#1f2933")
QUIET = HexColor("#5f6b7a")
LINE = HexColor("#c9d1da")
PALE = HexColor("#f2f5f8")
ACCENT = HexColor("#1f4e79")


class _Font(TTFont):  # type: ignore[misc]
    """A font whose map to Unicode names only the characters it uses.

    WORKAROUND: ReportLab maps the codes it leaves unused to U+0000, which PDF/UA-1 forbids (7.21.7), in one block of
    more than the hundred entries a block may have.
    """

    def addObjects(self, doc: Any) -> None:
        """Embed the font, then write its maps anew."""
        super().addObjects(doc)
        for name, thing in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                thing.content = _letters_only(thing.content)


def _letters_only(cmap: str) -> str:
    head, _begin, rest = cmap.partition(next(iter(re.findall(r"\d+ beginbfchar\n", cmap)), "\0"))
    entries, _end, tail = rest.partition("endbfchar\n")
    rows = [_in_utf16(row) for row in entries.splitlines() if not row.endswith("<0000>")]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    written = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return head + written + tail if rest else cmap


def _in_utf16(row: str) -> str:
    """An entry of a map to Unicode with its character as PDF wants it, also beyond the first 65,536."""
    code, letter = row.split()
    return f"{code} <{chr(int(letter[1:-1], 16)).encode('utf-16-be', 'replace').hex().upper()}>"


@cache
def register_fonts() -> None:
    """Make the embedded fonts known to ReportLab; once per process."""
    rl_config.useA85 = 0  # streams as they are: a fifth smaller than as letters, and faster
    folder = resources() / "fonts"
    for name, file in ((REGULAR, "Regular"), (BOLD, "Bold"), (ITALIC, "Italic")):
        pdfmetrics.registerFont(_Font(name, str(folder / f"NotoSans-{file}.ttf")))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)


def _style(name: str, size: float, **more: object) -> ParagraphStyle:
    settings = {
        "fontName": REGULAR,
        "leading": size * 1.4,
        "textColor": INK,
        "splitLongWords": 1,
        "bulletFontName": REGULAR,
        **more,
    }
    return ParagraphStyle(name, fontSize=size, **settings)


BODY = _style("body", 10.5, spaceAfter=6)
SMALL = _style("small", 9.5)
QUIET_SMALL = _style("quiet small", 8, textColor=QUIET)
LABEL = _style("label", 7.5, textColor=QUIET, fontName=BOLD, spaceBefore=6, spaceAfter=1)
BULLET = _style("bullet", 10.5, leftIndent=12, bulletIndent=2, spaceAfter=3)
H1 = _style("h1", 19, fontName=BOLD, textColor=ACCENT, leading=24, spaceAfter=10)
H2 = _style("h2", 12, fontName=BOLD, leading=16, spaceBefore=10, spaceAfter=4, keepWithNext=1)
CELL = _style("cell", 9, leading=12)
CELL_BOLD = _style("cell bold", 9, leading=12, fontName=BOLD)
TIME = _style("time", 9, leading=12, fontName=BOLD, textColor=ACCENT)
RIGHT = _style("right", 8, alignment=TA_RIGHT, textColor=QUIET)


def letters(*texts: str) -> str:
    """Every character that is drawn of these texts, and the signs that stand for others."""
    return "".join(sorted({*"".join(texts).translate(_drawable()), "…", "\ufffd", "\n"} - {"\n"}))


def markup(text: str) -> str:
    """User text as ReportLab markup: nothing in it is interpreted, line ends stay, control characters go."""
    return escape(_ENDLESS.sub(r"\g<0> ", text).translate(_drawable())).replace("\n", "<br/>")


_ENDLESS = re.compile(r"\S{300}")
"""A word no line can hold; it is split, because ReportLab takes the square of its length to lay it out."""


class _Drawable(dict[int, int]):
    """The character drawn for another: itself, a blank for an invisible one, a sign where the font has none."""

    def __init__(self, known: Container[int]) -> None:
        super().__init__({10: 10})
        self._known = known

    def __missing__(self, letter: int) -> int:
        # 0xFFFD is the sign for a character that cannot be shown.
        found = 32 if not chr(letter).isprintable() else letter if letter in self._known else 0xFFFD
        self[letter] = found
        return found


@cache
def _drawable() -> _Drawable:
    register_fonts()
    return _Drawable(pdfmetrics.getFont(REGULAR).face.charToGlyph)


@dataclass(frozen=True, slots=True)
class Look:
    """The colours derived from the mission's: bands with their ink, and headings that can be read on white."""

    band: Color
    on_band: Color
    accent: Color
    h1: ParagraphStyle
    time: ParagraphStyle


@cache
def look(web: str) -> Look:
    """The look in a colour written as #rrggbb; in the program's own for anything else."""
    try:
        band = HexColor(web)
    except ValueError:
        band = ACCENT
    accent = band
    # 4.5 is the least contrast WCAG 2.1 (AA) allows for text of this size.
    while _contrast(accent, white) < 4.5:
        accent = Color(accent.red * 0.92, accent.green * 0.92, accent.blue * 0.92)
    ink = white if _contrast(band, white) >= 4.5 else INK
    tinted = (ParagraphStyle(style.name, parent=style, textColor=accent) for style in (H1, TIME))
    return Look(band, ink, accent, *tinted)


def _contrast(one: Color, other: Color) -> float:
    """The contrast of two colours (WCAG 2.1), from 1 to 21."""
    parts = sorted(0.2126 * _linear(c.red) + 0.7152 * _linear(c.green) + 0.0722 * _linear(c.blue) for c in (one, other))
    return float((parts[1] + 0.05) / (parts[0] + 0.05))


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


def colour(web: str) -> Color:
    """The colour written as #rrggbb; a quiet grey for anything else."""
    try:
        return HexColor(web)
    except ValueError:
        return QUIET


def fitted(text: str, font: str, size: float, width: float) -> str:
    """The text cut with an ellipsis so that it fits into `width` points."""
    text = " ".join(text.translate(_drawable()).split())
    if pdfmetrics.stringWidth(text, font, size) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if pdfmetrics.stringWidth(f"{text[:middle]}…", font, size) <= width:
            low = middle
        else:
            high = middle - 1
    return f"{text[:low].rstrip()}…"


def wrapped(text: str, font: str, size: float, width: float) -> list[str]:
    """The text in lines of at most `width` points; a word longer than a line goes on in the next after a hyphen."""
    found: list[str] = []
    for line in simpleSplit(" ".join(text.translate(_drawable()).split()), font, size, width):
        rest = line
        while len(rest) > 1 and pdfmetrics.stringWidth(rest, font, size) > width:
            end = len(rest) - 1
            while end > 1 and pdfmetrics.stringWidth(f"{rest[:end]}-", font, size) > width:
                end -= 1
            found.append(f"{rest[:end]}-")
            rest = rest[end:]
        found.append(rest)
    return found
