"""Places in lists: numbers from the first on."""

import pytest

from missionplanner.errors import UserError
from missionplanner.jobs.list_places import typed_place


def test_a_place_is_a_number_or_none() -> None:
    assert (typed_place(""), typed_place("3")) == (None, 3)


@pytest.mark.parametrize("text", ["first", "-1", "1.5"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(UserError, match=f"“{text}” is no place in the list"):
        typed_place(text)
