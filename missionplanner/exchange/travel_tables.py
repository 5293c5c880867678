"""Tables of travel agencies, whatever their shape: a row a person, a booking, a leg, or a night; as drafts by names."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from missionplanner.domain.rooms import RoomKind
from missionplanner.domain.spelling import fold, tidy
from missionplanner.exchange import heading_rows, travel_cells
from missionplanner.exchange.files import SourceSheet
from missionplanner.exchange.source_rows import Row
from missionplanner.exchange.travel_cells import Clock, NearDays, Segment, WrittenName
from missionplanner.exchange.travel_headings import TravelColumn, What, columns_of, way_of

_SEARCHED = 30
"""Rows among which the headings are looked for."""
_LEAST = 2
"""Columns that have to mean something for a row to be one of headings."""


@dataclass(frozen=True, slots=True)
class ToldLeg:
    """A leg of a row, with what its heading says it is."""

    segment: Segment
    leg: str = ""
    """As `TravelColumn.leg`."""
    ends: frozenset[str] = frozenset()
    """The ends its columns speak of: dep, arr."""


@dataclass(frozen=True, slots=True)
class TravelRow:
    """A row of a table, of one person or of all of a booking."""

    number: int
    names: tuple[WrittenName, ...]
    company: str = ""
    legs: tuple[ToldLeg, ...] = ()
    hotel: str = ""
    city: str = ""
    kind: RoomKind | None = None
    kind_told: str = ""
    """The kind of room as the cell says it."""
    room: str = ""
    mates: tuple[WrittenName, ...] = ()
    check_in: date | None = None
    check_out: date | None = None
    booking: str = ""
    note: str = ""
    unread: tuple[tuple[str, str], ...] = ()
    """Headings and cells that should be days or times and are none."""


@dataclass(frozen=True, slots=True)
class TravelTable:
    """The rows of a sheet, and what its columns are."""

    sheet: str
    columns: tuple[TravelColumn, ...]
    rows: tuple[TravelRow, ...]

    def has(self, *what: What) -> bool:
        """Whether it has a column of one of these."""
        return any(column.what in what for column in self.columns)


def read(sheet: SourceSheet, first: date, last: date) -> TravelTable | None:
    """Return the rows of a sheet; None where no row of it heads a table of travel.

    first, last: the days of the mission, next to which days without a year lie.
    """
    place = _heading_row(sheet)
    if place is None:
        return None
    end, headings = heading_rows.at(sheet, place)
    columns = columns_of(headings)
    if _score(columns) < _score(columns_of(sheet.rows[place].cells)):
        end, columns = place, columns_of(sheet.rows[place].cells)
    grouped = columns_of(_grouped(sheet, place, [column.heading for column in columns]))
    columns = grouped if _score(grouped) > _score(columns) else columns
    below = [row for row in sheet.rows[end + 1 :] if row.filled]
    if not any(column.what in _OF_TRAVEL for column in columns):
        return None
    calendars = _calendars(columns, below, NearDays(first, last))
    reader = _Reader(_by_time(columns, below, calendars), calendars, NearDays(first, last))
    rows = (reader.row(row) for row in below)
    return TravelTable(sheet.name, tuple(columns), tuple(row for row in rows if row is not None))


_OF_TRAVEL = (
    What.FLIGHT, What.SEGMENTS, What.DAY, What.CLOCK, What.MOMENT, What.HOTEL, What.ROOM_KIND, What.MATE, What.CHECK_IN,
)  # fmt: skip
"""The columns without any of which a table has nothing of travel."""


def _heading_row(sheet: SourceSheet) -> int | None:
    scores = [_score(columns_of(row.cells)) - 0.01 * n for n, row in enumerate(sheet.rows[:_SEARCHED])]
    best = max(scores, default=0.0)
    return scores.index(best) if best > _LEAST else None


def _grouped(sheet: SourceSheet, place: int, headings: Sequence[str]) -> list[str]:
    """Return headings with those of the row above, where it says of several what is the way in and what the way out."""
    above = sheet.rows[place - 1].cells if place else ()
    if not {"out", "back"} <= set(map(way_of, above)):
        return list(headings)
    found, group = [], ""
    for n, heading in enumerate(headings):
        group = (above[n].strip() if n < len(above) else "") or group
        found.append(f"{group} {heading}".strip() if heading.strip() else heading)
    return found


def _score(columns: Sequence[TravelColumn]) -> float:
    """Return how much a row looks like headings of travel: a name, and things of travel beside it."""
    known = [column for column in columns if column.what and len(column.heading) < 60]
    different = {(column.what, column.leg, column.end) for column in known}
    has_name = any(column.what in (What.NAME, What.GIVEN, What.FAMILY) for column in known)
    return len(different) + 0.5 if has_name and len(different) > 1 else 0.0


def _by_time(
    columns: Sequence[TravelColumn], rows: Sequence[Row], calendars: dict[int, NearDays]
) -> list[TravelColumn]:
    """Return the columns with the earlier of two legs as that by which people come, whatever the table calls it."""
    turned = 0
    for row in rows:
        days = {
            column.leg: found
            for n, column in reversed([*enumerate(columns)])
            if column.what in (What.DAY, What.MOMENT) and (found := travel_cells.day(_cell(row, n), calendars[n]))
        }
        if "out" in days and "back" in days:
            turned += 1 if days["out"] > days["back"] else -1
    other = {"out": "back", "back": "out"} if turned > 0 else {}
    return [replace(column, leg=other.get(column.leg, column.leg)) for column in columns]


def _calendars(columns: Sequence[TravelColumn], rows: Sequence[Row], usual: NearDays) -> dict[int, NearDays]:
    """Return how the days of each column are read: those that leave no doubt decide for all of them."""
    dated = [n for n, column in enumerate(columns) if column.what in _WITH_DAYS]
    cells = [_cell(row, n) for n in dated for row in rows]
    return dict.fromkeys(dated, usual.of_cells(cells))


_WITH_DAYS = (What.DAY, What.MOMENT, What.CHECK_IN, What.CHECK_OUT, What.SEGMENTS, What.CLOCK)


def _cell(row: Row, place: int) -> str:
    return row.cells[place].strip() if place < len(row.cells) else ""


@dataclass(slots=True)
class _Parts:
    """The cells of one leg."""

    flight: str = ""
    origin: str = ""
    destination: str = ""
    place: str = ""
    days: dict[str, date] = field(default_factory=dict)
    clocks: dict[str, Clock] = field(default_factory=dict)
    moments: dict[str, datetime] = field(default_factory=dict)

    def segment(self, leg: str) -> Segment:
        """Return the leg; of a table that tells only one end, that end."""
        self._ends_of_plain(leg)
        departs, arrives = self.moments.get("dep"), self.moments.get("arr")
        leaving = (
            self.days.get("dep") or self.days.get("") or (self.days.get("arr") if "arr" not in self.clocks else None)
        )
        told = False
        if departs is None and leaving and "dep" in self.clocks:
            departs = _on(leaving, self.clocks["dep"])
        if arrives is None and "arr" in self.clocks:
            clock = self.clocks["arr"]
            landing = self.days.get("arr")
            told = clock.later != 0 or landing is not None
            # A day of landing counts as it stands: the "+1" behind the time says how it came to it.
            on = landing or (departs.date() if departs else None) or leaving
            arrives = _on(on, Clock(clock.at) if landing else clock) if on else None
        return Segment(self.flight, self.origin, self.destination, departs, arrives, told)

    def _ends_of_plain(self, leg: str) -> None:
        """Say of which end times and a place without one are: that at which somebody meets the mission."""
        usual = "dep" if leg == "back" else "arr"
        for parts in (self.clocks, self.moments):
            if "" in parts:
                parts.setdefault(usual, parts.pop(""))  # type: ignore[arg-type]
        if self.place:
            if usual == "dep":
                self.origin = self.origin or self.place
            else:
                self.destination = self.destination or self.place


def _on(day: date, clock: Clock) -> datetime:
    return datetime.combine(day, clock.at) + timedelta(clock.later)


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, columns: Sequence[TravelColumn], calendars: dict[int, NearDays], usual: NearDays) -> None:
        self._columns, self._calendars, self._usual = columns, calendars, usual

    def row(self, row: Row) -> TravelRow | None:
        """Return a row; None for one without a name, such as a total."""
        cells = {n: cell for n, column in enumerate(self._columns) if column.what and (cell := tidy(_cell(row, n)))}
        names = tuple(self._names(row, cells))
        if not names:
            return None
        unread: list[tuple[str, str]] = []
        legs = tuple(self._legs(cells, unread))
        made = TravelRow(row.number, names, self._text(cells, What.COMPANY), legs, self._text(cells, What.HOTEL))
        kind = self._text(cells, What.ROOM_KIND)
        mates = tuple(name for name in travel_cells.written_names(self._text(cells, What.MATE)) if _is_name(name))
        return replace(
            made,
            city=self._text(cells, What.CITY),
            kind=travel_cells.room_kind(kind),
            kind_told=kind,
            room=self._text(cells, What.ROOM),
            mates=mates,
            check_in=self._day(cells, What.CHECK_IN, unread),
            check_out=self._day(cells, What.CHECK_OUT, unread),
            booking=self._text(cells, What.BOOKING),
            note=self._text(cells, What.NOTE),
            unread=tuple(unread),
        )

    def _names(self, row: Row, cells: dict[int, str]) -> Iterator[WrittenName]:
        given, family = self._text(cells, What.GIVEN), self._text(cells, What.FAMILY)
        family = " ".join(filter(None, (family, self._text(cells, What.SECOND_FAMILY))))
        if given and family:
            whole = WrittenName(f"{family}, {given}", given, family)
            yield from (whole,) if _is_name(whole) else ()
            return
        places = [n for n in cells if self._columns[n].what is What.NAME]
        # The cell itself: lines of it are people.
        texts = [_cell(row, n) for n in places] or [given or family]
        yield from (name for text in texts for name in travel_cells.written_names(text) if _is_name(name))

    def _text(self, cells: dict[int, str], what: What) -> str:
        return next((cell for n, cell in cells.items() if self._columns[n].what is what), "")

    def _day(self, cells: dict[int, str], what: What, unread: list[tuple[str, str]]) -> date | None:
        for n, cell in cells.items():
            if self._columns[n].what is what:
                found = travel_cells.day(cell, self._calendars[n])
                if found is None:
                    unread.append((self._columns[n].heading, cell))
                return found
        return None

    def _legs(self, cells: dict[int, str], unread: list[tuple[str, str]]) -> Iterator[ToldLeg]:
        legs: dict[str, _Parts] = {}
        way = way_of(self._text(cells, What.WAY))
        for n, cell in cells.items():
            column = replace(self._columns[n], leg=self._columns[n].leg or way)
            if column.what is What.SEGMENTS or (column.what is What.FLIGHT and len(cell) > _FLIGHT_ONLY):
                whole = self._segments(legs.setdefault(column.leg, _Parts()), n, cell, unread)
                yield from (ToldLeg(one, column.leg, frozenset(("dep", "arr"))) for one in whole)
            elif column.what in _PARTS and not self._put(legs.setdefault(column.leg, _Parts()), n, cell):
                unread.append((column.heading, cell))
        for leg, parts in legs.items():
            ends = frozenset((*parts.days, *parts.clocks, *parts.moments)) - {""}
            segment = parts.segment(leg)
            if segment.says_something:
                yield ToldLeg(segment, leg, ends)

    def _segments(self, parts: _Parts, n: int, cell: str, unread: list[tuple[str, str]]) -> list[Segment]:
        """Return the legs of a cell; one without times is completed by other columns, and put to their parts."""
        calendar = self._calendars.get(n) or next(iter(self._calendars.values()), self._usual)
        found = travel_cells.segments(cell, calendar)
        if len(found) == 1 and not (found[0].departs or found[0].arrives):
            parts.flight, parts.origin, parts.destination = found[0].flight, found[0].origin, found[0].destination
            return []
        if not found and travel_cells.is_flight(cell):
            parts.flight = travel_cells.flight_number(cell)
        elif not found:
            unread.append((self._columns[n].heading, cell))
        return found

    def _put(self, parts: _Parts, n: int, cell: str) -> bool:
        """Put a cell to the parts of its leg; False where it is not what its heading says."""
        column, calendar = self._columns[n], self._calendars.get(n)
        if column.what is What.FLIGHT:
            parts.flight = travel_cells.flight_number(cell)
        elif column.what is What.PLACE:
            code = travel_cells.place(cell)
            pair = code.replace("/", "-").split("-") if len(code) == _PAIR else []
            if len(pair) == 2:
                parts.origin, parts.destination = (one.strip() for one in pair)
            elif column.end:
                setattr(parts, "origin" if column.end == "dep" else "destination", code)
            else:
                parts.place = code
        elif calendar:
            return self._put_time(parts, column, cell, calendar)
        return True

    def _put_time(self, parts: _Parts, column: TravelColumn, cell: str, calendar: NearDays) -> bool:
        at = travel_cells.moment(cell, calendar) if column.what in (What.MOMENT, What.DAY) else None
        if at:
            parts.moments.setdefault(column.end, at)
            return True
        is_clock = column.what is What.CLOCK or (column.what is What.MOMENT and travel_cells.shows_clock(cell))
        if not is_clock and (on := travel_cells.day(cell, calendar)):
            parts.days.setdefault(column.end, on)
            return True
        clock = travel_cells.clock(cell) if column.what in (What.CLOCK, What.MOMENT) else None
        if clock:
            parts.clocks.setdefault(column.end, clock)
        return clock is not None


_PARTS = (What.FLIGHT, What.DAY, What.CLOCK, What.MOMENT, What.PLACE)
_FLIGHT_ONLY = 14
"""Characters of the longest flight number; a longer cell is a whole leg."""
_PAIR = 7
"""Characters of two airports: "YYZ-MEX"."""


def _is_name(name: WrittenName) -> bool:
    letters, figures = (sum(map(test, name.text)) for test in (str.isalpha, str.isdigit))
    first = re.match(r"[^\W\d_]*", fold(name.text))
    return letters > 1 and letters > figures and not (first and first.group() in _TOTALS)


_TOTALS = ("total", "totals", "totaux", "totales", "totais", "summe", "gesamt", "suma", "soma", "sum", "somme")
