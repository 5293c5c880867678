"""Pictures of users, bounded and drawn anew before they are kept."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from missionplanner.errors import UserError
from missionplanner.i18n import _

MOST_BYTES = 10_000_000
MOST_PIXELS = 40_000_000
_EDGE = 1000
TYPES = (b"png", b"jpeg", b"gif", b"bmp", b"webp", b"tiff")
PATTERN = "*.png *.jpg *.jpeg *.gif *.bmp *.webp *.tif *.tiff"


def as_logo(content: bytes) -> bytes:
    """A picture as a PNG of at most 1000 pixels a side, drawn anew, so that nothing but its pixels comes along.

    Raises UserError when it is none, or larger than a logo can be.
    """
    if len(content) > MOST_BYTES:
        raise UserError(
            _("The picture is too large."), _("A logo has at most {most} MB.").format(most=MOST_BYTES // 1_000_000)
        )
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if bytes(reader.format().data()) not in TYPES or not size.isValid():
        raise UserError(
            _("This is no picture the program can use."), _("Logos come as PNG, JPEG, GIF, BMP, WebP or TIFF.")
        )
    if size.width() * size.height() > MOST_PIXELS:
        raise UserError(_("The picture has too many pixels."), _("Make it smaller; 1000 pixels a side are enough."))
    if max(size.width(), size.height()) > _EDGE:
        reader.setScaledSize(size.scaled(QSize(_EDGE, _EDGE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise UserError(_("The picture is damaged."), _("Open it in another program and save it again."))
    return as_png(image)


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
