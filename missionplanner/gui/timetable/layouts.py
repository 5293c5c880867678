"""The timetable from every side: slots against tables, or companies, delegates, interpreters against slots."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from itertools import count

from missionplanner.domain import meeting_places
from missionplanner.domain.companies import Side
from missionplanner.domain.plan import Plan
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Meeting, Owner, Slot
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.timetable import attendees

VIEWS = {
    "tables": N_("By slot and table"), "delegation": N_("By delegation company"), "counterpart": N_("By counterpart"),
    "delegates": N_("By delegate"), "interpreters": N_("By interpreter"),
}  # fmt: skip
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a grid."""

    text: str = ""
    colour: str = ""
    """The colour of the main sector of the delegation company."""
    pattern: int = 0
    """The place of that sector among the main sectors: each has a pattern of its own."""
    meeting: Meeting | None = None
    barred: bool = False
    """Whether an event or an absence leaves no room."""
    also: tuple[Meeting, ...] = ()
    """Others in the same cell, where there is a conflict."""

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings in the cell."""
        return (self.meeting, *self.also) if self.meeting else ()


@dataclass(frozen=True, slots=True)
class CellTarget:
    """Where a meeting put into a cell goes."""

    slot_ids: tuple[int, ...]
    """The slots the cell stands for, of which the best is taken."""
    table_id: int = 0
    """The table; 0 for one that suits."""
    other: Meeting | None = None
    """The meeting that is there already, with which it changes places."""


@dataclass(slots=True)
class TimetableLayout:
    """A grid: its headings, its cells, and what they stand for."""

    view: str = "tables"
    """One of VIEWS."""
    rows: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    cells: dict[Place, Cell] = field(default_factory=dict)
    """The cells that hold something, by row and column."""
    keys: list[int] = field(default_factory=list)
    """The tables of the columns (0 for one of visits), or the companies or people of the rows."""
    slots: list[list[Slot]] = field(default_factory=list)
    """The slots that start at each time."""
    venue_of: dict[int, int] = field(default_factory=dict)
    """The venue of every slot and (negative) table."""
    company_of: dict[int, int] = field(default_factory=dict)
    """The company of every key, where rows are companies or delegates."""

    def target(self, place: Place, pair: tuple[int, int]) -> CellTarget | None:
        """Return where a meeting of the pair put into a cell goes; None for a cell of other companies."""
        row, column = place
        other = self.cells.get(place, Cell()).meeting
        if self.view == "tables":
            table = self.keys[column]
            if not table:
                return CellTarget(tuple(slot.id for slot in self.slots[row]), 0, other)
            there = [s.id for s in self.slots[row] if self.venue_of[s.id] == self.venue_of[-table]]
            return CellTarget(tuple(there), table, other) if there else None
        if self.company_of.get(self.keys[row]) not in pair:
            return None
        if other is not None and other.pair != pair:
            return CellTarget((other.slot_id,), other.table_id or 0, other)
        return CellTarget(tuple(slot.id for slot in self.slots[column]))


def layout(plan: Plan, view: str, stop_id: int, day: date) -> TimetableLayout:
    """The grid of a view for a stop and day."""
    snapshot = plan.snapshot
    slots = _slots_of_day(snapshot, stop_id, day)
    starts = sorted({slot.starts for slot in slots})
    zone = snapshot.stop[stop_id].time_zone
    found = TimetableLayout(view, slots=[[slot for slot in slots if slot.starts == start] for start in starts])
    found.venue_of = {slot.id: snapshot.venue_of_slot[slot.id].id for slot in slots}
    times = [current().time(in_zone(start, zone)) for start in starts]
    place_of = {slot.id: starts.index(slot.starts) for slot in slots}
    meetings = [m for m in snapshot.meetings if m.stands and m.slot_id in place_of]
    if view == "tables":
        found.rows = times
        _fill_tables(snapshot, found, meetings, place_of)
        return found
    found.columns = times
    if view == "interpreters":
        _fill_interpreters(plan, found, meetings, place_of)
    elif view == "delegates":
        _fill_delegates(plan, found, stop_id, place_of)
    else:
        _fill_companies(plan, found, stop_id, place_of)
    return found


def _fill_tables(snapshot: Snapshot, found: TimetableLayout, meetings: list[Meeting], place_of: dict[int, int]) -> None:
    """Slots down, tables across, both names in the cell."""
    venues = list(dict.fromkeys(found.venue_of.values()))
    tables = [table for venue in venues for table in snapshot.tables_of.get(venue, [])]
    found.keys = [table.id for table in tables]
    found.venue_of |= {-table.id: table.venue_id for table in tables}
    many = len(venues) > 1
    found.columns = [
        (_("Video room {number}") if snapshot.venue[t.venue_id].online else _("Table {number}")).format(number=t.number)
        + (f"\n{snapshot.venue[t.venue_id].name}" if many else "")
        for t in tables
    ]
    column_of = {table.id: number for number, table in enumerate(tables)}
    for meeting in meetings:
        if meeting.table_id in column_of:
            text = "\n".join(snapshot.company[key].name for key in meeting.pair)
            _put_meeting(snapshot, found, (place_of[meeting.slot_id], column_of[meeting.table_id]), meeting, text)
    _add_visits(snapshot, found, [m for m in meetings if m.table_id is None], place_of)


def _add_visits(snapshot: Snapshot, found: TimetableLayout, visits: list[Meeting], place_of: dict[int, int]) -> None:
    """Put visits into columns behind the tables, as many as there are visits at a time."""
    first = len(found.keys)
    for meeting in sorted(visits, key=lambda m: (place_of[m.slot_id], m.id)):
        row = place_of[meeting.slot_id]
        column = next(n for n in count(first) if (row, n) not in found.cells)
        if column == len(found.keys):
            found.keys.append(0)
            found.columns.append(_("At offices"))
        zone = snapshot.company[meeting.counterpart_id].zone
        names = (snapshot.company[key].name for key in meeting.pair)
        _put_meeting(snapshot, found, (row, column), meeting, "\n".join([*names, *filter(None, (zone,))]))


def _fill_companies(plan: Plan, found: TimetableLayout, stop_id: int, place_of: dict[int, int]) -> None:
    """Companies down, slots across, the other company and the table in the cell."""
    snapshot = plan.snapshot
    companies = [c for c in snapshot.participants(Side(found.view)) if stop_id in snapshot.stops_for(c.id)]
    found.rows, found.keys = [c.name for c in companies], [c.id for c in companies]
    found.company_of = {c.id: c.id for c in companies}
    for row, company in enumerate(companies):
        _bar_times(plan, found, row, company.id, partial(_why_away, plan, Owner.COMPANY, company.id))
        for meeting in snapshot.meetings_of.get(company.id, []):
            if meeting.slot_id in place_of:
                text = _other_and_table(snapshot, meeting, company.id)
                _put_meeting(snapshot, found, (row, place_of[meeting.slot_id]), meeting, text)


def _fill_delegates(plan: Plan, found: TimetableLayout, stop_id: int, place_of: dict[int, int]) -> None:
    """The delegation's people down; a meeting without names is everybody's of its company."""
    snapshot = plan.snapshot
    people: dict[int, int] = {}
    for company in snapshot.participants(Side.DELEGATION):
        if stop_id in snapshot.stops_for(company.id):
            for person in snapshot.meeting_people_of.get(company.id, []):
                people.setdefault(person.id, company.id)
    found.keys, found.company_of = list(people), people
    for row, key in enumerate(people):
        person = snapshot.person[key]
        mine = snapshot.companies_of[key]
        found.rows.append(f"{person.full_name}\n{', '.join(snapshot.company[one].name for one in mine)}")
        _bar_times(plan, found, row, people[key], partial(_why_away, plan, Owner.DELEGATE, key))
        for own, meeting in snapshot.meetings_of_person(person):
            if meeting.slot_id in place_of:
                text = _other_and_table(snapshot, meeting, own)
                _put_meeting(snapshot, found, (row, place_of[meeting.slot_id]), meeting, text)


def _fill_interpreters(
    plan: Plan, found: TimetableLayout, meetings: Iterable[Meeting], place_of: dict[int, int]
) -> None:
    """Interpreters down, slots across."""
    snapshot = plan.snapshot
    found.keys = [person.id for person in snapshot.interpreters]
    found.rows = [f"{person.full_name}\n{person.languages}" for person in snapshot.interpreters]
    for row, person in enumerate(snapshot.interpreters):
        for number, slots in enumerate(found.slots):
            if any(plan.absence(Owner.DELEGATE, person.id, slot) for slot in slots):
                found.cells[row, number] = Cell(_("Not available"), barred=True)
    row_of = {key: row for row, key in enumerate(found.keys)}
    for meeting in meetings:
        if meeting.interpreter_id in row_of:
            text = "\n".join(snapshot.company[key].name for key in meeting.pair)
            _put_meeting(snapshot, found, (row_of[meeting.interpreter_id], place_of[meeting.slot_id]), meeting, text)


def _bar_times(plan: Plan, found: TimetableLayout, row: int, company: int, away: Callable[[Slot], str]) -> None:
    """Mark the times at which an event or an absence leaves no room."""
    language = current().language
    for number, slots in enumerate(found.slots):
        event = plan.event_during(company, slots[0])
        text = event.name(language) if event else away(slots[0])
        if text:
            found.cells[row, number] = Cell(text, barred=True)


def _why_away(plan: Plan, owner: Owner, key: int, slot: Slot) -> str:
    absence = plan.absence(owner, key, slot)
    return (absence.reason or _("Not available")) if absence else ""


def _other_and_table(snapshot: Snapshot, meeting: Meeting, company_id: int) -> str:
    other = meeting.counterpart_id if company_id == meeting.delegation_id else meeting.delegation_id
    table = meeting_places.spot(snapshot, meeting)
    people = ", ".join(person.full_name for person in attendees.not_all(snapshot, meeting, company_id))
    return "\n".join([snapshot.company[other].name, " · ".join(filter(None, (table, people)))])


def _put_meeting(snapshot: Snapshot, found: TimetableLayout, place: Place, meeting: Meeting, text: str) -> None:
    """Put a meeting into a cell; a second one is shown below the first."""
    before = found.cells.get(place)
    if before and before.meeting:
        text = f"{before.text}\n+ {text.splitlines()[0]}"
        found.cells[place] = replace(before, text=text, also=(*before.also, meeting))
        return
    mine = snapshot.sectors_of.get(meeting.delegation_id, [])
    main = snapshot.sector[snapshot.main_sector(mine[0])] if mine else None
    number = _main_sectors(snapshot).index(main.id) if main else 0
    found.cells[place] = Cell(text, main.colour if main else "", number, meeting)


def _main_sectors(snapshot: Snapshot) -> list[int]:
    return [sector.id for sector in snapshot.sectors if sector.parent_id is None]


def _slots_of_day(snapshot: Snapshot, stop_id: int, day: date) -> list[Slot]:
    found = [s for s in snapshot.slots if s.day == day and snapshot.stop_of_slot[s.id].id == stop_id]
    return sorted(found, key=lambda slot: (slot.starts, slot.id))


def shown_list(snapshot: Snapshot, stop_id: int, day: date, name: str) -> ShownList:
    """Return the meetings of a stop and day, whose name is shown, as a list in the order of time and table."""
    headings = [_("Time"), _("Table"), _("Delegation"), _("Counterpart"), _("Status")]
    rows, widths = meetings_of(snapshot, stop_id, day), [110, 60, 260, 260, 100]
    return ShownList(_("Timetable"), name, headings, rows, widths, frozenset({1}))


def meetings_of(snapshot: Snapshot, stop_id: int, day: date) -> list[list[str]]:
    """The standing meetings of a stop and day as texts: time, table, the two companies, status."""
    zone = snapshot.stop[stop_id].time_zone
    found = []
    for meeting in snapshot.meetings:
        slot = snapshot.slot[meeting.slot_id]
        starts, ends = in_zone(slot.starts, zone), in_zone(slot.ends, zone)
        if meeting.stands and snapshot.stop_of_slot[slot.id].id == stop_id and starts.date() == day:
            names = [snapshot.company[key].name for key in meeting.pair]
            table = meeting_places.table_number(snapshot, meeting)
            span = f"{current().time(starts)}–{current().time(ends)}"
            found.append(
                (starts, table, [span, meeting_places.table_shown(snapshot, meeting), *names, meeting.status.label])
            )
    return [row for _starts, _table, row in sorted(found, key=lambda one: one[:2])]
