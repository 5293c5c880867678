"""Whose calendars there are, and what is in them."""

from pathlib import Path

import icalendar
import pytest

from missionplanner.domain.events import Audience, Event, EventKind, Part, PersonAttendance
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.timetable import MeetingDelegate, Session, slots_of
from missionplanner.errors import UserError
from missionplanner.jobs.calendars.making import CalendarOptions, Calendars, basis_of, make
from missionplanner.jobs.calendars.owners import CalendarOf
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, meet, moment


def entries(made: bytes) -> list[tuple[str, str, str]]:
    """Summary, place and local start of each entry, in the order of the file."""
    found = icalendar.Calendar.from_ical(made).walk("VEVENT")
    return [(str(one["SUMMARY"]), str(one["LOCATION"]), f"{one.decoded('DTSTART'):%H:%M}") for one in found]


def content(store: Store, name: str, person: Person | None = None, language: str = "en") -> bytes:
    """The calendar of a company, or of somebody of it."""
    key = key_of(store, name)
    of = CalendarOf.PERSON if person else CalendarOf.COMPANY
    calendars = Calendars(basis_of(store), CalendarOptions(frozenset({key}), (of,), language))
    wanted = person.uid if person else store.snapshot().company[key].uid
    return calendars.content(next(owner for owner in calendars.owners if owner.uid == wanted))


def test_a_calendar_holds_meetings_and_events_in_the_order_of_time(store: Store) -> None:
    with store.change(message("Dinner")) as change:
        change.insert(
            Event(
                stop_id=1,
                name_en="Dinner",
                name_fr="Souper",
                kind=EventKind.RECEPTION,
                starts=moment(19),
                ends=moment(21),
                place="Club",
                audience=Audience.DELEGATION,
            )
        )
    meet(store, "D1", "C2", 1, 1)
    meet(store, "D1", "C1", 0, 0)
    assert entries(content(store, "D1")) == [
        ("C1", "Hall, table 1", "09:00"),
        ("C2", "Hall, table 2", "09:25"),
        ("Dinner", "Club", "19:00"),
    ]
    assert entries(content(store, "C1")) == [("D1", "Hall, table 1", "09:00")]
    assert [name for name, _place, _time in entries(content(store, "D1", language="fr"))][-1] == "Souper"
    text = content(store, "D1").decode()
    assert "Test mission – D1" in text
    assert "Given C1" in text


def test_a_journey_leaves_and_arrives_in_its_own_zones(store: Store) -> None:
    with store.change(message("Flight")) as change:
        stop = change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY))
        change.insert(
            Event(
                stop_id=1, to_stop_id=stop, kind=EventKind.TRANSFER, name_en="Flight", starts=moment(18), ends=moment(22),
                place="Airport", to_place="Tower", meeting_point="Gate 3", organiser_fr="Air Pacifique",
            )
        )  # fmt: skip
    found = icalendar.Calendar.from_ical(content(store, "D1"))
    (event,) = found.walk("VEVENT")
    ends = [(event[name].params["TZID"], f"{event.decoded(name):%H:%M}") for name in ("DTSTART", "DTEND")]
    assert ends == [("America/Mexico_City", "18:00"), ("America/Tijuana", "20:00")]
    assert {str(zone["TZID"]) for zone in found.walk("VTIMEZONE")} == {"America/Mexico_City", "America/Tijuana"}
    assert (str(event["LOCATION"]), str(event["DESCRIPTION"]).splitlines()) == (
        "Airport → Tower",
        ["Transfer", "18:00 Mexico City → 20:00 Tijuana (−2 h)", "meeting point: Gate 3", "organised by Air Pacifique"],
    )


def test_times_are_on_the_clocks_of_the_stop_and_places_with_their_address(store: Store) -> None:
    with store.change(message("West")) as change:
        stop = change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY))
        venue = change.insert(Venue(stop_id=stop, name="Tower", address="1 Main St"))
        change.insert(Table(venue_id=venue, number=7))
        session = Session(venue_id=venue, starts=moment(14), ends=moment(14, 20))
        change.insert_all(slots_of(session, change.insert(session)))
        starts, ends = moment(20), moment(22)
        change.insert(Event(stop_id=stop, name_en="Tour", starts=starts, ends=ends, audience=Audience.EVERYONE))
    meet(store, "D1", "C1", 4, 2)
    made = content(store, "D1")
    assert entries(made) == [("C1", "Tower, table 7, 1 Main St", "12:00"), ("Tour", "", "18:00")]
    found = icalendar.Calendar.from_ical(made).walk("VEVENT")
    assert [f"{one.decoded('DTEND'):%H:%M}" for one in found] == ["12:20", "20:00"]


def test_a_delegates_calendar_holds_the_meetings_they_attend(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Second")) as change:
        change.insert(Person(company_id=key, given_name="Ana", family_name="Roy"))
    meeting = meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0)
    first, second = store.where(Person, "company_id", [key])
    with store.change(message("Attend")) as change:
        change.insert(MeetingDelegate(meeting_id=meeting, delegate_id=first.id))
    assert [name for name, *_rest in entries(content(store, "D1", second))] == ["C2"]
    assert [name for name, *_rest in entries(content(store, "D1", first))] == ["C1", "C2"]


def test_a_calendar_is_written_for_each_company_and_delegate(store: Store, tmp_path: Path) -> None:
    chosen = frozenset((key_of(store, "D1"), key_of(store, "C1")))
    found = run_now(make(tmp_path / "out", CalendarOptions(chosen)), store).paths
    assert [path.name for path in found] == ["D1.ics", "C1.ics", "D1 - Given D1.ics", "C1 - Given C1.ics"]
    assert all(path.read_bytes().startswith(b"BEGIN:VCALENDAR") for path in found)


def test_a_folder_that_cannot_be_made_is_reported(store: Store, tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(UserError):
        run_now(make(tmp_path / "out", CalendarOptions(frozenset((key_of(store, "D1"),)))), store)


def test_who_represents_two_companies_has_one_calendar_of_both(store: Store, tmp_path: Path) -> None:
    person = next(person for person in store.all(Person) if person.family_name == "D1")
    with store.change(message("Two")) as change:
        change.insert(Membership(person_id=person.id, company_id=key_of(store, "D2")))
        for hour, name in ((18, "Talk"), (19, "Dinner")):
            event = change.insert(Event(stop_id=1, name_en=name, starts=moment(hour), ends=moment(hour + 1)))
        change.insert(PersonAttendance(event_id=event, person_id=person.id, part=Part.OUT))
    meet(store, "D2", "C1", 0, 0)
    meet(store, "D1", "C2", 2, 0)
    options = CalendarOptions(frozenset({key_of(store, "D1"), key_of(store, "D2")}), language="fr")
    made = run_now(make(tmp_path, options), store).paths
    assert sorted(path.name for path in made) == ["D1 - Given D1.ics", "D1.ics", "D2 - Given D2.ics", "D2.ics"]
    assert [row[0] for row in entries((tmp_path / "D1 - Given D1.ics").read_bytes())] == [
        "C1, pour D2", "C2, pour D1", "Talk",
    ]  # fmt: skip
    assert [row[0] for row in entries((tmp_path / "D2 - Given D2.ics").read_bytes())] == ["C1", "Talk", "Dinner"]
    assert [row[0] for row in entries((tmp_path / "D1.ics").read_bytes())] == ["C2", "Talk", "Dinner"]
