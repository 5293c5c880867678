"""What goes into the organiser edition."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.events import Attendance, Audience, Event, Part, PersonAttendance
from missionplanner.domain.journals import Edition, PackPrint
from missionplanner.domain.mission import Venue
from missionplanner.domain.people import OrganisationKind, Person
from missionplanner.domain.sign_ins import sheet_number
from missionplanner.domain.timetable import Meeting
from missionplanner.jobs.job import run_now
from missionplanner.jobs.packs import drafts, printing, states
from missionplanner.jobs.packs.states import PrintState
from missionplanner.messages import message
from missionplanner.pack import organiser_content
from missionplanner.pack.editions import PaperSheet, Section
from missionplanner.store.store import Store
from tests.builders import interpreter, key_of, meet, moment, small_mission
from tests.unit.pack.making import draft


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with small_mission(tmp_path / "m.mission") as found:
        with found.change(message("More")) as change:
            person = change.insert(interpreter("Inés Ferrer", languages="en,es", phone="+525512345678"))
            change.insert(
                Event(stop_id=1, name_en="Reception", starts=moment(18), ends=moment(20), audience=Audience.EVERYONE)
            )
        meet(found, "D1", "C1", slot=0, table=1)
        meet(found, "D2", "C2", slot=0, table=0, interpreter_id=person)
        meet(found, "D1", "C2", slot=2, table=0)
        yield found


def sections(store: Store, language: str = "en") -> dict[str, Section]:
    return {section.key: section for section in organiser_content.papers(store.snapshot(), language).sections}


def state(store: Store, language: str) -> PrintState:
    return states.state_of(drafts.read(store), draft(store, Edition.ORGANISER, language))


def rows(section: Section) -> list[tuple[tuple[str, ...], ...]]:
    return [sheet.rows for sheet in section.sheets]


def test_tables_are_listed_by_slot_and_each_has_its_card(store: Store) -> None:
    found = sections(store)
    assert [(s.heading, s.rows) for s in found["plan"].sheets] == [
        (
            "Mexico City, Hall, Monday, February 16, 2026, 09:00–09:20",
            (("1", "D2", "C2", "Inés Ferrer"), ("2", "D1", "C1", "")),
        ),
        ("Mexico City, Hall, Monday, February 16, 2026, 09:50–10:10", (("1", "D1", "C2", ""),)),
    ]
    assert rows(found["tables"]) == [
        (("09:00–09:20", "D2", "C2"), ("09:50–10:10", "D1", "C2")),
        (("09:00–09:20", "D1", "C1"),),
    ]


def test_people_interpreters_events_and_calls_are_listed(store: Store) -> None:
    found = sections(store)
    assert [row[1:4] for row in found["people"].sheets[0].rows] == [
        ("D1", "Given", "D1"),
        ("D2", "Given", "D2"),
        ("D3", "Given", "D3"),
        ("Ferrer", "Inés", "Interpreter"),
    ]
    interpreted: PaperSheet = found["interpreters"].sheets[0]
    assert (interpreted.heading, interpreted.note) == ("Inés Ferrer", "English, Spanish, +525512345678")
    assert [row[1:] for row in interpreted.rows] == [("09:00–09:20", "Hall, table 1", "D2", "C2")]
    people = [(f"Given {name}", name) for name in ("C1", "C2", "C3", "D1", "D2", "D3")]
    assert [row[1:3] for row in found["sign-in"].sheets[0].rows] == [*people, ("Inés Ferrer", "Interpreter")]
    assert found["calls"].sheets[0].heading == "Sunday, February 15, 2026: calls for Monday, February 16, 2026"
    assert [(row[0], row[1], row[4]) for row in found["calls"].sheets[0].rows] == [
        ("09:00", "C1", "1"),
        ("09:00", "C2", "2"),
        ("09:00", "D1", "2"),
        ("09:00", "D2", "1"),
    ]


def test_a_printed_edition_is_out_of_date_after_any_meeting_moved(store: Store, tmp_path: Path) -> None:
    options = printing.PackOptions(tmp_path / "out", edition=Edition.ORGANISER)
    made = run_now(printing.make(options), store)
    assert [file.path.name for file in made.files] == ["Organiser edition - en.pdf"]
    assert [(p.edition, p.company_id) for p in store.all(PackPrint)] == [(Edition.ORGANISER, None)]
    assert state(store, "en") is PrintState.CURRENT
    assert state(store, "fr") is PrintState.NEVER
    assert set(states.states(drafts.read(store), "en").values()) == {PrintState.NEVER}
    again = run_now(printing.make(replace(options, outdated=True)), store)
    assert (again.files, again.skipped[0].reason) == ((), "Its printed pack is still right.")
    meeting = store.all(Meeting)[-1]
    with store.change(message("Move")) as change:
        change.update(replace(meeting, slot_id=meeting.slot_id + 1))
    assert state(store, "en") is PrintState.OUTDATED
    assert len(run_now(printing.make(replace(options, outdated=True)), store).files) == 1


def test_who_has_a_place_in_the_order_of_protocol_comes_first(store: Store) -> None:
    d3 = next(person for person in store.all(Person) if person.family_name == "D3")
    with store.change(message("Order")) as change:
        change.update(replace(d3, precedence=2, title="Ms"))
        change.insert(Person(given_name="Mary", family_name="Ng", title="Hon.", precedence=1, position="Minister"))
        change.insert(Person(given_name="Ed", family_name="Aa"))
    papers = organiser_content.papers(store.snapshot(), "fr")
    assert [badge.name for badge in papers.labels["badges"]] == [
        "L’honorable Mary Ng", "Given D3", "Ed Aa", "Given D1", "Given D2", "Inés Ferrer", "Given C1", "Given C2",
        "Given C3",
    ]  # fmt: skip
    sheet = next(section for section in papers.sections if section.key == "sign-in").sheets[0]
    assert [row[1:3] for row in sheet.rows] == [
        ("L’honorable Mary Ng", ""), ("Mme Given D3", "D3"), ("Ed Aa", ""), ("Given C1", "C1"), ("Given C2", "C2"),
        ("Given C3", "C3"), ("Given D1", "D1"), ("Given D2", "D2"), ("Inés Ferrer", "Interprète"),
    ]  # fmt: skip


def test_everybody_who_comes_to_an_event_has_a_line_to_sign_on(store: Store) -> None:
    snapshot = store.snapshot()
    d1, d2, d3 = (key_of(store, name) for name in ("D1", "D2", "D3"))
    event = store.all(Event)[0]
    with store.change(message("People")) as change:
        change.insert_all(Person(company_id=d1, given_name="Ana", family_name=name) for name in ("Zamora", "Ávila"))
        change.delete(Person, [person.id for person in snapshot.delegates_of[d2]])
        change.insert(PersonAttendance(event_id=event.id, person_id=snapshot.delegates_of[d3][0].id, part=Part.OUT))
        change.insert(Attendance(event_id=event.id, company_id=key_of(store, "C1"), part=Part.OUT))
    rows = sections(store)["sign-in"].sheets[0].rows
    assert [row[1:] for row in rows if row[2][:1] == "D" or row[2] == "C1"] == [
        ("Ana Ávila", "D1", ""), ("Given D1", "D1", ""), ("Ana Zamora", "D1", ""), ("", "D2", ""),
    ]  # fmt: skip
    uids = {person.full_name: sheet_number(person.id, person.uid) for person in store.snapshot().people}
    assert [row[0] for row in rows if row[2][:1] == "D"] == [
        uids["Ana Ávila"], uids["Given D1"], uids["Ana Zamora"], "",
    ]  # fmt: skip


def test_a_badge_tells_country_languages_and_kind_of_organisation(store: Store) -> None:
    d1 = store.get(Company, key_of(store, "D1"))
    person = store.where(Person, "family_name", ["D1"])[0]
    with store.change(message("Facts")) as change:
        kind = change.insert(OrganisationKind(name_en="Association", name_fr="Organisme"))
        change.update(replace(d1, kind_id=kind))
        change.update(replace(person, languages="en, fr,de"))
    badges = organiser_content.papers(store.snapshot(), "fr").labels["badges"]
    assert {badge.code for badge in badges} == {person.uid for person in store.snapshot().people}
    found = {badge.name: (badge.country, badge.languages, badge.kind) for badge in badges}
    assert found["Given D1"] == ("Canada", "English, Français, Allemand", "Organisme")
    assert found["Given C1"] == ("Mexique", "", "")


def test_the_plan_of_an_online_venue_has_rooms(store: Store) -> None:
    assert {sheet.headings[0] for sheet in sections(store)["plan"].sheets} == {"Table"}
    with store.change(message("Online")) as change:
        for venue in store.all(Venue):
            change.update(replace(venue, online=True))
    found = sections(store)
    assert {sheet.headings[0] for sheet in found["plan"].sheets} == {"Video room"}
    assert found["plan"].title == "Plan of video rooms"


def test_no_papers_of_a_place_where_all_venues_are_online_unless_they_are_asked_for(store: Store) -> None:
    def keys(wanted: frozenset[str] | None = None) -> set[str]:
        made = organiser_content.papers(store.snapshot(), "en", wanted)
        return {section.key for section in made.sections} | set(made.labels)

    everything = keys()
    assert everything >= {"tables", "cards", "badges"}
    with store.change(message("Online")) as change:
        for venue in store.all(Venue):
            change.update(replace(venue, online=True))
    assert keys() == everything - {"tables", "people", "sign-in", "badges", "cards"}
    assert keys(frozenset({"tables", "cards"})) == {"tables", "cards"}
    with store.change(message("Hall")) as change:
        change.insert(Venue(stop_id=1, name="Hall"))
    assert keys() == everything
