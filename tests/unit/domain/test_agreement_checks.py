"""Nobody who is to sign is missing."""

from pathlib import Path

import pytest

from missionplanner.domain.agreement_checks import signatures_complete
from missionplanner.domain.agreements import Signatory
from missionplanner.jobs.agreements import entering, typed
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


def test_who_drops_out_is_missed_until_they_are_back(store: Store, key: int) -> None:
    assert key
    assert list(signatures_complete(store.snapshot())) == []
    entering.drop_out(store, store.all(Signatory)[:1], "ill")
    entering.drop_out(store, store.all(Signatory)[2:], "")
    assert [issue.text for issue in signatures_complete(store.snapshot())] == [
        "Pumps for Puebla: Given D1 dropped out, and nobody signs for D1 now.", "Pumps for Puebla: Ana dropped out.",
    ]  # fmt: skip
    (record,) = entering.all_records(store)
    assert typed.signatories_of(store.snapshot(), record)[0][4] == "ill"
    entering.come_back(store, record.signatories)
    assert [(one.is_out, one.note) for one in store.all(Signatory)] == [(False, "")] * 3
    typed.enter_texts(store, entering.all_records(store)[0], {"signatories": ""})
    assert [issue.text for issue in signatures_complete(store.snapshot())] == [
        "Pumps for Puebla: nobody is named who signs for D1.",
        "Pumps for Puebla: nobody is named who signs for Government of Mexico.",
    ]
    typed.enter_texts(store, entering.all_records(store)[0], {"status": "ended"})
    assert list(signatures_complete(store.snapshot())) == []
