"""A day route says where a company goes, how long it is under way, and when it has to leave."""

from missionplanner.domain.companies import Side
from missionplanner.domain.day_routes import day_routes
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.domain.ways import Site
from tests.builders import DAY, moment
from tests.unit.domain.test_ways import city


def meeting(key: int, slot: int, table: int | None, pair: tuple[int, int] = (1, 3)) -> Meeting:
    return Meeting(id=key, delegation_id=pair[0], counterpart_id=pair[1], slot_id=slot, table_id=table)


def test_a_route_has_its_meetings_in_the_order_of_time_with_the_ways_between() -> None:
    visits = [meeting(1, 3, None, (1, 4)), meeting(2, 1, 1), meeting(3, 5, 4, (1, 4)), meeting(4, 2, 2, (2, 3))]
    routes = day_routes(city(meetings=visits))
    assert [(r.company_id, r.stop_id, r.day, r.minutes) for r in routes] == [(1, 1, DAY, 25)]
    hall, office = routes[0].legs
    assert (hall.meeting.id, hall.minutes, hall.leaves, hall.arrives) == (2, 0, None, moment(9))
    # At C2 from 9:50, ten minutes before, after a way of 25.
    assert (office.site, office.minutes, office.leaves, office.arrives) == (
        Site(1, company_id=4), 25, moment(9, 15), moment(9, 40),
    )  # fmt: skip


def test_who_stays_where_they_are_need_not_leave() -> None:
    visits = [meeting(1, 1, None), meeting(2, 3, None, (2, 3))]
    (host,) = day_routes(city(meetings=visits), Side.COUNTERPART)
    assert (host.minutes, [leg.leaves for leg in host.legs], host.legs[1].arrives) == (0, [None, None], moment(9, 50))


def test_days_without_visits_and_cancelled_ones_make_no_route() -> None:
    cancelled = Meeting(
        id=2, delegation_id=2, counterpart_id=4, slot_id=1, table_id=None, status=MeetingStatus.CANCELLED
    )
    assert day_routes(city(meetings=[meeting(1, 1, 1), cancelled])) == []
