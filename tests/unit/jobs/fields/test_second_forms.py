"""The form after acceptance: of each company and its people only, read back in any order."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.own_fields import CompanyValue, OwnField, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.exchange import workbooks
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.fields import second_forms
from missionplanner.jobs.imports import companies
from missionplanner.jobs.imports.reading import ImportOptions, files_in
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission
from tests.unit.exchange.filling import fill


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with small_mission(tmp_path_factory.mktemp("second") / "m.mission", 3, 1) as store:
        with store.change(message("Fields")) as change:
            hotel = change.insert(
                OwnField(code="hotel", name_en="Hotel", name_fr="Hôtel", kind=FieldKind.ONE, choices="Hilton\nRitz | Le Ritz",
                         second_form=True, required=True)
            )  # fmt: skip
            nights = change.insert(OwnField(code="nights", name_en="Nights", kind=FieldKind.NUMBER, second_form=True))
            salary = change.insert(OwnField(code="salary", name_en="Salary", sensitive=True, second_form=True))
            change.insert(OwnField(code="early", name_en="Asked before"))
            change.insert(OwnField(code="meal", name_en="Meal", subject=Subject.PERSON, second_form=True))
            for field, text in ((hotel, "Ritz"), (nights, "3"), (salary, "secret")):
                change.insert(CompanyValue(company_id=key_of(store, "D1"), field_id=field, text=text))
            for company in store.all(Company):
                if company.name in ("D1", "D3"):
                    change.update(replace(company, language="fr"))
            change.insert(Person(company_id=key_of(store, "D1"), given_name="Zoé", family_name="D1"))
            (application,) = store.where(Application, "company_id", [key_of(store, "D3")])
            change.update(replace(application, status=Status.DECLINED))
        store.steps.seal()
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    """The mission, as it was when the test is over."""
    yield shared
    while shared.steps.undo_label:
        shared.undo()


def written(store: Store, folder: Path) -> list[Path]:
    """The forms of the delegation."""
    return run_now(second_forms.write(folder, Side.DELEGATION), store)


def test_each_accepted_company_gets_its_people_and_what_is_known_in_its_language(store: Store, tmp_path: Path) -> None:
    paths = written(store, tmp_path / "out")
    assert [path.name for path in paths] == ["D1 (fr).xlsx", "D2 (en).xlsx"]
    company, people, _lists = workbooks.read("f.xlsx", paths[0].read_bytes())
    cells = {row[0]: row[2] for row in company.rows if row[0]}
    assert {name: cells.get(name) for name in ("name", "company.hotel", "company.nights", "company.salary")} == {
        "name": "D1", "company.hotel": "Le Ritz", "company.nights": "3", "company.salary": "",
    }  # fmt: skip
    assert ("company.early" in cells, [row[1:4] for row in people.rows[5:]]) == (
        False, [("Given", "D1", ""), ("Zoé", "D1", "")],
    )  # fmt: skip


def test_answers_come_back_in_any_order_and_what_changed_is_shown(store: Store, tmp_path: Path) -> None:
    first, second = written(store, tmp_path / "out")
    fill(
        first,
        {"company.hotel": "Hilton", "company.nights": "4", "company.salary": "mine"},
        [{}, {"person.meal": "Vegan"}],
    )
    fill(second, {"company.nights": "2"}, [{"person.meal": "Halal"}])
    with store.change(message("Rename")) as change:  # they are known by their marks
        change.update(replace(store.get(Company, key_of(store, "D2")), name="Nord Group"))
        (zoe,) = (one for one in store.all(Person) if one.given_name == "Zoé")
        change.update(replace(zoe, family_name="Tremblay"))
    second.rename(second.with_name("a first one.xlsx"))
    (tmp_path / "out" / "z.xlsx").write_bytes(b"PK broken")
    path, more = files_in(tmp_path / "out")
    options = ImportOptions(path, Side.DELEGATION, more=more)
    plan = run_now(companies.analyse(options), store)
    assert [issue.code for issue in plan.findings] == ["no_form", "counted_on"]
    shown = {(row.name, one.key) for row in plan.rows for one in row.changes}
    kept = {(row.name, one.key) for row in plan.rows for one in row.kept}
    assert (shown | kept) >= {("D1", "company.hotel"), ("D1", "company.nights")}
    companies.accept(store, plan)
    known = {
        record.company.name: record
        for record in registrations.records(store, list(store.column(Company, "id"))).values()
    }
    assert known["Nord Group"].company.own == {"company.nights": "2"}
    assert [one.own.get("person.meal", "") for one in known["D1"].delegates] == ["", "Vegan"]
    assert known["D1"].delegates[1].family_name == "Tremblay"
    assert (len(known), known["D1"].application.edited) == (4, "")
    store.undo()
    assert store.all(CompanyValue)[-1].text == "secret"


def test_without_fields_or_companies_it_is_said_why(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="No company was accepted yet"):
        run_now(second_forms.write(tmp_path, Side.DELEGATION, "", [10_000]), store)
    with store.change(message("None")) as change:
        for field in store.all(OwnField):
            change.update(replace(field, second_form=False))
    with pytest.raises(UserError, match="No field is asked"):
        written(store, tmp_path)
    assert second_forms.accepted(store, Side.DELEGATION) == 2
