"""Widths of columns by the words that may stand in them, which are longer in some languages."""

from collections.abc import Iterable

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

_BESIDE = 24
"""Pixels beside the words of a cell."""


def width_of(words: Iterable[str], least: int = 0) -> int:
    """Return the width, in pixels, of a column that shows each of these words whole."""
    metrics = QFontMetrics(QApplication.font())
    return max(least, *(metrics.horizontalAdvance(word) + _BESIDE for word in words))
