"""The week at a glance: a column a day, the cities as bands above, events pale, meetings as blocks with numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportlab.lib.colors import white
from reportlab.platypus import Flowable

from missionplanner.i18n import Translator
from missionplanner.pack.delegate_content import Own, ProgrammeDay, ProgrammeItem
from missionplanner.pack.figures import figure
from missionplanner.pack.style import BOLD, INK, LINE, PALE, QUIET, REGULAR, Look, fitted
from missionplanner.pack.typesetting import NOTE, lines_of, set_lines
from missionplanner.typography import capital

DAYS = 7
"""So many days stand on a page."""
_HOURS, _GAP = 34, 6
"""The width of the hours, and between two days."""
_HEAD, _LEGEND = 52, 22
"""The height of cities and days above the grid, and of the legend below."""
_EMPTY = 5.0
"""The height of an hour in which there is nothing on any day."""
_FEW = 240
"""With so many minutes that are not empty, or fewer, no hour is left out: a short meeting would be half a page high."""
_APART = 12
"""The least height between two hours that are both named."""
_LEAST = 9.5
"""The least height of a block, in which its number can be read."""


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A column."""

    day: date
    city: str
    items: tuple[ProgrammeItem, ...]


def empty_hours(items: Sequence[ProgrammeItem], first: int, last: int) -> frozenset[int]:
    """Hours (their first minutes) in which nothing is on any day, where two or more follow one another."""
    free = [hour for hour in range(first, last, 60) if not any(i.starts < hour + 60 and i.ends > hour for i in items)]
    return frozenset(hour for hour in free if {hour - 60, hour + 60} & set(free))


def week_days(programme: Sequence[ProgrammeDay]) -> list[WeekDay]:
    """Every day from the first to the last of a programme, those without anything too."""
    if not programme:
        return []
    first, last = min(day.day for day in programme), max(day.day for day in programme)
    found = []
    for number in range((last - first).days + 1):
        here = [day for day in programme if day.day == first + timedelta(number)]
        items = sorted((item for day in here for item in day.items), key=lambda item: (item.starts, item.ends))
        city = min(here, key=lambda day: day.items[0].starts).stop if here else ""
        found.append(WeekDay(first + timedelta(number), city, tuple(items)))
    return found


