"""A plan answers what the rules ask of a meeting among the others."""

from dataclasses import replace
from datetime import timedelta

import pytest

from missionplanner.domain.attendees import codes
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.mission import Mission, Travel
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Half, Precedence, Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import Range
from missionplanner.domain.timetable import (
    Availability,
    Meeting,
    MeetingDelegate,
    MeetingStatus,
    Owner,
    Slot,
)
from tests.builders import DAY, interpreter, meeting, moment, snapshot_of


def plan_of(*meetings: Meeting, **parts: object) -> Plan:
    snapshot = snapshot_of(meetings=list(meetings), **parts)
    return Plan(snapshot, snapshot.meetings)


def event(starts: tuple[int, int], ends: tuple[int, int], **more: object) -> Event:
    more = {"stop_id": 1, **more}
    return Event(id=1, name_en="Tour", starts=moment(*starts), ends=moment(*ends), **more)  # type: ignore[arg-type]


def slot(snapshot: Snapshot, key: int) -> Slot:
    return snapshot.slot[key]


def test_only_standing_meetings_are_planned_and_found_by_all_they_need() -> None:
    one = meeting(1, 1, 3, slot=1, table=2, interpreter_id=9)
    two = meeting(2, 1, 4, slot=2)
    three = meeting(3, 2, 4, slot=3, status=MeetingStatus.CANCELLED)
    named = [MeetingDelegate(meeting_id=2, delegate_id=1)]
    plan = plan_of(one, two, three, meeting_delegates=named, interpreters=[interpreter("Ana", id=9)])
    assert plan.meetings == [one, two]
    assert plan.of_company == {1: [one, two], 3: [one], 4: [two]}
    assert plan.of_table == {2: [one], 1: [two]}
    assert plan.of_pair == {(1, 3): [one], (1, 4): [two]}
    assert plan.of_delegate == {1: [two]}
    assert plan.of_interpreter == {9: [one]}
    assert (plan.delegates(one), plan.delegates(two)) == (frozenset(), frozenset({1}))
    assert plan.slot(two).id == 2
    assert plan.interpreter[9].full_name == "Ana"


def test_meetings_that_overlap_are_at_the_same_time() -> None:
    one, two, three, four = meeting(1, 1, 3, 1), meeting(2, 1, 4, 2), meeting(3, 2, 3, 4, 3), meeting(4, 2, 4, 2, 2)
    plan = plan_of(one, two, three, four)
    assert list(plan.at_the_same_time(two, plan.meetings)) == [three, four]
    assert list(plan.at_the_same_time(replace(two, locked=True), plan.meetings)) == [three, four]
    assert [m.id for m in plan.during(plan.snapshot.slot[2])] == [2, 4, 3]
    assert plan.during(plan.snapshot.slot[3]) == []


def test_a_plan_of_other_meetings_knows_nothing_of_the_first() -> None:
    one, two = meeting(1, 1, 3, 1), meeting(2, 1, 4, 2)
    plan = plan_of(one, precedences=[Precedence(company_id=1, first_id=4, then_id=3)])
    assert plan.during(plan.snapshot.slot[1]) == [one]
    other = plan.over([two])
    assert (other.meetings, other.snapshot) == ([two], plan.snapshot)
    assert other.during(plan.snapshot.slot[1]) == []
    assert other.during(plan.snapshot.slot[2]) == [two]
    assert other.orders_of((1, 4)) == [(1, 4, 3)]


def test_an_absence_counts_where_it_overlaps_the_slot() -> None:
    away = Availability(id=1, owner=Owner.COMPANY, owner_id=1, starts=moment(9, 20), ends=moment(9, 50))
    plan = plan_of(availabilities=[away])
    found = [plan.absence(Owner.COMPANY, 1, plan.snapshot.slot[key]) for key in (1, 2, 3)]
    assert found == [None, away, None]
    assert plan.absence(Owner.COMPANY, 1, plan.snapshot.slot[2]) == away
    assert plan.absence(Owner.COMPANY, 2, plan.snapshot.slot[2]) is None
    assert plan.absence(Owner.TABLE, 1, plan.snapshot.slot[2]) is None


def test_a_company_has_somebody_while_one_of_its_people_is_there() -> None:
    people = [Person(id=1, company_id=1), Person(id=2, company_id=1), Person(id=3, company_id=2)]
    away = [Availability(id=n, owner=Owner.DELEGATE, owner_id=n, starts=moment(9), ends=moment(9, 20)) for n in (1, 3)]
    plan = plan_of(people=people, availabilities=away)
    first, second = plan.snapshot.slot[1], plan.snapshot.slot[2]
    assert [plan.somebody_available((n, 4), n, first) for n in (1, 2, 3)] == [True, False, True]
    assert plan.somebody_available((2, 4), 2, second)


