"""The steps from a new mission to its first printed pack, and which of them are done."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from missionplanner.domain.applications import Status
from missionplanner.domain.clock_changes import clock_changes
from missionplanner.domain.companies import Side
from missionplanner.domain.requests import Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.i18n import _, count, current


class StepName(StrEnum):
    """The steps in their order."""

    CITIES = "cities"
    VENUES = "venues"
    SESSIONS = "sessions"
    REGISTRATIONS = "registrations"
    REQUESTS = "requests"
    TIMETABLE = "timetable"
    PACKS = "packs"


_OPEN = (Status.APPLIED, Status.INFORMATION_REQUESTED, Status.UNDER_REVIEW)


@dataclass(frozen=True, slots=True)
class FirstStep:
    """A step and how far it is."""

    name: StepName
    is_done: bool
    text: str
    """How far it is, in a sentence."""


def steps(snapshot: Snapshot) -> list[FirstStep]:
    """Return the steps in their order; the last one is done with the first pack, which the snapshot does not know."""
    return [
        _cities(snapshot),
        _venues(snapshot),
        _sessions(snapshot),
        _registrations(snapshot),
        _requests(snapshot),
        _timetable(snapshot),
        FirstStep(StepName.PACKS, False, _("A briefing pack for every company, to be printed or sent as a PDF.")),
    ]


def waiting(snapshot: Snapshot) -> list[int]:
    """Return the keys of the companies whose registration is still to be decided."""
    return [key for key, application in snapshot.application.items() if application.status in _OPEN]


def _cities(snapshot: Snapshot) -> FirstStep:
    number = len(snapshot.stops)
    text = count("{n} city", "{n} cities", number) if number else _("The cities the mission visits, with their days.")
    clocks = [change.sentence(current()) for change in clock_changes(snapshot.stops)]
    text = " ".join((f"{text}.", *clocks)) if clocks else text
    return FirstStep(StepName.CITIES, number > 0, text)


def _venues(snapshot: Snapshot) -> FirstStep:
    missing = [stop for stop in snapshot.stops if not _tables_at(snapshot, stop.id)]
    if missing or not snapshot.stops:
        return FirstStep(StepName.VENUES, False, _("Where companies meet in each city, with its numbered tables."))
    venues = count("{n} venue", "{n} venues", len(snapshot.venues))
    tables = count("{n} table", "{n} tables", len(snapshot.tables))
    return FirstStep(StepName.VENUES, True, f"{venues}, {tables}")


def _sessions(snapshot: Snapshot) -> FirstStep:
    reached = {snapshot.stop_of_slot[slot.id].id for slot in snapshot.slots}
    if not snapshot.stops or {stop.id for stop in snapshot.stops} - reached:
        return FirstStep(StepName.SESSIONS, False, _("The hours of meetings in each city, cut into slots."))
    number = len(snapshot.slots)
    return FirstStep(StepName.SESSIONS, True, count("{n} slot for meetings", "{n} slots for meetings", number))


def _registrations(snapshot: Snapshot) -> FirstStep:
    numbers = {side: sum(company.side is side for company in snapshot.companies) for side in Side}
    if not snapshot.companies:
        text = _("The companies of both sides, from the forms they filled in or typed one by one.")
        return FirstStep(StepName.REGISTRATIONS, False, text)
    parts = [
        count("{n} company of the delegation", "{n} companies of the delegation", numbers[Side.DELEGATION]),
        count("{n} counterpart", "{n} counterparts", numbers[Side.COUNTERPART]),
    ]
    undecided = Counter(snapshot.company[key].side for key in waiting(snapshot))
    if all(undecided[side] for side in Side):
        text = _("waiting for a decision: {delegation} of the delegation, {counterparts} counterparts")
        numbers_of = {"delegation": undecided[Side.DELEGATION], "counterparts": undecided[Side.COUNTERPART]}
        parts.append(text.format(**numbers_of))
    elif undecided:
        parts.append(count("{n} waits for a decision", "{n} wait for a decision", undecided.total()))
    ready = {company.side for company in snapshot.companies if snapshot.takes_part(company.id)}
    return FirstStep(StepName.REGISTRATIONS, ready == set(Side), ", ".join(parts))


def wanted(snapshot: Snapshot) -> int:
    """Return how many requests for a meeting there are: a no thanks is none."""
    return sum(request.priority is not Priority.NO_THANKS for request in snapshot.requests)


def _requests(snapshot: Snapshot) -> FirstStep:
    number = wanted(snapshot)
    text = count("{n} request", "{n} requests", number) if number else _("Who wants to meet whom.")
    return FirstStep(StepName.REQUESTS, number > 0, text)


def _timetable(snapshot: Snapshot) -> FirstStep:
    number = sum(meeting.stands for meeting in snapshot.meetings)
    how = _("Made from the requests, by the press of a button.")
    return FirstStep(StepName.TIMETABLE, number > 0, count("{n} meeting", "{n} meetings", number) if number else how)


def _tables_at(snapshot: Snapshot, stop_id: int) -> int:
    return sum(len(snapshot.tables_of.get(venue.id, ())) for venue in snapshot.venues if venue.stop_id == stop_id)
