"""The story of a delegate's pack: content to flowables, section by section."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import CondPageBreak, Flowable, NextPageTemplate, PageBreak, Spacer

from missionplanner.domain.packs import PackPage
from missionplanner.i18n import translator
from missionplanner.pack.charts import Chart
from missionplanner.pack.delegate_content import (
    DirectorySector,
    Own,
    Shared,
    TextSection,
)
from missionplanner.pack.figures import Scheme
from missionplanner.pack.flowables import DirectoryCell, IndexLine, Mark, TableOfContents, Text, grid
from missionplanner.pack.source_lines import add_note, below, note_piece
from missionplanner.pack.style import (
    BODY,
    BULLET,
    CELL,
    CELL_BOLD,
    H2,
    LABEL,
    LINE,
    REGULAR,
    look,
    markup,
)

_CHART = 190
"""The room a chart needs with its title and sources."""
FEWEST = 3
"""Fewer sections than this are found without a page of contents."""
Story = list[Flowable]


class Book:
    """The sections of one pack, in order, with the page numbers they turn out to have."""

    TEMPLATES: Mapping[str, str] = {PackPage.DIRECTORY: "columns", PackPage.COUNTERPARTS: "columns"}
    """The sections that are not on plain pages."""

    PARAGRAPH, BULLET = BODY, BULLET
    """The styles of the mission's texts."""

    chart_height = 150.0
    """The height of the charts of the market."""
    has_cover = True
    """Whether cover and contents come first."""
    small = 8.5
    """The size of heads and feet, the least on a page."""
    has_margins = True
    """Whether pages without a cover have a head and a number."""

    def __init__(self, shared: Shared, own: Own, size: tuple[float, float]) -> None:
        self.shared, self.own = shared, own
        self.width, self.height = size
        self.t = translator(shared.language)
        self.look = look(shared.colour)
        self._pictures = {**shared.pictures, **own.pictures}
        self.pages: dict[str, int] = {}
        self.printed = ""
        """When it was printed and which version it is."""
        self._bodies = list(self._sections())
        self.keys = [key for key, _title, _story in self._bodies]
        self.contents = TableOfContents(
            [(key, title) for key, title, _story in self._bodies], self.width, self.look.accent
        )

    def story(self) -> Story:
        """Everything after the cover; each section begins a page."""
        found: Story = []
        if self.has_contents:
            head = [Mark("contents", "", 0, self.pages), self.h1(self.t("Contents")), self.contents]
            found += [NextPageTemplate("body"), PageBreak(), *head, *self._below_contents()]
        for key, title, body in self._bodies:
            if found or self.has_cover:
                found += [
                    *([NextPageTemplate(self.TEMPLATES.get(key, "body"))] if self.has_margins else []),
                    PageBreak(),
                ]
            found += [Mark(key, title, 0, self.pages, title), *body]
        return found

    @property
    def has_contents(self) -> bool:
        """Whether a page of contents follows the cover."""
        return self.has_cover and len(self._bodies) >= FEWEST

    def _below_contents(self) -> Story:
        """The pieces below the contents."""
        return []

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        """Key, title and flowables of every section there is something for, in order."""
        for page in self.shared.pages:
            yield from self.section(page)

    def section(self, page: str) -> Iterator[tuple[str, str, Story]]:
        """Key, title and flowables of a section, if there is something for it."""
        t, texts, shared = self.t, self.shared.texts, self.shared
        logistics = texts.get("logistics", TextSection(t("Logistics"), ()))
        briefing = texts.get("briefing", TextSection(t("Market briefing"), ()))
        has_market = "briefing" in texts or self._is_briefed
        makers: dict[str, tuple[str, Callable[[], Story], object]] = {
            PackPage.DIRECTORY: (t("The delegation by sector"), self._delegation, shared.directory),
            PackPage.COUNTERPARTS: (t("The counterparts by sector"), self._counterparts, shared.counterparts),
            PackPage.BRIEFING: (briefing.title, self._briefing, has_market),
            PackPage.LOGISTICS: (logistics.title, partial(self._logistics, logistics), self._has_places),
        }
        if page in makers:
            title, make, has_content = makers[page]
            if has_content:
                yield page, title, make()
        elif page in texts:
            yield page, texts[page].title, self._text(texts[page])

    @property
    def _is_briefed(self) -> bool:
        """Whether there is anything of the market beside the text of the briefing."""
        shared, own = self.shared, self.own
        return any((shared.charts, own.charts, shared.briefings, own.briefings))

    @property
    def _has_places(self) -> bool:
        """Whether there is anything to say of how to get around."""
        shared = self.shared
        return any(("logistics" in shared.texts, shared.stops, shared.venues, shared.clocks))

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
        styles = {"heading": H2, "paragraph": self.PARAGRAPH}
        found: Story = []
        group: object | None = None
        before = ""
        for block in section.blocks:
            group = (group or object()) if block.kind == "bullet" else None
            if group:
                found.append(formatted(block.text, self.BULLET, section.language, bulletText="•", group=group))
            elif block.kind == "note":
                add_note(found, note_piece(block, section.language), before)
            else:
                found.append(formatted(block.text, styles[block.kind], section.language))
            before = block.text
        return found

    def _directory(self, page: str, title: str, sectors: tuple[DirectorySector, ...]) -> Story:
        """The companies of a side by sector, then an index of companies and people."""
        found: Story = [self.h1(title)]
        companies: list[tuple[str, str]] = []
        people: list[tuple[str, str]] = []
        others = self.t("+ {n} in the index of people")
        for number, sector in enumerate(sectors):
            found += [CondPageBreak(30 * mm), Mark(f"{page}-{number}", sector.name.text, 1, self.pages)]
            found.append(Text(markup(sector.name.text), H2, language=sector.name.language))
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
        section = self.shared.texts.get("briefing", TextSection(self.t("Market briefing"), ()))
        head, *blocks = self._text(section)
        found: Story = [head, *blocks[:1]]
        for chart in (*self.shared.charts, *self.own.charts):
            found += [CondPageBreak(_CHART), Text(markup(chart.title), LABEL, language=chart.titled_in)]
            found.append(Chart(chart, self.width, self.look.accent, self.chart_height))
            found += [*below(chart), Spacer(0, 6)]
        found += blocks[1:]
        for told in (*self.shared.briefings, *self.own.briefings):
            found += [Text(markup(told.title), H2), *self._blocks(told)]
        return found

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
