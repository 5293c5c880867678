"""Filters of the companies kept under a name."""

from missionplanner.domain.saved_filters import SavedFilter
from tests.builders import defaults


def test_a_new_filter_sorts_by_name() -> None:
    assert defaults(SavedFilter) == {"id": 0, "sort": "name", "descending": False}
