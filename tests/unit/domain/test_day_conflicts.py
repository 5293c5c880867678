"""Conflicts of the days that are looked after, in words; what other rules find is left to them."""

from dataclasses import replace

from missionplanner.domain.day_conflicts import clash_words, days_go_together
from missionplanner.domain.events import Audience, PersonAttendance
from missionplanner.domain.journeys import JourneyLeg, LegKind
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import translator
from tests.builders import meeting, moment
from tests.unit.domain.test_person_days import call, items, leader

EN = translator("en")


def texts(snapshot: Snapshot) -> list[str]:
    """What is found."""
    return [issue.text for issue in days_go_together(snapshot)]


def test_days_that_go_together_are_silent() -> None:
    assert texts(leader()) == []


def test_too_little_time_between_calls_is_found_once_for_each_who_is_at_both() -> None:
    parts = [PersonAttendance(id=n, event_id=event, person_id=1) for n, event in enumerate((1, 4), start=1)]
    near = call(4, 11, 10, venue_id=1, host_id=None)
    (found,) = days_go_together(leader(events=[call(1, 10, 30), near], person_attendances=parts))
    assert found.text == ("Ann Roy has 10 min from “Call 1” to “Call 4” on February 16 at 11:10, and needs 40 min.")
    assert (found.code, found.subjects) == ("day_too_far", (("people", 1), ("events", 4), ("events", 1)))


def test_flights_interpreters_and_other_cities_are_found() -> None:
    landing = JourneyLeg(id=1, person_id=1, flight="AC1", arrives=moment(9, 10))
    assert texts(leader(legs=[landing])) == ["Ann Roy is expected at “C1” on February 16 at 09:00, and lands later."]
    leaving = replace(landing, kind=LegKind.DEPARTURE, arrives=None, departs=moment(12))
    assert texts(leader(legs=[leaving])) == [
        "Ann Roy is expected at “Visit” on February 16 at 11:40, and has left by then."
    ]
    busy = leader(events=[call(1, 9, interpreter_id=2)], meetings=[meeting(1, 1, 3, 1, interpreter_id=2)])
    assert texts(busy)[-1].startswith("Bob Poe is expected at “D1 – C1” and at “Call 1” at the same time")
    away = call(1, 9, 30, stop_id=2, host_id=None, place="Here")
    assert texts(leader(events=[away])) == [
        "Ann Roy cannot get from “C1” in Mexico City to “Call 1” in Monterrey by February 16 at 09:30."
    ]


def test_what_rules_of_meetings_and_events_find_is_left_to_them() -> None:
    event = call(1, 9, 10, audience=Audience.EVERYONE, venue_id=2, host_id=None)
    snapshot = leader(events=[event], person_attendances=[])
    (item,) = [one for one in items(snapshot) if one.clash]
    assert clash_words(snapshot, snapshot.person[1], item, EN).startswith("Ann Roy is expected at “C1” and at “Call 1”")
    assert texts(snapshot) == []
    two = leader(meetings=[meeting(1, 1, 3, 1), meeting(2, 1, 4, 1, 2)])
    assert texts(two) == []
    later = leader(events=[replace(event, starts=moment(9, 30))], person_attendances=[])
    assert texts(later) == []
