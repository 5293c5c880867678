"""Icons in the colour of the theme."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from missionplanner.gui.widgets import theme
from missionplanner.gui.widgets.icons import icon


def colour(found: QIcon, mode: QIcon.Mode) -> tuple[int, ...]:
    """Red, green and blue of the most opaque pixel, in steps of 8: lines are finer than pixels."""
    image = found.pixmap(QSize(20, 20), 3.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return rough(max(pixels, key=QColor.alpha))


def rough(colour: QColor) -> tuple[int, ...]:
    """A colour in steps of 8."""
    return tuple(round(part / 8) for part in (colour.red(), colour.green(), colour.blue()))


def test_icon_is_drawn_in_the_colours_of_the_theme(qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    found = icon("plus")
    assert colour(found, QIcon.Mode.Normal) == rough(QColor(theme.LIGHT.text))
    assert colour(found, QIcon.Mode.Disabled) == rough(QColor(theme.LIGHT.quiet))
    assert colour(icon("plus", "#ff0000"), QIcon.Mode.Normal) == rough(QColor("#ff0000"))


def test_an_unknown_icon_is_refused(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
