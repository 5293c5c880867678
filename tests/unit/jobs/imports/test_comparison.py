"""Rows of a file against the mission: new, changed, same, duplicate, look-alike; what was typed since stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.changes import Memory, RowOutcome, SourceEntry
from missionplanner.domain.combining import combine, merge
from missionplanner.domain.companies import Alias, Company, Distinction, Side
from missionplanner.domain.packed_entries import packed
from missionplanner.domain.people import Person
from missionplanner.exchange import columns, companies, files
from missionplanner.jobs.companies import cells, registrations
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import comparison, review
from missionplanner.jobs.imports.targets import Asked
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission
from tests.unit.jobs.imports.bringing import FORM, HEAD, SHORT, bring, look, write


@pytest.mark.parametrize(
    ("choice", "cities", "people"), [("merge", ["X"], 2), ("skip", ["X"], 1), ("add", ["X", "Y"], 2)]
)
def test_later_rows_of_one_company_are_merged_skipped_or_added(
    tmp_path: Path, choice: str, cities: list[str], people: int
) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        plan = look(store, write(tmp_path / "f.csv", *SHORT), on_duplicate=choice)
        assert (plan.count(RowOutcome.NEW), plan.count(RowOutcome.DUPLICATE)) == (1, 1)
        import_companies.accept(store, plan)
        assert sorted(company.city for company in store.all(Company)) == cities
        assert store.count(Person) == people


def test_changed_companies_are_told_field_by_field(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        import_companies.accept(store, look(store, write(tmp_path / "f.csv", *SHORT[:2])))
        plan = look(store, write(tmp_path / "g.csv", SHORT[0], ["A INC", "Lévis", "z@a.ca", "Zoë"]))
        assert [row.verdict for row in plan.rows] == [RowOutcome.CHANGED]
        assert "City" in plan.rows[0].text


def test_other_company_of_a_like_name_is_told_and_taken(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 0, 0) as store:
        plan = look(
            store,
            write(
                tmp_path / "f.csv",
                SHORT[0],
                ["Stackpole Powertrain", "X", "", ""],
                ["Stackpole Powertain", "X", "", ""],
            ),
        )
        assert plan.count(RowOutcome.NEW) == 2
        assert [issue.code for issue in plan.issues] == ["looks_like"]


def test_people_who_share_an_address_stay_two(store: Store, tmp_path: Path) -> None:
    rows = [["Company", "First name", "E-mail"], ["Acme", "Bob", "info@acme.ca"], ["Acme", "Ana", "info@acme.ca"]]
    for _time in range(2):
        bring(store, tmp_path / "f.csv", *rows)
    found = store.where(Person, "company_id", [key_of(store, "Acme")])
    assert [person.given_name for person in found] == ["Bob", "Ana"]
    first, later = ({"given_name": name, "email": "info@acme.ca"} for name in ("Bob", "Ana"))
    assert combine(
        SourceEntry({"name": "A"}, delegates=(first,)), SourceEntry({"name": "A"}, delegates=(later,))
    ).entry.delegates == (
        first,
        later,
    )


def test_rows_that_come_to_one_company_are_one(store: Store, tmp_path: Path) -> None:
    head = ["Company", "City", "Employees"]
    bring(store, tmp_path / "a.csv", head, ["Acme Robotics Corp", "Laval", "10"])
    rows = [head, ["Acme Robotics Corp", "Laval", "50"], ["Acme Robotiks Corp", "Montréal", ""]]
    plan = bring(store, tmp_path / "b.csv", *rows, answers={3: True})
    company = store.get(Company, key_of(store, "Acme Robotics Corp"))
    assert (company.employees, company.city) == (50, "Laval")
    again = bring(store, tmp_path / "b.csv", *rows)
    assert [row.verdict.value for row in plan.rows] == ["changed", "duplicate"]
    assert [row.verdict.value for row in again.rows] == ["same", "duplicate"]


def test_rows_added_as_companies_of_their_own_are_added_once(store: Store, tmp_path: Path) -> None:
    rows = [["Company", "City"], ["Acme", "Laval"], ["Acme", "Lévis"]]
    for _time in range(2):
        bring(store, tmp_path / "f.csv", *rows, on_duplicate="add")
    assert sum(company.name == "Acme" for company in store.all(Company)) == 2


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


def test_what_an_organiser_typed_since_is_kept_and_told(empty: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "form.csv", *FORM)
    bring(empty, path)
    key = key_of(empty, "Boreal Robotics Inc.")
    cells.edit(empty, [cells.Edit(key, "city", "Québec")], message("Edit"))
    again = look(empty, path)
    assert again.count(RowOutcome.SAME) == 2
    assert [(issue.code, issue.row) for issue in again.issues] == [("edited_since", 2)]
    assert "Québec" in again.issues[0].text
    assert "Lévis" in again.issues[0].text
    weekly = write(
        tmp_path / "next.csv", HEAD, ["Boreal Robotics Inc.", "Gatineau", "z@boreal.ca", "Zoë", "Côté", "President"]
    )
    plan = look(empty, weekly)
    assert plan.rows[0].verdict is RowOutcome.CHANGED
    (difference,) = review.differences(empty, plan.rows[0], plan.comparison)
    assert (difference.field, difference.one, difference.two) == ("city", "Québec", "Gatineau")
    import_companies.accept(empty, plan)
    assert empty.get(Company, key).city == "Québec"
    assert [d.position for d in empty.snapshot().delegates_of[key]] == ["President"]
    taken = look(empty, weekly, take={2: frozenset({"city"})})
    import_companies.accept(empty, taken)
    assert empty.get(Company, key).city == "Gatineau"


TWIN = [HEAD, ["Boreal Robotic Inc.", "Lévis", "info@boreal.ca", "Ana", "Roy", ""]]


def test_a_look_alike_is_asked_about_and_the_answer_remembered(empty: Store, tmp_path: Path) -> None:
    bring(empty, write(tmp_path / "form.csv", *FORM))
    path = write(tmp_path / "twin.csv", *TWIN)
    plan = look(empty, path)
    assert plan.rows[0].verdict is RowOutcome.NEW
    assert plan.rows[0].like is not None
    assert plan.rows[0].like.score >= 92
    assert "domain is the same" in plan.rows[0].like.reason
    assert review.other_name(plan.rows[0], plan.comparison) == "Boreal Robotics Inc."
    assert {d.field for d in review.differences(empty, plan.rows[0], plan.comparison)} == {"name", "delegates"}
    same = bring(empty, path, answers={2: True})
    assert same.rows[0].verdict is RowOutcome.CHANGED
    assert [alias.name for alias in empty.all(Alias)] == ["Boreal Robotic Inc."]
    assert empty.count(Company) == 2
    assert look(empty, path).rows[0].verdict is RowOutcome.SAME


def test_different_companies_are_remembered_as_such(empty: Store, tmp_path: Path) -> None:
    bring(empty, write(tmp_path / "form.csv", *FORM))
    bring(empty, write(tmp_path / "twin.csv", *TWIN), answers={2: False})
    (pair,) = empty.all(Distinction)
    assert {empty.get(Company, pair.company_id).name, empty.get(Company, pair.other_id).name} == {
        "Boreal Robotics Inc.",
        "Boreal Robotic Inc.",
    }
    assert look(empty, tmp_path / "twin.csv").rows[0].verdict is RowOutcome.SAME


def test_look_alikes_within_a_file_can_be_one(empty: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "both.csv", *FORM[:2], *TWIN[1:])
    assert look(empty, path).count(RowOutcome.NEW) == 2
    plan = bring(empty, path, answers={3: True})
    assert [row.verdict for row in plan.rows] == [RowOutcome.NEW, RowOutcome.DUPLICATE]
    assert empty.count(Company) == 1


def test_companies_whose_names_contain_one_another_stay_apart(empty: Store, tmp_path: Path) -> None:
    path = write(
        tmp_path / "f.csv",
        HEAD,
        ["Boreal Robotics", "A", "", "", "", ""],
        ["Cedar Boreal Robotics Inc.", "B", "", "", "", ""],
    )
    bring(empty, path)
    again = look(empty, path)
    assert [row.verdict for row in again.rows] == [RowOutcome.SAME, RowOutcome.SAME]
    assert empty.count(Company) == 2


@pytest.mark.parametrize(
    "row",
    [
        ["Nouvelle Enseigne ltée", "Lévis", "z@boreal.ca", "Zoë", "Côté", "CEO"],
        ["Otra Razón Social", "Lévis", "info@boreal.ca", "Ana", "Roy", ""],
    ],
)
def test_a_company_under_a_new_name_is_offered_as_the_same(empty: Store, tmp_path: Path, row: list[str]) -> None:
    bring(empty, write(tmp_path / "form.csv", *FORM))
    path = write(tmp_path / "next.csv", HEAD, row)
    plan = look(empty, path)
    assert [(one.verdict, [issue.code for issue in one.issues]) for one in plan.rows] == [
        (RowOutcome.NEW, ["looks_like"])
    ]
    bring(empty, path, answers={2: True})
    assert empty.count(Company) == 2


def test_a_company_the_file_names_itself_is_not_offered_for_another(empty: Store, tmp_path: Path) -> None:
    bring(empty, write(tmp_path / "form.csv", *FORM))
    other = ["Quite Different Ltd.", "Lévis", "ann@boreal.ca", "Ann", "Lee", ""]
    assert look(empty, write(tmp_path / "next.csv", *FORM, other)).issues == []


@pytest.mark.parametrize("choice", ["merge", "skip", "add"])
def test_rows_of_long_files_come_out_as_those_of_short_ones(store: Store, tmp_path: Path, choice: str) -> None:
    rows = [
        ["Company", "City", "Email"],
        ["D1", "Lévis", "a@d1.ca"],
        ["Boreal Solar Inc.", "X", "a@boreal.ca"],
        ["boreal solar", "Y", "b@boreal.ca"],
        ["Boreal Solr", "Z", "c@boreal.ca"],
        ["", "Z", "d@boreal.ca"],
    ]
    source = files.load(write(tmp_path / "f.csv", *rows))
    known = comparison.know(store)
    context = companies.context(known.mission, Side.DELEGATION, known.sectors, known.stops)
    read = companies.read(columns.choose(files.read(source)), context)
    asked = Asked(Side.DELEGATION, choice, "form", "f.csv", {}, {})
    long = [replace(row, entry=packed(row.draft)) if row.draft else row for row in read]
    short, found = comparison.compare(read, known, asked), comparison.compare(long, known, asked)
    assert [replace(row, entry=row.draft) for row in found.rows] == list(short.rows)
    assert [replace(target, entry=target.draft) for target in found.targets] == list(short.targets)
    assert [memory.content for memory in found.memories] == [memory.content for memory in short.memories]
    assert len({row.verdict for row in short.rows}) >= 4
