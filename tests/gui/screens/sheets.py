"""Contact sheets: a picture per screen and dialog, with every size, language and theme beside one another."""

from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

_WIDTH, _GAP, _CAPTION = 640, 16, 24


def compose(tiles: Path, sheets: Path) -> int:
    """Write a sheet for each folder of pictures; return how many there are."""
    drawing = QGuiApplication.instance() or QGuiApplication(["sheets", "-platform", "offscreen"])
    assert drawing
    sheets.mkdir(parents=True, exist_ok=True)
    folders = sorted(folder for folder in tiles.iterdir() if folder.is_dir())
    for folder in folders:
        _sheet(sorted(folder.glob("*.png"))).save(str(sheets / f"{folder.name}.png"))
    return len(folders)


def _sheet(files: list[Path]) -> QImage:
    sizes = sorted({file.name.split(" ")[0] for file in files})
    rows = [[file for file in files if file.name.startswith(f"{size} ")] for size in sizes]
    pictures = {file: QImage(str(file)) for file in files}
    pictures = {file: one.scaledToWidth(min(one.width(), _WIDTH), _SMOOTH) for file, one in pictures.items()}
    heights = [max(pictures[file].height() for file in row) + _CAPTION for row in rows]
    across = max(len(row) for row in rows)
    found = QImage(across * (_WIDTH + _GAP), sum(heights) + len(heights) * _GAP, QImage.Format.Format_RGB32)
    found.fill(QColor("#8a8a8a"))
    painter, top = QPainter(found), 0
    for row, height in zip(rows, heights, strict=True):
        for place, file in enumerate(row):
            painter.drawText(
                QRect(place * (_WIDTH + _GAP) + 4, top, _WIDTH, _CAPTION), Qt.AlignmentFlag.AlignVCenter, file.stem
            )
            painter.drawImage(place * (_WIDTH + _GAP), top + _CAPTION, pictures[file])
        top += height + _GAP
    painter.end()
    return found


_SMOOTH = Qt.TransformationMode.SmoothTransformation
