"""What is said of a meeting and of its companies."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Company, Offering, OfferingKind
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.gui.timetable.meeting_cards import company_lines, meeting_card, spoken, who_to_call
from missionplanner.jobs.timetable import meetings as meeting_edits
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import interpreter, key_of


@pytest.fixture
def first(store: Store) -> Meeting:
    return store.all(Meeting)[0]


def test_a_card_says_when_where_how_and_who(store: Store, first: Meeting) -> None:
    assert meeting_card(store.snapshot(), first).split("\n") == [
        "09:00–09:20, Table 1",
        "Planned, Meet",
        "",
        "D1",
        "Given D1",
        "",
        "C1",
        "Given C1",
    ]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "D1 – C1, Planned, Meet"),
        ({"locked": True}, "D1 – C1, Planned, Locked, Meet"),
        ({"late_side": "counterpart", "late_minutes": 5}, "D1 – C1, Planned, C1 is 5 minutes late, Meet"),
        ({"late_side": "delegation", "late_minutes": 5}, "D1 – C1, Planned, D1 is 5 minutes late, Meet"),
        (
            {"status": MeetingStatus.NO_SHOW, "late_side": "delegation", "late_minutes": 5},
            "D1 – C1, No-show, Meet",
        ),
        ({"walk_in": True}, "D1 – C1, Planned, Meet, Walk-in"),
    ],
)
def test_a_meeting_is_spoken_in_one_line(store: Store, first: Meeting, more: dict[str, object], words: str) -> None:
    assert spoken(store.snapshot(), replace(first, **more)) == words  # type: ignore[arg-type]


def test_a_meeting_nobody_asked_for_has_no_priority(store: Store, first: Meeting) -> None:
    other = replace(first, counterpart_id=key_of(store, "C2"))
    assert spoken(store.snapshot(), other) == "D1 – C2, Planned"


def test_interpreter_and_people_are_named(store: Store, first: Meeting) -> None:
    with store.change(message("Interpreter")) as change:
        person = change.insert(interpreter("Ana", languages="en,es"))
        change.insert(Person(company_id=first.delegation_id, given_name="Second"))
    meeting_edits.give_interpreter(store, [first.id], person)
    meeting_edits.attend(store, first.id, [store.all(Person)[0].id])
    snapshot = store.snapshot()
    assert spoken(snapshot, snapshot.meetings[0]) == ("D1 – C1, Planned, Meet, Interpreter: Ana, Attended by Given D1")


def test_whom_to_call_stands_behind_each_company(store: Store, first: Meeting) -> None:
    with store.change(message("Phone")) as change:
        change.update(replace(store.all(Person)[0], mobile="+15145550000"))
    assert who_to_call(store.snapshot(), first) == "D1 (Given D1, +1 514-555-0000) – C1 (Given C1)"


def test_a_company_without_anybody_is_named_alone(store: Store, first: Meeting) -> None:
    with store.change(message("Nobody")) as change:
        change.delete(Person, [store.all(Person)[0].id])
    assert who_to_call(store.snapshot(), first) == "D1 – C1 (Given C1)"


def test_a_company_has_its_place_people_and_offers_each_cut_to_a_line(store: Store) -> None:
    company = next(one for one in store.all(Company) if one.name == "D1")
    with store.change(message("More")) as change:
        change.update(replace(company, city="Montréal", country="Canada"))
        change.update(replace(store.all(Person)[0], position="Owner", languages="en,fr"))
        change.insert(Offering(company_id=company.id, kind=OfferingKind.OFFERS, text="Buses"))
        change.insert(Offering(company_id=company.id, kind=OfferingKind.SEEKS, text="x" * 200))
    lines = company_lines(store.snapshot(), company.id)
    assert lines[:3] == ["D1 · Montréal, Canada", "Given D1 – Owner (en,fr)", "Offers: Buses"]
    assert lines[3] == "Seeks: " + "x" * 102 + "…"
