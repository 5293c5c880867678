"""People entered twice: found by address or by name and telephone, merged without a loss."""

from dataclasses import replace

import pytest

from missionplanner.domain.events import Event, Part, PersonAttendance
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Availability, MeetingDelegate, Owner
from missionplanner.errors import UserError
from missionplanner.jobs.people import attendance, duplicates
from missionplanner.jobs.people.duplicates import SamePerson
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of, meet, moment
from tests.unit.jobs.people.conftest import Folk, role_of
from tests.unit.jobs.people.test_memberships import posts


def enter(store: Store, **values: object) -> int:
    with store.change(message("Enter")) as change:
        return change.insert(Person(**values))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"given_name": "Rosa", "family_name": "Perez", "email": "rosa@x.mx"}, "the e-mail addresses are the same"),
        ({"email": "Rosa@x.mx"}, "the e-mail addresses are the same"),
        ({"given_name": "rosa", "family_name": "PEREZ", "mobile": "+525555123456"}, "name and telephone are the same"),
    ],
)
def test_the_same_person_is_found_with_a_reason(store: Store, folk: Folk, values: dict[str, str], reason: str) -> None:
    with store.change(message("Telephone")) as change:
        change.update(replace(store.get(Person, folk.rosa), phone="+525555123456"))
    twin = enter(store, **values)
    assert duplicates.suspected(store) == [SamePerson(folk.rosa, twin, reason)]
    assert duplicates.twin(store.get(Person, twin), store.all(Person)) == store.get(Person, folk.rosa)


@pytest.mark.parametrize(
    "values",
    [
        {"given_name": "Rosa", "family_name": "Pérez"},
        {"given_name": "Rosa", "family_name": "Pérez", "phone": "+1514"},
        {"given_name": "Juan", "family_name": "Gil", "email": "rosa@x.mx"},
    ],
)
def test_a_name_alone_or_a_shared_address_is_not_enough(store: Store, folk: Folk, values: dict[str, str]) -> None:
    twin = enter(store, **values)
    assert duplicates.suspected(store) == []
    assert duplicates.twin(store.get(Person, twin), store.all(Person)) is None


def test_fields_that_differ_are_shown_in_words(store: Store, folk: Folk) -> None:
    one = store.get(Person, folk.rosa)
    two = replace(one, id=99, role_id=role_of(store, "Press"), languages="fr", phone="+1514", company_id=None)
    found = [(row.label, row.one, row.two) for row in duplicates.differences(store, one, two)]
    assert found == [("Role", "", "Press"), ("Phone", "", "+1514"), ("Languages", "Español, English", "Français")]
    assert duplicates.usual_choice(one, two) == {"role_id", "phone"}


def test_two_people_become_one_who_represents_the_organisations_of_both(store: Store, folk: Folk) -> None:
    other = enter(
        store, company_id=key_of(store, "C1"), family_name="Perez", email="rosa@x.mx", phone="+1514", position="Adviser"
    )
    one, two = meet(store, "D1", "C1", 0, 0), meet(store, "D3", "C1", 1, 0)
    with store.change(message("More")) as change:
        dinner = change.insert(Event(stop_id=1, name_en="Dinner", starts=moment(19), ends=moment(21)))
        change.insert(MeetingDelegate(meeting_id=one, delegate_id=folk.rosa))
        change.insert_all(MeetingDelegate(meeting_id=key, delegate_id=other) for key in (one, two))
        change.insert(Availability(owner=Owner.DELEGATE, owner_id=other, starts=moment(9), ends=moment(10)))
        change.insert(Availability(owner=Owner.COMPANY, owner_id=other, starts=moment(9), ends=moment(10)))
    attendance.set_part(store, dinner, [other], Part.OUT)
    check_undo(store, lambda s: duplicates.merge(s, folk.rosa, other, {"phone"}), "Merge Perez into Rosa Pérez")
    assert posts(store, folk.rosa) == [
        ("D1", "", "Consultant"), ("D2", "Minister", "Board member"), ("C1", "", "Adviser"),
    ]  # fmt: skip
    person = store.get(Person, folk.rosa)
    assert (person.phone, person.given_name) == ("+1514", "Rosa")
    assert store.where(Person, "id", [other]) == []
    assert {(row.meeting_id, row.delegate_id) for row in store.all(MeetingDelegate)} == {
        (one, folk.rosa),
        (two, folk.rosa),
    }
    assert [(row.owner, row.owner_id) for row in store.all(Availability)] == [
        (Owner.DELEGATE, folk.rosa),
        (Owner.COMPANY, other),
    ]
    assert [(row.person_id, row.part) for row in store.all(PersonAttendance)] == [(folk.rosa, Part.OUT)]


def test_what_the_one_who_stays_has_already_goes_with_the_other(store: Store, folk: Folk) -> None:
    with store.change(message("Dinner")) as change:
        dinner = change.insert(Event(stop_id=1, name_en="Dinner", starts=moment(19), ends=moment(21)))
    attendance.set_part(store, dinner, [folk.luis], Part.IN)
    attendance.set_part(store, dinner, [folk.rosa], Part.OUT)
    duplicates.merge(store, folk.luis, folk.rosa, ())
    assert [(row.person_id, row.part) for row in store.all(PersonAttendance)] == [(folk.luis, Part.IN)]
    assert posts(store, folk.luis) == [("D1", "Minister", "Consultant"), ("D2", "Minister", "Board member")]


def test_somebody_who_is_gone_is_not_merged(store: Store, folk: Folk) -> None:
    with pytest.raises(UserError, match="no longer in the mission"):
        duplicates.merge(store, folk.rosa, 999, ())
