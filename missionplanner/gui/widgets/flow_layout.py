"""A layout that puts small widgets side by side, and goes on in another row where there is no more room."""

from itertools import accumulate, pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QWidget

_GAP = 5


class FlowLayout(QLayout):
    """Rows of widgets as wide as they want to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Take an item as the last one."""
        self._items.append(item)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem:
        """Return an item; None outside, as Qt wants it."""
        return self._items[index] if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def takeAt(self, index: int) -> QLayoutItem:
        """Give an item away; None outside, as Qt wants it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None  # type: ignore[return-value]

    def expandingDirections(self) -> Qt.Orientation:
        """Return that it wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at a width."""
        return self._arrange(QRect(0, 0, width, 0), False)

    def setGeometry(self, area: QRect) -> None:
        """Put the items in their rows."""
        super().setGeometry(area)
        self._arrange(area, True)

    def sizeHint(self) -> QSize:
        """Return the least size: how wide it is best is not its own matter."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        sizes = [item.minimumSize() for item in self._items]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _arrange(self, area: QRect, moves: bool) -> int:
        """Return the height of all rows; `moves` puts the items there."""
        x, y, row = area.x(), area.y(), 0
        for item in self._items:
            size = item.sizeHint()
            if x > area.x() and x + size.width() > area.right() + 1:
                x, y, row = area.x(), y + row + _GAP, 0
            if moves:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, row = x + size.width() + _GAP, max(row, size.height())
        return y + row - area.y()


class WrappingRow(FlowLayout):
    """A row of buttons and fields that fills its width; where it is too narrow for all, they go on in another row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stretches: dict[int, int] = {}
        """How much of the spare width an item takes, by its place."""
        self._heights: dict[int, int] = {}
        """The heights known by width, until something in the row changes: Qt asks for them over and over."""

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a widget; with a stretch it takes what is left of its row."""
        self._stretches[self.count()] = stretch
        super().addWidget(widget)

    def addStretch(self, stretch: int = 1) -> None:
        """Add room that takes what is left of its row."""
        self._stretches[self.count()] = stretch
        self.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum))

    def minimumSize(self) -> QSize:
        """Return the width of the widest item, and the height of the rows there are at the width it has."""
        least, width = super().minimumSize(), self.geometry().width()
        return QSize(least.width(), max(least.height(), self.heightForWidth(width) if width > 0 else 0))

    def setGeometry(self, area: QRect) -> None:
        """Put the items in their rows; with other rows than before everything around it is laid out anew."""
        before = self.minimumSize().height()
        super().setGeometry(area)
        if self.minimumSize().height() != before:
            self.update()

    def invalidate(self) -> None:
        """Forget what was known of the items."""
        self._heights = {}
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        """Return the height of the rows at a width."""
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width)
        return self._heights[width]

    def _arrange(self, area: QRect, moves: bool) -> int:
        y = area.y()
        for line in self._lines(area.width()):
            widths = self._widths(line, area.width())
            high = max((self._height(self._items[n], wide) for n, wide in zip(line, widths, strict=True)), default=0)
            x = area.x() + self._indent(line, widths, area.width())
            for place, wide in zip(line, widths, strict=True):
                if moves:
                    own = min(self._height(self._items[place], wide), high)
                    self._items[place].setGeometry(QRect(x, y + (high - own) // 2, wide, own))
                x += wide + self._gap(place)
            y += high + _GAP
        return max(y - _GAP - area.y(), 0)

    def _lines(self, width: int) -> list[list[int]]:
        """The places of the items of each row."""
        lines, left = list[list[int]](), 0
        for place, item in enumerate(self._items):
            needed = self._needed(place)
            if item.isEmpty() and item.widget() is not None:
                continue
            if not lines or needed > left:
                lines.append([])
                left = width
            lines[-1].append(place)
            left -= needed + self._gap(place)
        return lines

    def _widths(self, line: list[int], width: int) -> list[int]:
        least = [min(self._needed(place), width) for place in line]
        stretches = [self._stretches.get(place, 0) for place in line]
        gaps = sum(self._gap(place) for place in line[:-1])
        spare, among = width - sum(least) - gaps, sum(stretches)
        ends = [max(spare, 0) * part // max(among, 1) for part in accumulate(stretches, initial=0)]
        return [wide + end - start for wide, (start, end) in zip(least, pairwise(ends), strict=True)]

    def _indent(self, line: list[int], widths: list[int], width: int) -> int:
        """The room before a row that goes on at the right, as what stands at the right of a title does."""
        is_right = any(isinstance(item, QSpacerItem) for item in self._items[: line[0]])
        if not is_right or any(self._stretches.get(place) for place in line):
            return 0
        return max(width - sum(widths) - sum(self._gap(place) for place in line[:-1]), 0)

    def _gap(self, place: int) -> int:
        """The gap after an item; room that takes what is left needs none."""
        return 0 if isinstance(self._items[place], QSpacerItem) else _GAP

    def _needed(self, place: int) -> int:
        """The width an item needs: one that takes what is left need not have all it would like."""
        item = self._items[place]
        if isinstance(item, QSpacerItem):
            return 0
        wanted = item.sizeHint().width()
        return max(item.minimumSize().width(), min(wanted, _ENOUGH)) if self._stretches.get(place) else wanted

    @staticmethod
    def _height(item: QLayoutItem, width: int) -> int:
        return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


_ENOUGH = 220
"""Pixels with which a field or a hint that takes what is left is content."""
