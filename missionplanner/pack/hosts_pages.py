"""The hosts' edition: who visits a company, when and at which table, their profiles, how to get there, whom to call."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from reportlab.platypus import Flowable, PageBreak

from missionplanner.domain import links
from missionplanner.domain.packs import PackPage
from missionplanner.i18n import Translator
from missionplanner.pack import day_pages, meeting_list
from missionplanner.pack.delegate_content import MeetingEntry, VenueLine
from missionplanner.pack.delegate_pages import Book, Story
from missionplanner.pack.flowables import Mark
from missionplanner.pack.info_pages import fill
from missionplanner.pack.meeting_pages import (
    CLOSE,
    OPEN,
    CardValue,
    FactsType,
    MeetingCard,
    draw_values,
    fitting_values,
    meeting_sheets,
    values_of,
    whole_sheets,
)
from missionplanner.pack.phrases import joined
from missionplanner.pack.sheets import INNER, Flow, Sheet, height_of
from missionplanner.pack.style import LINE, Look
from missionplanner.pack.typesetting import (
    GUTTER,
    HEAD,
    NOTE,
    NOTE_BOLD,
    SMALL_BOLD,
    STRONG,
    TEXT,
    TITLE,
    Face,
    Lined,
    day_name,
    leading_to,
    lines_of,
    set_lines,
    spoken,
)
from missionplanner.pack.wording import with_year

PAGES = 4
"""A sheet of paper, folded: more pages only where they do not fit."""
_NUMBER = Face("NotoSans-Bold", 16, 22)
_ROOMY = 3
"""Up to so many a page have lines for notes."""
_LABELS = 50.0
"""The width of the labels beside the facts."""
_CONTACTS = 2
"""Addresses and numbers in half the width: those of the first who comes."""
_FEWEST = 3
"""So many facts of a profile at least stand below its name where it goes on in the next column."""
_GAP = 8.0
"""Between two profiles."""
_HEADED = 40
"""So much less high a profile may be, as the first page has a heading."""


class ProfileCard(Flowable):  # type: ignore[misc]
    """A visitor in half the width: number and time, name, facts."""

    def __init__(
        self,
        entry: MeetingEntry,
        number: int,
        look: Look,
        t: Translator,
        chosen: Sequence[tuple[CardValue, tuple[str, ...]]] | None = None,
    ) -> None:
        super().__init__()
        self.entry, self.number, self.look, self.t = entry, number, look, t
        self._kept, self.is_dense = chosen, False
        """Whether its facts are smaller and stand close, sectors and size on the same lines."""
        self.begun: object = None
        """The card in the column before that this one goes on with."""

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """As high as its facts, or all of the room."""
        self.width = width
        if self._kept is None:
            self.chosen = fitting_values(self._values, width - _LABELS, height - self._head, self._setting)
        else:
            self.chosen = list(self._kept)
        self.height = self._head + self._high(self.chosen) + _GAP
        return width, self.height

    def split(self, width: float, height: float) -> list["ProfileCard"]:
        """The facts there is room for, and the others for the next column; none where hardly any have room."""
        self.wrap(width, 10_000)
        kept = len(self.chosen)
        while kept and self._head + self._high(self.chosen[:kept]) + _GAP > height:
            kept -= 1
        if kept < (1 if self.is_dense else _FEWEST) or len(self.chosen) - kept < 1:
            return []
        parts = [
            ProfileCard(self.entry, self.number, self.look, self.t, chosen)
            for chosen in (self.chosen[:kept], self.chosen[kept:])
        ]
        parts[1].begun = parts[0]
        for part in parts:
            part.is_dense = self.is_dense
        return parts

    @property
    def is_whole(self) -> bool:
        """Whether nothing of it is cut."""
        return self.chosen == fitting_values(self._values, self.width - _LABELS, 10_000, self._setting)

    @property
    def _setting(self) -> FactsType:
        return CLOSE if self.is_dense else OPEN

    def _high(self, values: Sequence[tuple[CardValue, tuple[str, ...]]]) -> float:
        """The height of facts below one another."""
        lines = sum(len(lines) for _value, lines in values)
        return lines * self._setting.face.leading + self._setting.gap * len(values)

    @property
    def _values(self) -> list[CardValue]:
        entry, profile = self.entry, self.entry.profile
        if self.is_dense:
            sectors = replace(profile.sectors, text=" · ".join(filter(None, (profile.sectors.text, profile.employees))))
            entry = replace(entry, profile=replace(profile, sectors=sectors, employees=""))
        return values_of(entry, self.t, _CONTACTS)

    @property
    def _head(self) -> float:
        return 0.0 if self.begun else 4 + NOTE_BOLD.leading + SMALL_BOLD.leading

    def draw(self) -> None:
        """The name with number and time over the facts."""
        canvas, entry, top = self.canv, self.entry, self.height - 4
        if self.begun:
            draw_values(canvas, self.begun, self.chosen, (0, self.height), _LABELS, self._setting)
            return
        with canvas.artifact():
            canvas.setStrokeColor(LINE)
            canvas.setLineWidth(0.6)
            canvas.line(0, self.height - 1, self.width, self.height - 1)
        place = entry.table or entry.venue
        when = f"{self.number}  ·  " + ", ".join(filter(None, (entry.short_day, entry.time, place)))
        with canvas.marked(canvas.element((self, 1), "P")):
            top = set_lines(canvas, lines_of(when, NOTE_BOLD, self.width, 1), NOTE_BOLD, (0, top), self.look.accent)
        with canvas.marked(canvas.element(self, "H2")):
            top = set_lines(canvas, lines_of(entry.title, SMALL_BOLD, self.width, 1), SMALL_BOLD, (0, top))
        draw_values(canvas, self, self.chosen, (0, top), _LABELS, self._setting)


class HostsBook(Book):
    """The hosts' edition: a list, profiles, the way, on one folded sheet of paper where they fit."""

    has_cover = False

    def story(self) -> Story:
        """Every page."""
        found: Story = []
        for sheet in self._sheets:
            found += [*([PageBreak()] if found else []), sheet]
        return found

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        marks = (piece for sheet in self._sheets for piece, _x, _y in sheet.pieces if isinstance(piece, Mark))
        yield from ((mark.key, mark.title, []) for mark in marks if not mark.level)

    @property
    def _size(self) -> tuple[float, float]:
        # Less high than the frame: ReportLab begins it with a point of space.
        return self.width - INNER, self.height - 2

    @cached_property
    def _sheets(self) -> list[Sheet]:
        front, back = self._front(), self._back()
        profiles = self._profiles(max(PAGES - len(front) - 1, 1))
        total = _sheets_of(len(front) + len(profiles) + 1)
        if total > PAGES:
            # There is paper for lines for notes beside each.
            profiles = self._profiles(total - len(front) - 1)
            total = _sheets_of(len(front) + len(profiles) + 1)
        blank = [Sheet(self._size) for _page in range(total - len(front) - len(profiles) - 1)]
        found = [*front, *profiles, *blank, back]
        fill(found, self.t)
        self._number(found)
        return found

    def _mark(self, key: str, title: str, head: str) -> Mark:
        return Mark(key, title, 0, self.pages, head)

    def _front(self) -> list[Sheet]:
        """Who it is for, whom to call, and everybody who comes, a line each."""
        t, own, shared, flow = self.t, self.own, self.shared, Flow(self._size)
        title = t("Who meets you by video") if shared.is_by_video else t("Who visits you")
        flow.add(
            self._mark(PackPage.SCHEDULE, title, t("Meetings")),
            spoken(Lined(with_year(shared.mission), TITLE, "H1", most=3), shared.named_in),
        )
        flow.add(Lined(" · ".join(filter(None, (shared.dates, shared.organiser))), NOTE, most=2), gap=2)
        flow.add(Lined(own.delegate or own.company, HEAD, tint=self.look.accent, before=10, most=2))
        if own.delegate and own.company:
            flow.add(Lined(own.company, NOTE, most=1))
        people = joined("; ", own.people)
        flow.add(spoken(Lined(people.text, NOTE, most=2 if own.delegate else 3), people.language))
        self._add_phone(flow)
        flow.add(Lined(title, HEAD, "H2", before=12))
        if not own.meetings:
            flow.add(Lined(t("No meetings are planned for you yet."), TEXT))
        for group in meeting_list.list_pieces(own, shared.lunch, self.look, t, free=False):
            flow.add(*group)
        return flow.sheets

    def _add_phone(self, flow: Flow) -> None:
        if phone := self.shared.duty_phone:
            flow.add(Lined(self.t("Whom you call"), NOTE_BOLD, before=10))
            number = Lined(phone.number, _NUMBER, tint=self.look.accent, most=1)
            flow.add(leading_to(links.call(phone.number), number), Lined(phone.label, NOTE, most=2))

    def _profiles(self, pages: int) -> list[Sheet]:
        """The profiles: with room for notes where so many pages do, else in two columns on as many as they need."""
        entries = self.own.meetings
        if not entries:
            return []
        each = -(-len(entries) // pages)
        by_video = self.shared.is_by_video
        title = self.t("Profiles of those you meet") if by_video else self.t("Profiles of your visitors")
        head = [self._mark(PackPage.PROFILES, title, self.t("Profiles")), Lined(title, HEAD, "H1")]
        if each <= _ROOMY and (sheets := self._with_notes(pages, each, head)):
            return sheets
        natural = self._columns(entries, head)
        if len(natural) > pages:
            even = self._columns(entries, head, each)
            # Cards of one height leave no gaps below the columns; where that cuts nothing they need fewer pages.
            if len(even) <= pages and all(card.is_whole for sheet in even for card in _cards(sheet)):
                return even
            for is_dense in (False, True):
                flowing = self._columns(entries, head, is_dense=is_dense)
                if len(flowing) <= pages:
                    return flowing
        return natural

    def _with_notes(self, pages: int, each: int, head: list[Any]) -> list[Sheet]:
        """The profiles with room for notes; none where so many pages do not hold them whole."""
        entries, size = self.own.meetings, self._size
        logos = [self._pictures.get(entry.profile.logo, b"") for entry in entries]
        cards = [
            MeetingCard(entry, number, self.look, self.t, logo)
            for number, (entry, logo) in enumerate(zip(entries, logos, strict=True), start=1)
        ]
        if all(card.needed(size[0]) <= size[1] / max(each, 2) - _HEADED for card in cards):
            return meeting_sheets(cards, max(each, 2), size, head)
        sheets = whole_sheets(cards, size, head)
        return sheets if len(sheets) <= pages else []

    def _columns(
        self, entries: Sequence[MeetingEntry], head: Sequence[Any], each: int = 0, is_dense: bool | None = None
    ) -> list[Sheet]:
        """Profiles in two columns a page, each as high as what it says; or so many a page, all of one height.

        is_dense: given where a profile may go on in the next column.
        """
        wide = (self._size[0] - 2 * GUTTER) / 2
        found = [Sheet(self._size)]
        for piece in head:
            piece.wrap(self._size[0], found[0].left)
            found[0].put(piece, 0, found[0].left)
        start = top = found[0].left - 6
        column = 0
        cards = [ProfileCard(entry, number, self.look, self.t) for number, entry in enumerate(entries, start=1)]
        while cards:
            card = cards.pop(0)
            card.is_dense = card.is_dense or bool(is_dense)
            high = (start - 1) / -(-each // 2) if each else card.wrap(wide, self._size[1])[1]
            if high > top and is_dense is not None and (parts := card.split(wide, top)):
                card, high = parts[0], parts[0].wrap(wide, top)[1]
                cards.insert(0, parts[1])
            elif high > top and top < start:
                column, top = 1 - column, start
                if not column:
                    found.append(Sheet(self._size))
                    start = top = self._size[1]
            card.wrap(wide, high if each else top)
            x = column * (wide + 2 * GUTTER)
            if not card.begun:
                key = f"meeting-{card.number - 1}"
                found[-1].put(Mark(key, f"{card.entry.time} {card.entry.title}", 1, {}), x, top)
            found[-1].put(card, x, top)
            top -= high if each else card.height
        return found

    def _back(self) -> Sheet:
        """How one gets there, the events one is invited to, and whom to call."""
        t, flow = self.t, Flow(self._size)
        title = t("Video rooms") if self.shared.is_by_video else t("How to get there")
        flow.add(self._mark(PackPage.LOGISTICS, title, t("Places")), Lined(title, TITLE, "H1"))
        for venue in self._venues():
            flow.add(*_venue_pieces(venue), gap=8)
        for way in self._ways():
            flow.add(Lined(way, NOTE, most=2))
        self._add_events(flow)
        self._add_phone(flow)
        return flow.sheets[0]

    def _venues(self) -> list[VenueLine]:
        """The venues of one's meetings and events."""
        here = {item.venue for day in self.own.programme for item in day.items}
        return [venue for venue in self.shared.venues if venue.name in here]

    def _ways(self) -> list[str]:
        """How long the ways between one's venues are."""
        names = [venue.name for venue in self._venues()]
        return [way for way in self.shared.ways if sum(name in way for name in names) > 1]

    def _add_events(self, flow: Flow) -> None:
        """One's events, as many as fit."""
        table = object()
        found = [(day, item) for day in self.own.programme for item in day.items if not item.is_meeting]
        if found:
            flow.add(Lined(self.t("Your events"), HEAD, "H2", before=14))
        headed = None
        for day, item in found:
            pieces: list[Any] = [day_pages.DayItem(item, table, self.look, True)]
            if day is not headed:
                pieces.insert(0, Lined(f"{day_name(day.day, self.t)} · {day.stop}", STRONG, before=6, most=1))
            if height_of(pieces, self._size[0]) + _EVENTS_LEAVE > flow.top:
                flow.add(Lined("…", NOTE))
                return
            flow.add(*pieces)
            headed = day

    def _number(self, sheets: Sequence[Sheet]) -> None:
        """Tell lines and cards the pages of what they lead to."""
        numbers: dict[str, int] = {}
        for page, sheet in enumerate(sheets, start=1):
            for piece, _x, _y in sheet.pieces:
                if isinstance(piece, Mark):
                    numbers[piece.key], piece.pages = page, self.pages
                elif hasattr(piece, "pages"):
                    piece.pages = numbers


_EVENTS_LEAVE = 90
"""The room events leave for the number one calls."""


def _sheets_of(pages: int) -> int:
    """So many pages as whole sheets of paper have."""
    return -(-pages // PAGES) * PAGES


def _cards(sheet: Sheet) -> list[ProfileCard]:
    return [piece for piece, _x, _y in sheet.pieces if isinstance(piece, ProfileCard)]


def _venue_pieces(venue: VenueLine) -> list[Lined]:
    targets = (venue.address, links.place(venue.name, venue.address)), (venue.phone, links.call(venue.phone))
    lines = [leading_to(target, Lined(text, TEXT, most=4)) for text, target in targets if text]
    return [Lined(f"{venue.name} ({venue.stop})", STRONG, before=4, most=2), *lines]
