"""Makes the pictures of the program's icon and of its files' from their drawings: `python packaging/icons.py`.

Run with the test environment's Python after a drawing changed. Windows takes .ico, macOS .icns, all others .png.
"""

import os
from io import BytesIO
from pathlib import Path

from mirror import PROGRAM
from PIL import Image

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

FOLDER = PROGRAM.parent / "resources" / "icons"
NAMES = ("missionplanner", "missionplanner-document")
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
"""Pixels of the .png files."""
SMALL = 32
"""Pixels up to which the simpler drawing is taken, whose lines are thick enough there."""
WINDOWS, MACOS = (16, 20, 24, 32, 40, 48, 64, 128, 256), (16, 32, 64, 128, 256, 512, 1024)
"""Pixels of the pictures in an .ico and in an .icns."""


def drawn(name: str, size: int) -> Image.Image:
    """Return an icon in this many pixels, from the drawing that is meant for them."""
    from PySide6.QtCore import QBuffer, QByteArray, Qt  # slow import
    from PySide6.QtGui import QImage, QPainter  # slow import
    from PySide6.QtSvg import QSvgRenderer  # slow import

    source = FOLDER / f"{name}{'-small' if size <= SMALL else ''}.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source.read_bytes())).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know the format as bytes only
    return Image.open(BytesIO(buffer.data().data())).convert("RGBA")


def main() -> None:
    """Write all pictures of both icons."""
    for name in NAMES:
        for size in SIZES:
            drawn(name, size).save(FOLDER / f"{name}-{size}.png", optimize=True)
        _save_all(FOLDER / f"{name}.ico", name, WINDOWS)
        _save_all(FOLDER / f"{name}.icns", name, MACOS)


def _save_all(path: Path, name: str, sizes: tuple[int, ...]) -> None:
    """Write a file that holds the icon in several sizes, each drawn for itself."""
    *others, largest = (drawn(name, size) for size in sizes)
    largest.save(path, sizes=[(size, size) for size in sizes], append_images=others)


if __name__ == "__main__":
    main()
