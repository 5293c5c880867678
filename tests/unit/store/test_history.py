"""The readable history, and the images undo works with."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.changes import Registration
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.people import Membership, Person
from missionplanner.jobs.companies import registrations
from missionplanner.messages import message
from missionplanner.store import history
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store, database_of
from tests.builders import moment, small_mission
from tests.unit.store.acts import act_edit


def test_history_tells_who_did_what(store: Store) -> None:
    act_edit(store)
    store.undo()
    steps = store.steps.history()
    assert [step.label for step in steps[:2]] == ["Undo: Edit D1", "Edit D1"]
    assert steps[1].changes == {"companies": 1, "offerings": 1, "people": 1, "applications": 1}
    assert steps[1].user


def test_bulk_inserts_are_undone_and_redone_exactly(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        before = store.snapshot()
        new = [
            Registration(
                Company(side=Side.DELEGATION, name=f"N{n}\ud800 é\0"),
                Application(company_id=0, received=moment(9)),
                delegates=(Person(company_id=0, given_name=f"G{n}"),),
                offers=("a", "b"),
            )
            for n in range(50)
        ]
        with store.change(message("Many")) as change:
            keys = registrations.add_all(store, change, new)
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


def test_an_update_that_changes_nothing_is_no_step(store: Store) -> None:
    with store.change(message("Nothing")) as change:
        change.update(store.get(Company, 1))
    assert not [one for one in store.steps.history() if one.label == "Nothing"]


def test_several_changes_of_a_row_in_one_step_are_undone_at_once(store: Store) -> None:
    before = store.snapshot()
    with store.change(message("Often")) as change:
        for city in ("Laval", "Sorel", "Lévis"):
            change.update(replace(store.get(Company, 1), city=city))
        change.delete(Company, [2])
        key = change.insert(Company(side=Side.DELEGATION, name="Short"))
        change.insert(Application(company_id=key))
        change.update(replace(store.get(Company, key), city="x"))
        change.delete(Company, [key])
    after = store.snapshot()
    assert store.get(Company, 1).city == "Lévis"
    store.undo()
    assert store.snapshot() == before
    store.redo()
    assert store.snapshot() == after


def test_the_history_is_cut_at_its_limit_and_counts_rows_once(store: Store) -> None:
    for city in ("Laval", "Sorel"):
        with store.change(message(city)) as change:
            change.update(replace(store.get(Company, 1), city="x"))
            change.update(replace(store.get(Company, 1), city=city))
    assert [(step.label, step.changes) for step in store.steps.history(2)] == [
        ("Sorel", {"companies": 1}),
        ("Laval", {"companies": 1}),
    ]
    assert store.steps.history(0) == []


def test_a_bulk_insert_that_fails_leaves_the_table_watched(store: Store) -> None:
    def fail() -> None:
        with store.change(message("Fail")) as change:
            change.insert_all([Person(company_id=999)])

    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        fail()
    with store.change(message("Add")) as change:
        change.insert(Person(company_id=1, given_name="New"))
    assert store.steps.history(1)[0].changes == {"people": 1}


def test_a_label_with_a_lone_surrogate_is_stored(store: Store) -> None:
    with store.change(message("a\ud800b")) as change:
        change.delete(Company, [1])
    assert store.steps.undo_label == "a?b"


def test_what_belongs_to_somebody_who_moved_stays_when_it_is_done_again(store: Store) -> None:
    with store.change(message("Fill")) as change:
        one, two = (change.insert(Company(side=Side.DELEGATION, name=name)) for name in ("One", "Two"))
        person = change.insert(Person(company_id=one))
        kept = change.insert(Membership(person_id=person, company_id=two))
    with store.change(message("Move")) as change:
        change.update(Person(id=person, company_id=two))
        change.delete(Company, [one])
    for _round in range(2):
        store.undo()
        store.redo()
        assert [row.id for row in store.all(Membership)] == [kept]


def test_keys_of_a_step_are_those_before_and_after(store: Store) -> None:
    person = store.all(Person)[0]
    with store.change(message("Move")) as change:
        change.update(replace(person, company_id=2))
        change.insert_all([Person(company_id=3), Person(company_id=3)])
    step = store.steps.history(1)[0].id
    assert history.keys(database_of(store), step, "people", "company_id") == {1, 2, 3}
    assert history.touched(database_of(store), step) == {"people"}
