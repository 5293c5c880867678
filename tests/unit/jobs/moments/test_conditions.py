"""Whom each moment concerns, and when it is written again."""

import json
from dataclasses import replace
from datetime import date, timedelta

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Side
from missionplanner.domain.moments import LetterState, Moment, OwnMoment
from missionplanner.domain.own_fields import CompanyValue, OwnField, PersonValue, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Outcome
from missionplanner.jobs.moments.conditions import concerned, form_is_open, profiles_for
from missionplanner.jobs.moments.occasions import MomentBasis, Occasion, SentTo
from tests.builders import meeting
from tests.unit.jobs.moments.known import NOW, answer, known, written

WAITING, WRITTEN, OTHERWISE = LetterState.WAITING, LetterState.WRITTEN, LetterState.OTHERWISE
DUE = OwnField(id=1, uid="f1", code="fee_due", kind=FieldKind.MONEY)
PAID = OwnField(id=2, uid="f2", code="fee_paid", kind=FieldKind.MONEY)
HOTEL = OwnField(id=3, uid="f3", code="hotel", name_en="Hotel", second_form=True)
MEAL = OwnField(
    id=4, uid="f4", code="meal", name_en="Meal", second_form=True, subject=Subject.PERSON, side="delegation"
)


def states(basis: MomentBasis, moment: Moment, **more: object) -> dict[str, LetterState]:
    """How far the letter to each is."""
    occasion = Occasion(moment, now=NOW, **more)  # type: ignore[arg-type]
    return {
        one.company.name + (one.person.family_name if one.person else ""): one.state
        for one in concerned(basis, occasion)
    }


def statuses(**of: Status) -> list[Application]:
    keys = {"D1": 1, "D2": 2, "C1": 3, "C2": 4}
    return [Application(id=key, company_id=key, status=of.get(name, Status.ACCEPTED)) for name, key in keys.items()]


def wish(key: int, one: int, other: int, **more: object) -> Request:
    return Request(id=key, uid=f"r{key}", delegation_id=one, counterpart_id=other, **more)  # type: ignore[arg-type]


def test_a_counterpart_is_invited_with_those_who_want_to_meet_it() -> None:
    applications = statuses(C1=Status.INFORMATION_REQUESTED, C2=Status.APPLIED)
    basis = known(
        applications=applications, requests=[wish(1, 2, 3), wish(2, 1, 3), wish(3, 1, 3, asked_by=Side.COUNTERPART)]
    )
    assert states(basis, Moment.INVITATION) == {"C1": WAITING}
    assert [one.name for one in profiles_for(basis.snapshot, basis.snapshot.company[3])] == ["D1", "D2"]
    (one,) = concerned(basis, Occasion(Moment.INVITATION))
    told = written(Moment.INVITATION, 3, content=json.dumps(one.content))
    again = known([told], applications=applications, requests=basis.snapshot.requests)
    assert states(again, Moment.INVITATION) == {"C1": WRITTEN}
    # One more wants to meet it: it is told, unless it has answered.
    fewer = replace(
        told, content=json.dumps({"parts": {}, "profiles": dict(list((one.content or {})["profiles"].items())[:1])})
    )
    assert states(known([fewer], applications=applications, requests=basis.snapshot.requests), Moment.INVITATION) in (
        {"C1": OTHERWISE}, {"C1": WRITTEN},
    )  # fmt: skip


def test_who_says_no_or_left_wants_to_meet_nobody() -> None:
    applications = statuses(D1=Status.WITHDRAWN, C1=Status.APPLIED)
    requests = [wish(1, 1, 3), wish(2, 2, 3, priority=Priority.NO_THANKS)]
    assert states(known(applications=applications, requests=requests), Moment.INVITATION) == {}


def test_a_fee_is_asked_for_until_it_is_paid_and_again_when_it_is_another() -> None:
    def basis(paid: str, told: str = "") -> MomentBasis:
        values = [
            CompanyValue(id=1, company_id=1, field_id=1, text="500 CAD"),
            CompanyValue(id=2, company_id=1, field_id=2, text=paid),
        ]
        letters = [written(Moment.FEE, 1, content=told)] if told else []
        return known(letters, own_fields=[DUE, PAID], company_values=values)

    assert states(basis("500 CAD"), Moment.FEE) == {}
    assert states(basis("100 CAD"), Moment.FEE) == {"D1": WAITING}
    assert states(basis("100 CAD", '{"parts": {"CAD": "400 CAD"}}'), Moment.FEE) == {"D1": WRITTEN}
    assert states(basis("100 CAD", '{"parts": {"CAD": "500 CAD"}}'), Moment.FEE) == {"D1": OTHERWISE}


def test_the_second_form_goes_to_whom_something_is_not_known_of() -> None:
    values = [CompanyValue(id=1, company_id=n, field_id=3, text="Ritz") for n in (1, 3)]
    meals = [PersonValue(id=1, person_id=1, field_id=4, text="none")]
    basis = known(own_fields=[HOTEL, MEAL], company_values=values, person_values=meals)
    assert states(basis, Moment.FORM) == {"D2": WAITING, "C2": WAITING}
    assert not form_is_open(basis, basis.snapshot.company[1])
    assert states(known(), Moment.FORM) == {}
    kept = known([written(Moment.FORM, 1)], own_fields=[HOTEL], company_values=values)
    assert states(kept, Moment.FORM) == {"D1": WRITTEN, "D2": WAITING, "C2": WAITING}


