"""The search texts and the completeness of companies follow every change."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.companies import Company, Delegate
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission
from tests.unit.store.acts import act_edit


def test_search_follows_edits_and_undo(store: Store) -> None:
    act_edit(store)
    assert store.companies.ids(CompanyFilter(text="lévis")) == [key_of(store, "D1")]
    store.undo()
    assert store.companies.ids(CompanyFilter(text="lévis")) == []


def test_people_are_found_by_every_field(store: Store) -> None:
    person = store.all(Delegate)[0]
    with store.change("x") as change:
        change.update(replace(person, dietary="Végétarien", badge_name="Zed", emergency_contact="Mum 5145550199"))
    for text in ("vegetarien", "zed", "mum 514"):
        assert store.companies.ids(CompanyFilter(text=text)) == [person.company_id]


def test_completeness_follows_every_change(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        key = key_of(store, "D1")
        before = store.companies.lines([key])[0]
        assert "description" in before.missing
        with store.change("Describe") as change:
            change.update(replace(store.get(Company, key), description="Castings."))
        after = store.companies.lines([key])[0]
        assert after.complete > before.complete
        assert "description" not in after.missing
        store.undo()
        assert store.companies.lines([key])[0] == before
