"""The readable history, and the images undo works with."""

from dataclasses import replace
from pathlib import Path

from missionplanner.domain.applications import Application
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import Company, Delegate, Side
from missionplanner.jobs.companies import registrations
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import moment, small_mission
from tests.unit.store.acts import act_edit


def test_history_tells_who_did_what(store: Store) -> None:
    act_edit(store)
    store.undo()
    steps = store.steps.history()
    assert [step.label for step in steps[:2]] == ["Undo: Edit D1", "Edit D1"]
    assert steps[1].changes == {"companies": 1, "offerings": 1, "delegates": 1, "applications": 1}
    assert steps[1].user


def test_bulk_inserts_are_undone_and_redone_exactly(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        before = store.snapshot()
        new = [
            Registration(
                Company(side=Side.DELEGATION, name=f"N{n}\ud800 é\0"),
                Application(company_id=0, received=moment(9)),
                delegates=(Delegate(company_id=0, given_name=f"G{n}"),),
                offers=("a", "b"),
            )
            for n in range(50)
        ]
        with store.change("Many") as change:
            keys = registrations.add_all(change, new)
            change.update(replace(store.get(Company, keys[3]), city="Lévis"))
            change.delete(Company, [keys[4]])
        after = store.snapshot()
        assert len(after.companies) == len(before.companies) + 49
        assert len({company.uid for company in after.companies}) == len(after.companies)
        assert store.steps.history(1)[0].changes["companies"] == 50
        for _round in range(2):
            store.undo()
            assert store.snapshot() == before
            assert store.companies.ids(CompanyFilter(text="n1")) == []
            store.redo()
            assert store.snapshot() == after
            assert len(store.companies.ids(CompanyFilter(text="n1"))) == 11
