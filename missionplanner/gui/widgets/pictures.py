"""Pictures of users, bounded and drawn anew before they are kept."""

import re

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtSvg import QSvgRenderer

from missionplanner.errors import UserError
from missionplanner.i18n import _

MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000
_EDGE = 1000
_HEAD = 4096
"""So many bytes say what a file is."""
TYPES = (b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff")
PATTERN = "*.png *.jpg *.jpeg *.gif *.bmp *.webp *.tif *.tiff *.svg *.pdf"
_MORE = re.compile(rb"""href\s*=\s*["']\s*(?!#|data:image/)|<script|\bon\w+\s*=|<!ENTITY""", re.IGNORECASE)
"""A drawing that is more than one: it fetches something from another file, or runs something."""


def as_logo(content: bytes) -> bytes:
    """A picture as a PNG of at most 1000 pixels a side, drawn anew, so that nothing but its pixels comes along.

    Raises UserError when it is none, or larger than a logo can be.
    """
    if len(content) > MOST_BYTES:
        raise UserError(
            _("The picture is too large."), _("A logo has at most {most} MB.").format(most=MOST_BYTES // 1_000_000)
        )
    if content.startswith(b"%PDF-"):
        return as_png(_page(content))
    if b"<svg" in content[:_HEAD]:
        return as_png(_drawing(content))
    return as_png(_pixels(content))


def _page(content: bytes) -> QImage:
    """Return the first page of a PDF."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    size = document.pagePointSize(0).toSize()
    image = document.render(0, _scaled(size)) if document.pageCount() and not size.isEmpty() else QImage()
    document.close()
    if image.isNull():
        raise _damaged()
    page = QImage(image.size(), QImage.Format.Format_ARGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, image)
    painter.end()
    return page


def _drawing(content: bytes) -> QImage:
    """Return an SVG as pixels. Raises UserError where it is more than a picture: Qt would follow its links to files."""
    if _MORE.search(content):
        raise UserError(
            _("The picture is more than a picture: it takes parts from elsewhere or runs a program."),
            _("Save it as one file, or as PNG."),
        )
    renderer = QSvgRenderer(QByteArray(content))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.isEmpty():
        raise _damaged()
    image = QImage(_scaled(size), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _scaled(size: QSize) -> QSize:
    return size.scaled(QSize(_EDGE, _EDGE), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))


def _damaged() -> UserError:
    return UserError(_("The picture is damaged."), _("Open it in another program and save it again."))


def _pixels(content: bytes) -> QImage:
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in TYPES or not size.isValid():
        raise UserError(
            _("This is no picture the program can use."),
            _("Logos come as PNG, JPEG, GIF, BMP, WebP, TIFF, SVG or PDF."),
        )
    if size.width() * size.height() > MOST_PIXELS:
        raise UserError(_("The picture has too many pixels."), _("Make it smaller; 1000 pixels a side are enough."))
    if max(size.width(), size.height()) > _EDGE:
        reader.setScaledSize(_scaled(size))
    image = reader.read()
    if image.isNull():
        raise _damaged()
    return image


def as_png(image: QImage) -> bytes:
    """Return a picture as a PNG of at most 1000 pixels a side."""
    if max(image.width(), image.height()) > _EDGE:
        modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(_EDGE, _EDGE, *modes)
    out = QByteArray()
    buffer = QBuffer(out)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image.convertToFormat(QImage.Format.Format_ARGB32))
    return bytes(out.data())
