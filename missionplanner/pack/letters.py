"""Letters as PDF: a letterhead, the text, nothing else."""

from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, HRFlowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from missionplanner.pack.style import BODY, H2, LINE, QUIET_SMALL, RIGHT, markup, register_fonts


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
    return [
        Paragraph(markup(letter.organiser or letter.mission), H2),
        Paragraph(markup(letter.mission if letter.organiser else ""), QUIET_SMALL),
        HRFlowable(width="100%", color=LINE, spaceBefore=4, spaceAfter=14),
        Paragraph(markup(letter.day), RIGHT),
        Paragraph(markup(letter.recipient), BODY),
        Spacer(1, 8 * mm),
        Paragraph(markup(letter.subject), H2),
        Spacer(1, 2 * mm),
        *(Paragraph(markup(part), BODY) for part in letter.body.split("\n\n") if part.strip()),
        PageBreak(),
    ]
