"""The day itself: who should be where, whom to call the evening before, where a meeting can go that did not happen."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from missionplanner.domain.companies import Delegate, Side
from missionplanner.domain.moves import Grade, Moves, MoveVerdict
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting
from missionplanner.i18n import _


@dataclass(frozen=True, slots=True)
class Going:
    """A meeting at a moment. phase: "now", "next" (the slot after), "later" or "over"."""

    meeting: Meeting
    phase: str
    starts: datetime
    ends: datetime
    table: int


@dataclass(frozen=True, slots=True)
class Call:
    """A company to be called before a day: whom, how often it meets, since when it said that it comes."""

    company_id: int
    person: Delegate | None
    phone: str
    first: datetime
    meetings: tuple[Meeting, ...]
    reconfirmed: date | None
    """The day since which it said of all its meetings that it comes; None where of one it did not."""


def meeting_days(snapshot: Snapshot, stop_id: int) -> list[date]:
    """The days on which the stop has slots."""
    return sorted({slot.day for slot in snapshot.slots if snapshot.stop_of_slot[slot.id].id == stop_id})


def zone_note(snapshot: Snapshot, stop_id: int) -> str:
    """The stop's time zone where the stops do not share one, else nothing."""
    moment = next((slot.starts for slot in snapshot.slots), datetime.now().astimezone())
    offsets = {in_zone(moment, stop.time_zone).utcoffset() for stop in snapshot.stops}
    if len(offsets) < 2:
        return ""
    return _("Times of {zone}").format(zone=snapshot.stop[stop_id].time_zone.replace("_", " "))


def going_on(snapshot: Snapshot, stop_id: int, moment: datetime) -> list[Going]:
    """The day's meetings of a stop, in the order of time and table."""
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
            Going(
                meeting,
                _phase(slot.starts, slot.ends, moment, coming),
                in_zone(slot.starts, zone),
                in_zone(slot.ends, zone),
                snapshot.table[meeting.table_id].number,
            )
            for meeting, slot in found
        ),
        key=lambda going: (going.starts, going.table, going.meeting.id),
    )


def _phase(starts: datetime, ends: datetime, moment: datetime, coming: datetime | None) -> str:
    if starts <= moment < ends:
        return "now"
    if ends <= moment:
        return "over"
    return "next" if starts == coming else "later"


def calls(snapshot: Snapshot, day: date, side: Side | None = None) -> list[Call]:
    """Whom to call before a day: every company with meetings then, by its first meeting and name."""
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
    """The first place from a moment on that is free for a meeting; None where there is none."""
    slots = sorted(snapshot.slots, key=lambda slot: (slot.starts, slot.id))
    for slot in slots:
        if slot.starts < after or stop_id not in (None, snapshot.stop_of_slot[slot.id].id):
            continue
        if moves.grade(slot.id) is not Grade.REFUSED and slot.id != moves.held.slot_id:
            return moves.verdict(slot.id)
    return None


def rebooking(
    snapshot: Snapshot, meeting: Meeting, after: datetime, stop_id: int, printed: Iterable[int] = ()
) -> MoveVerdict | None:
    """The first free place after a moment for a meeting that is not held as planned; None where there is none."""
    again = meeting.as_planned()
    others = [m for m in snapshot.meetings if m.id != meeting.id]
    return next_place(snapshot, Moves(Plan(snapshot, [*others, again]), again, printed), after, stop_id)


def why_not(snapshot: Snapshot, moves: Moves, after: datetime, stop_id: int) -> str:
    """Why a meeting has no place at a stop from a moment on: what the first slot says, or that there is none."""
    slots = [s for s in snapshot.slots if s.starts >= after and snapshot.stop_of_slot[s.id].id == stop_id]
    first = min(slots, key=lambda slot: (slot.starts, slot.id), default=None)
    return moves.verdict(first.id).text if first else _("There are no more slots at this stop.")


def imagined(snapshot: Snapshot, pair: tuple[int, int], printed: Iterable[int] = ()) -> Moves:
    """The moves of a meeting that is agreed on the spot."""
    meeting = Meeting(id=-1, delegation_id=pair[0], counterpart_id=pair[1], slot_id=0, table_id=0)
    return Moves(Plan(snapshot, snapshot.meetings), meeting, printed)
