"""The nights in which clocks are changed during a mission (daylight saving time), in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone

from missionplanner.domain.mission import Stop
from missionplanner.domain.time import days, in_zone, local
from missionplanner.i18n import Translator

_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ClockChange:
    """The clocks of a stop are put forward or back."""

    stop: Stop
    before: datetime
    """The time they show no more, on the clocks of before."""
    after: datetime
    """The same time, on the clocks of after."""

    def sentence(self, t: Translator) -> str:
        """Say it: In Madrid clocks go forward on Sunday, March 28, 2027: 02:00 becomes 03:00."""
        pattern = t("In {city} clocks go back on {day}: {before} becomes {after}.")
        if self.after.utcoffset() > self.before.utcoffset():  # type: ignore[operator] # both have a zone
            pattern = t("In {city} clocks go forward on {day}: {before} becomes {after}.")
        city, day = self.stop.name(t.language), t.date(self.before.date(), "full")
        return pattern.format(city=city, day=day, before=t.time(self.before), after=t.time(self.after))


def clock_changes(stops: Iterable[Stop]) -> Iterator[ClockChange]:
    """Yield the changes of the clocks of stops in their days, in the order of the stops and days."""
    for stop in stops:
        for day in days(stop.starts, stop.ends):
            low, high = (local(day + timedelta(n), time(), stop.time_zone).astimezone(UTC) for n in (0, 1))
            before = in_zone(low, stop.time_zone).utcoffset() or timedelta()
            if before != in_zone(high, stop.time_zone).utcoffset():
                yield _change(stop, low, high)


def _change(stop: Stop, low: datetime, high: datetime) -> ClockChange:
    """Return the change between two times, to the minute."""
    offset = in_zone(low, stop.time_zone).utcoffset() or timedelta()
    while high - low > _MINUTE:
        middle = low + ((high - low) / 2) // _MINUTE * _MINUTE
        if in_zone(middle, stop.time_zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    after = in_zone(high, stop.time_zone)
    return ClockChange(stop, high.astimezone(timezone(offset)), after)
