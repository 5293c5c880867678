"""Cells typed, pasted, filled and replaced: checked as in the form, refused with a reason."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.people import Membership, Person
from missionplanner.domain.requests import Priority
from missionplanner.jobs.cell_edits import Edit, EditReport
from missionplanner.jobs.companies import cells, registrations
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet, undone_and_redone, whole


def test_names_of_a_delegate_are_parted_as_they_were(store: Store) -> None:
    person = store.where(Person, "company_id", [1])[0]
    with store.change(message("Name")) as change:
        change.update(replace(person, given_name="María José", family_name="García", second_family_name="López"))
    cells.edit(store, [Edit(1, "delegate", "María Jesús García Pérez")], message("Edit"))
    after = store.get(Person, person.id)
    assert (after.given_name, after.family_name, after.second_family_name) == ("María Jesús", "García", "Pérez")


def test_the_first_person_may_have_another_main_organisation(store: Store) -> None:
    key, other = key_of(store, "D1"), key_of(store, "D2")
    (person,) = store.where(Person, "company_id", [key])
    with store.change(message("Two")) as change:
        change.delete(Person, [one.id for one in store.where(Person, "company_id", [other])])
        change.insert(Membership(person_id=person.id, company_id=other))
    report = cells.edit(store, [Edit(other, "delegate", "Ana Roy"), Edit(other, "email", "a@b.ca")], message("Edit"))
    after = store.get(Person, person.id)
    assert (report.changed, after.given_name, after.family_name, after.email, after.company_id) == (
        2, "Ana", "Roy", "a@b.ca", key,
    )  # fmt: skip


def of(store: Store, name: str) -> Application:
    return store.where(Application, "company_id", [key_of(store, name)])[0]


def test_cells_are_checked_and_what_is_refused_is_told(store: Store) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    before = whole(store)
    report = cells.edit(
        store,
        [
            Edit(one, "employees", "1 200"),
            Edit(two, "employees", "many"),
            Edit(one, "phone", "514 555 0199"),
            Edit(one, "country", "canadá"),
            Edit(two, "website", "nothing at all"),
            Edit(one, "sectors", "AM"),
            Edit(two, "sectors", "?"),
            Edit(two, "status", "Perhaps"),
            Edit(two, "status", "Declined"),
            Edit(one, "meetings", "5"),
            Edit(two, "name", "  "),
            Edit(one, "email", "zoe@a.ca"),
            Edit(two, "email", "no"),
            Edit(one, "region", "QC"),
        ],
        message("Paste"),
    )
    company = store.get(Company, one)
    assert (company.employees, company.phone, company.country, company.region) == (
        1200,
        "+15145550199",
        "Canada",
        "Quebec",
    )
    assert of(store, "D2").status is Status.DECLINED
    assert [(r.name, r.column) for r in report.refused] == [
        ("D2", "employees"),
        ("D2", "website"),
        ("D2", "sectors"),
        ("D2", "status"),
        ("D1", "meetings"),
        ("D2", "name"),
        ("D2", "email"),
    ]
    assert all(refused.reason for refused in report.refused)
    assert report.changed == 7
    undone_and_redone(store, before)


def test_the_side_is_changed_only_while_nothing_hangs_on_it(store: Store) -> None:
    ask(store, ("D2", "C1", Priority.MEET))
    one, two = key_of(store, "D1"), key_of(store, "D2")
    report = cells.edit(
        store,
        [Edit(one, "side", "Contraparte"), Edit(two, "side", "counterpart"), Edit(two, "side", "none")],
        message("Edit"),
    )
    assert store.get(Company, one).side is Side.COUNTERPART
    assert [refused.name for refused in report.refused] == ["D2", "D2"]


def edited(store: Store, column: str, text: str, name: str = "D1") -> EditReport:
    return cells.edit(store, [Edit(key_of(store, name), column, text)], message("Edit"))


def refusals(report: EditReport) -> list[str]:
    return [one.reason for one in report.refused]


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        ("name", "  New   name ", "name", "New name"),
        ("region", "NL", "region", "Newfoundland and Labrador"),
        ("language", "French, inglés", "language", "fr"),
        ("employees", "", "employees", None),
        ("employees", "12", "employees", 12),
        ("year_founded", "1999", "year_founded", 1999),
        ("website", "d1.ca", "website", "https://d1.ca"),
        ("notes", " as typed ", "notes", "as typed"),
        ("country", "", "country", ""),
    ],
)
def test_a_cell_is_stored_in_its_normal_form(store: Store, column: str, text: str, field: str, value: object) -> None:
    report = edited(store, column, text)
    assert report.refused == ()
    assert getattr(store.all(Company)[0], field) == value


@pytest.mark.parametrize(
    ("column", "text", "reason"),
    [
        ("meetings", "3", "This column is worked out and cannot be typed into."),
        ("name", "  ", "The company needs a name."),
        ("side", "third", "No side is called “third”."),
        ("sectors", "AM; space", "No sector is called “space”."),
        ("sectors", "??", "No sector is called “??”."),
        ("status", "perhaps", "No status is called “perhaps”."),
        ("status", "Withdrawn", "Set it to withdrawn with the Status button: its meetings go with it."),
        ("employees", "many", "This is no number."),
        ("year_founded", "99999", "This is no number from 1,000 to 2,100."),
        ("city", "x" * 1001, "This is longer than 1,000 characters."),
        ("delegate", "x" * 1001, "This is longer than 1,000 characters."),
        ("reviewer", "x" * 1001, "This is longer than 1,000 characters."),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_cell_that_cannot_hold_the_text_stays(store: Store, column: str, text: str, reason: str) -> None:
    before = whole(store)
    report = edited(store, column, text)
    assert (report.changed, refusals(report)) == (0, [reason])
    (refused,) = report.refused
    assert (refused.name, refused.column, refused.text) == ("D1", column, text)
    assert whole(store) == before


def test_a_status_is_set_in_any_language_and_reserve_goes_last(store: Store) -> None:
    assert edited(store, "status", "Réserve", "D2").refused == ()
    assert edited(store, "status", "reserve", "D1").refused == ()
    assert [of(store, name).rank for name in ("D2", "D1")] == [1, 2]
    assert of(store, "D1").decided_by != ""
    assert edited(store, "status", "Reserve", "D1").changed == 0
    assert of(store, "D1").rank == 2


def test_a_company_with_meetings_is_not_declined(store: Store) -> None:
    meet(store, "D1", "C1", 0, 0)
    report = edited(store, "status", "Declined")
    assert (report.changed, len(report.refused)) == (0, 1)
    assert report.refused[0].reason not in ("", "Set it to withdrawn with the Status button: its meetings go with it.")


def test_sectors_are_cleared_by_an_empty_cell(store: Store) -> None:
    edited(store, "sectors", "AM")
    key = key_of(store, "D1")
    assert registrations.records(store, [key])[key].sectors == (store.all(Sector)[0].id,)
    edited(store, "sectors", "")
    assert registrations.records(store, [key])[key].sectors == ()


def test_the_first_delegate_is_edited_and_needs_to_be_there(store: Store) -> None:
    key = key_of(store, "D1")
    edited(store, "delegate", "Zoë Roy")
    edited(store, "reviewer", "Ana")
    person = store.where(Person, "company_id", [key])[0]
    assert (person.given_name, person.family_name, of(store, "D1").reviewer) == ("Zoë", "Roy", "Ana")
    edited(store, "delegate", "Zoë")
    assert [(p.given_name, p.family_name) for p in store.where(Person, "company_id", [key])] == [("Zoë", "")]
    with store.change(message("Alone")) as change:
        change.delete(Person, [person.id])
    assert refusals(edited(store, "email", "z@a.ca")) == ["It has no delegate yet; add one in the form."]


def test_a_phone_number_is_read_by_the_country_of_its_side(store: Store) -> None:
    edited(store, "phone", "55 5512 3456", "C1")
    edited(store, "phone", "514 555 0199", "D1")
    companies = {company.name: company.phone for company in store.all(Company)}
    assert (companies["C1"], companies["D1"]) == ("+525555123456", "+15145550199")


def test_cells_of_companies_that_are_gone_are_left_out(store: Store) -> None:
    report = cells.edit(store, [Edit(999, "city", "x"), Edit(key_of(store, "D1"), "city", "x")], message("Edit"))
    assert report == EditReport(1, ())


def test_several_cells_of_a_company_are_one_change_of_it(store: Store) -> None:
    key = key_of(store, "D1")
    report = cells.edit(
        store, [Edit(key, "city", "Laval"), Edit(key, "region", "QC"), Edit(key, "city", "Laval")], message("Two")
    )
    assert (report.changed, store.steps.undo_label) == (2, "Two")
    company = store.get(Company, key)
    assert (company.city, company.region) == ("Laval", "Quebec")


@pytest.mark.parametrize(
    ("given", "typed", "found"),
    [
        ("María José", "María Inés García", ("María Inés", "García")),
        ("María José", "María García", ("María", "García")),
        ("Zoë", "Zoë Roy Côté", ("Zoë", "Roy Côté")),
        ("Ana Inés María", "Ana Inés", ("Ana", "Inés")),
    ],
)
def test_as_many_given_names_are_taken_as_were_known(
    store: Store, given: str, typed: str, found: tuple[str, str]
) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("Name")) as change:
        change.update(replace(person, given_name=given))
    edited(store, "delegate", typed)
    after = store.get(Person, person.id)
    assert (after.given_name, after.family_name) == found


def test_the_names_of_the_first_delegate_count_not_those_of_the_last(store: Store) -> None:
    key = key_of(store, "D1")
    with store.change(message("Second")) as change:
        change.insert(Person(company_id=key, given_name="Ana Inés", family_name="Paz"))
    edited(store, "delegate", "Zoë Roy Côté")
    assert [(one.given_name, one.family_name) for one in store.where(Person, "company_id", [key])] == [
        ("Zoë", "Roy Côté"),
        ("Ana Inés", "Paz"),
    ]


def test_reserve_goes_behind_the_last_of_the_mission(store: Store) -> None:
    with store.change(message("Rank")) as change:
        for name, rank in (("D2", 4), ("D3", 7)):
            change.update(replace(of(store, name), status=Status.RESERVE, rank=rank))
    edited(store, "status", "Reserve")
    assert of(store, "D1").rank == 8


def test_a_second_family_name_is_kept_apart_where_there_was_one(store: Store) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    with store.change(message("Name")) as change:
        change.update(replace(person, given_name="Ana", family_name="Ruiz", second_family_name="Paz"))
    edited(store, "delegate", "Ana Gil")
    after = store.get(Person, person.id)
    assert (after.given_name, after.family_name, after.second_family_name) == ("Ana", "Gil", "")


def test_a_status_is_typed_in_the_words_of_the_side(store: Store) -> None:
    assert edited(store, "status", "contacted", "C1").changed == 1
    assert of(store, "C1").status is Status.INFORMATION_REQUESTED
    assert edited(store, "status", "Participe", "C1").changed == 1
    assert of(store, "C1").status is Status.ACCEPTED
    assert edited(store, "status", "Comes", "C1").changed == 0
