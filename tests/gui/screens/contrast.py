"""Contrast as it is painted: text 4.5 : 1, icons and edges of fields 3 : 1, measured on the pixels of a window."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.gui.screens.geometry import named, shown_in

TEXT, GRAPHICS = 4.5, 3.0
_ROUNDING = 0.06
SCALE = 2
"""Pixels a measured picture has for each of the window: on fewer no stroke has the full colour of the pen."""

Pixels = npt.NDArray[np.uint32]


def picture(top: QWidget) -> QImage:
    """The window as it is painted, at twice its size."""
    found = QImage(top.size() * SCALE, QImage.Format.Format_RGB32)
    found.setDevicePixelRatio(SCALE)
    found.fill(top.palette().window().color())
    top.render(found)
    return found


def pixels(image: QImage) -> Pixels:
    """The pixels of a picture, by row and column."""
    rows = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return rows[:, : image.width()] & 0xFFFFFF


def contrast_faults(top: QWidget, image: Pixels) -> Iterator[str]:
    """Say of each widget what in it steps back too far to be read."""
    for widget in shown_in(top):
        for what, area, least in _areas(widget):
            crop = _crop(widget, area, top, image)
            if crop.size and (found := strongest(crop)) < least - _ROUNDING:
                yield f"faint: {named(widget)} {what} {found:.1f} : 1"
        if isinstance(widget, QLineEdit | QComboBox | QAbstractSpinBox | QPlainTextEdit):
            yield from _edge(widget, top, image)


def ratio(one: int, other: int) -> float:
    """The contrast of two colours (0xrrggbb), as WCAG counts it."""
    light, dark = sorted((_luminance(np.array([one]))[0], _luminance(np.array([other]))[0]), reverse=True)
    return float((light + 0.05) / (dark + 0.05))


def strongest(crop: Pixels, pen: QColor | None = None) -> float:
    """The contrast of a pen, or of what stands out most, with the colour there is most of."""
    colours, counts = np.unique(crop, return_counts=True)
    ground = colours[counts.argmax()]
    found = np.array([pen.rgb() & 0xFFFFFF]) if pen else colours
    bright, base = _luminance(found), _luminance(np.array([ground]))[0]
    return float(np.max((np.maximum(bright, base) + 0.05) / (np.minimum(bright, base) + 0.05)))


def _luminance(colours: npt.NDArray[np.integer]) -> npt.NDArray[np.float64]:
    parts = np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)]) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.array([0.2126, 0.7152, 0.0722]) @ linear


def _areas(widget: QWidget) -> Iterator[tuple[str, QRect, float]]:
    """Where a widget writes or draws, and how strongly it has to stand out."""
    inside = widget.rect().adjusted(3, 3, -3, -3)
    if isinstance(widget, QLabel) and widget.text():
        yield "", widget.contentsRect(), TEXT
    elif isinstance(widget, QAbstractButton):
        yield from _of_button(widget, inside)
    elif isinstance(widget, QComboBox) and not widget.isEditable() and widget.currentText():
        yield "", inside.adjusted(0, 0, -24, 0), TEXT
    elif isinstance(widget, QLineEdit) and (widget.text() or widget.placeholderText()):
        yield "", inside.adjusted(24 if widget.actions() else 0, 0, 0, 0), TEXT
    elif isinstance(widget, QTabBar):
        yield from ((widget.tabText(n), widget.tabRect(n), TEXT) for n in range(widget.count()) if _in_sight(widget, n))
    elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
        yield from _of_cells(widget)


def _in_sight(bar: QTabBar, place: int) -> bool:
    """Whether all of a tab is seen: others are behind the arrows."""
    arrows = [one.x() for one in bar.findChildren(QToolButton) if one.isVisible()]
    tab = bar.tabRect(place)
    return bool(bar.tabText(place)) and tab.left() >= 0 and tab.right() < min([bar.width(), *arrows])


def _of_button(button: QAbstractButton, inside: QRect) -> Iterator[tuple[str, QRect, float]]:
    if button.text():
        left = 20 if isinstance(button, QCheckBox | QRadioButton) else 30 if not button.icon().isNull() else 0
        yield "", inside.adjusted(left, 0, 0, 0), TEXT
    elif not button.icon().isNull() and button.isEnabled():
        yield "icon", inside, GRAPHICS


def _of_cells(view: QAbstractItemView) -> Iterator[tuple[str, QRect, float]]:
    model = view.model()
    if model is None or view.indexWidget(model.index(0, 0)) is not None:
        return
    columns = 1 if isinstance(view, QListView) else model.columnCount()  # lists have one, and do not say so
    for row in range(min(model.rowCount(), 8)):
        for column in range(columns):
            index = model.index(row, column)
            text, place = str(index.data() or ""), view.visualRect(index)
            if text and place.isValid() and view.viewport().rect().contains(place) and not view.indexWidget(index):
                yield f"cell {text[:40]!r}", place.translated(view.viewport().pos()).adjusted(2, 2, -2, -2), TEXT


def _crop(widget: QWidget, area: QRect, top: QWidget, image: Pixels) -> Pixels:
    shown = widget.viewport() if isinstance(widget, QAbstractItemView) else widget
    seen = area.intersected(shown.visibleRegion().boundingRect().translated(shown.mapTo(widget, QPoint())))
    if shown is not widget and seen.height() < area.height():
        return image[:0]  # a row that is scrolled out of sight in part
    if 2 * seen.height() < area.height():
        return image[:0]  # what is scrolled out of sight for the most part: its words need not be in the rest
    seen = QRect(widget.mapTo(top, seen.topLeft()), seen.size()).intersected(top.rect())
    if seen.width() < 4 or seen.height() < 6:
        return image[:0]
    return image[seen.y() * SCALE : (seen.bottom() + 1) * SCALE, seen.x() * SCALE : (seen.right() + 1) * SCALE]


def _edge(field: QWidget, top: QWidget, image: Pixels) -> Iterator[str]:
    """Whether one sees where a field is: its edge against what is around it."""
    if isinstance(field.parent(), QComboBox | QAbstractSpinBox) or field.visibleRegion().boundingRect() != field.rect():
        return
    at = field.mapTo(top, QPoint(0, field.height() // 2))
    if at.x() > 2 and 0 <= at.y() < top.height():
        row = image[at.y() * SCALE, (at.x() - 2) * SCALE : (at.x() + 3) * SCALE]
        if (found := max(ratio(int(row[0]), int(one)) for one in row)) < GRAPHICS - _ROUNDING:
            yield f"faint: edge of {named(field)} {found:.1f} : 1"
