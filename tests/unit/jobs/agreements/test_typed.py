"""Agreements as they are typed."""

from pathlib import Path

import pytest

from missionplanner.domain.agreements import Agreement
from missionplanner.errors import UserError
from missionplanner.jobs.agreements import typed
from missionplanner.store.store import Store
from tests.builders import small_mission

TEXTS = {
    "title_en": "Pumps for Puebla", "title_fr": "Pompes pour Puebla", "kind": "contrat", "status": "Ready to be signed",
    "announced_value": "25,000", "currency": "cad", "embargo": "2026-02-16 18:00", "signed_on": "2026-02-16",
    "parties": "d1; Government of Mexico", "signatories": "Given D1|CEO|D1; Luis Vega|Minister|Government of Mexico; Ana|||témoin",
}  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return small_mission(tmp_path / "m.mission")


@pytest.fixture
def key(store: Store) -> int:
    return typed.enter_texts(store, None, TEXTS)


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"kind": "contract"}, "needs a title"),
        ({"title_en": "A", "kind": "zz"}, "is not one of the choices"),
        ({"title_en": "A", "currency": "zz"}, "is no currency"),
        ({"title_en": "A", "announced_value": "much"}, "is no amount"),
        ({"title_en": "A", "actual_value": "-1"}, "is no amount"),
        ({"title_en": "A", "embargo": "soon"}, "is no day with a time"),
        ({"title_en": "A", "event": "zz"}, "There is no event"),
        ({"title_en": "A", "parties": "D1", "signatories": "Ana||C1"}, "which is no party"),
        ({"title_en": "A", "signatories": "|CEO"}, "A signatory has no name"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_stored(store: Store, texts: dict[str, str], said: str) -> None:
    with pytest.raises(UserError, match=said):
        typed.enter_texts(store, None, texts)
    assert store.all(Agreement) == []
