"""Packs as they lie open."""

from io import BytesIO

import pikepdf
import pytest

from missionplanner.pack.spreads import as_spreads, one_page, pairs


def pack(pages: int) -> bytes:
    with pikepdf.new() as found:
        for number in range(pages):
            found.add_blank_page(page_size=(100 + number, 200))
        out = BytesIO()
        found.save(out)
        return out.getvalue()


@pytest.mark.parametrize(
    ("number", "found"), [(1, [(None, 0)]), (4, [(None, 0), (1, 2), (3, None)]), (3, [(None, 0), (1, 2)])]
)
def test_the_cover_is_alone_and_so_is_the_back(number: int, found: list[tuple[int | None, int | None]]) -> None:
    assert pairs(number) == found


def test_two_pages_stand_side_by_side() -> None:
    content, number = as_spreads(pack(4))
    with pikepdf.open(BytesIO(content)) as found:
        assert (number, [float(page.mediabox[2]) for page in found.pages]) == (4, [200, 202, 206])


def test_a_page_is_taken_alone() -> None:
    with pikepdf.open(BytesIO(one_page(pack(3), 2))) as found:
        assert [float(page.mediabox[2]) for page in found.pages] == [102]
