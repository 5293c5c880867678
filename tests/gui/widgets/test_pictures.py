"""Pictures are bounded and drawn anew."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter
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
