"""Meetings changed by hand: moved, swapped, placed, cancelled, confirmed, attended; each change is one step."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.journals import PackPrint
from missionplanner.domain.moves import Grade, MoveVerdict
from missionplanner.domain.timetable import MEETING_STATUS_LABELS, Meeting, MeetingDelegate, MeetingStatus
from missionplanner.errors import UserError
from missionplanner.i18n import _
from missionplanner.messages import counted_message, message
from missionplanner.store.store import Store


def printed(store: Store) -> frozenset[int]:
    """Return the companies whose packs were printed."""
    return frozenset(row.company_id for row in store.all(PackPrint) if row.company_id)


def drop(store: Store, verdict: MoveVerdict) -> list[int]:
    """Put the meetings of a verdict in their new places as one step; return their keys.

    Raises UserError when the place is refused, with the reason that was shown.
    """
    if verdict.grade is Grade.REFUSED:
        raise UserError(verdict.text, _("Choose a green or amber place."))
    moved = verdict.meetings
    label = message("Swap two meetings") if len(moved) > 1 else message("Move a meeting")
    # A meeting that is not stored yet has a key of 0 or below (domain.moves).
    if any(meeting.id <= 0 for meeting in moved):
        label = message("Place a meeting")
    keys = []
    with store.change(label) as change:
        for meeting in moved:
            if meeting.id <= 0:
                change.delete(Meeting, _cancelled(store, meeting))
                keys.append(change.insert(replace(meeting, id=0)))
            else:
                change.update(meeting)
                keys.append(meeting.id)
    return keys


def take_out(store: Store, keys: Iterable[int]) -> int:
    """Take planned meetings out of the timetable as one step; their requests are open again. Return how many."""
    found = [m.id for m in store.where(Meeting, "id", keys) if m.is_ahead]
    with store.change(counted_message("Take {n} meeting out", "Take {n} meetings out", len(found))) as change:
        change.delete(Meeting, found)
    return len(found)


def cancel(store: Store, keys: Iterable[int], reason: str) -> int:
    """Cancel meetings, but for held ones, as one step, so that they are not planned again; return how many."""
    found = [m for m in store.where(Meeting, "id", keys) if m.stands and m.status is not MeetingStatus.HELD]
    with store.change(counted_message("Cancel {n} meeting", "Cancel {n} meetings", len(found))) as change:
        for meeting in found:
            change.update(replace(meeting, status=MeetingStatus.CANCELLED, reason=reason))
    return len(found)


def set_status(store: Store, keys: Iterable[int], status: MeetingStatus) -> None:
    """Record that meetings are planned, confirmed or held, as one step."""
    label = message(MEETING_STATUS_LABELS[status])
    with store.change(message("Set meetings to {status}", status=label)) as change:
        for meeting in store.where(Meeting, "id", keys):
            if status is MeetingStatus.PLANNED:
                change.update(meeting.as_planned())
            else:
                change.update(replace(meeting, status=status, no_show_side="", reason=""))


def reset(store: Store, keys: Iterable[int]) -> None:
    """Have meetings be as planned again, neither held nor missed nor late, as one step; cancelled ones stay so."""
    with store.change(message("As planned again")) as change:
        for meeting in store.where(Meeting, "id", keys):
            if meeting.stands:
                change.update(meeting.as_planned())


def no_show(store: Store, keys: Iterable[int], side: Side, reason: str = "") -> None:
    """Record that a side did not come to meetings, and why, as one step."""
    with store.change(message("No-show")) as change:
        for meeting in store.where(Meeting, "id", keys):
            made = replace(meeting, status=MeetingStatus.NO_SHOW, no_show_side=side.value, reason=reason)
            change.update(made)


def late(store: Store, keys: Iterable[int], side: Side | None, minutes: int) -> None:
    """Record by how many minutes a side is late for meetings, with None that nobody is, as one step."""
    with store.change(message("Late for a meeting") if side else message("On time after all")) as change:
        for meeting in store.where(Meeting, "id", keys):
            change.update(replace(meeting, late_side=side.value if side else "", late_minutes=minutes if side else 0))


def reconfirm(store: Store, keys: Iterable[int], day: date | None, side: Side) -> None:
    """Note the day on which a side reconfirmed meetings, None to take that back, as one step."""
    found = store.where(Meeting, "id", keys)
    label = counted_message("Reconfirm {n} meeting", "Reconfirm {n} meetings", len(found))
    with store.change(label if day else message("Take a reconfirmation back")) as change:
        for meeting in found:
            change.update(_reconfirmed(meeting, day, side))


def _reconfirmed(meeting: Meeting, day: date | None, side: Side) -> Meeting:
    sides = {one.value for one in Side if meeting.is_reconfirmed_by(one.value)}
    sides = sides | {side.value} if day else sides - {side.value}
    by = "both" if len(sides) == 2 else next(iter(sides), "")
    status = meeting.status
    if meeting.is_ahead:
        status = MeetingStatus.CONFIRMED if by else MeetingStatus.PLANNED
    return replace(meeting, reconfirmed=day or (meeting.reconfirmed if by else None), reconfirmed_by=by, status=status)


def attend(store: Store, key: int, delegates: Iterable[int]) -> None:
    """Set the delegates who attend a meeting, as one step; none means all of both companies."""
    wanted = set(delegates)
    with store.change(message("Say who attends a meeting")) as change:
        known = store.where(MeetingDelegate, "meeting_id", [key])
        change.delete(MeetingDelegate, [row.id for row in known if row.delegate_id not in wanted])
        new = sorted(wanted - {row.delegate_id for row in known})
        change.insert_all(MeetingDelegate(meeting_id=key, delegate_id=delegate) for delegate in new)


def give_interpreter(store: Store, keys: Iterable[int], interpreter: int | None) -> None:
    """Book an interpreter for meetings, or none, as one step."""
    with store.change(message("Book an interpreter") if interpreter else message("Book no interpreter")) as change:
        for meeting in store.where(Meeting, "id", keys):
            change.update(replace(meeting, interpreter_id=interpreter))


def walk_in(store: Store, verdict: MoveVerdict) -> int:
    """Enter a meeting that was agreed on the spot, in the place of a verdict, as one step; return its key.

    Raises UserError when the place is refused.
    """
    if verdict.grade is Grade.REFUSED:
        raise UserError(verdict.text, _("Choose another time."))
    meeting = verdict.meetings[0]
    one, two = (store.get(Company, key).named for key in meeting.pair)
    with store.change(message("Walk-in meeting {one} – {two}", one=one, two=two)) as change:
        change.delete(Meeting, _cancelled(store, meeting))
        return change.insert(replace(meeting, id=0, walk_in=True))


def _cancelled(store: Store, meeting: Meeting) -> list[int]:
    """Return the cancelled meetings of the pair, which would keep it from meeting."""
    found = store.where(Meeting, "delegation_id", [meeting.delegation_id])
    return [m.id for m in found if m.pair == meeting.pair and not m.stands]
