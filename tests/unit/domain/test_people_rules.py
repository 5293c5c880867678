"""People of several companies among the rules; that each rule is broken once stands in test_rules."""

from missionplanner.domain import people_rules
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import MeetingDelegate
from tests.builders import meeting, snapshot_of

ONE, TWO = meeting(1, 1, 3, slot=1), meeting(2, 2, 4, slot=1, table=2)
ANA = Person(id=1, company_id=1, given_name="Ana", family_name="Roy")
BEN = Person(id=2, company_id=1, given_name="Ben")
ALSO = Membership(id=1, person_id=1, company_id=2)


def found(*people: Person, **parts: object) -> list[str]:
    snapshot = snapshot_of(people=list(people), memberships=[ALSO], **parts)
    plan = Plan(snapshot, [ONE, TWO])
    return [issue.text for one in (ONE, TWO) for issue in people_rules.delegate_one_at_a_time(plan, one)]


def test_a_colleague_lets_both_companies_meet_at_a_time() -> None:
    assert found(ANA, BEN) == []
    assert len(found(ANA)) == 2


def test_a_colleague_who_is_named_leaves_the_other_meeting_to_the_shared_one() -> None:
    assert found(ANA, BEN, meeting_delegates=[MeetingDelegate(meeting_id=1, delegate_id=2)]) == []


def test_who_is_named_for_both_is_expected_in_two() -> None:
    named = [MeetingDelegate(meeting_id=key, delegate_id=1) for key in (1, 2)]
    assert "Ana Roy is expected in two meetings on February 16 at 09:00." in found(ANA, BEN, meeting_delegates=named)
