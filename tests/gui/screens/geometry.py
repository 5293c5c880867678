"""What is cut, out of reach, squeezed or laid over something else in a shown window."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QScrollBar,
    QSizeGrip,
    QSplitter,
    QSplitterHandle,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTabWidget,
    QToolButton,
    QToolTip,
    QWidget,
    QWizard,
)

_SLACK = 2
"""Pixels a hint may be larger than what is there: rounding at odd scales."""
_ARROWS = Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def shown_in(top: QWidget) -> list[QWidget]:
    """Every widget that is shown in a window, but those of windows of their own."""
    found = [top]
    for child in top.children():
        if isinstance(child, QWidget) and not child.isHidden() and not child.isWindow():
            found += shown_in(child)
    return found


def named(widget: QWidget) -> str:
    """A widget in words."""
    texts = (QLabel, QAbstractButton, QLineEdit, QAbstractSpinBox)
    text = widget.text() if isinstance(widget, texts) else widget.title() if isinstance(widget, QGroupBox) else ""
    said = widget.accessibleName() or text or widget.objectName()
    return f"{type(widget).__name__} {said[:60]!r}"


def geometry_faults(top: QWidget) -> Iterator[str]:
    """Say of each widget what of it cannot be seen or reached."""
    for widget in shown_in(top):
        for kind, find in _CUT:
            if isinstance(widget, kind):
                yield from (f"cut: {named(widget)}{f': {what}' if what else ''}" for what in find(widget))
        if widget is not top and (lost := _lost(widget, top)):
            yield f"outside: {named(widget)} {lost}"
        yield from _overlapping(widget)


def _label(label: QLabel) -> Iterator[str]:
    if not label.text() or label.pixmap().width():
        return
    inner = label.contentsRect()
    if not label.wordWrap():
        if label.sizeHint().width() > label.width() + _SLACK or label.sizeHint().height() > label.height() + _SLACK:
            yield f"{label.sizeHint().width()}×{label.sizeHint().height()} in {label.width()}×{label.height()}"
    elif label.heightForWidth(label.width()) > label.height() + _SLACK:
        yield f"{label.heightForWidth(label.width())} high in {label.height()}"
    elif _widest_word(label.text(), label.fontMetrics()) > inner.width() + _SLACK:
        yield "a word is wider than it"


def _widest_word(text: str, metrics: QFontMetrics) -> int:
    return max(
        (metrics.horizontalAdvance(word) for word in text.replace("/", "/ ").replace("-", "- ").split()), default=0
    )


def _button(button: QAbstractButton) -> Iterator[str]:
    if isinstance(button, QToolButton) and isinstance(button.parent(), QLineEdit):
        return  # a sign within a field, as Qt lays it out
    hint = button.minimumSizeHint() if not button.sizeHint().isValid() else button.sizeHint()
    if button.text() and (hint.width() > button.width() + _SLACK or hint.height() > button.height() + _SLACK):
        yield f"{hint.width()}×{hint.height()} in {button.width()}×{button.height()}"


def _choice(box: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    kind = QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    room = box.style().subControlRect(*kind)
    if box.fontMetrics().horizontalAdvance(box.currentText()) > room.width() + _SLACK and not box.toolTip():
        yield f"{box.currentText()[:40]!r}"


def _tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        if bar.isTabVisible(place) and bar.tabSizeHint(place).width() > bar.tabRect(place).width() + _SLACK:
            yield f"tab {bar.tabText(place)!r}"
    last = bar.tabRect(bar.count() - 1)
    if bar.count() and last.right() > bar.width() and not bar.usesScrollButtons():
        yield "tabs without arrows"


def _heading(header: QHeaderView) -> Iterator[str]:
    if header.orientation() == Qt.Orientation.Vertical or type(header) is not QHeaderView:
        return  # one that paints itself is recorded while it does
    for place in range(header.count()):
        if not header.isSectionHidden(place) and header.sectionSizeHint(place) > header.sectionSize(place) + _SLACK:
            yield f"heading {header.model().headerData(place, header.orientation())!r}"


def _line(line: QLineEdit) -> Iterator[str]:
    if line.text() or isinstance(line.parent(), QComboBox | QAbstractSpinBox):
        return
    icons = sum(30 for action in line.actions() if action.icon() and not action.icon().isNull())
    room = line.contentsRect().width() - 4 - icons
    if line.fontMetrics().horizontalAdvance(line.placeholderText()) > room:
        yield f"placeholder {line.placeholderText()!r}"


def _spin(box: QAbstractSpinBox) -> Iterator[str]:
    if box.fontMetrics().horizontalAdvance(box.text()) > box.contentsRect().width():
        yield f"{box.text()!r}"


def _group(box: QGroupBox) -> Iterator[str]:
    if box.fontMetrics().horizontalAdvance(box.title()) > box.width():
        yield "title"


def _cells(view: QAbstractItemView) -> Iterator[str]:
    """Cells that are cut and do not say the whole text anywhere else."""
    model = view.model()
    if isinstance(view, QHeaderView) or model is None or not isinstance(view, QTableView):
        return
    for column in range(model.columnCount()):
        if view.wordWrap() or view.isColumnHidden(column):
            continue
        cut = sorted(_cut_cells(view, column), key=lambda one: one[0])
        # the tooltip is found in one way for all: it may miss the one that is cut least, or most
        for _wide, index in (*cut[:1], *cut[1:][-1:]):
            if not _tip(view, index):
                yield f"cell {str(index.data())[:50]!r} without a tooltip"
                break


def _cut_cells(view: QTableView, column: int) -> Iterator[tuple[int, QModelIndex]]:
    """The cells of a column that are wider than it, with how wide they are."""
    model, metrics, room = view.model(), view.fontMetrics(), view.columnWidth(column) - 6
    for row in range(min(model.rowCount(), 30)):
        index = model.index(row, column)
        if type(view.itemDelegateForIndex(index)).__name__ in _PAINTED or view.indexWidget(index):
            continue
        wide = max(metrics.horizontalAdvance(line) for line in str(index.data() or "").split("\n"))
        if wide > room:
            yield wide, index


def _tip(view: QTableView, index: QModelIndex) -> bool:
    """Whether a view says the text of a cell where the mouse rests on it."""
    bars = view.horizontalScrollBar(), view.verticalScrollBar()
    before = [bar.value() for bar in bars]
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QToolTip.hideText()
    help_ = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QApplication.sendEvent(view.viewport(), help_)
    for bar, value in zip(bars, before, strict=True):
        bar.setValue(value)
    return bool(QToolTip.text())


_PAINTED = ("GridDelegate", "LinesDelegate")
"""These wrap or cut line by line; `painting.py` watches them."""

_CUT: tuple[tuple[Any, Callable[[Any], Iterator[str]]], ...] = (
    (QLabel, _label), (QAbstractButton, _button), (QComboBox, _choice), (QTabBar, _tabs), (QHeaderView, _heading),
    (QLineEdit, _line), (QAbstractSpinBox, _spin), (QGroupBox, _group), (QAbstractItemView, _cells),
)  # fmt: skip


def _lost(widget: QWidget, top: QWidget) -> str:
    """What of a widget no scrolling brings into sight; empty when all of it can be seen."""
    place, parent = QRect(QPoint(0, 0), widget.size()), widget.parentWidget()
    if isinstance(widget, QScrollBar | QSizeGrip | QSplitterHandle) or parent is None:
        return ""
    rect = QRect(widget.pos(), widget.size())
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and area.viewport() is parent:
        return _unscrolled(area, rect)
    if isinstance(parent, QTabBar):
        return ""  # its arrows
    if parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(rect) or place.isEmpty():
        return ""
    return f"at {rect.x()},{rect.y()} {rect.width()}×{rect.height()} of {parent.width()}×{parent.height()}"


def _unscrolled(area: QAbstractScrollArea, rect: QRect) -> str:
    room = area.viewport().size()
    if isinstance(area, QAbstractItemView):
        return ""
    if rect.width() > room.width() + _SLACK and area.horizontalScrollBarPolicy() == _ARROWS:
        return f"{rect.width()} wide in {room.width()}"
    if rect.height() > room.height() + _SLACK and area.verticalScrollBarPolicy() == _ARROWS:
        return f"{rect.height()} high in {room.height()}"
    return ""


def _overlapping(parent: QWidget) -> Iterator[str]:
    """Widgets laid over one another, as happens where there is less room than they need."""
    if isinstance(parent, _LAYERED):
        return
    found = [one for one in parent.children() if isinstance(one, QWidget) and _takes_room(one)]
    for one, other in combinations(found, 2):
        shared = one.geometry().intersected(other.geometry())
        if shared.width() > _SLACK and shared.height() > _SLACK:
            yield f"overlap: {named(one)} and {named(other)}"


_LAYERED = (
    QAbstractScrollArea,
    QTabWidget,
    QStackedWidget,
    QMainWindow,
    QSplitter,
    QTabBar,
    QLineEdit,
    QComboBox,
    QWizard,
)
"""These lay their parts over one another on purpose."""


def _takes_room(one: QWidget) -> bool:
    return not (one.isHidden() or one.isWindow() or isinstance(one, QSizeGrip)) and one.width() > 0 and one.height() > 0
