"""Lucide icons in the colour of the theme, and the icon of the program."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from missionplanner.gui.widgets.theme import colours
from missionplanner.paths import resources

SIZE = 20
_SCALES = (1, 2, 3)


def icon(name: str, colour: str = "") -> QIcon:
    """The icon of this Lucide name, sharp at every density; raises FileNotFoundError for an unknown one."""
    found = QIcon()
    for scale in _SCALES:
        found.addPixmap(QPixmap.fromImage(_drawn(name, colour or colours().text, scale)))
    found.addPixmap(QPixmap.fromImage(_drawn(name, colours().quiet, 1)), QIcon.Mode.Disabled)
    return found


def program_icon() -> QIcon:
    """The icon of the program, in every size it was drawn in."""
    found = QIcon()
    for path in sorted((resources() / "icons").glob("missionplanner-[0-9]*.png")):
        found.addFile(str(path))
    return found


@lru_cache(maxsize=2_000)
def _drawn(name: str, colour: str, scale: int) -> QImage:
    """Return an icon, drawn once: a window asks for hundreds. As an image, which may outlive the application."""
    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
    image = QImage(SIZE * scale, SIZE * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, SIZE * scale, SIZE * scale))
    painter.end()
    image.setDevicePixelRatio(scale)
    return image
