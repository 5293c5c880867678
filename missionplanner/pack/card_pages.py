"""The pocket card: a sheet of paper, folded and slit, with a cover, a panel a day, venues and numbers."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from reportlab.lib.pagesizes import A4, LETTER, landscape
from reportlab.platypus import Flowable, PageBreak

from missionplanner.domain import links
from missionplanner.domain.legal_forms import without_form
from missionplanner.pack.delegate_content import ProgrammeDay, ProgrammeItem
from missionplanner.pack.delegate_pages import Book, Story
from missionplanner.pack.flowables import Mark, item
from missionplanner.pack.phrases import Phrase, in_row, text_of
from missionplanner.pack.style import BOLD, INK, LINE, REGULAR, Look
from missionplanner.pack.typesetting import (
    NOTE_BOLD,
    Face,
    Lined,
    RuledNotes,
    day_name,
    leading_to,
    lines_of,
    set_lines,
    set_said,
    spoken,
    text_width,
)
from missionplanner.pack.wording import with_year
from missionplanner.typography import capital

_NAME, _DAY, _TITLE = Face(BOLD, 14, 17), Face(BOLD, 10, 12.5), Face(REGULAR, 9, 10.5)
_TIME, _PLACE, _NUMBER = Face(BOLD, 9, 10.5), Face(REGULAR, 8.5, 10, quiet=True), Face(BOLD, 14, 18)
_NAME_LINES = 3
"""The most lines of a name in large type."""
_EDGE = 14.0
"""The margin of a panel."""
_ACROSS, _PANELS = 4, 8
_MOST_LINES = 6
"""Lines of a name or a place: a transfer with both ends and where people meet is whole."""
_DAYS = _PANELS - 2
"""So many panels of a sheet are for days, between its cover and its back."""


class CardItem(Flowable):  # type: ignore[misc]
    """An hour: time and place over what it is."""

    def __init__(self, entry: ProgrammeItem, group: object, look: Look, with_venue: bool) -> None:
        super().__init__()
        self.entry, self.group, self.look = entry, group, look
        place = entry.spot if entry.venue else entry.place
        self.place = in_row(", ", ((Phrase(entry.venue),), entry.spot)) if entry.venue and with_venue else place

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """A line of its time and the beginning of its place, and lines of its name and of the rest."""
        self.width = width
        self.times = lines_of(self.entry.time, _TIME, width, 2)
        used = text_width(self.times[-1], _TIME) + 6 if self.times else 0.0
        self.left = used
        place = text_of(self.place)
        self.is_short = text_width(place, _PLACE) <= width - used
        title = without_form(self.entry.title) if self.entry.is_meeting else self.entry.title
        self.titles = lines_of(title, _TITLE, width, _MOST_LINES)
        self.places = () if self.is_short else lines_of(place, _PLACE, width, _MOST_LINES)
        self.height = _TIME.leading * len(self.times) + _TITLE.leading * len(self.titles)
        self.height += _PLACE.leading * len(self.places) + 4
        return width, self.height

    def draw(self) -> None:
        """As one item of the day's list."""
        canvas, y = self.canv, self.height
        with canvas.marked(item(canvas, self.group)):
            tint = self.look.accent if self.entry.is_meeting else None
            y = set_lines(canvas, self.times, _TIME, (0, y), tint)
            if self.is_short and self.place:
                line = (text_of(self.place),)
                set_said(canvas, line, self.place, _PLACE, (self.left, y + _TIME.leading - 0.6))
            with canvas.spoken(self.entry.titled_in):
                y = set_lines(canvas, self.titles, _TITLE, (0, y))
            set_said(canvas, self.places, self.place, _PLACE, (0, y))


