"""Days of one's programme without anything, said before the day that follows them: nobody wonders what is missing."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from missionplanner.i18n import Translator
from missionplanner.pack.delegate_content import ProgrammeDay

_DAY = timedelta(days=1)
_MINUTES = 24 * 60


def with_free_days(days: Sequence[ProgrammeDay], t: Translator) -> tuple[ProgrammeDay, ...]:
    """Return the days of a delegate, who is not at home; one that follows free ones begins with a sentence on them."""
    return tuple(_with_free_days(days, t))


def _with_free_days(days: Sequence[ProgrammeDay], t: Translator) -> Iterator[ProgrammeDay]:
    taken = days[0].day if days else date.min
    for day in days:
        said = _sentence(taken + _DAY, day.day - _DAY, t)
        yield replace(day, notes=(said, *day.notes)) if said else day
        # Who is on a journey over night is not free on the day after.
        taken = max(taken, *(day.day + timedelta(days=item.ends // _MINUTES) for item in day.items), day.day)


def _sentence(first: date, last: date, t: Translator) -> str:
    if first > last:
        return ""
    if first == last:
        return t("Nothing is planned for you on {day}.").format(day=t.weekday(first))
    return t("Nothing is planned for you {days}.").format(days=t.from_to(first, last))
