"""Covers and page margins, drawn on the canvas itself."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth

from missionplanner.domain.legal_forms import with_form_kept
from missionplanner.i18n import Translator, country_name, translator
from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.figures import Code, draw_picture, fitting
from missionplanner.pack.phrases import Phrase
from missionplanner.pack.style import BOLD, INK, LINE, QUIET, REGULAR, fitted, look, wrapped
from missionplanner.pack.wording import with_year
from missionplanner.paths import resources

MARGIN = 18 * mm
BLEED = 3 * mm
"""How far colour goes on beyond the edge of a page that is cut; only the print shop's file shows it."""
MARKS = 5 * mm
"""The length of the marks a page is cut by, beyond that."""
PEOPLE_ON_COVER = 6
"""The most people of a company that are named on the cover."""
_BAND = 0.62
"""The height at which the band of colour begins, as a share of the page."""
_SMALL = 8.5
"""The least size of type."""
NO_BREAK = "\N{NO-BREAK SPACE}"
_MOST_WORDS = 8
"""Of a page's head."""
_BOX = 30 * mm
"""The height of the boxes that say where to be first and whom to call."""


def edges(canvas: Any, width: float) -> tuple[float, float]:
    """Return where the text of a page begins and ends: sheets that are folded leave more room at the fold."""
    # The fold is at the left of right-hand pages.
    is_right = canvas.getPageNumber() % 2
    return MARGIN + (canvas.inner if is_right else 0), width - MARGIN - (0 if is_right else canvas.inner)


def draw_margins(canvas: Any, shared: Shared, own: Own, size: tuple[float, float], small: float) -> None:
    """The section at the left above, the owner at the right; the number of the page at the outer edge below."""
    width, height = size
    number = canvas.getPageNumber()
    left, right = edges(canvas, width)
    head, canvas.head = canvas.head, canvas.next_head
    canvas.setFont(REGULAR, small)
    canvas.setFillColor(QUIET)
    half = width / 2 - MARGIN - 4 * mm
    owner = own.delegate or own.company
    # A title that names the mission has the line for itself.
    named = head or (shared.mission if shared.mission not in owner else "")
    section = fitted(named, REGULAR, small, half)
    if small > _SMALL and section.endswith("…"):
        # Large print has no room for half a name.
        section = ""
    whose = fitted(owner, REGULAR, small, half if section else right - left)
    # Programs that read pages aloud take a line of more words for text that was left out by mistake: then whose pack
    # it is goes before the section, but not the name of an edition, which is on its cover.
    if len(f"{section} {whose}".split()) >= _MOST_WORDS:
        is_short = not own.company_id and len(section.split()) < _MOST_WORDS
        section, whose = (section, "") if is_short else ("", whose)
    canvas.drawString(left, height - 11 * mm, section)
    canvas.drawRightString(right, height - 11 * mm, whose)
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(left, height - 13.5 * mm, right, height - 13.5 * mm)
    if number % 2:
        canvas.drawRightString(right, 10 * mm, str(number))
    else:
        canvas.drawString(left, 10 * mm, str(number))


def draw_cover(canvas: Any, shared: Shared, own: Own, size: tuple[float, float]) -> None:
    """The mission on a band of its colour, the owner of the pack below, the organiser at the foot."""
    t = translator(shared.language)
    width, height = size
    own_look = look(shared.colour)
    with canvas.artifact():
        canvas.setFillColor(own_look.band)
        canvas.rect(-BLEED, height * _BAND, width + 2 * BLEED, height * (1 - _BAND) + BLEED, stroke=0, fill=1)
    room = width - 2 * MARGIN - _draw_logo(canvas, shared, size)
    y = height - 44 * mm
    size_of_type, lines = _title(shared.mission, room, y - height * _BAND - 22 * mm)
    step = size_of_type * 1.27
    _draw_lines(canvas, "H1", lines, (y, step), (BOLD, size_of_type, own_look.on_band), shared.named_in)
    y -= step * len(lines)
    cities = fitted(shared.cities, REGULAR, 14, width - 2 * MARGIN)
    _draw_lines(canvas, "P", [shared.dates, cities], (y - 4, 22), (REGULAR, 14, own_look.on_band))
    _draw_owner(canvas, own, size, t)
    _draw_boxes(canvas, shared, own, size)
    room = width - 2 * MARGIN - _draw_flags(canvas, shared, width)
    lines = [fitted(shared.organiser, REGULAR, 9, room)] if shared.organiser else []
    _draw_lines(canvas, "P", lines, (MARGIN + 13 * (len(lines) - 1), 13), (REGULAR, 9, QUIET))


