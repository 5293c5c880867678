"""Pictures of a pack, as vectors where possible, each described in words: scheme of stops, codes, logos."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from typing import Any

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from missionplanner.pack.delegate_content import Shared
from missionplanner.pack.pictures import for_print
from missionplanner.pack.style import BOLD, INK, LINE, QUIET, REGULAR, fitted, look


class Scheme(Flowable):  # type: ignore[misc]
    """The stops over the days of the mission, parallel ones below one another, as vectors and in words."""

    LANE = 26

    def __init__(self, shared: Shared, width: float) -> None:
        super().__init__()
        self.stops, self.days, self.look = shared.stops, shared.days, look(shared.colour)
        self.width = width
        self.height = 18 + self.LANE * (max((stop.lane for stop in self.stops), default=0) + 1)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """The size it was given."""
        return self.width, self.height

    def draw(self) -> None:
        """The days above, a bar for every stop below."""
        words = "; ".join(f"{stop.name}: {stop.dates}" for stop in self.stops)
        with figure(self.canv, self, words, (self.width, self.height)):
            self.canv.replayed(("scheme", self.width), self._draw_all)

    def _draw_all(self) -> None:
        canvas, step, top = self.canv, self.width / max(len(self.days), 1), self.height - 14
        canvas.setLineWidth(0.5)
        canvas.setStrokeColor(LINE)
        for number, day in enumerate(self.days):
            canvas.line(number * step, 0, number * step, self.height)
            canvas.setFillColor(QUIET)
            canvas.setFont(REGULAR, 8.5)
            canvas.drawString(number * step + 4, top + 4, fitted(day, REGULAR, 8.5, step - 6))
        canvas.line(self.width, 0, self.width, self.height)
        for stop in self.stops:
            left, right = stop.first * step + 2, (stop.last + 1) * step - 2
            bottom = top - (stop.lane + 1) * self.LANE + 4
            canvas.setFillColor(self.look.band)
            canvas.roundRect(left, bottom, right - left, self.LANE - 6, 4, stroke=0, fill=1)
            canvas.setFillColor(self.look.on_band)
            canvas.setFont(BOLD, 9)
            canvas.drawString(left + 7, bottom + 6.5, fitted(stop.name, BOLD, 9, right - left - 12))


class Codes(Flowable):  # type: ignore[misc]
    """QR codes beside one another, each over its label. codes: (label, description in words, content)."""

    SIZE, GAP = 68, 16

    def __init__(self, codes: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self.codes = codes
        self.width, self.height = len(codes) * (self.SIZE + self.GAP), self.SIZE + 14

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """A square for each, and its label."""
        return self.width, self.height

    def draw(self) -> None:
        """Each as a picture with a description in words, and its label."""
        for number, (label, words, content) in enumerate(self.codes):
            left = number * (self.SIZE + self.GAP)
            size = self.SIZE, self.SIZE
            with figure(self.canv, (self, number), words, size, (left, 14)):
                self.canv.saveState()
                self.canv.translate(left, 14)
                self.canv.replayed(("code", content), partial(draw_code, self.canv, content, self.SIZE))
                self.canv.restoreState()
            with self.canv.marked(self.canv.element(self.codes[number], "P")):
                self.canv.setFillColor(QUIET)
                self.canv.setFont(REGULAR, 8.5)
                self.canv.drawString(left, 4, f"{label} ")


class Code(Flowable):  # type: ignore[misc]
    """A QR code of this size, described in words."""

    def __init__(self, content: str, words: str, size: float) -> None:
        super().__init__()
        self.content, self.words = content, words
        self.width = self.height = size

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """A square."""
        return self.width, self.height

    def draw(self) -> None:
        """The squares, the same in every file with this content."""
        with figure(self.canv, self, self.words, (self.width, self.height)):
            key = "code", self.content, self.width
            self.canv.replayed(key, partial(draw_code, self.canv, self.content, self.width))


def draw_code(canvas: Any, content: str, size: float) -> None:
    """Draw a QR code of low error correction as a stencil: a third of the room that its squares take as rectangles."""
    code = QrCodeWidget(content, barLevel="L").qr
    code.make()
    canvas.saveState()
    canvas.setFillColor(INK)
    canvas.scale(size, size)
    canvas.stencil([[bool(square) for square in row] for row in code.modules])
    canvas.restoreState()


class Picture(Flowable):  # type: ignore[misc]
    """A picture file, as large as it may be, with a description in words."""

    def __init__(self, content: bytes, words: str, most: tuple[float, float]) -> None:
        super().__init__()
        self.content, self.words = content, words
        self.width, self.height = fitting(content, most)

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Its size."""
        return self.width, self.height

    def draw(self) -> None:
        """The picture."""
        draw_picture(self.canv, self.content, self.words, (0, 0), (self.width, self.height))


def fitting(content: bytes, most: tuple[float, float]) -> tuple[float, float]:
    """Width and height of a picture in points when it fills as much of `most` as it can."""
    wide, high = ImageReader(BytesIO(content)).getSize()
    scale = min(most[0] / wide, most[1] / high)
    return wide * scale, high * scale


def draw_picture(
    canvas: Any, content: bytes, words: str, place: tuple[float, float], size: tuple[float, float]
) -> None:
    """Draw a picture file at a place (its lower left corner); without words it is decoration."""
    drawing = figure(canvas, object(), words, size, place) if words else canvas.artifact()
    with drawing:
        canvas.drawImage(ImageReader(BytesIO(for_print(content, *size))), *place, *size, mask="auto")


@contextmanager
def figure(
    canvas: Any, identity: object, words: str, size: tuple[float, float], place: tuple[float, float] = (0, 0)
) -> Iterator[None]:
    """Everything drawn meanwhile is one picture, described in words; place: its lower left corner."""
    x, y = canvas.absolutePosition(*place)
    box = " ".join(f"{n:.1f}" for n in (x, y, x + size[0], y + size[1]))
    found = canvas.element(identity, "Figure", f"<</O /Layout /Placement /Block /BBox [{box}]>>")
    found.alt = words
    with canvas.marked(found):
        yield
