"""Rooms: how many they sleep, how many are held, whose nights overlap, who shares."""

from datetime import date

import pytest

from missionplanner.domain.rooms import Hotel, RoomKind, Stay, by_room


def test_a_hotel_holds_rooms_of_each_kind() -> None:
    hotel = Hotel(name="Reforma", singles=4, twins=0)
    assert {kind: (kind.sleeps, hotel.held(kind)) for kind in RoomKind} == {
        RoomKind.SINGLE: (1, 4),
        RoomKind.DOUBLE: (2, None),
        RoomKind.TWIN: (2, 0),
    }


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ((15, 18), (18, 21), False),
        ((18, 21), (15, 18), False),
        ((15, 18), (17, 21), True),
        ((15, 18), (None, None), True),
        ((None, 18), (18, None), False),
    ],
)
def test_nights_overlap_where_one_leaves_after_the_other_came(
    first: tuple[int | None, int | None], second: tuple[int | None, int | None], overlap: bool
) -> None:
    def stay(days: tuple[int | None, int | None]) -> Stay:
        came, left = (date(2026, 2, day) if day else None for day in days)
        return Stay(person_id=1, check_in=came, check_out=left)

    assert (stay(first).overlaps(stay(second)), stay(second).overlaps(stay(first))) == (overlap, overlap)


def test_who_has_the_same_room_of_a_hotel_shares_it() -> None:
    one, two = (Stay(person_id=key, hotel_id=1, room="12") for key in (1, 2))
    others = [Stay(person_id=3, hotel_id=2, room="12"), Stay(person_id=4, hotel_id=1), Stay(person_id=5, room="12")]
    assert by_room([one, two, *others]) == {(1, "12"): [one, two], (2, "12"): [others[0]]}
