"""The choices there are about one thing on a day, and whom they concern."""

from dataclasses import replace

from missionplanner.domain.events import PersonAttendance
from missionplanner.domain.person_days import DayClash, occasions
from missionplanner.domain.snapshot import Snapshot
from missionplanner.jobs.people import day_choices
from missionplanner.jobs.people.day_choices import Days
from tests.builders import moment
from tests.unit.domain.test_person_days import call, leader


def days(snapshot: Snapshot) -> Days:
    """Where everybody is."""
    return {person.id: occasions(snapshot, person) for person in snapshot.people}


def test_a_call_concerns_those_who_enter_who_interprets_and_who_receives() -> None:
    snapshot = leader(events=[call(1, 10, 30, interpreter_id=3, hosts="A\nB\n")])
    assert day_choices.concerned(snapshot, snapshot.events[0], snapshot.person[1]) == (frozenset({2, 3}), 2)
    assert day_choices.concerned(leader(), leader().events[0]) == (frozenset({1, 2}), 1)


def test_choices_of_a_call_are_without_somebody_later_or_not_at_all() -> None:
    snapshot = leader()
    one = next(one for one in days(snapshot)[1] if one.event and one.event.id == 1)
    found = list(day_choices.of_commitment(snapshot, snapshot.person[1], one, days(snapshot)))
    assert [choice.text for choice in found] == [
        "“Call 1” takes place without Ann Roy; Bob Poe enters first",
        "“Call 1” moves to February 16 at 13:15",
        "“Call 1” moves to February 16 at 14:00",
        "“Call 1” moves to February 16 at 14:45",
        "“Call 1” falls away",
    ]
    assert [(choice.told, choice.others, choice.missed) for choice in found] == [
        (frozenset({2}), 1, 1), *[(frozenset({2}), 1, 0)] * 3, (frozenset({2}), 1, 2),
    ]  # fmt: skip


def test_a_move_fits_where_nobody_clashes_who_did_not_before() -> None:
    snapshot = leader()
    visit = snapshot.events[0]
    known, people = days(snapshot), frozenset({1, 2})
    assert day_choices.fits(snapshot, known, [day_choices.moved_to(snapshot, visit, moment(14))], people)
    assert not day_choices.fits(snapshot, known, [day_choices.moved_to(snapshot, visit, moment(11, 30))], people)
    assert day_choices.fits(snapshot, known, [day_choices.moved_to(snapshot, visit, moment(11, 30))], frozenset({2}))


def test_clashes_name_both_occasions() -> None:
    rows = [PersonAttendance(id=n, event_id=n, person_id=1) for n in (1, 4)]
    snapshot = leader(events=[call(1, 10, 30), replace(call(4, 10, 45))], person_attendances=rows)
    assert day_choices.clashes(snapshot, days(snapshot)[1]) == {
        (DayClash.AT_ONCE, frozenset({("Event", 1), ("Event", 4)}))
    }
    assert day_choices.mark(None) == ("NoneType", 0)