class Week(Flowable):  # type: ignore[misc]
    """Up to seven days on a page."""

    def __init__(self, days: Sequence[WeekDay], lunch: tuple[int, int], look: Look, t: Translator) -> None:
        super().__init__()
        self.days, self.lunch, self.look, self.t = days, lunch, look, t
        items = [item for day in days for item in day.items]
        self.first = min((item.starts for item in items), default=480) // 60 * 60
        ends = max((min(item.ends, 1440) for item in items), default=1080)
        self.last = max(-(-ends // 60) * 60, self.first + _FEW)
        empty = empty_hours(items, self.first, self.last)
        self.empty = empty if self.last - self.first - 60 * len(empty) > _FEW else frozenset[int]()

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """All of the room."""
        self.width, self.height = width, height
        self.step = (width - _HOURS) / len(self.days)
        left_out = len(self.empty) * 60
        room = self.height - _HEAD - _LEGEND - len(self.empty) * _EMPTY
        self.scale = room / (self.last - self.first - left_out)
        return width, self.height

    def draw(self) -> None:
        """The grid as one picture in words, as the days that follow say everything."""
        with figure(self.canv, self, self._words(), (self.width, self.height)):
            self._draw_hours()
            for number, day in enumerate(self.days):
                self._draw_day(number, day)
            self._draw_cities()
            self._draw_legend()

    def _words(self) -> str:
        """Every day with its hours."""
        return "; ".join(
            f"{self.t.short_day(day.day)}, {day.city}: "
            + ", ".join(f"{item.time} {_label(item)}{item.title}" for item in day.items)
            for day in self.days
        )

    def _y(self, minute: float) -> float:
        minute = min(minute, self.last)
        down = 0.0
        for hour in range(self.first, self.last, 60):
            part = min(max(minute - hour, 0), 60)
            down += part / 60 * _EMPTY if hour in self.empty else part * self.scale
        return self.height - _HEAD - down

    def _x(self, number: int) -> float:
        return _HOURS + number * self.step

    def _draw_hours(self) -> None:
        canvas = self.canv
        canvas.setLineWidth(0.4)
        canvas.setStrokeColor(LINE)
        canvas.setFont(REGULAR, 8.5)
        canvas.setFillColor(QUIET)
        for minute in range(self.first, self.last + 1, 60):
            if minute in self.empty and minute - 60 in self.empty:
                continue
            y = self._y(minute)
            canvas.line(_HOURS - 4, y, self.width, y)
            if self.is_named(minute):
                canvas.drawString(0, y - 3, f"{minute // 60:02}:00 ")

    def is_named(self, minute: int) -> bool:
        """Whether an hour is printed: one at which empty ones begin only where it is far from that they end at."""
        if minute not in self.empty:
            return True
        return minute - 60 not in self.empty and self._y(minute) - self._y(self._ends(minute)) >= _APART

    def _ends(self, minute: int) -> int:
        """When the empty hours that begin at a minute are over."""
        while minute in self.empty:
            minute += 60
        return minute

    def _draw_day(self, number: int, day: WeekDay) -> None:
        canvas, left, wide = self.canv, self._x(number), self.step - _GAP
        canvas.setFillColor(INK)
        canvas.setFont(BOLD, 9)
        canvas.drawString(
            left, self.height - _HEAD + 8, fitted(capital(self.t.short_day(day.day)), BOLD, 9, wide) + " "
        )
        if self.lunch[1] > self.first and self.lunch[0] < self.last and any(item.is_meeting for item in day.items):
            self._hatch(left, wide)
        for item, lane, lanes in in_lanes(day.items):
            each = wide / lanes
            self._draw_item(item, left + lane * each, each - (1 if lanes > 1 else 0))

    def _hatch(self, left: float, wide: float) -> None:
        """Lunch, as slanting lines."""
        canvas, top, bottom = self.canv, self._y(max(self.lunch[0], self.first)), self._y(self.lunch[1])
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(left, bottom, wide, top - bottom)
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        x = left - (top - bottom)
        while x < left + wide:
            canvas.line(x, bottom, x + top - bottom, top)
            x += 6
        canvas.restoreState()

    def _draw_item(self, item: ProgrammeItem, left: float, wide: float) -> None:
        canvas = self.canv
        top = self._y(item.starts) - 0.4
        high = max(top - self._y(item.ends) - 0.4, _LEAST)
        top = max(top, high)
        canvas.setFillColor(self.look.accent if item.is_meeting else PALE)
        canvas.setStrokeColor(LINE)
        canvas.rect(left, top - high, wide, high, stroke=0 if item.is_meeting else 1, fill=1)
        if item.is_meeting:
            canvas.setFillColor(white)
            canvas.setFont(BOLD, 8.5)
            canvas.drawString(left + 4, top - high / 2 - 3, f"{item.number} ")
            if wide > 48:
                words = item.title if wide > 90 else item.time.partition("–")[0]
                canvas.setFont(REGULAR, 8.5)
                canvas.drawString(left + 20, top - high / 2 - 3, fitted(words, REGULAR, 8.5, wide - 22) + " ")
            return
        most = int((high - 2) // NOTE.leading)
        if most and wide > 30:
            set_lines(canvas, lines_of(item.title, NOTE, wide - 6, most), NOTE, (left + 3, top - 1), INK)

    def _draw_cities(self) -> None:
        """A band over the days of a city, an arrow between two cities."""
        canvas, y = self.canv, self.height - 22
        spans = list(_spans(self.days))
        for place, (start, end, cities) in enumerate(spans):
            left, right = self._x(start), self._x(end + 1) - _GAP
            canvas.setFillColor(self.look.band)
            canvas.rect(left, y, right - left, 20, stroke=0, fill=1)
            canvas.setFillColor(self.look.on_band)
            canvas.setFont(BOLD, 9)
            canvas.drawString(left + 6, y + 6.5, fitted(cities, BOLD, 9, right - left - 12) + " ")
            if place + 1 < len(spans):
                path = canvas.beginPath()
                path.moveTo(right, y)
                path.lineTo(right + _GAP, y + 10)
                path.lineTo(right, y + 20)
                path.close()
                canvas.setFillColor(self.look.band)
                canvas.drawPath(path, stroke=0, fill=1)

    def _draw_legend(self) -> None:
        canvas, x, t = self.canv, float(_HOURS), self.t
        shown = [(self.look.accent, t("Meeting, with its number in the list")), (PALE, t("Event"))]
        for tint, words in shown:
            canvas.setFillColor(tint)
            canvas.setStrokeColor(LINE)
            canvas.rect(x, 3, 12, 9, stroke=1, fill=1)
            set_lines(canvas, (words,), NOTE, (x + 17, 13))
            x += 17 + canvas.stringWidth(words, NOTE.font, NOTE.size) + 18
        if any(self.lunch):
            hours = "–".join(f"{minute // 60:02}:{minute % 60:02}" for minute in self.lunch)
            canvas.setFillColor(QUIET)
            words = t("Lunch")
            canvas.drawString(x, 4, fitted(f"/// {words} {hours}", REGULAR, 8.5, self.width - x) + " ")


def in_lanes(items: Sequence[ProgrammeItem]) -> Iterator[tuple[ProgrammeItem, int, int]]:
    """Yield items with their lane and how many lanes there are, those at the same time beside one another."""
    group: list[tuple[ProgrammeItem, int]] = []
    until = -1
    for item in sorted(items, key=lambda item: (item.starts, -item.ends)):
        if item.starts >= until:
            yield from _with_lanes(group)
            group, until = [], item.ends
        taken = {lane for other, lane in group if other.ends > item.starts}
        group.append((item, next(lane for lane in range(len(group) + 1) if lane not in taken)))
        until = max(until, item.ends)
    yield from _with_lanes(group)


def _with_lanes(group: list[tuple[ProgrammeItem, int]]) -> Iterator[tuple[ProgrammeItem, int, int]]:
    lanes = max((lane for _item, lane in group), default=0) + 1
    yield from ((item, lane, lanes) for item, lane in group)


def _spans(days: Sequence[WeekDay]) -> Iterator[tuple[int, int, str]]:
    """The cities with their first and last column; a day without any belongs to the city before it."""
    start, city = 0, ""
    for number, day in enumerate(days):
        if day.city and city and day.city != city:
            yield start, number - 1, city
            start = number
        city = day.city or city
    if city:
        yield start, len(days) - 1, city


def _label(item: ProgrammeItem) -> str:
    return f"{item.number}. " if item.is_meeting else ""


def weeks(own: Own) -> list[list[WeekDay]]:
    """The days of a pack, as many to a page as fit."""
    days = week_days(own.programme)
    return [days[start : start + DAYS] for start in range(0, len(days), DAYS)]
