"""Weeks at a glance, counted by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import CompanyStop, Side
from missionplanner.domain.mission import Travel
from missionplanner.domain.plan import Plan
from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.domain.week_strips import (
    MARK_LABELS,
    ORDER_LABELS,
    CompanyWeek,
    Order,
    Strip,
    StripMark,
    slots_by_day,
    sorted_weeks,
    weeks,
)
from tests.builders import DAY, meeting, moment, snapshot_of

TOMORROW = DAY + timedelta(1)
MEETINGS = [meeting(1, 1, 3, 1), meeting(2, 1, 4, 3), meeting(3, 1, 3, 5, 4)]
"""D1 meets C1 and C2 in the first and the last slot of the first day, C1 on the next day as well."""


def plan_of(*meetings: Meeting, **parts: object) -> Plan:
    return Plan(snapshot_of(meetings=list(meetings), **parts), meetings)


def week(plan: Plan, name: str) -> CompanyWeek:
    return next(week for side in Side for week in weeks(plan, side) if week.company.name == name)


def marks(plan: Plan, name: str, day: tuple[int, date] = (1, DAY)) -> list[StripMark]:
    return list(week(plan, name).strips[day].marks)


def test_days_are_in_the_order_of_time_with_their_slots() -> None:
    found = slots_by_day(plan_of())
    assert {day: [slot.id for slot in slots] for day, slots in found.items()} == {
        (1, DAY): [1, 2, 4, 3],
        (2, TOMORROW): [5],
    }


def test_a_day_has_meetings_and_the_gap_between_them() -> None:
    assert marks(plan_of(*MEETINGS), "D1") == [StripMark.MEETING, StripMark.IDLE, StripMark.MEETING]


def test_before_and_after_its_meetings_a_company_is_free() -> None:
    plan = plan_of(meeting(1, 1, 3, 2))
    assert (marks(plan, "D1"), marks(plan, "D2")) == (
        [StripMark.FREE, StripMark.MEETING, StripMark.FREE],
        [StripMark.FREE] * 3,
    )


def test_who_is_away_neither_waits_nor_is_free() -> None:
    away = Availability(id=1, owner=Owner.COMPANY, owner_id=1, starts=moment(9, 25), ends=moment(10, 15))
    plan = plan_of(MEETINGS[0], meeting(2, 2, 4, 3), availabilities=[away])
    assert marks(plan, "D1") == [StripMark.MEETING, StripMark.AWAY, StripMark.AWAY]


def test_a_week_counts_meetings_days_and_gaps() -> None:
    found = [(one.company.name, one.meetings, one.days, one.idle) for one in weeks(plan_of(*MEETINGS), Side.DELEGATION)]
    assert found == [("D1", 3, 2, 1), ("D2", 0, 0, 0)]


def test_meetings_are_kept_by_the_time_they_begin() -> None:
    strip = week(plan_of(*MEETINGS), "D1").strips[1, DAY]
    assert strip.meetings == {moment(9): (MEETINGS[0],), moment(9, 50): (MEETINGS[1],)}


def test_meetings_at_one_time_are_all_counted() -> None:
    plan = plan_of(MEETINGS[0], meeting(9, 1, 4, 1, 2))
    assert [(one.meetings, one.days) for one in (week(plan, "D1"),)] == [(2, 1)]


def test_stops_a_company_does_not_go_to_are_left_out() -> None:
    rows = [CompanyStop(id=1, company_id=1, stop_id=2)]
    assert list(week(plan_of(company_stops=rows), "D1").strips) == [(2, TOMORROW)]


def test_a_stop_with_a_meeting_is_shown_though_the_company_does_not_go_there() -> None:
    rows = [CompanyStop(id=1, company_id=1, stop_id=2)]
    assert list(week(plan_of(MEETINGS[0], company_stops=rows), "D1").strips) == [(1, DAY), (2, TOMORROW)]


@pytest.mark.parametrize(("meetings", "shown"), [([], ["D2"]), (MEETINGS[:1], ["D1", "D2"])])
def test_who_takes_no_part_is_shown_only_with_a_meeting(meetings: list[Meeting], shown: list[str]) -> None:
    applications = [Application(id=n, company_id=n, status=Status.ACCEPTED) for n in (2, 3, 4)]
    found = weeks(plan_of(*meetings, applications=applications), Side.DELEGATION)
    assert [one.company.name for one in found] == shown


@pytest.mark.parametrize(
    ("order", "names"),
    [
        (Order.NAME, ["C1", "C2"]),
        (Order.MEETINGS, ["C2", "C1"]),
        (Order.DAYS, ["C1", "C2"]),
        (Order.IDLE, ["C2", "C1"]),
    ],
)
def test_weeks_are_put_in_order(order: Order, names: list[str]) -> None:
    # C1: three meetings on two days without a gap; C2: two meetings on a day with one.
    plan = plan_of(
        meeting(1, 1, 3, 1), meeting(2, 2, 3, 2), meeting(3, 1, 3, 5, 4), meeting(4, 2, 4, 1, 2), meeting(5, 1, 4, 3)
    )
    assert [one.company.name for one in sorted_weeks(weeks(plan, Side.COUNTERPART), order)] == names


def test_a_strip_counts_its_gaps() -> None:
    assert Strip((), (StripMark.IDLE, StripMark.FREE, StripMark.IDLE), {}).idle == 2


def test_every_mark_and_order_has_a_label() -> None:
    assert (set(MARK_LABELS), set(ORDER_LABELS)) == (set(StripMark), set(Order))
    assert (StripMark.IDLE.label, Order.IDLE.label) == ("Idle slot", "Most idle slots first")


def test_who_is_on_the_road_does_not_wait() -> None:
    """From the Hall at 09:00–09:20 to the Plant, whose slot is put at 09:50: the slot between is the way."""
    slots = [
        replace(one, starts=moment(9, 50), ends=moment(10, 10)) if one.id == 4 else one for one in snapshot_of().slots
    ]
    rows = [meeting(1, 1, 3, slot=1), meeting(2, 1, 4, slot=4, table=3)]
    near = plan_of(*rows, slots=slots, travels=[Travel(venue_id=1, other_id=2, minutes=4)])
    far = plan_of(*rows, slots=slots, travels=[Travel(venue_id=1, other_id=2, minutes=20)])
    assert marks(near, "D1") == [StripMark.MEETING, StripMark.IDLE, StripMark.MEETING]
    assert marks(far, "D1") == [StripMark.MEETING, StripMark.AWAY, StripMark.MEETING]
    assert (week(near, "D1").idle, week(far, "D1").idle) == (1, 0)
