"""The goals of a timetable once as much as possible is placed: few days or short waits first, and habits."""

from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain.companies import Side
from missionplanner.i18n import N_, _


class Goal(StrEnum):
    """The goal a timetable looks after first."""

    DAYS = "days"
    WAITS = "waits"

    @property
    def label(self) -> str:
        """The goal in the language of the screen."""
        return _(GOAL_LABELS[self])


GOAL_LABELS = {Goal.DAYS: N_("Fewest days"), Goal.WAITS: N_("Shortest waits")}


@dataclass(frozen=True, slots=True)
class Aims:
    """The goals of a timetable, each with its weight."""

    goal: Goal = Goal.DAYS
    guest_day: int = 1
    """The weight of a day a company of the delegation has to come; 0 where its days do not count."""
    host_day: int = 2
    """The weight of a day a counterpart has to come."""
    longest_run: int = 5
    """So many meetings in a row are borne without a break; 0 for any number."""

    def day(self, side: Side) -> int:
        """Return the weight of a day a company of a side has to come."""
        return self.host_day if side is Side.COUNTERPART else self.guest_day

    @property
    def seated(self) -> Side:
        """The side that keeps its tables within a day: the one whose days count more."""
        return Side.DELEGATION if self.guest_day > self.host_day else Side.COUNTERPART


USUAL = Aims()
"""The goals where nothing else is said."""
