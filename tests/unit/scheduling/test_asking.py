"""The fewest companies to ask, against all sets of companies there are."""

import random
from itertools import combinations

import pytest

from missionplanner.progress import Progress
from missionplanner.scheduling.asking import Cover, Pair, Question, StopOption, _Model, fewest
from missionplanner.scheduling.limits import Limits

LIMITS = Limits(5.0, repeatable=True)


def asked(question: Question, wanted: list[Pair]) -> Cover:
    found = fewest(question, wanted, LIMITS, Progress())
    assert found is not None
    return found


def question(options: dict[Pair, tuple[StopOption, ...]], kept: tuple[Pair, ...] = (), **more: object) -> Question:
    usual: dict[str, object] = {"rivals": frozenset(), "times": {}, "room": {}}
    return Question(options, frozenset(kept), **{**usual, **more})  # type: ignore[arg-type]


def either(pair: Pair, one: int = 1, other: int = 2) -> tuple[StopOption, ...]:
    """The first company goes to stop one only, the second to the other one."""
    return StopOption(other, frozenset({pair[0]})), StopOption(one, frozenset({pair[1]}))


def least_by_force(pairs: list[Pair], stops: dict[int, set[int]]) -> int:
    """The size of the smallest set of companies that, going everywhere, share a stop with all they want to meet."""
    companies = sorted({company for pair in pairs for company in pair})
    for many in range(len(companies) + 1):
        for some in combinations(companies, many):
            there = {c: {1, 2, 3} if c in some else stops[c] for c in companies}
            if all(there[one] & there[two] for one, two in pairs):
                return many
    raise AssertionError


@pytest.mark.parametrize("seed", range(12))
def test_no_set_of_fewer_companies_does(seed: int) -> None:
    chance = random.Random(seed)
    stops = {c: {chance.randint(1, 3)} for c in (1, 2, 3, 4, 11, 12, 13, 14)}
    pairs = [(one, two) for one in range(1, 5) for two in range(11, 15) if chance.random() < 0.5]
    ways = {
        pair: tuple(StopOption(s, frozenset(c for c in pair if s not in stops[c])) for s in (1, 2, 3)) for pair in pairs
    }
    found = asked(question(ways), pairs)
    assert (len(found.companies), found.bound) == (least_by_force(pairs, stops),) * 2
    there = {c: stops[c] | {s for company, s in found.asks if company == c} for c in stops}
    assert all(there[one] & there[two] for one, two in pairs)
    assert (found.held, found.most) == (frozenset(pairs), len(pairs))


def test_of_answers_with_as_few_companies_the_fewest_stops_are_added() -> None:
    ways = {
        (1, 11): (StopOption(2, frozenset({1})),),
        (1, 12): (StopOption(2, frozenset({1})), StopOption(3, frozenset({1}))),
    }
    assert asked(question(ways), list(ways)).asks == ((1, 2),)


def test_what_is_met_already_has_to_stay_possible() -> None:
    """Company 1 meets 12 at stop 1 and cannot be at stop 2 as well: 11 has to come to it."""
    ways = {(1, 11): either((1, 11)), (1, 12): (StopOption(1),)}
    found = asked(question(ways, kept=((1, 12),), rivals=frozenset({(1, 2)})), [(1, 11)])
    assert found.asks == ((11, 1),)


def test_where_not_all_can_be_held_as_many_as_possible_are() -> None:
    ways = {(1, other): (StopOption(2, frozenset({other})),) for other in (11, 12, 13)}
    found = asked(question(ways, times={(1, 2): 2}), list(ways))
    assert (len(found.held), found.most, len(found.companies), found.bound) == (2, 2, 2, 2)


def test_a_stop_has_room_for_so_many_meetings() -> None:
    ways = {(n, n + 10): (StopOption(2, frozenset({n})),) for n in (1, 2, 3)}
    assert len(asked(question(ways, room={2: 1}), list(ways)).held) == 1


def test_requests_nothing_helps_are_left_out() -> None:
    ways: dict[Pair, tuple[StopOption, ...]] = {(1, 11): either((1, 11)), (2, 12): ()}
    found = asked(question(ways), list(ways))
    assert (found.held, found.most, len(found.companies)) == (frozenset({(1, 11)}), 1, 1)


def test_nobody_is_asked_where_nothing_is_wanted() -> None:
    assert asked(question({}), []) == Cover((), frozenset(), 0, 0)


def test_what_cannot_stay_possible_has_no_answer() -> None:
    """Company 1 would have to be at two stops at once already."""
    ways = {(1, 11): (StopOption(1),), (1, 12): (StopOption(2),)}
    asking = question(ways, kept=((1, 11), (1, 12)), rivals=frozenset({(1, 2)}))
    assert fewest(asking, [], LIMITS, Progress()) is None


def test_nobody_is_asked_to_come_where_they_meet_nobody() -> None:
    rivals = frozenset({(2, 3)})
    ways = {(1, 11): (StopOption(2, frozenset({1})), StopOption(3, frozenset({1})))}
    model = _Model(question(ways, rivals=rivals), [(1, 11)])
    model.hold(1)
    # As long as only companies are counted, stops may be asked for that are not needed.
    model.model.maximize(sum(model.asked.values()))
    solver = LIMITS.solver(Progress())
    solver.solve(model.model)
    assert len(model.cover(solver)[0]) == 1
