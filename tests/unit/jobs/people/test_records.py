"""People entered, edited and removed as whole records, each as one step."""

from dataclasses import replace

import pytest

from missionplanner.domain.companies import Side
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.timetable import Availability, MeetingDelegate, Owner
from missionplanner.errors import UserError
from missionplanner.jobs.people import records
from missionplanner.jobs.people.records import PersonRecord, find_person
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of, meet, moment
from tests.unit.jobs.people.conftest import Folk


def record(store: Store, key: int) -> PersonRecord:
    return records.records(store, [key])[key]


def test_records_hold_the_other_organisations(store: Store, folk: Folk) -> None:
    found = record(store, folk.rosa)
    assert (found.person.company_id, [row.company_id for row in found.memberships]) == (
        key_of(store, "D1"),
        [key_of(store, "D2")],
    )
    assert record(store, folk.luis).memberships == ()


def test_an_empty_person_is_of_a_side_and_without_an_organisation() -> None:
    assert records.empty(Side.COUNTERPART) == PersonRecord(Person(side=Side.COUNTERPART))


def test_a_new_person_is_one_step_with_their_organisations(store: Store) -> None:
    typed = PersonRecord(
        Person(given_name="Ana", company_id=key_of(store, "D1")), (Membership(person_id=0, company_id=2),)
    )
    check_undo(store, lambda s: records.enter(s, typed, records.empty(Side.DELEGATION)), "Enter Ana")
    ana = find_person(store.snapshot(), "Ana")
    assert store.snapshot().companies_of[ana.id] == (1, 2)


def test_a_person_without_a_name_is_refused(store: Store) -> None:
    with pytest.raises(UserError, match="needs a name"):
        records.enter(store, records.empty(Side.DELEGATION), records.empty(Side.DELEGATION))


def test_a_person_who_is_gone_is_refused(store: Store, folk: Folk) -> None:
    opened = record(store, folk.luis)
    records.remove(store, [folk.luis])
    with pytest.raises(UserError, match="no longer in the mission"):
        records.enter(store, opened, opened)


def test_a_form_stores_only_what_was_typed(store: Store, folk: Folk) -> None:
    opened = record(store, folk.rosa)
    with store.change(message("Meanwhile")) as change:
        change.update(replace(opened.person, email="new@x.mx"))
    typed = replace(opened, person=replace(opened.person, position="Chair"))
    assert records.enter(store, typed, opened) == folk.rosa
    after = store.get(Person, folk.rosa)
    assert (after.email, after.position, store.steps.undo_label) == ("new@x.mx", "Chair", "Edit Rosa Pérez")
    assert len(record(store, folk.rosa).memberships) == 1


def test_who_leaves_an_organisation_leaves_the_meetings_they_are_named_for(store: Store, folk: Folk) -> None:
    one, two = meet(store, "D1", "C1", 0, 0), meet(store, "D2", "C1", 1, 0)
    with store.change(message("Name")) as change:
        change.insert_all(MeetingDelegate(meeting_id=key, delegate_id=folk.rosa) for key in (one, two))
    opened = record(store, folk.rosa)
    records.enter(store, replace(opened, memberships=()), opened)
    assert [row.meeting_id for row in store.all(MeetingDelegate)] == [one, two]


def test_deleted_people_take_their_absences_along(store: Store, folk: Folk) -> None:
    with store.change(message("Absent")) as change:
        for owner in (Owner.DELEGATE, Owner.TABLE):
            change.insert(Availability(owner=owner, owner_id=folk.rosa, starts=moment(9), ends=moment(10)))
    check_undo(store, lambda s: records.remove(s, [folk.rosa, folk.luis]), "Delete 2 people")
    assert [row.owner for row in store.all(Availability)] == [Owner.TABLE]
    assert store.where(Person, "id", [folk.rosa, folk.luis]) == []
    assert store.all(Membership) == []


@pytest.mark.parametrize("text", ["Rosa Pérez", "rosa perez", "ROSA@X.MX", "Rosa Pérez – D1, D2"])
def test_a_person_is_found_by_name_or_address(store: Store, folk: Folk, text: str) -> None:
    assert find_person(store.snapshot(), text).id == folk.rosa


def test_nobody_or_several_of_a_name_are_refused(store: Store, folk: Folk) -> None:
    with pytest.raises(UserError, match="Nobody is called “Rosa”"):
        find_person(store.snapshot(), "Rosa")
    with store.change(message("Twin")) as change:
        change.insert(Person(given_name="Rosa", family_name="Perez", email="other@x.mx"))
    with pytest.raises(UserError, match="“rosa perez” can be several people") as caught:
        find_person(store.snapshot(), "rosa perez")
    assert caught.value.hint == "Rosa Pérez – D1, D2 <rosa@x.mx>; Rosa Perez <other@x.mx>"


def test_who_has_no_organisation_stays_on_their_side(store: Store, folk: Folk) -> None:
    people = [store.get(Person, key) for key in (folk.rosa, folk.luis)]
    assert [records.side_without(store, one) for one in people] == [Side.DELEGATION, Side.COUNTERPART]
