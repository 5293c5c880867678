"""Cells typed, pasted, filled and replaced: checked as in the form, refused with a reason."""

from dataclasses import replace

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.domain.requests import Priority
from missionplanner.jobs.companies import cells
from missionplanner.jobs.companies.cells import Edit
from missionplanner.store.store import Store
from tests.builders import ask, key_of, undone_and_redone, whole


def test_replacing_keeps_blanks_and_is_quick() -> None:
    edits = [cells.Edit(1, "name", "Acme Inc Canada"), cells.Edit(2, "notes", "x" * 100_000 + " inc")]
    assert [e.text[-12:] for e in cells.replacements(edits, "Inc", "Ltd")] == ["e Ltd Canada", "xxxxxxxx Ltd"]
    assert cells.replacements([cells.Edit(1, "city", "Que\u0301bec")], "quebec", "QC")[0].text == "QC"


def test_names_of_a_delegate_are_parted_as_they_were(store: Store) -> None:
    person = store.where(Delegate, "company_id", [1])[0]
    with store.change("Name") as change:
        change.update(replace(person, given_name="María José", family_name="García", second_family_name="López"))
    cells.edit(store, [cells.Edit(1, "delegate", "María Jesús García Pérez")], "Edit")
    after = store.get(Delegate, person.id)
    assert (after.given_name, after.family_name, after.second_family_name) == ("María Jesús", "García", "Pérez")


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
        "Paste",
    )
    company = store.get(Company, one)
    assert (company.employees, company.phone, company.country, company.region) == (
        1200,
        "+15145550199",
        "Canada",
        "Quebec",
    )
    assert of(store, "D2").status is Status.DECLINED
    assert [(r.company, r.column) for r in report.refused] == [
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


def test_replacing_ignores_accents_and_keeps_the_rest() -> None:
    found = cells.replacements(
        [Edit(1, "city", "Montréal-Nord, MONTREAL"), Edit(2, "city", "Laval")], "montreal", "Mtl"
    )
    assert found == [Edit(1, "city", "Mtl-Nord, Mtl")]
    assert cells.replacements([Edit(1, "city", "x")], "", "y") == []


def test_the_side_is_changed_only_while_nothing_hangs_on_it(store: Store) -> None:
    ask(store, ("D2", "C1", Priority.MEET))
    one, two = key_of(store, "D1"), key_of(store, "D2")
    report = cells.edit(
        store, [Edit(one, "side", "Contraparte"), Edit(two, "side", "counterpart"), Edit(two, "side", "none")], "Edit"
    )
    assert store.get(Company, one).side is Side.COUNTERPART
    assert [refused.company for refused in report.refused] == ["D2", "D2"]
