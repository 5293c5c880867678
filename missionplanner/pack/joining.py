"""Several packs as one file, with the structure, links and bookmarks of each kept."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from missionplanner.pack.cover import BLEED, MARKS
from missionplanner.pack.finishing import UNDATED, describe, save
from missionplanner.pack.metadata import FileFacts
from missionplanner.writing import replacing

_STEP = 1_000_000
"""So far apart are the numbers of the parts in the joined tree of parents."""


def join(files: Sequence[Path], target: Path, facts: FileFacts, sheets: Path, moment: datetime = UNDATED) -> int:
    """Packs as one file for printing on both sides, made at this moment; returns the number of pages.

    Before each pack comes its page of `sheets`; a blank page follows where one side of a sheet would be left. Each pack
    is bookmarked, the links in it lead where they did.
    """
    with pikepdf.new() as whole:
        root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = whole.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array()))
        numbers = Array()
        with pikepdf.open(sheets) as covers, whole.open_outline() as outline:
            _renumber(covers, 0)
            whole.pages.extend(covers.pages)
            sections = _take_structure(whole, covers, numbers, 0).K
            # Only their structure is taken here: each cover is put before its pack below.
            fronts = list(whole.pages)
            del whole.pages[:]
            for place, file in enumerate(files):
                with pikepdf.open(file) as part:
                    outline.root.append(OutlineItem(file.stem, len(whole.pages)))
                    _renumber(part, (place + 1) * _STEP)
                    whole.pages.append(fronts[place])
                    _add_blank(whole)
                    whole.pages.extend(part.pages)
                    if len(part.pages) % 2:
                        _add_blank(whole)
                    found = _take_structure(whole, part, numbers, (place + 1) * _STEP)
                    found.S, found.P, sections[place].P = Name.Part, document, document
                    document.K.extend([sections[place], found])
        root.K = Array([document])
        root.ParentTree = whole.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = (len(files) + 1) * _STEP
        _say(whole, root)
        whole.Root.Lang = String(facts.language)
        describe(whole, facts, moment)
        with replacing(target) as partial:
            save(whole, partial)
        return len(whole.pages)


def with_bleed(content: bytes) -> bytes:
    """Return a file for the print shop: pages with 3 mm beyond their edges, and the marks they are cut by."""
    with pikepdf.open(BytesIO(content)) as pdf:
        for page in pdf.pages:
            _add_bleed(pdf, page)
        out = BytesIO()
        save(pdf, out)
        return out.getvalue()


def _add_bleed(pdf: Pdf, page: pikepdf.Page) -> None:
    left, bottom, right, top = (float(n) for n in page.mediabox)
    for name, more in (("/TrimBox", 0.0), ("/BleedBox", BLEED), ("/MediaBox", BLEED + MARKS)):
        page.obj[name] = Array([round(n, 2) for n in (left - more, bottom - more, right + more, top + more)])
    if "/CropBox" in page.obj:
        del page.obj["/CropBox"]
    lines = [
        f"{x:.2f} {end:.2f} m {x:.2f} {end + out * MARKS:.2f} l"
        for x in (left, right)
        for end, out in ((bottom - BLEED, -1), (top + BLEED, 1))
    ]
    lines += [
        f"{end:.2f} {y:.2f} m {end + out * MARKS:.2f} {y:.2f} l"
        for y in (bottom, top)
        for end, out in ((left - BLEED, -1), (right + BLEED, 1))
    ]
    drawn = f"/Artifact BMC q 0.25 w 0 0 0 RG {' '.join(lines)} S Q EMC"
    page.contents_add(pdf.make_stream(drawn.encode()))


def join_for_paper(packs: Iterable[bytes]) -> bytes:
    """Return packs as one file for the printer on the desk; a blank page lets each begin on a front."""
    with pikepdf.new() as whole:
        for pack in packs:
            if len(whole.pages) % 2:
                _add_blank(whole)
            with pikepdf.open(BytesIO(pack)) as part:
                whole.pages.extend(part.pages)
        out = BytesIO()
        whole.save(out)
        return out.getvalue()


def _add_blank(whole: Pdf) -> None:
    """A page of the size of the last one with nothing on it."""
    box = whole.pages[-1].mediabox
    whole.add_blank_page(page_size=(float(box[2]), float(box[3])))


def _renumber(part: Pdf, offset: int) -> None:
    """Point the pages and links of a part to their places in the joined file."""
    names = part.Root.get("/Dests", Dictionary())
    for page in part.pages:
        if "/StructParents" in page.obj:
            page.obj.StructParents = int(page.obj.StructParents) + offset
        for link in page.obj.get("/Annots", Array()):
            if "/StructParent" in link:
                link.StructParent = int(link.StructParent) + offset
            # All packs use the same names for their bookmarks, so that links lead to the page itself instead.
            if isinstance(link.get("/Dest"), Name) and str(link.Dest) in names:
                link.Dest = names[str(link.Dest)]


def _take_structure(whole: Pdf, part: Pdf, numbers: Array, offset: int) -> Dictionary:
    """Copy the structure of a part and its numbers; returns its topmost element, which has no parent yet."""
    tree = part.Root.StructTreeRoot
    top = tree.K[0]
    # Its parent is the tree of the part, which would be copied along with it.
    del top["/P"]
    copied = whole.copy_foreign(top)
    assert isinstance(copied, Dictionary)
    parents = whole.copy_foreign(part.make_indirect(tree.ParentTree)).Nums
    for place in range(0, len(parents), 2):
        numbers.append(int(parents[place]) + offset)
        numbers.append(parents[place + 1])
    return copied


def _say(whole: Pdf, root: Dictionary) -> None:
    """That the file is tagged."""
    whole.Root.StructTreeRoot = root
    whole.Root.MarkInfo = Dictionary(Marked=True)
    whole.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
