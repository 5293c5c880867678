"""The order and number of the pages of a pack."""

import pytest

from missionplanner.pack import page_plan
from missionplanner.pack.page_plan import Parts
from missionplanner.pack.sheets import Sheet


def sheets(number: int) -> list[Sheet]:
    return [Sheet((10, 10)) for _ in range(number)]


def parts(days: int, meetings: int, info: int = 4) -> Parts:
    return Parts(sheets(1), sheets(days), sheets(2), sheets(meetings), [sheets(1) for _ in range(info)], sheets(2))


@pytest.mark.parametrize(
    ("meetings", "pages"), [(0, 12), (3, 12), (4, 16), (8, 16), (9, 16), (10, 16), (17, 20), (45, 28)]
)
def test_packs_are_of_whole_sheets_of_paper(meetings: int, pages: int) -> None:
    def make(each: int, tight: bool, close: bool) -> Parts:
        return parts(2 if close else 3, -(-meetings // each), 3 if tight else 4)

    found, number = page_plan.smallest(meetings, make)
    assert number == pages
    assert number - 4 < found.pages <= number


def test_few_meetings_have_two_a_page_and_of_equal_plans_the_roomier_is_taken() -> None:
    asked: list[tuple[int, bool, bool]] = []

    def make(each: int, tight: bool, close: bool) -> Parts:
        asked.append((each, tight, close))
        return parts(2, 2)

    assert page_plan.smallest(5, make)[1] == 16
    assert {each for each, *_room in asked} == {2}
    assert asked[0] == (2, False, False)


@pytest.mark.parametrize("pages", [12, 16, 20])
def test_the_week_and_the_list_are_the_middle_spread(pages: int) -> None:
    given = parts(2, 1 if pages == 12 else 3, 3)
    spare: list[list[Sheet]] = []

    def more(number: int) -> list[list[Sheet]]:
        spare.extend(sheets(1) for _ in range(number))
        return spare

    found = page_plan.ordered(given, pages, more)
    assert len(found) == pages - 1
    # The cover is page 1, so that the first of these is page 2.
    assert found.index(given.hub[0]) + 2 == pages // 2
    assert found[0] is given.front[0]
    assert found[-2:] == given.tail


def test_a_week_that_cannot_be_in_the_middle_begins_a_spread() -> None:
    given = parts(9, 3)
    found = page_plan.ordered(given, 24, lambda number: [sheets(1) for _ in range(number)])
    assert len(found) == 23
    assert (found.index(given.hub[0]) + 2) % 2 == 0
