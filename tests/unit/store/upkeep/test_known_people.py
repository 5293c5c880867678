"""Everybody a mission knows, those of its history too."""

import json
from dataclasses import replace

from missionplanner.domain.changes import SourceDraft
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store.store import Store, database_of
from missionplanner.store.upkeep import known_people
from tests.builders import key_of
from tests.unit.store.upkeep import zoe


def test_present_and_deleted_people_are_known_each_once(store: Store) -> None:
    key = zoe.add(store)
    with store.change(message("Edit")) as change:
        change.update(replace(store.get(Person, key), position="CEO"))
    zoe.remove(store, key)
    found = known_people.people(database_of(store))
    (deleted,) = [one for one in found if one.deleted]
    assert (deleted.key, deleted.name, deleted.email, deleted.company) == (key, zoe.NAME, zoe.MAIL, "D2")
    assert deleted.deleted == store.steps.history(1)[0].at
    assert sorted(one.name for one in found if not one.deleted) == [
        f"Given {n}" for n in ("C1", "C2", "C3", "D1", "D2", "D3")
    ]


def test_anonymous_people_are_nobody(store: Store) -> None:
    with store.change(message("Empty")) as change:
        for person in store.all(Person):
            change.update(replace(person, given_name="", family_name=""))
    assert known_people.people(database_of(store)) == []


def test_deleted_companies_are_known_with_the_day(store: Store) -> None:
    key = key_of(store, "D2")
    with store.change(message("Delete")) as change:
        change.delete(Company, [key])
    (company,) = known_people.deleted_companies(database_of(store))
    assert (company.key, company.name, company.deleted) == (key, "D2", store.steps.history(1)[0].at)
    store.undo()
    assert known_people.deleted_companies(database_of(store)) == []


def test_other_records_of_the_same_person_are_meant_too(store: Store) -> None:
    key = zoe.add(store)
    zoe.remove(store, key)
    again = zoe.add(store, email="")
    elsewhere = zoe.add(store, "C1", given_name="", family_name="")
    namesake = zoe.add(store, "C2", email="other@unal.example")
    found = known_people.meant(database_of(store), [key])
    assert found.keys == {key, again, elsewhere}
    assert namesake not in found.keys
    assert found.companies == {key_of(store, "D2"), key_of(store, "C1")}
    assert found.number == 3


def test_every_name_they_ever_had_is_known(store: Store) -> None:
    key = zoe.add(store)
    with store.change(message("Marry")) as change:
        change.update(replace(store.get(Person, key), family_name="Roy", email="roy@roy.example"))
        said = {"delegates": [{"given_name": "Zoé", "family_name": "Roy", "passport": "XK7"}, {"given_name": "Ana"}]}
        change.insert(SourceDraft(company_id=key_of(store, "D2"), source="s", content=json.dumps(said)))
        change.insert(SourceDraft(company_id=key_of(store, "D2"), source="t", content="{}"))
    called = known_people.meant(database_of(store), [key]).called
    assert called.parts == {"Zoé", "Ünal", "Roy"}
    assert {"Zoé Roy", "Zoé Ünal", zoe.MAIL, "roy@roy.example", "XK7"} <= called.whole


def test_an_address_others_share_leaves_no_fingerprint(store: Store) -> None:
    key = zoe.add(store, email="info@d2.example")
    alone = known_people.meant(database_of(store), [key]).marks
    zoe.add(store, given_name="Ana", family_name="Roy", email="Info@d2.example")
    shared = known_people.meant(database_of(store), [key]).marks
    assert sorted(kind for kind, _mark in alone) == ["email", "name"]
    assert sorted(kind for kind, _mark in shared) == ["name"]


def test_people_of_a_company_are_meant_with_it(store: Store) -> None:
    key = key_of(store, "D2")
    with store.change(message("Delete")) as change:
        change.delete(Company, [key])
    found = known_people.meant(database_of(store), [], [key])
    assert (found.number, found.companies) == (1, {key})
    assert "D2" in found.called.whole


def test_the_names_they_had_before_are_kept_apart(store: Store) -> None:
    key = zoe.add(store)
    with store.change(message("Marry")) as change:
        change.update(replace(store.get(Person, key), family_name="Roy"))
    (found,) = [one for one in known_people.people(database_of(store)) if one.key == key]
    assert (found.name, found.formerly) == ("Zoé Roy", {zoe.NAME})
