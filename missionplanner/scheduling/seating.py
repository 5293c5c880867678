"""Which table and which interpreter each meeting gets: companies of one side stay where they are within a day."""

from dataclasses import replace

from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.timetable import Meeting, Owner, Slot
from missionplanner.scheduling.formulation import Formulation
from missionplanner.scheduling.problem import Assignment
from missionplanner.scheduling.tables import Sitting, Tables


def seat(snapshot: Snapshot, stated: Formulation, assignment: Assignment) -> dict[int, int | None]:
    """Table keys by wish, None at offices.

    A wish for which no table is left is missing (only where sessions of one venue overlap).
    """
    tables = Tables(Plan(snapshot, []), stated.aims.seated)
    held = {m.pair: m for m in snapshot.meetings if m.stands}
    waiting = []
    visits: dict[int, int | None] = {}
    for number in sorted(assignment):
        pair = stated.requests[number].pair
        sitting = Sitting(number, pair, stated.slots[assignment[number]], held.get(pair))
        kept = stated.kept[number]
        if stated.problem.is_visit(number, assignment[number]):
            visits[number] = None
        elif kept and kept.table_id is not None:
            tables.take(kept.table_id, sitting)
        else:
            waiting.append(sitting)
    tables.seat(waiting)
    return {**tables.found, **visits}


def interpret(snapshot: Snapshot, meetings: list[Meeting]) -> list[Meeting]:
    """The meetings with an interpreter each where they need one; one for whom nobody is left is dropped.

    An interpreter given to one meeting is given to another instead where that leaves nobody without. Kept meetings stay
    as they are. Somebody booked by hand for a meeting that needs nobody stays where it is at the time it was.
    """
    booking = _Booking(snapshot, meetings)
    # The hardest first of each time; `give` still hands an interpreter on where that helps a later meeting.
    for number in sorted(booking.able, key=lambda n: (booking.slot(n).starts, len(booking.able[n]), n)):
        booking.give(number, set())
    booking.keep()
    found = []
    for number, meeting in enumerate(meetings):
        if number in booking.given:
            found.append(replace(meeting, interpreter_id=booking.given[number]))
        # What has a key is kept, and only a new meeting is dropped for want of an interpreter.
        elif meeting.id or number not in booking.able:
            found.append(meeting)
    return found


class _Booking:
    """Who interprets where, while it is worked out (augmenting paths)."""

    def __init__(self, snapshot: Snapshot, meetings: list[Meeting]) -> None:
        self._snapshot, self._meetings, self._plan = snapshot, meetings, Plan(snapshot, [])
        self._busy: dict[int, list[Slot]] = {}
        self.able: dict[int, list[int]] = {}
        """The interpreters who could do each meeting that needs one."""
        self.given: dict[int, int] = {}
        for number, meeting in enumerate(meetings):
            if meeting.interpreter_id:
                self._busy.setdefault(meeting.interpreter_id, []).append(self.slot(number))
            elif languages := self._plan.interpreted(meeting):
                self.able[number] = self._plan.able_interpreters(languages)

    def slot(self, number: int) -> Slot:
        """The slot of a meeting."""
        return self._snapshot.slot[self._meetings[number].slot_id]

    def give(self, number: int, seen: set[int]) -> bool:
        """Give the meeting an interpreter, if need be one of another meeting who can be replaced there."""
        for person in self.able[number]:
            # Along one path an interpreter is asked once, or it would go round in circles.
            if person in seen or not self._is_free(person, self.slot(number)):
                continue
            seen.add(person)
            span = self.slot(number).span
            rivals = [n for n, who in self.given.items() if who == person and self.slot(n).span.overlaps(span)]
            # One meeting can be handed on; an interpreter who would have to leave two is passed over.
            if not rivals or (len(rivals) == 1 and self.give(rivals[0], seen)):
                self.given[number] = person
                return True
        return False

    def keep(self) -> None:
        """Leave those booked by hand at meetings that need nobody and stay at their time, unless they are needed."""
        booked = {
            (one.pair, one.slot_id): one.interpreter_id
            for one in self._snapshot.meetings
            if one.stands and one.interpreter_id
        }
        plain = {person.id for person in self._plan.plain_interpreters}
        for number, meeting in enumerate(self._meetings):
            person = booked.get((meeting.pair, meeting.slot_id), 0)
            if meeting.id or number in self.able or person not in plain or not self._is_free(person, self.slot(number)):
                continue
            span = self.slot(number).span
            if not any(who == person and self.slot(n).span.overlaps(span) for n, who in self.given.items()):
                self.given[number] = person

    def _is_free(self, person: int, slot: Slot) -> bool:
        if self._plan.absence(Owner.DELEGATE, person, slot):
            return False
        return not any(other.span.overlaps(slot.span) for other in self._busy.get(person, []))


def to_meetings(stated: Formulation, assignment: Assignment, tables: dict[int, int | None]) -> list[Meeting]:
    """The meetings of an assignment: kept ones as they are, new ones without a key."""
    found = []
    for number, table in sorted(tables.items()):
        request = stated.requests[number]
        found.append(
            stated.kept[number]
            or Meeting(
                delegation_id=request.delegation_id,
                counterpart_id=request.counterpart_id,
                slot_id=stated.slots[assignment[number]].id,
                table_id=table,
            )
        )
    return found
