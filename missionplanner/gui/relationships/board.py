"""The board: a column a stage; cards are opened, and carried to another stage by mouse or keys."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from missionplanner.domain.relationships import Stage
from missionplanner.gui.relationships.board_model import STAGES, BoardModel
from missionplanner.gui.relationships.card_painting import CardDelegate, card_height
from missionplanner.gui.widgets.drag_gesture import DragGesture
from missionplanner.i18n import _
from missionplanner.jobs.relationships.lines import RelationshipLine

_NARROWEST, _EDGE, _PUSH = 204, 36, 24
"""Pixels of a column, of the edge where a carried card scrolls, and of such a step."""


class BoardView(QTableView):
    """Only the cards in sight are painted; the arrows go from card to card, over empty stages."""

    opened = Signal(int)
    """The relationship of this key is to be opened."""
    stepped = Signal()
    """Another card is the current one."""
    dropped = Signal(int, object)
    """The key of a relationship, and the stage it was carried to."""
    carried_over = Signal(str)
    """Where a card is carried, in words; empty once it is not."""

    def __init__(self, is_writable: bool) -> None:
        super().__init__()
        self.cards = BoardModel()
        self.setModel(self.cards)
        self.setItemDelegate(CardDelegate(self))
        self.setObjectName("board")
        self.setAccessibleName(_("Board of relationships by stage"))
        self.setAccessibleDescription(_("Arrows go from card to card, Alt and an arrow moves one to another stage."))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._is_writable = is_writable
        self._push = QTimer(self, interval=30)
        self._push.timeout.connect(self._scroll)
        self._step = 0
        self.gesture = DragGesture(self)
        self.gesture.taken.connect(self._on_taken)
        self.gesture.carried.connect(self._on_carried)
        self.gesture.let_go.connect(lambda _point: self._let_go())
        self.doubleClicked.connect(lambda _index: self._open())

    @property
    def current_line(self) -> RelationshipLine | None:
        """The relationship of the current card."""
        return self.cards.line(self.currentIndex())

    def show_lines(self, found: list[RelationshipLine]) -> None:
        """Show these relationships, and stay at the card one was at, or near it."""
        line, before = self.current_line, self.currentIndex()
        place = before.row(), before.column()
        down, across = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        self.cards.set_lines(found)
        self._share()
        self.verticalScrollBar().setValue(down)
        self.horizontalScrollBar().setValue(across)
        if line and not self.choose(line.key) and (number := self.cards.number(place[1])):
            self.setCurrentIndex(self.cards.index(min(place[0], number - 1), place[1]))

    def choose(self, key: int) -> bool:
        """Make the card of a relationship the current one; False where it is not shown."""
        index = self.cards.index_of(key)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def choose_first(self) -> None:
        """Choose the current card where none is chosen, else the first: with the focus Qt makes one current alone."""
        column = next((n for n in range(len(STAGES)) if self.cards.number(n)), -1)
        if not self.selectedIndexes() and column >= 0:
            self.setCurrentIndex(self.currentIndex() if self.current_line else self.cards.index(0, column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the current card, Esc puts back what is carried; the rest is the view's."""
        if event.key() == Qt.Key.Key_Escape and self.cards.held:
            self.gesture.stop()
            self._put_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Return the next card: to the side that at the same height in the next stage with any; Home and End in one."""
        here = self.currentIndex()
        if here.isValid() and action in (self.CursorAction.MoveHome, self.CursorAction.MoveEnd):
            last = self.cards.number(here.column()) - 1
            return self.cards.index(0 if action is self.CursorAction.MoveHome else max(last, 0), here.column())
        sides = {QAbstractItemView.CursorAction.MoveLeft: -1, QAbstractItemView.CursorAction.MoveRight: 1}
        if action in sides and here.isValid():
            return self._beside(here, sides[action]) or here
        found = super().moveCursor(action, modifiers)
        column = found.column() if found.isValid() else here.column()
        number = self.cards.number(column) if column >= 0 else 0
        return self.cards.index(min(found.row(), number - 1), column) if number else here

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Emit that another card is the current one."""
        super().currentChanged(current, previous)
        self.stepped.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Make cards as high as their lines are in the font there is now."""
        super().showEvent(event)
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(card_height(self.fontMetrics().lineSpacing()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the stages, where it is enough for all; the current card stays in sight."""
        super().resizeEvent(event)
        self._share()
        if self.current_line:
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        """Have cards and columns as wide and high as another font needs."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self.verticalHeader().setDefaultSectionSize(card_height(self.fontMetrics().lineSpacing()))

    def _share(self) -> None:
        wide = max(_NARROWEST, self.viewport().width() // len(STAGES))
        header = self.horizontalHeader()
        for column in range(len(STAGES)):
            self.setColumnWidth(column, max(wide, header.sectionSizeHint(column)))

    def _beside(self, here: QModelIndex, step: int) -> QModelIndex | None:
        column = here.column() + step
        while 0 <= column < len(STAGES):
            if number := self.cards.number(column):
                return self.cards.index(min(here.row(), number - 1), column)
            column += step
        return None

    def _open(self) -> None:
        if line := self.current_line:
            self.opened.emit(line.key)

    # -- carrying with the mouse

    def _on_taken(self, point: QPoint) -> None:
        line = self.cards.line(self.indexAt(point))
        if line is None or not self._is_writable:
            self.gesture.stop()
            return
        self.choose(line.key)
        self.cards.held = line.key

    def _on_carried(self, point: QPoint) -> None:
        local = self.viewport().mapFromGlobal(point)
        area = self.viewport().rect()
        self.cards.target = self.columnAt(local.x()) if area.contains(local) else -1
        self._step = 0
        if area.contains(local):
            self._step = -_PUSH if local.x() < _EDGE else _PUSH if local.x() > area.width() - _EDGE else 0
        if self._step and not self._push.isActive():
            self._push.start()
        self._tell()
        self.viewport().update()

    def _tell(self) -> None:
        line = self.cards.line(self.cards.index_of(self.cards.held))
        over = STAGES[self.cards.target].label if self.cards.target >= 0 else _("Esc puts it back.")
        self.carried_over.emit(f"{line.pair}  →  {over}" if line else "")

    def _scroll(self) -> None:
        if not self._step or not self.cards.held:
            self._push.stop()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + self._step)

    def _let_go(self) -> None:
        line, target = self.cards.line(self.cards.index_of(self.cards.held)), self.cards.target
        self._put_back()
        if line and target >= 0 and STAGES[target] is not line.stage:
            self.dropped.emit(line.key, Stage(STAGES[target]))

    def _put_back(self) -> None:
        self.cards.held, self.cards.target, self._step = 0, -1, 0
        self._push.stop()
        self.viewport().update()
        self.carried_over.emit("")
