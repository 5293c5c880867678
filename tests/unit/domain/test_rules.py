"""Every rule says yes to a plan that keeps it and no, in words, to one that breaks it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain import rules, timetable
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Delegate
from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.mission import Stop, Table, Travel, Venue
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Half, Precedence, Priority, Request
from missionplanner.domain.timetable import (
    Availability,
    Interpreter,
    Meeting,
    MeetingDelegate,
    MeetingStatus,
    Owner,
    Session,
    Slot,
)
from missionplanner.store.store import Store
from tests.builders import DAY, ask, go_to, key_of, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    found = small_mission(tmp_path / "m.mission")
    meet(found, "D1", "C1", slot=0, table=0)
    yield found
    found.close()


def broken(store: Store) -> list[str]:
    snapshot = store.snapshot()
    return [issue.code for issue in rules.check(Plan(snapshot, snapshot.meetings))]


def not_accepted(store: Store) -> None:
    application = store.where(Application, "company_id", [key_of(store, "D1")])[0]
    with store.change("x") as change:
        change.update(replace(application, status=Status.RESERVE))


def vetoed(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MUST_MEET), ("D1", "C1", Priority.NO_THANKS))


def twice(store: Store) -> None:
    meet(store, "D1", "C1", slot=2, table=0)


def two_at_once(store: Store) -> None:
    meet(store, "D1", "C2", slot=0, table=1)


def delegate_away(store: Store) -> None:
    person = store.where(Delegate, "company_id", [key_of(store, "D1")])[0]
    with store.change("x") as change:
        change.insert(Availability(owner=Owner.DELEGATE, owner_id=person.id, starts=moment(9), ends=moment(9, 10)))


def delegate_in_two(store: Store) -> None:
    person = store.where(Delegate, "company_id", [key_of(store, "D1")])[0]
    other = meet(store, "D2", "C2", slot=0, table=1)
    with store.change("x") as change:
        change.insert_all(MeetingDelegate(meeting_id=key, delegate_id=person.id) for key in (1, other))


def table_shared(store: Store) -> None:
    meet(store, "D2", "C2", slot=0, table=0)


def table_elsewhere(store: Store) -> None:
    with store.change("x") as change:
        venue = change.insert(Venue(stop_id=1, name="Other"))
        change.insert(Table(venue_id=venue, number=1))
    meet(store, "D2", "C2", slot=1, table=2)


def table_broken(store: Store) -> None:
    table = store.all(Table)[0].id
    with store.change("x") as change:
        change.insert(
            Availability(owner=Owner.TABLE, owner_id=table, starts=moment(9), ends=moment(10), reason="a leak")
        )


def company_away(store: Store) -> None:
    key = key_of(store, "C1")
    with store.change("x") as change:
        change.insert(Availability(owner=Owner.COMPANY, owner_id=key, starts=moment(9), ends=moment(9, 5)))


def at_an_event(store: Store) -> None:
    event = Event(stop_id=1, kind=EventKind.PLENARY, name_en="Opening", starts=moment(8), ends=moment(9, 15))
    with store.change("x") as change:
        change.insert(replace(event, audience=Audience.DELEGATION))


def not_there(store: Store) -> None:
    with store.change("x") as change:
        other = change.insert(Stop(name_en="León", starts=DAY.replace(day=20), ends=DAY.replace(day=21)))
    go_to(store, "D1", [other])


def in_two_cities(store: Store) -> None:
    with store.change("x") as change:
        stop = change.insert(Stop(name_en="León", time_zone="America/Mexico_City", starts=DAY, ends=DAY))
        venue = change.insert(Venue(stop_id=stop, name="Other"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(15), ends=moment(16))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
    place = next(n for n, slot in enumerate(store.all(Slot)) if slot.starts == moment(15))
    meet(store, "D1", "C2", slot=place, table=2)


def over_lunch(store: Store) -> None:
    with store.change("x") as change:
        change.update(replace(store.mission, lunch_starts="09:10", lunch_ends="10:00"))


def too_far_apart(store: Store) -> None:
    with store.change("x") as change:
        venue = change.insert(Venue(stop_id=1, name="Other"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(9, 30), ends=moment(10))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
        change.insert(Travel(venue_id=venue, other_id=1, minutes=15))
    place = next(n for n, slot in enumerate(store.all(Slot)) if slot.starts == moment(9, 30))
    meet(store, "D1", "C2", slot=place, table=2)


def too_far_from_an_event(store: Store) -> None:
    event = Event(stop_id=1, kind=EventKind.SITE_VISIT, name_en="Visit", starts=moment(9, 30), ends=moment(10))
    with store.change("x") as change:
        change.update(replace(store.mission, travel_minutes=15))
        venue = change.insert(Venue(stop_id=1, name="Factory"))
        change.insert(replace(event, venue_id=venue, audience=Audience.DELEGATION))


def wished_for_later(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    with store.change("x") as change:
        change.update(replace(store.all(Request)[0], half=Half.AFTERNOON))


def wrong_order(store: Store) -> None:
    d1, c1, c2 = (key_of(store, name) for name in ("D1", "C1", "C2"))
    with store.change("x") as change:
        change.insert(Precedence(company_id=d1, first_id=c2, then_id=c1))
    meet(store, "D1", "C2", slot=2, table=0)


def speak(store: Store, **languages: str) -> None:
    """Give the delegates of companies their languages."""
    with store.change("Speak") as change:
        for name, spoken in languages.items():
            person = store.where(Delegate, "company_id", [key_of(store, name)])[0]
            change.update(replace(person, languages=spoken))


def no_interpreter(store: Store) -> None:
    speak(store, D1="en", C1="es")
    with store.change("x") as change:
        change.insert(Interpreter(name="Ana", languages="en,es"))


def too_many_a_day(store: Store) -> None:
    with store.change("x") as change:
        change.update(replace(store.mission, meetings_a_day=1))
    meet(store, "D1", "C2", slot=2, table=0)


CASES: list[tuple[str, Callable[[Store], None]]] = [
    ("takes_part", not_accepted),
    ("no_veto", vetoed),
    ("pair_meets_once", twice),
    ("company_one_at_a_time", two_at_once),
    ("delegate_one_at_a_time", delegate_away),
    ("delegate_one_at_a_time", delegate_in_two),
    ("table_one_at_a_time", table_shared),
    ("table_one_at_a_time", table_elsewhere),
    ("table_available", table_broken),
    ("company_available", company_away),
    ("events_attended", at_an_event),
    ("stop_attended", not_there),
    ("travel_time", too_far_apart),
    ("travel_time", too_far_from_an_event),
    ("time_wished", wished_for_later),
    ("order_kept", wrong_order),
    ("interpreter_available", no_interpreter),
    ("most_a_day", too_many_a_day),
    ("stops_in_parallel", in_two_cities),
    ("lunch_kept", over_lunch),
]


def test_a_lawful_plan_breaks_nothing(store: Store) -> None:
    meet(store, "D2", "C2", slot=0, table=1)
    meet(store, "D1", "C2", slot=1, table=0)
    assert broken(store) == []


@pytest.mark.parametrize(("rule", "breaks"), CASES, ids=lambda value: getattr(value, "__name__", value))
def test_rule_finds_what_breaks_it_and_nothing_else(store: Store, rule: str, breaks: Callable[[Store], None]) -> None:
    assert broken(store) == []
    breaks(store)
    assert set(broken(store)) == {rule}


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, _breaks in CASES} == {rule.__name__ for rule in rules.RULES}


def test_sentences_name_who_and_when(store: Store) -> None:
    two_at_once(store)
    snapshot = store.snapshot()
    issue = rules.check(Plan(snapshot, snapshot.meetings))[0]
    assert issue.text == "D1 has two meetings on February 16 at 09:00: with C1 and with C2."


def test_cancelled_meetings_take_no_time(store: Store) -> None:
    meet(store, "D1", "C2", slot=0, table=0, status=MeetingStatus.CANCELLED)
    assert broken(store) == []


def test_a_company_with_two_delegates_may_be_in_two_meetings_where_the_mission_allows_it(store: Store) -> None:
    two_at_once(store)
    assert broken(store) == ["company_one_at_a_time"]
    with store.change("x") as change:
        change.update(replace(store.mission, several_at_once=True))
        change.insert(Delegate(company_id=key_of(store, "D1"), given_name="Second", family_name="D1"))
    assert broken(store) == []
    meet(store, "D1", "C3", slot=0, table=1)
    assert "company_one_at_a_time" in broken(store)


def test_an_interpreter_of_both_languages_is_in_one_meeting_at_a_time_and_available(store: Store) -> None:
    no_interpreter(store)
    speak(store, D2="en", C2="es")
    other = meet(store, "D2", "C2", slot=1, table=1, interpreter_id=1)
    with store.change("x") as change:
        change.update(replace(store.get(Meeting, 1), interpreter_id=1))
    assert broken(store) == []
    with store.change("x") as change:
        change.update(replace(store.get(Meeting, other), slot_id=store.get(Meeting, 1).slot_id))
    assert set(broken(store)) == {"interpreter_available"}
    store.undo()
    away = Availability(owner=Owner.INTERPRETER, owner_id=1, starts=moment(9), ends=moment(9, 5))
    with store.change("x") as change:
        change.insert(away)
    assert set(broken(store)) == {"interpreter_available"}


def test_somebody_who_speaks_neither_language_does_not_interpret(store: Store) -> None:
    no_interpreter(store)
    with store.change("x") as change:
        key = change.insert(Interpreter(name="Bo", languages="sv,es"))
        change.update(replace(store.get(Meeting, 1), interpreter_id=key))
    assert set(broken(store)) == {"interpreter_available"}


def test_rules_have_labels() -> None:
    assert set(rules.LABELS) == {rule.__name__ for rule in rules.RULES}


def test_a_transfer_is_left_and_reached_in_time(store: Store) -> None:
    with store.change("Places") as change:
        far = change.insert(Venue(stop_id=1, name="Plant"))
        change.update(replace(store.mission, travel_minutes=30))
        change.insert(
            Event(stop_id=1, name_en="Bus back", starts=moment(9), ends=moment(9, 20), venue_id=far, to_venue_id=1)
        )
    with store.change("Later") as change:
        change.update(replace(store.all(Meeting)[0], slot_id=store.all(Slot)[1].id))
    assert broken(store) == []
    event = store.all(Event)[0]
    with store.change("Stays there") as change:
        change.update(replace(event, to_venue_id=None))
    assert broken(store) == ["travel_time"]
