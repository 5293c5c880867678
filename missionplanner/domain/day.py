"""The day itself: who is expected where, whom to call the evening before, and new places of missed meetings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from missionplanner.domain.companies import Side
from missionplanner.domain.meeting_places import table_number
from missionplanner.domain.moves import Grade, Moves, MoveVerdict
from missionplanner.domain.people import Person
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone, offset_words
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import _, current


@dataclass(frozen=True, slots=True)
class DayMeeting:
    """A meeting of a day as it stands at some time of the day."""

    meeting: Meeting
    phase: str
    """"now", "next" (in the slots that start soonest), "later" or "over"."""
    starts: datetime
    """On the clocks of the stop."""
    ends: datetime
    table: int
    """The number of the table; 0 at an office."""


@dataclass(frozen=True, slots=True)
class Call:
    """A company to be called before a day."""

    company_id: int
    person: Person | None
    """Whom to call; None for a company without delegates."""
    phone: str
    first: datetime
    """The start of its first meeting."""
    meetings: tuple[Meeting, ...]
    reconfirmed: date | None
    """The day since which it reconfirmed all its meetings; None while one of them is not reconfirmed."""


def meeting_days(snapshot: Snapshot, stop_id: int) -> list[date]:
    """The days on which the stop has slots."""
    return sorted({slot.day for slot in snapshot.slots if snapshot.stop_of_slot[slot.id].id == stop_id})


def zone_note(snapshot: Snapshot, stop_id: int) -> str:
    """The stop's time zone where the stops do not share one, else nothing."""
    moment = next((slot.starts for slot in snapshot.slots), datetime.now().astimezone())
    offsets = {in_zone(moment, stop.time_zone).utcoffset() for stop in snapshot.stops}
    if len(offsets) < 2:
        return ""
    stop = snapshot.stop[stop_id]
    # The city a zone is called after is often another one: Québec has the clocks of Toronto.
    place = f"{stop.name(current().language)} ({offset_words(stop.time_zone, stop.starts)})"
    return _("Times of {zone}").format(zone=place)


def meetings_of_day(snapshot: Snapshot, stop_id: int, moment: datetime) -> list[DayMeeting]:
    """Return the meetings of a stop on the day of that time, in the order of time and table."""
    zone = snapshot.stop[stop_id].time_zone
    day = in_zone(moment, zone).date()
    found = []
    for meeting in snapshot.meetings:
        slot = snapshot.slot[meeting.slot_id]
        if meeting.stands and snapshot.stop_of_slot[slot.id].id == stop_id and in_zone(slot.starts, zone).date() == day:
            found.append((meeting, slot))
    coming = min((slot.starts for _m, slot in found if slot.starts > moment), default=None)
    return sorted(
        (
            DayMeeting(
                meeting,
                _phase(slot.starts, slot.ends, moment, coming),
                in_zone(slot.starts, zone),
                in_zone(slot.ends, zone),
                table_number(snapshot, meeting),
            )
            for meeting, slot in found
        ),
        key=lambda one: (one.starts, one.table, one.meeting.id),
    )


def _phase(starts: datetime, ends: datetime, moment: datetime, coming: datetime | None) -> str:
    if starts <= moment < ends:
        return "now"
    if ends <= moment:
        return "over"
    return "next" if starts == coming else "later"


def calls(snapshot: Snapshot, day: date, side: Side | None = None) -> list[Call]:
    """Return the companies to call before a day: all with meetings then, by their first meeting and name."""
    found = []
    for company in snapshot.companies:
        mine = [m for m in snapshot.meetings_of.get(company.id, []) if m.is_ahead]
        mine = [m for m in mine if snapshot.slot[m.slot_id].day == day]
        if not mine or side not in (None, company.side):
            continue
        person, phone = snapshot.contact(company.id)
        days = [m.reconfirmed if m.is_reconfirmed_by(company.side.value) else None for m in mine]
        since = min((d for d in days if d), default=None) if all(days) else None
        found.append(Call(company.id, person, phone, snapshot.slot[mine[0].slot_id].starts, tuple(mine), since))
    return sorted(found, key=lambda call: (call.first, snapshot.company[call.company_id].name.casefold()))


def next_place(snapshot: Snapshot, moves: Moves, after: datetime, stop_id: int | None = None) -> MoveVerdict | None:
    """Return the first place from that time on that is free for a meeting; None where there is none."""
    slots = sorted(snapshot.slots, key=lambda slot: (slot.starts, slot.id))
    for slot in slots:
        if slot.starts < after or stop_id not in (None, snapshot.stop_of_slot[slot.id].id):
            continue
        if moves.grade(slot.id) is not Grade.REFUSED and slot.id != moves.held.slot_id:
            return moves.verdict(slot.id)
    return None


def place_on_day(moves: Moves, day: date, stop_id: int) -> MoveVerdict | None:
    """Return the place on a day of a stop at the time of a meeting, else the nearest that is free; None without one."""
    snapshot, held = moves.plan.snapshot, moves.plan.slot(moves.held)
    slots = [s for s in snapshot.slots if s.day == day and snapshot.stop_of_slot[s.id].id == stop_id]
    open_ = [slot for slot in slots if moves.grade(slot.id) is not Grade.REFUSED]
    best = min(open_, key=lambda slot: (abs(_minutes(slot.starts) - _minutes(held.starts)), slot.id), default=None)
    return moves.verdict(best.id) if best else None


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def rebooking(
    snapshot: Snapshot, meeting: Meeting, after: datetime, stop_id: int, printed: Iterable[int] = ()
) -> MoveVerdict | None:
    """Return the first free place after that time for a meeting that is not held as planned; None without one."""
    again = meeting.as_planned()
    others = [m for m in snapshot.meetings if m.id != meeting.id]
    return next_place(snapshot, Moves(Plan(snapshot, [*others, again]), again, printed), after, stop_id)


def why_not(snapshot: Snapshot, moves: Moves, after: datetime, stop_id: int) -> str:
    """Return why a meeting has no place at a stop from that time on, as the first slot has it."""
    slots = [s for s in snapshot.slots if s.starts >= after and snapshot.stop_of_slot[s.id].id == stop_id]
    first = min(slots, key=lambda slot: (slot.starts, slot.id), default=None)
    return moves.verdict(first.id).text if first else _("There are no more slots at this stop.")


def walk_in_moves(snapshot: Snapshot, pair: tuple[int, int], printed: Iterable[int] = ()) -> Moves:
    """Return the moves of a meeting that two companies agree on the spot."""
    meeting = Meeting(id=-1, delegation_id=pair[0], counterpart_id=pair[1], slot_id=0, table_id=0)
    return Moves(Plan(snapshot, snapshot.meetings), meeting, printed)
