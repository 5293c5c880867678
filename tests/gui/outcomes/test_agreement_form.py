"""The form of an agreement."""

import pytest

from missionplanner.gui.outcomes import agreement_form
from missionplanner.jobs.agreements import entering, typed
from missionplanner.store.store import Store


@pytest.fixture
def one(store: Store) -> int:
    texts = {
        "title_en": "Pumps",
        "status": "ready",
        "parties": "D1; Ministry",
        "signatories": "Ana|CEO|D1; Luis|Minister|Ministry",
    }
    return typed.enter_texts(store, None, texts)


def test_the_form_shows_an_agreement_as_it_is_typed(store: Store, one: int) -> None:
    assert one
    values = agreement_form.values_of(store, entering.all_records(store)[0])
    assert (values["parties"], values["signatories"][0]) == (
        [("D1",), ("Ministry",)],
        ("Ana", "CEO", "D1", "Signs", ""),
    )
