"""Registrations stored as forms left them, over what changed meanwhile."""

from dataclasses import replace
from datetime import date

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.changes import Registration, SourceEntry
from missionplanner.domain.companies import Company, CompanySector, Market, Partner, Side
from missionplanner.domain.mission import Sector, Stop
from missionplanner.domain.people import Membership, Person, Representative
from missionplanner.domain.timetable import Availability, MeetingDelegate, Owner
from missionplanner.errors import UserError
from missionplanner.jobs.companies import cells, registrations
from missionplanner.jobs.selection import decisions
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of, meet, moment, undone_and_redone, whole


def test_a_form_stores_only_what_was_typed(store: Store) -> None:
    key = key_of(store, "D1")
    opened = registrations.records(store, [key])[key]
    cells.edit(store, [cells.Edit(key, "city", "Laval")], message("Edit"))
    with store.change(message("Add")) as change:
        change.insert(Person(company_id=key, given_name="Imported"))
    typed = replace(
        opened,
        company=replace(opened.company, notes="typed"),
        delegates=(replace(opened.delegates[0], position="CEO"), Person(company_id=key, given_name="Typed")),
    )
    registrations.enter(store, typed, opened)
    after = registrations.records(store, [key])[key]
    assert (after.company.city, after.company.notes) == ("Laval", "typed")
    assert [(p.given_name, p.position) for p in after.delegates] == [("Given", "CEO"), ("Imported", ""), ("Typed", "")]


def test_saving_a_form_does_not_undo_a_status_set_meanwhile(store: Store) -> None:
    record = registrations.records(store, [1])[1]
    decisions.set_status(store, [1], Status.CONFIRMED)
    registrations.enter(store, replace(record, company=replace(record.company, city="Gaspé")), record)
    assert store.where(Application, "company_id", [1])[0].status is Status.CONFIRMED
    registrations.remove(store, [1])
    with pytest.raises(UserError, match="no longer in the mission"):
        registrations.enter(store, record, record)


