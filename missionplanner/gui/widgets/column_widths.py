"""Widths of columns by the words that may stand in them, which are longer in some languages."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from missionplanner.domain.applications import Status
from missionplanner.domain.companies import Side

_BESIDE = 24
"""Pixels beside the words of a cell."""


def width_of(words: Iterable[str], least: int = 0) -> int:
    """Return the width, in pixels, of a column that shows each of these words whole."""
    metrics = QFontMetrics(QApplication.font())
    return max(least, *(metrics.horizontalAdvance(word) + _BESIDE for word in words))


def status_width() -> int:
    """Return the width of a column of statuses of applications, of both sides."""
    return width_of((status.label(side) for side in Side for status in Status), 120)
