"""The register of a file is what it holds, and rates are typed."""

from datetime import date

import pytest

from missionplanner.domain.companies import Alias, Company
from missionplanner.domain.relationships import Claim, Proof, Stage
from missionplanner.domain.results import DealStanding, results
from missionplanner.errors import UserError
from missionplanner.jobs.relationships import entering
from missionplanner.jobs.relationships.registering import company_names, rates_of, registered
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def test_companies_are_known_by_all_their_names(store: Store) -> None:
    with store.change(message("Alias")) as change:
        change.insert(Alias(company_id=key_of(store, "D1"), name="First of all"))
    assert company_names(store).same("first of all") == [key_of(store, "D1")]
    known = registered(store)
    assert known.register.companies["first of all"] == known.register.companies["d1"] == key_of(store, "D1")
    assert (known.name(key_of(store, "D1")), known.name(None)) == ("D1", "the organisers")


def test_without_rates_every_currency_counts_as_it_is(store: Store) -> None:
    one, other = (store.get(Company, key_of(store, name)) for name in ("D1", "C1"))
    made = entering.make(store, one, other, date(2026, 3, 1))
    entering.say(store, Claim(relationship_id=made.id, told_on=date(2026, 3, 1), stage=Stage.HELD, currency="USD"))
    assert registered(store).register.worth(2.0, "USD") == 2.0
    assert registered(store, {"CAD": 1.0}).register.worth(2.0, "USD") is None


@pytest.mark.parametrize(("text", "rate"), [("USD=1.37", 1.37), ("usd = 1,37", 1.37)])
def test_rates_are_typed(text: str, rate: float) -> None:
    assert rates_of("cad", [text]) == {"CAD": 1.0, "USD": rate}


@pytest.mark.parametrize("text", ["USD", "USD=many", "ZZZ=1", "=1"])
def test_what_is_no_rate_is_refused(text: str) -> None:
    with pytest.raises(UserError):
        rates_of("CAD", [text])


def test_evidence_in_a_currency_nobody_told_counts_as_it_is_written(store: Store) -> None:
    made = entering.make(store, *(store.get(Company, key_of(store, name)) for name in ("D1", "C1")), date(2026, 3, 20))
    claim = Claim(relationship_id=made.id, told_on=made.made_on, stage=Stage.AGREEMENT, value=5.0, currency="CAD")
    key = entering.say(store, claim)
    entering.verify(store, [Proof(claim_id=key, value=7.0, currency="USD", verified_on=made.made_on)])
    known = registered(store)
    (found,) = results(known.register, known.proofs, store.mission.starts, made.made_on).deals
    assert (found.standing, found.lower) == (DealStanding.VERIFIED, 7.0)
