"""The bound that forgets who meets whom."""

from dataclasses import replace

from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.problem import Party, Wish
from missionplanner.scheduling.relaxation import idle_bound
from tests.unit.scheduling.problems import RUNS, problem


def test_a_gap_that_no_plan_avoids_is_found() -> None:
    stated = replace(
        problem((0, 1), (0, 2), places=3, complete=True),
        wishes=(Wish((0, 1), (0,)), Wish((0, 2), (2,))),
        measure=RUNS,
    )
    assert idle_bound(stated, Limits(2)) == 1


def test_nothing_is_claimed_where_a_plan_without_gaps_is_possible() -> None:
    assert idle_bound(replace(problem((0, 1), (0, 2), complete=True), measure=RUNS), Limits(2)) == 0


def test_nothing_is_claimed_of_wishes_of_three_parties() -> None:
    three = replace(problem((0, 1), (0, 2)), wishes=(Wish((0, 1, 2), (0,)), Wish((0, 1, 2), (2,))), measure=RUNS)
    assert idle_bound(three, Limits(2)) == 0


def test_nothing_is_claimed_of_parties_with_several_meetings_at_once() -> None:
    stated = replace(
        problem((0, 1), (0, 2)),
        wishes=(Wish((0, 1), (0,)), Wish((0, 2), (2,))),
        parties=(Party(at_once=2), Party(), Party()),
        measure=RUNS,
    )
    assert idle_bound(stated, Limits(2)) == 0
