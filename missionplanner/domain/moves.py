"""The consequences of putting a meeting elsewhere, in the sentences of the rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from missionplanner.domain import rules
from missionplanner.domain.issues import Issue
from missionplanner.domain.meeting_places import table_number
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Request
from missionplanner.domain.timetable import Meeting, MeetingStatus, Owner, Slot
from missionplanner.domain.video import is_online
from missionplanner.i18n import N_, _, count, current

_Key = tuple[str, tuple[tuple[str, int], ...]]


class Grade(StrEnum):
    """Whether a meeting can be put somewhere: yes; yes, but somebody else is concerned; no."""

    FREE = "free"
    WARY = "wary"
    REFUSED = "refused"


GRADE_LABELS = {Grade.FREE: N_("possible"), Grade.WARY: N_("possible, but"), Grade.REFUSED: N_("not possible")}


@dataclass(frozen=True, slots=True)
class MoveVerdict:
    """The consequences of one move."""

    grade: Grade
    text: str
    """Why it is refused, or what else it means."""
    meetings: tuple[Meeting, ...] = ()
    """The meetings that change, as they are afterwards."""


class Moves:
    """The places for one meeting that is dragged, or for a request that is to become one.

    A place is refused where `rules.check` would afterwards find something it does not find without the meeting.
    """

    def __init__(self, plan: Plan, held: Meeting, printed: Iterable[int] = ()) -> None:
        self.plan, self.held = plan, held
        self._printed = frozenset(printed)
        self._grades: dict[tuple[int, int, int], Grade] = {}
        self._wrong_without: dict[frozenset[int], frozenset[_Key]] = {}
        """The issues of meetings as they are, by the keys of these: many places have the same neighbours."""

    @classmethod
    def of_request(cls, plan: Plan, request: Request, printed: Iterable[int] = ()) -> "Moves":
        """Return the moves of a request that has no meeting yet."""
        meeting = Meeting(
            id=-1, delegation_id=request.delegation_id, counterpart_id=request.counterpart_id, slot_id=0, table_id=0
        )
        return cls(plan, meeting, printed)

    @property
    def is_new(self) -> bool:
        """Whether the meeting is not in the timetable yet."""
        return self.held.id <= 0

    def grade(self, slot_id: int, table_id: int = 0, other: Meeting | None = None) -> Grade:
        """Return the grade of `verdict`, which is found sooner, and remembered."""
        key = (slot_id, table_id, other.id if other else 0)
        if self._is_here(slot_id, table_id):
            return Grade.FREE
        if self._no_tables(slot_id):
            return Grade.REFUSED
        if key not in self._grades:
            moved = self._moved(slot_id, table_id, other)
            mine = {("meetings", meeting.id) for meeting in moved}
            # what is wrong with a moved meeting itself is new: no need to look what was wrong before
            if any(mine & set(issue.subjects) for issue in self._issues(moved, other)):
                self._grades[key] = Grade.REFUSED
            else:
                self._grades[key] = self.verdict(slot_id, table_id, other).grade
        return self._grades[key]

    def verdict(self, slot_id: int, table_id: int = 0, other: Meeting | None = None) -> MoveVerdict:
        """Return the consequences of putting the meeting into this slot, at this table (0: one that suits).

        `other` is the meeting that is there already; the two change places where they can.
        """
        if self._is_here(slot_id, table_id):
            return MoveVerdict(Grade.FREE, _("It is here now."))
        if why := self._no_tables(slot_id):
            return MoveVerdict(Grade.REFUSED, why)
        moved = self._moved(slot_id, table_id, other)
        new = self._new_issues(moved, other)
        if new:
            more = count("({n} more reason)", "({n} more reasons)", len(new) - 1) if len(new) > 1 else ""
            return MoveVerdict(Grade.REFUSED, " ".join(part for part in (new[0].text, more) if part), moved)
        text = self._consequences(moved, other)
        return MoveVerdict(Grade.WARY, text, moved) if text else MoveVerdict(Grade.FREE, self._free(moved), moved)

    # -- inside

    def _is_here(self, slot_id: int, table_id: int) -> bool:
        if slot_id != self.held.slot_id or table_id in (0, self.held.table_id):
            return slot_id == self.held.slot_id
        return self.held.table_id is None and self._at_office(self.held, slot_id)

    def _at_office(self, meeting: Meeting, slot_id: int) -> bool:
        """Whether a meeting in a slot is one at the office of the host."""
        snapshot = self.plan.snapshot
        return snapshot.at_office(meeting.pair, snapshot.stop_of_slot[slot_id].id)

    def _no_tables(self, slot_id: int) -> str:
        """Return that the venue of a slot has no tables; empty where it has some, or none is needed."""
        if self._at_office(self.held, slot_id):
            return ""
        venue = self.plan.snapshot.venue_of_slot[slot_id]
        return (
            "" if self.plan.snapshot.tables_of.get(venue.id) else _("{venue} has no tables.").format(venue=venue.name)
        )

    def _moved(self, slot_id: int, table_id: int, other: Meeting | None) -> tuple[Meeting, ...]:
        if other is not None and self._changes_places(other):
            mine = self._placed(self.held, other.slot_id, other.table_id, {other.id})
            return mine, self._placed(other, self.held.slot_id, self.held.table_id, {self.held.id})
        return (self._placed(self.held, slot_id, table_id, set()),)

    def _changes_places(self, other: Meeting) -> bool:
        if self.is_new or other.id == self.held.id or not other.is_ahead or other.locked:
            return False
        # A visit takes no table from anybody: only whom it needs has to make room.
        needs_room = other.table_id is not None and not self._at_office(self.held, other.slot_id)
        return needs_room or bool(set(other.pair) & set(self.held.pair))

    def _placed(self, meeting: Meeting, slot_id: int, table_id: int | None, gone: set[int]) -> Meeting:
        """Return the meeting in another place, with an interpreter where it needs one; those of `gone` are free.

        What is held at an office takes no table, whichever is asked for.
        """
        if self._at_office(meeting, slot_id):
            place = None
        else:
            place = table_id or self._suitable_table(meeting, self.plan.snapshot.slot[slot_id], gone)
        found = meeting.moved_to(slot_id, place)
        return replace(found, interpreter_id=self._interpreter(found, gone | {meeting.id}))

    def _interpreter(self, meeting: Meeting, gone: set[int]) -> int | None:
        """Choose an interpreter: the present one, another who can, or nobody where nobody is needed."""
        plan, slot = self.plan, self.plan.snapshot.slot[meeting.slot_id]
        needed = plan.interpreted(meeting)
        if meeting.interpreter_id is None and needed is None:
            return None
        able = plan.able_interpreters(needed)
        first = [meeting.interpreter_id] if meeting.interpreter_id else []
        for key in [*first, *able]:
            busy = (m for m in plan.at_the_same_time(meeting, plan.of_interpreter[key]) if m.id not in gone)
            if plan.absence(Owner.DELEGATE, key, slot) is None and not any(busy):
                return key
        return meeting.interpreter_id

    def _suitable_table(self, held: Meeting, slot: Slot, gone: set[int]) -> int:
        """Choose a table: the present one, one at which either company sits that day, or the first free one."""
        plan, snapshot = self.plan, self.plan.snapshot
        tables = [table.id for table in snapshot.tables_of.get(snapshot.venue_of_slot[slot.id].id, [])]
        taken = {meeting.table_id for meeting in plan.during(slot) if meeting.id not in {held.id, *gone}}
        near = [m.table_id for key in held.pair for m in plan.of_company[key] if plan.slot(m).day == slot.day]
        for key in [held.table_id, *near, *tables]:
            if key is not None and key in tables and key not in taken and plan.absence(Owner.TABLE, key, slot) is None:
                return key
        return tables[0] if tables else 0

    def _neighbours(self, moved: tuple[Meeting, ...], other: Meeting | None) -> list[Meeting]:
        """Return the meetings that can clash with those moved, without these themselves."""
        plan, gone = self.plan, {self.held.id, *([other.id] if other and len(moved) > 1 else [])}
        found: dict[int, Meeting] = {}
        for meeting in moved:
            companies = set(meeting.pair).union(*(plan.sharing.get(company, ()) for company in meeting.pair))
            # A table or an interpreter minds only what is at the same time.
            beside = plan.of_table[meeting.table_id] if meeting.table_id is not None else []
            beside = beside + (plan.of_interpreter[meeting.interpreter_id] if meeting.interpreter_id else [])
            rows = [plan.of_company[company] for company in sorted(companies)]
            rows.append(list(plan.at_the_same_time(meeting, beside)))
            found.update((m.id, m) for row in rows for m in row if m.id not in gone)
        return list(found.values())

    def _issues(self, moved: tuple[Meeting, ...], other: Meeting | None) -> Iterator[Issue]:
        """Find what is wrong with the moved meetings; a wrong order is a fault of the earlier meeting, moved or not."""
        near = self._neighbours(moved, other)
        trial = self._trial(near, moved)
        for meeting in moved:
            yield from rules.conflicts(trial, meeting)
        for meeting in near if self.plan.snapshot.precedences else ():
            yield from rules.order_kept(trial, meeting)

    def _trial(self, near: list[Meeting], moved: tuple[Meeting, ...]) -> Plan:
        """Return the plan afterwards, with its meetings in the order in which the file will have them."""
        # a meeting without a key gets the last one; the rules name two meetings in the order of the plan
        return self.plan.over(sorted([*near, *moved], key=lambda m: (m.id <= 0, m.id)))

    def _new_issues(self, moved: tuple[Meeting, ...], other: Meeting | None) -> list[Issue]:
        """Return what the rules find with the meetings moved and do not find without them, in the order of time."""
        if next(self._issues(moved, other), None) is None:
            return []
        near = self._neighbours(moved, other)
        before = self._wrong_with(near)
        return [issue for issue in rules.check(self._trial(near, moved)) if _key(issue) not in before]

    def _wrong_with(self, near: list[Meeting]) -> frozenset[_Key]:
        """Return what the rules find in these meetings alone."""
        keys = frozenset(meeting.id for meeting in near)
        if keys not in self._wrong_without:
            found = frozenset(_key(issue) for issue in rules.check(self._trial(near, ())))
            self._wrong_without[keys] = found
        return self._wrong_without[keys]

    def _consequences(self, moved: tuple[Meeting, ...], other: Meeting | None) -> str:
        """Return what else it means: another meeting moves, or somebody has to be informed again."""
        found = []
        if len(moved) > 1:
            text = _("Changes places with {pair}, which goes to {where}.")
            found.append(text.format(pair=self._pair(moved[1]), where=self._where(moved[1])))
        more, fewer = self._days_changed(moved)
        if more:
            found.append(_("This adds a day for {companies}.").format(companies=", ".join(more).rstrip(".")))
        # Good news makes nobody wary; it is told where something else does.
        if fewer and found:
            found.append(_("It saves a day for {companies}.").format(companies=", ".join(fewer).rstrip(".")))
        informed = sorted({self._name(key) for meeting in moved for key in meeting.pair if key in self._printed})
        if informed:
            found.append(
                _("Their packs are printed already: {companies}.").format(companies=", ".join(informed).rstrip("."))
            )
        before = (self.held, *([other] if other and len(moved) > 1 else []))
        if any(m.status is MeetingStatus.CONFIRMED and m.slot_id != moved[n].slot_id for n, m in enumerate(before)):
            found.append(_("It was confirmed and has to be confirmed again."))
        return " ".join(found)

    def _days_changed(self, moved: tuple[Meeting, ...]) -> tuple[list[str], list[str]]:
        """Return the names of companies that have to come on more days, and of those that come on fewer.

        The first day of a company is no day more: it has to come for some meeting.
        """
        gone, more, fewer = {meeting.id for meeting in moved}, [], []
        for company in dict.fromkeys(key for meeting in moved for key in meeting.pair):
            mine = self.plan.of_company[company]
            before = {self._company_day(m) for m in mine}
            after = {self._company_day(m) for m in mine if m.id not in gone}
            after |= {self._company_day(m) for m in moved if company in m.pair}
            if before and len(after) > len(before):
                more.append(self._name(company))
            elif len(after) < len(before):
                fewer.append(self._name(company))
        return sorted(more), sorted(fewer)

    def _company_day(self, meeting: Meeting) -> tuple[int, date]:
        return self.plan.snapshot.stop_of_slot[meeting.slot_id].id, self.plan.slot(meeting).day

    def _free(self, moved: tuple[Meeting, ...]) -> str:
        text = _("Free: {where}.").format(where=self._where(moved[0]))
        _more, fewer = self._days_changed(moved)
        if not fewer:
            return text
        saved = _("It saves a day for {companies}.").format(companies=", ".join(fewer).rstrip("."))
        return f"{text} {saved}"

    def _where(self, meeting: Meeting) -> str:
        slot = self.plan.snapshot.slot[meeting.slot_id]
        if meeting.table_id is None:
            text = _("{time}, at the office of {company}")
            return text.format(time=current().moment(slot.starts), company=self._name(meeting.counterpart_id))
        table = table_number(self.plan.snapshot, meeting)
        by_video = is_online(self.plan.snapshot, meeting)
        text = _("{time}, video room {number}") if by_video else _("{time}, table {number}")
        return text.format(time=current().moment(slot.starts), number=table)

    def _pair(self, meeting: Meeting) -> str:
        return " – ".join(self._name(key) for key in meeting.pair)

    def _name(self, company_id: int) -> str:
        return self.plan.snapshot.company[company_id].name


def why_immovable(meeting: Meeting) -> str:
    """Return why a meeting cannot be dragged; empty when it can."""
    if not meeting.is_ahead:
        return _("This meeting is over or cancelled.")
    return _("This meeting is locked; unlock it first.") if meeting.locked else ""


def _key(issue: Issue) -> _Key:
    return issue.code, tuple(sorted(issue.subjects))