def test_an_event_is_during_a_slot_of_those_who_attend() -> None:
    tour = event((9, 20), (9, 30), audience=Audience.DELEGATION)
    plan = plan_of(events=[tour])
    assert [plan.event_during(1, plan.snapshot.slot[key]) for key in (1, 2, 3)] == [None, tour, None]
    assert plan.event_during(1, plan.snapshot.slot[2]) == tour
    assert plan.event_during(3, plan.snapshot.slot[2]) is None


def test_orders_are_found_for_the_first_meeting_of_either_company() -> None:
    rows = [Precedence(company_id=1, first_id=3, then_id=4), Precedence(company_id=3, first_id=2, then_id=1)]
    plan = plan_of(precedences=rows)
    assert [plan.orders_of(pair) for pair in ((1, 3), (1, 4), (2, 3))] == [[(1, 3, 4)], [], [(3, 2, 1)]]


@pytest.mark.parametrize(
    ("half", "hours"), [(Half.ANY, [9, 11, 12, 15]), (Half.MORNING, [9, 11]), (Half.AFTERNOON, [12, 15])]
)
def test_the_day_is_halved_at_noon(half: Half, hours: list[int]) -> None:
    plan, wish = plan_of(), Request(delegation_id=1, counterpart_id=3, half=half)
    slots = {hour: Slot(session_id=1, starts=moment(hour), ends=moment(hour, 20)) for hour in (9, 11, 12, 15)}
    assert [hour for hour, one in slots.items() if plan.suits(wish, one)] == hours


def test_a_session_that_is_wished_for_goes_before_the_half_of_the_day() -> None:
    plan = plan_of()
    wish = Request(delegation_id=1, counterpart_id=3, session_id=1, half=Half.AFTERNOON)
    assert [plan.suits(wish, plan.snapshot.slot[key]) for key in (1, 4)] == [True, False]
    assert not plan.suits(replace(wish, session_id=99), plan.snapshot.slot[1])


def test_a_company_is_at_one_meeting_or_at_as_many_as_it_has_people() -> None:
    people = [Person(id=n, company_id=1) for n in (1, 2)]
    alone = plan_of(people=people)
    several = plan_of(people=people, mission=Mission(starts=DAY, ends=DAY, several_at_once=True))
    assert [alone.at_once(n) for n in (1, 2)] == [1, 1]
    assert [several.at_once(n) for n in (1, 2)] == [2, 1]


def test_a_meeting_goes_on_from_its_start_up_to_its_end() -> None:
    one = meeting(1, 1, 3, slot=1)
    plan = plan_of(one, meeting(2, 1, 4, slot=2))
    times = (moment(8, 59), moment(9), moment(9, 19), moment(9, 20))
    assert [plan.going_on(1, time) for time in times] == [[], [one], [one], []]


@pytest.mark.parametrize(("minutes", "too_far"), [(4, False), (5, False), (6, True)])
def test_slots_are_too_far_apart_where_the_way_takes_longer_than_the_pause(minutes: int, too_far: bool) -> None:
    plan = plan_of(travels=[Travel(venue_id=1, other_id=2, minutes=minutes)])
    one, other = slot(plan.snapshot, 1), slot(plan.snapshot, 4)
    here, there, beside = (meeting(n, 1, 3, slot=one.id) for n, one in enumerate((one, other, slot(plan.snapshot, 2))))
    assert (plan.too_far(here, there), plan.too_far(there, here)) == (too_far, too_far)
    assert not plan.too_far(beside, there)
    assert not plan.too_far(here, beside)


@pytest.mark.parametrize(
    ("starts", "ends", "far"),
    [
        ((8, 0), (8, 40), [False, False, False]),
        ((8, 0), (8, 41), [True, False, False]),
        ((8, 0), (9, 0), [True, False, False]),
        ((10, 29), (11, 0), [False, False, True]),
        ((10, 30), (11, 0), [False, False, False]),
        ((10, 10), (11, 0), [False, False, True]),
        ((9, 20), (9, 25), [True, True, False]),
        ((9, 10), (9, 30), [False, False, False]),
    ],
)
def test_an_event_elsewhere_needs_time_for_the_way(
    starts: tuple[int, int], ends: tuple[int, int], far: list[bool]
) -> None:
    tour = event(starts, ends, venue_id=2, audience=Audience.DELEGATION)
    plan = plan_of(events=[tour], travels=[Travel(venue_id=1, other_id=2, minutes=20)])
    expected = [tour if one else None for one in far]
    assert [plan.event_too_far(1, meeting(1, 1, 3, slot=key)) for key in (1, 2, 3)] == expected
    assert plan.event_too_far(3, meeting(1, 1, 3, slot=1)) is None


