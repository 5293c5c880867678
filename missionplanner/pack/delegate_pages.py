"""The story of a delegate's pack: content to flowables, section by section."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, KeepInFrame, NextPageTemplate, PageBreak, Spacer
from reportlab.platypus import Table as Grid

from missionplanner.domain.packs import PackPage
from missionplanner.i18n import translator
from missionplanner.pack.cover import PEOPLE_ON_COVER
from missionplanner.pack.delegate_content import (
    CompanyProfile,
    DirectorySector,
    MeetingEntry,
    Own,
    ProgrammeDay,
    Shared,
    TextSection,
)
from missionplanner.pack.figures import Chart, Codes, Picture, Scheme
from missionplanner.pack.flowables import DirectoryCell, IndexLine, Mark, TableOfContents, Text, grid
from missionplanner.pack.forms import Ruled, TickBoxes
from missionplanner.pack.style import (
    BODY,
    BULLET,
    CELL,
    CELL_BOLD,
    H2,
    LABEL,
    LINE,
    NOTE,
    PALE,
    QUIET_SMALL,
    REGULAR,
    SMALL,
    look,
    markup,
)
from missionplanner.pack.wording import some_of

Story = list[Flowable]


class Book:
    """The sections of one pack, in order, with the page numbers they turn out to have."""

    TEMPLATES: Mapping[str, str] = {PackPage.DIRECTORY: "columns", PackPage.COUNTERPARTS: "columns"}
    """The sections that are not on plain pages."""

    has_cover = True
    """Whether cover and contents come first."""
    has_margins = True
    """Whether pages without a cover have a head and a number."""

    def __init__(self, shared: Shared, own: Own, size: tuple[float, float]) -> None:
        self.shared, self.own = shared, own
        self.width, self.height = size
        self.t = translator(shared.language)
        self.look = look(shared.colour)
        self._pictures = {**shared.pictures, **own.pictures}
        self.pages: dict[str, int] = {}
        self._bodies = list(self._sections())
        self.keys = [key for key, _title, _story in self._bodies]
        self.contents = TableOfContents(
            [(key, title) for key, title, _story in self._bodies], self.width, self.look.accent
        )

    def story(self) -> Story:
        """Everything after the cover; each section begins a page."""
        found: Story = []
        if self.has_cover:
            head = [Mark("contents", "", 0, self.pages), self.h1(self.t("Contents")), self.contents]
            found += [NextPageTemplate("body"), PageBreak(), *head]
        for key, title, body in self._bodies:
            if found:
                found += [
                    *([NextPageTemplate(self.TEMPLATES.get(key, "body"))] if self.has_margins else []),
                    PageBreak(),
                ]
            found += [Mark(key, title, 0, self.pages), *body]
        return found

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        """Key, title and flowables of every section there is something for, in order."""
        for page in self.shared.pages:
            yield from self.section(page)

    def section(self, page: str) -> Iterator[tuple[str, str, Story]]:
        """Key, title and flowables of a section, if there is something for it."""
        t, texts, shared = self.t, self.shared.texts, self.shared
        logistics = texts.get("logistics", TextSection(t("Logistics"), ()))
        briefing = texts.get("briefing", TextSection("", ()))
        makers: dict[str, tuple[str, Callable[[], Story], object]] = {
            PackPage.PROGRAMME: (t("Your programme"), self._programme, True),
            PackPage.SCHEDULE: (t("Your meetings"), self._schedule, True),
            PackPage.PROFILES: (t("The companies you will meet"), self._profiles, self.own.meetings),
            PackPage.DIRECTORY: (t("The delegation by sector"), self._delegation, shared.directory),
            PackPage.COUNTERPARTS: (t("The counterparts by sector"), self._counterparts, shared.counterparts),
            PackPage.BRIEFING: (briefing.title, self._briefing, briefing.title),
            PackPage.LOGISTICS: (logistics.title, partial(self._logistics, logistics), True),
            PackPage.EVALUATION: (t("Your evaluation"), self._evaluation, True),
        }
        if page in makers:
            title, make, has_content = makers[page]
            if has_content:
                yield page, title, make()
        elif page in texts:
            yield page, texts[page].title, self._text(texts[page])

    def h1(self, title: str) -> Text:
        """The heading of a section."""
        return Text(markup(title), self.look.h1)

    def _delegation(self) -> Story:
        return self._directory(PackPage.DIRECTORY, self.t("The delegation by sector"), self.shared.directory)

    def _counterparts(self) -> Story:
        return self._directory(PackPage.COUNTERPARTS, self.t("The counterparts by sector"), self.shared.counterparts)

    def _text(self, section: TextSection) -> Story:
        return [Text(markup(section.title), self.look.h1, language=section.language), *self._blocks(section)]

    def _blocks(self, section: TextSection) -> Story:
        styles = {"heading": H2, "paragraph": BODY}
        found: Story = []
        group: object | None = None
        for block in section.blocks:
            group = (group or object()) if block.kind == "bullet" else None
            if group:
                found.append(formatted(block.text, BULLET, section.language, bulletText="•", group=group))
            else:
                found.append(formatted(block.text, styles[block.kind], section.language))
        return found

    def _programme(self) -> Story:
        found: Story = [self.h1(self.t("Your programme"))]
        if len(self.own.people) > PEOPLE_ON_COVER:
            found += [Text(self.t("Your people"), LABEL), Text(markup("; ".join(self.own.people)), BODY)]
        if not self.own.programme:
            found.append(Text(self.t("Nothing is planned for you yet."), BODY))
        for number, day in enumerate(self.own.programme):
            key = f"day-{number}"
            head = Text(f"{markup(day.title)} · {markup(day.stop)}", H2)
            found += [CondPageBreak(40 * mm), Mark(key, f"{day.title} · {day.stop}", 1, self.pages), head]
            found += [Text(markup(note), NOTE) for note in day.notes]
            found.append(self._day(day))
        return found

    def _day(self, day: ProgrammeDay) -> Flowable:
        rows = []
        for item in day.items:
            title = Text(markup(item.title), CELL_BOLD if item.is_meeting else CELL, language=item.language)
            rows.append(
                [
                    Text(item.time, self.look.time),
                    title,
                    Text(markup(item.place), CELL, language=item.place_language),
                    Text(markup(item.kind), QUIET_SMALL),
                ]
            )
        widths = [26 * mm, self.width * 0.42, self.width * 0.58 - 26 * mm - 24 * mm, 24 * mm]
        return grid(rows, widths, [*GRID, ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)])

    def _schedule(self) -> Story:
        t = self.t
        found: Story = [self.h1(t("Your meetings"))]
        if not self.own.meetings:
            return [*found, Text(t("No meetings are planned for you yet."), BODY)]
        found.append(Text(t.count("{n} meeting", "{n} meetings", len(self.own.meetings)), BODY))
        heads = [t("Day"), t("Time"), t("Company"), t("Place")]
        rows = [[Text(markup(head), CELL_BOLD) for head in heads]]
        for meeting in self.own.meetings:
            place = f"{meeting.stop}, {meeting.venue}, {meeting.table}"
            people = meeting.theirs or some_of(meeting.profile.people, t("+ {n} in the profile"))
            name = f"<b>{markup(meeting.title)}</b><br/>{markup(people)}"
            if meeting.ours:
                name += "<br/>" + markup(t("For you: {people}").format(people=meeting.ours))
            rows.append(
                [
                    Text(markup(meeting.day), CELL),
                    Text(meeting.time, self.look.time),
                    Text(name, CELL),
                    Text(markup(place), CELL),
                ]
            )
        widths = [36 * mm, 24 * mm, self.width - 60 * mm - 52 * mm, 52 * mm]
        style = [*GRID, ("BACKGROUND", (0, 0), (-1, 0), PALE), ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)]
        return [*found, grid(rows, widths, style, heads=1, splitInRow=0)]

    def _profiles(self) -> Story:
        found: Story = []
        for number, meeting in enumerate(self.own.meetings):
            if number:
                found.append(PageBreak())
            title, where = f"{meeting.day}, {meeting.time}", (meeting.stop, meeting.venue, meeting.table)
            found += [
                Mark(f"meeting-{number}", f"{meeting.time} {meeting.title}", 1, self.pages),
                Text(markup(title), self.look.time),
                self.h1(meeting.profile.name),
                Text(markup(" · ".join(filter(None, (*where, meeting.on_behalf)))), BODY),
                *self._attendees(meeting),
                self._sheet(meeting),
            ]
            profile = meeting.profile
            if len(profile.description) > _LONG:
                found += [CondPageBreak(24 * mm), Text(self.t("About the company"), LABEL)]
                found.append(Text(markup(profile.description), BODY, language=profile.language))
        return found

    def _attendees(self, meeting: MeetingEntry) -> Story:
        """Who attends for each side, where that is not everybody."""
        t = self.t
        lines = (
            t("For you: {people}").format(people=meeting.ours) if meeting.ours else "",
            t("For them: {people}").format(people=meeting.theirs) if meeting.theirs else "",
        )
        return [Text(markup(line), BODY) for line in lines if line]

    def _sheet(self, meeting: MeetingEntry) -> Flowable:
        """A profile beside lines for notes and the form for the outcome."""
        left, gap = self.width * 0.52, 8 * mm
        right = self.width - left - gap
        height = self.height - 46 * mm
        profile = KeepInFrame(left, height, self._profile(meeting.profile), mode="shrink")
        notes = KeepInFrame(right, height, self._notes(), mode="shrink")
        style = [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("FONT", (0, 0), (-1, -1), REGULAR, 8),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ]
        return Grid([[profile, "", notes]], colWidths=[left, gap, right], style=style)

    def _profile(self, profile: CompanyProfile) -> Story:
        t = self.t
        found: Story = []
        if content := self._pictures.get(profile.logo):
            found.append(Picture(content, t("Logo of {company}").format(company=profile.name), (44 * mm, 16 * mm)))
        lines = (
            (t("Sectors"), profile.sectors),
            (t("Place"), profile.place),
            (t("People"), "\n".join(profile.people)),
            (t("Contact"), "\n".join(profile.contacts)),
            (t("Website"), profile.website),
            (t("Size"), profile.employees),
            (t("Offers"), _listed(profile.offers)),
            (t("Seeks"), _listed(profile.seeks)),
            (t("About the company"), profile.description if len(profile.description) <= _LONG else ""),
        )
        for label, text in lines:
            if text.strip():
                language = profile.language if text == profile.description else ""
                found += [Text(markup(label), LABEL), Text(markup(text), BODY, language=language)]
        codes = [
            (label, t("QR code: {content}").format(content=content), content)
            for label, content in ((t("Website"), profile.website), (t("Contact"), profile.card))
            if content
        ]
        return [*found, Spacer(0, 6), Codes(codes)] if codes else found

    def _notes(self) -> Story:
        t = self.t
        return [
            Text(t("Notes"), LABEL),
            Ruled(12),
            Spacer(0, 8),
            Text(t("Outcome of the meeting"), LABEL),
            TickBoxes([t("No interest"), t("Follow up"), t("Offer asked for"), t("Samples"), t("Agreement")]),
            Text(t("Possible value and currency"), LABEL),
            Ruled(1),
            Text(t("Next step, who, until when"), LABEL),
            Ruled(3),
            Text(t("Quality of the meeting"), LABEL),
            TickBoxes(["1", "2", "3", "4", "5"]),
        ]

    def _directory(self, page: str, title: str, sectors: tuple[DirectorySector, ...]) -> Story:
        """The companies of a side by sector, then an index of companies and people."""
        found: Story = [self.h1(title)]
        companies: list[tuple[str, str]] = []
        people: list[tuple[str, str]] = []
        others = self.t("+ {n} in the index of people")
        for number, sector in enumerate(sectors):
            found += [CondPageBreak(30 * mm), Mark(f"{page}-{number}", sector.name, 1, self.pages)]
            found.append(Text(markup(sector.name), H2))
            for place, entry in enumerate(sector.entries):
                key = f"{page}-{number}-{place}"
                found.append(DirectoryCell((key, self.pages), entry, sector.colour, sector, others))
                companies.append((entry.name, key))
                people += [(person, key) for person in entry.persons]
        for name, heading, pairs in (
            ("companies", self.t("Index of companies"), companies),
            ("people", self.t("Index of people"), people),
        ):
            if pairs:
                found += [CondPageBreak(40 * mm), Mark(f"{page}-{name}", heading, 1, self.pages)]
                found.append(Text(heading, H2))
                pairs.sort(key=lambda pair: (*self.t.sort_key(pair[0]), pair[1]))
                lines = groupby(pairs, key=itemgetter(0))
                found += [IndexLine([key for _text, key in rows], text, self.pages, pairs) for text, rows in lines]
        return found

    def _briefing(self) -> Story:
        section = self.shared.texts["briefing"]
        head, *blocks = self._text(section)
        found: Story = [head, *blocks[:1]]
        if self.shared.bars:
            found += [
                Text(markup(self.shared.chart_title), LABEL),
                Chart(self.shared.bars, self.shared.chart_title, self.width, self.look.accent),
                Spacer(0, 6),
            ]
        return found + blocks[1:]

    def _logistics(self, section: TextSection) -> Story:
        found = self._text(section)
        if self.shared.stops:
            found += [Text(self.t("Where the mission is"), H2), Scheme(self.shared, self.width), Spacer(0, 6)]
        found += [Text(markup(sentence), BODY) for sentence in self.shared.clocks]
        if self.shared.venues:
            found.append(Text(self.t("Venues"), H2))
            rows = [
                [
                    Text(markup(v.stop), CELL_BOLD),
                    Text(markup(f"{v.name}\n{v.address}"), CELL),
                    Text(markup(v.phone), CELL),
                ]
                for v in self.shared.venues
            ]
            widths = [36 * mm, self.width - 72 * mm, 36 * mm]
            found.append(grid(rows, widths, [*GRID, ("LINEBELOW", (0, 0), (-1, -1), 0.4, LINE)]))
        return found

    def _evaluation(self) -> Story:
        t = self.t
        questions = (
            t("The meetings were with the right companies."),
            t("The programme gave me what I came for."),
            t("The briefing pack was useful."),
            t("The organisation was good."),
            t("I would take part again."),
        )
        found: Story = [
            self.h1(t("Your evaluation")),
            Text(t("Please tick from 1 (not at all) to 5 (fully) and leave this page at the registration desk."), BODY),
        ]
        for question in questions:
            found += [Text(markup(question), SMALL), TickBoxes(["1", "2", "3", "4", "5"]), Spacer(0, 4)]
        return [*found, Text(t("What should we do better?"), LABEL), Ruled(6)]


_LONG = 700
"""Letters of a description above which it stands below the profile, over the whole width."""


def _listed(texts: Sequence[str]) -> str:
    """Offers or needs: an item a line; many of them in one paragraph."""
    found = "\n".join(texts) if len(texts) <= 8 else "; ".join(texts)
    return found if len(found) <= _LONG else f"{found[:_LONG]}…"


def lists(texts: Iterable[str], style: Any) -> Story:
    """Texts as the items of one list."""
    group = object()
    return [Text(markup(text), style, bulletText="•", group=group) for text in texts]


def formatted(text: str, style: Any, language: str, **more: Any) -> Text:
    """A piece of a mission text, in which **words** are bold and *words* in italics."""
    found = _BOLD.sub(r"<b>\1</b>", markup(text))
    return Text(_ITALIC.sub(r"<i>\1</i>", found), style, language=language, **more)


_BOLD = re.compile(r"\*\*(?=\S)([^*]+?)(?<=\S)\*\*")
_ITALIC = re.compile(r"(?<![*\w])\*(?=\S)([^*<]+?)(?<=\S)\*(?![*\w])")

GRID = [
    ("FONT", (0, 0), (-1, -1), REGULAR, 8.5),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 3),
    ("RIGHTPADDING", (0, 0), (-1, -1), 5),
    ("TOPPADDING", (0, 0), (-1, -1), 4),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 4),
]
