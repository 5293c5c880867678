"""People shared out among meetings."""

from missionplanner.domain.sharing_out import Seats, share_out
from tests.builders import moment

EVERY_TIME = (9, 10, 11, 12)


def seats(hour: int, *people: int, most: int = 1, first: tuple[int, ...] = (), chosen: bool = False) -> Seats:
    return Seats(moment(hour), people, most, frozenset(first), chosen)


def shared(*wanted: Seats) -> list[set[int]]:
    """Who sits where; meetings clash that begin at the same time."""
    found = share_out(wanted, lambda one, other: wanted[one].starts == wanted[other].starts)
    return [set(people) for people in found]


def test_people_take_turns() -> None:
    assert shared(*(seats(hour, 1, 2, 3) for hour in EVERY_TIME)) == [{1}, {2}, {3}, {1}]


def test_two_at_a_time_sit_beside_everybody_in_turn() -> None:
    assert shared(*(seats(hour, 1, 2, 3, most=2) for hour in EVERY_TIME[:3])) == [{1, 2}, {2, 3}, {3, 1}]


def test_all_attend_what_is_on_alone_and_share_what_is_at_the_same_time() -> None:
    assert shared(seats(9, 1, 2, 3, most=3), seats(10, 1, 2, 3, most=3), seats(10, 1, 2, 3, most=3)) == [
        {1, 2, 3}, {1, 2}, {3},
    ]  # fmt: skip


def test_who_was_chosen_stays_and_counts_as_having_had_a_turn() -> None:
    assert shared(seats(9, 1, chosen=True), seats(9, 1, 2), seats(10, 1, 2), seats(11, 1, 2)) == [{1}, {2}, {1}, {2}]


def test_who_speaks_goes_first() -> None:
    assert shared(*(seats(hour, 1, 2, first=(2,)) for hour in EVERY_TIME[:2])) == [{2}, {2}]


def test_somebody_is_handed_on_where_nobody_else_can_take_the_seat() -> None:
    assert shared(seats(9, 1, 2), seats(9, 1, 2, 3), seats(9, 1)) == [{2}, {3}, {1}]


def test_nobody_is_handed_on_from_where_they_were_chosen() -> None:
    assert shared(seats(9, 1, chosen=True), seats(9, 1)) == [{1}, set()]


def test_nobody_sits_where_nobody_is() -> None:
    assert shared(seats(9)) == [set()]
    assert shared() == []
