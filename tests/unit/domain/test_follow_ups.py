"""Follow-ups of companies: whom they are asked about, when they are due, done, overdue and too late for a milestone."""

from dataclasses import replace
from datetime import date, timedelta

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.follow_ups import CompanyFollowUp, FollowUpFacts, follow_ups, partners
from missionplanner.domain.milestones import Milestone
from missionplanner.domain.mission import Mission
from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.timetable import FollowUp, Meeting, MeetingStatus, Slot
from tests.builders import DAY, moment

MISSION = Mission(name="M", home_country="Canada", host_country="Mexico", starts=DAY, ends=DAY + timedelta(4))
COMPANIES = [
    Company(id=key, side=Side.DELEGATION if key < 3 else Side.COUNTERPART, name=f"Company {key}")
    for key in (1, 2, 3, 4)
]
SLOTS = [Slot(id=1, session_id=1, starts=moment(9), ends=moment(10))]
HELD = Meeting(id=1, delegation_id=1, counterpart_id=3, slot_id=1, table_id=1, status=MeetingStatus.HELD)
OF_TWO = Relationship(id=7, company_id=2, other_id=4, made_on=DAY, owner="Ana")
FACTS = FollowUpFacts(
    MISSION,
    COMPANIES,
    [HELD, replace(HELD, id=2, counterpart_id=4, status=MeetingStatus.CANCELLED)],
    SLOTS,
    [OF_TWO],
    [],
)
LATE = DAY + timedelta(400)


def said(company: int, stage: Stage = Stage.HELD, horizon: int | None = 30, day: int = 40) -> Claim:
    return Claim(relationship_id=7, teller_id=company, told_on=DAY + timedelta(day), horizon=horizon, stage=stage)


def test_companies_are_asked_about_held_meetings_and_open_relationships() -> None:
    found = {key: [(one.company_id, one.met_on) for one in them] for key, them in partners(FACTS).items()}
    assert found == {1: [(3, DAY)], 3: [(1, DAY)], 2: [(4, None)], 4: [(2, None)]}
    ended = replace(FACTS, claims=[said(2, Stage.ENDED)])
    assert sorted(partners(ended)) == [1, 3]


def test_one_is_due_a_company_and_horizon_counted_from_the_last_meeting_or_the_return() -> None:
    due = follow_ups(FACTS, DAY + timedelta(33))
    assert [(one.company.id, one.days, one.on) for one in due] == [
        (1, 30, DAY + timedelta(30)),
        (3, 30, DAY + timedelta(30)),
    ]
    assert len(follow_ups(FACTS, LATE)) == 16
    assert {one.on for one in follow_ups(FACTS, LATE) if one.key == (2, 30)} == {MISSION.ends + timedelta(30)}


def test_it_is_done_once_everybody_is_answered_about_or_somebody_says_so() -> None:
    answered = follow_ups(replace(FACTS, claims=[said(2), said(2, day=35)]), LATE)
    (one,) = [due for due in answered if due.key == (2, 30)]
    assert (one.done, one.is_open, one.answered, one.owners) == (DAY + timedelta(40), False, frozenset((4,)), ("Ana",))
    assert all(due.is_open for due in answered if due.key != (2, 30))
    noted = CompanyFollowUp(company_id=1, days=30, done_on=DAY, note="called")
    (one,) = [due for due in follow_ups(replace(FACTS, noted=[noted]), DAY) if due.done]
    assert (one.key, one.noted) == ((1, 30), noted)


def test_what_earlier_versions_noted_of_all_meetings_counts() -> None:
    before = FollowUp(meeting_id=1, days=30, done_on=DAY)
    found = [due.key for due in follow_ups(replace(FACTS, noted_before=[before]), DAY)]
    assert found == [(1, 30), (3, 30)]
    more = [HELD, replace(HELD, id=3, counterpart_id=4)]
    found = [due.key for due in follow_ups(replace(FACTS, noted_before=[before], meetings=more), DAY) if due.done]
    assert found == [(3, 30)]


def test_it_is_overdue_and_too_late_for_the_next_milestone() -> None:
    review = Milestone(name_en="Review", day=DAY + timedelta(60))
    (one,) = [due for due in follow_ups(replace(FACTS, milestones=[review]), DAY + timedelta(31)) if due.key == (1, 30)]
    assert one.milestone == ("Review", DAY + timedelta(60))
    assert [one.late(DAY + timedelta(days)) for days in (29, 30, 35)] == [0, 0, 5]
    assert [one.missed(DAY + timedelta(days)) for days in (60, 61)] == [False, True]
    done = replace(one, done=date(2026, 4, 1))
    assert (done.late(LATE), done.missed(LATE)) == (0, False)
