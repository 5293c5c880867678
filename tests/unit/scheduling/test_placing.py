"""As many requests as can be placed, exactly."""

from dataclasses import replace

from missionplanner.progress import Progress
from missionplanner.scheduling import objective
from missionplanner.scheduling.limits import Limits
from missionplanner.scheduling.placing import decide, place_more
from missionplanner.scheduling.problem import Wish
from tests.unit.scheduling.problems import problem

QUICK = Limits(5)


def test_an_assignment_of_every_wish_is_found() -> None:
    assert decide(replace(problem((0, 1), complete=True), wishes=(Wish((0, 1), (2,)),)), QUICK, Progress()) == (
        {0: 2},
        False,
    )


def test_it_is_proved_where_not_every_wish_can_be_placed() -> None:
    assert decide(problem((0, 1), (0, 2), places=1, complete=True), QUICK, Progress()) == (None, True)


def test_a_better_assignment_is_found_and_proved_the_best() -> None:
    weighed = problem((0, 1), (0, 2), places=1)
    weighed = replace(weighed, wishes=(replace(weighed.wishes[0], weight=2), replace(weighed.wishes[1], weight=5)))
    assert place_more(weighed, {0: 0}, 2, QUICK, Progress()) == ({1: 0}, 5)


def test_the_best_is_proved_where_nothing_is_better() -> None:
    assert place_more(problem((0, 1), (0, 2), places=1), {0: 0}, 1, QUICK, Progress()) == (None, 1)


def test_fair_shares_count() -> None:
    shared = replace(problem((0, 1), (0, 2), (3, 1), places=1), shares=(100, 1))
    found, most = place_more(shared, {}, 0, QUICK, Progress())
    assert found == {1: 0, 2: 0}
    assert most == 402


def test_nothing_is_proved_in_no_time() -> None:
    stated = problem(*((one, two) for one in range(6) for two in range(6, 12)), places=8)
    found, most = place_more(stated, {}, 0, Limits(1e-9), Progress())
    assert found is None
    assert most == objective.most(stated)
