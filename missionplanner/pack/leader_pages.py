"""The leader edition: twelve pages, with the days as cards of half a page: who comes, what to say, whom to thank."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak

from missionplanner.domain.packs import PackPage
from missionplanner.i18n import Translator
from missionplanner.pack import info_pages
from missionplanner.pack.back_cover import back_sheet
from missionplanner.pack.delegate_content import Own, Shared, TextSection
from missionplanner.pack.delegate_pages import Book, Story
from missionplanner.pack.editions import Leader, LeaderDay, LeaderEvent
from missionplanner.pack.flowables import Mark, Text
from missionplanner.pack.leader_cards import GAP, laid_out
from missionplanner.pack.meeting_pages import CardValue, draw_values
from missionplanner.pack.organiser_pages import lists_of
from missionplanner.pack.phrases import Phrase, in_row, joined, text_of
from missionplanner.pack.sheets import INNER, Flow, Sheet, height_of
from missionplanner.pack.style import BODY, H2, Look, markup
from missionplanner.pack.typesetting import (
    HEAD,
    HOURS,
    NOTE,
    SMALL,
    SMALL_BOLD,
    STRONG,
    TEXT,
    Lined,
    RuledNotes,
    lines_of,
    set_lines,
    set_said,
    style_of,
)
from missionplanner.pack.wording import labelled

_LABELS = 60
"""The width of the labels beside what the leader needs to know."""
_MOST = 5000
"""Lines of what there is to say, none of which is left out."""
_ROOM = 0.3
"""The share of a page below which nothing longer begins on it."""
_PERSON = ParagraphStyle("h2", parent=H2, spaceBefore=5, spaceAfter=2)
_BIOGRAPHY = style_of(SMALL, spaceAfter=4)
Value = tuple[CardValue, tuple[str, ...]]


class DayEvent(Flowable):  # type: ignore[misc]
    """An event of a day card; it goes on with the next page where there is much to say. values: what is left of it."""

    def __init__(self, event: LeaderEvent, look: Look, t: Translator, values: list[Value] | None = None) -> None:
        super().__init__()
        self.event, self.look, self.t, self.values = event, look, t, values
        self.is_rest = values is not None

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As high as all there is to say."""
        self.width, event, room = width, self.event, width - HOURS
        self.titles = () if self.is_rest else lines_of(event.title.text, STRONG, room, 3)
        self.place = in_row("  ·  ", ((Phrase(event.kind),), event.place))
        self.places = () if self.is_rest else lines_of(text_of(self.place), NOTE, room, 4)
        if self.values is None:
            self.values = [(value, lines_of(value.text, SMALL, room - _LABELS, _MOST)) for value in self._said()]
        lines = sum(len(lines) for _value, lines in self.values)
        self.height = self._head + SMALL.leading * lines + 2 * len(self.values) + 7
        return width, self.height

    @property
    def _head(self) -> float:
        return STRONG.leading * len(self.titles) + NOTE.leading * len(self.places)

    def _said(self) -> list[CardValue]:
        event, t = self.event, self.t
        said = joined("\n", (replace(point, text=f"• {point.text}") for point in event.points))
        values = (
            CardValue(t("Who comes"), event.expected, 9),
            *(CardValue(name, fact.text, 9, fact.language) for name, fact in event.facts),
            CardValue(t("To say"), said.text, 9, said.language),
            CardValue(t("To thank"), event.thanks.text, 9, event.thanks.language),
        )
        return [value for value in values if value.text]

    def split(self, width: float, height: float) -> list["DayEvent"]:
        """As many lines as there is room for, and the rest."""
        self.wrap(width, height)
        room = int((height - self._head - 2 * len(self.values or ()) - 7) // SMALL.leading)
        kept: list[Value] = []
        rest: list[Value] = []
        for value, lines in self.values or ():
            kept += [(value, lines[: max(room, 0)])] if lines[: max(room, 0)] else []
            rest += [(value, lines[max(room, 0) :])] if lines[max(room, 0) :] else []
            room -= len(lines)
        if not kept or not rest:
            return [self]
        first = DayEvent(self.event, self.look, self.t, kept)
        first.is_rest = self.is_rest
        return [first, DayEvent(self.event, self.look, self.t, rest)]

    def draw(self) -> None:
        """The hours beside the name and place, then a table of what is to be known."""
        canvas, top = self.canv, self.height - 2
        if not self.is_rest:
            head = canvas.element((self, 1), "P")
            head.language = self.event.title.language
            with canvas.marked(head):
                hours = lines_of(self.event.time, SMALL_BOLD, HOURS - 4, 3)
                set_lines(canvas, hours, SMALL_BOLD, (0, top - 1), self.look.accent)
                top = set_lines(canvas, self.titles, STRONG, (HOURS, top))
            if self.places:
                with canvas.marked(canvas.element((self, 2), "P")):
                    top = set_said(canvas, self.places, self.place, NOTE, (HOURS, top))
        if self.values:
            draw_values(canvas, (self, 3), self.values, (HOURS, top), _LABELS)


class LeaderBook(Book):
    """The leader edition in order."""

    # A size smaller than elsewhere: twelve pages are what one reads between two events.
    PARAGRAPH = style_of(SMALL, spaceAfter=5)
    BULLET = style_of(SMALL, leftIndent=12, bulletIndent=2, spaceAfter=2)

    chart_height = 96.0

    def __init__(self, shared: Shared, own: Own, leader: Leader, size: tuple[float, float]) -> None:
        self._leader = leader
        self._size = size[0] - INNER, size[1]
        super().__init__(shared, own, self._size)

    def story(self) -> Story:
        """Everything after the cover: whole sheets of paper, the emergency numbers on the back."""
        sheets = self._sheets
        total = -(-(len(sheets) + 2) // 4) * 4
        sheets += [self._notes() for _page in range(total - len(sheets) - 2)]
        info_pages.fill(sheets, self.t)
        found: Story = []
        for sheet in (*sheets, self._back()):
            template = "body" if len(found) < 3 * len(sheets) else "back"
            found += [NextPageTemplate(template), PageBreak(), sheet]
        return found

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        t = self.t
        yield from self.section("talking")
        yield PackPage.PROGRAMME.value, t("Your programme"), []
        if own := self._leader.own_days:
            yield own.key, own.title, lists_of(self, own)
        for section in (self._leader.met, self._leader.precedence):
            if section.sheets:
                yield section.key, section.title, lists_of(self, section)
        if replaced := self._leader.replaced:
            yield replaced.key, replaced.title, lists_of(self, replaced)
        if self._leader.biographies:
            yield "biographies", t("Biographies"), self._biographies()
        for page in self._leader.pages:
            if page != PackPage.CONTACTS and (page != PackPage.LOGISTICS or self._has_logistics):
                yield from self.section(page)
        yield PackPage.CONTACTS.value, self._contacts.title, []

    @property
    def has_contents(self) -> bool:
        """The contents share their page with what follows, however few they are."""
        return True

    @property
    def _has_logistics(self) -> bool:
        """Whether there is something below that title: where events are stands on the cards of the days."""
        return PackPage.LOGISTICS in self.shared.texts or bool(self.shared.clocks)

    @cached_property
    def _contacts(self) -> TextSection:
        return self.shared.texts.get(PackPage.CONTACTS) or TextSection(self.t("Emergency contacts"), ())

    @property
    def _sheets(self) -> list[Sheet]:
        """The pages between the covers; sections of half a page share one."""
        flow = Flow(self._size)
        self.contents.width = self._size[0]
        flow.add(Mark("contents", "", 0, self.pages), self.h1(self.t("Contents")), self.contents)
        flows = [flow]
        for key, title, body in self._bodies:
            if key == PackPage.PROGRAMME:
                flows += self._days(title)
            elif key != PackPage.CONTACTS:
                pieces = [Mark(key, title, 0, self.pages, title), *_without_breaks(body)]
                high = height_of(pieces, self._size[0]) + GAP
                # A text stays together where it fits; a list begins where there is room for some of its rows.
                if high > flows[-1].top and flows[-1].top < _ROOM * self._size[1]:
                    flows.append(Flow(self._size))
                elif flows[-1].top < self._size[1]:
                    flows[-1].top -= GAP
                flows[-1].add_all(pieces)
        return [sheet for flow in flows for sheet in flow.sheets]

    def _days(self, title: str) -> list[Flow]:
        """The days as cards, the first with the mark of their section."""
        days = self._leader.days or (LeaderDay(self.t("There are no events yet."), ()),)
        cards = [self._card(number, day) for number, day in enumerate(days)]
        cards[0].insert(0, Mark(PackPage.PROGRAMME, title, 0, self.pages, title))
        return laid_out(cards, self._size, self.t("Notes"))

    def _card(self, number: int, day: LeaderDay) -> list[Any]:
        mark = Mark(f"day-{number}", day.title, 1, self.pages)
        head = Lined(day.title, HEAD, "H2", tint=self.look.accent, most=2)
        head.after = 4
        return [mark, head, *(DayEvent(event, self.look, self.t) for event in day.events)]

    @property
    def _has_places(self) -> bool:
        """Whether there is a text or a clock to tell of: venues stand on the cards of the days."""
        return "logistics" in self.shared.texts or bool(self.shared.clocks)

    def _logistics(self, section: TextSection) -> Story:
        """The text; where each event is stands on the cards of the days."""
        return [*self._text(section), *(Text(markup(sentence), BODY) for sentence in self.shared.clocks)]

    def _biographies(self) -> Story:
        found: Story = [self.h1(self.t("Biographies"))]
        for number, person in enumerate(self._leader.biographies):
            found.append(Mark(f"person-{number}", person.name, 1, self.pages))
            post = f"<font size='9'>, {markup(person.post.text)}</font>" if person.post.text else ""
            found.append(Text(f"{markup(person.name)}{post}", _PERSON, language=person.post.language))
            details = (replace(said, text=labelled(label, said.text, self.t)) for label, said in person.details)
            said = [one for one in (person.text, *details) if one.text]
            found += [Text(markup(one.text), _BIOGRAPHY, language=one.language) for one in said]
        return found

    def _notes(self) -> Sheet:
        flow = Flow(self._size)
        flow.add(Lined(self.t("Notes"), TEXT), RuledNotes("", self._size[1] - 40))
        return flow.sheets[0]

    def _back(self) -> Sheet:
        sheet = back_sheet(self.shared, self._contacts, self._size, self.look)
        mark = Mark(PackPage.CONTACTS, self._contacts.title, 0, self.pages)
        sheet.pieces.insert(0, (mark, 0, self._size[1]))
        return sheet


def _without_breaks(body: Sequence[Any]) -> list[Any]:
    """The pieces of a section without the breaks a story has."""
    return [piece for piece in body if not isinstance(piece, CondPageBreak | PageBreak)]
