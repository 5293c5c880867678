"""Applications are accepted, counterparts come: the words of the selection for either side."""

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.selection import Standing
from missionplanner.gui.selection import side_words


def standing(**given: object) -> Standing:
    numbers = {"taken": 3, "reserve": 0, "open": 0, "declined": 0, "least": None, "most": None, **given}
    return Standing(None, **numbers)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (standing(), "3 accepted"),
        (standing(most=5), "3 accepted of 5"),
        (standing(most=0), "3 accepted of 0"),
        (standing(least=2, most=5), "3 accepted of 2 to 5"),
        (standing(open=4, reserve=1), "3 accepted, 4 open, 1 in reserve"),
        (standing(open=4, side=Side.COUNTERPART), "3 come, 4 open"),
        (standing(taken=1, side=Side.COUNTERPART), "1 comes"),
    ],
)
def test_a_standing_in_words(one: Standing, expected: str) -> None:
    assert side_words.standing_in_words(one) == expected


def test_both_sides_are_narrowed_by_the_same_conditions() -> None:
    kinds = [[kind for kind, _label in side_words.shown(side)] for side, _label in side_words.sides()]
    assert kinds == [["all", "open", "taken", "reserve", "edited", "untold"]] * 2


def test_buttons_and_numbers_are_called_as_the_side_has_it() -> None:
    assert [list(side_words.verbs(side).values()) for side in Side] == [
        ["Accept", "Reserve", "Decline"], ["Comes", "Reserve", "Declined"],
    ]  # fmt: skip
    assert [side_words.numbers(side, 2, 1) for side in Side] == [
        "2 applications  ·  1 decision not announced yet", "2 counterparts  ·  1 not written to yet",
    ]  # fmt: skip
    assert [side_words.whole(side) for side in Side] == ["The whole delegation", "All counterparts"]
