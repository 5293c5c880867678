"""Relationships within the data of a mission."""

from datetime import date
from pathlib import Path

from missionplanner.domain.companies import Alias, Company, Side
from missionplanner.domain.related_mission import as_written, keys_by_name
from missionplanner.domain.relationships import Claim, Proof, Stage
from missionplanner.jobs.relationships import entering, typed
from missionplanner.store.store import Store
from tests.builders import key_of, small_mission

DAY = date(2020, 3, 20)


def test_states_and_third_parties_are_by_relationship(tmp_path: Path) -> None:
    with small_mission(tmp_path / "m.mission", 1, 2) as store:
        _try(store)


def _try(store: Store) -> None:
    d1, c1, c2 = (store.get(Company, key_of(store, name)) for name in ("D1", "C1", "C2"))
    one, other = entering.make(store, d1, c1, DAY), entering.make(store, d1, c2, DAY)
    entering.edit(store, typed.relationship_with(one, {}), ("A bank", "A port"))
    deal = Claim(
        relationship_id=one.id,
        teller_id=d1.id,
        told_on=DAY,
        stage=Stage.AGREEMENT,
        value=50.0,
        currency="CAD",
        about="x",
    )
    entering.say(store, deal)
    snapshot = store.snapshot()
    assert snapshot.third_parties_of == {one.id: ["A bank", "A port"]}
    found = {
        key: (state.stage, state.amounts, state.is_expected) for key, state in snapshot.relationship_states.items()
    }
    assert found == {one.id: (Stage.AGREEMENT, (("CAD", 50.0),), False), other.id: (None, (), True)}


def test_a_name_of_its_own_is_before_another_spelling() -> None:
    companies = [
        Company(id=1, side=Side.DELEGATION, name="Éclair", operating_name="Flash"),
        Company(id=2, side=Side.COUNTERPART, name="Other"),
    ]
    aliases = [Alias(company_id=2, name="eclair"), Alias(company_id=2, name="Else")]
    assert keys_by_name(companies, aliases) == {"eclair": 1, "flash": 1, "other": 2, "else": 2}


def test_every_currency_that_is_said_counts_as_it_is() -> None:
    claim = Claim(relationship_id=1, told_on=DAY, stage=Stage.HELD, currency="CAD")
    proof = Proof(claim_id=1, value=1.0, currency="MXN", verified_on=DAY)
    assert as_written([claim], [proof]) == {"CAD": 1.0, "MXN": 1.0}
