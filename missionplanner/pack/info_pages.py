"""The pages of a delegate's pack beside its own days: texts in four columns, what is one's own in two beside them."""

from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable

from missionplanner.domain import links
from missionplanner.domain.evaluations import BOXES, FORM_STATEMENTS
from missionplanner.domain.legal_forms import without_form
from missionplanner.i18n import Translator, translator
from missionplanner.pack.charts import Chart
from missionplanner.pack.delegate_content import Fellow, MarketChart, Own, SectorFacts, Shared, TextSection
from missionplanner.pack.delegate_pages import formatted
from missionplanner.pack.figures import Picture
from missionplanner.pack.flowables import Text, item
from missionplanner.pack.forms import TickBoxes
from missionplanner.pack.sheets import Flow, Sheet
from missionplanner.pack.source_lines import Together, add_note, below, note_piece
from missionplanner.pack.style import LINE, Look, fitted, markup
from missionplanner.pack.typesetting import (
    GUTTER,
    HEAD,
    NOTE,
    NOTE_BOLD,
    SMALL,
    SMALL_BOLD,
    STRONG,
    TEXT,
    TITLE,
    Face,
    Lined,
    columns,
    leading_to,
    lines_of,
    set_lines,
    spoken,
    style_of,
)
from missionplanner.pack.world_map import StopMap

_BODY = style_of(TEXT, spaceAfter=6)
_ITEM = style_of(TEXT, leftIndent=12, bulletIndent=2, spaceAfter=3)
_NOTE = style_of(NOTE, spaceAfter=2)
_LARGE = Face(TEXT.font, 12, 17)
_LARGE_BODY = style_of(_LARGE, spaceAfter=8)
_LARGE_ITEM = style_of(_LARGE, leftIndent=14, bulletIndent=2, spaceAfter=4)
_FELLOW = 27
"""The height of a fellow delegate."""
PORTRAIT = 1.4
"""The height of a portrait as a share of its width."""
_CHART = 118
"""The height of a chart."""
_BELOW_TITLE = 12.0
"""The room above the title of a chart."""


