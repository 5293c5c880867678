"""The timetable as sheets of a workbook: grids of each stop and day, and the list of each venue."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from missionplanner.domain.companies import SIDE_LABELS, Side
from missionplanner.domain.meeting_places import table_number
from missionplanner.domain.mission import Stop, Table, Venue
from missionplanner.domain.timetable import Meeting
from missionplanner.exchange.books import LONGEST_NAME, BookColumn, BookSheet, Cell
from missionplanner.i18n import Translator
from missionplanner.jobs.lists.record_columns import MEETINGS, OF_VIDEO, SheetFacts

_PLACE_WIDTH, _SLOT_WIDTH, _NAME_WIDTH = 16, 18, 26
_OF_VENUES = ("day", "starts", "ends", "time_zone", "table", "delegation", "counterpart", "status",
              "delegation_people", "counterpart_people", "interpreter")  # fmt: skip
_Span = tuple[datetime, datetime]


def grids(facts: SheetFacts) -> Iterator[BookSheet]:
    """Yield the grids of every stop and day with meetings: by table, then by company."""
    days: dict[tuple[int, date], list[Meeting]] = defaultdict(list)
    for meeting in facts.snapshot.meetings:
        if meeting.stands:
            days[facts.snapshot.stop_of_slot[meeting.slot_id].id, facts.span(meeting.slot_id)[0].date()].append(meeting)
    for (stop_id, day), meetings in sorted(days.items(), key=lambda item: (item[0][1], item[0][0])):
        stop = facts.snapshot.stop[stop_id]
        spans = sorted({facts.span(slot.id) for slot in facts.snapshot.slots if _is_on(facts, slot.id, stop, day)})
        yield _by_table(facts, (stop, day), meetings, spans)
        yield _by_company(facts, (stop, day), meetings, spans)


def venues(facts: SheetFacts) -> Iterator[BookSheet]:
    """Yield the list of every venue with meetings, day by day."""
    for venue in facts.snapshot.venues:
        keys = (*_OF_VENUES, *OF_VIDEO) if venue.online else _OF_VENUES
        columns = [column for column in MEETINGS if column.key in keys]
        held = (m for m in facts.snapshot.meetings if m.stands and m.table_id is not None)
        meetings = in_order(facts, (m for m in held if facts.snapshot.venue_of_slot[m.slot_id] == venue))
        if meetings:
            yield BookSheet(
                venue.name,
                [BookColumn(facts.t(column.heading)) for column in columns],
                [[column.value(facts, meeting) for column in columns] for meeting in meetings],
                [[facts.colour_of_meeting(m) if column.is_sector else "" for column in columns] for m in meetings],
                title=", ".join((facts.snapshot.stop[venue.stop_id].name(facts.t.language), venue.name)),
            )


def in_order(facts: SheetFacts, meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return meetings in the order of time and table."""
    snapshot = facts.snapshot
    return sorted(meetings, key=lambda m: (snapshot.slot[m.slot_id].starts, table_number(snapshot, m), m.id))


def _is_on(facts: SheetFacts, slot_id: int, stop: Stop, day: date) -> bool:
    return facts.snapshot.stop_of_slot[slot_id].id == stop.id and facts.span(slot_id)[0].date() == day


def _named(facts: SheetFacts, where: tuple[Stop, date], what: str) -> tuple[str, str]:
    """Return the name of a sheet, short enough for a spreadsheet, and its title."""
    (stop, day), t = where, facts.t
    city = stop.name(t.language)
    rest = f" {t.date(day, 'MMMd')} {what}"
    room = LONGEST_NAME - len(rest)
    short = city if len(city) <= room else f"{city[: room - 1].rstrip()}…"
    return f"{short}{rest}", f"{city}, {t.date(day, 'full')}"


