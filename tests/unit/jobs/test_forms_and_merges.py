"""What a form stores over what changed meanwhile, what a merge keeps, and letters that must not be lost or doubled."""

import csv
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.changes import Memory, SourceEntry, combine, merge
from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.domain.journals import Letter
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Availability, Meeting, MeetingStatus, Owner
from missionplanner.errors import UserError
from missionplanner.jobs.companies import attachments, cells, registrations
from missionplanner.jobs.companies import duplicates as merging
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports.companies import ImportOptions, ImportPlan
from missionplanner.jobs.job import run_now
from missionplanner.jobs.selection import decisions, letters
from missionplanner.progress import Progress
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, moment, small_mission


@pytest.fixture
def store(tmp_path: Path):  # type: ignore[no-untyped-def]
    with small_mission(tmp_path / "m.mission") as found:
        yield found


def bring(store: Store, path: Path, *rows: list[str], **more: object) -> ImportPlan:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    plan = run_now(import_companies.analyse(ImportOptions(path, Side.DELEGATION, **more)), store)  # type: ignore[arg-type]
    import_companies.accept(store, plan)
    return plan


def test_a_form_stores_only_what_was_typed(store: Store) -> None:
    key = key_of(store, "D1")
    opened = registrations.records(store, [key])[key]
    cells.edit(store, [cells.Edit(key, "city", "Laval")], "Edit")
    with store.change("Add") as change:
        change.insert(Delegate(company_id=key, given_name="Imported"))
    typed = replace(
        opened,
        company=replace(opened.company, notes="typed"),
        delegates=(replace(opened.delegates[0], position="CEO"), Delegate(company_id=key, given_name="Typed")),
    )
    registrations.enter(store, typed, opened)
    after = registrations.records(store, [key])[key]
    assert (after.company.city, after.company.notes) == ("Laval", "typed")
    assert [(p.given_name, p.position) for p in after.delegates] == [("Given", "CEO"), ("Imported", ""), ("Typed", "")]


def test_people_who_share_an_address_stay_two(store: Store, tmp_path: Path) -> None:
    rows = [["Company", "First name", "E-mail"], ["Acme", "Bob", "info@acme.ca"], ["Acme", "Ana", "info@acme.ca"]]
    for _time in range(2):
        bring(store, tmp_path / "f.csv", *rows)
    found = store.where(Delegate, "company_id", [key_of(store, "Acme")])
    assert [person.given_name for person in found] == ["Bob", "Ana"]
    first, later = ({"given_name": name, "email": "info@acme.ca"} for name in ("Bob", "Ana"))
    assert combine(
        SourceEntry({"name": "A"}, delegates=(first,)), SourceEntry({"name": "A"}, delegates=(later,))
    ).delegates == (
        first,
        later,
    )


def test_rows_that_come_to_one_company_are_one(store: Store, tmp_path: Path) -> None:
    head = ["Company", "City", "Employees"]
    bring(store, tmp_path / "a.csv", head, ["Acme Robotics Corp", "Laval", "10"])
    rows = [head, ["Acme Robotics Corp", "Laval", "50"], ["Acme Robotiks Corp", "Montréal", ""]]
    plan = bring(store, tmp_path / "b.csv", *rows, answers={3: True})
    company = store.get(Company, key_of(store, "Acme Robotics Corp"))
    assert (company.employees, company.city) == (50, "Montréal")
    again = bring(store, tmp_path / "b.csv", *rows)
    assert [row.verdict.value for row in plan.rows] == ["changed", "duplicate"]
    assert [row.verdict.value for row in again.rows] == ["same", "duplicate"]


def test_rows_added_as_companies_of_their_own_are_added_once(store: Store, tmp_path: Path) -> None:
    rows = [["Company", "City"], ["Acme", "Laval"], ["Acme", "Lévis"]]
    for _time in range(2):
        bring(store, tmp_path / "f.csv", *rows, on_duplicate="add")
    assert sum(company.name == "Acme" for company in store.all(Company)) == 2


def test_repeated_headings_are_remembered_by_their_place(store: Store, tmp_path: Path) -> None:
    head = ["Company", "First name", "Last name", "Email", "First name", "Last name", "Email"]
    bring(store, tmp_path / "a.csv", head, ["Acme", "A", "B", "a@x.ca", "C", "D", "c@x.ca"])
    plan = bring(store, tmp_path / "b.csv", head, ["Beta", "A", "B", "a@y.ca", "C", "D", "c@y.ca"])
    assert plan.remembered
    assert len(store.where(Delegate, "company_id", [key_of(store, "Beta")])) == 2


def test_a_blank_cell_does_not_make_the_next_value_a_typed_one(store: Store, tmp_path: Path) -> None:
    for city in ("Ottawa", "", "Gatineau"):
        bring(store, tmp_path / "f.csv", ["Company", "City"], ["Acme", city])
    assert store.get(Company, key_of(store, "Acme")).city == "Gatineau"


