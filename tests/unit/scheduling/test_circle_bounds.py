"""The bound of circles: what a party and all it meets must be idle together."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from missionplanner.progress import Progress
from missionplanner.scheduling import circle_bounds
from missionplanner.scheduling.bounds import SingleBounds
from missionplanner.scheduling.circle_bounds import CircleBounds
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Assignment, Party, Problem, Wish
from tests.unit.scheduling.problems import brute_force, is_lawful, problem

PLAN = {0: 0, 1: 1, 2: 4}
WAITING = 5
"""What the three parties of `three` are idle at least, and in that plan."""


def three(first: int = 0) -> tuple[Wish, ...]:
    """Party 0 meets 1 and 2 early and late, and these two each other between: alone each waits less than all together."""
    one, two = first + 1, first + 2
    return Wish((first, one), (0, 4)), Wish((one, two), (1, 3)), Wish((first, two), (0, 4))


def stated(wishes: tuple[Wish, ...], **more: object) -> Problem:
    """The problem of these wishes in a day of five slots with tables for all."""
    return replace(problem(*(wish.parties for wish in wishes), places=5, tables=9), wishes=wishes, **more)  # type: ignore[arg-type]


def bound(given: Problem, plan: Assignment, progress: Progress | None = None, seconds: float = 5) -> int:
    """What is proved after one look at single parties and one at circles."""
    return CircleBounds(given).bound(plan, Limits(5), Limits(seconds), progress or Progress())


def test_a_party_is_idle_or_whom_it_meets() -> None:
    singles = SingleBounds(stated(three()))
    assert singles.bound(PLAN, Limits(5), Progress()) == 3
    assert bound(stated(three()), PLAN) == WAITING


def test_circles_apart_add_up() -> None:
    plan = {**PLAN, 3: 0, 4: 1, 5: 4}
    assert bound(stated(three() + three(3)), plan) == 2 * WAITING


def test_circles_with_a_party_in_common_become_one() -> None:
    # Party 2 is in both: its circle has all, and so has every other after it.
    both = (*three(), Wish((2, 3), (2,)), *three(3)[1:])
    plan = {**PLAN, 3: 2, 4: 1, 5: 4}
    assert is_lawful(stated(both), plan)
    assert bound(stated(both), plan) == brute_least(stated(both))


def test_of_circles_too_large_to_become_one_the_better_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(circle_bounds, "MOST_MEETINGS", 0)
    both = (*three(), Wish((2, 3), (2,)), *three(3)[1:])
    plan = {**PLAN, 3: 2, 4: 1, 5: 4}
    assert WAITING <= bound(stated(both), plan) <= brute_least(stated(both))


def test_a_party_with_several_meetings_at_once_is_in_no_circle() -> None:
    parties = Party(), Party(at_once=2), Party()
    singles = SingleBounds(stated(three(), parties=parties))
    alone = singles.bound(PLAN, Limits(5), Progress())
    assert bound(stated(three(), parties=parties), PLAN) == alone


def test_how_even_parties_have_to_be_proves_nothing_of_a_circle() -> None:
    assert bound(stated(three(), spread=0), PLAN) == WAITING


def test_orders_within_a_circle_count_and_others_do_not() -> None:
    wishes = Wish((0, 1), (0, 1, 2)), Wish((0, 2), (2, 3)), Wish((3, 4), (0, 4))
    plan = {0: 0, 1: 3, 2: 0}
    assert bound(stated(wishes), plan) == 0
    assert bound(stated(wishes, orders=((1, 0),)), {0: 2, 1: 3, 2: 0}) == 0
    third = (*wishes[:2], Wish((1, 2), (1, 2, 3)), wishes[2])
    assert bound(stated(third, orders=((0, 1), (3, 2))), {0: 0, 1: 3, 2: 1, 3: 0}) == brute_least(
        stated(third, orders=((0, 1),))
    )


def test_a_stopped_look_proves_nothing() -> None:
    stopped = Progress()
    stopped.stop()
    assert bound(stated(three()), PLAN, stopped) == 0


def test_without_time_no_circle_is_looked_at() -> None:
    assert bound(stated(three()), PLAN, seconds=0) == 3
    assert CircleBounds(stated(three())).bound(PLAN, Limits(5), None, Progress()) == 3


def test_where_a_plan_is_far_from_what_is_proved_no_circle_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(circle_bounds, "LAST", 1)
    assert bound(stated(three()), PLAN) == 3


@pytest.mark.parametrize(
    ("status", "seconds", "times"),
    [(cp_model.OPTIMAL, (1, 9), 1), (cp_model.UNKNOWN, (1, 1.9), 1), (cp_model.UNKNOWN, (1, 2), 2)],
)
def test_a_circle_is_looked_at_again_only_where_more_may_be_proved(
    monkeypatch: pytest.MonkeyPatch, status: int, seconds: tuple[float, float], times: int
) -> None:
    looked: list[int] = []
    monkeypatch.setattr(circle_bounds, "solved", lambda *_words: looked.append(1) or (status, 0, 0.0))
    circles = CircleBounds(stated(three()))
    for each in seconds:
        circles.bound(PLAN, Limits(5), Limits(each), Progress())
    assert len(looked) == times


def test_repeatable_looks_count_their_work_and_others_the_clock() -> None:
    counted, timed = CircleBounds(stated(three())), CircleBounds(stated(three()))
    assert counted.bound(PLAN, Limits(5), Limits(5, repeatable=True), Progress()) == WAITING
    assert timed.bound(PLAN, Limits(5), Limits(5), Progress()) == WAITING
    again = CircleBounds(stated(three()))
    again.bound(PLAN, Limits(5), Limits(5, repeatable=True), Progress())
    assert (counted.spent == again.spent, timed.spent > 0) == (True, True)


def test_while_a_search_waits_circles_are_looked_at_once_it_finds_nothing_better() -> None:
    circles = CircleBounds(stated((*three(), Wish((3, 4), (0,)), Wish((3, 5), (1, 4)))))
    worse, better = {**PLAN, 3: 0, 4: 4}, {**PLAN, 3: 0, 4: 1}
    asked = [circles.ask(plan, Limits(5), Limits(60), Progress()) for plan in (worse, better, better)]
    assert asked == [3, 3, WAITING]


def test_of_a_short_search_circles_take_no_time() -> None:
    circles = CircleBounds(stated(three()))
    assert [circles.ask(PLAN, Limits(5), Limits(3), Progress()) for _time in range(2)] == [3, 3]


def test_all_looks_together_take_a_share_of_the_search() -> None:
    circles = CircleBounds(stated(three()))
    circles.spent = 5.7
    assert [circles.ask(PLAN, Limits(5), Limits(60), Progress()) for _time in range(2)] == [3, 3]


def brute_least(given: Problem) -> int:
    """The least idle time with every wish placed, by trying all."""
    value, idle = brute_force(given)
    assert value == len(given.wishes)
    return idle


@settings(max_examples=60)
@given(st.data())
def test_no_plan_has_less_than_what_is_proved(data: st.DataObject) -> None:
    pairs = data.draw(
        st.lists(st.sampled_from([(0, 1), (0, 2), (1, 2), (2, 3), (0, 3)]), min_size=3, max_size=5, unique=True)
    )
    away = tuple(Party(absent=data.draw(st.frozensets(st.integers(0, 4), max_size=1))) for _party in range(4))
    slots = st.sets(st.integers(0, 4), min_size=1, max_size=3)
    wishes = tuple(
        Wish(pair, tuple(sorted(data.draw(slots) - away[pair[0]].absent - away[pair[1]].absent))) for pair in pairs
    )
    given = replace(
        problem(*pairs, places=5, tables=data.draw(st.integers(1, 2)), parties=4), wishes=wishes, parties=away
    )
    value, least = brute_force(given)
    assume(value == len(wishes))
    plan = next(plan for plan in _plans(given) if is_lawful(given, plan))
    assert bound(given, plan) <= least


def _plans(given: Problem) -> list[dict[int, int]]:
    found: list[dict[int, int]] = [{}]
    for number, wish in enumerate(given.wishes):
        found = [{**plan, number: slot} for plan in found for slot in wish.allowed]
    return found
