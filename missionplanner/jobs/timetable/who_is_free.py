"""Who is free at a time: the companies of both sides, the meetings they still ask for, and what one then would mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from missionplanner.domain import free_time
from missionplanner.domain.companies import Company, Side
from missionplanner.domain.moves import Grade, Moves, MoveVerdict
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Request
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold, has_beginnings
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Slot
from missionplanner.i18n import current
from missionplanner.jobs.timetable import planning

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?(h|am|pm)?$")
_HALF = re.compile(r"(\d)\s+([ap])\.?m\.?$")
_ORDER = (Grade.FREE, Grade.WARY, Grade.REFUSED)


@dataclass(frozen=True, slots=True)
class MeetingTime:
    """A time of meetings in a city: the slots that start then, in all its venues."""

    stop_id: int
    slots: tuple[Slot, ...]

    @property
    def starts(self) -> datetime:
        """When they start, on the clocks of the city."""
        return self.slots[0].starts

    @property
    def day(self) -> date:
        """Their day in the city."""
        return self.slots[0].day


@dataclass(frozen=True, slots=True)
class FreeCompany:
    """A company that is free at a time."""

    company: Company
    requests: tuple[Request, ...]
    """The requests of both sides that it still has no meeting for."""
    possible: int
    """How many of them could be met then."""
    meetings: int
    """How many meetings it has on that day."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A request that could become a meeting at a time, and what that would mean."""

    request: Request
    partner: Company
    verdict: MoveVerdict


def times(snapshot: Snapshot) -> list[MeetingTime]:
    """Return every time of meetings, stop by stop, in the order of time."""
    found: dict[tuple[int, datetime], list[Slot]] = defaultdict(list)
    for slot in sorted(snapshot.slots, key=lambda slot: (slot.starts, slot.id)):
        found[snapshot.stop_of_slot[slot.id].id, slot.starts].append(slot)
    order = {stop.id: place for place, stop in enumerate(snapshot.stops)}
    rows = [MeetingTime(stop, tuple(slots)) for (stop, _starts), slots in found.items()]
    return sorted(rows, key=lambda one: (order[one.stop_id], one.starts))


def time_in_words(snapshot: Snapshot, time: MeetingTime, day: bool = True) -> str:
    """Return a time as lists show it: city, day, from when to when on its clocks."""
    zone = snapshot.stop[time.stop_id].time_zone
    span = "–".join(current().time(in_zone(moment, zone)) for moment in (time.starts, time.slots[0].ends))
    city = snapshot.stop[time.stop_id].name(current().language)
    return ", ".join([city, current().short_day(time.day), span] if day else [span])


def meant(snapshot: Snapshot, text: str, shown: MeetingTime | None = None) -> MeetingTime | None:
    """Return the time that is typed ("10", "2 pm", "tue 10:30"): the slots that go on then, else those that start next.

    shown: the time in whose city and, where none is typed, on whose day is looked first. None where nothing fits.
    """
    words = _HALF.sub(r"\1\2m", fold(text)).replace(",", " ").split()
    clock = _CLOCK.match(words[-1]) if words else None
    others = " ".join(words[:-1] if clock else words)
    found = [one for one in times(snapshot) if has_beginnings(_searched(snapshot, one), others)]
    if shown:
        near = [one for one in found if one.stop_id == shown.stop_id]
        found = (near if others else [one for one in near if one.day == shown.day]) or near or found
    if not clock or not found:
        return found[0] if words and found else None
    hours = int(clock[1]) % 12 + 12 * (clock[3] == "pm") if clock[3] in ("am", "pm") else int(clock[1])
    minutes = hours * 60 + int(clock[2] or 0)
    days = list(dict.fromkeys((one.stop_id, one.day) for one in found))
    of_day = ([one for one in found if (one.stop_id, one.day) == day] for day in days)
    return next((hit for hit in (_going_on(snapshot, row, minutes) for row in of_day) if hit), None)


def _searched(snapshot: Snapshot, time: MeetingTime) -> str:
    return f"{time_in_words(snapshot, time)} {current().date(time.day, 'full')}"


def who_is_free(plan: Plan, time: MeetingTime, side: Side | None = None) -> list[FreeCompany]:
    """Return who is free at a time, in the order of `by_use`."""
    waiting = _Waiting(plan, time)
    return by_use(waiting.of(company) for company in free_time.free_companies(plan, time.slots, side))


def by_use(found: Iterable[FreeCompany]) -> list[FreeCompany]:
    """Return free companies in order: those first that most of their open requests could be met with, or are open."""
    return sorted(found, key=lambda one: (-one.possible, -len(one.requests)))


def free_one_by_one(plan: Plan, time: MeetingTime) -> Iterator[FreeCompany | None]:
    """Yield for every company that takes part what it has open where it is free, else None; for work in slices."""
    waiting = _Waiting(plan, time)
    for side in Side:
        for company in plan.snapshot.participants(side):
            free = free_time.is_free(plan, company.id, time.slots)
            yield waiting.of(company) if free else None


def openings(plan: Plan, free: FreeCompany, time: MeetingTime, printed: Iterable[int] = ()) -> list[Opening]:
    """Return the open requests of a company with what a meeting at that time would mean, those that go first."""
    known = frozenset(printed)
    found = []
    for request in free.requests:
        other = request.counterpart_id if request.delegation_id == free.company.id else request.delegation_id
        verdict = free_time.best_place(Moves.of_request(plan, request, known), time.slots)
        found.append(Opening(request, plan.snapshot.company[other], verdict))
    return sorted(found, key=lambda one: _ORDER.index(one.verdict.grade))


class _Waiting:
    """The open requests of a plan by company; whether one could be met at a time is found out once for both."""

    def __init__(self, plan: Plan, time: MeetingTime) -> None:
        self._plan, self._time = plan, time
        self._requests: dict[int, list[Request]] = defaultdict(list)
        self._is_possible: dict[int, bool] = {}
        for request in planning.open_requests(plan.snapshot):
            for key in request.pair:
                self._requests[key].append(request)

    def of(self, company: Company) -> FreeCompany:
        """Return what a free company has open, and has on the day."""
        requests = tuple(self._requests.get(company.id, ()))
        mine = self._plan.of_company.get(company.id, ())
        meetings = sum(1 for m in mine if self._plan.slot(m).day == self._time.day)
        return FreeCompany(company, requests, sum(map(self._could_be, requests)), meetings)

    def _could_be(self, request: Request) -> bool:
        if request.id not in self._is_possible:
            moves = Moves.of_request(self._plan, request)
            grades = (moves.grade(slot.id) for slot in self._time.slots)
            self._is_possible[request.id] = any(grade is not Grade.REFUSED for grade in grades)
        return self._is_possible[request.id]


def _going_on(snapshot: Snapshot, row: Sequence[MeetingTime], minutes: int) -> MeetingTime | None:
    """Return the time of a day that goes on so many minutes after midnight, else the next; None after the last."""
    zone = snapshot.stop[row[0].stop_id].time_zone
    for one in row:
        ends = in_zone(one.slots[0].ends, zone)
        if minutes < ends.hour * 60 + ends.minute:
            return one
    return None
