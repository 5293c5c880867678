"""Letters as PDF: a letterhead, the text, nothing else."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable, HRFlowable, Image, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from missionplanner.pack.pictures import for_print, is_drawable
from missionplanner.pack.style import BODY, H2, LINE, QUIET_SMALL, RIGHT, markup, register_fonts

_HEAD, _SIGNATURE = (160 * mm, 40 * mm), (60 * mm, 22 * mm)
"""The room of the letterhead and of the signature."""


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """The content of a letter."""

    organiser: str
    mission: str
    day: str
    """The day, written out."""
    recipient: str
    subject: str
    body: str
    locale: str
    letterhead: bytes = b""
    """A picture above it, instead of the names of organiser and mission."""
    signature: bytes = b""
    """A picture below it."""


def render(letters: list[PrintedLetter], letter_size: bool) -> bytes:
    """One PDF with every letter on pages of its own."""
    register_fonts()
    out = BytesIO()
    story: list[Flowable] = []
    for letter in letters:
        story += _letter(letter)
    document = SimpleDocTemplate(
        out,
        pagesize=LETTER if letter_size else A4,
        leftMargin=25 * mm,
        rightMargin=25 * mm,
        topMargin=22 * mm,
        bottomMargin=22 * mm,
        title=letters[0].subject,
        author=letters[0].organiser,
        lang=letters[0].locale,
        creator="Trade Mission Planner",
        invariant=1,
    )
    document.build(story[:-1])
    return out.getvalue()


def _letter(letter: PrintedLetter) -> list[Flowable]:
    head: list[Flowable] = [
        Paragraph(markup(letter.organiser or letter.mission), H2),
        Paragraph(markup(letter.mission if letter.organiser else ""), QUIET_SMALL),
    ]
    return [
        *(_picture(letter.letterhead, *_HEAD) or head),
        HRFlowable(width="100%", color=LINE, spaceBefore=4, spaceAfter=14),
        Paragraph(markup(letter.day), RIGHT),
        Paragraph(markup(letter.recipient), BODY),
        Spacer(1, 8 * mm),
        Paragraph(markup(letter.subject), H2),
        Spacer(1, 2 * mm),
        *(Paragraph(markup(part), BODY) for part in letter.body.split("\n\n") if part.strip()),
        *_picture(letter.signature, *_SIGNATURE),
        PageBreak(),
    ]


def _picture(content: bytes, wide: float, high: float) -> list[Flowable]:
    """A picture at the left, as large as there is room for; nothing where there is none that can be drawn."""
    if not content or not is_drawable(content):
        return []
    width, height = ImageReader(BytesIO(content)).getSize()
    scale = min(wide / width, high / height)
    drawn = for_print(content, width * scale, height * scale)
    return [Image(BytesIO(drawn), width * scale, height * scale, hAlign="LEFT")]
