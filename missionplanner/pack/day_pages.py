"""My days: events and meetings of a day as one line of time, the addresses of its venues once at its head."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from reportlab.platypus import Flowable

from missionplanner.i18n import Translator
from missionplanner.pack.delegate_content import Own, ProgrammeDay, ProgrammeItem
from missionplanner.pack.flowables import Mark
from missionplanner.pack.phrases import Phrase, in_row, text_of
from missionplanner.pack.sheets import Flow, Sheet
from missionplanner.pack.style import LINE, QUIET, Look
from missionplanner.pack.typesetting import (
    HEAD,
    HOURS,
    NOTE,
    SMALL,
    SMALL_BOLD,
    TEXT,
    Lined,
    Rows,
    RuledNotes,
    day_name,
    lines_of,
    set_lines,
    set_said,
)

_WORDS = HOURS + 14
"""Where the words begin, beside the line of time."""
_NOTES = 70
"""The least room for notes below a day."""
_TOGETHER = 3
"""So many items stand below the heading of a day that goes on with the next page."""


class DayItem(Flowable):  # type: ignore[misc]
    """An hour of a day; a meeting leads to its page."""

    def __init__(self, item: ProgrammeItem, table: object, look: Look, with_venue: bool) -> None:
        super().__init__()
        self.item, self.table, self.look = item, table, look
        self.pages: Mapping[str, int] = {}
        place = item.spot if item.venue else item.place
        if item.venue and with_venue:
            place = in_row(", ", ((Phrase(item.venue),), item.spot))
        self.place = place if item.is_meeting else in_row("  ·  ", ((Phrase(item.kind),), place))

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Its title and place, each over as many lines as it needs."""
        self.width, room = width, width - _WORDS
        self.face = SMALL_BOLD if self.item.is_meeting else SMALL
        title = f"{self.item.number} · {self.item.title}" if self.item.is_meeting else self.item.title
        self.hours = lines_of(self.item.time, SMALL_BOLD, HOURS - 4, 3)
        self.titles = lines_of(title, self.face, room, 3)
        self.places = lines_of(text_of(self.place), NOTE, room, 3)
        lines = len(self.titles) * self.face.leading + len(self.places) * NOTE.leading
        self.height = max(lines, len(self.hours) * SMALL_BOLD.leading) + 6
        return width, self.height

    def draw(self) -> None:
        """The hours, a point on the line of time, the words."""
        canvas, item, top = self.canv, self.item, self.height - 2
        tint = self.look.accent if item.is_meeting else None
        rows = Rows(canvas, self.table)
        with canvas.artifact():
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.8)
            canvas.line(HOURS + 3, 0, HOURS + 3, self.height)
            canvas.setFillColor(tint or QUIET)
            canvas.circle(HOURS + 3, top - 6.5, 2.6 if item.is_meeting else 2, stroke=0, fill=1)
        with rows.row() as row:
            with rows.cell(row, "Row"):
                set_lines(canvas, self.hours, SMALL_BOLD, (0, top), tint)
            key = f"meeting-{item.number - 1}"
            is_linked = item.is_meeting and key in self.pages
            area = (0, 0, self.width, self.height)
            with rows.linked(row, key, item.title, area) if is_linked else rows.cell(row) as cell:
                cell.language = item.titled_in
                y = set_lines(canvas, self.titles, self.face, (_WORDS, top))
            if self.places:
                with canvas.marked(rows.beside(cell)):
                    set_said(canvas, self.places, self.place, NOTE, (_WORDS, y))


def day_sheets(own: Own, size: tuple[float, float], look: Look, t: Translator, title: Sequence[Any]) -> list[Sheet]:
    """Two days a page with lines for notes below each; where a day is longer than that, as they come."""
    if not own.programme:
        return packed(own, size, look, t, title)
    high = sum(piece.wrap(size[0], size[1])[1] for piece in title)
    found: list[Sheet] = []
    by_date = [list(days) for _day, days in groupby(own.programme, key=lambda day: day.day)]
    number = 0
    for place, days in enumerate(by_date):
        if place % 2 == 0:
            flow = Flow(size)
            if place == 0:
                flow.add(*title)
            each = (size[1] - (high if place == 0 else 0)) / 2
            found += flow.sheets
        # The last day has the rest of its page.
        is_alone = place % 2 == 0 and place == len(by_date) - 1
        floor = 0.0 if is_alone else size[1] - (high if place < 2 else 0) - each * (place % 2 + 1)
        for day in days:
            head, items = _pieces(number, day, look, t)
            number += 1
            if sum(piece.wrap(size[0], 0)[1] for piece in (*head, *items)) + 12 > flow.top - floor:
                return packed(own, size, look, t, title)
            flow.add(*head, *items, gap=12)
        if flow.top - floor > _NOTES:
            flow.add(RuledNotes(t("Notes"), flow.top - floor - 8), gap=8)
        flow.top = floor
    return found


def packed(own: Own, size: tuple[float, float], look: Look, t: Translator, title: Sequence[Any]) -> list[Sheet]:
    """The days one below the other, each whole on a page where it can be."""
    flow = Flow(size)
    flow.add(*title)
    if not own.programme:
        flow.add(Lined(t("Nothing is planned for you yet."), TEXT))
    for number, day in enumerate(own.programme):
        head, items = _pieces(number, day, look, t)
        high = sum(piece.wrap(size[0], 0)[1] for piece in (*head, *items))
        if high + 14 <= flow.top:
            flow.add(*head, *items, gap=14)
            continue
        # A day that is longer than a page, or than what is left of one that is hardly begun, goes on with the next.
        if not (high > size[1] or flow.top > size[1] * 0.55):
            flow.new_sheet()
        flow.add(*head, *items[:_TOGETHER], gap=14)
        for item in items[_TOGETHER:]:
            flow.add(item)
    return flow.sheets


def _pieces(number: int, day: ProgrammeDay, look: Look, t: Translator) -> tuple[list[Any], list[DayItem]]:
    """The heading of a day with the addresses of its venues, and its hours."""
    title, table = f"{day_name(day.day, t)} · {day.stop}", object()
    head: list[Any] = [Mark(f"day-{number}", title, 1, {}), Lined(title, HEAD, "H2", most=2)]
    head += [Lined(text, NOTE, most=3) for text in (*day.notes, *day.venues)]
    items = [DayItem(item, table, look, len(day.venues) > 1) for item in day.items]
    return head, items
