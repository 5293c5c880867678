"""Own exports come back: rows of both sides, apostrophes, stops a company goes to anyway."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from missionplanner.domain.changes import RowOutcome
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Mission
from missionplanner.domain.requests import Priority, Request
from missionplanner.jobs.imports import companies as import_companies
from missionplanner.jobs.imports import read_back
from missionplanner.jobs.imports import requests as import_requests
from missionplanner.jobs.imports.sides import side_said
from missionplanner.jobs.job import run_now
from missionplanner.jobs.lists import export
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests import workbooks
from tests.builders import DAY, key_of, small_mission
from tests.unit.jobs.imports.bringing import bring, look, write

ODD = (
    ["Company", "City", "E-mail", "Description", "Notes", "Offers"],
    ["Maple Foods Inc.", "Toronto", "m@m.ca", "- syrup\n- candy", "+1 more", "=a; @b"],
    ["'- Quoted' Inc.", "Laval", "q@q.ca", "'=1+1", "it's", "'x"],
)


def test_an_own_export_comes_back_without_change(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        bring(store, tmp_path / "odd.csv", *ODD)
        path = run_now(export.export(tmp_path / "out.csv"), store)
        for side in Side:
            plan = look(store, path, side=side.value)
            texts = [row.text for row in plan.rows]
            assert plan.count(RowOutcome.SAME) == len(plan.rows) == store.count(Company), texts
            assert [issue.code for issue in plan.findings] == ["other_side"]
        found = read_back.compared(store, run_now(export.export(tmp_path / "out.xlsx"), store))
        assert (found.changes, found.added) == ((), ())


def test_an_own_export_of_requests_comes_back_without_change(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        with store.change(message("Two requests")) as change:
            for side in Side:
                change.insert(
                    Request(
                        delegation_id=key_of(store, "D1"),
                        counterpart_id=key_of(store, "C1"),
                        asked_by=side,
                        priority=Priority.MEET,
                    )
                )
        path = run_now(export.export(tmp_path / "out.csv", "requests"), store)
        plan = run_now(import_requests.analyse(path), store)
        assert plan.rows
        assert plan.count(RowOutcome.SAME) == len(plan.rows)


def test_rows_of_both_sides_are_taken_as_the_file_says(empty: Store, tmp_path: Path) -> None:
    head = ["name", "side", "city", "email"]
    path = write(
        tmp_path / "f.csv",
        head,
        ["A Inc.", "delegation", "Laval", "a@a.ca"],
        ["B S.A.", "counterpart", "Puebla", "b@b.mx"],
    )
    plan = look(empty, path)
    assert [row.number for row in plan.rows] == [2, 3]
    import_companies.accept(empty, plan)
    assert {company.name: (company.side, company.country) for company in empty.all(Company)} == {
        "A Inc.": (Side.DELEGATION, empty.mission.home_country),
        "B S.A.": (Side.COUNTERPART, empty.mission.host_country),
    }


def test_a_column_of_other_words_called_side_means_nothing(empty: Store, tmp_path: Path) -> None:
    plan = look(
        empty, write(tmp_path / "f.csv", ["Company", "City", "Side", "E-mail"], ["A Inc.", "Laval", "left", "a@a.ca"])
    )
    assert plan.findings == ()
    assert len(plan.rows) == 1


@pytest.mark.parametrize(
    ("countries", "side"),
    [
        (("Mexico", "México", ""), Side.COUNTERPART),
        (("Canada", "CA"), Side.DELEGATION),
        (("Canada", "Mexico"), None),
        (("Atlantis",), None),
        ((), None),
    ],
)
def test_a_file_says_by_its_countries_whose_it_is(tmp_path: Path, countries: Sequence[str], side: Side | None) -> None:
    mission = Mission(home_country="Canada", host_country="Mexico", starts=DAY, ends=DAY)
    rows = [[f"Firm {n}", country, f"a{n}@b.example"] for n, country in enumerate(countries)]
    assert side_said(write(tmp_path / "answers.csv", ["Company", "Country", "E-mail"], *rows), mission) is side
    book = workbooks.write(tmp_path / "answers.xlsx", {"S": [["Company", "Country", "E-mail"], *rows]})
    assert side_said(book, mission) is side


def test_a_file_that_cannot_be_read_says_nothing(tmp_path: Path) -> None:
    mission = Mission(home_country="Canada", host_country="Mexico", starts=DAY, ends=DAY)
    assert side_said(tmp_path / "none.csv", mission) is None
    assert side_said(write(tmp_path / "plain.csv", ["Company", "City"], ["Nord", "Puebla"]), mission) is None