def test_a_visa_is_for_each_person_of_the_delegation() -> None:
    assert states(known(applications=statuses(D2=Status.DECLINED)), Moment.VISA) == {"D1D1": WAITING}


def test_a_decision_that_holds_no_more_is_taken_back_once() -> None:
    applications = [
        Application(id=1, company_id=1, status=Status.UNDER_REVIEW, announced="accepted"),
        Application(id=2, company_id=2, status=Status.WITHDRAWN),
        Application(id=3, company_id=3, status=Status.CONFIRMED, announced="accepted"),
        Application(id=4, company_id=4, status=Status.WITHDRAWN, announced="accepted"),
    ]
    assert states(known(applications=applications), Moment.TAKEN_BACK) == {"D1": OTHERWISE, "C2": OTHERWISE}
    told = written(Moment.TAKEN_BACK, 1, about="accepted under_review")
    assert states(known([told], applications=applications), Moment.TAKEN_BACK) == {"D1": WRITTEN, "C2": OTHERWISE}


def test_who_left_is_told_that_its_meetings_are_off() -> None:
    row = ["2026-02-16T09:00", "2026-02-16T09:20", "C1", "Hall", 1, "x", "y"]
    told = written(Moment.TIMETABLE, 1, content=json.dumps({"parts": {}, "meetings": {"m": row}, "events": {}}))
    left = {"applications": statuses(D1=Status.WITHDRAWN), "meetings": [meeting(1, 1, 3, 1, uid="m")]}
    for moment in (Moment.TIMETABLE, Moment.CHANGES):
        assert states(known([told], **left), moment).get("D1") is OTHERWISE
    assert "D1" not in states(known(**left), Moment.TIMETABLE)
    off = written(Moment.CHANGES, 1, "l2", written_at=NOW, content='{"parts": {}, "meetings": {}, "events": {}}')
    assert states(known([told, off], **left), Moment.CHANGES) == {"D1": WRITTEN}


def test_after_some_days_it_is_asked_what_came_of_the_meetings() -> None:
    basis = known(meetings=[meeting(1, 1, 3, 1)])
    found = {one.company.name: one.about for one in concerned(basis, Occasion(Moment.FOLLOW_UP, now=NOW))}
    assert found == {"D1": "0", "C1": "0"}
    later = Occasion(Moment.FOLLOW_UP, now=NOW + timedelta(days=60))
    told = known([written(Moment.FOLLOW_UP, 1, about="0")], meetings=[meeting(1, 1, 3, 1)])
    assert {one.company.name: (one.about, one.state) for one in concerned(told, later)} == {
        "D1": ("30", WAITING), "C1": ("30", WAITING),
    }  # fmt: skip
    assert states(told, Moment.FOLLOW_UP) == {"D1": WRITTEN, "C1": WAITING}


def test_a_step_that_is_due_is_told_to_both_and_again_when_there_is_another() -> None:
    step = Outcome(id=1, uid="o1", meeting_id=1, next_step="Call", due=date(2026, 3, 5))
    later = replace(step, id=2, uid="o2", meeting_id=2, due=date(2026, 3, 20))
    meetings = [meeting(1, 1, 3, 1), meeting(2, 1, 4, 2)]
    basis = known(outcomes=(step, later, replace(step, id=3, uid="o3", next_step="")), meetings=meetings)
    assert states(basis, Moment.NEXT_STEP, days=7) == {"D1": WAITING, "C1": WAITING}
    (one, _other) = concerned(basis, Occasion(Moment.NEXT_STEP, now=NOW, days=7))
    told = written(Moment.NEXT_STEP, 1, content=json.dumps(one.content))
    again = known([told], outcomes=basis.outcomes, meetings=meetings)
    assert states(again, Moment.NEXT_STEP, days=7)["D1"] is WRITTEN
    assert states(again, Moment.NEXT_STEP, days=30)["D1"] is OTHERWISE
    answered = known([told], [answer("l")], outcomes=basis.outcomes, meetings=meetings)
    assert states(answered, Moment.NEXT_STEP, days=30)["D1"] is WRITTEN


def test_a_moment_of_ones_own_is_for_whom_it_says() -> None:
    here = OwnMoment(id=1, uid="a", name="Visit", side="delegation")
    everybody = OwnMoment(id=2, uid="b", name="News", takes_part=False)
    letters = [written(Moment.OWN, 1, about="a"), written(Moment.OWN, 2, "l2", about="b")]
    basis = known(letters, own=(here, everybody), applications=statuses(C1=Status.DECLINED, D2=Status.APPLIED))
    assert states(basis, Moment.OWN, own="a") == {"D1": WRITTEN}
    assert states(basis, Moment.OWN, own="b") == {"D1": WAITING, "D2": WRITTEN, "C1": WAITING, "C2": WAITING}
    assert states(basis, Moment.OWN, own="gone") == {}
    assert states(basis, Moment.OWN, own="a", sent_to=SentTo.PEOPLE) == {"D1D1": WAITING}
