"""Agreements entered with their parties and signatories; each act undone and done again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from missionplanner.domain.agreements import Agreement, AgreementText, Signatory, SigningPart
from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.errors import UserError
from missionplanner.jobs.agreements import entering, typed
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission, undone_and_redone, whole

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


def test_an_agreement_has_parties_of_the_mission_and_others_and_people_who_sign(store: Store, key: int) -> None:
    (record,) = entering.all_records(store)
    agreement = record.agreement
    assert (agreement.kind, agreement.status, agreement.announced_value, agreement.currency) == (
        "contract",
        "ready",
        25_000,
        "CAD",
    )
    assert agreement.embargo == datetime(2026, 2, 16, 18, tzinfo=timezone(timedelta(hours=-6)))
    assert [(one.company_id, one.name) for one in record.parties] == [
        (key_of(store, "D1"), "D1"),
        (None, "Government of Mexico"),
    ]
    signs = [(one.name, bool(one.person_id), one.part, one.position) for one in record.signatories]
    assert signs == [
        ("Given D1", True, SigningPart.SIGNS, 0), ("Luis Vega", False, SigningPart.SIGNS, 1), ("Ana", False, SigningPart.WITNESS, 2),
    ]  # fmt: skip
    assert [one.name for one in record.of(record.parties[1])] == ["Luis Vega"]
    assert typed.shown(store, agreement)["embargo"] == "2026-02-16 18:00"
    assert key == agreement.id


def test_what_stays_keeps_its_record(store: Store, key: int) -> None:
    (before,) = entering.all_records(store)
    typed.enter_texts(
        store,
        before,
        {
            "title_es": "Bombas",
            "parties": "Government of Mexico; C2",
            "signatories": "Luis Vega|Deputy|Government of Mexico",
        },
    )
    (after,) = entering.all_records(store)
    assert (after.agreement.title_es, after.agreement.title_fr) == ("Bombas", "Pompes pour Puebla")
    assert [(one.name, one.uid == before.parties[1].uid) for one in after.parties] == [
        ("Government of Mexico", True),
        ("C2", False),
    ]
    assert [(one.post, one.uid == before.signatories[1].uid) for one in after.signatories] == [("Deputy", True)]
    typed.enter_texts(store, after, {"notes": "x"})
    assert entering.all_records(store)[0].signatories == after.signatories
    assert key == after.agreement.id


ACTS: dict[str, Callable[[Store], object]] = {
    "add": lambda s: typed.enter_texts(s, None, {**TEXTS, "title_en": "Another"}),
    "edit": lambda s: typed.enter_texts(
        s, entering.all_records(s)[0], {"status": "signed", "parties": "C1; D1; Government of Mexico"}
    ),
    "drop out": lambda s: entering.drop_out(s, s.all(Signatory)[:1], "ill"),
    "remove": lambda s: entering.remove(s, [one.id for one in s.all(Agreement)]),
}


@pytest.mark.parametrize("act", ACTS)
def test_every_act_is_one_step(store: Store, key: int, act: str) -> None:
    assert key
    before = whole(store)
    ACTS[act](store)
    undone_and_redone(store, before)


def test_texts_are_kept_one_a_language_and_written_again(store: Store, key: int, tmp_path: Path) -> None:
    assert key
    for name in ("first.pdf", "second.pdf"):
        (tmp_path / name).write_bytes(name.encode())
        entering.keep_text(store, entering.all_records(store)[0], "fr", tmp_path / name)
    (text,) = store.all(AgreementText)
    assert entering.text_label(text) == "second.pdf (Français)"
    (written,) = entering.save_texts(store, entering.all_records(store)[0], tmp_path)
    assert (written.name, written.read_bytes()) == ("second 2.pdf", b"second.pdf")
    with pytest.raises(UserError, match="cannot be read"):
        entering.keep_text(store, entering.all_records(store)[0], "fr", tmp_path / "none.pdf")


def test_an_agreement_is_called_by_its_title_in_any_language_or_its_uid(store: Store, key: int) -> None:
    (record,) = entering.all_records(store)
    for text in ("pompes pour puebla", "Pumps for Puebla", record.agreement.uid):
        assert entering.called(store, text).agreement.id == key
    with pytest.raises(UserError, match="There is no agreement"):
        entering.called(store, "zz")
    typed.enter_texts(store, None, TEXTS)
    with pytest.raises(UserError, match="Several agreements"):
        entering.called(store, "Pumps for Puebla")


def test_who_is_called_otherwise_meanwhile_stays_who_they_are(store: Store, key: int) -> None:
    (before,) = entering.all_records(store)
    with store.change(message("Rename")) as change:
        change.update(replace(store.get(Company, key_of(store, "D1")), name="D1 Group"))
        change.update(replace(store.all(Person)[0], family_name="Roy"))
    typed.enter_texts(store, before, {"notes": "x"})
    (after,) = entering.all_records(store)
    assert [(one.uid, one.company_id, one.name) for one in after.parties] == [
        (before.parties[0].uid, before.parties[0].company_id, "D1 Group"),
        (before.parties[1].uid, None, "Government of Mexico"),
    ]
    assert (after.signatories[0].uid, after.signatories[0].name) == (before.signatories[0].uid, "Given Roy")
    assert key == after.agreement.id