def _by_table(facts: SheetFacts, where: tuple[Stop, date], meetings: list[Meeting], spans: list[_Span]) -> BookSheet:
    """Return the grid of tables and slots, the offices of the hosts last."""
    t, snapshot = facts.t, facts.snapshot
    tables: list[tuple[Venue | None, Table | None]] = [
        (venue, table)
        for venue in snapshot.venues
        if venue.stop_id == where[0].id
        for table in snapshot.tables_of.get(venue.id, [])
        if any(meeting.table_id == table.id for meeting in meetings)
    ]
    several = len({venue.id for venue, _table in tables if venue}) > 1
    if any(meeting.table_id is None for meeting in meetings):
        tables.append((None, None))
    held: dict[tuple[_Span, int | None], list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        held[facts.span(meeting.slot_id), meeting.table_id].append(meeting)
    rows: list[list[Cell]] = []
    tints = []
    for venue, table in tables:
        cells = [held.get((span, table.id if table else None), []) for span in spans]
        pairs = ("\n".join(_pair(facts, m) for m in cell) for cell in cells)
        rows.append([_place(t, venue, table, several), *pairs])
        tints.append(["", *(facts.colour_of_meeting(cell[0]) if cell else "" for cell in cells)])
    columns = [
        BookColumn(t("Table"), width=_PLACE_WIDTH),
        *(BookColumn(_time(t, span), width=_SLOT_WIDTH) for span in spans),
    ]
    name, title = _named(facts, where, t("tables"))
    return BookSheet(name, columns, rows, tints, is_grid=True, title=title)


def _by_company(facts: SheetFacts, where: tuple[Stop, date], meetings: list[Meeting], spans: list[_Span]) -> BookSheet:
    """Return the grid of companies and slots, the delegation first."""
    t, snapshot = facts.t, facts.snapshot
    held: dict[tuple[int, _Span], list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        for key in meeting.pair:
            held[key, facts.span(meeting.slot_id)].append(meeting)
    keys = {key for meeting in meetings for key in meeting.pair}
    order = {side: place for place, side in enumerate(Side)}
    found = sorted((snapshot.company[key] for key in keys), key=lambda c: (order[c.side], t.sort_key(c.name), c.id))
    rows: list[list[Cell]] = []
    tints = []
    for company in found:
        cells = [held.get((company.id, span), []) for span in spans]
        texts = ("\n".join(_other(facts, m, company.id) for m in cell) for cell in cells)
        rows.append([company.name, t(SIDE_LABELS[company.side]), *texts])
        own = facts.colour_of_sector(snapshot.sector_of(company.id))
        tints.append([own, "", *(facts.colour_of_meeting(cell[0]) if cell else "" for cell in cells)])
    columns = [
        BookColumn(t("Company"), width=_NAME_WIDTH),
        BookColumn(t("Side")),
        *(BookColumn(_time(t, span), width=_SLOT_WIDTH) for span in spans),
    ]
    name, title = _named(facts, where, t("companies"))
    return BookSheet(name, columns, rows, tints, is_grid=True, title=title)


def _place(t: Translator, venue: Venue | None, table: Table | None, named: bool) -> str:
    """Return where meetings are held, with the name of the venue or without; table: None for the offices of hosts."""
    if table is None or venue is None:
        return t("At the host’s office")
    number = (t("video room {number}") if venue.online else t("table {number}")).format(number=table.number)
    return f"{venue.name}, {number}" if named else number[:1].upper() + number[1:]


def _time(t: Translator, span: _Span) -> str:
    return t.times(*span)


def _pair(facts: SheetFacts, meeting: Meeting) -> str:
    return " – ".join(map(facts.company, meeting.pair))


def _other(facts: SheetFacts, meeting: Meeting, company_id: int) -> str:
    """Return whom a company meets, and where."""
    other = next(key for key in meeting.pair if key != company_id)
    table = facts.snapshot.table.get(meeting.table_id or 0)
    venue = facts.snapshot.venue_of_slot[meeting.slot_id]
    several = sum(one.stop_id == venue.stop_id for one in facts.snapshot.venues) > 1
    place = _place(facts.t, venue, table, several)
    return f"{facts.company(other)} ({place if several and table else place[:1].lower() + place[1:]})"
