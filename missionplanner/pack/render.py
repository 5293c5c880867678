"""Content to PDF files: one pack in this process, many in several."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Spacer

from missionplanner.i18n import translator
from missionplanner.pack.content import Own, Shared
from missionplanner.pack.pages import Book
from missionplanner.pack.papers import OrganiserBook, Papers
from missionplanner.pack.style import ACCENT, BOLD, INK, LINE, QUIET, REGULAR, fitted, letters, register_fonts
from missionplanner.pack.tags import TaggedCanvas

MARGIN = 18 * mm
FEW = 6
"""Up to this many packs are not worth the start of other processes."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished pack file."""

    company_id: int
    path: Path
    pages: int


def render(shared: Shared, own: Own, papers: Papers | None = None) -> tuple[bytes, int]:
    """The PDF of one pack, or of the organiser edition with `papers`, and its number of pages."""
    register_fonts()
    size = LETTER if shared.letter_size else A4
    width, height = size[0] - 2 * MARGIN, size[1] - 2 * MARGIN - 8 * mm
    book = OrganiserBook(shared, own, papers, (width, height)) if papers else Book(shared, own, width, height)
    out = BytesIO()
    document = BaseDocTemplate(
        out, pagesize=size, title=f"{shared.mission} – {own.company}", author=shared.organiser, lang=shared.locale,
        subject=translator(shared.language)("Briefing pack"), creator="Trade Mission Planner", invariant=1,
        pageTemplates=_templates(shared, own, size),
    )  # fmt: skip
    document.build([Spacer(1, 1), *book.story()], canvasmaker=_canvas_of(book, *_kept(shared)))
    return out.getvalue(), document.page


def write(shared: Shared, own: Own, target: Path, papers: Papers | None = None) -> Rendered:
    """Write one pack; the file appears whole or not at all."""
    content, pages = render(shared, own, papers)
    handle, partial = tempfile.mkstemp(dir=target.parent, suffix=".part")
    with os.fdopen(handle, "wb") as file:
        file.write(content)
    Path(partial).replace(target)
    return Rendered(own.company_id, target, pages)


def write_all(shared: Shared, jobs: Sequence[tuple[Own, Path]]) -> Iterator[Rendered]:
    """Write many packs, in order, using all processors; an error of one stops the rest."""
    if len(jobs) <= FEW:
        for own, target in jobs:
            yield write(shared, own, target)
        return
    workers = min(os.cpu_count() or 1, 8)
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_begin, initargs=(shared,)) as pool:
        yield from pool.map(_write_one, jobs, chunksize=4)


_shared: Shared | None = None


def _begin(shared: Shared) -> None:
    global _shared
    _shared = shared
    register_fonts()


def _write_one(job: tuple[Own, Path]) -> Rendered:
    assert _shared is not None
    return write(_shared, *job)


_drawings: tuple[str, dict[object, list[Any]], str] = "", {}, ""
"""Drawings the packs of one content share, kept as long as packs of that are made: its digest, they, their letters."""


def _kept(shared: Shared) -> tuple[dict[object, list[Any]], str]:
    global _drawings
    if _drawings[0] != shared.digest:
        _drawings = shared.digest, {}, letters(repr(shared))
    return _drawings[1:]


def _canvas_of(book: Book, kept: dict[object, list[Any]], letters: str) -> Any:
    class PackCanvas(TaggedCanvas):
        """Fills in the contents at the end."""

        def __init__(self, *args: Any, **settings: Any) -> None:
            super().__init__(*args, **settings)
            self.keep_in(kept, letters)
            self.showOutline()

        def save(self) -> None:
            """Draw the page numbers of the contents, then write the file."""
            book.contents.draw_numbers(self, book.pages)
            super().save()

    return PackCanvas


