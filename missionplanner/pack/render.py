"""Content to PDF files: one pack in this process, many in several."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.lib.units import mm
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Spacer
from reportlab.platypus.doctemplate import LayoutError

from missionplanner import workers
from missionplanner.domain.journals import Edition
from missionplanner.pack.booklet import Booklet
from missionplanner.pack.card_pages import CardBook
from missionplanner.pack.cover import MARGIN, draw_cover, draw_margins, edges
from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.delegate_pages import Book
from missionplanner.pack.directory_pages import DirectoryBook
from missionplanner.pack.editions import DirectoryVolume, Leader, ListPapers, Papers, Separators, Slips
from missionplanner.pack.finishing import finished
from missionplanner.pack.hosts_pages import HostsBook
from missionplanner.pack.large_pages import LargeBook
from missionplanner.pack.leader_pages import LeaderBook
from missionplanner.pack.list_papers import ListsBook
from missionplanner.pack.organiser_pages import OrganiserBook
from missionplanner.pack.slips import SeparatorsBook, SlipsBook
from missionplanner.pack.stamp import Stamp
from missionplanner.pack.style import QUIET, REGULAR, letters, register_fonts
from missionplanner.pack.tags import TaggedCanvas
from missionplanner.pack.texts import typeset
from missionplanner.writing import replacing

__all__ = ["LayoutError", "PackJob", "RenderResult", "Rendered", "render", "write", "write_all"]
FEW = 6
"""Up to this many packs are not worth the start of other processes."""
Special = Papers | ListPapers | Leader | DirectoryVolume | Slips | Separators
"""The part of an edition that belongs to no single company."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished pack: its pages, and on which of them each section begins."""

    pages: int
    sections: tuple[tuple[str, int], ...]
    companies: tuple[tuple[int, int], ...] = ()
    """The keys of the companies that have a profile, and the pages these are on."""


@dataclass(frozen=True, slots=True)
class RenderResult:
    """The outcome of one of many packs: its pages, or why it was not made."""

    rendered: Rendered | None = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class PackJob:
    """One of many packs to write."""

    own: Own
    target: Path
    stamp: Stamp | None = None
    edition: Edition = Edition.DELEGATE


def render(
    shared: Shared,
    own: Own,
    special: Special | None = None,
    stamp: Stamp | None = None,
    edition: Edition = Edition.DELEGATE,
) -> tuple[bytes, Rendered]:
    """The PDF of one pack; with `special` that of an edition of no company. stamp: the print it is, where it is one."""
    register_fonts()
    language, telephones = shared.language, shared.telephones
    shared = _typeset_shared(shared)
    own, special = typeset(own, language, telephones), typeset(special, language, telephones)
    size = LETTER if shared.letter_size else A4
    size = landscape(size) if edition is Edition.CARD else size
    width, height = size[0] - 2 * MARGIN, size[1] - 2 * MARGIN - 8 * mm
    book = _book(shared, own, special or edition, (width, height))
    book.printed = stamp.words(book.t) if stamp else ""
    out = BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=size,
        title=f"{shared.mission} – {own.delegate or own.company}",
        author=shared.organiser,
        subject=book.t("Briefing pack"),
        creator="Trade Mission Planner",
        # No time of writing in the file: the same content gives the same bytes.
        invariant=1,
        lang=shared.locale,
        pageTemplates=_templates(shared, own, size, book),
    )
    # Laid out once: page numbers that are not known yet are drawn as forms at the end.
    document.build([Spacer(1, 1), *book.story()], canvasmaker=_canvas_of(book, *_kept(shared)))
    sections = tuple((key, book.pages[key]) for key in book.keys if key in book.pages)
    meetings = ((entry.company_id, book.pages.get(f"meeting-{n}")) for n, entry in enumerate(own.meetings))
    companies = tuple((key, page) for key, page in meetings if page)
    return finished(out.getvalue(), stamp), Rendered(document.page, sections, companies)


def write(
    shared: Shared,
    own: Own,
    target: Path,
    special: Special | None = None,
    stamp: Stamp | None = None,
    edition: Edition = Edition.DELEGATE,
) -> Rendered:
    """Write one pack; the file appears whole or not at all, with the rights of any new file."""
    content, rendered = render(shared, own, special, stamp, edition)
    with replacing(target) as partial:
        partial.write_bytes(content)
    return rendered


def write_all(shared: Shared, jobs: Sequence[PackJob]) -> Iterator[RenderResult]:
    """Write many packs, using all processors; yields the outcome of each in order: a failure does not stop the rest."""
    with workers.executor(len(jobs), FEW, _begin, shared) as pool:
        try:
            futures: list[Future[Rendered]] = [pool.submit(_write_one, job) for job in jobs]
            for future in futures:
                error = future.exception()
                yield RenderResult(error=error) if error else RenderResult(future.result())
        finally:
            # Reached early when the job is cancelled, which closes this generator.
            pool.shutdown(cancel_futures=True)


