"""Packs as they lie open: two pages side by side, as they are once they are folded and stapled; and single pages."""

from io import BytesIO

import pikepdf
from pikepdf import Page, Pdf, Rectangle


def as_spreads(content: bytes) -> tuple[bytes, int]:
    """Return a pack with the cover alone at the right, then two pages side by side; and how many pages it has."""
    with pikepdf.open(BytesIO(content)) as pack, pikepdf.new() as found:
        pages = list(pack.pages)
        for left, right in pairs(len(pages)):
            _add_spread(found, pages[left] if left is not None else None, pages[right] if right is not None else None)
        out = BytesIO()
        found.save(out)
        return out.getvalue(), len(pages)


def pairs(number: int) -> list[tuple[int | None, int | None]]:
    """Return the pages (the first is 0) at the left and right of each spread; None for a side without one."""
    lefts = range(-1, number, 2)
    return [(left if left >= 0 else None, left + 1 if left + 1 < number else None) for left in lefts]


def one_page(content: bytes, page: int) -> bytes:
    """Return a page of a pack alone (the first is 0)."""
    with pikepdf.open(BytesIO(content)) as pack, pikepdf.new() as found:
        found.pages.append(pack.pages[page])
        out = BytesIO()
        found.save(out)
        return out.getvalue()


def _add_spread(found: Pdf, left: Page | None, right: Page | None) -> None:
    known = left or right
    assert known is not None
    width, height = float(known.mediabox[2]), float(known.mediabox[3])
    found.add_blank_page(page_size=(2 * width, height))
    for page, start in ((left, 0.0), (right, width)):
        if page is not None:
            found.pages[-1].add_overlay(page, Rectangle(start, 0, start + width, height))
