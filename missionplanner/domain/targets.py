"""Targets: how many relationships are to be how far on a milestone, all together or of a sector, place or intent."""

from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain.relationships import Stage
from missionplanner.i18n import N_, _


class TargetGroup(StrEnum):
    """By what the relationships of a target are told from others."""

    ALL = "all"
    SECTOR = "sector"
    REGION = "region"
    INTENT = "intent"

    @property
    def label(self) -> str:
        """The group in the language of the screen."""
        return _(TARGET_GROUP_LABELS[self])


TARGET_GROUP_LABELS = {
    TargetGroup.ALL: N_("All relationships"),
    TargetGroup.SECTOR: N_("Sector"),
    TargetGroup.REGION: N_("Province or state"),
    TargetGroup.INTENT: N_("Intent"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneTarget:
    """So many relationships at a stage or further on the day of a milestone."""

    id: int = 0
    uid: str = ""
    milestone_id: int
    grouped_by: TargetGroup = TargetGroup.ALL
    code: str = ""
    """The sector, place or intent; empty for all relationships."""
    stage: Stage = Stage.HELD
    number: int = 0
