"""Targets: how many relationships are to be how far on a milestone, all together or of a sector, place or intent."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from missionplanner.domain.relationships import ORDER, Stage
from missionplanner.domain.spelling import fold
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


@dataclass(frozen=True, slots=True)
class PlacedRelationship:
    """A relationship with its stage on a day, and by what it is told from others."""

    stage: Stage
    sectors: tuple[str, ...] = ()
    """The codes of the main sectors of its companies."""
    regions: tuple[str, ...] = ()
    """Their provinces and states."""
    intents: tuple[str, ...] = ()
    relationship_id: int = 0

    def groups(self, by: TargetGroup) -> tuple[str, ...]:
        """Return the groups it is counted in; one without a name where there is none."""
        found = {TargetGroup.SECTOR: self.sectors, TargetGroup.REGION: self.regions, TargetGroup.INTENT: self.intents}
        return found.get(by, ("",)) or ("",)

    def counts_for(self, target: MilestoneTarget) -> bool:
        """Whether it is as far as a target wants, and of its group; what ended is in place no more."""
        if self.stage is Stage.ENDED or ORDER[self.stage] < ORDER[target.stage]:
            return False
        return target.grouped_by is TargetGroup.ALL or fold(target.code) in map(fold, self.groups(target.grouped_by))


@dataclass(frozen=True, slots=True)
class TargetReached:
    """A target with what is reached of it."""

    target: MilestoneTarget
    milestone: str
    """Its name."""
    day: date
    reached: int

    @property
    def is_met(self) -> bool:
        """Whether it is reached."""
        return self.reached >= self.target.number
