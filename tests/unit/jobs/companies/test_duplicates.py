"""Companies entered twice: found with a reason, told apart, merged without a loss."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner import i18n
from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import (
    Alias,
    Attachment,
    Company,
    CompanySector,
    Market,
    Offering,
    OfferingKind,
    Side,
)
from missionplanner.domain.events import Attendance, Event, Part
from missionplanner.domain.mission import Sector
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Availability, Meeting, MeetingDelegate, MeetingStatus, Owner
from missionplanner.errors import UserError
from missionplanner.jobs.companies import cells, duplicates, registrations
from missionplanner.jobs.companies.cells import Edit
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import decisions, letters
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, moment, undone_and_redone, whole


def test_a_merge_keeps_decisions_vetoes_meetings_people_and_absences(store: Store, tmp_path: Path) -> None:
    keep, other = key_of(store, "D1"), key_of(store, "D2")
    decisions.set_status(store, [keep], Status.UNDER_REVIEW)
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C1", Priority.NO_THANKS))
    meet(store, "D1", "C2", 0, 0, status=MeetingStatus.CANCELLED)
    meet(store, "D2", "C2", 1, 0, status=MeetingStatus.CONFIRMED)
    (person,) = store.where(Person, "company_id", [other])
    with store.change(message("Absent")) as change:
        change.insert(Availability(owner=Owner.COMPANY, owner_id=other, starts=moment(9), ends=moment(10)))
    run_now(letters.announce(letters.compose(store, [other]), tmp_path / "out"), store)
    duplicates.merge(store, keep, other, ())
    application = store.where(Application, "company_id", [keep])[0]
    assert (application.status, application.announced) == (Status.ACCEPTED, "accepted")
    assert [request.priority for request in store.all(Request)] == [Priority.NO_THANKS]
    assert [meeting.status for meeting in store.all(Meeting)] == [MeetingStatus.CONFIRMED]
    assert store.get(Person, person.id).company_id == keep
    assert [row.owner_id for row in store.all(Availability)] == [keep]
    assert letters.compose(store, [keep]) == []


def test_companies_entered_twice_are_found_with_a_reason(store: Store) -> None:
    with store.change(message("More")) as change:
        for name, mail in (
            ("Stackpole Powertrain", "a@stackpole.ca"),
            ("Stackpole Powertrane Inc.", "b@stackpole.ca"),
            ("Cedar Stackpole Powertrain", ""),
        ):
            key = change.insert(Company(side=Side.DELEGATION, name=name))
            change.insert(Application(company_id=key))
            change.insert(Person(company_id=key, given_name="A", family_name=name, email=mail))
    found = run_now(duplicates.suspected(), store)
    assert [(store.get(Company, s.one).name, store.get(Company, s.two).name) for s in found] == [
        ("Stackpole Powertrain", "Stackpole Powertrane Inc.")
    ]
    assert "domain is the same" in found[0].reason
    before = whole(store)
    duplicates.tell_apart(store, found[0].one, found[0].two)
    assert run_now(duplicates.suspected(), store) == []
    undone_and_redone(store, before)


def test_merging_keeps_everything_of_both(store: Store) -> None:
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C1", Priority.MUST_MEET), ("D2", "C2", Priority.MEET))
    meet(store, "D2", "C2", 0, 0)
    keep, other = key_of(store, "D1"), key_of(store, "D2")
    cells.edit(
        store,
        [Edit(other, "city", "Lévis"), Edit(other, "website", "d2.ca"), Edit(keep, "city", "Ottawa")],
        message("Edit"),
    )
    one, two = registrations.records(store, [keep, other]).values()
    assert {d.field for d in duplicates.differences(store, one, two)} == {"name", "city", "website"}
    assert duplicates.usual_choice(one, two) == {"website"}
    before = whole(store)
    duplicates.merge(store, keep, other, {"website"})
    company = store.get(Company, keep)
    assert (company.name, company.city, company.website) == ("D1", "Ottawa", "https://d2.ca")
    assert {p.family_name for p in store.where(Person, "company_id", [keep])} == {"D1", "D2"}
    assert sorted(r.counterpart_id for r in store.all(Request)) == sorted([key_of(store, "C1"), key_of(store, "C2")])
    assert [alias.name for alias in store.all(Alias)] == ["D2"]
    assert store.snapshot().meetings[0].delegation_id == keep
    undone_and_redone(store, before)
    with pytest.raises(UserError, match="different sides"):
        duplicates.merge(store, keep, key_of(store, "C1"), ())


def test_the_same_name_is_certain_and_comes_first(store: Store) -> None:
    with store.change(message("More")) as change:
        for name in ("D1 Inc.", "Stackpole Powertrain", "Stackpole Powertrane"):
            change.insert(Company(side=Side.DELEGATION, name=name))
        change.insert(Company(side=Side.COUNTERPART, name="D1"))
    found = run_now(duplicates.suspected(), store)
    assert [(one.score, one.reason) for one in found[:1]] == [(100, "the names are the same")]
    assert {store.get(Company, key).name for key in (found[0].one, found[0].two)} == {"D1", "D1 Inc."}
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    duplicates.tell_apart(store, found[0].one, found[0].two)
    assert store.steps.undo_label == "D1 and D1 Inc. are different"
    assert found[0] not in run_now(duplicates.suspected(), store)


def test_differences_are_shown_in_words_in_the_order_of_the_form(store: Store) -> None:
    keys = [key_of(store, "D1"), key_of(store, "D2")]
    with store.change(message("Fill")) as change:
        change.update(replace(store.get(Company, keys[0]), city="Lévis", consent=True))
        change.insert(CompanySector(company_id=keys[1], sector_id=store.all(Sector)[0].id))
        change.insert(Market(company_id=keys[0], country="Peru", share="5 %"))
    one, two = registrations.records(store, keys).values()
    i18n.use("fr")
    assert [(d.label, d.one, d.two) for d in duplicates.differences(store, one, two)] == [
        ("Nom de l’entreprise", "D1", "D2"),
        ("Ville", "Lévis", ""),
        ("Consentement", "oui", ""),
        ("Secteurs", "", "Fabrication de pointe"),
        ("Exportations par pays", "Peru 5 %", ""),
    ]
    assert duplicates.differences(store, one, one) == []


def test_what_only_the_other_fills_is_best_taken(store: Store) -> None:
    one, two = registrations.records(store, [key_of(store, "D1"), key_of(store, "D2")]).values()
    two = replace(two, company=replace(two.company, city="Lévis", employees=3), offers=("tin",), seeks=("wood",))
    one = replace(one, company=replace(one.company, employees=5), seeks=("steel",))
    assert duplicates.usual_choice(one, two) == {"city", "offers"}


def test_lists_are_taken_where_that_was_chosen(store: Store) -> None:
    keep, other = key_of(store, "D1"), key_of(store, "D2")
    with store.change(message("Offers")) as change:
        change.insert(Offering(company_id=keep, kind=OfferingKind.OFFERS, text="steel"))
        change.insert(Offering(company_id=other, kind=OfferingKind.OFFERS, text="tin"))
        change.insert(Offering(company_id=other, kind=OfferingKind.SEEKS, text="wood"))
    duplicates.merge(store, keep, other, {"offers"})
    record = registrations.records(store, [keep])[keep]
    assert (record.offers, record.seeks) == (("tin",), ())


@pytest.mark.parametrize(
    ("mine", "theirs", "kept"),
    [
        (Status.RESERVE, Status.CONFIRMED, Status.CONFIRMED),
        (Status.RESERVE, Status.UNDER_REVIEW, Status.RESERVE),
        (Status.DECLINED, Status.APPLIED, Status.APPLIED),
        (Status.WITHDRAWN, Status.DECLINED, Status.DECLINED),
        (Status.INFORMATION_REQUESTED, Status.APPLIED, Status.INFORMATION_REQUESTED),
    ],
)
def test_the_weightier_decision_of_the_two_counts(store: Store, mine: Status, theirs: Status, kept: Status) -> None:
    keys = [key_of(store, "D1"), key_of(store, "D2")]
    with store.change(message("Decide")) as change:
        for key, status in zip(keys, (mine, theirs), strict=True):
            application = store.where(Application, "company_id", [key])[0]
            change.update(replace(application, status=status, rank=key, reason=status.value, decided_by=status.value))
    duplicates.merge(store, *keys, ())
    (application,) = store.where(Application, "company_id", keys)
    assert (application.status, application.reason, application.decided_by) == (kept, kept.value, kept.value)


def test_of_equal_decisions_that_of_the_company_that_stays_counts(store: Store) -> None:
    keys = [key_of(store, "D1"), key_of(store, "D2")]
    with store.change(message("Decide")) as change:
        for key, reason in zip(keys, ("mine", "theirs"), strict=True):
            change.update(replace(store.where(Application, "company_id", [key])[0], reason=reason))
    duplicates.merge(store, *keys, ())
    assert [one.reason for one in store.where(Application, "company_id", keys)] == ["mine"]


def test_a_company_entered_three_times_is_compared_with_the_first(store: Store) -> None:
    with store.change(message("More")) as change:
        one, two, three = (
            change.insert(Company(side=Side.DELEGATION, name=name)) for name in ("Boreal", "Boreal Inc.", "Boreal Ltd.")
        )
    found = [(each.one, each.two, each.score) for each in run_now(duplicates.suspected(), store)]
    assert found == [(one, two, 100), (one, three, 100)]


def test_a_delegate_both_have_becomes_one(store: Store) -> None:
    keep, other = key_of(store, "D1"), key_of(store, "D2")
    meeting = meet(store, "D2", "C1", 0, 0)
    with store.change(message("Twins")) as change:
        known = store.where(Person, "company_id", [keep])[0]
        twin = store.where(Person, "company_id", [other])[0]
        change.update(replace(twin, given_name="GIVEN", family_name="D1"))
        mail = change.insert(Person(company_id=keep, email="info@d.ca"))
        change.insert(Person(company_id=other, given_name="Max", family_name="Roy", email="info@d.ca"))
        change.insert(MeetingDelegate(meeting_id=meeting, delegate_id=twin.id))
        change.insert(Availability(owner=Owner.DELEGATE, owner_id=twin.id, starts=moment(15), ends=moment(16)))
    duplicates.merge(store, keep, other, ())
    assert [person.id for person in store.all(Person) if person.company_id == keep] == [known.id, mail]
    assert [row.delegate_id for row in store.all(MeetingDelegate)] == [known.id]
    assert [row.owner_id for row in store.all(Availability)] == [known.id]


def test_people_of_one_address_with_names_of_their_own_stay_two(store: Store) -> None:
    keep, other = key_of(store, "D1"), key_of(store, "D2")
    with store.change(message("Address")) as change:
        for key in (keep, other):
            change.update(replace(store.where(Person, "company_id", [key])[0], email="info@d.ca"))
    duplicates.merge(store, keep, other, ())
    assert len(store.where(Person, "company_id", [keep])) == 2


def test_reviews_files_and_attendances_come_along(store: Store) -> None:
    keep, other = key_of(store, "D1"), key_of(store, "D2")
    with store.change(message("Things")) as change:
        change.insert(Attachment(company_id=other, name="f.pdf"))
        event = change.insert(Event(stop_id=1, name_en="Talk", starts=moment(18), ends=moment(19)))
        change.insert(Attendance(event_id=event, company_id=other, part=Part.IN))
        change.insert(Alias(company_id=other, name="Old"))
    before = whole(store)
    duplicates.merge(store, keep, other, ())
    assert [one.company_id for one in (*store.all(Attachment), *store.all(Attendance))] == [keep, keep]
    assert [(one.company_id, one.name, one.merged_id) for one in store.all(Alias)] == [
        (keep, "Old", None), (keep, "D2", other),
    ]  # fmt: skip
    assert store.steps.undo_label == "Merge D2 into D1"
    undone_and_redone(store, before)


def test_of_two_meetings_with_one_company_the_confirmed_one_stays(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    confirmed = meet(store, "D2", "C1", 1, 0, status=MeetingStatus.CONFIRMED)
    ask(store, ("D1", "C1", Priority.MUST_MEET), ("D2", "C1", Priority.MEET))
    duplicates.merge(store, key_of(store, "D1"), key_of(store, "D2"), ())
    assert [meeting.id for meeting in store.all(Meeting)] == [confirmed]
    assert [request.priority for request in store.all(Request)] == [Priority.MUST_MEET]


def test_a_company_that_is_gone_is_not_merged(store: Store) -> None:
    with pytest.raises(UserError, match="no longer in the mission"):
        duplicates.merge(store, key_of(store, "D1"), 999, ())
