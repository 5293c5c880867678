"""The contents on the inside of the cover."""

from missionplanner.pack.contents_list import ContentsList
from missionplanner.pack.style import look


def test_sections_stand_in_two_columns() -> None:
    found = ContentsList("Contents", [(str(n), f"Section {n}") for n in range(7)], look(""))
    assert found.rows == 4
    assert found.wrap(500, 0) == (500, found.height)
    assert found.height > 4 * ContentsList.STEP
