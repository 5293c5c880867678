"""Registrations stored as forms left them, over what changed meanwhile."""

from dataclasses import replace

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Delegate
from missionplanner.errors import UserError
from missionplanner.jobs.companies import cells, registrations
from missionplanner.jobs.selection import decisions
from missionplanner.store.store import Store
from tests.builders import key_of


def test_a_form_stores_only_what_was_typed(store: Store) -> None:
    key = key_of(store, "D1")
    opened = registrations.records(store, [key])[key]
    cells.edit(store, [cells.Edit(key, "city", "Laval")], "Edit")
    with store.change("Add") as change:
        change.insert(Delegate(company_id=key, given_name="Imported"))
    typed = replace(
        opened,
        company=replace(opened.company, notes="typed"),
        delegates=(replace(opened.delegates[0], position="CEO"), Delegate(company_id=key, given_name="Typed")),
    )
    registrations.enter(store, typed, opened)
    after = registrations.records(store, [key])[key]
    assert (after.company.city, after.company.notes) == ("Laval", "typed")
    assert [(p.given_name, p.position) for p in after.delegates] == [("Given", "CEO"), ("Imported", ""), ("Typed", "")]


def test_saving_a_form_does_not_undo_a_status_set_meanwhile(store: Store) -> None:
    record = registrations.records(store, [1])[1]
    decisions.set_status(store, [1], Status.CONFIRMED)
    registrations.enter(store, replace(record, company=replace(record.company, city="Gaspé")), record)
    assert store.where(Application, "company_id", [1])[0].status is Status.CONFIRMED
    registrations.remove(store, [1])
    with pytest.raises(UserError, match="no longer in the mission"):
        registrations.enter(store, record, record)
