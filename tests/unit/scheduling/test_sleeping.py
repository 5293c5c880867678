"""Rooms: who shares with whom, in which room, night by night, and what is missing."""

from dataclasses import replace
from datetime import date

from missionplanner.domain.rooms import Hotel, RoomKind, Stay
from missionplanner.scheduling.sleeping import Bedding, Sleeper, bedded, pairs

HOTEL = Hotel(id=1, name="Azul", stop_id=1, singles=2, doubles=0, twins=1)
OTHER = Hotel(id=2, name="Rojo", stop_id=1, singles=0, doubles=1, twins=0)


def stay(
    key: int,
    mate: int | None = None,
    kind: RoomKind = RoomKind.SINGLE,
    days: tuple[int, int] = (15, 18),
    **more: object,
) -> Stay:
    """Make the stay of the person of the same key."""
    first, last = (date(2026, 2, day) for day in days)
    made = Stay(id=key, person_id=key, hotel_id=1, kind=kind, mate_id=mate, check_in=first, check_out=last)
    return replace(made, **more)  # type: ignore[arg-type]


def slept(stays: list[Stay], hotels: tuple[Hotel, ...] = (HOTEL, OTHER), gender: str = "") -> Bedding:
    """Give rooms to people who travel alone."""
    return bedded([Sleeper(one, one.person_id, gender=gender) for one in stays], hotels)


def rooms(found: Bedding) -> dict[int, tuple[int | None, str]]:
    """Return hotel and room by person."""
    return {one.person_id: (one.hotel_id, one.room) for one in found.stays}


def test_who_names_one_another_shares_and_one_sided_wishes_are_asked_about() -> None:
    one, two, three, four = stay(1, 2, RoomKind.TWIN), stay(2, 1, RoomKind.TWIN), stay(3, 4, RoomKind.TWIN), stay(4)
    assert pairs([one, two, three, four]) == ([(one, two), (three, four)], [(three, four)])
    five = stay(5, 1, RoomKind.TWIN)
    assert pairs([five, one, two]) == ([(one, two), (five,)], [(five, one)])
    other = stay(2, 1, RoomKind.TWIN, days=(18, 21))
    assert pairs([one, other]) == ([(one,), (other,)], [])


def test_rooms_are_used_again_when_their_guests_left() -> None:
    found = slept([stay(1), stay(2), stay(3, days=(18, 21))])
    assert rooms(found) == {1: (1, "1"), 2: (1, "2"), 3: (1, "1")}


def test_where_a_kind_is_taken_another_or_the_next_hotel_does_else_it_is_told() -> None:
    found = slept([stay(n) for n in range(1, 6)])
    assert rooms(found) == {1: (1, "1"), 2: (1, "2"), 3: (1, "3"), 4: (2, "1")}
    assert [one.person_id for one in found.without] == [5]
    two = slept([stay(1, 2, RoomKind.TWIN), stay(2, 1, RoomKind.TWIN)], (OTHER, replace(HOTEL, twins=0)))
    assert [one.person_id for one in two.without] == [1, 2]


def test_rooms_that_are_given_stay_and_a_mate_joins() -> None:
    found = slept([stay(1, 2, RoomKind.TWIN, room="12"), stay(2, 1, RoomKind.TWIN), stay(3)])
    assert rooms(found) == {2: (1, "12"), 3: (1, "1")}


def test_no_room_that_is_given_is_given_to_somebody_else() -> None:
    found = slept([stay(1), stay(2, room="1"), stay(3)], (replace(HOTEL, twins=0),))
    assert (rooms(found), [one.person_id for one in found.without]) == ({1: (1, "2")}, [3])
    # A mate joins before others take the room on nights it is free.
    hotel = replace(HOTEL, singles=0)
    mates = [stay(2, 3, RoomKind.TWIN, days=(15, 16), room="1"), stay(3, 2, RoomKind.TWIN)]
    found = bedded([Sleeper(stay(1, 9, RoomKind.TWIN, days=(16, 18)), 1, rank=0), *map(Sleeper, mates)], [hotel])
    assert (rooms(found), [one.person_id for one in found.without]) == ({3: (1, "1")}, [1])


def test_who_has_no_hotel_gets_one_at_the_stop_with_their_colleagues() -> None:
    stays = [stay(1), stay(2, hotel_id=None, stop_id=1), stay(3, hotel_id=None)]
    found = bedded([Sleeper(one, 7) for one in stays], [OTHER, HOTEL])
    assert (rooms(found)[2], [one.person_id for one in found.without]) == ((1, "2"), [3])


def test_who_asks_for_one_of_two_beds_is_put_together_by_gender_or_told() -> None:
    stays = [stay(n, kind=RoomKind.TWIN) for n in (1, 2)]
    assert rooms(slept(stays, gender="f")) == {1: (1, "1"), 2: (1, "1")}
    alone = slept(stays, (replace(HOTEL, twins=2),))
    assert (rooms(alone), [one.person_id for one in alone.alone]) == ({1: (1, "1"), 2: (1, "2")}, [1, 2])
    first, *others = (Sleeper(stay(n, kind=RoomKind.TWIN), group, gender="f") for n, group in ((1, 7), (2, 8), (3, 7)))
    found = bedded([first, *others], [replace(HOTEL, twins=5)])
    assert rooms(found)[1] == rooms(found)[3] != rooms(found)[2]


def test_the_leader_chooses_first() -> None:
    found = bedded([Sleeper(stay(1), 1, rank=5), Sleeper(stay(2), 2, rank=1)], [replace(HOTEL, singles=1, twins=0)])
    assert (rooms(found), [one.person_id for one in found.without]) == ({2: (1, "1")}, [1])
