"""A stage is a value."""

from missionplanner.domain.plan_stages import PlanStage


def test_stages_with_the_same_figures_are_equal() -> None:
    assert PlanStage(1.0, 2, 3, 4, None, 0, 5, 6) == PlanStage(1.0, 2, 3, 4, None, 0, 5, 6)
