"""Days about as full as each other, at nobody's cost."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from random import Random

import pytest

from missionplanner.scheduling.evening import even_out
from missionplanner.scheduling.problem import Party, Problem, Wish
from tests.unit.scheduling.problems import day, problem


def two_days(*pairs: tuple[int, int], tables: int = 9) -> Problem:
    """Two days of two slots each at one stop; every day of every party counts."""
    stated = problem(*pairs, places=4, tables=tables)
    parties = tuple(replace(party, day_price=1) for party in stated.parties)
    slots = (*day(2), *(replace(slot, date=1, starts=slot.starts + 1440, ends=slot.ends + 1440) for slot in day(2, 1)))
    return replace(stated, slots=slots, parties=parties)


def days(stated: Problem, day_of: Mapping[int, int]) -> int:
    """The days of all parties whose days count, by their weights."""
    cells = {(party, there) for number, there in day_of.items() for party in stated.wishes[number].parties}
    return sum(stated.parties[party].day_price for party, _there in cells)


def with_wish(stated: Problem, number: int, **parts: object) -> Problem:
    wishes = list(stated.wishes)
    wishes[number] = replace(wishes[number], **parts)  # type: ignore[arg-type]
    return replace(stated, wishes=tuple(wishes))


def test_meetings_that_hang_together_change_their_day_together() -> None:
    stated = two_days((0, 1), (0, 2), (3, 4), (3, 5))
    found = even_out(stated, dict.fromkeys(range(4), 1))
    assert (found[0], found[2]) in ((0, 1), (1, 0))
    assert (found[0], found[2]) == (found[1], found[3])


def test_a_single_meeting_goes_where_both_come_anyway() -> None:
    stated = two_days((0, 1), (0, 2), (1, 3), (0, 4), (1, 5))
    before = {0: 0, 1: 0, 2: 0, 3: 1, 4: 1}
    assert even_out(stated, before) == before
    assert Counter(even_out(two_days((0, 1), (2, 3), (0, 3), (0, 4), (3, 5)), {0: 0, 1: 0, 2: 0, 3: 0, 4: 1}).values()) == {
        0: 3, 1: 2,
    }  # fmt: skip


def test_the_first_day_is_filled_before_the_second() -> None:
    assert even_out(two_days((0, 1)), {0: 1}) == {0: 0}


@pytest.mark.parametrize(
    "parts", [{"fixed": True}, {"previous": 2}, {"allowed": (2, 3)}], ids=["fixed", "planned before", "not allowed"]
)
def test_what_is_fixed_or_planned_or_cannot_stays(parts: dict[str, object]) -> None:
    assert even_out(with_wish(two_days((0, 1)), 0, **parts), {0: 1}) == {0: 1}


def test_an_order_is_left_alone() -> None:
    stated = replace(two_days((0, 1), (2, 3)), orders=((0, 1),))
    assert even_out(stated, {0: 1, 1: 1}) == {0: 1, 1: 1}


def test_nobody_gets_more_meetings_than_fit_in_a_day() -> None:
    pairs = ((0, 1), (0, 2), (3, 4))
    for change in ({"daily": 1}, {"daily": 2}):
        stated = two_days(*pairs)
        stated = replace(stated, parties=(Party(day_price=1, **change), *stated.parties[1:]))
        assert (even_out(stated, dict.fromkeys(range(3), 1))[0] == 0) is (change["daily"] == 2)
    tight = replace(two_days(*pairs), wishes=(*(Wish((0, n), (0, 2, 3)) for n in (1, 2)), Wish((3, 4), (2, 3))))
    assert even_out(tight, dict.fromkeys(range(3), 1)) == dict.fromkeys(range(3), 1)


@pytest.mark.parametrize("seed", range(5))
def test_nobody_comes_more_often_and_days_are_no_less_even(seed: int) -> None:
    chance = Random(seed)
    pairs = sorted({(chance.randrange(8), 8 + chance.randrange(8)) for _n in range(12)})
    stated = two_days(*pairs)
    before = {number: chance.randrange(2) for number in range(len(pairs))}
    after = even_out(stated, before)
    assert days(stated, after) <= days(stated, before)
    assert max(Counter(after.values()).values()) <= max(Counter(before.values()).values())
