"""The matrix of requests: the delegation down, counterparts across; typed into, pasted into, copied from."""

import csv
import io
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTableView,
    QToolButton,
)

from missionplanner.domain.companies import SIDE_LABELS, Company, Side
from missionplanner.domain.requests import PRIORITY_LABELS, Priority
from missionplanner.domain.snapshot import Snapshot
from missionplanner.domain.spelling import fold
from missionplanner.errors import UserError
from missionplanner.gui.requests.requests_page import RequestsPage
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.cells import pasted
from missionplanner.gui.widgets.editors import ChoiceEdit
from missionplanner.gui.widgets.labels import as_search, quiet_label
from missionplanner.gui.widgets.plain_text import literal, plain
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.gui.workspace import Workspace
from missionplanner.i18n import _, count, current
from missionplanner.jobs.lists.printing import ShownList
from missionplanner.jobs.requests import entering
from missionplanner.jobs.requests.entering import NOTHING, SIGNS

Index = QModelIndex | QPersistentModelIndex
Pair = tuple[int, int]
KEYS = {Qt.Key.Key_1: Priority.MUST_MEET, Qt.Key.Key_2: Priority.MEET, Qt.Key.Key_0: Priority.NO_THANKS}


@dataclass(frozen=True, slots=True)
class PairWish:
    """What both sides say of a pair, and whether it meets."""

    ours: Priority | None = None
    theirs: Priority | None = None
    meets: bool = False


class MatrixModel(QAbstractTableModel):
    """A cell for every pair; only the pairs of which something is known are kept."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Company] = []
        self.columns: list[Company] = []
        self.wishes: dict[Pair, PairWish] = {}

    def show_matrix(self, rows: list[Company], columns: list[Company], known: dict[Pair, PairWish]) -> None:
        """Show other companies, or other wishes of the same ones."""
        if ([c.id for c in rows], [c.id for c in columns]) == ([c.id for c in self.rows], [c.id for c in self.columns]):
            self.rows, self.columns, self.wishes = rows, columns, known
            if rows and columns:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(columns) - 1))
            return
        self.beginResetModel()
        self.rows, self.columns, self.wishes = rows, columns, known
        self.endResetModel()

    def pair(self, index: Index) -> Pair:
        """The companies of a cell."""
        return self.rows[index.row()].id, self.columns[index.column()].id

    def wish(self, index: Index) -> PairWish:
        """What is known of a cell."""
        return self.wishes.get(self.pair(index), PairWish())

    def rowCount(self, parent: Index | None = None) -> int:
        """How many delegation companies there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many counterparts there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Signs of both sides, a colour, and a sentence."""
        wish = self.wish(index)
        if role == Qt.ItemDataRole.DisplayRole:
            said = "".join(SIGNS[one] if one else NOTHING for one in (wish.ours, wish.theirs))
            return "" if said == NOTHING * 2 else said
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignCenter)
        if role == Qt.ItemDataRole.BackgroundRole:
            return _background(wish)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return literal(self.sentence(index))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names."""
        names = self.columns if orientation == Qt.Orientation.Horizontal else self.rows
        if section >= len(names) or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return names[section].name if role == Qt.ItemDataRole.DisplayRole else literal(names[section].name)

    def sentence(self, index: Index) -> str:
        """What a cell says, in words."""
        wish, one, other = self.wish(index), self.rows[index.row()].name, self.columns[index.column()].name
        parts = [f"{one} – {other}"]
        for name, priority in ((one, wish.ours), (other, wish.theirs)):
            if priority:
                parts.append(_("{company} says: {priority}").format(company=name, priority=priority.label))
        parts.append(_("they meet") if wish.meets else _("no meeting"))
        return "; ".join(parts)


def _background(wish: PairWish) -> QColor | None:
    c = colours()
    if Priority.NO_THANKS in (wish.ours, wish.theirs):
        return tint(c.bad, 0.25)
    if wish.meets:
        return tint(c.good, 0.3)
    if wish.ours and wish.theirs:
        return tint(c.accent, 0.35)
    return tint(c.warn, 0.2) if wish.ours or wish.theirs else None


