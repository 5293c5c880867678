"""Files as other organisers and form services make them: headings, layouts and habits of Excel, Forms and LimeSurvey."""

import csv
from pathlib import Path

import pandas
import pytest

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Priority
from missionplanner.exchange import columns, files, phones, priorities
from missionplanner.exchange.fields import language_of
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.imports.reading import ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.jobs.programme import new_mission
from missionplanner.store.store import Store
from tests.builders import EXAMPLE, small_mission

COUNTS = ("new", "same", "duplicate", "rejected")


@pytest.fixture
def mission(tmp_path: Path):  # type: ignore[no-untyped-def]
    with new_mission.from_example(tmp_path / "m.mission", EXAMPLE) as found:
        yield found


def brought(
    store: Store, path: Path, rows: list[list[str]], side: Side = Side.DELEGATION
) -> import_companies.ImportPlan:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)
    plan = run_now(import_companies.analyse(ImportOptions(path, side)), store)
    import_companies.accept(store, plan)
    return plan


def people(store: Store) -> list[tuple[str, str, str]]:
    return [(d.given_name, d.family_name, d.email) for d in store.all(Person)]


def table(*rows: list[str]) -> columns.SourceTable:
    return columns.choose([files.SourceSheet("s", tuple(files.Row(n, tuple(r)) for n, r in enumerate(rows, start=1)))])


def test_two_sectors_of_a_cell_are_both_kept(mission: Store, tmp_path: Path) -> None:
    cells = [
        "Industries créatives, TIC",
        "Advanced manufacturing, ICT",
        "Clean technologies and clean energy and TI",
        "Creative industries (Video games)",
        "AM + CT",
        "ICT, Clean technologies and clean energy",
    ]
    brought(
        mission,
        tmp_path / "f.csv",
        [["Company", "City", "Sector"], *([f"C{n} Co", "X", cell] for n, cell in enumerate(cells))],
    )
    snapshot = mission.snapshot()
    found = [[snapshot.sector[key].code for key in snapshot.sectors_of[c.id]] for c in snapshot.companies]
    assert found == [["CI", "IT"], ["AM", "IT"], ["CT", "IT"], ["CI", "CI-4"], ["AM", "CT"], ["IT", "CT"]]


def test_stops_with_dates_remarks_or_all(mission: Store, tmp_path: Path) -> None:
    cells = [
        "Mexico City (Feb 15-17)",
        "Mexico City only",
        "All",
        "Mexico City + Monterrey",
        "Guadalajara (18-20 février)",
    ]
    brought(
        mission,
        tmp_path / "f.csv",
        [["Company", "City", "Cities you will attend"], *([f"C{n} Co", "X", c] for n, c in enumerate(cells))],
    )
    snapshot = mission.snapshot()
    assert [sorted(snapshot.named_stops[c.id]) for c in snapshot.companies] == [[1], [1], [1, 2, 3], [1, 3], [2]]


@pytest.mark.parametrize(
    ("headings", "cells", "expected"),
    [
        (["Entreprise", "Prénom du participant", "Nom du participant"], ["A", "Zoë", "Côté"], ("Zoë", "Côté", "")),
        (["Empresa", "Nombre del contacto", "Apellidos del contacto"], ["A", "Raúl", "Peña"], ("Raúl", "Peña", "")),
        (["Nom", "Prénom", "Organisme", "Courriel"], ["Roy", "Luc", "A", "l@a.ca"], ("Luc", "Roy", "l@a.ca")),
        (["Nombre de la empresa", "Nombre", "Cargo"], ["A", "Ann Roy", "CEO"], ("Ann", "Roy", "")),
        (
            ["Company", "Contact person [First name]", "Contact person [Last name]", "Contact person [Email]"],
            ["A", "Ann", "Roy", "a@a.ca"],
            ("Ann", "Roy", "a@a.ca"),
        ),
        (
            ["Company", "Contact name", "Adresse électronique"],
            ["A", "Dr. Wei Zhang", "w@a.ca"],
            ("Wei", "Zhang", "w@a.ca"),
        ),
        (
            ["Company", "Contact name", "City"],
            ["A", "Jean-Pierre van der Berg", "X"],
            ("Jean-Pierre", "van der Berg", ""),
        ),
        (["Company", "Contact name", "City"], ["A", "Ann Roy, CEO", "X"], ("Ann", "Roy", "")),
    ],
)
def test_names_of_people_however_the_columns_are_called(
    mission: Store, tmp_path: Path, headings: list[str], cells: list[str], expected: tuple[str, str, str]
) -> None:
    brought(mission, tmp_path / "f.csv", [headings, cells])
    assert people(mission) == [expected]
    assert [company.name for company in mission.all(Company)] == ["A"]


