"""Companies that share people are known, with those that have too few of them, and seats are given to one each."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from missionplanner.domain.representing import SharedPeople, all_have_somebody, shared, sharing

ONCE = dict.fromkeys(range(1, 6), 1)


def test_companies_that_share_nobody_are_not_linked() -> None:
    assert sharing({1: [1, 2], 2: [3], 3: []}) == {}


def test_companies_are_linked_over_any_number_of_people() -> None:
    linked = frozenset((1, 2, 3))
    assert sharing({1: [1], 2: [1, 2], 3: [2], 4: [9]}) == dict.fromkeys((1, 2, 3), linked)


def test_two_companies_of_one_person_have_too_few_people() -> None:
    assert shared({1: [7], 2: [7]}, ONCE) == [SharedPeople(frozenset((1, 2)), frozenset((7,)))]


def test_a_colleague_who_is_of_one_company_alone_is_enough() -> None:
    assert shared({1: [7, 8], 2: [7]}, ONCE) == []


def test_a_company_in_several_meetings_at_once_needs_its_colleagues_itself() -> None:
    people = {1: [7, 8], 2: [7]}
    assert shared(people, {1: 2, 2: 1}) == [SharedPeople(frozenset((1, 2)), frozenset((7, 8)))]


def test_of_sets_with_the_same_people_the_largest_is_named() -> None:
    found = shared({1: [7], 2: [7], 3: [7], 4: [7, 8]}, ONCE)
    assert found == [
        SharedPeople(frozenset((1, 2, 3)), frozenset((7,))),
        SharedPeople(frozenset((1, 2, 3, 4)), frozenset((7, 8))),
    ]


@pytest.mark.parametrize(
    ("seats", "possible"),
    [
        ([], True),
        ([[1]], True),
        ([[]], False),
        ([[1], [1]], False),
        ([[1, 2], [1]], True),
        ([[1, 2], [1, 2], [2, 1]], False),
    ],
)
def test_everybody_sits_once(seats: list[list[int]], possible: bool) -> None:
    assert all_have_somebody(seats) is possible


@given(st.lists(st.sets(st.integers(1, 5)), max_size=5))
def test_seats_are_given_wherever_any_order_of_people_suits(seats: list[set[int]]) -> None:
    orders = permutations(range(1, 6), len(seats))
    suits = any(all(person in seat for person, seat in zip(order, seats, strict=True)) for order in orders)
    assert all_have_somebody(seats) is suits