def test_a_transfer_is_reached_where_it_begins_and_left_where_it_ends() -> None:
    bus = event((9, 20), (9, 25), venue_id=2, to_venue_id=1)
    plan = plan_of(events=[bus], travels=[Travel(venue_id=1, other_id=2, minutes=20)])
    assert [plan.event_too_far(1, meeting(1, 1, 3, slot=key)) for key in (1, 2)] == [bus, None]


@pytest.mark.parametrize(
    ("leaves", "hour", "slot", "too_far"),
    [
        (2, 10, 1, True),  # from a meeting in Mexico City to a flight that leaves Monterrey 40 minutes later
        (2, 12, 1, False),
        (1, 6, 3, True),  # from a flight to Monterrey to a meeting in Mexico City less than two hours after
        (1, 5, 3, False),
    ],
)
def test_a_journey_is_as_far_as_it_takes(leaves: int, hour: int, slot: int, too_far: bool) -> None:
    flight = event((hour, 0), (hour + 2, 0), stop_id=leaves, to_stop_id=3 - leaves)
    plan = plan_of(events=[flight])
    assert (plan.event_too_far(1, meeting(1, 1, 3, slot=slot)) is not None) is too_far


@pytest.mark.parametrize("venue", [None, 3, 1, 99])
def test_an_event_nobody_knows_the_way_to_is_never_too_far(venue: int | None) -> None:
    tour = event((8, 0), (8, 59), venue_id=venue)
    ways = [Travel(venue_id=1, other_id=3, minutes=300)]
    plan = plan_of(events=[tour], travels=ways, mission=Mission(starts=DAY, ends=DAY, travel_minutes=60))
    assert plan.event_too_far(1, meeting(1, 1, 3, slot=1)) is None


def test_languages_are_those_of_all_people_of_a_company() -> None:
    assert codes(" en, fr ,,es") == frozenset({"en", "fr", "es"})
    people = [Person(id=n, company_id=1, languages=text) for n, text in enumerate(("en", "fr,en"))]
    plan = plan_of(people=people)
    here = meeting(1, 1, 2, slot=1)
    assert [plan.languages(here, n) for n in (1, 2)] == [frozenset({"en", "fr"}), frozenset()]


def test_an_interpreter_is_needed_by_companies_that_share_no_language() -> None:
    spoken = {1: "en", 2: "fr", 3: "es,fr", 4: ""}
    people = [Person(id=n, company_id=n, languages=text) for n, text in spoken.items()]
    ana, ben = interpreter("Ana", id=8, languages="en,es"), interpreter("Ben", id=9, languages="fr, es")
    plan = plan_of(people=people, interpreters=[ana, ben])
    needed = (frozenset({"en"}), frozenset({"es", "fr"}))
    pairs = [meeting(1, *pair, slot=1) for pair in ((1, 3), (2, 3), (1, 4), (4, 1))]
    assert [plan.interpreted(one) for one in pairs] == [needed, None, None, None]
    assert [plan.interprets(one, needed) for one in (ana, ben)] == [True, False]
    assert not plan.interprets(interpreter("Cleo", languages="en,de"), needed)
    assert plan_of(people=people).interpreted(meeting(1, 1, 3, slot=1)) is None


def test_lunch_is_kept_on_the_day_of_the_slot_where_the_mission_keeps_one() -> None:
    mission = Mission(starts=DAY, ends=DAY, lunch_starts="12:30", lunch_ends="14:00")
    plan = plan_of(mission=mission)
    assert plan.lunch(plan.snapshot.slot[1]) == Range(moment(12, 30), moment(14))
    tomorrow = DAY + timedelta(1)
    assert plan.lunch(plan.snapshot.slot[5]) == Range(moment(12, 30, tomorrow), moment(14, day=tomorrow))
    for part in ({"lunch_starts": ""}, {"lunch_ends": ""}):
        without = plan_of(mission=replace(mission, **part))
        assert without.lunch(without.snapshot.slot[1]) is None
