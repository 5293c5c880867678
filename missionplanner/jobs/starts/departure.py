"""The days of an earlier mission, moved to a new departure, and what that means for days of the week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from missionplanner.domain.time import in_zone, local
from missionplanner.i18n import _, count, current

_YEAR = timedelta(weeks=52)
_WEEKEND = (5, 6)


@dataclass(frozen=True, slots=True)
class Departure:
    """When an earlier mission left, and when the new one does."""

    before: date
    after: date

    @property
    def days(self) -> int:
        """By how many days everything moves."""
        return (self.after - self.before).days

    @property
    def keeps_weekdays(self) -> bool:
        """Whether everything stays on its day of the week."""
        return self.days % 7 == 0

    @property
    def nearest(self) -> date:
        """The nearest departure on which everything stays on its day of the week."""
        later = (self.before.weekday() - self.after.weekday()) % 7
        return self.after + timedelta(later if later <= 3 else later - 7)

    def day(self, day: date) -> date:
        """Return a day moved."""
        return day + timedelta(self.days)

    def moment(self, moment: datetime, zone: str) -> datetime:
        """Return a time moved; the clocks of its zone show the same, also where summer time is another."""
        here = in_zone(moment, zone)
        return local(self.day(here.date()), here.time(), zone)

    def instant(self, moment: datetime) -> datetime:
        """Return a time that carries an offset and no zone, moved."""
        return moment + timedelta(self.days)

    def sentences(self, days: Iterable[date]) -> list[str]:
        """Return what the move means for days of the week; days: those of the earlier mission on which something is."""
        if self.keeps_weekdays:
            return [_("Everything moves by {days} and stays on its day of the week.").format(days=_span(self.days))]
        t = current()
        moved = _("Everything moves by {days}: what was on {before} is on {after}. With departure on {day} it stays.")
        found = [
            moved.format(
                days=_span(self.days),
                before=t.short_day(self.before),
                after=t.short_day(self.after),
                day=t.date(self.nearest, "medium"),
            )
        ]
        busy = sorted({day for day in days if self.day(day).weekday() in _WEEKEND and day.weekday() not in _WEEKEND})
        if busy:
            named = ", ".join(t.short_day(self.day(day)) for day in busy)
            found.append(_("Now on a weekend: {days}.").format(days=named))
        return found


def usual(before: date, today: date) -> date:
    """Return the departure that is offered: the same day of the week a year later, or so many that it is ahead."""
    after = before + _YEAR
    while after <= today:
        after += _YEAR
    return after


def _span(days: int) -> str:
    return count("{n} day", "{n} days", days) if days >= 0 else count("{n} day back", "{n} days back", -days)
