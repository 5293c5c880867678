"""A PDF beside what it is made of: shown, and opened in another program."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QVBoxLayout, QWidget

from missionplanner.gui import settings
from missionplanner.gui.commands import command
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.flow_layout import WrappingRow
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.i18n import N_, _, current
from missionplanner.store.store import Store
from missionplanner.writing import replace_file

_MOST = 3
"""Warnings that are said in words."""


class Preview(QWidget):
    """The pages below one another, as wide as there is room."""

    print_asked = Signal()

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.document = QPdfDocument(self)
        self.view = QPdfView()
        self._data = QByteArray()
        self._buffer = QBuffer(self)
        self.pages = Label()
        self.pages.setObjectName("quiet")
        self.warning = Label()
        self.warning.setObjectName("warning")
        self.warning.setWordWrap(True)
        self.warning.hide()
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setAccessibleName(_("Preview"))
        row = WrappingRow()
        row.addWidget(self.pages)
        row.addStretch()
        row.addWidget(command_button(self.open_elsewhere, store))
        row.addWidget(command_button(self.print_on_paper, store))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.warning)
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

    def warn(self, sentences: Sequence[str]) -> None:
        """Say above the pages what is wrong with them."""
        more = len(sentences) - _MOST
        lines = [*sentences[:_MOST], *([_("and {n} more").format(n=more)] if more > 0 else [])]
        self.warning.setText("\n".join(lines))
        self.warning.setVisible(bool(lines))

    @property
    def content(self) -> bytes:
        """The PDF that is shown; empty while none is."""
        return bytes(self._data.data())

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
        if not self.content:
            return
        target = settings.scratch_folder() / "preview.pdf"
        replace_file(target, self.content)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    @command(N_("Print on paper…"), icon="printer")
    def print_on_paper(self) -> None:
        """Ask for the packs that are selected on paper."""
        self.print_asked.emit()
