"""A timetable while it is made: how good the best one so far is, and what is proved meanwhile."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlanStage:
    """The best timetable found so far, at a time."""

    seconds: float
    """Since the search began."""
    placed: int
    """How many meetings are placed."""
    value: int
    """The weights of what is placed, with fair shares."""
    most: int
    """No timetable is worth more."""
    days: int | None
    """The days companies have to come, of the sides whose days count; None where those of neither do."""
    days_bound: int
    """No timetable worth as much has fewer."""
    idle: int
    """The idle slots of all companies."""
    idle_bound: int
    """No timetable as good in what comes before has fewer."""
