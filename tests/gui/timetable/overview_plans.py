"""The plan of the tests of overviews: D1 meets C1 and C2 with a gap and C1 the next day, D2 meets C2."""

from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Availability, Meeting, Owner
from tests.builders import meeting, moment, snapshot_of

MEETINGS = [meeting(1, 1, 3, 1), meeting(2, 1, 4, 3), meeting(3, 1, 3, 5, 4), meeting(4, 2, 4, 1, 2)]
AWAY = Availability(id=1, owner=Owner.TABLE, owner_id=2, starts=moment(9, 25), ends=moment(9, 45))


def plan_of(*more: Meeting) -> Plan:
    """The plan, with more meetings."""
    meetings = [*MEETINGS, *more]
    return Plan(snapshot_of(meetings=meetings, availabilities=[AWAY]), meetings)
