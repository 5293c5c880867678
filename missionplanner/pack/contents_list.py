"""The contents of a pack on the inside of its cover: its sections with their pages."""

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable

from missionplanner.pack.style import LINE, Look, fitted
from missionplanner.pack.tags import Element
from missionplanner.pack.typesetting import HEAD, STRONG, TEXT, set_lines


class ContentsList(Flowable):  # type: ignore[misc]
    """A line a section in two columns, leading to it. entries: keys and titles."""

    STEP = 20

    def __init__(self, heading: str, entries: Sequence[tuple[str, str]], look: Look) -> None:
        super().__init__()
        self.heading, self.entries, self.look = heading, tuple(entries), look
        self.pages: Mapping[str, int] = {}
        self.rows = -(-len(self.entries) // 2)
        self.height = HEAD.leading + 8 + self.STEP * self.rows

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Half as many lines as sections."""
        self.width = width
        return width, self.height

    def draw(self) -> None:
        """The heading, then a link a line."""
        canvas, wide = self.canv, (self.width - 24) / 2
        with canvas.marked(canvas.element((self, 1), "H2")):
            set_lines(canvas, (self.heading,), HEAD, (0, self.height))
        whole = canvas.element(self, "TOC")
        for number, (key, title) in enumerate(self.entries):
            column, row = divmod(number, self.rows)
            x, y = column * (wide + 24), self.height - HEAD.leading - 8 - row * self.STEP
            link = Element("Link", Element("Reference", Element("TOCI", whole)))
            page = str(self.pages.get(key, ""))
            with canvas.marked(link):
                set_lines(canvas, (fitted(title, TEXT.font, TEXT.size, wide - 30),), TEXT, (x, y))
                canvas.setFont(STRONG.font, STRONG.size)
                canvas.setFillColor(self.look.accent)
                canvas.drawRightString(x + wide, y - 10.7, f"{page} ")
            with canvas.artifact():
                canvas.setStrokeColor(LINE)
                canvas.setLineWidth(0.5)
                canvas.line(x, y - self.STEP + 4, x + wide, y - self.STEP + 4)
            canvas.link(link, key, title, (x, y - self.STEP + 4, x + wide, y))
