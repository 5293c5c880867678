"""Tagged PDF (PDF/UA-1): what is drawn is marked, and the tree of structure elements is written at the end."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import Destination, PDFDictionary, PDFName, PDFObject, PDFString
from reportlab.pdfgen.canvas import Canvas

from missionplanner.domain.links import is_uri
from missionplanner.pack.fonts import FONTS, REGULAR, PackText

LINKS = 100_000
"""The numbers of links in the tree of parents begin here; those of pages at 0."""


class Element:
    """A structure element. language: a tag, where it is not that around it.

    kids: elements, (page, mark) pairs, or (page, annotation) references.
    """

    __slots__ = ("alt", "attributes", "kids", "language", "parent", "tag")

    def __init__(self, tag: str, parent: "Element | None", attributes: Any = None, alt: str = "") -> None:
        self.tag, self.parent, self.attributes, self.alt = tag, parent, attributes, alt
        self.language = ""
        self.kids: list[Any] = []
        if parent is not None:
            parent.kids.append(self)


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas that marks its content. Whatever is drawn outside of `marked` has to be inside `artifact`."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        self.language: str = settings.get("lang") or "en-CA"
        self.root = Element("Document", None)
        self.here = self.root
        self._levels: list[Element] = []
        self._marks: list[list[Element]] = [[]]
        self._links: list[Element] = []
        self._is_marking = False
        self._known: dict[tuple[int, str], tuple[object, Element]] = {}
        self._kept: dict[object, list[Any]] = {}
        self.head = self.next_head = ""
        self.headed, self.inner = 0, 0.0
        # ReportLab begins every page in Helvetica, which it does not embed; PDF/UA-1 wants every font embedded.
        super().__init__(*args, **{**settings, "initialFontName": REGULAR, "pdfVersion": (1, 7)})
        self.setViewerPreference("DisplayDocTitle", "true")

    def beginText(self, x: float = 0, y: float = 0, direction: str | None = None) -> PackText:
        """Return a text to draw."""
        return PackText(self, x, y, direction)

    def section(self, level: int) -> None:
        """Begin a section at this level (0 is the outermost): what is drawn from now on belongs to it."""
        del self._levels[level:]
        self.here = Element("Sect", self._levels[-1] if self._levels else self.root)
        self._levels.append(self.here)

    def element(self, identity: object, tag: str, attributes: Any = None, parent: Element | None = None) -> Element:
        """The element of something that may be drawn in several parts; made when its first part is."""
        key = id(identity), tag
        if key not in self._known:
            # The object is kept along, as its id could be given to another once it is gone.
            self._known[key] = identity, Element(tag, parent or self.here, attributes)
        return self._known[key][1]

    @contextmanager
    def inside(self, element: Element) -> Iterator[None]:
        """Everything drawn meanwhile belongs to an element."""
        before, self.here = self.here, element
        try:
            yield
        finally:
            self.here = before

    @contextmanager
    def marked(self, element: Element) -> Iterator[None]:
        """Everything drawn meanwhile is the content of an element."""
        # Marks cannot be nested: what is drawn inside another mark belongs to that.
        if self._is_marking:
            yield
            return
        marks = self._marks[-1]
        element.kids.append((self.getPageNumber() - 1, len(marks)))
        begin = f"/{element.tag} <</MCID {len(marks)}>> BDC"
        marks.append(element)
        with self._between(begin):
            yield

    @property
    def is_decorating(self) -> bool:
        """Whether what is drawn now is content of no element."""
        return self._is_marking

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """Everything drawn meanwhile is decoration: lines, backgrounds, page heads and numbers."""
        if self._is_marking:
            yield
            return
        with self._between("/Artifact BMC"):
            yield

    @contextmanager
    def spoken(self, language: str) -> Iterator[None]:
        """Everything drawn meanwhile, inside a mark, is in this language; empty for the one around it."""
        if not language:
            yield
            return
        self._code.append(f"/Span <</Lang ({language})>> BDC")
        try:
            yield
        finally:
            self._code.append("EMC")

    def keep_in(self, kept: dict[object, list[Any]], letters: str) -> None:
        """Share drawings with other files: `kept` holds their operators, `letters` is every character in them.

        A font numbers its characters in the order they are first drawn in; numbered before all else, those of the
        shared drawings have the same numbers in every file.
        """
        self._kept = kept
        for name in FONTS:
            pdfmetrics.getFont(name).number(letters, self._doc)

    def stencil(self, squares: Sequence[Sequence[bool]]) -> None:
        """Paint the dark squares of a picture over the unit square, the first row at its top (PDF 32000-1, 8.9.6.2)."""
        wide = -(-len(squares[0]) // 8)
        bits = ("".join("01"[one] for one in row).ljust(8 * wide, "0") for row in squares)
        found = "".join(f"{int(row, 2):0{2 * wide}x}" for row in bits)
        size = f"/W {len(squares[0])} /H {len(squares)}"
        self._code.append(f"BI {size} /IM true /BPC 1 /D [1 0] /F /AHx ID\n{found}>\nEI")

    def replayed(self, key: object, draw: Callable[[], None]) -> None:
        """Draw what is the same in every file that shares it: done once, then taken as it was."""
        known = self._kept.get(key)
        if known is None:
            start = len(self._code)
            draw()
            self._kept[key] = self._code[start:]
        else:
            self._code += known

    def link(self, element: Element, target: str, words: str, rect: Sequence[float]) -> None:
        """A link to a bookmark or a URI over an area (in the present coordinates), belonging to an element."""
        leads = _action(target) if is_uri(target) else self._bookmarkReference(target)
        annotation = _Link(self._absRect(tuple(rect), 1), words, LINKS + len(self._links), leads)
        self._addAnnotation(annotation)
        element.kids.append((self.getPageNumber() - 1, annotation))
        self._links.append(element)

    def showPage(self) -> None:
        """End the page; its marks are counted anew on the next."""
        super().showPage()
        self._marks.append([])

    def save(self) -> None:
        """Write the structure, then the file."""
        # The last page is closed first: its marks are part of the structure.
        if len(self._code):
            self.showPage()
        self._write_structure()
        super().save()

    # -- inside

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        self._code.append(begin)
        self._is_marking = True
        try:
            yield
        finally:
            self._is_marking = False
            self._code.append("EMC")

    def _number(self, thing: Any) -> int:
        """The number of the object in the file."""
        return int(self._doc.idToObjectNumberAndVersion[self._doc.Reference(thing).name][0])

    def _write_structure(self) -> None:
        pages = list(self._doc.Pages.pages)
        root, parents = _Raw(), _Raw()
        # Elements name their parents and their kids, so that all get a number before any is written.
        objects: dict[int, _Raw] = {}
        elements = list(_all(self.root))
        numbers = {id(element): self._number(objects.setdefault(id(element), _Raw())) for element in elements}
        of_page = [self._number(page) for page in pages]
        above = {id(self.root): self._number(root)}
        for element in elements:
            parent = numbers[id(element.parent)] if element.parent else above[id(element)]
            objects[id(element)].content = self._written(element, parent, numbers, of_page).encode("ascii")
        rows = []
        for number, page in enumerate(pages):
            page.StructParents, page.Tabs = number, PDFName("S")
            # WORKAROUND: ReportLab writes only those entries of a page that it has on this list.
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            rows.append(f"{number} [{' '.join(f'{numbers[id(e)]} 0 R' for e in self._marks[number])}]")
        rows += [f"{LINKS + n} {numbers[id(element)]} 0 R" for n, element in enumerate(self._links)]
        parents.content = f"<< /Nums [{' '.join(rows)}] >>".encode("ascii")
        root.content = (
            f"<< /Type /StructTreeRoot /K [{numbers[id(self.root)]} 0 R] /ParentTree {self._number(parents)} 0 R "
            f"/ParentTreeNextKey {LINKS + len(self._links)} >>"
        ).encode("ascii")
        catalog = self._doc.Catalog
        catalog.StructTreeRoot = root
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _written(self, element: Element, parent: int, numbers: dict[int, int], of_page: list[int]) -> str:
        kids = []
        # Marks of one page are numbers alone, which is most of a file of lists.
        page = _page_of(element)
        for kid in element.kids:
            if page is not None:
                kids.append(str(kid[1]))
            elif isinstance(kid, Element):
                kids.append(f"{numbers[id(kid)]} 0 R")
            elif isinstance(kid[1], int):
                kids.append(f"<</Type /MCR /Pg {of_page[kid[0]]} 0 R /MCID {kid[1]}>>")
            else:
                kids.append(f"<</Type /OBJR /Pg {of_page[kid[0]]} 0 R /Obj {self._number(kid[1])} 0 R>>")
        more = f" /Pg {of_page[page]} 0 R" if page is not None else ""
        more += f" /A {element.attributes}" if element.attributes else ""
        more += f" /Alt {hex_text(element.alt)}" if element.alt else ""
        more += f" /Lang ({element.language})" if element.language else ""
        return f"<< /Type /StructElem /S /{element.tag} /P {parent} 0 R /K [{' '.join(kids)}]{more} >>"


class _Raw(PDFObject):  # type: ignore[misc]
    """An object of the file that is written as it is."""

    # ReportLab's sign for an object that others refer to by its number, instead of holding it.
    __RefOnly__ = 1

    def __init__(self) -> None:
        self.content = b""

    def format(self, _document: Any) -> bytes:
        """Its content."""
        return self.content


class _Link(PDFObject):  # type: ignore[misc]
    """A link that knows its place in the structure; written as it is, for packs have more than a hundred."""

    __RefOnly__ = 1

    def __init__(self, rect: Sequence[float], words: str, place: int, leads: PDFDictionary | Destination) -> None:
        self.rect, self.words, self.place, self.leads = rect, words, place, leads

    def format(self, document: Any) -> bytes:
        """Its area, its words (PDF/UA-1 wants every link described), its place, and where it leads."""
        area = " ".join(f"{edge:.4f}" for edge in self.rect)
        entries = f"/Rect [{area}] /Contents {hex_text(self.words)} /Border [0 0 0] /F 4 /StructParent {self.place}"
        where = b"/Dest " if isinstance(self.leads, Destination) else b"/A "
        whole = b"<< /Type /Annot /Subtype /Link ", entries.encode("ascii"), b" ", where, self.leads.format(document)
        return b"".join((*whole, b" >>"))


def _action(target: str) -> PDFDictionary:
    return PDFDictionary({"S": PDFName("URI"), "URI": PDFString(target)})


def _page_of(element: Element) -> int | None:
    """The page all of an element is on, where it holds nothing but marks."""
    pages = {kid[0] if not isinstance(kid, Element) and isinstance(kid[1], int) else None for kid in element.kids}
    return pages.pop() if len(pages) == 1 else None


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)


def hex_text(text: str) -> str:
    """A text as a string of a PDF, whatever its characters."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
