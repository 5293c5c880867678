"""What a file may hold: guessed by its name, and analysed, written and saved by its kind."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Mission
from missionplanner.domain.people import Person
from missionplanner.domain.requests import Request
from missionplanner.gui.imports import kinds
from missionplanner.gui.imports.kinds import guess_kind
from missionplanner.jobs.imports.reading import LONG, ImportOptions
from missionplanner.jobs.job import run_now
from missionplanner.store.store import Store
from tests.builders import DAY

MISSION = Mission(name="M", home_country="CA", host_country="MX", starts=DAY, ends=DAY)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("meeting_requests.csv", "requests"), ("Demandes.xlsx", "requests"), ("solicitudes.csv", "requests"),
        ("contrapartes_es.xlsx", "counterpart"), ("host companies.csv", "counterpart"),
        ("registrations_en.xlsx", "delegation"), ("Officials and press.xlsx", "people"), ("Invités.csv", "people"),
        ("funcionarios_mexico.xlsx", "hosts"), ("participants.csv", "people"), ("requests of people.csv", "requests"),
        ("Buyers 2027.csv", "counterpart"), ("empresas mexicanas.ods", "counterpart"), ("Mexique.xlsx", "counterpart"),
        ("canadian companies to mexico.csv", "delegation"),
    ],
)  # fmt: skip
def test_the_kind_of_a_file_is_guessed_by_its_name(name: str, kind: str) -> None:
    assert guess_kind(Path(name), MISSION) == kind


def test_the_country_in_the_name_of_a_file_is_that_of_the_mission() -> None:
    mission = replace(MISSION, home_country="PT", host_country="CA")
    assert [guess_kind(Path(name), mission) for name in ("canada.csv", "mexico.csv", "portugal.csv")] == [
        "counterpart", "delegation", "delegation",
    ]  # fmt: skip


def test_a_name_that_says_nothing_leaves_it_to_the_countries_in_the_file(tmp_path: Path) -> None:
    for name, country in (("answers", "Mexico"), ("host answers", "Canada"), ("people", "Mexico")):
        (tmp_path / f"{name}.csv").write_text(f"Company,Country\nNova,{country}\n")
    assert [guess_kind(tmp_path / f"{name}.csv", MISSION) for name in ("answers", "host answers", "people")] == [
        "counterpart", "counterpart", "hosts",
    ]  # fmt: skip


TEXTS = {
    "delegation": "Company\tCity\nNova\tLaval\n\tLost\n",
    "counterpart": "Company\tCity\nNova\tLaval\n\tLost\n",
    "people": "First name\tLast name\tE-mail\nAna\tRoy\ta@a.ca\n\t\t\n\t\tn/a\n",
    "hosts": "First name\tLast name\tE-mail\nAna\tRoy\ta@a.ca\n\t\tn/a\n",
    "requests": "Requested by\tWants to meet\nD1\tC1\nD2\tNobody\n",
}


@pytest.mark.parametrize("kind", [kind for kind, _label in kinds.KINDS])
def test_each_kind_is_analysed_written_and_its_rejected_rows_saved(kind: str, store: Store, tmp_path: Path) -> None:
    options = ImportOptions(Path("Clipboard"), Side.DELEGATION, pasted=TEXTS[kind])
    first, whole = kinds.looks(kind, options)
    plan = run_now(whole, store)
    kinds.accept(store, plan)
    added = {
        "delegation": [one.side for one in store.all(Company)[6:]],
        "people": [one.side for one in store.all(Person)[6:]],
        "requests": [one.asked_by for one in store.all(Request)],
    }[{"counterpart": "delegation", "hosts": "people"}.get(kind, kind)]
    side = Side.COUNTERPART if kind in ("counterpart", "hosts") else Side.DELEGATION
    assert (first, added, kinds.save_rejected(plan, tmp_path / "out.csv")) == ([], [side], 1)


@pytest.mark.parametrize(("kind", "number"), [("delegation", 1), ("people", 1), ("requests", 0)])
def test_of_long_files_the_first_rows_are_analysed_first(kind: str, number: int) -> None:
    options = ImportOptions(Path("Clipboard"), Side.DELEGATION, pasted="x" * LONG)
    assert len(kinds.looks(kind, options)[0]) == 0
    assert len(kinds.looks(kind, replace(options, pasted="x" * (LONG + 1)))[0]) == number


def test_what_can_be_chosen_depends_on_the_kind() -> None:
    found = {kind: (kinds.has_columns(kind), kinds.has_companies(kind)) for kind, _label in kinds.KINDS}
    assert found == {
        "delegation": (True, True), "counterpart": (True, True), "people": (True, False), "hosts": (True, False),
        "requests": (False, False),
    }  # fmt: skip
