"""What follows from a problem's own numbers."""

from dataclasses import replace

from missionplanner.scheduling.problem import Party, Problem
from tests.unit.scheduling.problems import day, problem


def test_days_are_counted_from_the_slots() -> None:
    assert problem((0, 1)).days == 1
    assert replace(problem((0, 1)), slots=day(2) + day(2, 1)).days == 2


def test_a_problem_without_slots_has_no_days() -> None:
    assert Problem(parties=(), slots=(), wishes=(), groups=(), cliques=()).days == 0


def test_a_slot_clashes_with_itself_first_then_with_those_of_its_clique() -> None:
    overlapping = replace(problem((0, 1), places=3), cliques=((0, 1), (1, 2)))
    assert overlapping.clashes == ((0, 1), (1, 0, 2), (2, 1))


def test_slots_too_far_apart_clash_both_ways() -> None:
    assert replace(problem((0, 1), places=2), near=frozenset({(0, 1)})).clashes == ((0, 1), (1, 0))


def test_wishes_are_listed_by_party() -> None:
    assert problem((0, 1), (0, 2), parties=4).wishes_of == ((0, 1), (0,), (1,), ())


def test_a_party_is_present_where_it_is_not_absent() -> None:
    there = replace(problem((0, 1), places=3), parties=(Party(), Party(absent=frozenset({0, 2}))))
    assert there.present == ((0b111,), (0b010,))


def test_a_place_counts_as_present_while_one_of_its_slots_can_be_used() -> None:
    slots = (*day(1), *day(1))
    two_venues = replace(problem((0, 1), places=1), slots=slots, parties=(Party(absent=frozenset({0})), Party()))
    assert two_venues.present == ((0b1,), (0b1,))