def _draw_owner(canvas: Any, own: Own, size: tuple[float, float], t: Translator) -> None:
    """The owner of the pack, with the company's logo."""
    width, height = size
    y, room = height * _BAND - 18 * mm, width - 2 * MARGIN
    if content := own.pictures.get(own.logo):
        wide, high = fitting(content, (52 * mm, 24 * mm))
        draw_picture(canvas, content, own.company, (width - MARGIN - wide, y + 4 - high), (wide, high))
        room -= 56 * mm
    _draw_lines(canvas, "P", [t("Briefing pack for") if own.company_id else ""], (y, 0), (REGULAR, 10.5, QUIET))
    type_size, lines = _title(own.delegate or own.company, room, 72, (28.0, 24.0, 20.0, 18.0))
    step = type_size * 1.2
    _draw_lines(canvas, "P", lines, (y - step, step), (BOLD, type_size, INK))
    y -= step * len(lines) + 4
    if own.delegate:
        y -= 18
        _draw_lines(canvas, "P", [fitted(own.company, REGULAR, 14, room)], (y, 0), (REGULAR, 14, INK))
    people, more = list(own.people), len(own.people) - PEOPLE_ON_COVER
    if more > 0:
        people[PEOPLE_ON_COVER:] = [Phrase(t("+ {n} at the beginning of your programme").format(n=more))]
    for line in (own.sectors, *people):
        if line.text:
            y -= 15
            words = [fitted(line.text, REGULAR, 10.5, width - 2 * MARGIN)]
            _draw_lines(canvas, "P", words, (y, 0), (REGULAR, 10.5, QUIET), line.language)


def _draw_boxes(canvas: Any, shared: Shared, own: Own, size: tuple[float, float]) -> None:
    """Where one has to be first, and whom to call: what is asked in a lobby."""
    t, accent = translator(shared.language), look(shared.colour).accent
    top, wide = MARGIN + 20 * mm + _BOX, size[0] - 2 * MARGIN
    half = wide * 0.62 if own.first else 0.0
    if own.first:
        room = half - _CODE - 14 - _BESIDE_CODE - _BESIDE_BAR
        first = own.first
        when = Phrase(first.when)
        words = [(when, 14.0, BOLD, 1), (first.title, 10.5, REGULAR, 2), (first.place, 9.0, REGULAR, 3)]
        _draw_box(canvas, (MARGIN, top, room), t("Where you have to be first"), words, accent)
        told = t("QR code: {content}").format(content=f"{own.first.when}, {own.first.title}")
        code = Code(own.first.card, told, _CODE)
        code.drawOn(canvas, MARGIN + half - _CODE - 14, top - _CODE - 2)
    phone = shared.duty_phone
    if own.company_id and phone:
        words = [(Phrase(phone.number), 16.0, BOLD, 1), (Phrase(phone.label), 9.0, REGULAR, 3)]
        _draw_box(canvas, (MARGIN + half, top, wide - half - 12), t("Whom you call"), words, accent)


