"""The look of printed pages: fonts, colours, paragraph styles, and the only way user text becomes markup."""

from functools import cache
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from missionplanner.paths import resources

REGULAR, BOLD, ITALIC = "NotoSans", "NotoSans-Bold", "NotoSans-Italic"
INK = HexColor("#1f2933")
QUIET = HexColor("#5f6b7a")
LINE = HexColor("#c9d1da")
PALE = HexColor("#f2f5f8")
ACCENT = HexColor("#1f4e79")


@cache
def register_fonts() -> None:
    """Make the embedded fonts known to ReportLab; once per process."""
    folder = resources() / "fonts"
    for name, file in ((REGULAR, "Regular"), (BOLD, "Bold"), (ITALIC, "Italic")):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"NotoSans-{file}.ttf")))
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


def markup(text: str) -> str:
    """User text as ReportLab markup: nothing in it comes alive, line ends stay, control characters go."""
    clean = "".join(c if c.isprintable() or c == "\n" else " " for c in text)
    return escape(clean).replace("\n", "<br/>")


def colour(web: str) -> Color:
    """The colour written as #rrggbb; a quiet grey for anything else."""
    try:
        return HexColor(web)
    except ValueError:
        return QUIET


def fitted(text: str, font: str, size: float, width: float) -> str:
    """The text cut with an ellipsis so that it fits into `width` points."""
    text = " ".join("".join(c if c.isprintable() else " " for c in text).split())
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
