"""The registration form: made in three languages, filled in, and read back with every column sure and every value."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Sector, Stop, Venue
from missionplanner.domain.own_fields import OwnField, Subject
from missionplanner.domain.own_kinds import FieldKind
from missionplanner.errors import UserError
from missionplanner.exchange.form_columns import asked
from missionplanner.exchange.form_questions import FormQuestion, questions
from missionplanner.exchange.spreadsheets import write_csv
from missionplanner.i18n import LANGUAGES
from missionplanner.jobs.companies import registrations
from missionplanner.jobs.fields import forms
from missionplanner.jobs.fields.forms import FormOrder
from missionplanner.jobs.imports import column_reports, companies
from missionplanner.jobs.imports.companies import ImportPlan
from missionplanner.jobs.imports.reading import ImportOptions, files_in
from missionplanner.jobs.job import run_now
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, small_mission
from tests.unit.exchange.filling import Answers, fill

_TEXTS = {
    FieldKind.LONG: "One thing\nAnother", FieldKind.NUMBER: "1999", FieldKind.EMAIL: "p{n}@nord.ca",
    FieldKind.PHONE: "+1 613 555 010{n}", FieldKind.WEB: "https://nord.ca", FieldKind.DATE: "2026-01-0{n}",
    FieldKind.MONEY: "1500.50 CAD",
}  # fmt: skip
_NAMES = {
    "name": "Nord Inc.", "city": "Ottawa", "region": "Ontario", "country": "Canada", "postal_code": "K1A 0B1",
    "given_name": "Ann{n}", "family_name": "Roy{n}",
}  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A mission of two sectors and stops, with an own field of every kind for companies and one for people."""
    with small_mission(tmp_path_factory.mktemp("forms") / "m.mission") as store:
        lists = "Red | Rouge | Rojo\nGreen, dark | Vert foncé | Verde oscuro\nBlue"
        with store.change(message("More")) as change:
            change.insert(Sector(code="AG", name_en="Food, drinks", name_fr="Aliments", name_es="Alimentos"))
            change.insert(Stop(name_en="Monterrey", time_zone="America/Mexico_City", starts=DAY, ends=DAY))
            for place, kind in enumerate(FieldKind):
                names = {"name_en": f"Our {kind}", "name_fr": f"Notre {kind}", "name_es": f"Nuestro {kind}"}
                change.insert(OwnField(code=f"our_{kind}", kind=kind, choices=lists, position=place, **names))
            meals = OwnField(code="meals", name_en="Meals", kind=FieldKind.SEVERAL, subject=Subject.PERSON)
            change.insert(replace(meals, choices=lists))
        store.steps.seal()
        yield store


@pytest.fixture
def store(shared: Store) -> Iterator[Store]:
    """The mission, as it was when the test is over."""
    yield shared
    while shared.steps.undo_label:
        shared.undo()


def test_a_filled_form_comes_back_whole_in_each_language(store: Store, tmp_path: Path) -> None:
    run_now(forms.write(FormOrder(tmp_path / "out")), store)
    said = {}
    for language in LANGUAGES:
        path = next((tmp_path / "out").glob(f"*({language}).xlsx"))
        company, people = answers(store, language)
        plan = read(store, fill(path, company, people))
        assert ([one.text for one in plan.issues], plan.not_imported) == ([], [])
        assert all(report.sure for report in column_reports.reports(plan.table))
        said[language] = taken(store, plan)
        store.undo()
    for language in LANGUAGES:
        found = said[language]
        assert found.company.language == language
        assert found.company.own == {f"company.our_{kind}": text for kind, text in _stored().items()}
        assert [one.own["person.meals"] for one in found.delegates] == ["Red; Green, dark"] * 2
        assert (len(found.sectors), len(found.stops), found.application.signed_on) == (2, 2, date(2026, 1, 1))
        assert [(one.given_name, one.email, one.languages) for one in found.delegates] == [
            (f"Ann{n}", f"p{n}@nord.ca", "en,fr") for n in (1, 2)
        ]
    first = said["en"]
    empty = [name for name in questions_of(store) if name in _PLAIN and not getattr(first.company, name)]
    assert (empty, first.offers, first.company.consent) == ([], ("One thing", "Another"), True)


_PLAIN = ("name", "operating_name", "registration_number", "address", "city", "region", "postal_code", "country",
          "website", "employees", "year_founded", "description", "objectives", "wishes", "kind_id")  # fmt: skip


