"""How full tables are, counted by hand."""

from datetime import datetime, timedelta

import pytest

from missionplanner.domain.plan import Plan
from missionplanner.domain.table_loads import Seat, Share, loads, moments, seats, visits
from missionplanner.domain.timetable import Availability, Meeting, Owner
from tests.builders import DAY, meeting, moment, snapshot_of

MEETINGS = [meeting(1, 1, 3, 1), meeting(2, 2, 4, 1, 2), meeting(3, 1, 4, 3)]
"""Both tables of the Hall are used in its first slot, the first one in its last."""
AWAY = Availability(id=1, owner=Owner.TABLE, owner_id=2, starts=moment(9, 25), ends=moment(9, 45))
"""The second table is not there in the second slot."""


def plan_of(*meetings: Meeting, **parts: object) -> Plan:
    return Plan(snapshot_of(meetings=list(meetings), **parts), meetings)


def test_slots_and_tables_have_their_share() -> None:
    found = loads(plan_of(*MEETINGS), 1)
    assert found.by_slot == {1: Share(2, 2), 2: Share(0, 2), 3: Share(1, 2)}
    assert found.by_table == {1: Share(2, 3), 2: Share(1, 3)}
    assert (found.by_day, found.whole, found.peak, found.never_used) == ({DAY: Share(3, 6)}, Share(3, 6), 2, 0)


def test_a_table_that_is_away_cannot_be_used() -> None:
    found = loads(plan_of(availabilities=[AWAY]), 1)
    assert (found.away, found.by_slot[2], found.by_table[2]) == (frozenset({(2, 2)}), Share(0, 1), Share(0, 2))
    assert (found.of_table_on(2, DAY), found.peak, found.never_used) == (Share(0, 2), 0, 2)


def test_a_table_has_its_share_of_a_day() -> None:
    found = loads(plan_of(*MEETINGS), 1)
    assert [found.of_table_on(1, DAY), found.of_table_on(1, DAY + timedelta(1))] == [Share(2, 3), Share(0, 0)]


def test_two_meetings_at_a_table_are_one_use_of_it() -> None:
    double = meeting(9, 2, 4, 1)
    found = loads(plan_of(MEETINGS[0], double), 1)
    assert (found.meetings[1, 1], found.by_slot[1]) == ((MEETINGS[0], double), Share(1, 2))


@pytest.mark.parametrize(("share", "part"), [(Share(1, 4), 0.25), (Share(0, 0), 0.0), (Share(3, 2), 1.0)])
def test_a_share_is_a_part_of_what_is_there(share: Share, part: float) -> None:
    assert share.part == part


def test_moments_are_those_at_which_meetings_begin_at_the_venue() -> None:
    assert [moments(plan_of(), venue) for venue in (1, 2)] == [
        [moment(9), moment(9, 25), moment(9, 50)],
        [moment(9, 25)],
    ]


@pytest.mark.parametrize(
    ("time", "taken"), [(moment(9), [(1,), (2,)]), (moment(9, 19), [(1,), (2,)]), (moment(9, 20), [(), ()])]
)
def test_who_sits_where_holds_until_the_slot_ends(time: datetime, taken: list[tuple[int, ...]]) -> None:
    assert [tuple(m.id for m in seat.meetings) for seat in seats(plan_of(*MEETINGS), 1, time)] == taken


def test_a_table_is_away_at_a_moment() -> None:
    plan = plan_of(availabilities=[AWAY])
    first, second = plan.snapshot.tables_of[1]
    assert seats(plan, 1, moment(9, 25)) == [Seat(first), Seat(second, is_away=True)]


def test_visits_are_those_at_offices_of_the_stop_at_the_moment() -> None:
    away = Meeting(id=5, delegation_id=1, counterpart_id=3, slot_id=1, table_id=None)
    plan = plan_of(*MEETINGS, away)
    assert [visits(plan, *where) for where in ((1, moment(9)), (1, moment(9, 25)), (2, moment(9)))] == [[away], [], []]
