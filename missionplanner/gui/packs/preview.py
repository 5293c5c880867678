"""A PDF beside what it is made of: shown, opened in another program, printed on paper."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from missionplanner.gui import settings
from missionplanner.gui.commands import command
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import N_, _, current
from missionplanner.store.store import Store
from missionplanner.writing import replace_file


class Preview(QWidget):
    """The pages below one another, as wide as there is room."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.document = QPdfDocument(self)
        self.view = QPdfView()
        self._data = QByteArray()
        self._buffer = QBuffer(self)
        self.pages = Label()
        self.pages.setObjectName("quiet")
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(_("Preview"))
        row = QHBoxLayout()
        row.addWidget(self.pages)
        row.addStretch()
        row.addWidget(command_button(self.open_elsewhere, store))
        row.addWidget(command_button(self.print_on_paper, store))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        self.view.pageNavigator().currentPageChanged.connect(self._show_page_number)

    def show_bytes(self, content: bytes, page: int | None = None) -> None:
        """Show a PDF, from this page (the first is 0), or from the page that is shown now."""
        wanted = self.view.pageNavigator().currentPage() if page is None else page
        where = self.view.pageNavigator().currentLocation() if page is None else QPointF()
        self.document.close()
        self._buffer.close()
        # Kept here, as a buffer does not own its bytes.
        self._data = QByteArray(content)
        self._buffer.setBuffer(self._data)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.go_to(wanted, where)
        self._show_page_number()

    def go_to(self, page: int, where: QPointF | None = None) -> None:
        """Scroll to a page (the first is 0)."""
        if 0 <= page < self.document.pageCount():
            self.view.pageNavigator().jump(page, where or QPointF(), 0)

    def _show_page_number(self) -> None:
        number, of = self.view.pageNavigator().currentPage() + 1, self.document.pageCount()
        words = _("Page {number} of {total}").format(number=current().number(number), total=current().number(of))
        self.pages.setText(words if of else "")

    @command(N_("Open"), icon="book-open")
    def open_elsewhere(self) -> None:
        """Open the PDF in the program the system has for it."""
        if self._data.isEmpty():
            return
        target = settings.scratch_folder() / "preview.pdf"
        replace_file(target, bytes(self._data.data()))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    @command(N_("Print on paper…"), "Ctrl+P", "printer")
    def print_on_paper(self) -> None:
        """Ask for a printer and print the pages that are wanted."""
        if self.document.pageCount() == 0:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
        dialog.setMinMax(1, self.document.pageCount())
        if dialog.exec():
            paint(self.document, printer)


def paint(document: QPdfDocument, printer: QPrinter) -> int:
    """Paint the pages the printer asks for, as large as its paper allows; return the number of sides.

    A printer that cannot make copies itself is given the pages as often as copies are wanted.
    """
    first = printer.fromPage() or 1
    last = printer.toPage() or document.pageCount()
    times = 1 if printer.supportsMultipleCopies() else max(printer.copyCount(), 1)
    painter = QPainter(printer)
    pages = [page for _copy in range(times) for page in range(first - 1, last)]
    for place, page in enumerate(pages):
        if place:
            printer.newPage()
        area = painter.viewport()
        size = document.pagePointSize(page).scaled(area.width(), area.height(), Qt.AspectRatioMode.KeepAspectRatio)
        # At the full resolution of a printer a page can take half a gigabyte: it is drawn smaller, then scaled.
        most = min(1.0, 2600 / max(size.width(), size.height()))
        pixels = QSize(round(size.width() * most), round(size.height() * most))
        image = document.render(page, pixels, QPdfDocumentRenderOptions())
        painter.drawImage(0, 0, image.scaled(size.toSize(), mode=Qt.TransformationMode.SmoothTransformation))
    painter.end()
    return len(pages)