def test_sectors_are_in_the_order_of_the_form(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Sectors")) as change:
        first, last = (change.insert(Sector(code=code, name_en=code)) for code in ("AG", "TO"))
        change.insert(CompanySector(company_id=key, sector_id=last, position=1))
        change.insert(CompanySector(company_id=key, sector_id=first, position=0))
    assert registrations.records(store, [key])[key].sectors == (first, last)


def test_records_hold_everything_in_the_order_it_was_entered(store: Store) -> None:
    record = Registration(
        Company(side=Side.DELEGATION, name="Nord"),
        Application(company_id=0, status=Status.APPLIED),
        sectors=(store.all(Sector)[0].id,),
        stops=(1,),
        offers=("tin", "steel"),
        seeks=("wood",),
        markets=(Market(country="Peru"), Market(country="Chile", share="5 %", position=1)),
        partners=(Partner(name="Alba"),),
        delegates=(Person(company_id=0, given_name="Zoë"), Person(company_id=0, given_name="Max")),
    )
    key = registrations.enter(store, record, record)
    assert store.steps.undo_label == "Enter Nord"
    found = registrations.records(store, [key])[key]
    assert (found.sectors, found.stops, found.offers, found.seeks) == (
        record.sectors,
        (1,),
        ("tin", "steel"),
        ("wood",),
    )
    assert [(one.country, one.share) for one in found.markets] == [("Peru", ""), ("Chile", "5 %")]
    assert [one.name for one in found.partners] == ["Alba"]
    assert [one.given_name for one in found.delegates] == ["Zoë", "Max"]
    assert found.application.status is Status.APPLIED
    assert registrations.records(store)[key] == found
    assert len(registrations.records(store)) == 7
    assert registrations.names(store)[key] == "Nord"


def test_a_record_without_an_application_gets_an_empty_one(store: Store) -> None:
    with store.change(message("Bare")) as change:
        key = change.insert(Company(side=Side.DELEGATION, name="Bare"))
    found = registrations.records(store, [key])[key].application
    assert replace(found, id=0, uid="") == Application(company_id=key)
    assert found.id


def test_lists_and_people_are_stored_as_they_are_left(store: Store) -> None:
    key = key_of(store, "D1")
    opened = registrations.records(store, [key])[key]
    first = replace(opened, offers=("steel", "tin"), markets=(Market(country="Peru"),))
    registrations.enter(store, first, opened)
    before = registrations.records(store, [key])[key]
    people = (replace(before.delegates[0], title="Dr."), Person(company_id=0, given_name="New"))
    after = replace(before, offers=("tin",), markets=(), delegates=people)
    registrations.enter(store, after, before)
    found = registrations.records(store, [key])[key]
    assert (found.offers, found.markets) == (("tin",), ())
    assert [(p.title, p.given_name, p.company_id) for p in found.delegates] == [("Dr.", "Given", key), ("", "New", key)]
    registrations.enter(store, replace(found, delegates=found.delegates[1:]), found)
    assert [p.given_name for p in registrations.records(store, [key])[key].delegates] == ["New"]


def test_a_registration_without_a_name_or_that_is_gone_is_refused(store: Store) -> None:
    key = key_of(store, "D1")
    record = registrations.records(store, [key])[key]
    with pytest.raises(UserError, match="needs a name"):
        registrations.enter(store, replace(record, company=replace(record.company, name="  ")), record)
    registrations.remove(store, [key])
    with pytest.raises(UserError, match="no longer in the mission"):
        registrations.enter(store, record, record)


def test_an_empty_registration_is_of_a_side_and_country() -> None:
    found = registrations.empty(Side.COUNTERPART, "Mexico")
    assert (found.company.side, found.company.country, found.company.name) == (Side.COUNTERPART, "Mexico", "")


def test_deleted_companies_take_their_absences_along(store: Store) -> None:
    keys = [key_of(store, "D1"), key_of(store, "D2")]
    person = store.where(Person, "company_id", keys[:1])[0].id
    with store.change(message("Away")) as change:
        for owner, key in ((Owner.COMPANY, keys[0]), (Owner.DELEGATE, person), (Owner.TABLE, keys[0])):
            change.insert(Availability(owner=owner, owner_id=key, starts=moment(9), ends=moment(10)))
    before = whole(store)
    assert registrations.remove(store, keys) == 2
    assert store.steps.undo_label == "Delete 2 companies"
    assert [one.owner for one in store.all(Availability)] == [Owner.TABLE]
    undone_and_redone(store, before)


@pytest.mark.parametrize(("status", "edited"), [(Status.ACCEPTED, "name"), (Status.APPLIED, "")])
def test_edits_of_accepted_companies_alone_ask_for_approval(store: Store, status: Status, edited: str) -> None:
    key = key_of(store, "D1")
    with store.change(message("Status")) as change:
        application = store.where(Application, "company_id", [key])[0]
        change.update(replace(application, status=status))
    for name in ("New", "Newer"):
        record = registrations.records(store, [key])[key]
        registrations.enter(store, replace(record, company=replace(record.company, name=name)), record)
    assert store.where(Application, "company_id", [key])[0].edited == edited


def test_entries_are_stored_as_their_records_are(store: Store) -> None:
    sector, stop = store.all(Sector)[0].id, store.all(Stop)[0].id
    entry = SourceEntry(
        company={
            "side": Side.DELEGATION,
            "name": "Nord",
            "employees": 7,
            "consent": True,
            "consent_on": date(2026, 1, 2),
        },
        sectors=(sector,),
        stops=(stop,),
        offers=("castings", "tools"),
        seeks=("agents",),
        markets=(Market(country="Mexico", share="10 %"),),
        partners=(Partner(name="Alba", place="León"),),
        delegates=({"given_name": "Ana"}, {"family_name": "Roy", "email": "roy@nord.ca"}),
    )
    lone = SourceEntry(company={"side": Side.DELEGATION, "name": "Sud"})
    application = {"status": Status.WITHDRAWN, "received": moment(9), "source": "form.csv"}
    with store.change(message("Add")) as change:
        told = [(entry.company, application), (lone.company, {})]
        one, two = registrations.add_entries(store, change, [entry, lone], told)
        assert registrations.add_entries(store, change, [], []) == []
    found = registrations.records(store, [one, two])
    with store.change(message("Add")) as change:
        again = registrations.add_all(store, change, [plain(found[one]), plain(found[two])])
    assert [plain(registrations.records(store, again)[key]) for key in again] == [plain(found[one]), plain(found[two])]
    assert found[one].offers == ("castings", "tools")
    assert found[one].application.status is Status.WITHDRAWN
    assert [person.full_name for person in found[one].delegates] == ["Ana", "Roy"]


def plain(record: Registration) -> Registration:
    """Return a record without keys and uids."""
    return replace(
        record,
        company=replace(record.company, id=0, uid=""),
        application=replace(record.application, id=0, uid="", company_id=0),
        delegates=tuple(replace(person, id=0, uid="", company_id=0) for person in record.delegates),
    )


def represented(store: Store) -> tuple[int, Person]:
    """Have the delegate of D1 represent D2 as adviser; returns the key of D2 and the person."""
    (person,) = store.where(Person, "company_id", [key_of(store, "D1")])
    key = key_of(store, "D2")
    with store.change(message("Two")) as change:
        change.insert(Membership(person_id=person.id, company_id=key, position="Adviser"))
    store.steps.seal()
    return key, person


def test_who_represents_a_company_besides_another_is_in_its_record(store: Store) -> None:
    key, person = represented(store)
    found = registrations.records(store)
    assert [(one.person, one.membership.position) for one in found[key].representatives] == [(person, "Adviser")]
    assert [one.position for one in found[key].people] == ["", "Adviser"]
    assert found[key_of(store, "D1")].representatives == ()
    assert registrations.records(store, [key])[key] == found[key]


def test_a_form_edits_whose_main_organisation_is_another(store: Store) -> None:
    key, person = represented(store)
    opened = registrations.records(store, [key])[key]
    (one,) = opened.representatives
    edited = replace(opened, representatives=(one.edited(replace(one.here, position="Chair", email="a@b.ca")),))
    check_undo(store, lambda s: registrations.enter(s, edited, opened), "Edit D2")
    (found,) = registrations.records(store, [key])[key].representatives
    assert (found.person, found.membership.position) == (replace(person, email="a@b.ca"), "Chair")


def test_who_is_taken_out_stays_with_the_others_and_where_they_were_chosen(store: Store) -> None:
    key, person = represented(store)
    meeting = meet(store, "D2", "C1", 0, 0)
    with store.change(message("Name")) as change:
        change.insert(MeetingDelegate(meeting_id=meeting, delegate_id=person.id))
    store.steps.seal()
    opened = registrations.records(store, [key])[key]
    typed = replace(opened, representatives=())
    check_undo(store, lambda s: registrations.enter(s, typed, opened), "Edit D2")
    assert (store.all(Membership), store.count(MeetingDelegate)) == ([], 1)
    assert store.get(Person, person.id) == person


def test_somebody_who_is_there_already_is_added_once_whatever_happened_meanwhile(store: Store) -> None:
    (person,) = store.where(Person, "company_id", [key_of(store, "D1")])
    key = key_of(store, "D2")
    opened = registrations.records(store, [key])[key]
    new = Representative(person, Membership(person_id=person.id, company_id=key, position="Adviser"))
    typed = replace(opened, representatives=(new,))
    check_undo(store, lambda s: registrations.enter(s, typed, opened), "Edit D2")
    registrations.enter(store, typed, opened)
    assert [(row.person_id, row.company_id, row.position) for row in store.all(Membership)] == [
        (person.id, key, "Adviser")
    ]


def test_who_had_no_organisation_gets_this_as_the_main_one(store: Store) -> None:
    with store.change(message("Person")) as change:
        luis = change.insert(Person(given_name="Luis", position="Envoy"))
    new = Representative(store.get(Person, luis), Membership(person_id=luis, company_id=0))
    record = replace(registrations.empty(Side.DELEGATION), representatives=(new,))
    company = registrations.enter(store, replace(record, company=replace(record.company, name="Nord")), record)
    assert (store.get(Person, luis).company_id, store.get(Person, luis).position) == (company, "Envoy")
    assert store.all(Membership) == []


def test_a_membership_entered_elsewhere_meanwhile_stays(store: Store) -> None:
    key = key_of(store, "D2")
    opened = registrations.records(store, [key])[key]
    represented(store)
    registrations.enter(store, replace(opened, company=replace(opened.company, city="Laval")), opened)
    assert len(store.all(Membership)) == 1
