"""My meetings: a line each with number, time, company, person, who of us, interpreter, page, and a box to tick."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from reportlab.platypus import Flowable

from missionplanner.domain.legal_forms import without_form
from missionplanner.i18n import Translator
from missionplanner.pack.delegate_content import MeetingEntry, Own, ProgrammeDay
from missionplanner.pack.style import LINE, QUIET, Look, fitted
from missionplanner.pack.typesetting import (
    HEAD,
    HOURS,
    NOTE,
    NOTE_BOLD,
    SMALL,
    SMALL_BOLD,
    STRONG,
    Lined,
    Rows,
    day_name,
    rule,
    set_lines,
    text_width,
)

_LEAST = 45
"""Minutes without anything that are named as free."""
_NUMBER, _PAGE, _BOX = 20, 30, 16


@dataclass(frozen=True, slots=True)
class Free:
    """Time of a day in which nothing is planned."""

    starts: int
    ends: int

    @property
    def hours(self) -> str:
        """From when until when."""
        return "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in (self.starts, self.ends))


def free_times(day: ProgrammeDay, lunch: tuple[int, int]) -> list[Free]:
    """The free times between the first and the last item of a day; lunch is not free."""
    found, until = [], 0
    for item in sorted(day.items, key=lambda item: item.starts):
        for start, end in _without(until, item.starts, lunch) if until else ():
            if end - start >= _LEAST:
                found.append(Free(start, end))
        until = max(until, item.ends)
    return found


def _without(start: int, end: int, lunch: tuple[int, int]) -> list[tuple[int, int]]:
    if not any(lunch) or lunch[1] <= start or lunch[0] >= end:
        return [(start, end)]
    return [(start, lunch[0]), (lunch[1], end)]


class MeetingLine(Flowable):  # type: ignore[misc]
    """A meeting on two lines, leading to its page."""

    def __init__(self, entry: MeetingEntry, number: int, table: object, look: Look, t: Translator) -> None:
        super().__init__()
        self.entry, self.number, self.table, self.look, self.t = entry, number, table, look, t
        self.at_one_venue = False
        self.pages: Mapping[str, int] = {}
        self.height = 31.0 if entry.who or entry.interpreter or entry.person else 20.0

    @property
    def key(self) -> str:
        """That of the page of the meeting."""
        return f"meeting-{self.number - 1}"

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """Its cells; the page is a link."""
        canvas, entry, t = self.canv, self.entry, self.t
        rows, top = Rows(canvas, self.table), self.height - 3
        left = _NUMBER + HOURS
        room = self.width - left - _PAGE - _BOX - 6
        page = self.pages.get(self.key)
        with rows.row() as row:
            with rows.cell(row, "Row"):
                set_lines(canvas, (entry.time,), SMALL_BOLD, (_NUMBER, top - 1), self.look.accent)
            with rows.cell(row):
                set_lines(canvas, (str(self.number),), SMALL_BOLD, (0, top - 1), self.look.accent)
            with rows.cell(row):
                self._draw_words(left, top, room)
            if page:
                words = t("p. {page}").format(page=page)
                with rows.linked(row, self.key, words, (0, 0, self.width - _BOX - 4, self.height)):
                    canvas.setFont(SMALL.font, SMALL.size)
                    canvas.setFillColor(QUIET)
                    canvas.drawRightString(self.width - _BOX - 6, top - 10, f"{words} ")
        with canvas.artifact():
            canvas.setStrokeColor(QUIET)
            canvas.setLineWidth(0.7)
            canvas.rect(self.width - 10, top - 11, 9, 9, stroke=1, fill=0)
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.4)
            canvas.line(0, 0, self.width, 0)

    def _draw_words(self, left: float, top: float, room: float) -> None:
        entry = self.entry
        where = entry.table if self.at_one_venue else ", ".join(filter(None, (entry.venue, entry.table)))
        where = fitted(where, SMALL.font, SMALL.size, room * 0.45)
        wide = text_width(where, SMALL)
        name = fitted(without_form(entry.title), STRONG.font, STRONG.size, room - wide - 12)
        set_lines(self.canv, (name,), STRONG, (left, top))
        set_lines(self.canv, (where,), SMALL, (left + room - wide, top - 1))
        if words := self.people(room):
            set_lines(self.canv, (words,), NOTE, (left, top - 14))

    def people(self, room: float) -> str:
        """Return whom one meets, who comes along, and who interprets: in short form where whole names do not fit."""
        entry, t = self.entry, self.t
        short = ", ".join(entry.ours_short) if entry.who else ""
        for who in filter(None, (entry.who or " ", short)):
            along = t("with {people}").format(people=who) if who.strip() else ""
            interpreter = t("interpreter: {name}").format(name=entry.interpreter) if entry.interpreter else ""
            words = "  ·  ".join(filter(None, (entry.person, along, interpreter)))
            if text_width(words, NOTE) <= room:
                return words
        return fitted(words, NOTE.font, NOTE.size, room)


class FreeLine(Flowable):  # type: ignore[misc]
    """A free time between meetings."""

    def __init__(self, free: Free, t: Translator) -> None:
        super().__init__()
        self.free, self.t, self.height = free, t, 17.0

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """One line."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """The hours and the word."""
        with self.canv.marked(self.canv.element(self, "P")):
            set_lines(self.canv, (f"{self.free.hours} ",), NOTE, (_NUMBER, self.height - 3))
            set_lines(self.canv, (self.t("free"),), NOTE, (_NUMBER + HOURS, self.height - 3))


class BlankMeetings(Flowable):  # type: ignore[misc]
    """Lines for meetings agreed on the spot."""

    STEP = 26

    def __init__(self, heading: str, t: Translator, height: float) -> None:
        super().__init__()
        self.heading, self.t, self.height = heading, t, height

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The room it was given."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """The headings of what is written, and the lines."""
        t, places = self.t, (0.0, _NUMBER + HOURS, self.width * 0.62)
        with self.canv.marked(self.canv.element(self, "P")):
            y = set_lines(self.canv, (self.heading,), HEAD, (0, self.height)) - 6 if self.heading else self.height
            for x, words in zip(places, (t("Day, time"), t("Company, person"), t("What was agreed")), strict=True):
                set_lines(self.canv, (words,), NOTE_BOLD, (x, y))
        rule(self.canv, self.width, (y - 12 - self.STEP, 0), self.STEP)


def list_pieces(
    own: Own, lunch: tuple[int, int], look: Look, t: Translator, *, free: bool = True
) -> Iterator[list[Any]]:
    """The pieces of the list, each a group that stays together: a day's heading with its first line.

    free: with a line for each free time.
    """
    table = object()
    meetings = {item.number: entry for item, entry in zip(_items(own), own.meetings, strict=False)}
    for day in own.programme:
        mine = [item for item in day.items if item.is_meeting]
        if not mine:
            continue
        venues = {item.venue for item in mine}
        where = f"{day.stop}, {mine[0].venue}" if len(venues) == 1 else day.stop
        heading = Lined(f"{day_name(day.day, t)} · {where}", HEAD, "H2", before=10)
        rows: list[tuple[int, Any]] = [
            (item.starts, MeetingLine(meetings[item.number], item.number, table, look, t)) for item in mine
        ]
        for _start, line in rows:
            line.at_one_venue = len(venues) == 1
        rows += [(gap.starts, FreeLine(gap, t)) for gap in free_times(day, lunch) if free]
        rows.sort(key=lambda row: row[0])
        lines = [line for _start, line in rows]
        yield [heading, lines[0]]
        yield from ([line] for line in lines[1:])


def _items(own: Own) -> list[Any]:
    return sorted((i for day in own.programme for i in day.items if i.is_meeting), key=lambda item: item.number)
