"""Large print: a delegate's pack in one column of 14 points, nothing smaller."""

from collections.abc import Callable, Iterator, Sequence

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, NextPageTemplate

from missionplanner.domain.packs import PackPage
from missionplanner.pack import info_pages
from missionplanner.pack.delegate_content import Own, ProgrammeItem, Shared, TextSection
from missionplanner.pack.delegate_pages import Book, Story, formatted
from missionplanner.pack.flowables import Mark, Text
from missionplanner.pack.meeting_pages import values_of
from missionplanner.pack.phrases import Phrase, as_one, in_row
from missionplanner.pack.style import BODY, BULLET, H2, markup
from missionplanner.pack.typesetting import day_name
from missionplanner.pack.wording import labelled, with_year
from missionplanner.typography import capital

_BODY = ParagraphStyle("large body", parent=BODY, fontSize=14, leading=20, spaceAfter=7)
_ABOVE = ParagraphStyle("large title", parent=_BODY, spaceAfter=0, keepWithNext=1)
"""Of what stands over its place, on the same page."""
_HEADING = ParagraphStyle("large heading", parent=_BODY, keepWithNext=1)
"""Of what stands below the heading of a day, over its hours."""
_ITEM = ParagraphStyle("large item", parent=BULLET, fontSize=14, leading=20, leftIndent=18, spaceAfter=5)
_H2 = ParagraphStyle("h2", parent=H2, fontSize=18, leading=24, spaceBefore=16, spaceAfter=6)
_NUMBER = ParagraphStyle("large number", parent=_BODY, fontSize=22, leading=30, keepWithNext=1)
_TOGETHER = 110
"""A day or a meeting begins where there is so much room left."""
_APART = 22
"""Between two sections on a page."""
_CHART = 200
"""So does the series of a chart."""
_PORTRAIT = 170
"""The width of the portrait."""
_TEXTS = (
    PackPage.WELCOME, PackPage.ABOUT, PackPage.BRIEFING, PackPage.PROTOCOL, PackPage.LOGISTICS, PackPage.CONDUCT,
    PackPage.CONTACTS,
)  # fmt: skip


