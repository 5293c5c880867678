"""What a screen reader has no name for, and what is written smaller than the system writes."""

from collections.abc import Iterator

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from missionplanner.gui.widgets.charts import BarChart
from tests.gui.screens.geometry import named, shown_in

_NAMED = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit,
    QProgressBar, QTabBar, QTextEdit, BarChart,
)  # fmt: skip
_WRITING = (
    QLabel,
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QAbstractItemView,
    QTabBar,
    QGroupBox,
    QPlainTextEdit,
    QTextEdit,
)
_QT = ("qt_scrollarea_viewport", "qt_spinbox_lineedit", "qt_tabwidget_stackedwidget", "qt_toolbar_ext_button")


def reading_faults(top: QWidget) -> Iterator[str]:
    """Say of each widget what keeps somebody from reading it."""
    system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).pointSizeF()
    for widget in shown_in(top):
        if _is_nameless(widget):
            yield f"nameless: {named(widget)} in {type(widget.parent()).__name__}"
        if isinstance(widget, _WRITING) and 0 < widget.font().pointSizeF() < system:
            yield f"small: {named(widget)} {widget.font().pointSizeF()} pt"


def _is_nameless(widget: QWidget) -> bool:
    own = _focusable(widget) or isinstance(widget, _NAMED)
    if not own or isinstance(widget, QHeaderView | QScrollBar) or widget.objectName() in _QT:
        return False
    parent = widget.parent()
    if isinstance(parent, QComboBox | QAbstractSpinBox | QTabBar | QAbstractItemView | QLineEdit):
        return False  # a part of it, which its name is said for
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return not (widget.accessibleName() or text)


def _focusable(widget: QWidget) -> bool:
    """Whether the Tab key comes to a widget that was made for this program."""
    return bool(widget.focusPolicy().value & 1) and type(widget).__module__.startswith("missionplanner")