class Panel:
    """An eighth of the sheet: pieces below one another."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self.pieces: list[tuple[Any, float]] = []
        self.top = height

    def fits(self, pieces: Sequence[Any]) -> bool:
        """Whether there is room for pieces."""
        return float(sum(piece.wrap(self.width, self.height)[1] for piece in pieces)) <= self.top

    def add(self, *pieces: Any) -> None:
        """Put pieces below the last one; the first of a panel stands at its top."""
        for piece in pieces:
            if not self.pieces and isinstance(piece, Lined):
                piece.before = 0
            _wide, piece.height = piece.wrap(self.width, self.top)
            self.top -= piece.height
            self.pieces.append((piece, self.top))


class CardSheet(Flowable):  # type: ignore[misc]
    """Eight panels where they have to be so that the folded sheet opens page by page."""

    def __init__(self, panels: Sequence[Panel], size: tuple[float, float]) -> None:
        super().__init__()
        self.panels, self.size = panels, size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """No room of the frame: it is drawn over the whole page."""
        return 0, 1

    def draw(self) -> None:
        """The folds and the slit, then the panels in the order they are read."""
        canvas, (wide, high) = self.canv, self.size
        x, y = canvas.absolutePosition(0, 0)
        canvas.translate(-x, -y)
        with canvas.artifact():
            self._draw_folds()
        wide, high = wide / _ACROSS, high / 2
        for number, panel in enumerate(self.panels):
            canvas.saveState()
            column, is_turned = place_of(number)
            if is_turned:
                canvas.translate((column + 1) * wide - _EDGE, 2 * high - _EDGE)
                canvas.rotate(180)
            else:
                canvas.translate(column * wide + _EDGE, _EDGE)
            for piece, bottom in panel.pieces:
                piece.drawOn(canvas, 0, bottom)
            canvas.restoreState()

    def _draw_folds(self) -> None:
        canvas, (wide, high) = self.canv, self.size
        canvas.setStrokeColor(LINE)
        canvas.setLineWidth(0.5)
        canvas.setDash(4, 4)
        for column in range(1, _ACROSS):
            canvas.line(column * wide / _ACROSS, 0, column * wide / _ACROSS, high)
        canvas.line(0, high / 2, wide / _ACROSS, high / 2)
        canvas.line(wide - wide / _ACROSS, high / 2, wide, high / 2)
        canvas.setDash()
        canvas.setStrokeColor(INK)
        canvas.setLineWidth(1)
        canvas.line(wide / _ACROSS, high / 2, wide - wide / _ACROSS, high / 2)


def place_of(number: int) -> tuple[int, bool]:
    """The column of a panel (the cover is 0), and whether it stands on its head in the upper row, as the folds want."""
    return (6 - number, True) if 3 <= number < _PANELS - 1 else ((number + 1) % _PANELS, False)


class CardBook(Book):
    """One sheet, more only for very many days."""

    has_cover = has_margins = False

    def story(self) -> Story:
        """Every sheet."""
        found: Story = [Mark("card", self.shared.mission, 0, self.pages)]
        panels = self._panels
        for start in range(0, len(panels), _PANELS):
            found += [*([PageBreak()] if start else []), CardSheet(panels[start : start + _PANELS], self._paper)]
        return found

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        yield "card", self.shared.mission, []

    @property
    def _paper(self) -> tuple[float, float]:
        wide, high = landscape(LETTER if self.shared.letter_size else A4)
        return float(wide), float(high)

    def _panel(self) -> Panel:
        wide, high = self._paper
        return Panel(wide / _ACROSS - 2 * _EDGE, high / 2 - 2 * _EDGE)

    @cached_property
    def _panels(self) -> list[Panel]:
        """Cover, days and back, with notes where panels are left; of days without room on it a sheet of their own."""
        days = self._days(is_close=False)
        days = self._days(is_close=True) if len(days) > _DAYS else days
        first = [self._cover(), *days[:_DAYS], *(self._notes() for _free in range(_DAYS - len(days))), self._back()]
        more = days[_DAYS:]
        return [*first, *more, *(self._notes() for _free in range(-len(more) % _PANELS))]

    def _notes(self) -> Panel:
        panel = self._panel()
        panel.add(RuledNotes(self.t("Notes"), panel.height))
        return panel

    def _cover(self) -> Panel:
        """Its owner, where one has to be first, whom to call, which print it is."""
        t, own, shared, panel = self.t, self.own, self.shared, self._panel()
        accent = self.look.accent
        panel.add(
            spoken(Lined(with_year(shared.mission), _DAY, "H1", tint=accent, most=5), shared.named_in),
            Lined(shared.dates, _PLACE, most=2),
        )
        name = own.delegate or own.company
        face = _NAME if len(lines_of(name, _NAME, panel.width)) <= _NAME_LINES else _DAY
        panel.add(Lined(name, face, before=14, most=5))
        if own.delegate:
            panel.add(Lined(own.company, _TITLE, most=2))
        if first := own.first:
            panel.add(Lined(t("Where you have to be first"), NOTE_BOLD, before=16))
            title, place = Lined(first.title.text, _TITLE, most=2), Lined(first.place.text, _PLACE, most=3)
            panel.add(Lined(first.when, _TIME))
            panel.add(spoken(title, first.title.language), spoken(place, first.place.language))
        if phone := shared.duty_phone:
            panel.add(Lined(t("Whom you call"), NOTE_BOLD, before=14))
            number = Lined(phone.number, _NUMBER, tint=accent, most=1)
            panel.add(leading_to(links.call(phone.number), number), Lined(phone.label, _PLACE, most=2))
        foot = Lined(self.printed, _PLACE, most=2)
        high = foot.wrap(panel.width, panel.top)[1]
        foot.before = max(panel.top - high, 4)
        panel.add(foot)
        return panel

    def _back(self) -> Panel:
        """Emergency numbers, then the venues, as far as there is room."""
        t, panel = self.t, self._panel()
        groups = [(phone.label, phone.number, links.call(phone.number)) for phone in self.shared.phones]
        here = {item.venue for day in self.own.programme for item in day.items}
        venues = [(v.name, v.address, links.place(v.name, v.address)) for v in self.shared.venues if v.name in here]
        for heading, rows in ((t("Emergency"), groups), (t("Venues"), venues)):
            if not rows:
                continue
            panel.add(Lined(heading, _DAY, "H2", before=8 if panel.pieces else 0, most=1))
            for label, text, target in rows:
                is_number = rows is groups
                value = leading_to(target, Lined(text, _TIME if is_number else _PLACE, most=1 if is_number else 2))
                pieces = [Lined(label, _PLACE if is_number else _TIME, before=3, most=3), value]
                if panel.fits(pieces):
                    panel.add(*pieces)
        return panel

    def _days(self, is_close: bool) -> list[Panel]:
        """A panel a day; close, whatever fits on the panel that is begun."""
        panels: list[Panel] = []
        for day in self.own.programme:
            head, entries = self._day(day)
            if not (is_close and panels and panels[-1].fits([*head, *entries])):
                panels.append(self._panel())
            panels[-1].add(*head)
            for entry in entries:
                if not panels[-1].fits([entry]):
                    panels.append(self._panel())
                    panels[-1].add(Lined(f"{head[0].text} …", _DAY, most=2))
                panels[-1].add(entry)
        return panels

    def _heading(self, day: ProgrammeDay) -> str:
        """The day and its city; all days of a card are shortened where one would not stand on one line with it."""
        name = capital(self.t.short_day(day.day)) if self._is_short else day_name(day.day, self.t)
        return f"{name} · {day.stop}"

    @cached_property
    def _is_short(self) -> bool:
        width, days = self._panel().width, self.own.programme
        return any(text_width(f"{day_name(day.day, self.t)} · {day.stop}", _DAY) > width for day in days)

    def _day(self, day: ProgrammeDay) -> tuple[list[Lined], list[CardItem]]:
        """The heading of a day with its venue, and its hours."""
        names = list(dict.fromkeys(entry.venue for entry in day.items if entry.venue))
        head = [Lined(self._heading(day), _DAY, "H2", tint=self.look.accent, before=4, most=2)]
        notes = [*day.notes, *(names if len(names) == 1 else ())]
        head += [Lined(text, _PLACE, most=3) for text in notes]
        group = object()
        return head, [CardItem(entry, group, self.look, len(names) > 1) for entry in day.items]
