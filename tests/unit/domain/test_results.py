"""Deals stand as verified, begun before, confirmed by both or claimed by one; stages are the newest that are told."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from missionplanner.domain.deals import Register
from missionplanner.domain.relationships import Claim, Proof, Relationship, SameDeal, Stage
from missionplanner.domain.results import STANDING_LABELS, DealStanding, Results, results, stages

DAY = date(2026, 3, 1)
STARTS = date(2026, 2, 16)
MADE = [Relationship(id=1, company_id=1, other_id=2, made_on=DAY)]
ONE = Claim(
    id=1, relationship_id=1, teller_id=1, told_on=DAY, stage=Stage.AGREEMENT, since=DAY, value=100.0, currency="CAD"
)
OTHER = replace(ONE, id=2, teller_id=2, value=60.0)
SAME = SameDeal(one_id=1, other_id=2, decided_on=DAY)
PROOF = Proof(claim_id=1, value=40.0, currency="USD", signed_on=DAY, verified_on=DAY)


def of(*claims: Claim, proofs: tuple[Proof, ...] = (), day: date = DAY) -> Results:
    register = Register(MADE, claims, [SAME], {}, {"CAD": 1.0, "USD": 2.0})
    return results(register, proofs, STARTS, day)


def test_every_standing_has_a_label_and_three_are_new() -> None:
    assert list(STANDING_LABELS) == list(DealStanding)
    assert [one for one in DealStanding if one.is_new] == [DealStanding.VERIFIED, DealStanding.BOTH, DealStanding.ONE]
    assert DealStanding.BOTH.label == "Confirmed by both sides"


@pytest.mark.parametrize(
    ("claims", "proofs", "expected"),
    [
        ((ONE,), (), (DealStanding.ONE, 100.0, 100.0)),
        ((ONE, OTHER), (), (DealStanding.BOTH, 60.0, 100.0)),
        ((ONE, replace(OTHER, began_before=True)), (), (DealStanding.BEFORE, 60.0, 100.0)),
        ((ONE, replace(OTHER, began_before=True)), (PROOF,), (DealStanding.VERIFIED, 80.0, 80.0)),
        ((ONE,), (replace(PROOF, signed_on=STARTS - timedelta(1)),), (DealStanding.VERIFIED_BEFORE, 80.0, 80.0)),
        ((ONE,), (replace(PROOF, signed_on=None),), (DealStanding.VERIFIED, 80.0, 80.0)),
        ((ONE,), (replace(PROOF, verified_on=DAY + timedelta(1)),), (DealStanding.ONE, 100.0, 100.0)),
        ((ONE,), (replace(PROOF, currency="EUR"),), (DealStanding.ONE, 100.0, 100.0)),
    ],
)  # fmt: skip
def test_a_deal_stands_as_far_as_it_can_be_believed(
    claims: tuple[Claim, ...], proofs: tuple[Proof, ...], expected: tuple[DealStanding, float, float]
) -> None:
    (found,) = of(*claims, proofs=proofs).deals
    assert (found.standing, found.lower, found.higher) == expected
    assert found.pair == (1, 2)


def test_what_was_taken_back_or_told_later_does_not_count() -> None:
    ended = replace(ONE, id=3, stage=Stage.ENDED, value=None, told_on=DAY + timedelta(5))
    assert of(ONE, ended, day=DAY + timedelta(5)).deals == ()
    assert len(of(ONE, ended).deals) == 1
    assert of(ONE, day=DAY - timedelta(1)).deals == ()


def test_a_currency_without_a_rate_is_in_no_sum() -> None:
    found = of(replace(ONE, currency="EUR"))
    assert (found.deals, found.every_row, [claim.id for claim in found.unknown]) == ((), 0.0, [1])


def test_of_one_day_the_further_stage_counts() -> None:
    told = [replace(ONE, stage=stage) for stage in (Stage.HELD, Stage.QUOTATION, Stage.FOLLOW_UP)]
    assert stages(MADE, told) == {1: Stage.QUOTATION}
    assert stages(MADE, [*told, replace(ONE, stage=Stage.HELD, told_on=DAY + timedelta(1))]) == {1: Stage.HELD}
    assert stages(MADE, []) == {}


def test_the_fewest_jobs_that_are_told_count() -> None:
    (found,) = of(replace(ONE, jobs=5), replace(OTHER, jobs=3)).deals
    assert found.jobs == 3
