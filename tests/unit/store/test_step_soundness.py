"""Nothing is stored that the next opening of the file would refuse."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Sector, Stop
from missionplanner.errors import UserError
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, check_undo, whole


def test_a_value_out_of_bounds_leaves_the_mission_as_it_was(store: Store) -> None:
    before = whole(store)
    company = store.all(Company)[0]
    sentence = "Company “D1”: This is no number from 0 to 10,000,000"
    with pytest.raises(UserError, match=sentence), store.change(message("Edit")) as change:  # noqa: PT012
        change.update(replace(store.all(Company)[1], city="Laval"))
        change.update(replace(company, employees=-1))
    assert whole(store) == before
    assert store.steps.undo_label == ""


def test_rows_inserted_in_bulk_are_judged_too(store: Store) -> None:
    with pytest.raises(UserError, match="more than 60 days"), store.change(message("Add")) as change:
        change.insert_all(
            [Stop(name_en="A", starts=DAY, ends=DAY), Stop(name_en="B", starts=DAY, ends=DAY.replace(year=2027))]
        )
    assert len(store.all(Stop)) == 1


def test_a_sector_is_not_its_own_ancestor(store: Store) -> None:
    with store.change(message("Add")) as change:
        key = change.insert(Sector(code="B", name_en="B", parent_id=1))
    with pytest.raises(UserError, match="subsector of itself"), store.change(message("Edit")) as change:
        change.update(replace(store.get(Sector, 1), parent_id=key))
    assert store.get(Sector, 1).parent_id is None


def test_a_company_always_has_an_application(store: Store) -> None:
    def add(store: Store) -> None:
        with store.change(message("Add a company")) as change:
            change.insert(Company(side=Side.DELEGATION, name="New"))

    check_undo(store, add, "Add a company")
    key = store.all(Company)[-1].id
    made = store.where(Application, "company_id", [key])
    assert [replace(one, id=0, uid="") for one in made] == [Application(company_id=key)]
    with store.change(message("Delete")) as change:
        change.delete(Application, [made[0].id])
    assert [one.company_id for one in store.where(Application, "company_id", [key])] == [key]
    Store.open(store.path, read_only=True).close()


def test_an_image_of_the_history_that_is_none_is_not_put_back(store: Store) -> None:
    company = store.all(Company)[0]
    with store.change(message("Edit")) as change:
        change.update(replace(company, city="Laval"))
    with store.steps.outside_undo() as db:
        db.execute("UPDATE companies_history SET consent_on = 'now' WHERE phase = 'before'")
    with pytest.raises(UserError, match="This is no date"):
        store.undo()
    assert store.get(Company, company.id).city == "Laval"


def test_an_image_that_cannot_be_a_row_is_not_put_back(store: Store) -> None:
    with store.change(message("Edit")) as change:
        change.update(replace(store.all(Company)[0], city="Laval"))
    with store.steps.outside_undo() as db:
        db.execute("UPDATE companies_history SET uid = NULL WHERE phase = 'before'")
    with pytest.raises(UserError, match="history of this step is damaged"):
        store.undo()
    assert store.all(Company)[0].city == "Laval"
