"""Texts that Qt would take for markup or for marks of keys, found in whatever is shown."""

import re
from collections.abc import Callable, Iterator
from types import UnionType
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QMenu,
    QMessageBox,
    QTabBar,
    QTextEdit,
    QWidget,
    QWizardPage,
)

from missionplanner.gui.window.menus import MENUS

NAMES = (
    '<img src="file:///etc/passwd">', "<b>x</b>", "&File", "&amp;", "&lt;b&gt;", "<a href='http://x.yz'>R&D</a>",
    '<table background="file:///etc/passwd">', "<!-- x", "a\n<h1>b", "<?xml version='1.0'?>",
)  # fmt: skip
"""Names that look like markup, or mark a key."""
_ALLOWED = re.compile(r"</?span>|<br>")
_ROLES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole)
_MOST_CELLS = 3000


def is_rich(text: str) -> bool:
    """Whether Qt renders a text as markup: escaped texts hold nothing but line breaks of their own."""
    return Qt.mightBeRichText(text) and "<" in _ALLOWED.sub("", text)


def is_marked(text: str) -> bool:
    """Whether an & of a text vanishes and marks the next letter."""
    return "&" in text.replace("&&", "")


def live_texts(top: QWidget) -> list[str]:
    """Where a text of a widget, or of any within it, comes alive, and how."""
    return [f"{type(one).__name__}: {found}" for one in (top, *top.findChildren(QWidget)) for found in _of(one)]


def _of(widget: QWidget) -> Iterator[str]:
    texts = {"tooltip": widget.toolTip(), "what's this": widget.whatsThis(), "status": widget.statusTip()}
    yield from (f"{kind} {text[:80]!r}" for kind, text in texts.items() if is_rich(text))
    for action in widget.actions():
        yield from _entry(action)
    for kind, find in _KINDS:
        if isinstance(widget, kind):
            yield from find(widget)


def _title(menu: QMenu | QGroupBox) -> Iterator[str]:
    yield from _marked(menu.title())


def _message(box: QMessageBox) -> Iterator[str]:
    if box.textFormat() != Qt.TextFormat.PlainText:
        yield f"message {box.text()[:80]!r} is not plain"


def _rendering(widget: QWidget) -> Iterator[str]:
    if type(widget).__name__ != "ChapterPage":  # the guide is the program's own text
        yield "renders markup"


def _cells(view: QAbstractItemView | QComboBox) -> Iterator[str]:
    if not isinstance(view, QHeaderView) and (model := view.model()) is not None:
        yield from _model(model)


def _label(label: QLabel) -> Iterator[str]:
    if label.textFormat() != Qt.TextFormat.PlainText and label.text():
        yield f"label {label.text()[:80]!r} is not plain"
    if label.buddy():
        yield from _marked(label.text())


def _tabs(bar: QTabBar) -> Iterator[str]:
    for place in range(bar.count()):
        yield from _marked(bar.tabText(place))
        if is_rich(bar.tabToolTip(place)):
            yield f"tooltip of a tab {bar.tabToolTip(place)[:80]!r}"


def _entry(action: QAction) -> Iterator[str]:
    yield from _marked(action.text())
    if is_rich(action.toolTip()):
        yield f"tooltip of an entry {action.toolTip()[:80]!r}"


def _marked(text: str) -> Iterator[str]:
    if is_marked(text) and text not in MENUS:  # the titles of the menu bar are the program's own, and mark keys
        yield f"key in {text[:80]!r}"


def _model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    rows = model.rowCount(parent)
    # Lists have one column, and do not say so.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(min(rows, _MOST_CELLS // max(columns, 1))):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (f"cell {text[:80]!r}" for role in _ROLES if is_rich(text := str(index.data(role) or "")))
        yield from _model(model, model.index(row, 0, parent))
    for way, number in ((Qt.Orientation.Horizontal, columns), (Qt.Orientation.Vertical, min(rows, 200))):
        for section in range(number):
            texts = (str(model.headerData(section, way, role) or "") for role in _ROLES)
            yield from (f"heading {text[:80]!r}" for text in texts if is_rich(text))


_KINDS: tuple[tuple[type | UnionType, Callable[[Any], Iterator[str]]], ...] = (
    (QLabel, _label), (QAbstractButton, lambda button: _marked(button.text())), (QGroupBox | QMenu, _title), (QTabBar, _tabs),
    (QMessageBox, _message), (QTextEdit | QWizardPage, _rendering), (QAbstractItemView | QComboBox, _cells),
)  # fmt: skip
