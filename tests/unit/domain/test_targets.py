"""Targets of milestones."""

from missionplanner.domain.relationships import Stage
from missionplanner.domain.targets import TARGET_GROUP_LABELS, MilestoneTarget, TargetGroup


def test_a_target_is_of_all_relationships_that_met_unless_it_says_more() -> None:
    target = MilestoneTarget(milestone_id=1, number=5)
    assert (target.grouped_by, target.code, target.stage) == (TargetGroup.ALL, "", Stage.HELD)
    assert [group.label for group in TargetGroup] == list(TARGET_GROUP_LABELS.values())
