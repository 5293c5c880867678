"""People of companies that go, or become one: who represents others stays, nobody represents one twice."""

from dataclasses import replace

from missionplanner.domain import people_rules
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.timetable import Availability, MeetingDelegate, Owner
from missionplanner.jobs.companies import duplicates, registrations, representation
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of, meet, moment


def represent(store: Store, main: str, *others: str, **values: str) -> int:
    """Enter somebody who represents several companies."""
    with store.change(message("Enter")) as change:
        person = change.insert(Person(company_id=key_of(store, main), given_name="Rosa", position="Boss", **values))
        for name in others:
            change.insert(Membership(person_id=person, company_id=key_of(store, name), position=f"Of {name}"))
    return person


def companies(store: Store, person: int) -> list[str]:
    snapshot = store.snapshot()
    return [snapshot.company[key].name for key in snapshot.companies_of.get(person, ())]


def test_who_represents_others_stays_when_a_company_is_deleted(store: Store) -> None:
    person = represent(store, "D1", "D3", "D2")
    with store.change(message("Absent")) as change:
        for key in (person, store.where(Person, "company_id", [key_of(store, "D1")])[0].id):
            change.insert(Availability(owner=Owner.DELEGATE, owner_id=key, starts=moment(9), ends=moment(10)))
    check_undo(store, lambda s: registrations.remove(s, [key_of(s, "D1")]), "Delete 1 company")
    assert companies(store, person) == ["D2", "D3"]
    assert store.get(Person, person).position == "Of D2"
    assert [row.owner_id for row in store.all(Availability)] == [person]
    registrations.remove(store, [key_of(store, "D2"), key_of(store, "D3")])
    assert store.where(Person, "id", [person]) == []


def test_who_is_taken_off_a_form_stays_with_the_others(store: Store) -> None:
    person = represent(store, "D1", "D2")
    key = key_of(store, "D1")
    before = registrations.records(store, [key])[key]
    with store.change(message("Save")) as change:
        registrations.save(store, change, before, replace(before, delegates=()))
    assert companies(store, person) == ["D2"]
    assert store.where(Person, "company_id", [key]) == []


def test_who_leaves_a_company_is_reported_where_they_were_chosen_for_its_meetings(store: Store) -> None:
    person = represent(store, "D1", "C1")
    own, both = meet(store, "D1", "C2", 0, 0), meet(store, "D1", "C1", 1, 0)
    with store.change(message("Name")) as change:
        change.insert_all(MeetingDelegate(meeting_id=key, delegate_id=person) for key in (own, both))
    key = key_of(store, "D1")
    before = registrations.records(store, [key])[key]
    with store.change(message("Save")) as change:
        registrations.save(store, change, before, replace(before, delegates=()))
    assert [issue.subjects for issue in people_rules.choices_stand(store.snapshot())] == [(("meetings", own),)]


def test_a_company_that_becomes_another_brings_those_who_represent_it(store: Store) -> None:
    other = represent(store, "D3", "D2")
    both = represent(store, "D3", "D1", "D2")
    main = represent(store, "D2", "D1", email="a@x.mx")
    check_undo(store, lambda s: duplicates.merge(s, key_of(s, "D1"), key_of(s, "D2"), ()), "Merge D2 into D1")
    assert [companies(store, key) for key in (other, both, main)] == [["D3", "D1"], ["D3", "D1"], ["D1"]]
    assert sorted((row.person_id, row.company_id) for row in store.all(Membership)) == [
        (other, key_of(store, "D1")),
        (both, key_of(store, "D1")),
    ]


def test_the_same_person_of_both_companies_is_one_with_all_they_represent(store: Store) -> None:
    one = represent(store, "D1", family_name="Pérez")
    two = represent(store, "D2", "D3", family_name="Perez")
    duplicates.merge(store, key_of(store, "D1"), key_of(store, "D2"), ())
    assert companies(store, one) == ["D1", "D3"]
    assert store.where(Person, "id", [two]) == []


def test_the_membership_of_the_lowest_key_is_the_next_main_one() -> None:
    rows = [Membership(id=n, person_id=1, company_id=key) for n, key in enumerate((5, 3, 4))]
    assert representation.first_of(rows).company_id == 3


def test_a_role_stays_where_a_membership_has_none(store: Store) -> None:
    person = represent(store, "D1", "D2")
    with store.change(message("Role")) as change:
        change.update(replace(store.get(Person, person), role_id=3))
    with store.change(message("Promote")) as change:
        representation.promote(change, store.get(Person, person), store.all(Membership)[0])
    after = store.get(Person, person)
    assert (after.company_id, after.role_id, after.position) == (key_of(store, "D2"), 3, "Of D2")
    assert store.all(Membership) == []