@pytest.mark.parametrize(
    "headings",
    [
        ["Company", "First name", "Email", "First name2", "Email2"],
        ["Company", "Prénom", "Courriel", "Prénom", "Courriel"],
        [
            "Company",
            "First delegate first name",
            "First delegate e-mail",
            "Second delegate first name",
            "Second delegate e-mail",
        ],
        [
            "Company",
            "Prénom du 1er délégué",
            "Courriel du 1er délégué",
            "Prénom du 2e délégué",
            "Courriel du 2e délégué",
        ],
    ],
)
def test_second_delegates_are_brought_in(mission: Store, tmp_path: Path, headings: list[str]) -> None:
    brought(mission, tmp_path / "f.csv", [headings, ["A", "Zoë", "z@a.ca", "Liam", "l@a.ca"]])
    assert people(mission) == [("Zoë", "", "z@a.ca"), ("Liam", "", "l@a.ca")]


def test_a_person_below_a_merged_company_cell_belongs_to_it(mission: Store, tmp_path: Path) -> None:
    rows = [["Company", "City", "First name", "Last name"], ["A", "X", "Zoë", "Côté"], ["", "", "Liam", "Roy"]]
    assert brought(mission, tmp_path / "f.csv", rows).count(RowOutcome.REJECTED) == 1, "a csv has no merged cells"
    pandas.DataFrame(rows[1:], columns=rows[0]).to_excel(tmp_path / "f.xlsx", index=False, engine="xlsxwriter")
    plan = run_now(import_companies.analyse(ImportOptions(tmp_path / "f.xlsx", Side.DELEGATION)), mission)
    assert plan.count(RowOutcome.REJECTED) == 0
    import_companies.accept(mission, plan)
    assert len(people(mission)) == 2


def test_questions_about_the_company_are_not_its_name(mission: Store, tmp_path: Path) -> None:
    rows = [
        ["Have you done business in Mexico before?", "Name of business", "City"],
        ["Yes", "A", "X"],
        ["No", "B", "Y"],
    ]
    brought(mission, tmp_path / "f.csv", rows)
    assert [company.name for company in mission.all(Company)] == ["A", "B"]


def test_section_rows_and_footnotes_are_no_companies_and_total_solutions_is_one(mission: Store, tmp_path: Path) -> None:
    rows = [
        ["Company", "City", "Contact", "E-mail"],
        ["QUÉBEC", "", "", ""],
        ["A", "Lévis", "Zoë Côté", "z@a.ca"],
        ["Sous-total : 1", "", "", ""],
        ["ONTARIO", "", "", ""],
        ["Total Solutions Inc.", "Ottawa", "", "t@a.ca"],
        ["Source Sports Ltd", "Ottawa", "", ""],
        ["Sous-total Ontario", "2", "", ""],
        ["Note : à confirmer", "", "", ""],
        ["* en attente de paiement", "", "", ""],
        ["Dernière mise à jour : lundi", "", "", ""],
        ["Total", "3 companies", "", ""],
    ]
    plan = brought(mission, tmp_path / "f.csv", rows)
    assert len(plan.rows) == 3
    assert [company.name for company in mission.all(Company)] == ["A", "Total Solutions Inc.", "Source Sports Ltd"]


def test_columns_headed_with_sectors_and_stops_are_ticked(mission: Store, tmp_path: Path) -> None:
    rows = [
        ["Company", "City", "AM", "CT", "Mexico City", "Monterrey"],
        ["A", "X", "x", "", "x", "x"],
        ["B", "X", "", "x", "x", ""],
    ]
    brought(mission, tmp_path / "f.csv", rows)
    snapshot = mission.snapshot()
    assert [[snapshot.sector[k].code for k in snapshot.sectors_of[c.id]] for c in snapshot.companies] == [
        ["AM"],
        ["CT"],
    ]
    assert [sorted(snapshot.named_stops[c.id]) for c in snapshot.companies] == [[1, 3], [1]]


def test_limesurvey_choices_are_columns_of_their_own(mission: Store, tmp_path: Path) -> None:
    rows = [
        [
            "Response ID",
            "Company",
            "Sectors [Creative industries]",
            "Sectors [Advanced manufacturing]",
            "Última página",
        ],
        ["1", "A", "Yes", "No", "4"],
        ["2", "B", "Yes", "Yes", "4"],
    ]
    plan = brought(mission, tmp_path / "f.csv", rows)
    snapshot = mission.snapshot()
    assert [len(snapshot.sectors_of[c.id]) for c in snapshot.companies] == [1, 2]
    assert not plan.issues


def test_a_resubmission_in_capitals_keeps_the_good_spelling(mission: Store, tmp_path: Path) -> None:
    rows = [
        ["Company", "City", "First name", "Last name", "E-mail"],
        ["A Inc.", "Lévis", "Amélie", "Côté", "a@a.ca"],
        ["A INCORPORATED", "LEVIS", "AMELIE", "COTE", "a@a.ca"],
    ]
    brought(mission, tmp_path / "f.csv", rows)
    assert people(mission) == [("Amélie", "Côté", "a@a.ca")]
    assert [company.city for company in mission.all(Company)] == ["Lévis"]


