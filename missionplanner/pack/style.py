"""The look of printed pages: fonts, colours, paragraph styles, and the only way user text becomes markup."""

from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics

from missionplanner.pack.breaking import wrapped
from missionplanner.pack.fonts import BOLD, FONTS, ITALIC, REGULAR, register_fonts
from missionplanner.pack.glyphs import drawn, one_line

__all__ = ["BOLD", "FONTS", "ITALIC", "REGULAR", "one_line", "register_fonts", "wrapped"]
INK = HexColor("#1f2933")
QUIET = HexColor("#5f6b7a")
LINE = HexColor("#c9d1da")
PALE = HexColor("#f2f5f8")
ACCENT = HexColor("#1f4e79")


def _style(name: str, size: float, **more: object) -> ParagraphStyle:
    settings = {
        "fontName": REGULAR,
        "leading": size * 1.4,
        "textColor": INK,
        "splitLongWords": 1,
        "allowWidows": 0,
        "bulletFontName": REGULAR,
        **more,
    }
    return ParagraphStyle(name, fontSize=size, **settings)


BODY = _style("body", 10.5, spaceAfter=6)
SMALL = _style("small", 9.5)
QUIET_SMALL = _style("quiet small", 8.5, textColor=QUIET)
LABEL = _style("label", 8.5, textColor=QUIET, fontName=BOLD, spaceBefore=6, spaceAfter=1)
BULLET = _style("bullet", 10.5, leftIndent=12, bulletIndent=2, spaceAfter=3)
H1 = _style("h1", 19, fontName=BOLD, textColor=ACCENT, leading=24, spaceAfter=10)
H2 = _style("h2", 12, fontName=BOLD, leading=16, spaceBefore=10, spaceAfter=4, keepWithNext=1)
NOTE = _style("note", 9, leading=12, spaceAfter=4, keepWithNext=1)
CELL = _style("cell", 9, leading=12)
CELL_BOLD = _style("cell bold", 9, leading=12, fontName=BOLD)
TIME = _style("time", 9, leading=12, fontName=BOLD, textColor=ACCENT)
RIGHT = _style("right", 8.5, alignment=TA_RIGHT, textColor=QUIET)


def letters(*texts: str) -> str:
    """Every character that is drawn of these texts, and the signs that stand for others."""
    return "".join(sorted({*drawn("".join(texts)), "…", "\ufffd", "\u00a0", "\n"} - {"\n"}))


def markup(text: str) -> str:
    """User text as ReportLab markup: nothing in it is interpreted, line ends stay, control characters go."""
    return escape(drawn(text)).replace("\n", "<br/>")


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
    text = one_line(text)
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
