"""The report of a past day is the report the file gave on that day, whatever was said, decided and verified since."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest

from missionplanner.domain.companies import Company
from missionplanner.domain.relationships import Claim, Proof, Stage
from missionplanner.jobs.relationships import entering, report
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, small_mission

RATES = {"CAD": 1.0, "USD": 1.37}
FIRST = date(2026, 3, 1)


def at(store: Store, day: date) -> dict[str, Any]:
    return report.for_programs(report.report_on(store, day, "CAD", RATES))


def one_act(store: Store, rng: Random, day: date) -> None:
    companies = store.all(Company)
    claims = store.all(Claim)
    act = rng.choice(("say", "say", "say", "decide", "verify", "withdraw")) if len(claims) > 2 else "say"
    if act == "say":
        one, other = rng.sample(companies, 2)
        made = entering.make(store, one, other, day)
        entering.say(
            store,
            Claim(
                relationship_id=made.id, teller_id=rng.choice([one.id, other.id, None]), told_on=day,
                stage=rng.choice(list(Stage)), since=day - timedelta(rng.randrange(5)), value=rng.choice([None, 10.0, 20.0]),
                currency=rng.choice(["CAD", "USD", "EUR"]), began_before=rng.choice([None, None, True, False]),
                horizon=rng.choice([None, 30, 90]), about=rng.choice(["", "a", "b"]), jobs=rng.choice([None, 2]),
            ),
        )  # fmt: skip
    elif act == "decide":
        one, other = rng.sample(claims, 2)
        entering.decide(store, [(one.id, other.id, day)], is_same=rng.random() < 0.7)
    elif act == "verify":
        signed = rng.choice([None, FIRST, DAY - timedelta(400)])
        proof = Proof(claim_id=rng.choice(claims).id, value=7.0, currency="USD", signed_on=signed, verified_on=day)
        entering.verify(store, [proof])
    else:
        claim = rng.choice(claims)
        if claim.withdrawn_on is None:
            entering.withdraw(store, claim, day)


@pytest.mark.parametrize("seed", range(3))
def test_a_past_day_reads_as_it_read_then(store: Store, seed: int) -> None:
    rng, then = Random(seed), {}
    for n in range(20):
        day = FIRST + timedelta(n)
        for _act in range(rng.randrange(3)):
            one_act(store, rng, day)
        then[day] = at(store, day)
    assert {day: at(store, day) for day in then} == then
    assert len({str(one) for one in then.values()}) > 5


@pytest.fixture
def told(store: Store) -> Store:
    """D1 and C1 tell a deal of 10 and 30 CAD, D2 alone tells one of 5 USD and says it began before."""
    for one, other, teller, value, currency, before in (
        ("D1", "C1", "D1", 30.0, "CAD", None), ("D1", "C1", "C1", 10.0, "CAD", None), ("D2", "C2", "D2", 5.0, "USD", True),
    ):  # fmt: skip
        made = entering.make(store, *(store.get(Company, key_of(store, name)) for name in (one, other)), FIRST)
        claim = Claim(
            relationship_id=made.id, teller_id=key_of(store, teller), told_on=FIRST, stage=Stage.AGREEMENT,
            since=FIRST, value=value, currency=currency, began_before=before, jobs=4,
        )  # fmt: skip
        entering.say(store, claim)
    return store


def test_what_both_tell_counts_once_when_somebody_decided_so(told: Store) -> None:
    assert at(told, FIRST)["standings"]["one"] == {"deals": 2, "lower": 40.0, "higher": 40.0}
    entering.decide(told, [(1, 2, FIRST)], is_same=True)
    found = at(told, FIRST)
    assert found["standings"]["both"] == {"deals": 1, "lower": 10.0, "higher": 30.0}
    assert found["standings"]["before"] == {"deals": 1, "lower": 6.85, "higher": 6.85}
    assert found["claimed_every_row"] == 46.85
    assert (found["relationships"], found["stages"]["agreement"]) == (2, 2)
    (deal,) = [one for one in found["deals"] if one["standing"] == "both"]
    assert (deal["companies"], deal["jobs"], [one["by"] for one in deal["told"]]) == (["D1", "C1"], 4, ["D1", "C1"])


def test_evidence_counts_instead_of_what_is_told(told: Store) -> None:
    entering.decide(told, [(1, 2, FIRST)], is_same=True)
    proof = Proof(claim_id=2, value=12.0, currency="CAD", signed_on=FIRST, verified_on=FIRST, reference="deal.pdf")
    entering.verify(told, [proof])
    found = at(told, FIRST)
    assert found["standings"]["verified"] == {"deals": 1, "lower": 12.0, "higher": 12.0}
    assert found["deals"][0]["evidence"] == "deal.pdf"
    before = replace(proof, signed_on=DAY - timedelta(1), verified_on=FIRST + timedelta(1))
    entering.verify(told, [before])
    assert at(told, FIRST + timedelta(1))["standings"]["verified_before"]["deals"] == 1
    assert at(told, FIRST)["standings"]["verified"]["deals"] == 1


def test_deals_are_grouped_with_the_highest_sums_first(told: Store) -> None:
    with told.change(message("Place")) as change:
        change.update(replace(told.get(Company, key_of(told, "D1")), region="Quebec"))
    found = at(told, FIRST)
    assert [(row["region"], row["one_n"], row["one_sum"]) for row in found["by_region"]] == [
        ("Quebec", 2.0, 40.0), ("?", 0.0, 0.0),
    ]  # fmt: skip
    assert [row["stage"] for row in found["by_stage"]] == ["agreement"]
    assert [row["sector"] for row in found["by_sector"]] == ["?"]


def test_a_currency_without_a_rate_is_in_no_sum_and_is_told(told: Store) -> None:
    found = report.for_programs(report.report_on(told, FIRST, "CAD", {"CAD": 1.0}))
    assert (found["without_rate"], found["standings"]["before"]["deals"]) == (1, 0)


def test_a_mission_without_relationships_has_an_empty_report(tmp_path: Any) -> None:
    with small_mission(tmp_path / "m.mission") as store:
        found = at(store, FIRST)
    assert (found["relationships"], found["by_sector"], found["deals"]) == (0, [], [])