def _templates(shared: Shared, own: Own, size: tuple[float, float]) -> list[PageTemplate]:
    width, height = size[0] - 2 * MARGIN, size[1] - 2 * MARGIN - 8 * mm
    gap = 7 * mm
    half = (width - gap) / 2
    full = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}

    def frame(name: str, x: float, wide: float) -> Frame:
        return Frame(x, MARGIN, wide, height, id=name, **full)

    def cover(canvas: Any, _document: Any) -> None:
        canvas.section(0)
        _draw_cover(canvas, shared, own, size)

    def body(canvas: Any, _document: Any) -> None:
        with canvas.artifact():
            _draw_margins(canvas, shared, own, size)

    return [
        PageTemplate("cover", [frame("cover", MARGIN, width)], onPage=cover),
        PageTemplate("body", [frame("body", MARGIN, width)], onPage=body),
        PageTemplate("columns", [frame("left", MARGIN, half), frame("right", MARGIN + half + gap, half)], onPage=body),
    ]


def _draw_margins(canvas: Any, shared: Shared, own: Own, size: tuple[float, float]) -> None:
    width, height = size
    canvas.setFont(REGULAR, 7.5)
    canvas.setFillColor(QUIET)
    half = width / 2 - MARGIN - 4 * mm
    canvas.drawString(MARGIN, height - 11 * mm, fitted(shared.mission, REGULAR, 7.5, half))
    canvas.drawRightString(width - MARGIN, height - 11 * mm, fitted(own.company, REGULAR, 7.5, half))
    canvas.setStrokeColor(LINE)
    canvas.setLineWidth(0.5)
    canvas.line(MARGIN, height - 13.5 * mm, width - MARGIN, height - 13.5 * mm)
    canvas.drawRightString(width - MARGIN, 10 * mm, str(canvas.getPageNumber()))


def _draw_cover(canvas: Any, shared: Shared, own: Own, size: tuple[float, float]) -> None:
    t = translator(shared.language)
    width, height = size
    room = width - 2 * MARGIN
    with canvas.artifact():
        canvas.setFillColor(ACCENT)
        canvas.rect(0, height * 0.56, width, height * 0.44, stroke=0, fill=1)
    y = height - 52 * mm
    lines = _lines(shared.mission, BOLD, 30, room, 3)
    _draw_lines(canvas, "H1", lines, (y, 38), (BOLD, 30, "white"))
    y -= 38 * len(lines)
    cities = fitted(shared.cities, REGULAR, 14, room)
    _draw_lines(canvas, "P", [shared.dates, cities], (y - 4, 22), (REGULAR, 14, "white"))
    y = height * 0.56 - 28 * mm
    _draw_lines(canvas, "P", [t("Briefing pack for") if own.company_id else ""], (y, 0), (REGULAR, 11, QUIET))
    lines = _lines(own.company, BOLD, 22, room, 3)
    _draw_lines(canvas, "P", lines, (y - 29, 29), (BOLD, 22, INK))
    y -= 29 * len(lines)
    for line in (own.sectors, *own.people[:6]):
        y -= 18
        _draw_lines(canvas, "P", [fitted(line, REGULAR, 11, room)], (y, 0), (REGULAR, 11, QUIET))
    _draw_lines(canvas, "P", [fitted(shared.organiser, REGULAR, 9, room)], (MARGIN, 0), (REGULAR, 9, QUIET))


def _draw_lines(
    canvas: Any, tag: str, lines: Sequence[str], place: tuple[float, float], font: tuple[str, float, Any]
) -> None:
    """Lines of one element from a height downwards; place: height and step, font: name, size, colour."""
    y, step = place
    if not any(lines):
        return
    with canvas.marked(canvas.element(object(), tag)):
        canvas.setFillColor(font[2])
        canvas.setFont(font[0], font[1])
        for number, line in enumerate(lines):
            canvas.drawString(MARGIN, y - number * step, line if line == lines[-1] else f"{line} ")


def _lines(text: str, font: str, size: float, width: float, most: int) -> list[str]:
    """The text over at most `most` lines, the last one cut when it is longer."""
    lines: list[str] = simpleSplit(" ".join(text.split()), font, size, width) or [""]
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = f"{kept[-1]} …"
    return [fitted(line, font, size, width) for line in kept]