class UprightHeader(QHeaderView):
    """Headings written from bottom to top, so that columns can be narrow."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        """Room for a name."""
        return QSize(super().sizeHint().width(), 190)

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
    """1 must meet, 2 meet, 0 no thanks, Del nothing; copies and pastes blocks."""

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
        self.verticalHeader().setDefaultSectionSize(26)
        self.verticalHeader().setFixedWidth(220)
        self._copied = ""

    @property
    def matrix(self) -> MatrixModel:
        """The model."""
        model = self.model()
        assert isinstance(model, MatrixModel)
        return model

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits say how much; the rest is the view's."""
        key = Qt.Key(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif key in KEYS or key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.typed.emit({self.matrix.pair(index): KEYS.get(key) for index in self.selectedIndexes()})
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        """The selected block with its names, as a spreadsheet takes it."""
        cells = self.selectedIndexes()
        rows, columns = sorted({i.row() for i in cells}), sorted({i.column() for i in cells})
        out = io.StringIO(newline="")
        writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
        writer.writerow(["", *(self.matrix.columns[column].name for column in columns)])
        for row in rows:
            texts = [self.matrix.index(row, column).data() or "" for column in columns]
            writer.writerow([self.matrix.rows[row].name, *texts])
        self._copied = out.getvalue()
        QGuiApplication.clipboard().setText(self._copied)

    def _paste(self) -> None:
        """Put a block in from the current cell on, or where its headings say when it comes from elsewhere with them."""
        text, start = QGuiApplication.clipboard().text(), self.currentIndex()
        block = pasted(text)
        if text == self._copied and start.isValid():
            block = [line[1:] for line in block[1:]]
        if not block or not (start.isValid() or not block[0][0].strip()):
            return
        rows = {company.name: place for place, company in enumerate(self.matrix.rows)}
        columns = {company.name: place for place, company in enumerate(self.matrix.columns)}
        if len(block) > 1 and not block[0][0].strip() and any(name in columns for name in block[0][1:]):
            across = [columns.get(name.strip(), -1) for name in block[0][1:]]
            cells = [
                (rows.get(line[0].strip(), -1), place, text)
                for line in block[1:]
                for place, text in zip(across, line[1:], strict=False)
            ]
        else:
            cells = [
                (start.row() + down, start.column() + across, text)
                for down, line in enumerate(block)
                for across, text in enumerate(line)
            ]
        inside = (
            0 <= row < len(self.matrix.rows) and 0 <= column < len(self.matrix.columns) for row, column, _t in cells
        )
        kept = [cell for cell, is_inside in zip(cells, inside, strict=True) if is_inside]
        self.pasted.emit({self.matrix.pair(self.matrix.index(row, column)): text for row, column, text in kept})


class MatrixPage(RequestsPage):
    """The matrix with its filters, who is speaking, and the current cell in words."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.model = MatrixModel()
        self.view = MatrixView(self.model)
        self.speaker = ChoiceEdit([(side, _(label)) for side, label in SIDE_LABELS.items()])
        self.rows, self.columns = QLineEdit(clearButtonEnabled=True), QLineEdit(clearButtonEnabled=True)
        self.sector = QComboBox()
        self.sentence = plain(QLabel())
        self._build()

    def refresh(self) -> None:
        """Read the wishes anew."""
        snapshot = self.workspace.snapshot()
        self._offer_sectors(snapshot)
        known: dict[Pair, PairWish] = {}
        said = {(request.pair, request.asked_by): request.priority for request in snapshot.requests}
        met = {meeting.pair for meeting in snapshot.meetings if meeting.stands}
        for pair in {*(pair for pair, _side in said), *met}:
            known[pair] = PairWish(said.get((pair, Side.DELEGATION)), said.get((pair, Side.COUNTERPART)), pair in met)
        rows = self._narrowed(snapshot, Side.DELEGATION, self.rows.text())
        columns = self._narrowed(snapshot, Side.COUNTERPART, self.columns.text())
        self.model.show_matrix(rows, columns, known)
        self._tell()

    def shown_list(self) -> ShownList:
        """The matrix as it is shown."""
        headings = [_("Delegation"), *(company.name for company in self.model.columns)]
        rows = [
            [company.name, *(self.model.index(n, c).data() or "" for c in range(len(self.model.columns)))]
            for n, company in enumerate(self.model.rows)
        ]
        widths = [200, *(60 for _company in self.model.columns)]
        return ShownList(_("Matrix"), self.workspace.store.mission.name, headings, rows, widths)

    def _build(self) -> None:
        row = QHBoxLayout()
        for edit, name in ((self.rows, _("Delegation companies")), (self.columns, _("Counterparts"))):
            as_search(edit, name)
            edit.textChanged.connect(lambda _text: self.refresh())
            row.addWidget(edit, 1)
        self.sector.setAccessibleName(_("Sector"))
        self.sector.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sector.setMinimumContentsLength(18)
        self.sector.currentIndexChanged.connect(lambda _index: self.refresh())
        row.addWidget(self.sector)
        label = quiet_label(_("Type for:"))
        label.setWordWrap(False)
        label.setBuddy(self.speaker)
        self.speaker.setAccessibleName(_("Type for:"))
        row.addWidget(label)
        row.addWidget(self.speaker)
        for priority in (*PRIORITY_LABELS, None):
            row.addWidget(self._sign(priority))
        self.layout_.addLayout(row)
        self.layout_.addWidget(self.view, 1)
        self.sentence.setWordWrap(True)
        self.layout_.addWidget(self.sentence)
        self.layout_.addWidget(
            quiet_label(
                _("★ must meet (1), ● meet (2), ✕ no thanks (0); first the delegation’s, then the counterpart’s.")
            )
        )
        self.view.typed.connect(self._on_typed)
        self.view.pasted.connect(self._on_pasted)
        self.view.selectionModel().currentChanged.connect(lambda *_words: self._tell())

    def _sign(self, priority: Priority | None) -> QToolButton:
        button = QToolButton()
        button.setText(SIGNS[priority] if priority else "–")
        name = priority.label if priority else _("Nothing")
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setEnabled(not self.workspace.store.read_only)
        button.clicked.connect(
            lambda: self._on_typed({self.model.pair(index): priority for index in self.view.selectedIndexes()})
        )
        return button

    def _offer_sectors(self, snapshot: Snapshot) -> None:
        mains = [sector for sector in snapshot.sectors if sector.parent_id is None]
        options = [(_("Every sector"), 0), *((sector.name(current().language), sector.id) for sector in mains)]
        if [(self.sector.itemText(n), self.sector.itemData(n)) for n in range(self.sector.count())] == options:
            return
        chosen = self.sector.currentData()
        self.sector.blockSignals(True)
        self.sector.clear()
        for name, key in options:
            self.sector.addItem(name, key)
        self.sector.setCurrentIndex(max(self.sector.findData(chosen), 0))
        self.sector.blockSignals(False)

    def _narrowed(self, snapshot: Snapshot, side: Side, text: str) -> list[Company]:
        words, sector = fold(text).split(), self.sector.currentData()
        return [
            company
            for company in snapshot.participants(side)
            if all(word in fold(company.name) for word in words)
            and (not sector or sector in {snapshot.main_sector(k) for k in snapshot.sectors_of.get(company.id, [])})
        ]

    def _on_typed(self, wanted: dict[Pair, Priority | None]) -> None:
        if wanted and not self.workspace.store.read_only:
            changed = entering.set_priorities(self.workspace.store, wanted, self.speaker.value)
            if len(wanted) > 1:
                self.sentence.setText(count("{n} pair was changed.", "{n} pairs were changed.", changed))

    def _on_pasted(self, texts: dict[Pair, str]) -> None:
        """Store what is understood; the rest is told with the reason."""
        wanted: dict[Pair, Priority | None] = {}
        refused = []
        company = self.workspace.snapshot().company
        for pair, text in texts.items():
            try:
                wanted[pair] = entering.parse(text, self.speaker.value)
            except UserError as error:
                refused.append([" – ".join(company[key].name for key in pair), error.text])
        self._on_typed(wanted)
        if refused:
            told = count("{n} cell could not be changed.", "{n} cells could not be changed.", len(refused))
            alerts.report(self, told, [_("Pair"), _("Reason")], refused)

    def _tell(self) -> None:
        index = self.view.currentIndex()
        self.sentence.setText(self.model.sentence(index) if index.isValid() else "")
