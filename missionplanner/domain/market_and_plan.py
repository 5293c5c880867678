"""The figures of the market, the milestones and the tasks of a mission as plain data."""

from dataclasses import dataclass, field
from functools import cached_property

from missionplanner.domain.briefings import Briefing
from missionplanner.domain.figures import Figure, Figures, Series
from missionplanner.domain.milestones import Milestone, Task
from missionplanner.domain.own_answers import OwnAnswers


@dataclass(frozen=True, kw_only=True)
class MarketAndPlan(OwnAnswers):
    """Series with their figures, milestones and tasks, in the order of their keys."""

    series: list[Series] = field(default_factory=list)
    """The series of figures of the market."""
    figures: list[Figure] = field(default_factory=list)
    """The values of the series."""
    briefings: list[Briefing] = field(default_factory=list)
    """The texts of the briefing that are of sectors and cities."""
    milestones: list[Milestone] = field(default_factory=list)
    tasks: list[Task] = field(default_factory=list)
    """The work to be done before and after the mission."""

    @cached_property
    def numbers(self) -> Figures:
        """The figures of the market by their names."""
        return Figures(self.series, self.figures)