class LargeBook(Book):
    """The pages of a delegate's pack that are text, as many as it takes."""

    has_cover = False
    small = 14.0
    least = 0.4
    """The share of a page below which a section begins the next one."""

    def __init__(self, shared: Shared, own: Own, size: tuple[float, float]) -> None:
        super().__init__(shared, own, size)

    def story(self) -> Story:
        """Every section; one begins on the page of the one before where much of that is left."""
        found: Story = []
        for key, title, body in self._bodies:
            mark = Mark(key, title, 0, self.pages)
            if found:
                tall = _PORTRAIT * info_pages.PORTRAIT if key == PackPage.WELCOME and self._pictured else 0
                found += [NextPageTemplate("body"), CondPageBreak(self.least * self.height + tall)]
                mark.spaceBefore = _APART
            found += [mark, *body]
        return found

    @property
    def _pictured(self) -> bool:
        """Whether there is a portrait beside the word of welcome."""
        return bool(self.shared.pictures.get(self.shared.portrait))

    def h1(self, title: str, language: str = "") -> Text:
        """The heading of a section."""
        style = ParagraphStyle("h1", parent=self.look.h1, fontSize=26, leading=32, spaceAfter=14)
        return Text(markup(title), style, language=language)

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        t, pages = self.t, self.shared.pages
        yield "first", self.shared.mission, self._front()
        yield PackPage.PROGRAMME.value, t("Your programme"), self._days()
        if self.own.meetings:
            yield PackPage.PROFILES.value, t("The companies you will meet"), self._meetings()
        for kind in _TEXTS:
            section = self.shared.texts.get(kind)
            if kind == PackPage.BRIEFING and not section and self._is_briefed:
                section = TextSection(t("Market briefing"), ())
            if kind in pages and section:
                yield kind.value, section.title, self._chapter(kind, section)

    def _said(self, *texts: str, style: ParagraphStyle = _BODY) -> Story:
        return [Text(markup(text), style) for text in texts if text]

    def _front(self) -> Story:
        """Whom it is for, where one has to be first, whom to call."""
        t, own, shared = self.t, self.own, self.shared
        found: Story = [self.h1(with_year(shared.mission), shared.named_in), *self._said(shared.dates, shared.cities)]
        found.append(Text(markup(own.delegate or own.company), _H2))
        found += self._said(own.company if own.delegate else "")
        found += [Text(markup(one.text), _BODY, language=one.language) for one in own.people]
        if first := own.first:
            found.append(Text(markup(t("Where you have to be first")), _H2))
            found += self._said(first.when)
            found += [Text(markup(one.text), _BODY, language=one.language) for one in (first.title, first.place)]
        if phone := shared.duty_phone:
            found.append(Text(markup(t("Whom you call")), _H2))
            found += [Text(markup(phone.number), _NUMBER), *self._said(phone.label)]
        return found

    def _days(self) -> Story:
        found: Story = [self.h1(self.t("Your programme"))]
        if not self.own.programme:
            found += self._said(self.t("Nothing is planned for you yet."))
        for number, day in enumerate(self.own.programme):
            title = f"{day_name(day.day, self.t)} · {day.stop}"
            found += [CondPageBreak(_TOGETHER), Mark(f"day-{number}", title, 1, self.pages), Text(markup(title), _H2)]
            found += self._said(*day.notes, *day.venues, style=_HEADING)
            for item in day.items:
                found += self._hour(item, len(day.venues) > 1)
        return found

    def _hour(self, item: ProgrammeItem, with_venue: bool) -> Story:
        title = f"{item.number} · {item.title}" if item.is_meeting else item.title
        place = item.spot if item.venue else item.place
        if item.venue and with_venue:
            place = in_row(", ", ((Phrase(item.venue),), item.spot))
        said = as_one(place)
        style = _ABOVE if said.text else _BODY
        found: Story = [Text(f"<b>{markup(item.time)}</b>  {markup(title)}", style, language=item.titled_in)]
        return [*found, *([Text(markup(said.text), _BODY, language=said.language)] if said.text else [])]

    def _meetings(self) -> Story:
        """Every company with the facts of it, none of them cut."""
        found: Story = [self.h1(self.t("The companies you will meet"))]
        for number, entry in enumerate(self.own.meetings, start=1):
            title = f"{number} · {entry.title}"
            mark = Mark(f"meeting-{number - 1}", title, 1, self.pages)
            found += [CondPageBreak(_TOGETHER), mark, Text(markup(title), _H2)]
            found += self._said(capital(f"{entry.day}, {entry.time}"), f"{entry.stop}, {entry.venue}, {entry.table}")
            found += self._said(entry.profile.place)
            for value in values_of(entry, self.t):
                said = value.said or (Phrase(value.text, value.language),)
                words = f"<b>{markup(value.label)}</b>  {markup(said[0].text)}"
                rest = [one for one in said[1:] if one.text.strip()]
                # What is in another language goes on below the words that lead to it.
                found.append(Text(words, _ABOVE if rest else _BODY, language=said[0].language))
                found += [Text(markup(one.text), _BODY, language=one.language) for one in rest]
        return found

    def _chapter(self, kind: str, section: TextSection) -> Story:
        """A text of the mission; with the logistics the venues."""
        found: Story = [self.h1(section.title, section.language)]
        if kind == PackPage.WELCOME:
            found += info_pages.portrait_pieces(self.shared, self.t, _PORTRAIT)[:1]
            found += self._said(self.shared.portrait_of if len(found) > 1 else "")
        found += self._pieces(section)
        more: dict[str, Callable[[], Story]] = {PackPage.LOGISTICS: self._venues, PackPage.BRIEFING: self._market}
        return [*found, *(more[kind]() if kind in more else [])]

    def _pieces(self, section: TextSection) -> Story:
        found: Story = []
        group: object | None = None
        for block in section.blocks:
            group = (group or object()) if block.kind == "bullet" else None
            if group:
                found.append(formatted(block.text, _ITEM, section.language, bulletText="•", group=group))
            else:
                style = _H2 if block.kind == "heading" else _BODY
                found.append(formatted(block.text, style, section.language))
        return found

    def _market(self) -> Story:
        """The figures of the market in words."""
        found: Story = []
        for chart in (*self.shared.charts, *self.own.charts):
            found += [CondPageBreak(_CHART), Text(markup(chart.title), _H2, language=chart.titled_in)]
            figures = (labelled(bar.label, bar.text, self.t) for bar in chart.bars)
            found += self._said("; ".join(figures), *chart.below)
        for told in (*self.shared.briefings, *self.own.briefings):
            found += [Text(markup(told.title), _H2), *self._pieces(told)]
        return found

    def _venues(self) -> Story:
        found: Story = [Text(markup(self.t("Venues")), _H2)] if self.shared.venues else []
        rows: Sequence[str] = [
            "\n".join(filter(None, (f"{venue.name} ({venue.stop})", venue.address, venue.phone)))
            for venue in self.shared.venues
        ]
        return [*found, *self._said(*rows, *self.shared.clocks)]
