"""Pictures of a pack, each told in words."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.pack import figures, shared_content
from missionplanner.store.store import Store


def test_the_scheme_tells_the_stops_in_words(example: Store) -> None:
    shared = shared_content.shared(example.snapshot(), "fr")
    assert [(stop.name, stop.first, stop.last, stop.lane) for stop in shared.stops] == [
        ("Mexico", 0, 2, 0),
        ("Guadalajara", 3, 5, 0),
        ("Monterrey", 3, 5, 1),
    ]
    assert shared.mission == "Mission commerciale du Canada au Mexique 2026"
    assert shared.flags == ("ca", "mx")


@pytest.mark.parametrize(
    ("squares", "rectangles"),
    [
        ([], []),
        (["##", "##"], [(0, 0, 2, 2)]),
        (["#.#", "###", "#.#"], [(0, 0, 1, 1), (2, 0, 1, 1), (0, 1, 3, 1), (0, 2, 1, 1), (2, 2, 1, 1)]),
    ],
)
def test_equal_runs_of_rows_are_one_rectangle(squares: list[str], rectangles: list[tuple[int, int, int, int]]) -> None:
    assert list(figures._rectangles([[one == "#" for one in row] for row in squares])) == rectangles


@given(st.lists(st.lists(st.booleans(), min_size=7, max_size=7), max_size=7))
def test_rectangles_cover_each_dark_square_once(squares: list[list[bool]]) -> None:
    covered = Counter(
        (column + x, row + y)
        for column, row, length, height in figures._rectangles(squares)
        for x in range(length)
        for y in range(height)
    )
    assert covered == Counter((x, y) for y, row in enumerate(squares) for x, is_dark in enumerate(row) if is_dark)