@pytest.mark.parametrize(("service", "language"), [("google", "en"), ("microsoft", "es"), ("survey", "fr")])
def test_answers_of_form_services_come_back_whole(store: Store, tmp_path: Path, service: str, language: str) -> None:
    plan = read(store, exported(store, tmp_path / "answers.csv", service, language))
    unsure = [report.heading for report in column_reports.reports(plan.table) if not report.sure]
    assert ([one.text for one in plan.issues], unsure) == ([], [])
    found = taken(store, plan)
    assert found.company.own == {f"company.our_{kind}": text for kind, text in _stored().items()}
    assert [one.own["person.meals"] for one in found.delegates] == ["Red; Green, dark"] * 2
    assert (len(found.sectors), len(found.stops), len(found.delegates)) == (2, 2, 2)


def test_a_folder_of_forms_is_one_import_and_what_is_no_form_is_told(store: Store, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for number, language in enumerate(("fr", "en")):
        path = tmp_path / "in" / f"{number}.xlsx"
        run_now(forms.write(FormOrder(path.with_name("form.xlsx"), languages=(language,))), store)
        company, people = answers(store, language)
        fill(path.with_name("form.xlsx"), {**company, "name": f"Nord {number}"}, people).rename(path)
    (tmp_path / "in" / "3.xlsx").write_bytes(b"PK damaged")
    first, more = files_in(tmp_path / "in")
    plan = run_now(companies.analyse(ImportOptions(first, Side.DELEGATION, more=more)), store)
    assert [issue.code for issue in plan.findings] == ["no_form", "counted_on"]
    companies.accept(store, plan)
    known = registrations.records(store, [key_of(store, "Nord 0"), key_of(store, "Nord 1")])
    assert [(one.company.language, len(one.delegates)) for one in known.values()] == [("fr", 2), ("en", 2)]
    (tmp_path / "out").mkdir()
    with pytest.raises(UserError, match="no filled forms"):
        files_in(tmp_path / "out")


def test_forms_of_another_mission_or_side_are_not_read(store: Store, tmp_path: Path) -> None:
    run_now(forms.write(FormOrder(tmp_path / "hosts.xlsx", Side.COUNTERPART)), store)
    with pytest.raises(UserError, match=r"hosts\.xlsx is a form of the other side and was not read"):
        read(store, tmp_path / "hosts.xlsx")
    (tmp_path / "other").mkdir()
    with small_mission(tmp_path / "other" / "o.mission") as other:
        run_now(forms.write(FormOrder(tmp_path / "theirs.xlsx")), other)
    with pytest.raises(UserError, match=r"theirs\.xlsx is a form of another mission and was not read"):
        read(store, tmp_path / "theirs.xlsx")


def test_a_form_is_a_workbook_a_text_or_a_folder_of_both(store: Store, tmp_path: Path) -> None:
    (text,) = run_now(forms.write(FormOrder(tmp_path / "form.txt", languages=("fr",), people=2)), store)
    lines = text.read_text(encoding="utf-8-sig").splitlines()
    assert [line for line in lines if "Notre one" in line or "Participant 2 – Meals" in line] != []
    assert "   - Vert foncé" in lines
    assert len(run_now(forms.write(FormOrder(tmp_path / "all")), store)) == 6
    with pytest.raises(UserError, match=r"A form is no “\.pdf” file"):
        forms.write(FormOrder(tmp_path / "form.pdf"))
    with pytest.raises(UserError, match="1 to 9 participants"):
        forms.write(FormOrder(tmp_path / "form.txt", people=10))


def test_forms_of_both_sides_lie_in_one_folder(store: Store, tmp_path: Path) -> None:
    with store.change(message("Rename")) as change:
        change.update(replace(store.mission, name="Long " * 20))
    for side in Side:
        run_now(forms.write(FormOrder(tmp_path, side, ("en", "fr"))), store)
    assert {path.name[80:] for path in tmp_path.glob("*.xlsx")} == {
        ", Delegation (en).xlsx", ", Counterpart (en).xlsx", ", Délégation (fr).xlsx", ", Homologue (fr).xlsx",
    }  # fmt: skip
    assert len(list(tmp_path.iterdir())) == 8


@pytest.mark.parametrize(("language", "question"), [("fr", "Fuseau horaire"), ("es", "Zona horaria")])
def test_a_form_made_for_meetings_by_video_says_the_clocks(
    store: Store, tmp_path: Path, language: str, question: str
) -> None:
    venue = replace(store.all(Venue)[0], online=True)
    with store.change(message("Hold them by video")) as change:
        change.update(venue)
    run_now(forms.write(FormOrder(tmp_path / "form.xlsx", languages=(language,))), store)
    assert questions_of(store)["time_zone"].titles[language] == question
    company, people = answers(store, language)
    filled = fill(tmp_path / "form.xlsx", {**company, "time_zone": "Lyon"}, people)
    with store.change(message("Hold them at tables after all")) as change:
        change.update(replace(venue, online=False))
    assert "time_zone" not in questions_of(store)
    plan = read(store, filled)
    assert ([one.text for one in plan.issues], taken(store, plan).company.time_zone) == ([], "Europe/Paris")


def questions_of(store: Store) -> dict[str, FormQuestion]:
    """The questions of the form of the delegation."""
    return {one.target: one for one in questions(forms.facts(store), Side.DELEGATION)}


def answers(store: Store, language: str) -> tuple[Answers, list[Answers]]:
    """An answer to every question: of the company, and of two people."""
    company: dict[str, str | Sequence[str]] = {}
    people: list[dict[str, str | Sequence[str]]] = [{}, {}]
    for target, one in questions_of(store).items():
        for number in (1, 2) if one.is_person else (1,):
            into = people[number - 1] if one.is_person else company
            into[target] = _answer(one, language, number)
    return company, list(people)


def _answer(one: FormQuestion, language: str, number: int) -> str | Sequence[str]:
    choices = one.choices(language)
    if one.kind is FieldKind.SEVERAL:
        return choices[:2]
    if choices:
        return choices[0]
    return _NAMES.get(one.target, _TEXTS.get(one.kind, one.target)).format(n=number)


def _stored() -> dict[FieldKind, str]:
    """The answers as they are stored, by the kind of the field."""
    return {
        FieldKind.TEXT: "company.our_text", FieldKind.LONG: "One thing\nAnother", FieldKind.NUMBER: "1999",
        FieldKind.MONEY: "1500.50 CAD", FieldKind.DATE: "2026-01-01", FieldKind.YES_NO: "yes", FieldKind.ONE: "Red",
        FieldKind.SEVERAL: "Red; Green, dark", FieldKind.EMAIL: "p1@nord.ca", FieldKind.PHONE: "+16135550101",
        FieldKind.WEB: "https://nord.ca",
    }  # fmt: skip


def read(store: Store, path: Path) -> ImportPlan:
    """What importing a file would do."""
    return run_now(companies.analyse(ImportOptions(path, Side.DELEGATION)), store)


def taken(store: Store, plan: ImportPlan) -> Registration:
    """The registration of the company that a plan brings in."""
    companies.accept(store, plan)
    key = key_of(store, "Nord Inc.")
    return registrations.records(store, [key])[key]


_SERVICES = {
    "google": (["Timestamp"], ["2025/11/03 9:05:11 AM EST"], ", "),
    "microsoft": (
        ["ID", "Start time", "Completion time", "Email", "Name"],
        ["1", "11/3/25 9:00:00", "11/3/25 9:05:00", "anonymous", ""],
        ";",
    ),
    "survey": (
        ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address"],
        ["114", "4", "11/03/2025 09:00:00", "11/03/2025 09:05:00", "192.0.2.1"],
        "",
    ),
}  # fmt: skip
"""The columns services put before the questions, and what stands between several answers; none for a column each."""


def exported(store: Store, path: Path, service: str, language: str) -> Path:
    """The answers of a company of two people as a service exports them."""
    headings, cells, between = _SERVICES[service]
    upper, lower, row = list(headings), [""] * len(headings), list(cells)
    company, people = answers(store, language)
    for one in questions_of(store).values():
        for number in (1, 2) if one.is_person else (1,):
            said = (people[number - 1] if one.is_person else company)[one.target]
            title = asked(one, language, number)
            if isinstance(said, str) or between:
                upper.append(title)
                lower.append("Open-Ended Response")
                row.append(said if isinstance(said, str) else between.join(said))
                continue
            for place, option in enumerate(one.choices(language)):
                upper.append(title if not place else "")
                lower.append(option)
                row.append(option if option in said else "")
    write_csv(path, upper, [lower, row] if service == "survey" else [row])
    return path
