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
from missionplanner.gui.widgets.labels import CountLabel
from missionplanner.gui.widgets.plain_text import CheckBox, Label
from missionplanner.i18n import N_, _, current
from missionplanner.jobs.packs import previews
from missionplanner.store.store import Store
from missionplanner.writing import replace_file

_MOST = 3
"""Warnings that are said in words."""


class Preview(QWidget):
    """The pages below one another, as wide as there is room."""

    print_asked = Signal()
    record_asked = Signal(list)
    """The records these pages come from are to be shown (the first page is 1)."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self.document = QPdfDocument(self)
        self.view = QPdfView()
        self._data, self._content = QByteArray(), b""
        self._is_spread, self._total = False, 0
        self.may_spread = False
        """Whether it shows a booklet, which can be shown as it lies open."""
        self.spreads = CheckBox(_("As it lies open"))
        self.spreads.setChecked(str(settings.read("pack_spreads")).lower() == "true")
        self.spreads.toggled.connect(self._on_spreads)
        self._buffer = QBuffer(self)
        self.pages = CountLabel()
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
        row.addWidget(self.spreads)
        for act in (self.go_to_record, self.open_elsewhere, self.print_page, self.print_on_paper):
            row.addWidget(command_button(act, store))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self.warning)
        layout.addWidget(self.view, 1)
        self.view.pageNavigator().currentPageChanged.connect(self._show_page_number)

    def show_bytes(self, content: bytes, page: int | None = None) -> None:
        """Show a PDF, from this page (the first is 0), or from the page that is shown now."""
        wanted = self._first_page() if page is None else page
        where = self.view.pageNavigator().currentLocation() if page is None else QPointF()
        self.document.close()
        self._buffer.close()
        # Kept here, as a buffer does not own its bytes.
        self._content = content
        self._is_spread = bool(content) and self.may_spread and self.spreads.isChecked()
        self.spreads.setVisible(self.may_spread)
        if self._is_spread:
            content, self._total = previews.side_by_side(content)
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
        return self._content

    def go_to(self, page: int, where: QPointF | None = None) -> None:
        """Scroll to a page (the first is 0)."""
        place = (page + 1) // 2 if self._is_spread else page
        if 0 <= place < self.document.pageCount():
            self.view.pageNavigator().jump(place, where or QPointF(), 0)

    @property
    def shown_pages(self) -> list[int]:
        """The pages that are shown now (the first is 1)."""
        place, of = self.view.pageNavigator().currentPage(), self.document.pageCount()
        if not self._is_spread:
            return [place + 1] if of else []
        # The cover is alone, and so is the back of a booklet.
        return [page for page in (2 * place, 2 * place + 1) if 1 <= page <= self._total]

    def _first_page(self) -> int:
        return next(iter(self.shown_pages), 1) - 1

    def _show_page_number(self) -> None:
        if not self._is_spread:
            self._total = self.document.pageCount()
        widest = [self._total] * (2 if self._is_spread else 1)
        self.pages.say(self._words(self.shown_pages), self._words(widest))

    def _words(self, pages: Sequence[int]) -> str:
        if not self._total:
            return ""
        number = "–".join(current().number(page) for page in pages)
        return _("Page {number} of {total}").format(number=number, total=current().number(self._total))

    def _on_spreads(self, is_wanted: bool) -> None:
        settings.write("pack_spreads", is_wanted)
        page = self._first_page()
        self.show_bytes(self._content, page)

    @command(N_("Go to record"), icon="search")
    def go_to_record(self) -> None:
        """Show the record the page comes from: a company, a text, the programme or the timetable."""
        if self.shown_pages:
            self.record_asked.emit(self.shown_pages)

    @command(N_("Print this page…"), icon="printer")
    def print_page(self) -> None:
        """Ask for a printer and print the page that is shown, the left one of two."""
        from missionplanner.gui.widgets import paper  # slow import

        if self._content:
            paper.print_pages(previews.one_page(self._content, self._first_page()), self.window())

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
