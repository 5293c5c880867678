"""Pictures are bounded and drawn anew."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication

from missionplanner.errors import UserError
from missionplanner.gui.widgets.pictures import as_logo


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(out.data())


def test_logos_are_bounded_and_drawn_anew(qapp: QApplication) -> None:
    hidden = png(20, 10)[:-12] + b"\x00\x00\x00\x08tEXtsecret=1\x00\x00\x00\x00" + png(20, 10)[-12:]
    assert b"secret" not in as_logo(hidden)
    large = QImage.fromData(as_logo(png(3000, 1500)))
    assert (large.width(), large.height()) == (1000, 500)
    bomb = bytearray(png(20, 10))
    bomb[16:24] = (50_000).to_bytes(4, "big") * 2
    for content in (b"", b"hello", b"<svg onload='x'/>", bytes(bomb), b"%PDF", b"\x89PNG" + b"x" * 11_000_000):
        with pytest.raises(UserError):
            as_logo(content)


SVG = b"""<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="20" height="20" fill="#ff0000"/></svg>"""


def test_a_drawing_becomes_pixels_and_stays_transparent(qapp: QApplication) -> None:
    image = QImage.fromData(as_logo(SVG))
    assert (image.width(), image.height()) == (1000, 500)
    assert (image.pixelColor(100, 100).name(), image.pixelColor(900, 100).alpha()) == ("#ff0000", 0)


def test_the_first_page_of_a_pdf_becomes_pixels(qapp: QApplication, tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "logo.pdf"))
    writer.setPageSize(QPageSize(QSizeF(40, 20), QPageSize.Unit.Millimeter))
    painter = QPainter(writer)
    painter.fillRect(0, 0, 100_000, 100_000, Qt.GlobalColor.red)
    painter.end()
    image = QImage.fromData(as_logo((tmp_path / "logo.pdf").read_bytes()))
    assert (image.width(), image.pixelColor(500, 250).name()) == (1000, "#ff0000")


@pytest.mark.parametrize(
    "content",
    [
        SVG.replace(b"<rect", b'<image href="/etc/passwd"/><rect'),
        SVG.replace(b"<rect", b'<image xlink:href = "file:///x.png"/><rect'),
        b"<svg",
        b"%PDF-1.4 nothing",
    ],
)
def test_a_drawing_that_fetches_or_is_damaged_is_refused(qapp: QApplication, content: bytes) -> None:
    with pytest.raises(UserError):
        as_logo(content)
