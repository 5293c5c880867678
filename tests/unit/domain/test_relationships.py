"""Stages of relationships, and claims that tell a deal."""

import pytest

from missionplanner.domain.relationships import ORDER, STAGE_LABELS, Claim, Relationship, Stage
from tests.builders import DAY


def test_stages_are_in_order_and_each_has_a_label() -> None:
    assert list(STAGE_LABELS) == list(Stage) == sorted(Stage, key=lambda stage: ORDER[stage])
    assert Stage.DELIVERY.label == "First delivery"


@pytest.mark.parametrize(
    ("stage", "value", "expected", "is_deal"),
    [
        (Stage.AGREEMENT, 5.0, False, True),
        (Stage.TRADING, 5.0, False, True),
        (Stage.AGREEMENT, 5.0, True, False),
        (Stage.AGREEMENT, None, False, False),
        (Stage.NEGOTIATION, 5.0, False, False),
        (Stage.ENDED, 5.0, False, False),
    ],
)
def test_only_a_value_that_was_agreed_makes_a_deal(
    stage: Stage, value: float | None, expected: bool, is_deal: bool
) -> None:
    claim = Claim(relationship_id=1, told_on=DAY, stage=stage, value=value, expected=expected)
    assert claim.is_deal is is_deal


def test_the_pair_of_a_relationship() -> None:
    assert Relationship(company_id=3, other_id=7, made_on=DAY).pair == (3, 7)
