"""Every rule says yes to a plan that keeps it and no, in words, to one that breaks it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain import rules, timetable
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import AttendeesBy, Company, CompanySector, CompanyStop, Side
from missionplanner.domain.events import Audience, Event, EventKind, Part, PersonAttendance
from missionplanner.domain.meets_at import MeetsAt
from missionplanner.domain.mission import Mission, Sector, Stop, Table, Travel, Venue, ZoneWay
from missionplanner.domain.people import Membership, OrganisationKind, Person, PersonSector
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Half, Precedence, Priority, Request
from missionplanner.domain.timetable import (
    Availability,
    Meeting,
    MeetingDelegate,
    MeetingStatus,
    Owner,
    Session,
    Slot,
)
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, go_to, interpreter, key_of, meet, meeting, moment, small_mission, snapshot_of


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
    with store.change(message("x")) as change:
        change.update(replace(application, status=Status.RESERVE))


def vetoed(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MUST_MEET), ("D1", "C1", Priority.NO_THANKS))


def twice(store: Store) -> None:
    meet(store, "D1", "C1", slot=2, table=0)


def two_at_once(store: Store) -> None:
    meet(store, "D1", "C2", slot=0, table=1)


def delegate_away(store: Store) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("x")) as change:
        change.insert(Availability(owner=Owner.DELEGATE, owner_id=person.id, starts=moment(9), ends=moment(9, 10)))


def several_people(store: Store) -> None:
    """D1 has two people, who may be in two meetings at a time."""
    with store.change(message("x")) as change:
        change.update(replace(store.mission, several_at_once=True))
        change.insert(Person(company_id=key_of(store, "D1"), given_name="Second", family_name="D1", languages="sv"))


def choose(store: Store, *people: int) -> None:
    """These people are chosen for the meeting that is there."""
    with store.change(message("x")) as change:
        change.insert_all(MeetingDelegate(meeting_id=1, delegate_id=person) for person in people)


def both_chosen_for_one(store: Store) -> None:
    several_people(store)
    meet(store, "D1", "C2", slot=0, table=1)
    choose(store, *(p.id for p in store.where(Person, "company_id", [key_of(store, "D1")])))


def chosen_at_an_event(store: Store) -> None:
    several_people(store)
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    choose(store, person.id)
    with store.change(message("x")) as change:
        event = change.insert(
            Event(stop_id=1, name_en="Tour", starts=moment(9), ends=moment(9, 10), audience=Audience.LISTED)
        )
        change.insert(PersonAttendance(event_id=event, person_id=person.id, part=Part.IN))


def speaker_away(store: Store) -> None:
    """D1 shares its meetings out by language, and who speaks that of C1 is away."""
    several_people(store)
    speak(store, D1="en", C1="en")
    delegate_away(store)
    with store.change(message("x")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), attendees_by=AttendeesBy.LANGUAGE))


def keeper_of_the_sector_away(store: Store) -> None:
    """D1 shares its meetings out by sector, and who looks after that of C1 is away."""
    several_people(store)
    delegate_away(store)
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("x")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), attendees_by=AttendeesBy.SECTOR))
        sector = change.insert(Sector(code="AG", name_en="Food"))
        change.insert(CompanySector(company_id=key_of(store, "C1"), sector_id=sector))
        change.insert(PersonSector(person_id=person.id, sector_id=sector))


def two_speakers_needed(store: Store) -> None:
    """D1 may be in two meetings at a time, and only one of its people speaks with both companies."""
    several_people(store)
    speak(store, D1="en", C1="en", C2="en")
    meet(store, "D1", "C2", slot=0, table=1)
    with store.change(message("x")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), attendees_by=AttendeesBy.LANGUAGE))


def two_by_two(store: Store) -> None:
    """Both people of D1 attend together, and it has two meetings at a time."""
    several_people(store)
    meet(store, "D1", "C2", slot=0, table=1)
    with store.change(message("x")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), attendees_by=AttendeesBy.TURN, attendees_most=2))


def chosen_without_a_language(store: Store) -> None:
    several_people(store)
    speak(store, D1="en", C1="en")
    choose(store, store.where(Person, "company_id", [key_of(store, "D1")])[1].id)


def delegate_in_two(store: Store) -> None:
    several_people(store)
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    other = meet(store, "D1", "C2", slot=0, table=1)
    with store.change(message("x")) as change:
        change.insert_all(MeetingDelegate(meeting_id=key, delegate_id=person.id) for key in (1, other))


def table_shared(store: Store) -> None:
    meet(store, "D2", "C2", slot=0, table=0)


def table_elsewhere(store: Store) -> None:
    with store.change(message("x")) as change:
        venue = change.insert(Venue(stop_id=1, name="Other"))
        change.insert(Table(venue_id=venue, number=1))
    meet(store, "D2", "C2", slot=1, table=2)


def table_broken(store: Store) -> None:
    table = store.all(Table)[0].id
    with store.change(message("x")) as change:
        change.insert(
            Availability(owner=Owner.TABLE, owner_id=table, starts=moment(9), ends=moment(10), reason="a leak")
        )


def without_meetings(store: Store) -> None:
    with store.change(message("x")) as change:
        change.update(replace(store.get(Company, key_of(store, "C1")), meets=False))


def nobody_for_meetings(store: Store) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("x")) as change:
        change.update(replace(person, meets=False))


def represent(store: Store, name: str, *others: str) -> None:
    """The only person of a company comes for others, too, which have nobody else."""
    keys = [key_of(store, other) for other in others]
    person = store.where(Person, "company_id", [key_of(store, name)])[0]
    with store.change(message("x")) as change:
        change.delete(Person, [one.id for one in store.where(Person, "company_id", keys)])
        change.insert_all(Membership(person_id=person.id, company_id=key) for key in keys)


def one_person_for_two(store: Store) -> None:
    represent(store, "D1", "D2")
    meet(store, "D2", "C2", slot=0, table=1)


def one_person_on_both_sides(store: Store) -> None:
    represent(store, "D1", "C1")


def one_person_in_two_cities(store: Store) -> None:
    represent(store, "D1", "D2")
    other_city(store)
    meet(store, "D2", "C2", slot=[slot.starts for slot in store.all(Slot)].index(moment(15)), table=2)


def one_person_too_far_apart(store: Store) -> None:
    represent(store, "D1", "D2")
    other_venue(store)
    meet(store, "D2", "C2", slot=[slot.starts for slot in store.all(Slot)].index(moment(9, 30)), table=2)


def company_away(store: Store) -> None:
    key = key_of(store, "C1")
    with store.change(message("x")) as change:
        change.insert(Availability(owner=Owner.COMPANY, owner_id=key, starts=moment(9), ends=moment(9, 5)))


def at_an_event(store: Store) -> None:
    event = Event(stop_id=1, kind=EventKind.PLENARY, name_en="Opening", starts=moment(8), ends=moment(9, 15))
    with store.change(message("x")) as change:
        change.insert(replace(event, audience=Audience.DELEGATION))


def not_there(store: Store) -> None:
    with store.change(message("x")) as change:
        other = change.insert(Stop(name_en="León", starts=DAY.replace(day=20), ends=DAY.replace(day=21)))
    go_to(store, "D1", [other])


def other_city(store: Store) -> None:
    with store.change(message("x")) as change:
        stop = change.insert(Stop(name_en="León", time_zone="America/Mexico_City", starts=DAY, ends=DAY))
        venue = change.insert(Venue(stop_id=stop, name="Other"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(15), ends=moment(16))
        change.insert_all(timetable.slots_of(session, change.insert(session)))


def in_two_cities(store: Store) -> None:
    other_city(store)
    place = next(n for n, slot in enumerate(store.all(Slot)) if slot.starts == moment(15))
    meet(store, "D1", "C2", slot=place, table=2)


def over_lunch(store: Store) -> None:
    with store.change(message("x")) as change:
        change.update(replace(store.mission, lunch_starts="09:10", lunch_ends="10:00"))


def other_venue(store: Store) -> None:
    with store.change(message("x")) as change:
        venue = change.insert(Venue(stop_id=1, name="Other"))
        change.insert(Table(venue_id=venue, number=1))
        session = Session(venue_id=venue, starts=moment(9, 30), ends=moment(10))
        change.insert_all(timetable.slots_of(session, change.insert(session)))
        change.insert(Travel(venue_id=venue, other_id=1, minutes=15))


def too_far_apart(store: Store) -> None:
    other_venue(store)
    place = next(n for n, slot in enumerate(store.all(Slot)) if slot.starts == moment(9, 30))
    meet(store, "D1", "C2", slot=place, table=2)


def too_far_from_an_event(store: Store) -> None:
    event = Event(stop_id=1, kind=EventKind.SITE_VISIT, name_en="Visit", starts=moment(9, 30), ends=moment(10))
    with store.change(message("x")) as change:
        change.update(replace(store.mission, travel_minutes=15))
        venue = change.insert(Venue(stop_id=1, name="Factory"))
        change.insert(replace(event, venue_id=venue, audience=Audience.DELEGATION))


def wished_for_later(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET))
    with store.change(message("x")) as change:
        change.update(replace(store.all(Request)[0], half=Half.AFTERNOON))


def wrong_order(store: Store) -> None:
    d1, c1, c2 = (key_of(store, name) for name in ("D1", "C1", "C2"))
    with store.change(message("x")) as change:
        change.insert(Precedence(company_id=d1, first_id=c2, then_id=c1))
    meet(store, "D1", "C2", slot=2, table=0)


def speak(store: Store, **languages: str) -> None:
    """Give the delegates of companies their languages."""
    with store.change(message("Speak")) as change:
        for name, spoken in languages.items():
            person = store.where(Person, "company_id", [key_of(store, name)])[0]
            change.update(replace(person, languages=spoken))


def no_interpreter(store: Store) -> None:
    speak(store, D1="en", C1="es")
    with store.change(message("x")) as change:
        change.insert(interpreter("Ana", languages="en,es"))


def too_many_a_day(store: Store) -> None:
    with store.change(message("x")) as change:
        change.update(replace(store.mission, meetings_a_day=1))
    meet(store, "D1", "C2", slot=2, table=0)


def visit_at_a_table(store: Store) -> None:
    visits(store)


def no_office(store: Store) -> None:
    with store.change(message("x")) as change:
        change.update(replace(store.all(Meeting)[0], table_id=None))


def visits(store: Store) -> None:
    """Meetings of this stop are held at the offices of hosts, five minutes before and after."""
    with store.change(message("x")) as change:
        change.update(replace(store.all(Stop)[0], meets_at=MeetsAt.OFFICE, visit_margin=5))


def visits_too_close(store: Store) -> None:
    """D1 visits C1 and right afterwards C2, in another zone."""
    visits(store)
    meet(store, "D1", "C2", slot=1, table=0)
    with store.change(message("x")) as change:
        for found in store.all(Meeting):
            change.update(replace(found, table_id=None))
        change.insert(ZoneWay(stop_id=1, zone="Centro", other="Polanco", minutes=0))
        for name, zone in (("C1", "Centro"), ("C2", "Polanco")):
            change.update(replace(store.get(Company, key_of(store, name)), zone=zone))


CASES: list[tuple[str, Callable[[Store], None]]] = [
    ("table_one_at_a_time", visit_at_a_table),
    ("table_one_at_a_time", no_office),
    ("travel_time", visits_too_close),
    ("takes_part", not_accepted),
    ("wants_meetings", without_meetings),
    ("wants_meetings", nobody_for_meetings),
    ("no_veto", vetoed),
    ("pair_meets_once", twice),
    ("company_one_at_a_time", two_at_once),
    ("delegate_one_at_a_time", delegate_away),
    ("delegate_one_at_a_time", delegate_in_two),
    ("delegate_one_at_a_time", both_chosen_for_one),
    ("delegate_one_at_a_time", chosen_at_an_event),
    ("delegate_one_at_a_time", speaker_away),
    ("delegate_one_at_a_time", keeper_of_the_sector_away),
    ("delegate_one_at_a_time", two_speakers_needed),
    ("company_one_at_a_time", two_by_two),
    ("chosen_speak", chosen_without_a_language),
    ("delegate_one_at_a_time", one_person_for_two),
    ("delegate_one_at_a_time", one_person_on_both_sides),
    ("delegate_one_at_a_time", one_person_in_two_cities),
    ("delegate_one_at_a_time", one_person_too_far_apart),
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
    with store.change(message("x")) as change:
        change.update(replace(store.mission, several_at_once=True))
        change.insert(Person(company_id=key_of(store, "D1"), given_name="Second", family_name="D1"))
    assert broken(store) == []
    meet(store, "D1", "C3", slot=0, table=1)
    assert "company_one_at_a_time" in broken(store)


def test_an_interpreter_of_both_languages_is_in_one_meeting_at_a_time_and_available(store: Store) -> None:
    no_interpreter(store)
    speak(store, D2="en", C2="es")
    other = meet(store, "D2", "C2", slot=1, table=1, interpreter_id=7)
    with store.change(message("x")) as change:
        change.update(replace(store.get(Meeting, 1), interpreter_id=7))
    assert broken(store) == []
    with store.change(message("x")) as change:
        change.update(replace(store.get(Meeting, other), slot_id=store.get(Meeting, 1).slot_id))
    assert set(broken(store)) == {"interpreter_available"}
    store.undo()
    away = Availability(owner=Owner.DELEGATE, owner_id=7, starts=moment(9), ends=moment(9, 5))
    with store.change(message("x")) as change:
        change.insert(away)
    assert set(broken(store)) == {"interpreter_available"}


def test_somebody_who_speaks_neither_language_does_not_interpret(store: Store) -> None:
    no_interpreter(store)
    with store.change(message("x")) as change:
        key = change.insert(interpreter("Bo", languages="sv,es"))
        change.update(replace(store.get(Meeting, 1), interpreter_id=key))
    assert set(broken(store)) == {"interpreter_available"}


def test_rules_have_labels() -> None:
    assert set(rules.LABELS) == {rule.__name__ for rule in rules.RULES}


def test_a_transfer_is_left_and_reached_in_time(store: Store) -> None:
    with store.change(message("Places")) as change:
        far = change.insert(Venue(stop_id=1, name="Plant"))
        change.update(replace(store.mission, travel_minutes=30))
        change.insert(
            Event(stop_id=1, name_en="Bus back", starts=moment(9), ends=moment(9, 20), venue_id=far, to_venue_id=1)
        )
    with store.change(message("Later")) as change:
        change.update(replace(store.all(Meeting)[0], slot_id=store.all(Slot)[1].id))
    assert broken(store) == []
    event = store.all(Event)[0]
    with store.change(message("Stays there")) as change:
        change.update(replace(event, to_venue_id=None))
    assert broken(store) == ["travel_time"]


def found(*meetings: Meeting, **parts: object) -> list[tuple[str, str, tuple[tuple[str, int], ...]]]:
    """What the rules find in a timetable of the mission in memory."""
    snapshot = snapshot_of(meetings=list(meetings), **parts)
    return [(issue.code, issue.text, issue.subjects) for issue in rules.check(Plan(snapshot, snapshot.meetings))]


def of(*keys: int) -> tuple[tuple[str, int], ...]:
    return tuple(("meetings", key) for key in keys)


def away(owner: Owner, key: int, reason: str = "") -> dict[str, object]:
    row = Availability(owner=owner, owner_id=key, starts=moment(9), ends=moment(9, 20), reason=reason)
    return {"availabilities": [row]}


ONE = meeting(1, 1, 3, slot=1)
TALKS = Event(id=1, stop_id=1, name_en="Talks", starts=moment(9, 10), ends=moment(9, 15), audience=Audience.DELEGATION)
WISH = Request(delegation_id=1, counterpart_id=3)
SPEAKING = [Person(id=n, company_id=n, given_name="G", languages=text) for n, text in ((1, "en"), (3, "es"))]
ANA = interpreter("Ana", id=8, languages="en,es")
HERE = Mission(starts=DAY, ends=DAY)
MINISTRY = OrganisationKind(id=7, name_en="Government", meets=False)
NAMED = snapshot_of().companies
SHARED: dict[str, object] = {
    "people": [Person(id=1, company_id=1, given_name="Ana", family_name="Roy")],
    "memberships": [Membership(id=1, person_id=1, company_id=2)],
}
SENTENCES: list[tuple[str, tuple[Meeting, ...], dict[str, object], str, tuple[tuple[str, int], ...]]] = [
    ("takes_part", (ONE,), {"applications": [Application(company_id=1, status=Status.DECLINED), Application(company_id=3, status=Status.CONFIRMED)]},
     "D1 does not take part: its status is “Declined”.", of(1)),
    ("no_veto", (ONE,), {"requests": [replace(WISH, priority=Priority.NO_THANKS)]}, "D1 does not want to meet C1.", of(1)),
    ("no_veto", (ONE,), {"requests": [replace(WISH, priority=Priority.NO_THANKS, asked_by=Side.COUNTERPART)]},
     "C1 does not want to meet D1.", of(1)),
    ("pair_meets_once", (ONE, meeting(2, 1, 3, slot=3)), {},
     "D1 and C1 meet twice, on February 16 at 09:00 and February 16 at 09:50.", of(1, 2)),
    ("company_one_at_a_time", (ONE, meeting(2, 2, 3, slot=1, table=2)), {},
     "C1 has two meetings on February 16 at 09:00: with D1 and with D2.", of(1, 2)),
    ("delegate_one_at_a_time", (ONE,), away(Owner.DELEGATE, 1), "No delegate of D1 is available on February 16 at 09:00.", of(1)),
    ("wants_meetings", (ONE,), {"companies": [*NAMED[:2], replace(NAMED[2], kind_id=7), NAMED[3]], "organisation_kinds": [MINISTRY]},
     "C1 does not want meetings.", of(1)),
    ("wants_meetings", (ONE,), {"people": [Person(id=1, company_id=1, meets=False)]}, "Nobody of D1 attends meetings.", of(1)),
    ("delegate_one_at_a_time", (ONE, meeting(2, 2, 4, slot=1, table=2)), SHARED,
     "D1, D2 are represented by the same people and have too many meetings on February 16 at 09:00.", of(1, 2)),
    ("delegate_one_at_a_time", (ONE, meeting(2, 2, 4, slot=4, table=3)),
     {**SHARED, "travels": [Travel(venue_id=1, other_id=2, minutes=6)]},
     "Ana Roy represents several companies and cannot get from Hall to Plant between February 16 at 09:00 and"
     " February 16 at 09:25.", of(1, 2)),
    ("table_one_at_a_time", (ONE, meeting(2, 2, 4, slot=1)), {},
     "Table 1 at Hall is given to two meetings on February 16 at 09:00.", of(1, 2)),
    ("table_one_at_a_time", (meeting(1, 1, 3, slot=1, table=3),), {}, "Table 1 does not stand at Hall.", of(1)),
    ("table_available", (ONE,), away(Owner.TABLE, 1, "a leak"), "Table 1 cannot be used on February 16 at 09:00. (a leak)", of(1)),
    ("company_available", (ONE,), away(Owner.COMPANY, 3), "C1 is not available on February 16 at 09:00.", of(1)),
    ("events_attended", (ONE,), {"events": [TALKS]}, "D1 attends “Talks” on February 16 at 09:00.", of(1)),
    ("stop_attended", (ONE,), {"company_stops": [CompanyStop(company_id=3, stop_id=2)]}, "C1 does not go to Mexico City.", of(1)),
    ("lunch_kept", (ONE,), {"mission": replace(HERE, lunch_starts="09:19", lunch_ends="10:00")},
     "The meeting of D1 and C1 on February 16 at 09:00 is over lunch.", of(1)),
    ("travel_time", (ONE, meeting(2, 1, 4, slot=4, table=3)), {"travels": [Travel(venue_id=1, other_id=2, minutes=6)]},
     "D1 cannot get from Hall to Plant between its meetings on February 16 at 09:00 and February 16 at 09:25.", of(1, 2)),
    ("travel_time", (ONE,),
     {"events": [replace(TALKS, starts=moment(9, 20), venue_id=2)], "mission": replace(HERE, travel_minutes=1)},
     "D1 cannot get from “Talks” to Hall, or back, in time for its meeting on February 16 at 09:00.", of(1)),
    ("time_wished", (ONE,), {"requests": [replace(WISH, half=Half.AFTERNOON)]},
     "D1 and C1 should meet in another part of the day than February 16 at 09:00: Afternoon.", of(1)),
    ("order_kept", (ONE, meeting(2, 1, 4, slot=2)), {"precedences": [Precedence(company_id=1, first_id=4, then_id=3)]},
     "D1 should meet C2 before C1, but meets them on February 16 at 09:25 and February 16 at 09:00.", of(2, 1)),
    ("interpreter_available", (ONE,), {"people": SPEAKING, "interpreters": [ANA]},
     "D1 and C1 share no language and have no interpreter on February 16 at 09:00.", of(1)),
    ("interpreter_available", (replace(ONE, interpreter_id=8),),
     {"people": SPEAKING, "interpreters": [replace(ANA, languages="en")]},
     "Ana does not interpret between D1 and C1.", of(1)),
    ("interpreter_available", (replace(ONE, interpreter_id=8),), {"interpreters": [ANA], **away(Owner.DELEGATE, 8)},
     "Ana is not available on February 16 at 09:00.", of(1)),
    ("interpreter_available", (replace(ONE, interpreter_id=8), meeting(2, 2, 4, slot=1, table=2, interpreter_id=8)),
     {"interpreters": [ANA]}, "Ana is expected in two meetings on February 16 at 09:00.", of(1, 2)),
    ("most_a_day", (ONE, meeting(2, 1, 4, slot=2), meeting(3, 1, 4, slot=5, table=4)),
     {"mission": replace(HERE, meetings_a_day=1)}, "D1 has 2 meetings on February 16; the most is 1.",
     (("companies", 1), ("days", DAY.toordinal()))),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "meetings", "parts", "text", "subjects"), SENTENCES)
def test_each_rule_says_who_and_when(
    rule: str, meetings: tuple[Meeting, ...], parts: dict[str, object], text: str, subjects: tuple[tuple[str, int], ...]
) -> None:
    issues = [one for one in found(*meetings, **parts) if one[0] == rule]
    assert issues == [(rule, text, subjects)]


def test_somebody_named_for_two_meetings_at_a_time_is_named() -> None:
    named = [MeetingDelegate(meeting_id=key, delegate_id=1) for key in (1, 2)]
    two = meeting(2, 1, 4, slot=1, table=2)
    mission = replace(HERE, several_at_once=True)
    people = [Person(id=n, company_id=1, given_name=name) for n, name in ((1, "Ana"), (2, "Ben"))]
    issues = found(ONE, two, meeting_delegates=named, mission=mission, people=people)
    assert issues == [("delegate_one_at_a_time", "Ana is expected in two meetings on February 16 at 09:00.", of(1, 2))]
    absent = found(ONE, meeting_delegates=named, people=people, **away(Owner.DELEGATE, 1))
    assert absent == [("delegate_one_at_a_time", "Ana is not available on February 16 at 09:00.", of(1))]


def test_two_stops_in_parallel_are_found_once_for_a_company() -> None:
    stops = [Stop(id=n, name_en=name, starts=DAY, ends=DAY) for n, name in ((1, "Mexico City"), (2, "Monterrey"))]
    issues = found(ONE, meeting(2, 1, 4, slot=5, table=4), meeting(3, 1, 4, slot=2, table=2), stops=stops)
    text = "D1 cannot be in Mexico City and in Monterrey in the same days."
    assert next(one for one in issues if one[0] == "stops_in_parallel") == (
        "stops_in_parallel", text, (("companies", 1), ("stops", 1), ("stops", 2)),
    )  # fmt: skip
    assert [one[2][0] for one in issues if one[0] == "stops_in_parallel"] == [("companies", 1), ("companies", 4)]


def test_more_meetings_at_a_time_than_people_are_told_by_each_other() -> None:
    people = [Person(id=n, company_id=1) for n in (1, 2)]
    mission = replace(HERE, several_at_once=True)
    tables = [Table(id=n, venue_id=1, number=n) for n in (1, 2, 3)]
    three = (ONE, meeting(2, 1, 4, slot=1, table=2), meeting(3, 1, 5, slot=1, table=3))
    companies = [Company(id=n, side=Side.DELEGATION, name=f"N{n}") for n in range(1, 6)]
    rows = [Application(company_id=n, status=Status.ACCEPTED) for n in range(1, 6)]
    parts = {"people": people, "mission": mission, "tables": tables, "companies": companies, "applications": rows}
    assert found(*three[:2], **parts) == []
    text = "N1 has more meetings on February 16 at 09:00 than delegates, among them with N{} and with N{}."
    assert found(*three, **parts) == [
        ("company_one_at_a_time", text.format(3, 4), of(1, 2)),
        ("company_one_at_a_time", text.format(3, 5), of(1, 3)),
        ("company_one_at_a_time", text.format(4, 5), of(2, 3)),
    ]


def test_meetings_one_after_the_other_are_kept_by_every_rule() -> None:
    parts: dict[str, object] = {
        "mission": replace(HERE, meetings_a_day=2, lunch_starts="09:45", lunch_ends="10:00", travel_minutes=5),
        "precedences": [Precedence(company_id=1, first_id=3, then_id=4)],
        "requests": [replace(WISH, half=Half.MORNING)],
        "events": [replace(TALKS, starts=moment(9, 20), ends=moment(9, 25))],
    }
    assert found(ONE, meeting(2, 1, 4, slot=2), **parts) == []
    assert found(ONE, meeting(2, 1, 4, slot=4, table=3), **parts) == []


def test_a_named_session_is_called_by_its_name() -> None:
    afternoon = Session(id=4, venue_id=1, name="Afternoon B2B", starts=moment(14), ends=moment(15))
    sessions = [Session(id=n, venue_id=n, starts=moment(9), ends=moment(10)) for n in (1, 2, 3)]
    issues = found(ONE, sessions=[*sessions, afternoon], requests=[replace(WISH, session_id=4)])
    text = "D1 and C1 should meet in another part of the day than February 16 at 09:00: Afternoon B2B."
    assert issues == [("time_wished", text, of(1))]


def test_conflicts_are_in_the_order_of_time_and_each_is_found_once() -> None:
    late = [Availability(owner=Owner.COMPANY, owner_id=n, starts=moment(9), ends=moment(10)) for n in (3, 4)]
    meetings = (meeting(5, 2, 4, slot=2), meeting(7, 1, 3, slot=1, table=2), meeting(6, 2, 4, slot=1))
    snapshot = snapshot_of(meetings=list(meetings), availabilities=late)
    plan = Plan(snapshot, snapshot.meetings)
    assert [(issue.code, issue.subjects) for issue in rules.check(plan)] == [
        ("pair_meets_once", of(6, 5)),
        ("company_available", of(6)),
        ("company_available", of(7)),
        ("company_available", of(5)),
    ]
    assert [len(issues) for issues in rules.by_meeting(plan)] == [2, 1, 1]


def test_meetings_of_different_lengths_count_at_each_time_for_themselves() -> None:
    halves = [Slot(id=6, session_id=2, starts=moment(9), ends=moment(9, 10))]
    halves.append(Slot(id=7, session_id=2, starts=moment(9, 10), ends=moment(9, 20)))
    people = [Person(id=n, company_id=1) for n in (1, 2)]
    parts = {
        "slots": [*snapshot_of().slots, *halves], "people": people, "mission": replace(HERE, several_at_once=True),
        "companies": [*snapshot_of().companies, Company(id=5, side=Side.COUNTERPART, name="C3")],
        "applications": [Application(company_id=n, status=Status.ACCEPTED) for n in range(1, 6)],
        "tables": [*snapshot_of().tables, Table(id=5, venue_id=2, number=2)],
    }  # fmt: skip
    one_after_the_other = (ONE, meeting(2, 1, 4, slot=6, table=3), meeting(3, 1, 5, slot=7, table=3))
    assert found(*one_after_the_other, **parts) == []
    together = (ONE, meeting(2, 1, 4, slot=6, table=3), meeting(3, 1, 5, slot=6, table=5))
    assert {code for code, _text, _of in found(*together, **parts)} == {"company_one_at_a_time"}
