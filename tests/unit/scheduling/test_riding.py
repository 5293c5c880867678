"""Seats in vehicles: few of them, groups together, the leader first; what is lost is repaired with few to tell."""

from missionplanner.scheduling.riding import Bus, Rider, moved, repaired, seated

BUSES = [Bus(1, 4), Bus(2, 6), Bus(3, 8), Bus(4, 3)]


def people(*groups: tuple[int, int]) -> list[Rider]:
    """Make riders by group and number."""
    return [Rider(100 * group + n, group) for group, number in groups for n in range(number)]


def test_as_few_vehicles_drive_as_take_everybody() -> None:
    found = seated(people((1, 5), (2, 5), (3, 4)), BUSES)
    assert (set(found.vehicle_of.values()), found.without, found.apart) == ({2, 3}, (), (3,))
    assert set(seated(people((1, 3)), BUSES).vehicle_of.values()) == {3}


def test_groups_sit_together_where_a_vehicle_takes_them() -> None:
    found = seated(people((1, 4), (2, 4), (3, 3), (4, 3)), [Bus(1, 7), Bus(2, 7)])
    assert (found.apart, found.without) == ((), ())


def test_the_group_of_the_leader_sits_in_the_first_vehicle() -> None:
    riders = [*people((1, 5)), Rider(900, 9, rank=0), Rider(901, 9)]
    found = seated(riders, [Bus(1, 4), Bus(2, 5)])
    assert [found.vehicle_of[key] for key in (900, 901)] == [1, 1]


def test_who_needs_it_sits_where_a_wheelchair_gets_in_or_is_told() -> None:
    riders = [*people((1, 3)), Rider(900, 9, needs_access=True)]
    buses = [Bus(1, 8), Bus(2, 2, is_accessible=True)]
    assert (seated(riders, buses).vehicle_of[900], seated(riders, buses).no_access) == (2, ())
    assert seated(riders, buses[:1]).no_access == (900,)


def test_for_whom_there_is_no_seat_is_told_and_given_seats_stay() -> None:
    riders = people((1, 3), (2, 3))
    found = seated(riders, [Bus(1, 3), Bus(2, 2)], {200: 2, 201: 7})
    assert (found.vehicle_of[200], len(found.without), len(found.vehicle_of)) == (2, 1, 5)


def test_a_lost_vehicle_moves_only_those_who_sat_in_it() -> None:
    riders = people((1, 4), (2, 5), (3, 2))
    before = {**{rider.key: 2 for rider in riders[:4]}, **{rider.key: 3 for rider in riders[4:]}}
    after = repaired(riders, [BUSES[0], BUSES[2], BUSES[3]], before)
    assert moved(before, after) == [100, 101, 102, 103]
    assert {after.vehicle_of[key] for key in moved(before, after)} == {1}
    without = repaired(riders, [BUSES[2]], before)
    assert (len(without.without), moved(before, without)) == (3, [100, 101, 102, 103])


def test_who_sat_in_a_lost_vehicle_rides_in_those_that_drive_anyway() -> None:
    riders = people((1, 3), (2, 2))
    before = {**{rider.key: 1 for rider in riders[:3]}, **{rider.key: 2 for rider in riders[3:]}}
    after = repaired(riders, [Bus(2, 6), Bus(3, 4)], before)
    assert set(after.vehicle_of.values()) == {2}
