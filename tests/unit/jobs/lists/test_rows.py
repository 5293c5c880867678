"""Lists of plain values: what is in them, in which order, and how they are narrowed and sorted."""

from dataclasses import replace
from typing import Any

import pytest

from missionplanner.domain.companies import (
    TRANSLATIONS,
    BoughtInput,
    Company,
    CompanySector,
    Market,
    Offering,
    OfferingKind,
    Side,
)
from missionplanner.domain.events import Audience, Event
from missionplanner.domain.mission import Sector, Venue
from missionplanner.domain.people import POST, Person
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.domain.requests import Priority, Request
from missionplanner.errors import UserError
from missionplanner.jobs.lists import rows
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, moment

NO, MEET, MUST = Priority.NO_THANKS, Priority.MEET, Priority.MUST_MEET


def listed(store: Store, what: str, *names: str) -> list[rows.Row]:
    """The rows that concern these companies, or everybody."""
    wanted = {key_of(store, name) for name in names} if names else {company.id for company in store.all(Company)}
    return rows.rows(store.snapshot(), what, wanted)


def test_companies_are_listed_by_name_with_their_people(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Fill")) as change:
        change.update(replace(store.get(Company, key), name="Éclair", employees=12, consent=True, city="Lévis"))
        sub = change.insert(Sector(code="AM1", name_en="Robots", parent_id=store.all(Sector)[0].id))
        change.insert(CompanySector(company_id=key, sector_id=sub))
        change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text="steel"))
        change.insert(Offering(company_id=key, kind=OfferingKind.SEEKS, text="tin"))
        change.insert(Market(company_id=key, country="Japan", share="20 %"))
        change.insert(BoughtInput(company_id=key, what="Steel", country="China"))
    meet(store, "Éclair", "C1", 0, 0)
    found = listed(store, "companies")
    assert [row["name"] for row in found] == ["C1", "C2", "C3", "D2", "D3", "Éclair"]
    wanted: dict[str, Any] = {
        "name": "Éclair", "side": "delegation", "status": "accepted", "sectors": ["Advanced manufacturing"],
        "subsectors": ["Robots"], "city": "Lévis", "region": "", "country": "", "website": "", "operating_name": "",
        "registration_number": "", "address": "", "postal_code": "", "meets_at": "", "zone": "", "time_zone": "", "coordinates": "",
        "directions": "", "attendees_by": "everybody", "attendees_most": None, "employees": 12, "consent": True,
        "stops": ["Mexico City"], "offers": ["steel"], "seeks": ["tin"], "description": "", "objectives": "", "intents": "",
        "kind": "", "phone": "", "year_founded": None, "notes": "", "meetings": 1, "tariff": "",
        "markets": [{"country": "Japan", "share": "20 %"}],
        "inputs": [{"what": "Steel", "country": "China", "share": ""}],
        **dict.fromkeys(TRANSLATIONS, ""),
    }  # fmt: skip
    person = {
        "title": "", "given_name": "Given", "family_name": "D1", "second_family_name": "", "email": "", "phone": "",
        **dict.fromkeys(POST, ""), "languages": "",
    }  # fmt: skip
    assert found[-1] == {**wanted, "delegates": [person]}
    flat = rows.flat(found[-1])
    assert (flat["markets"], flat["inputs"], flat["delegates"]) == ("Japan | 20 %", "Steel | China", "Given D1")


def test_named_sectors_are_listed_before_those_of_subsectors(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Sectors")) as change:
        main = store.all(Sector)[0].id
        other = change.insert(Sector(code="AG", name_en="Food"))
        sub = change.insert(Sector(code="AM1", name_en="Robots", parent_id=main))
        change.insert(CompanySector(company_id=key, sector_id=other))
        change.insert(CompanySector(company_id=key, sector_id=sub, position=1))
    (found,) = listed(store, "companies", "D1")
    assert (found["sectors"], found["subsectors"]) == (["Food"], ["Robots"])


def test_delegates_are_listed_by_family_name_without_what_is_sensitive(store: Store) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("Fill")) as change:
        change.update(replace(person, family_name="Zoom", mobile="+1", passport="X1"))
    snapshot = store.snapshot()
    wanted = {key_of(store, "D1"), key_of(store, "C2")}
    found = rows.delegates(snapshot, wanted)
    assert [(row["company"], row["side"], row["family_name"]) for row in found] == [
        ("C2", "counterpart", "C2"),
        ("D1", "delegation", "Zoom"),
    ]
    assert found[1]["phone"] == "+1"
    assert not set(SENSITIVE) & found[1].keys()
    assert rows.delegates(snapshot, wanted, sensitive=True)[1]["passport"] == "X1"


def test_requests_are_listed_by_both_names(store: Store) -> None:
    ask(store, ("D2", "C1", MEET), ("D1", "C2", MUST))
    with store.change(message("Counterpart")) as change:
        request = Request(delegation_id=key_of(store, "D1"), counterpart_id=key_of(store, "C1"), comment="old friends")
        change.insert(replace(request, asked_by=Side.COUNTERPART, priority=NO))
    assert listed(store, "requests") == [
        {"delegation": "D1", "counterpart": "C1", "asked_by": "counterpart", "priority": "no_thanks",
         "comment": "old friends", "meets_at": "", "intents": ""},
        {"delegation": "D1", "counterpart": "C2", "asked_by": "delegation", "priority": "must_meet", "comment": "",
             "meets_at": "", "intents": ""},
        {"delegation": "D2", "counterpart": "C1", "asked_by": "delegation", "priority": "meet", "comment": "",
             "meets_at": "", "intents": ""},
    ]  # fmt: skip
    assert [row["delegation"] for row in listed(store, "requests", "C2")] == ["D1"]


