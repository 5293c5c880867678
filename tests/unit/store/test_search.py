"""The search texts and the completeness of companies follow every change."""

from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, CompanySector, Offering, OfferingKind, Partner, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.people import Person
from missionplanner.messages import message
from missionplanner.store import search
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store, database_of
from tests.builders import key_of, small_mission
from tests.unit.store.acts import act_edit


def test_search_follows_edits_and_undo(store: Store) -> None:
    act_edit(store)
    assert store.companies.ids(CompanyFilter(text="lévis")) == [key_of(store, "D1")]
    store.undo()
    assert store.companies.ids(CompanyFilter(text="lévis")) == []


def test_people_are_found_by_every_field(store: Store) -> None:
    person = store.all(Person)[0]
    with store.change(message("x")) as change:
        change.update(replace(person, dietary="Végétarien", badge_name="Zed", emergency_contact="Mum 5145550199"))
    for text in ("vegetarien", "zed", "mum 514"):
        assert store.companies.ids(CompanyFilter(text=text)) == [person.company_id]


def test_completeness_follows_every_change(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        key = key_of(store, "D1")
        before = store.companies.lines([key])[0]
        assert "description" in before.missing
        with store.change(message("Describe")) as change:
            change.update(replace(store.get(Company, key), description="Castings."))
        after = store.companies.lines([key])[0]
        assert after.complete > before.complete
        assert "description" not in after.missing
        store.undo()
        assert store.companies.lines([key])[0] == before


def found(store: Store, text: str) -> list[int]:
    return store.companies.ids(CompanyFilter(text=text))


def test_a_company_is_found_by_what_belongs_to_it(store: Store) -> None:
    with store.change(message("Fill")) as change:
        change.insert(Offering(company_id=2, kind=OfferingKind.SEEKS, text="Gearboxes"))
        change.insert(Partner(company_id=3, name="Otter Freight"))
        change.insert(CompanySector(company_id=4, sector_id=1, position=0))
        change.update(replace(store.where(Application, "company_id", [5])[0], applicant="Zoé Côté"))
    assert [found(store, text) for text in ("gearbox", "OTTER", "pointe", "cote")] == [[2], [3], [4], [5]]
    with store.change(message("Rename")) as change:
        change.update(replace(store.get(Sector, 1), name_fr="Usinage"))
    assert (found(store, "pointe"), found(store, "usinage")) == ([], [4])


def test_search_texts_are_made_anew(store: Store) -> None:
    db = database_of(store)
    assert search.is_whole(db)
    db.execute("PRAGMA query_only = OFF")
    db.execute("DELETE FROM search WHERE company_id = 1")
    assert not search.is_whole(db)
    search.rebuild(db)
    assert search.is_whole(db)
    assert found(store, "d1") == [1]


@pytest.mark.parametrize(
    ("keys", "runs"),
    [([], []), ([3], [(3, 3)]), ([1, 2, 9], [(1, 9)]), ([1, 10], [(1, 1), (10, 10)]), ([1, 9, 18], [(1, 9), (18, 18)])],
)
def test_keys_close_together_are_read_at_once(keys: list[int], runs: list[tuple[int, int]]) -> None:
    assert list(search._runs(keys)) == runs


def test_texts_of_companies_between_those_of_a_step_stay(store: Store) -> None:
    with store.change(message("Ends")) as change:
        for key in (1, 6):
            change.update(replace(store.get(Company, key), city="Gaspé"))
    assert (found(store, "gaspe"), found(store, "d2")) == ([6, 1], [2])


def test_companies_inserted_in_bulk_are_found(store: Store) -> None:
    with store.change(message("Many")) as change:
        keys = change.insert_all([Company(side=Side.DELEGATION, name=f"Otter {n:03}") for n in range(600)])
        change.insert_all([Application(company_id=key) for key in keys])
    assert found(store, "otter") == keys
    assert found(store, '"otter 599"') == keys[-1:]