def _draw_box(
    canvas: Any,
    place: tuple[float, float, float],
    heading: str,
    words: Sequence[tuple[Phrase, float, str, int]],
    accent: Any,
) -> None:
    """A heading and lines beside a bar; place: left, top, room for words. words: text, size, font, most lines."""
    left, top, room = place
    with canvas.artifact():
        canvas.setFillColor(accent)
        canvas.rect(left, top - _BOX, 3, _BOX, stroke=0, fill=1)
    y = top - 10
    with canvas.marked(canvas.element(object(), "P")):
        canvas.setFillColor(QUIET)
        canvas.setFont(BOLD, 9)
        canvas.drawString(left + _BESIDE_BAR, y, f"{heading} ")
    for said, size, font, most in words:
        element = canvas.element(object(), "P")
        element.language = said.language
        with canvas.marked(element):
            canvas.setFillColor(INK)
            canvas.setFont(font, size)
            for line in _lines(said.text, font, size, room, most):
                y -= size * 1.3 + (3 if size > 12 else 0)
                canvas.drawString(left + _BESIDE_BAR, y, f"{line} ")


_CODE = 84.0
"""The size of the code with the first hour."""
_BESIDE_BAR, _BESIDE_CODE = 12.0, 10.0
"""The room between the bar of a box and its words, and between these and the code."""


def _draw_logo(canvas: Any, shared: Shared, size: tuple[float, float]) -> float:
    """The mission's picture on white in the corner of the band; returns how much room it takes."""
    content = shared.pictures.get(shared.logo)
    if not content:
        return 0
    wide, high = fitting(content, (44 * mm, 24 * mm))
    left, bottom = size[0] - MARGIN - wide, size[1] - 18 * mm - high
    with canvas.artifact():
        canvas.setFillColor("white")
        canvas.roundRect(left - 8, bottom - 8, wide + 16, high + 16, 5, stroke=0, fill=1)
    draw_picture(canvas, content, shared.organiser or shared.mission, (left, bottom), (wide, high))
    return float(wide + 14 * mm)


def _draw_flags(canvas: Any, shared: Shared, width: float) -> float:
    """The flags of both countries at the foot; returns how much room they take."""
    wide, high, used = 10 * mm, 7.5 * mm, 0.0
    for code in reversed(shared.flags):
        if content := _flag(code):
            used += wide
            place = width - MARGIN - used, MARGIN - 3
            draw_picture(canvas, content, country_name(code.upper(), shared.language), place, (wide, high))
            used += 3 * mm
    return used


@cache
def _flag(code: str) -> bytes:
    path = resources() / "flags" / f"{code}.png"
    return path.read_bytes() if path.exists() else b""


def _draw_lines(
    canvas: Any,
    tag: str,
    lines: Sequence[str],
    place: tuple[float, float],
    font: tuple[str, float, Any],
    language: str = "",
) -> None:
    """Lines of one element from a height downwards; place: height and step, font: name, size, colour."""
    y, step = place
    if not any(lines):
        return
    element = canvas.element(object(), tag)
    element.language = language
    with canvas.marked(element):
        canvas.setFillColor(font[2])
        canvas.setFont(font[0], font[1])
        for number, line in enumerate(lines):
            canvas.drawString(MARGIN, y - number * step, line if line == lines[-1] else f"{line} ")


def _title(
    text: str, width: float, height: float, sizes: Sequence[float] = (30.0, 26.0, 22.0, 18.0)
) -> tuple[float, list[str]]:
    """The size and the lines of a title: as large as all of it fits into this room, cut only at the smallest."""
    for size in sizes:
        kept = _with_form(text, size, width)
        lines = wrapped(kept, BOLD, size, width)
        if len(lines) * size * 1.27 <= height:
            break
    return size, _lines(kept, BOLD, size, width, int(height / (size * 1.27)))


def _with_form(text: str, size: float, width: float) -> str:
    """A name whose year or legal form is on one line with the word before, where a line holds both."""
    text = with_year(text)
    first, last = with_form_kept(text)
    if not last or stringWidth(last, BOLD, size) > width:
        return text
    return f"{first} {last.replace(' ', NO_BREAK)}".strip()


def _lines(text: str, font: str, size: float, width: float, most: int) -> list[str]:
    """The text over at most `most` lines, the last one cut when it is longer."""
    lines = wrapped(text, font, size, width) or [""]
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]} …"
    return [fitted(line, font, size, width) for line in kept]
