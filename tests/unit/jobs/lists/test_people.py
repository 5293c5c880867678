"""People as rows of plain values: everybody, sensitive fields only where asked for."""

from dataclasses import replace

from missionplanner.domain.companies import Side
from missionplanner.domain.people import POST, Gender, Membership, Person, Role
from missionplanner.domain.privacy import SENSITIVE
from missionplanner.jobs.lists import people
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def enter(store: Store) -> None:
    role = next(role.id for role in store.all(Role) if role.name_en == "Minister")
    with store.change(message("People")) as change:
        change.insert(Person(family_name="Árbol", side=Side.COUNTERPART, role_id=role, passport="AB 12"))
        rosa = change.insert(Person(company_id=key_of(store, "D1"), family_name="Zúñiga", position="Boss"))
        change.insert(Membership(person_id=rosa, company_id=key_of(store, "C1"), role_id=role, position="Chair"))


def test_everybody_is_listed_by_family_name(store: Store) -> None:
    enter(store)
    found = people.people(store.snapshot())
    assert [row["family_name"] for row in found] == ["Árbol", "C1", "C2", "C3", "D1", "D2", "D3", "Zúñiga"]
    first, last = found[0], found[-1]
    assert (first["role"], first["organisations"], first["side"], first["status"]) == (
        "Minister", [], "counterpart", [],
    )  # fmt: skip
    assert last["represents"] == [
        {"name": "D1", "role": "", "position": "Boss", **dict.fromkeys(POST[1:], "")},
        {"name": "C1", "role": "Minister", "position": "Chair", **dict.fromkeys(POST[1:], "")},
    ]
    assert (last["organisations"], last["side"], last["status"], last["gender"]) == (
        ["D1", "C1"], "delegation", ["accepted", "accepted"], "",
    )  # fmt: skip
    assert not set(SENSITIVE) & set(first)


def test_sensitive_fields_are_listed_where_they_are_asked_for(store: Store) -> None:
    enter(store)
    row = people.people(store.snapshot(), sensitive=True)[0]
    assert {name: row[name] for name in SENSITIVE} == {
        "passport": "AB 12", "dietary": "", "access_needs": "", "emergency_contact": "",
    }  # fmt: skip


def test_cells_leave_role_and_post_in_each_organisation_out(store: Store) -> None:
    row = people.people(store.snapshot())[0]
    assert set(row) - set(people.as_cells(row)) == {"represents"}


def test_everybody_is_addressed_in_their_language(store: Store) -> None:
    with store.change(message("Title")) as change:
        person = store.all(Person)[0]
        change.update(replace(person, title="Dr", gender=Gender.FEMALE, languages="es", family_first=True))
    row = next(row for row in people.people(store.snapshot()) if row["title"])
    assert (row["written_in"], row["addressed"], row["salutation"], row["family_first"]) == (
        "es", "Dra. D1 Given", "Estimada Dra. D1:", True,
    )  # fmt: skip
