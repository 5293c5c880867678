"""Stored values in words, in the language of the screen."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Status
from missionplanner.domain.companies import (
    AttachmentKind,
    Company,
    Market,
    Offering,
    OfferingKind,
    Partner,
    Side,
)
from missionplanner.domain.mission import Sector, Stop, Travel, Venue
from missionplanner.domain.timetable import Availability, Owner, Session
from missionplanner.jobs.wording import LONGEST, Words, field_shown, person_field, shown
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, meet, moment

WHEN = datetime(2026, 2, 16, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (None, "", ""),
        ("", "", ""),
        (0, "0", "0"),
        (1200, "1200", "1200"),
        (1200.5, "1,200.5", "1\u00a0200,5"),
        (True, "yes", "oui"),
        (False, "no", "non"),
        (date(2026, 2, 16), "Feb 16, 2026", "16 févr. 2026"),
        (WHEN, "Feb 16, 2026 09:05", "16 févr. 2026 09:05"),
        (b"x" * 2500, "2 kB", "2 ko"),
        (b"x", "1 kB", "1 ko"),
        (b"x" * 2000, "2 kB", "2 ko"),
        (Side.COUNTERPART, "Counterpart", "Homologue"),
        (Status.ACCEPTED, "Accepted", "Acceptée"),
        (OfferingKind.SEEKS, "Seeks", "Recherche"),
        (AttachmentKind.FILE, "File", "Fichier"),
        (Owner.TABLE, "Table", "Table"),
        (("a", "b"), "a; b", "a; b"),
        ((), "", ""),
        (Market(country="Chile", share="10 %"), "Chile 10 %", "Chile 10 %"),
        (Market(country="Chile", share=""), "Chile", "Chile"),
        (Partner(name="Alba", relationship="agent", place="Puebla"), "Alba, agent, Puebla", "Alba, agent, Puebla"),
        (Partner(name="Alba", relationship="", place="Puebla"), "Alba, Puebla", "Alba, Puebla"),
    ],
)
def test_a_value_is_shown_in_the_language_of_the_screen(value: object, english: str, french: str) -> None:
    assert shown(value) == english
    i18n.use("fr")
    assert shown(value).replace("\u202f", "\u00a0") == french


def test_keys_of_sectors_and_stops_are_shown_by_name() -> None:
    sectors = [
        Sector(id=3, code="AM", name_en="Manufacturing", name_fr="Fabrication"),
        Sector(id=4, code="AG", name_en="Food"),
    ]
    stops = [Stop(id=9, name_en="Mexico City", name_fr="Mexico", time_zone="UTC", starts=DAY, ends=DAY)]
    assert field_shown("sectors", (3, 4), sectors, stops) == "Manufacturing; Food"
    assert field_shown("stops", (9,), sectors, stops) == "Mexico City"
    assert field_shown("offers", ("steel", "tin"), sectors, stops) == "steel; tin"
    assert field_shown("sectors", None, sectors, stops) == ""
    i18n.use("fr")
    assert field_shown("sectors", (3, 4), sectors, stops) == "Fabrication; Food"
    assert field_shown("stops", (9,), sectors, stops) == "Mexico"


def test_a_field_of_a_delegate_names_the_delegate() -> None:
    assert person_field("", "city") == "City"
    assert person_field("Ana Roy", "phone") == "Ana Roy: Phone"


@pytest.fixture
def words(store: Store) -> Words:
    return Words(store)


def test_keys_are_shown_by_the_name_of_their_record(store: Store, words: Words) -> None:
    with store.change("More") as change:
        change.update(replace(store.all(Stop)[0], name_fr="Mexico"))
        other = change.insert(Venue(stop_id=1, name="Other hall"))
        change.insert(Travel(venue_id=1, other_id=other, minutes=10))
    session = store.all(Session)[0].id
    row: dict[str, Any] = {"company_id": key_of(store, "D1"), "slot_id": 1, "table_id": 2, "session_id": session}
    assert words.value("attachments", "company_id", row) == "D1"
    assert words.value("meetings", "slot_id", row) == "Mon, Feb 16, 09:00–09:20"
    assert words.value("meetings", "table_id", row) == "Hall, table 2"
    assert words.value("slots", "session_id", row) == "Mon, Feb 16, 09:00–10:40"
    assert words.value("travels", "other_id", {"other_id": other}) == "Other hall"
    assert words.value("distinctions", "other_id", {"other_id": key_of(store, "C1")}) == "C1"
    assert words.value("venues", "stop_id", {"stop_id": 1}) == "Mexico City"
    i18n.use("fr")
    assert Words(store).value("venues", "stop_id", {"stop_id": 1}) == "Mexico"
    assert Words(store).value("meetings", "slot_id", row) == "lun. 16 févr., 09:00–09:20"


@pytest.mark.parametrize(
    ("owner", "name"),
    [("company", "D1"), ("delegate", "Given D1"), ("table", "Hall, table 1"), ("interpreter", "no longer there")],
)
def test_the_owner_of_an_absence_is_named(store: Store, words: Words, owner: str, name: str) -> None:
    assert words.value("availabilities", "owner_id", {"owner": owner, "owner_id": 1}) == name


def test_values_that_are_no_keys_are_shown_by_their_kind(store: Store, words: Words) -> None:
    assert words.value("meetings", "status", {"status": "held"}) == "Held"
    assert words.value("meetings", "locked", {"locked": 1}) == "yes"
    assert words.value("companies", "city", {"city": "Lévis"}) == "Lévis"
    assert words.value("companies", "city", None) == ""
    assert words.value("companies", "notes", {"notes": "x" * 600}) == "x" * LONGEST
    assert words.value("meetings", "interpreter_id", {"interpreter_id": None}) == ""


def test_a_record_that_is_gone_keeps_its_name(store: Store, words: Words) -> None:
    key = key_of(store, "D1")
    with store.change("Delete") as change:
        change.delete(Company, [key])
    assert words.name("companies", key) == "D1"
    assert words.name("companies", 999) == "no longer there"


def test_a_record_is_about_itself_or_about_those_it_belongs_to(store: Store, words: Words) -> None:
    key = meet(store, "D1", "C1", 0, 0)
    assert words.about("meetings", key, None) == "D1 – C1"
    row = {"delegation_id": key_of(store, "D2"), "counterpart_id": key_of(store, "C3")}
    assert words.about("meetings", key, row) == "D2 – C3"
    assert words.about("requests", 1, row) == "D2 – C3"
    assert words.about("offerings", 1, {"company_id": key_of(store, "D1"), "text": "steel"}) == "D1 – steel"
    assert words.about("texts", 1, {"title": "Welcome", "text": ""}) == "Welcome"
    assert words.about("synonyms", 1, None) == ""
    absent = {"owner": "company", "owner_id": key_of(store, "C1")}
    assert words.about("availabilities", 1, absent) == "C1"


def test_long_names_are_shown_in_short(store: Store, words: Words) -> None:
    with store.change("Long") as change:
        change.update(replace(store.get(Company, 1), name="n" * 600))
    row = {"name": "m" * 600}
    assert words.about("companies", 1, row) == "m" * LONGEST
    assert words.name("companies", 1) == "n" * LONGEST
    assert words.about("attachments", 1, {"company_id": 1, "name": "file"}) == "n" * LONGEST


def test_a_person_without_a_family_name_is_named(words: Words) -> None:
    assert words.about("delegates", 1, {"given_name": "Ana", "family_name": None}) == "Ana"
    assert words.about("delegates", 1, {"given_name": None, "family_name": "Roy"}) == "Roy"
    assert words.about("interpreters", 1, {"name": "Max"}) == "Max"
    assert words.about("stops", 1, {"name_en": None}) == ""


def test_a_span_without_times_is_not_shown(store: Store, words: Words) -> None:
    assert words.about("slots", 1, {"starts": None, "ends": None}) == ""


def test_an_absence_is_put_in_words(store: Store, words: Words) -> None:
    with store.change("Absence") as change:
        key = change.insert(Availability(owner=Owner.TABLE, owner_id=1, starts=moment(9), ends=moment(10)))
        change.insert(Offering(company_id=1, kind=OfferingKind.OFFERS, text="steel"))
    assert words.value("availabilities", "starts", {"starts": "2026-02-16T09:00:00-06:00"}) == "Feb 16, 2026 09:00"
    assert words.value("availabilities", "owner", {"owner": "table"}) == "Table"
    assert words.about("availabilities", key, {"owner": "table", "owner_id": 1}) == "Hall, table 1"
