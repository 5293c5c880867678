"""Companies entered twice: found with a reason, told apart, merged without a loss."""

from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Alias, Company, Delegate, Side
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Availability, Meeting, MeetingStatus, Owner
from missionplanner.errors import UserError
from missionplanner.jobs.companies import cells, duplicates, registrations
from missionplanner.jobs.companies.cells import Edit
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import decisions, letters
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, moment, undone_and_redone, whole


def test_a_merge_keeps_decisions_vetoes_meetings_people_and_absences(store: Store, tmp_path: Path) -> None:
    keep, other = key_of(store, "D1"), key_of(store, "D2")
    decisions.set_status(store, [keep], Status.UNDER_REVIEW)
    ask(store, ("D1", "C1", Priority.MEET), ("D2", "C1", Priority.NO_THANKS))
    meet(store, "D1", "C2", 0, 0, status=MeetingStatus.CANCELLED)
    meet(store, "D2", "C2", 1, 0, status=MeetingStatus.CONFIRMED)
    (person,) = store.where(Delegate, "company_id", [other])
    with store.change("Absent") as change:
        change.insert(Availability(owner=Owner.COMPANY, owner_id=other, starts=moment(9), ends=moment(10)))
    run_now(letters.announce(letters.compose(store, [other]), tmp_path / "out"), store)
    duplicates.merge(store, keep, other, ())
    application = store.where(Application, "company_id", [keep])[0]
    assert (application.status, application.announced) == (Status.ACCEPTED, "accepted")
    assert [request.priority for request in store.all(Request)] == [Priority.NO_THANKS]
    assert [meeting.status for meeting in store.all(Meeting)] == [MeetingStatus.CONFIRMED]
    assert store.get(Delegate, person.id).company_id == keep
    assert [row.owner_id for row in store.all(Availability)] == [keep]
    assert letters.compose(store, [keep]) == []


def test_companies_entered_twice_are_found_with_a_reason(store: Store) -> None:
    with store.change("More") as change:
        for name, mail in (
            ("Stackpole Powertrain", "a@stackpole.ca"),
            ("Stackpole Powertrane Inc.", "b@stackpole.ca"),
            ("Cedar Stackpole Powertrain", ""),
        ):
            key = change.insert(Company(side=Side.DELEGATION, name=name))
            change.insert(Application(company_id=key))
            change.insert(Delegate(company_id=key, given_name="A", family_name=name, email=mail))
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
        store, [Edit(other, "city", "Lévis"), Edit(other, "website", "d2.ca"), Edit(keep, "city", "Ottawa")], "Edit"
    )
    one, two = registrations.records(store, [keep, other]).values()
    assert {d.field for d in duplicates.differences(store, one, two)} == {"name", "city", "website"}
    assert duplicates.usual_choice(one, two) == {"website"}
    before = whole(store)
    duplicates.merge(store, keep, other, {"website"})
    company = store.get(Company, keep)
    assert (company.name, company.city, company.website) == ("D1", "Ottawa", "https://d2.ca")
    assert {p.family_name for p in store.where(Delegate, "company_id", [keep])} == {"D1", "D2"}
    assert sorted(r.counterpart_id for r in store.all(Request)) == sorted([key_of(store, "C1"), key_of(store, "C2")])
    assert [alias.name for alias in store.all(Alias)] == ["D2"]
    assert store.snapshot().meetings[0].delegation_id == keep
    undone_and_redone(store, before)
    with pytest.raises(UserError, match="different sides"):
        duplicates.merge(store, keep, key_of(store, "C1"), ())
