"""A delegate's pack: its sections on sheets, put together as the page plan says, or as the mission chose its pages."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any, TypeVar

from reportlab.platypus import NextPageTemplate, PageBreak

from missionplanner.pack import info_pages, meeting_list, page_plan
from missionplanner.pack.contents_list import ContentsList
from missionplanner.pack.delegate_pages import FEWEST, Book, Story
from missionplanner.pack.flowables import Mark
from missionplanner.pack.info_pages import title_of
from missionplanner.pack.page_plan import Parts
from missionplanner.pack.sections import Sections
from missionplanner.pack.sheets import INNER, Flow, RunningHead, Sheet
from missionplanner.pack.typesetting import RuledNotes

Made = TypeVar("Made")


class Booklet(Book):
    """The delegate edition."""

    def __init__(self, *args: Any) -> None:
        self.numbers: dict[str, int] = {}
        """The pages sections and meetings are on, as far as they are known before drawing."""
        self._laid_out: dict[object, Any] = {}
        super().__init__(*args)

    def story(self) -> Story:
        """Everything after the cover."""
        if not self.shared.follows_plan:
            return super().story()
        found: Story = []
        for number, sheet in enumerate(self._plan):
            is_back = number == len(self._plan) - 1
            found += [NextPageTemplate("back" if is_back else "body"), PageBreak(), sheet]
        return found

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        if self.shared.follows_plan:
            yield from ((mark.key, mark.title, []) for mark in _marks(self._plan) if not mark.level)
            return
        known = True
        bodies = list(super()._sections())
        page = 3 if len(bodies) >= FEWEST else 2
        for key, title, body in bodies:
            sheets = [piece for piece in body if isinstance(piece, Sheet)]
            known = known and len(sheets) * 2 - 1 == len(body)
            if known:
                self.numbers[key] = page
                page = self._number(sheets, page)
            yield key, title, body

    def section(self, page: str) -> Iterator[tuple[str, str, Story]]:
        """A section on sheets; the directories and the mission's other texts as in all editions."""
        make = self._made.makers().get(page)
        if make is None:
            yield from super().section(page)
            return
        sheets = make()
        if sheets:
            info_pages.fill(sheets, self.t)
            body: Story = [sheets[0]]
            for sheet in sheets[1:]:
                body += [PageBreak(), sheet]
            top = next(mark for mark in _marks(sheets) if not mark.level)
            sheets[0].pieces = [row for row in sheets[0].pieces if row[0] is not top]
            yield page, top.title, body

    @cached_property
    def _made(self) -> Sections:
        size = self.width - INNER, self.height
        return Sections(self.shared, self.own, size, self.look, self.t, self.pages)

    # -- the plan

    @cached_property
    def _plan(self) -> list[Sheet]:
        parts, pages = page_plan.smallest(len(self.own.meetings), self._parts)
        sheets = page_plan.ordered(parts, pages, self._spare)
        entries = [(mark.key, mark.title) for mark in _marks(sheets) if not mark.level and mark.title]
        contents = ContentsList(self.t("Contents"), entries[1:] if self._made.has_welcome else entries, self.look)
        contents.wrap(self._made.size[0], 0)
        inside = parts.front[-1]
        # At the foot, which is found at once; without a word of welcome above it nothing else is there.
        inside.put(contents, 0, contents.height + 6 if inside.pieces else inside.height)
        info_pages.fill(sheets[:-1], self.t)
        self._number(sheets, 2)
        return sheets

    def _parts(self, each: int, tight: bool, close: bool) -> Parts:
        made, once = self._made, self._once
        return Parts(
            front=once("front", made.welcome),
            days=once(("days", close), partial(made.days, close)),
            hub=once("hub", lambda: [*made.week(), *made.schedule()]),
            meetings=once(("meetings", each), partial(made.meetings, each)),
            info=once(("info", tight), partial(made.info, tight)),
            tail=once("tail", lambda: [*made.conduct(), made.back()]),
        )

    def _once(self, key: object, make: Callable[[], Made]) -> Made:
        """Return what several plans have in common, laid out for the first of them."""
        if key not in self._laid_out:
            self._laid_out[key] = make()
        found: Made = self._laid_out[key]
        return found

    def _number(self, sheets: Sequence[Sheet], page: int) -> int:
        """Note the pages of what is on sheets that follow one another; returns the next page."""
        for number, sheet in enumerate(sheets, start=page):
            for piece, _x, _y in sheet.pieces:
                if isinstance(piece, Mark):
                    self.numbers[piece.key] = number
                    piece.pages = self.pages
                elif hasattr(piece, "pages"):
                    piece.pages = self.numbers
        return page + len(sheets)

    def _spare(self, number: int) -> list[list[Sheet]]:
        """Groups of so many pages in all: what the mission is about where that fits, then lines to write on."""
        about = self._made.about()
        found = [about] if about and len(about) <= number else []
        left = number - sum(map(len, found))
        for place in range(left):
            flow = Flow(self._made.size)
            flow.add(RunningHead(self.t("Notes")))
            flow.add(title_of(self.t("Notes") if place else self.t("People I met")))
            flow.add(meeting_list.BlankMeetings("", self.t, flow.top - 10) if not place else _ruled(flow))
            found.append(flow.sheets)
        return found


def _marks(sheets: Sequence[Sheet]) -> list[Mark]:
    return [piece for sheet in sheets for piece, _x, _y in sheet.pieces if isinstance(piece, Mark)]


def _ruled(flow: Flow) -> Any:
    return RuledNotes("", flow.top - 10)
