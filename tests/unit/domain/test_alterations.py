"""A mission with something more or less: what is added, and what stays."""

from datetime import timedelta

import pytest

from missionplanner.domain import alterations
from missionplanner.domain.companies import CompanyStop
from missionplanner.domain.mission import Mission, Stop
from missionplanner.domain.people import Membership
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Availability, Owner
from tests.builders import DAY, interpreter, moment, snapshot_of

TOMORROW = DAY + timedelta(1)


def times(snapshot: Snapshot) -> list[tuple[int, int, int, int]]:
    """Venue, day of the month, hour and minute of every slot, by time."""
    found = [(snapshot.venue_of_slot[s.id].id, s.starts.day, s.starts.hour, s.starts.minute) for s in snapshot.slots]
    return sorted(found)


def test_a_company_goes_to_more_stops() -> None:
    snapshot = snapshot_of(company_stops=[CompanyStop(id=1, company_id=1, stop_id=1)])
    found = alterations.with_stops(snapshot, {1: [2], 2: [2]})
    assert [found.stops_for(key) for key in (1, 2, 3)] == [{1, 2}, {1, 2}, {1, 2}]
    assert found.named_stops == {1: {1, 2}, 2: {1, 2}}


def test_a_stop_that_is_named_is_not_named_twice() -> None:
    snapshot = snapshot_of(company_stops=[CompanyStop(id=1, company_id=1, stop_id=1)])
    assert alterations.with_stops(snapshot, {1: [1]}).company_stops == snapshot.company_stops


def test_venues_have_more_or_fewer_tables() -> None:
    found = alterations.with_tables(snapshot_of(), {1: 4, 2: 0})
    assert {venue: [t.number for t in found.tables_of.get(venue, [])] for venue in (1, 2, 3)} == {
        1: [1, 2, 3, 4], 2: [], 3: [1],
    }  # fmt: skip
    assert len({table.id for table in found.tables}) == 5


def test_every_day_at_a_stop_is_longer_by_slots() -> None:
    found = alterations.with_more_slots(snapshot_of(), 1)
    assert set(times(found)) - set(times(snapshot_of())) == {(1, 16, 10, 15), (2, 16, 9, 50)}
    assert len(found.slot) == 7


def test_every_day_has_so_many_slots() -> None:
    found = alterations.with_slots_a_day(snapshot_of(), 2)
    assert times(found) == [
        (1, 16, 9, 0), (1, 16, 9, 25), (2, 16, 9, 25), (2, 16, 9, 50), (3, 17, 9, 0), (3, 17, 9, 25),
    ]  # fmt: skip


def test_days_are_left_out_or_repeated() -> None:
    found = alterations.with_days(snapshot_of(), 2)
    assert set(times(found)) - set(times(snapshot_of())) == {
        (1, 17, 9, 0), (1, 17, 9, 25), (1, 17, 9, 50), (2, 17, 9, 25), (3, 18, 9, 0),
    }  # fmt: skip
    assert times(alterations.with_days(found, 1)) == times(snapshot_of())


def test_half_a_day_is_added_where_there_are_no_meetings() -> None:
    session = alterations.half_day(snapshot_of(), 2)
    assert session is not None
    assert (session.venue_id, session.starts, session.ends) == (3, moment(14, day=TOMORROW), moment(18, day=TOMORROW))
    found = alterations.with_session(snapshot_of(), session)
    assert len(found.slots) == len(snapshot_of().slots) + 9
    assert len(found.slot) == len(found.slots)


@pytest.mark.parametrize(("full", "expected"), [((14,), (17, 9)), ((14, 33), (17, 14)), ((14, 33, 38), None)])
def test_half_a_day_is_looked_for_on_the_next_day(full: tuple[int, ...], expected: tuple[int, int] | None) -> None:
    """Hours from the morning of the first day on in which there are meetings."""
    stop = Stop(id=1, name_en="Mexico City", time_zone="America/Mexico_City", starts=DAY, ends=DAY)
    snapshot = snapshot_of(stops=[stop, snapshot_of().stops[1]])
    for hours in full:
        session = snapshot.sessions[0]
        starts = moment(0) + timedelta(hours=hours)
        more = type(session)(id=9 + hours, venue_id=1, starts=starts, ends=starts + timedelta(hours=4))
        snapshot = alterations.with_session(snapshot, more)
    found = alterations.half_day(snapshot, 1)
    assert (found and (found.starts.day, found.starts.hour)) == expected


def test_a_stop_without_sessions_gets_no_half_day() -> None:
    assert alterations.half_day(snapshot_of(sessions=[], slots=[]), 1) is None


def test_interpreters_are_added() -> None:
    found = alterations.with_interpreters(snapshot_of(), 2, "en,es")
    assert [(person.id, person.languages) for person in found.interpreters] == [(-1, "en,es"), (-2, "en,es")]
    twice = alterations.with_interpreters(found, 1, "fr,en")
    assert [person.id for person in twice.interpreters] == [-1, -2, -3]


def test_interpreters_are_the_first_ones() -> None:
    people = [interpreter("Ana Ito", id=21), interpreter("Bo Lee", id=22, languages="zh")]
    away = Availability(id=1, owner=Owner.DELEGATE, owner_id=22, starts=moment(9), ends=moment(10))
    snapshot = snapshot_of(interpreters=people, availabilities=[away], memberships=[])
    one = alterations.with_number_of_interpreters(snapshot, 1)
    assert ([p.id for p in one.interpreters], one.availabilities) == ([21], [])
    three = alterations.with_number_of_interpreters(snapshot, 3)
    assert [(p.id, p.languages) for p in three.interpreters] == [(21, "en,es"), (22, "zh"), (-1, "en,es,zh")]


def test_with_no_interpreter_languages_are_still_looked_after() -> None:
    found = alterations.with_number_of_interpreters(snapshot_of(interpreters=[interpreter("Ana Ito", id=21)]), 0)
    assert [person.languages for person in found.interpreters] == [""]


def test_whoever_goes_takes_along_what_hangs_on_them() -> None:
    person = interpreter("Ana Ito", id=21)
    rows = [Membership(id=1, person_id=21, company_id=1)]
    found = alterations.with_number_of_interpreters(snapshot_of(interpreters=[person], memberships=rows), 0)
    assert (found.memberships, found.companies_of.get(21)) == ([], None)


def test_languages_are_those_anybody_speaks() -> None:
    snapshot = snapshot_of(
        interpreters=[interpreter("Ana Ito", id=21, languages="es, en")], mission=Mission(starts=DAY, ends=DAY)
    )
    assert alterations.spoken(snapshot) == "en,es"