class NameGrid(Flowable):  # type: ignore[misc]
    """Pairs of lines in columns, filled one after the other: a name over a company. cells: the pairs."""

    def __init__(self, cells: Sequence[tuple[str, str]], across: int, height: float = 0) -> None:
        super().__init__()
        self.cells, self.across = tuple(cells), across
        rows = -(-len(self.cells) // across)
        self.rows = min(rows, int(height // _FELLOW)) if height else rows
        self.height = float(self.rows * _FELLOW)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As many rows as there are."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """A list of the structure, an item a pair."""
        wide = (self.width - (self.across - 1) * GUTTER) / self.across
        for number, (name, company) in enumerate(self.cells):
            column, row = divmod(number, self.rows)
            x, y = column * (wide + GUTTER), self.height - row * _FELLOW
            with self.canv.marked(item(self.canv, self)):
                y = set_lines(self.canv, (fitted(name, SMALL_BOLD.font, SMALL_BOLD.size, wide),), SMALL_BOLD, (x, y))
                set_lines(self.canv, (fitted(_short(company, wide), NOTE.font, NOTE.size, wide),), NOTE, (x, y))


def _short(company: str, width: float) -> str:
    """The name of a company, without its legal form where that would have it cut."""
    return company if stringWidth(company, NOTE.font, NOTE.size) <= width else without_form(company)


class Numbers(Flowable):  # type: ignore[misc]
    """Large numbers beside one another, each over what there are so many of."""

    def __init__(self, numbers: Sequence[tuple[str, str]], look: Look) -> None:
        super().__init__()
        self.numbers, self.look = tuple(numbers), look

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """The number, and up to three lines of words."""
        self.width = width
        self.step = width / max(len(self.numbers), 1)
        self.lines = [lines_of(words, SMALL, self.step - GUTTER, 3) for _number, words in self.numbers]
        self.height = TITLE.leading + SMALL.leading * max(map(len, self.lines), default=0) + 10
        return width, self.height

    def draw(self) -> None:
        """Each number with its words."""
        for place, ((number, _words), lines) in enumerate(zip(self.numbers, self.lines, strict=True)):
            with self.canv.marked(self.canv.element(self.lines[place], "P")):
                x = place * self.step
                y = set_lines(self.canv, (number,), TITLE, (x, self.height), self.look.accent)
                set_lines(self.canv, lines, SMALL, (x, y))


class SideColumn(Flowable):  # type: ignore[misc]
    """Pieces in the two columns at the right, beside the text."""

    def __init__(self, pieces: Sequence[Any]) -> None:
        super().__init__()
        self.pieces = list(pieces)

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """As high as its pieces."""
        self.width = width
        self.height = sum(piece.wrap(width - 10, 0)[1] for piece in self.pieces)
        return width, self.height

    def draw(self) -> None:
        """A line at the left, the pieces below one another."""
        with self.canv.artifact():
            self.canv.setStrokeColor(LINE)
            self.canv.setLineWidth(0.8)
            self.canv.line(0, 0, 0, self.height)
        y = self.height
        for piece in self.pieces:
            y -= piece.height
            piece.drawOn(self.canv, 10, y)


def text_pieces(section: TextSection, *, large: bool = False) -> list[Any]:
    """The blocks of a mission text, without its title."""
    body, entry = (_LARGE_BODY, _LARGE_ITEM) if large else (_BODY, _ITEM)
    found: list[Any] = []
    group: object | None = None
    before = ""
    for block in section.blocks:
        group = (group or object()) if block.kind == "bullet" else None
        if group:
            found.append(formatted(block.text, entry, section.language, bulletText="•", group=group))
        elif block.kind == "heading":
            found.append(spoken(Lined(block.text, STRONG, "H2", before=6), section.language))
        elif block.kind == "note":
            add_note(found, note_piece(block, section.language), before)
        else:
            found.append(formatted(block.text, body, section.language))
        before = block.text
    return found


def side_by_side(flow: Flow, text: Sequence[Any], side: Sequence[Any]) -> None:
    """Text in four columns with pieces in two beside its beginning; these stand at the left where there is no text."""
    width = flow.size[0]
    left = columns(width, 4 if side else 5)
    right = columns(width, 2)
    beside = SideColumn(side)
    high = beside.wrap(right, 0)[1]
    if side and high > flow.top:
        flow.new_sheet()
    sheet, top = flow.sheet, flow.top
    if side:
        sheet.put(beside, width - right if text else 0, top)
    flow.add_all(text, width=left)
    if flow.sheet is sheet and side:
        flow.top = min(flow.top, top - high)


def put_beside(flow: Flow, chart: Together, side: Sequence[Any]) -> bool:
    """Put pieces beside the chart that was added last, where it is as high as they are; return whether it is."""
    width, beside = flow.size[0], SideColumn(side)
    title, drawn = chart.pieces[:2]
    if not side or beside.wrap(columns(width, 2), 0)[1] > title.height + drawn.height - _BELOW_TITLE:
        return False
    flow.sheet.put(beside, width - beside.width, flow.top + chart.height - _BELOW_TITLE)
    return True


def names_side(own: Own, t: Translator, room: float) -> list[Any]:
    """How those one meets are addressed, as many as there is room for."""
    pairs = list(dict.fromkeys((entry.addressed, entry.profile.name) for entry in own.meetings if entry.addressed))
    most = max(int((room - 60) // 28), 1)
    found: list[Any] = [Lined(t("How to address those you meet"), NOTE_BOLD)] if pairs else []
    for name, company in pairs[:most]:
        found += [Lined(name, SMALL_BOLD, before=5, most=1), Lined(without_form(company), NOTE, most=1)]
    return found


def market_pieces(shared: Shared, own: Own, look: Look, width: float) -> tuple[list[Any], list[Any]]:
    """The numbers and the charts above the briefing, with their sources, and the pieces beside it.

    Those of a chart are one piece.
    """
    above: list[Any] = []
    facts, t = own.facts, translator(shared.language)
    if facts and facts.counts:
        above += [
            spoken(Lined(facts.sector.text, STRONG, tint=look.accent), facts.sector.language),
            Numbers(facts.counts, look),
            _source_of(t),
        ]
    above += [Together(chart_pieces(chart, columns(width, 4), look)) for chart in (*shared.charts, *own.charts)]
    return above, _sought(facts, t)


def chart_pieces(chart: MarketChart, width: float, look: Look) -> list[Any]:
    """A chart under its title, over what it counts and where its figures are from."""
    drawn = Chart(chart, width, look.accent, _CHART)
    return [spoken(Lined(chart.title, NOTE_BOLD, before=12), chart.titled_in), drawn, *below(chart)]


def briefing_pieces(shared: Shared, own: Own) -> list[Any]:
    """The texts of the market, of one's own sectors and of one's cities, each under its title."""
    found: list[Any] = []
    for section in (*shared.briefings, *own.briefings):
        found += [Lined(section.title, STRONG, "H2", before=10), *text_pieces(section)]
    return found


def _source_of(t: Translator) -> Lined:
    return Lined(t("Source: registrations of this mission."), NOTE)


def _sought(facts: SectorFacts | None, t: Translator) -> list[Any]:
    if not facts or not facts.sought:
        return []
    heading = Lined(t("Most looked for in your sector"), NOTE_BOLD)
    return [
        heading,
        *(spoken(Lined(one.text, SMALL, before=5, most=4), one.language) for one in facts.sought),
        _source_of(t),
    ]


def where_pieces(shared: Shared, look: Look, height: float) -> list[Any]:
    """The map."""
    return [StopMap(shared.places, look, height)] if shared.places else []


def venue_pieces(shared: Shared, t: Translator) -> list[Any]:
    """Venues with address and telephone, and the ways between them."""
    found: list[Any] = [Lined(t("Venues"), NOTE_BOLD)] if shared.venues else []
    for venue in shared.venues:
        found += [Lined(f"{venue.name} ({venue.stop})", SMALL_BOLD, before=6, most=3)]
        targets = (venue.address, links.place(venue.name, venue.address)), (venue.phone, links.call(venue.phone))
        found += [leading_to(target, Lined(text, NOTE, most=4)) for text, target in targets if text]
    if shared.ways:
        found.append(Lined(t("On the way"), NOTE_BOLD, before=10))
        found += [Lined(way, NOTE, most=2) for way in shared.ways]
    return found


def fellow_pieces(own: Own, t: Translator, room: float, width: float) -> list[Any]:
    """Names in three columns as far as there is room, with a word on the others; in two where names are long."""
    rows = max(int((room - 30) // _FELLOW), 1)
    across = 2 if len(own.fellows) <= 2 * rows and _are_long(own.fellows, (width - 2 * GUTTER) / 3) else 3
    shown = own.fellows[: across * rows]
    left = len(own.fellows) - len(shown)
    found: list[Any] = [NameGrid([(fellow.name, fellow.company) for fellow in shown], across)]
    if left:
        found.append(Lined(t("+ {n} more in the directory").format(n=t.number(left)), NOTE, before=4))
    return found


def _are_long(fellows: Sequence[Fellow], width: float) -> bool:
    return any(stringWidth(fellow.name, SMALL_BOLD.font, SMALL_BOLD.size) > width for fellow in fellows)


def portrait_pieces(shared: Shared, t: Translator, width: float) -> list[Any]:
    """The picture beside the word of welcome, with who is on it; nothing where there is none."""
    content = shared.pictures.get(shared.portrait)
    if not content:
        return []
    words = t("Portrait of {person}").format(person=shared.portrait_of) if shared.portrait_of else t("Portrait")
    caption = [Lined(shared.portrait_of, NOTE, before=6, most=5)] if shared.portrait_of else []
    return [Picture(content, words, (width, width * PORTRAIT)), *caption]


def evaluation_pieces(t: Translator, link: str = "", *, alone: bool = False, by_video: bool = False) -> list[Any]:
    """Five statements with five boxes each; where there is a site for them, that too.

    alone: whether they begin a page. by_video: whether nobody comes to a desk.
    """
    asked = (
        t("Please tick from 1 (not at all) to 5 (fully) and send this page to the organisers.")
        if by_video
        else t("Please tick from 1 (not at all) to 5 (fully) and leave this page at the registration desk.")
    )
    found: list[Any] = [
        title_of(t("Your evaluation")) if alone else Lined(t("Your evaluation"), HEAD, "H2", before=14),
        Text(markup(asked), _BODY),
    ]
    if link:
        found.append(leading_to(link, Lined(t("Or on the web: {site}").format(site=link), SMALL, most=2)))
    for question in FORM_STATEMENTS.values():
        found += [Lined(t(question), SMALL, before=4), TickBoxes(list(map(str, BOXES)), 9)]
    return found


def title_of(text: str, language: str = "") -> Lined:
    """The title of a section."""
    found = Lined(text, TITLE, "H1", most=3)
    found.after = 10
    return spoken(found, language)


def fill(sheets: Sequence[Sheet], t: Translator) -> None:
    """Give pages with much room left lines for notes."""
    for sheet in sheets:
        sheet.add_notes(t("Notes"))
