"""The view of the matrix: typed into, pasted into, copied from."""

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
)

from missionplanner.domain.requests import Priority
from missionplanner.gui.commands import Needs, command
from missionplanner.gui.requests.matrix_model import MatrixModel
from missionplanner.gui.widgets.cell_blocks import copy_block, pasted
from missionplanner.gui.widgets.shortcuts import pressed
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import N_, _

_HEADINGS, _ROW = 190, 26
"""Pixels of the names over the columns, and of a row."""


class UprightHeader(QHeaderView):
    """Headings written from bottom to top, so that columns can be narrow."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        """Room for a name."""
        return QSize(super().sizeHint().width(), _HEADINGS)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """A name, turned."""
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        c = colours()
        painter.save()
        painter.fillRect(rect, QColor(c.window))
        painter.setPen(QColor(c.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90)
        room = QRect(6, 0, rect.height() - 10, rect.width())
        painter.setPen(QColor(c.text))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()


class MatrixView(QTableView):
    """Cells are typed into with single keys, and copied and pasted in blocks."""

    typed = Signal(object)
    """A mapping of pairs to priorities (None for nothing)."""
    pasted = Signal(object)
    """A mapping of pairs to texts."""

    def __init__(self, model: MatrixModel) -> None:
        super().__init__()
        self.setHorizontalHeader(UprightHeader())
        self.setModel(model)
        self.setAccessibleName(_("Matrix"))
        self.setAccessibleDescription(_("1 must meet, 2 meet, 0 no thanks, Del nothing"))
        self.setStyleSheet("QTableView::item { padding: 0 }")
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setDefaultSectionSize(34)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.setMinimumHeight(_HEADINGS + 4 * _ROW)
        self.verticalHeader().setFixedWidth(220)
        self.verticalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self._copied = ""

    @property
    def matrix(self) -> MatrixModel:
        """The model."""
        model = self.model()
        assert isinstance(model, MatrixModel)
        return model

    def chosen(self) -> list[QModelIndex]:
        """Return the selected cells; the current one where the matrix was gone to by keys, which selects nothing."""
        current = self.currentIndex()
        return self.selectedIndexes() or ([current] if current.isValid() else [])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Carry out the command of a key; the rest is the view's."""
        if found := pressed(self, event):
            found[1]()
        elif event.key() == Qt.Key.Key_Backspace:
            self.clear()
        else:
            super().keyPressEvent(event)

    @command(N_("In the matrix: must meet"), "1", needs=Needs.WRITING)
    def must_meet(self) -> None:
        """Give the selected pairs the highest priority."""
        self._type(Priority.MUST_MEET)

    @command(N_("In the matrix: meet"), "2", needs=Needs.WRITING)
    def meet(self) -> None:
        """Have the selected pairs meet."""
        self._type(Priority.MEET)

    @command(N_("In the matrix: no thanks"), "0", needs=Needs.WRITING)
    def say_no_thanks(self) -> None:
        """Have the selected pairs not meet."""
        self._type(Priority.NO_THANKS)

    @command(N_("In the matrix: nothing"), "Del", needs=Needs.WRITING)
    def clear(self) -> None:
        """Take back the priorities of the selected pairs."""
        self._type(None)

    @command(N_("Copy the selected cells"), "Ctrl+C", "copy")
    def copy(self) -> None:
        """Copy the selected block with its names, as a spreadsheet takes it."""
        cells = self.chosen()
        rows, columns = sorted({i.row() for i in cells}), sorted({i.column() for i in cells})
        block = [["", *(self.matrix.columns[column].name for column in columns)]]
        for row in rows:
            texts = [self.matrix.index(row, column).data() or "" for column in columns]
            block.append([self.matrix.rows[row].name, *texts])
        self._copied = copy_block(block, end="\n")

    @command(N_("Paste cells"), "Ctrl+V", needs=Needs.WRITING)
    def paste(self) -> None:
        """Paste a block from the current cell on, or where its headings say when it comes with them."""
        text, start = QGuiApplication.clipboard().text(), self.currentIndex()
        block = pasted(text)
        if text == self._copied and start.isValid():
            block = [line[1:] for line in block[1:]]  # a block of this matrix goes where one is, not where it was
        if not block or not (start.isValid() or not block[0][0].strip()):
            return
        cells = self._by_headings(block) or [
            (start.row() + down, start.column() + across, text)
            for down, line in enumerate(block)
            for across, text in enumerate(line)
        ]
        height, width = len(self.matrix.rows), len(self.matrix.columns)
        inside = [(row, column, text) for row, column, text in cells if 0 <= row < height and 0 <= column < width]
        self.pasted.emit({self.matrix.pair(self.matrix.index(row, column)): text for row, column, text in inside})

    def _type(self, priority: Priority | None) -> None:
        self.typed.emit({self.matrix.pair(index): priority for index in self.chosen()})

    def _by_headings(self, block: list[list[str]]) -> list[tuple[int, int, str]]:
        """The cells of a block that has the names of companies above and before it; none where it has none."""
        rows = {company.name: place for place, company in enumerate(self.matrix.rows)}
        columns = {company.name: place for place, company in enumerate(self.matrix.columns)}
        if len(block) < 2 or block[0][0].strip() or not any(name in columns for name in block[0][1:]):
            return []
        across = [columns.get(name.strip(), -1) for name in block[0][1:]]
        return [
            (rows.get(line[0].strip(), -1), place, text)
            for line in block[1:]
            for place, text in zip(across, line[1:], strict=False)
        ]