_shared: Shared | None = None


def _begin(shared: Shared) -> None:
    global _shared
    # Sent to each process once instead of with every pack.
    _shared = shared
    register_fonts()


def _write_one(job: PackJob) -> Rendered:
    assert _shared is not None
    return write(_shared, job.own, job.target, None, job.stamp, job.edition)


def _book(shared: Shared, own: Own, special: Special | Edition, size: tuple[float, float]) -> Book:
    if isinstance(special, Edition):
        return _OF_COMPANIES[special](shared, own, size)
    kinds: dict[type, Any] = {
        Papers: OrganiserBook,
        ListPapers: ListsBook,
        Leader: LeaderBook,
        DirectoryVolume: DirectoryBook,
        Slips: SlipsBook,
        Separators: SeparatorsBook,
    }
    book: Book = kinds[type(special)](shared, own, special, size)
    return book


_OF_COMPANIES: dict[Edition, type[Book]] = {
    Edition.DELEGATE: Booklet,
    Edition.HOSTS: HostsBook,
    Edition.CARD: CardBook,
    Edition.LARGE: LargeBook,
}
"""The editions every company has a pack of."""


_set: tuple[str, Shared | None] = "", None
"""The content all packs share with its spaces set right, after the digest of what it was made of."""


def _typeset_shared(shared: Shared) -> Shared:
    global _set
    if _set[1] is None or _set[0] != shared.digest:
        _set = shared.digest, typeset(shared, shared.language, shared.telephones)
    found = _set[1]
    assert found is not None
    return found


_drawings: tuple[str, dict[object, list[Any]], str] = "", {}, ""
"""Drawings the packs of one content share, kept as long as packs of that are made: its digest, they, their letters."""


def _kept(shared: Shared) -> tuple[dict[object, list[Any]], str]:
    global _drawings
    if _drawings[0] != shared.digest:
        _drawings = shared.digest, {}, letters(repr(shared))
    return _drawings[1:]


def _canvas_of(book: Book, kept: dict[object, list[Any]], letters: str) -> Any:
    # ReportLab takes a class and makes the canvas itself, so that the book can only be bound here.
    class PackCanvas(TaggedCanvas):
        """Fills in the contents at the end."""

        def __init__(self, *args: Any, **settings: Any) -> None:
            super().__init__(*args, **settings)
            self.keep_in(kept, letters)
            self.showOutline()

        def save(self) -> None:
            """Draw the page numbers of the contents, then write the file."""
            if book.has_contents:
                book.contents.draw_numbers(self, book.pages)
            super().save()

    return PackCanvas


def _templates(shared: Shared, own: Own, size: tuple[float, float], book: Book) -> list[PageTemplate]:
    width, height = size[0] - 2 * MARGIN, size[1] - 2 * MARGIN - 8 * mm
    gap = 7 * mm
    half = (width - gap) / 2
    full = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}

    def frame(name: str, x: float, wide: float) -> Frame:
        return Frame(x, MARGIN, wide, height, id=name, **full)

    def cover(canvas: Any, _document: Any) -> None:
        canvas.section(0)
        draw_cover(canvas, shared, own, size)
        with canvas.marked(canvas.element(object(), "P")):
            foot(canvas)

    def body(canvas: Any, _document: Any) -> None:
        with canvas.artifact():
            draw_margins(canvas, shared, own, size, book.small)
            foot(canvas)

    def back(canvas: Any, _document: Any) -> None:
        with canvas.artifact():
            foot(canvas)

    def foot(canvas: Any) -> None:
        _draw_foot(canvas, book.printed, size[0], book.small)

    columns = [frame("left", MARGIN, half), frame("right", MARGIN + half + gap, half)]
    bare = PageTemplate("bare", [frame("bare", MARGIN, width)])
    first = PageTemplate("cover", [frame("cover", MARGIN, width)], onPage=cover)
    return [
        # ReportLab begins with the first template of the list.
        *([first] if book.has_cover else [] if book.has_margins else [bare]),
        # The head names the section, which is known when the page is done.
        PageTemplate("body", [frame("body", MARGIN, width)], onPageEnd=body),
        PageTemplate("columns", columns, onPageEnd=body),
        PageTemplate("back", [frame("back", MARGIN, width)], onPageEnd=back),
        PageTemplate("sheet", [Frame(0, 0, *size, id="sheet", **full)]),
    ]


def _draw_foot(canvas: Any, words: str, width: float, small: float) -> None:
    """When it was printed, at the fold: the number of the page is at the outer edge."""
    left, right = edges(canvas, width)
    # The next page says for itself whether it is folded.
    canvas.inner = 0
    canvas.setFont(REGULAR, small)
    canvas.setFillColor(QUIET)
    if canvas.getPageNumber() % 2:
        canvas.drawString(left, 10 * mm, words)
    else:
        canvas.drawRightString(right, 10 * mm, words)
