"""Single sheets beside packs: the changes since one was printed, and separators for the printer's."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepInFrame, Spacer

from missionplanner.pack.delegate_content import Own, Shared
from missionplanner.pack.delegate_pages import Book, Story, lists
from missionplanner.pack.editions import Separators, Slip, Slips
from missionplanner.pack.flowables import Text
from missionplanner.pack.organiser_pages import list_of
from missionplanner.pack.style import BODY, BULLET, H2, LABEL, QUIET_SMALL, markup

_MOST_LINES = 30
"""Changes and meetings that stand on a page together."""


class SlipsBook(Book):
    """Slips without a cover."""

    has_cover = False

    def __init__(self, shared: Shared, own: Own, slips: Slips, size: tuple[float, float]) -> None:
        self._slips = slips
        super().__init__(shared, own, size)

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        for number, slip in enumerate(self._slips.slips):
            yield f"slip-{number}", slip.company, self._slip(slip)

    def _slip(self, slip: Slip) -> Story:
        """One page, whatever changed: without the meetings where both are long, smaller where that is not enough."""
        t = self.t
        found: Story = [Text(markup(slip.printed), QUIET_SMALL), Spacer(0, 8), *lists(slip.changes, BULLET)]
        if slip.meetings.rows and len(slip.changes) + len(slip.meetings.rows) <= _MOST_LINES:
            found += [Text(markup(t("Your meetings now")), H2), list_of(slip.meetings, self.width)]
        head = [Text(markup(t("Changes to your briefing pack")), LABEL), self.h1(slip.company)]
        return [*head, KeepInFrame(self.width, self.height - 40 * mm, found, mode="shrink")]


class SeparatorsBook(Book):
    """Sheets that separate packs, without a cover, head and number."""

    has_cover = has_margins = False

    def __init__(self, shared: Shared, own: Own, separators: Separators, size: tuple[float, float]) -> None:
        self._separators = separators
        super().__init__(shared, own, size)

    def _sections(self) -> Iterator[tuple[str, str, Story]]:
        for number, sheet in enumerate(self._separators.sheets):
            lines: list[Flowable] = [Text(markup(line), BODY) for line in sheet.lines]
            yield f"sheet-{number}", sheet.company, [Spacer(0, 60 * mm), self.h1(sheet.company), *lines]