def test_meetings_are_listed_in_the_order_of_time_and_table(store: Store) -> None:
    meet(store, "D2", "C2", 1, 0)
    meet(store, "D1", "C1", 0, 1, locked=True)
    meet(store, "D3", "C3", 0, 0)
    found = listed(store, "meetings")
    assert [(row["start"][11:16], row["table"], row["delegation"]) for row in found] == [
        ("09:00", 1, "D3"),
        ("09:00", 2, "D1"),
        ("09:25", 1, "D2"),
    ]
    assert found[1] == {
        "delegation": "D1", "counterpart": "C1", "stop": "Mexico City", "venue": "Hall", "table": 2,
        "start": "2026-02-16T09:00:00-06:00", "end": "2026-02-16T09:20:00-06:00", "status": "planned", "locked": True,
        "delegation_people": ["Given D1"], "counterpart_people": ["Given C1"], "interpreter": "",
        "at_office": False, "address": "", "online": False, "at_home": "",
    }  # fmt: skip
    assert [row["delegation"] for row in listed(store, "meetings", "C2")] == ["D2"]


def test_events_are_listed_in_the_order_of_time_with_their_companies(store: Store) -> None:
    with store.change(message("Events")) as change:
        change.insert(
            Event(
                stop_id=1,
                name_en="Dinner",
                starts=moment(19),
                ends=moment(21),
                place="Club",
                audience=Audience.EVERYONE,
            )
        )
        hall = store.all(Venue)[0].id
        change.insert(
            Event(
                stop_id=1,
                name_en="Talk",
                starts=moment(8),
                ends=moment(9),
                venue_id=hall,
                audience=Audience.DELEGATION,
            )
        )
    assert [(row["name"], row["venue"], row["companies"]) for row in listed(store, "events")] == [
        ("Talk", "Hall", 3),
        ("Dinner", "Club", 6),
    ]
    first = listed(store, "events")[0]
    assert (first["start"], first["end"]) == ("2026-02-16T08:00:00-06:00", "2026-02-16T09:00:00-06:00")
    assert (first["stop"], first["audience"]) == ("Mexico City", "delegation")


def test_conflicts_are_listed_for_the_companies_they_are_about(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 0, 1)
    assert [row["rule"] for row in listed(store, "conflicts")] == ["company_one_at_a_time"]
    assert len(listed(store, "conflicts", "C2")) == 1
    assert listed(store, "conflicts", "D3") == []


def test_unplaced_requests_are_listed_must_meets_first(store: Store) -> None:
    ask(store, ("D1", "C1", MEET), ("D2", "C1", MUST), ("D3", "C1", MEET))
    meet(store, "D3", "C1", 0, 0)
    found = listed(store, "unplaced")
    assert [(row["delegation"], row["counterpart"], row["priority"]) for row in found] == [
        ("D2", "C1", "must_meet"),
        ("D1", "C1", "meet"),
    ]
    assert all(row["reason"] for row in found)
    assert [row["delegation"] for row in listed(store, "unplaced", "D1")] == ["D1"]


FOUND: list[rows.Row] = [
    {"name": "Cedar Foods", "n": 10, "stops": ["Mexico City", "Monterrey"]},
    {"name": "Boréal", "n": 9, "stops": []},
    {"name": "alba", "n": None, "stops": ["Monterrey"]},
]


@pytest.mark.parametrize(
    ("search", "names"),
    [
        ("", ["Cedar Foods", "Boréal", "alba"]),
        ("foods cedar", ["Cedar Foods"]),
        ("boreal monterrey", []),
        ("MONTERREY", ["Cedar Foods", "alba"]),
        ("BOREAL", ["Boréal"]),
        ("alba cedar", []),
    ],
)
def test_rows_are_found_by_all_the_words_searched_for(search: str, names: list[str]) -> None:
    assert [row["name"] for row in rows.narrowed(FOUND, search, "")] == names


def test_rows_are_sorted_by_number_or_by_name() -> None:
    assert [row["n"] for row in rows.narrowed(FOUND, "", "n")] == [9, 10, None]
    assert [row["name"] for row in rows.narrowed(FOUND, "", "name")] == ["alba", "Boréal", "Cedar Foods"]
    with pytest.raises(UserError, match="no field “size”") as refused:
        rows.narrowed(FOUND, "", "size")
    assert refused.value.hint == "name, n, stops"
    with pytest.raises(UserError, match="no field “size”"):
        rows.narrowed(FOUND[:1], "", "size")
    assert rows.narrowed([], "", "size") == []


def test_a_flat_row_has_texts_only() -> None:
    person = {"given_name": "Ana", "family_name": "Roy", "email": "a@b.ca"}
    row = {"people": [person, {"given_name": "", "family_name": "Max"}], "n": 3, "none": None, "yes": True}
    assert rows.flat(row) == {"people": "Ana Roy <a@b.ca>; Max", "n": "3", "none": "", "yes": "True"}


def test_a_company_is_not_taken_for_the_meeting_of_its_key(store: Store) -> None:
    assert meet(store, "D3", "C3", 2, 0) == key_of(store, "D1")
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 0, 1)
    assert len(listed(store, "conflicts", "D1")) == 1
    assert listed(store, "conflicts", "D3") == []
