"""Sheets of labels."""

from itertools import pairwise

import pytest

from missionplanner.pack.labels import NameBadges, PlaceCards


@pytest.mark.parametrize("kind", [NameBadges, PlaceCards])
def test_labels_lie_on_the_page_without_touching(kind: type[NameBadges]) -> None:
    for layout in (kind.LETTER, kind.A4):
        wide, high = layout.page
        corners = [layout.place(number) for number in range(layout.across * layout.down)]
        assert all(x >= 0 and x + layout.wide <= wide and y >= 0 and y + layout.high <= high for x, y in corners)
        assert len(set(corners)) == layout.across * layout.down
        left = [x for x, _y in corners]
        assert abs(min(left) - (wide - max(left) - layout.wide)) < 0.01
        for (x, y), (other_x, other_y) in pairwise(corners):
            assert other_x >= x + layout.wide - 0.01 or other_y + layout.high <= y + 0.01


def test_badges_are_where_their_sheets_have_them() -> None:
    assert [round(n / 72, 3) for n in NameBadges.LETTER.place(0)] == [0.25, 7.0]
    assert [round(n / 72 * 25.4, 2) for n in NameBadges.A4.place(0)] == [18.5, 204.0]
