"""PDF on paper: a printer is asked for, and the pages wanted are painted on its sheets."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def print_pages(content: bytes, parent: QWidget | None) -> int:
    """Ask for a printer and print the pages of a PDF that are wanted; return the number of sides, 0 if cancelled."""
    document, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    dialog.setMinMax(1, document.pageCount())
    sides = paint(document, printer) if dialog.exec() else 0
    dialog.deleteLater()
    document.close()
    return sides


def paint(document: QPdfDocument, printer: QPrinter) -> int:
    """Paint the pages the printer asks for, as large as its paper allows; return the number of sides.

    Every page lies on its paper as it is: wide ones on landscape. A printer that cannot make copies itself is given
    the pages as often as copies are wanted.
    """
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    times = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    pages = [page for _copy in range(times) for page in range(first - 1, last)]
    painter = QPainter()
    for place, page in enumerate(pages):
        _turn(printer, document, page)
        if place:
            printer.newPage()
        else:
            painter.begin(printer)
        _paint_page(document, page, painter)
    painter.end()
    return len(pages)


def _turn(printer: QPrinter, document: QPdfDocument, page: int) -> None:
    """Turn the paper as the page lies."""
    size = document.pagePointSize(page)
    is_wide = size.width() > size.height()
    printer.setPageOrientation(QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait)


def _paint_page(document: QPdfDocument, page: int, painter: QPainter) -> None:
    area = painter.viewport()
    size = document.pagePointSize(page).scaled(area.width(), area.height(), Qt.AspectRatioMode.KeepAspectRatio)
    # At the full resolution of a printer a page can take half a gigabyte: it is drawn smaller, then scaled.
    most = min(1.0, 2600 / max(size.width(), size.height()))
    pixels = QSize(round(size.width() * most), round(size.height() * most))
    image = document.render(page, pixels, QPdfDocumentRenderOptions())
    painter.drawImage(0, 0, image.scaled(size.toSize(), mode=Qt.TransformationMode.SmoothTransformation))
