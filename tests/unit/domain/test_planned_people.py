"""Who can attend the meetings of a timetable, as its rules ask."""

from dataclasses import replace

from missionplanner.domain.companies import AttendeesBy
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import MeetingDelegate
from tests.builders import interpreter, meeting, snapshot_of

ONE, TWO = meeting(1, 1, 3, slot=1), meeting(2, 2, 4, slot=1, table=2)
ANA, BEN, THEIRS = (Person(id=n, company_id=c, given_name=f"P{n}", languages="en") for n, c in ((1, 1), (2, 1), (3, 3)))
NAMED = snapshot_of().companies


def plan_of(**parts: object) -> Plan:
    snapshot = snapshot_of(**{"people": [ANA, BEN, THEIRS], "meetings": [ONE, TWO], **parts})
    return Plan(snapshot, snapshot.meetings)


def test_those_chosen_before_are_those_of_a_meeting_planned_anew() -> None:
    plan = plan_of(meeting_delegates=[MeetingDelegate(meeting_id=1, delegate_id=2)])
    anew = replace(ONE, id=-12, slot_id=3)
    assert (plan.chosen(anew, 1), plan.delegates(anew)) == (frozenset({2}), frozenset({2}))
    assert plan.chosen(replace(anew, counterpart_id=4), 1) == frozenset()


def test_the_seats_at_a_time_are_of_those_not_chosen_for_another() -> None:
    rows = [Membership(person_id=1, company_id=2)]
    chosen = [MeetingDelegate(meeting_id=1, delegate_id=1)]
    plan = plan_of(memberships=rows, meeting_delegates=chosen)
    assert plan.linked(1) == frozenset({1, 2})
    assert plan.linked(3) == frozenset({3})
    assert plan.seats([ONE, TWO], plan.linked(1)) == [frozenset()]
    assert plan_of(memberships=rows).seats([ONE, TWO], {1, 2}) == [frozenset({1, 2}), frozenset({1})]


def test_who_could_attend_is_who_the_company_wants_there() -> None:
    companies = [replace(NAMED[0], attendees_by=AttendeesBy.LANGUAGE), *NAMED[1:]]
    plan = plan_of(companies=companies, people=[ANA, replace(BEN, languages="fr"), THEIRS])
    assert plan.available_people((1, 3), 1, plan.slot(ONE)) == frozenset({1})
    assert plan.available_people((1, 4), 1, plan.slot(ONE)) == frozenset({1, 2})


def test_languages_are_those_of_who_was_chosen() -> None:
    chosen = [MeetingDelegate(meeting_id=1, delegate_id=2)]
    plan = plan_of(people=[ANA, replace(BEN, languages="fr"), THEIRS], meeting_delegates=chosen)
    assert plan.without_common_language(ONE) == (frozenset({"fr"}), frozenset({"en"}))
    assert plan.interpreted(ONE) is None  # the mission has no interpreters


def test_an_interpreter_who_attends_meetings_is_booked_by_hand_alone() -> None:
    busy = interpreter("Luc", id=8, company_id=1, meets=True)
    plan = plan_of(interpreters=[busy, interpreter("Iris", id=9)])
    assert [person.id for person in plan.snapshot.interpreters] == [8, 9]
    assert plan.able_interpreters((frozenset({"en"}), frozenset({"es"}))) == [9]
    assert plan.able_interpreters((frozenset({"en"}), frozenset({"sv"}))) == []