@pytest.mark.parametrize(
    ("cell", "country", "number"),
    [
        ("+52 1 55 8638 3986", "MX", "+525586383986"),
        ("044 55 8638 3986", "MX", "+525586383986"),
        ("01 55 8638 3986", "MX", "+525586383986"),
        ("514 555-0199 (poste 12)", "CA", "+15145550199 ext. 12"),
        ("514 555-0199 p. 12", "CA", "+15145550199 ext. 12"),
        ("514 555-0199 / 514 555-0188", "CA", "+15145550199"),
        ("555-0142", "CA", None),
        ("4185550142.0", "CA", "+14185550142"),
    ],
)
def test_phones_as_they_come(cell: str, country: str, number: str | None) -> None:
    assert phones.phone(cell, country) == number


@pytest.mark.parametrize(
    ("text", "priority"),
    [
        ("Low priority", Priority.MEET),
        ("Not a priority", Priority.MEET),
        ("Priorité faible", Priority.MEET),
        ("No preference", Priority.MEET),
        ("No prioritario", Priority.MEET),
        ("Priority 2", Priority.MEET),
        ("À éviter", Priority.NO_THANKS),
        ("Descartar", Priority.NO_THANKS),
        ("Sin interés", Priority.NO_THANKS),
        ("Do not schedule", Priority.NO_THANKS),
        ("Very important", Priority.MUST_MEET),
        ("P1", Priority.MUST_MEET),
        ("Prioridad alta", Priority.MUST_MEET),
        ("Haute", Priority.MUST_MEET),
        ("B", Priority.MEET),
    ],
)
def test_priorities_are_never_reversed(text: str, priority: Priority) -> None:
    assert priorities.priority(text) is priority


@pytest.mark.parametrize(
    "headings",
    [
        ["Canadian company", "Mexican company"],
        ["Your company", "Mexican companies you wish to meet"],
        ["Requested by", "Requested company"],
        ["Demandeur", "Entreprise demandée"],
        ["Empresa solicitante", "Contraparte"],
        ["Company", "Would like to meet"],
        ["Entreprise canadienne", "Entreprise mexicaine"],
        ["From", "Target"],
    ],
)
def test_request_headings_are_understood(tmp_path: Path, headings: list[str]) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        (tmp_path / "r.csv").write_text(f"{','.join(headings)},Rank\nD1,C1,A\nD1,C2; C3,B\nTotal,,\n", encoding="utf-8")
        plan = run_now(import_requests.analyse(tmp_path / "r.csv"), store)
        assert [(r.asker, r.wanted) for r in plan.rows] == [("D1", "C1"), ("D1", "C2"), ("D1", "C3")]
        assert plan.count(RowOutcome.NEW) == 3


def test_several_wish_columns_are_all_read_and_the_stronger_wish_of_a_pair_counts(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        (tmp_path / "r.csv").write_text("Company,Would like to meet 1,Would like to meet 2\nD1,C1,C2\n")
        assert run_now(import_requests.analyse(tmp_path / "r.csv"), store).count(RowOutcome.NEW) == 2
        (tmp_path / "s.csv").write_text("Requested by,Wants to meet,Priority\nD1,C1,Meet\nD1,C1,No thanks\n")
        plan = run_now(import_requests.analyse(tmp_path / "s.csv"), store)
        import_requests.accept(store, plan)
        assert [request.priority for request in store.snapshot().requests] == [Priority.NO_THANKS]
        assert [issue.code for issue in plan.issues] == ["asked_twice"]


def test_small_and_odd_separators(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("Company;Offers\nA;x, y, z\nB;p, q\n")
    assert (
        table(*[list(row.cells) for row in files.read(files.load(tmp_path / "f.csv"))[0].rows]).columns[0].field
        == "name"
    )


def test_repeated_groups_of_prenom_and_nom_are_two_people(mission: Store, tmp_path: Path) -> None:
    headings = ["Entreprise", "Prénom", "Nom", "Courriel", "Prénom", "Nom", "Courriel"]
    brought(mission, tmp_path / "f.csv", [headings, ["A", "Zoë", "Côté", "z@a.ca", "Liam", "Roy", "l@a.ca"]])
    assert people(mission) == [("Zoë", "Côté", "z@a.ca"), ("Liam", "Roy", "l@a.ca")]


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (["Company name", "City", "Phone", "What do you offer?"], "en"),
        (["Nom de l'entreprise", "Ville", "Courriel"], "fr"),
        (["Nombre de la empresa", "Ciudad", "Correo"], "es"),
        (["Company", "Ville"], ""),
        ([], ""),
    ],
)
def test_the_language_of_a_form_is_that_of_its_headings(headings: list[str], language: str) -> None:
    assert language_of(headings) == language
