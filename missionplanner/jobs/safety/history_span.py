"""The time a history is read for: a span with a name, such as since yesterday, or from one day or time to another."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from missionplanner.domain import dates
from missionplanner.errors import UserError
from missionplanner.i18n import N_, _
from missionplanner.store.history import Step

SPANS = {
    "": N_("All changes"),
    "last": N_("Since you were here last"),
    "today": N_("Today"),
    "yesterday": N_("Since yesterday"),
    "week": N_("This week"),
}
"""The spans with a name, as scripts and people call them."""
_AWAY = timedelta(hours=4)
"""Who changed nothing for so long was not here meanwhile."""


@dataclass(frozen=True, slots=True)
class Span:
    """The steps after a step and from one time to before another; all of them where none is given."""

    since: datetime | None = None
    until: datetime | None = None
    after: int = 0
    """The key of a step: what a merge brought since is after it, however old it is."""

    def holds(self, step: Step) -> bool:
        """Whether a step was made in the span."""
        is_late_enough = self.since is None or step.at >= self.since
        return step.id > self.after and is_late_enough and (self.until is None or step.at < self.until)


def named(name: str, found: Sequence[Step], user: str, now: datetime) -> Span:
    """Return the span of a name of SPANS; now: with the offset of the place days begin and end at.

    found: the steps, newest first; user: who asks.
    """
    today = datetime.combine(now.date(), time(), now.tzinfo)
    starts = {"today": 0, "yesterday": 1, "week": now.weekday()}
    if name in starts:
        return Span(today - timedelta(starts[name]))
    return Span(after=_last_here(found, user, now)) if name == "last" else Span()


def between(first: date | None, last: date | None, now: datetime) -> Span:
    """Return the span of whole days, which begin and end where `now` is."""
    since = datetime.combine(first, time(), now.tzinfo) if first else None
    return Span(since, datetime.combine(last + timedelta(1), time(), now.tzinfo) if last else None)


def typed(since: str, until: str, found: Sequence[Step], user: str, now: datetime) -> Span:
    """Return the span that was typed: a name of SPANS, days or times.

    Raises UserError for a text that is none, or can be several days.
    """
    ends = _moment(until, now, is_end=True) if until else None
    if since in SPANS:
        span = named(since, found, user, now)
        return Span(span.since, ends, span.after)
    return Span(_moment(since, now, is_end=False), ends)


def _last_here(found: Sequence[Step], user: str, now: datetime) -> int:
    """The key of the last change of somebody before they came back; 0 where there is none."""
    later = now
    for step in found:
        if step.user == user:
            if later - step.at > _AWAY:
                return step.id
            later = step.at
    return 0


def _moment(text: str, now: datetime, is_end: bool) -> datetime:
    """Return the beginning of a day, with is_end its end, or a day and time."""
    about = dates.around((now.date() - timedelta(365), now.date()), now.date(), now.replace(tzinfo=None))
    days = dates.days(text, about)
    if len(days) == 1:
        return datetime.combine(days[0] + timedelta(is_end), time(), now.tzinfo)
    moments = () if days else dates.moments(text, about)
    if len(moments) == 1:
        return moments[0].replace(tzinfo=now.tzinfo)
    problem = _("“{text}” can be several days.") if days or moments else _("“{text}” is no day or time.")
    names = ", ".join(name for name in SPANS if name)
    hint = _("Write it as 2027-10-12 or 2027-10-12 09:00, or one of: {names}.").format(names=names)
    raise UserError(problem.format(text=text), hint)
