"""Registrations stored as forms left them, over what changed meanwhile."""

from dataclasses import replace

from missionplanner.domain.companies import Delegate
from missionplanner.jobs.companies import cells, registrations
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
