"""The sections of a delegate's pack, each as the sheets it takes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from missionplanner.domain.packs import PackPage
from missionplanner.i18n import N_, Translator
from missionplanner.pack import day_pages, info_pages, meeting_list
from missionplanner.pack.back_cover import back_sheet
from missionplanner.pack.cover import PEOPLE_ON_COVER
from missionplanner.pack.delegate_content import Own, Shared, TextSection
from missionplanner.pack.figures import Code
from missionplanner.pack.flowables import Mark, Text
from missionplanner.pack.info_pages import side_by_side, text_pieces, title_of
from missionplanner.pack.meeting_pages import MeetingCard, meeting_sheets
from missionplanner.pack.phrases import NOTHING, joined
from missionplanner.pack.sheets import Flow, Sheet, height_of, put_below
from missionplanner.pack.source_lines import Together
from missionplanner.pack.style import Look, markup
from missionplanner.pack.typesetting import GUTTER, NOTE, NOTE_BOLD, SMALL, TEXT, Lined, RuledNotes, spoken, style_of
from missionplanner.pack.week import Week, weeks

_GAP = 22
"""Between two sections on a page."""
_CODE, _CODE_BELOW = 84.0, 56.0
"""The size of the code of the evaluation, and how far it is below the heading."""
_TALLER = 7.0
"""So much more room a title takes than a heading."""
_FELLOWS_LEAST = 150
"""The least room for fellow delegates below another section."""
_HEADS: dict[str, str] = {
    PackPage.WELCOME: N_("Welcome"), PackPage.ABOUT: N_("Mission"), PackPage.PROGRAMME: N_("Days"),
    PackPage.WEEK: N_("Week"), PackPage.SCHEDULE: N_("Meetings"), PackPage.PROFILES: N_("Profiles"),
    PackPage.BRIEFING: N_("Market"), PackPage.PROTOCOL: N_("Manners"), PackPage.LOGISTICS: N_("Places"),
    PackPage.FELLOWS: N_("Delegates"), PackPage.CONDUCT: N_("Conduct"), PackPage.EVALUATION: N_("Evaluation"),
    PackPage.CONTACTS: N_("Emergency"),
}  # fmt: skip
"""The sections as heads of pages name them."""


@dataclass
class Sections:
    """The makers of each section of one pack."""

    shared: Shared
    own: Own
    size: tuple[float, float]
    """Width and height of a sheet."""
    look: Look
    t: Translator
    pages: dict[str, int]
    """The pages of the sections, as they are drawn."""

    def makers(self) -> dict[str, Callable[[], list[Sheet]]]:
        """Return the function that makes the sheets of each section; none come of one there is nothing for."""
        return {
            PackPage.WEEK: self.week,
            PackPage.SCHEDULE: self.schedule,
            PackPage.PROGRAMME: self.days,
            PackPage.PROFILES: lambda: self.meetings(2),
            PackPage.BRIEFING: lambda: self._own_flow(self._market),
            PackPage.PROTOCOL: lambda: self._own_flow(self._manners),
            PackPage.LOGISTICS: lambda: self._own_flow(self._where),
            PackPage.FELLOWS: lambda: self._own_flow(self._fellows),
            PackPage.WELCOME: self._welcome_alone,
            PackPage.ABOUT: self.about,
            PackPage.CONDUCT: self._conduct_alone,
            PackPage.CONTACTS: lambda: [self.back()],
            PackPage.EVALUATION: self._evaluation_alone,
        }

    def _mark(self, key: str, title: str) -> Mark:
        return Mark(key, title, 0, self.pages, self.t(_HEADS[key]))

    def _head(self, key: str, title: str, language: str = "") -> list[Any]:
        return [self._mark(key, title), title_of(title, language)]

    def text_of(self, key: str) -> TextSection | None:
        """A text of the mission; None where there is none."""
        section = self.shared.texts.get(key)
        return section if section and (section.blocks or section.title) else None

    @property
    def has_welcome(self) -> bool:
        """Whether there is a word of welcome."""
        return self.text_of(PackPage.WELCOME) is not None

    def welcome(self) -> list[Sheet]:
        """The welcome, with room for the contents below it."""
        flow = Flow(self.size)
        if section := self.text_of(PackPage.WELCOME):
            flow.add(*self._head(PackPage.WELCOME, section.title, section.language))
            sheet, top, wide = flow.sheet, flow.top, self.size[0] * 0.72
            flow.add_all(text_pieces(section, large=True), width=wide)
            if portrait := info_pages.portrait_pieces(self.shared, self.t, self.size[0] - wide - GUTTER):
                beside = put_below(sheet, portrait, wide + GUTTER, top, self.size[0] - wide - GUTTER)
                flow.top = min(flow.top, beside) if flow.sheet is sheet else flow.top
        if flow.top < 190:
            flow.new_sheet()
        return flow.sheets

    def about(self) -> list[Sheet]:
        """The text on the aims of the mission."""
        section = self.text_of(PackPage.ABOUT)
        return self._text_sheets(PackPage.ABOUT, section) if section else []

    def _text_sheets(self, key: str, section: TextSection) -> list[Sheet]:
        flow = Flow(self.size)
        flow.add(*self._head(key, section.title, section.language))
        side_by_side(flow, text_pieces(section), ())
        return flow.sheets

    def week(self) -> list[Sheet]:
        """The week at a glance, seven days a page."""
        found = []
        title = self.t("My week at a glance")
        for number, days in enumerate(weeks(self.own)):
            flow = Flow(self.size)
            flow.add(*(self._head(PackPage.WEEK, title) if not number else [title_of(title)]))
            flow.add(Week(days, self.shared.lunch, self.look, self.t))
            found += flow.sheets
        return found

    def schedule(self) -> list[Sheet]:
        """One's meetings, a line each, and lines for those agreed on the spot."""
        t, flow = self.t, Flow(self.size)
        flow.add(*self._head(PackPage.SCHEDULE, t("Your meetings")))
        number = len(self.own.meetings)
        words = t.count("{n} meeting", "{n} meetings", number) if number else t("No meetings are planned for you yet.")
        flow.add(Lined(words, TEXT))
        for group in meeting_list.list_pieces(self.own, self.shared.lunch, self.look, t):
            flow.add(*group)
        if flow.top > self.size[1] * 0.2:
            flow.add(meeting_list.BlankMeetings(t("Agreed on the spot"), t, flow.top - 22), gap=18)
        return flow.sheets

    def days(self, close: bool = False) -> list[Sheet]:
        """One's days, two a page; as close as they can be where that is wanted."""
        head = self._head(PackPage.PROGRAMME, self.t("Your programme"))
        if len(self.own.people) > PEOPLE_ON_COVER:
            people = joined("; ", self.own.people)
            lines = Text(markup(people.text), style_of(SMALL), language=people.language)
            head += [Lined(self.t("Your people"), NOTE_BOLD), lines]
        make = day_pages.packed if close else day_pages.day_sheets
        return make(self.own, self.size, self.look, self.t, head)

    def meetings(self, each: int) -> list[Sheet]:
        """The companies one meets, so many a page."""
        own = self.own
        if not own.meetings:
            return []
        logos = (own.pictures.get(entry.profile.logo, b"") for entry in own.meetings)
        cards = [
            MeetingCard(entry, number, self.look, self.t, logo)
            for number, (entry, logo) in enumerate(zip(own.meetings, logos, strict=True), start=1)
        ]
        head = self._head(PackPage.PROFILES, self.t("The companies you will meet"))
        return meeting_sheets(cards, each, self.size, head)

    def info(self, tight: bool) -> list[list[Sheet]]:
        """The sections beside one's own days, each on pages of its own, or where there is room for all of it."""
        makers = (self._market, self._manners, self._where)
        flows: list[Flow] = []
        for make in makers:
            alone = Flow(self.size)
            make(alone, tight)
            if alone.top == self.size[1]:
                continue
            used = self.size[1] - alone.top
            room = next((f for f in flows if tight and len(alone.sheets) == 1 and f.top - _GAP >= used), None)
            if room is None:
                flows.append(alone)
            else:
                room.top -= _GAP
                make(room, tight)
        if self.own.fellows and PackPage.FELLOWS in self.shared.pages:
            widest = max(flows, key=lambda flow: flow.top, default=None)
            if tight and widest and widest.top - _GAP > _FELLOWS_LEAST:
                widest.top -= _GAP
                self._fellows(widest, tight)
            else:
                flows.append(Flow(self.size))
                self._fellows(flows[-1], tight)
        return [flow.sheets for flow in flows]

    def _own_flow(self, make: Callable[[Flow, bool], None]) -> list[Sheet]:
        flow = Flow(self.size)
        make(flow, False)
        return flow.sheets if flow.top < self.size[1] else []

    def _market(self, flow: Flow, _tight: bool) -> None:
        section = self.text_of(PackPage.BRIEFING)
        above, side = info_pages.market_pieces(self.shared, self.own, self.look, self.size[0])
        told = info_pages.briefing_pieces(self.shared, self.own)
        if PackPage.BRIEFING not in self.shared.pages or not (section or above or told):
            return
        title = section.title if section else self.t("Market briefing")
        flow.add(*self._head(PackPage.BRIEFING, title, section.language if section else ""))
        for piece in above:
            flow.add(piece)
            if isinstance(piece, Together) and info_pages.put_beside(flow, piece, side):
                side = []
        flow.top -= 10
        side_by_side(flow, [*(text_pieces(section) if section else []), *told], side)

    def _manners(self, flow: Flow, _tight: bool) -> None:
        section = self.text_of(PackPage.PROTOCOL)
        if not section:
            return
        flow.add(*self._head(PackPage.PROTOCOL, section.title, section.language))
        pieces = text_pieces(section)
        room = max(height_of(pieces, self.size[0] * 0.64), 200.0)
        side_by_side(flow, pieces, info_pages.names_side(self.own, self.t, min(room, flow.top)))

    def _where(self, flow: Flow, tight: bool) -> None:
        section, venues = self.text_of(PackPage.LOGISTICS), info_pages.venue_pieces(self.shared, self.t)
        high = self.size[1] * (0.3 if tight else 0.42)
        maps = info_pages.where_pieces(self.shared, self.look, high)
        if not (section or venues or maps):
            return
        title = section.title if section else self.t("Logistics")
        flow.add(*self._head(PackPage.LOGISTICS, title, section.language if section else ""))
        for piece in maps:
            flow.add(piece)
            flow.top -= 12
        clocks = [Lined(text, TEXT, before=6) for text in self.shared.clocks]
        side_by_side(flow, [*(text_pieces(section) if section else []), *clocks], venues)

    def _fellows(self, flow: Flow, _tight: bool) -> None:
        if not self.own.fellows:
            return
        sector = self.own.facts.sector if self.own.facts else NOTHING
        flow.add(*self._head(PackPage.FELLOWS, self.t("Fellow delegates")))
        if sector.text:
            flow.add(spoken(Lined(sector.text, NOTE), sector.language))
        flow.top -= 6
        for piece in info_pages.fellow_pieces(self.own, self.t, flow.top, flow.size[0]):
            flow.add(piece)

    def _welcome_alone(self) -> list[Sheet]:
        return self.welcome() if self.has_welcome else []

    def _conduct_alone(self) -> list[Sheet]:
        section = self.text_of(PackPage.CONDUCT)
        return self._text_sheets(PackPage.CONDUCT, section) if section else []

    def _evaluation_alone(self) -> list[Sheet]:
        flow = Flow(self.size)
        self._evaluation_below(flow)
        return flow.sheets

    def conduct(self) -> list[Sheet]:
        """The inside of the back cover: code of conduct and evaluation."""
        flow = Flow(self.size)
        if section := self.text_of(PackPage.CONDUCT):
            flow.add(*self._head(PackPage.CONDUCT, section.title, section.language))
            side_by_side(flow, text_pieces(section), ())
        if PackPage.EVALUATION in self.shared.pages:
            self._evaluation_below(flow)
        return flow.sheets if flow.top < self.size[1] else []

    def _evaluation_below(self, flow: Flow) -> None:
        mark = self._mark(PackPage.EVALUATION, self.t("Your evaluation"))
        width, alone = self.size[0], flow.top == self.size[1]
        pieces = info_pages.evaluation_pieces(
            self.t, self.shared.evaluation_link, alone=alone, by_video=self.shared.is_by_video
        )
        flow.add(mark, *pieces)
        if link := self.shared.evaluation_link:
            code = Code(link, self.t("QR code: {content}").format(content=link), _CODE)
            below = _CODE_BELOW + (_TALLER if alone else 0)
            flow.sheet.put(code, width - _CODE, flow.top + height_of(pieces, width) - below)
        if flow.top > 60:
            flow.add(RuledNotes(self.t("What should we do better?"), flow.top - 12), gap=10)

    def back(self) -> Sheet:
        """The back of the pack."""
        section = self.text_of(PackPage.CONTACTS) or TextSection(self.t("Emergency contacts"), ())
        sheet = back_sheet(self.shared, section, self.size, self.look)
        sheet.pieces.insert(0, (self._mark(PackPage.CONTACTS, section.title), 0, self.size[1]))
        return sheet