def test_the_company_and_its_delegate_are_chosen_apart(store: Store) -> None:
    record = registrations.records(store, [1])[1]
    record = replace(
        record, company=replace(record.company, phone="1"), delegates=(replace(record.delegates[0], phone="2"),)
    )
    draft = SourceEntry(
        {"name": "D1", "phone": "8"}, delegates=({"given_name": "Given", "family_name": "D1", "phone": "9"},)
    )
    after, kept = merge(
        record, draft, Memory({"phone": "0", "delegates": [{"given_name": "Given", "family_name": "D1", "phone": "0"}]})
    )
    assert [one.key for one in kept] == ["phone", "Given D1: phone"]
    after, kept = merge(record, draft, Memory(), {"Given D1: phone"})
    assert (after.company.phone, after.delegates[0].phone) == ("1", "9")


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
    merging.merge(store, keep, other, ())
    application = store.where(Application, "company_id", [keep])[0]
    assert (application.status, application.announced) == (Status.ACCEPTED, "accepted")
    assert [request.priority for request in store.all(Request)] == [Priority.NO_THANKS]
    assert [meeting.status for meeting in store.all(Meeting)] == [MeetingStatus.CONFIRMED]
    assert store.get(Delegate, person.id).company_id == keep
    assert [row.owner_id for row in store.all(Availability)] == [keep]
    assert letters.compose(store, [keep]) == []


def test_letters_of_companies_of_one_name_are_all_written(store: Store, tmp_path: Path) -> None:
    keys = [key_of(store, "D1"), key_of(store, "D2")]
    cells.edit(store, [cells.Edit(keys[1], "name", "D1")], "Edit")
    for _batch in range(2):
        run_now(letters.announce(letters.compose(store, keys), tmp_path / "out"), store)
        decisions.set_status(store, keys, Status.DECLINED)
    assert len(list((tmp_path / "out").glob("D1*.pdf"))) == 4
    assert len(list((tmp_path / "out").glob("All*.pdf"))) == 2


def test_a_decision_that_changed_meanwhile_is_not_told(store: Store, tmp_path: Path) -> None:
    key = key_of(store, "D1")
    composed = letters.compose(store, [key])
    decisions.set_status(store, [key], Status.DECLINED)
    with pytest.raises(UserError, match="decided on anew"):
        run_now(letters.announce(composed, tmp_path / "out"), store)
    job = letters.announce(letters.compose(store, [key, key_of(store, "D2")]), tmp_path / "out")

    done = job.work(job.read(store), Progress())
    registrations.remove(store, [key])
    job.write(store, done)
    assert len(store.all(Letter)) == 2


def test_kept_files_keep_their_ending_and_take_no_ones_place(store: Store, tmp_path: Path) -> None:
    (tmp_path / "brochure.pdf").write_bytes(b"one")
    attachments.attach(store, 1, tmp_path / "brochure.pdf")
    (one,) = attachments.of(store, 1)
    assert attachments.save_as(store, one, tmp_path).name == "brochure 2.pdf"


def test_replacing_keeps_blanks_and_is_quick() -> None:
    edits = [cells.Edit(1, "name", "Acme Inc Canada"), cells.Edit(2, "notes", "x" * 100_000 + " inc")]
    assert [e.text[-12:] for e in cells.replacements(edits, "Inc", "Ltd")] == ["e Ltd Canada", "xxxxxxxx Ltd"]
    assert cells.replacements([cells.Edit(1, "city", "Que\u0301bec")], "quebec", "QC")[0].text == "QC"


def test_odd_languages_and_bulk_rows_do_not_break_the_filter(store: Store, tmp_path: Path) -> None:
    person = store.where(Delegate, "company_id", [1])[0]
    with store.change("Odd") as change:
        change.update(replace(person, languages='Mi"kmaq\\,en'))
    assert store.company_facets(CompanyFilter(), "languages")["en"] == 1
    bring(store, tmp_path / "f.csv", ["Company", "City"], ["Acme", "Laval"])
    assert len(store.company_ids(CompanyFilter(since=datetime.now(UTC).date().isoformat()))) == store.count(Company)


def test_names_of_a_delegate_are_parted_as_they_were(store: Store) -> None:
    person = store.where(Delegate, "company_id", [1])[0]
    with store.change("Name") as change:
        change.update(replace(person, given_name="María José", family_name="García", second_family_name="López"))
    cells.edit(store, [cells.Edit(1, "delegate", "María Jesús García Pérez")], "Edit")
    after = store.get(Delegate, person.id)
    assert (after.given_name, after.family_name, after.second_family_name) == ("María Jesús", "García", "Pérez")
