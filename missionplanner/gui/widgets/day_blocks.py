"""Meeting hours in a picture of days: where blocks of hours are, and what they are in words."""

from dataclasses import dataclass
from datetime import date

from missionplanner.i18n import count

FIRST, LAST, STEP = 7, 21, 15
"""The hours that are shown, and the minutes hours are drawn by."""
HOUR, LEFT, TOP, NARROWEST, EDGE = 26, 46, 40, 84, 7
"""Pixels: an hour, the hours at the left, the names of the days, a day at least, the lower edge of a block."""


@dataclass(frozen=True, slots=True)
class PictureDay:
    """A day of a venue: a column of the picture."""

    day: date
    text: str
    """The city or venue it is of."""


@dataclass(frozen=True, slots=True)
class DrawnHours:
    """Meeting hours on a day, in minutes after midnight."""

    column: int
    starts: int
    ends: int
    slot: int = 20
    buffer: int = 5
    key: int = 0
    """The key of the session it is of; 0 for one that is not kept yet."""
    meetings: int = 0

    @property
    def slots(self) -> int:
        """How many meetings follow one another in it."""
        return max(0, (self.ends - self.starts + self.buffer) // (self.slot + self.buffer))

    @property
    def words(self) -> str:
        """Its times and slots in words."""
        times = f"{clock(self.starts)}–{clock(self.ends)}"
        parts = [times, count("{n} slot", "{n} slots", self.slots)]
        if self.meetings:
            parts.append(count("{n} meeting", "{n} meetings", self.meetings))
        return " · ".join(parts)


def clock(minutes: int) -> str:
    """Return a time of day given by its minutes."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def y_of(minutes: int) -> float:
    """Return how far down a time of day is."""
    return TOP + (minutes - FIRST * 60) * HOUR / 60
