"""Lucide icons in the colour of the theme, and the icon of the program."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from missionplanner.gui.widgets.theme import colours
from missionplanner.paths import resources

SIZE = 20
_SCALES = (1, 2, 3)


def icon(name: str, colour: str = "") -> QIcon:
    """The icon of this Lucide name, sharp at every density; raises FileNotFoundError for an unknown one."""
    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    found = QIcon()
    found.addPixmap(_pixmap(source, colour or colours().text, 1))
    for scale in _SCALES[1:]:
        found.addPixmap(_pixmap(source, colour or colours().text, scale))
    found.addPixmap(_pixmap(source, colours().quiet, 1), QIcon.Mode.Disabled)
    return found


def program_icon() -> QIcon:
    """The icon of the program, in every size it was drawn in."""
    found = QIcon()
    for path in sorted((resources() / "icons").glob("missionplanner-[0-9]*.png")):
        found.addFile(str(path))
    return found


def _pixmap(source: str, colour: str, scale: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    pixmap = QPixmap(SIZE * scale, SIZE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, SIZE * scale, SIZE * scale))
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap
