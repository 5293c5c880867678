"""What paintings of the program write: every text drawn by hand is recorded while a window is rendered."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontDatabase, QPainter
from PySide6.QtWidgets import QWidget

from tests.gui.screens.contrast import SCALE, TEXT, Pixels, strongest

_TIME = re.compile(r"\d{1,2}[:h.]\d{0,2}…|^\d*…$")
"""A time that was cut."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text as it was drawn."""

    text: str
    place: QRect
    """In pixels of the picture."""
    colour: QColor
    points: float
    is_cut: bool


@contextmanager
def recorded() -> Iterator[list[Drawn]]:
    """Record what is drawn meanwhile."""
    found: list[Drawn] = []
    original = QPainter.drawText

    def draw(painter: QPainter, *words: Any) -> Any:
        if isinstance(words[0], QRect | QRectF) and isinstance(words[-1], str):
            found.append(_drawn(painter, QRectF(words[0]), words[1] if len(words) > 2 else 0, words[-1]))
        return original(painter, *words)

    QPainter.drawText = draw  # type: ignore[method-assign]
    try:
        yield found
    finally:
        QPainter.drawText = original  # type: ignore[method-assign]


def _drawn(painter: QPainter, box: QRectF, flags: Any, text: str) -> Drawn:
    value = flags.value if isinstance(flags, Qt.TextFlag | Qt.AlignmentFlag) else int(flags)
    needed = painter.fontMetrics().boundingRect(box.toRect(), value, text)
    cut = needed.width() > box.width() + 2 or needed.height() > box.height() + 3
    place = painter.deviceTransform().mapRect(box).toRect()  # within the window, wherever its widget is
    return Drawn(text, place, painter.pen().color(), painter.font().pointSizeF(), cut)


def painting_faults(drawn: list[Drawn], image: Pixels, top: QWidget) -> Iterator[str]:
    """Say of each text what keeps somebody from reading it."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    everything = QRect(0, 0, image.shape[1], image.shape[0])
    for one in drawn:
        if one.is_cut or _TIME.search(one.text):
            yield f"painted cut: {one.text[:60]!r}"
        if 0 < one.points < system:
            yield f"painted small: {one.points} pt {one.text[:40]!r}"
        seen = one.place.intersected(everything)
        if one.text.strip() and _is_in_sight(one.place, top) and seen.width() > 8 and seen.height() > 8:
            crop = image[seen.y() : seen.bottom(), seen.x() : seen.right()]
            if (found := strongest(crop, one.colour)) < TEXT - 0.06:
                yield f"painted faint: {found:.1f} : 1 {one.text[:40]!r}"


def _is_in_sight(place: QRect, top: QWidget) -> bool:
    """Whether nothing of a place in the picture is scrolled out of sight: half a letter need not have its colour."""
    middle = place.center() / SCALE
    widget = top.childAt(middle) or top
    seen = widget.visibleRegion().boundingRect().translated(widget.mapTo(top, QPoint()))
    whole = QRect(seen.topLeft() * SCALE, seen.size() * SCALE)
    return whole.contains(place.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))


_EDGE = 2
