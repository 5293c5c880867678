"""Targets of milestones, and what counts for them."""

from datetime import date

import pytest

from missionplanner.domain.relationships import Stage
from missionplanner.domain.targets import (
    TARGET_GROUP_LABELS,
    MilestoneTarget,
    PlacedRelationship,
    TargetGroup,
    TargetReached,
)

PLACED = PlacedRelationship(Stage.NEGOTIATION, ("AM",), ("Québec", "Jalisco"), ())


def test_a_target_is_of_all_relationships_that_met_unless_it_says_more() -> None:
    target = MilestoneTarget(milestone_id=1, number=5)
    assert (target.grouped_by, target.code, target.stage) == (TargetGroup.ALL, "", Stage.HELD)
    assert [group.label for group in TargetGroup] == list(TARGET_GROUP_LABELS.values())
    assert [TargetReached(target, "", date(2026, 7, 1), n).is_met for n in (4, 5)] == [False, True]


@pytest.mark.parametrize(
    ("stage", "by", "code", "counts"),
    [
        (Stage.NEGOTIATION, TargetGroup.ALL, "", True),
        (Stage.AGREEMENT, TargetGroup.ALL, "", False),
        (Stage.HELD, TargetGroup.SECTOR, "am", True),
        (Stage.HELD, TargetGroup.SECTOR, "CT", False),
        (Stage.HELD, TargetGroup.REGION, "quebec", True),
        (Stage.HELD, TargetGroup.INTENT, "buy", False),
    ],
)
def test_a_relationship_counts_where_it_is_as_far_and_of_the_group(
    stage: Stage, by: TargetGroup, code: str, counts: bool
) -> None:
    assert PLACED.counts_for(MilestoneTarget(milestone_id=1, grouped_by=by, code=code, stage=stage)) is counts


def test_what_ended_is_in_place_no_more_and_what_says_nothing_is_a_group_of_its_own() -> None:
    assert PlacedRelationship(Stage.ENDED).counts_for(MilestoneTarget(milestone_id=1)) is False
    assert [PLACED.groups(by) for by in TargetGroup] == [("",), ("AM",), ("Québec", "Jalisco"), ("",)]
