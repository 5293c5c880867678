"""Records are stored exactly, under keys that are never used again."""

import pytest

from missionplanner.domain.applications import Application
from missionplanner.domain.companies import Company, Offering, OfferingKind, Side
from missionplanner.jobs.companies import registrations
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import HOSTILE
from tests.unit.store.acts import act_enter


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_stored_exactly_and_found(store: Store, text: str) -> None:
    with store.change("Add") as change:
        key = change.insert(Company(side=Side.DELEGATION, name=text, description=text))
        change.insert(Application(company_id=key))
        change.insert(Offering(company_id=key, kind=OfferingKind.OFFERS, text=text))
    assert store.get(Company, key).name == text
    assert store.all(Offering)[0].text == text
    found = store.companies.ids(CompanyFilter(text=text[:40]))
    assert key in found or not text[:40].strip()
    store.undo()
    store.redo()
    assert store.get(Company, key).description == text


def test_lone_surrogates_do_not_break_the_file(store: Store) -> None:
    with store.change("Add") as change:
        key = change.insert(Company(side=Side.DELEGATION, name="a\ud800b"))
    assert store.get(Company, key).name == "a?b"


def test_keys_are_never_used_again(store: Store) -> None:
    last = store.all(Company)[-1].id
    registrations.remove(store, [last])
    act_enter(store)
    assert store.all(Company)[-1].id > last
