"""Which texts of a window are still in another language: they are the same in English, and no text of the mission."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from functools import cache
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

from missionplanner.gui.widgets.editors import Grid
from missionplanner.i18n import translator
from missionplanner.store.store import Store
from missionplanner.store.tables import TABLES
from tests.gui.screens.geometry import shown_in

_WORD = re.compile(r"[^\W\d_]{3,}")
_BETWEEN = re.compile(r"[·;:,()\n–→×\"«»“”]+| - | {2,}|\.\s|/")
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "with",
        "is",
        "are",
        "not",
        "yet",
        "from",
        "has",
        "have",
        "this",
        "for",
        "by",
        "nobody",
        "without",
        "every",
        "each",
        "its",
    ]
)
_ROWS = 40
_OWN = frozenset(
    ["english", "français", "español", "excel", "pdf", "csv", "northwind", "foods", "https", "www", "example"]
)
"""The same in every language."""


def texts_of(top: QWidget) -> set[str]:
    """Every text somebody sees or hears in a window."""
    found = {top.windowTitle()}
    for widget in shown_in(top):
        found |= {widget.toolTip(), widget.accessibleName(), *_said(widget)}
    return {text.replace("&", "") for text in found if text}


def _said(widget: QWidget) -> Iterator[str]:
    for kind, say in _SAYING:
        if isinstance(widget, kind):
            yield from say(widget)
            return


def _entries(actions: Iterable[QAction]) -> Iterator[str]:
    for action in actions:
        yield action.text()
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _entries(menu.actions())


def _cells(model: QAbstractItemModel | None, is_list: bool) -> Iterator[str]:
    if model is None:
        return
    columns = 1 if is_list else model.columnCount()
    for row in range(min(model.rowCount(), _ROWS)):
        yield from (str(model.index(row, column).data() or "") for column in range(columns))
    if not is_list:
        yield from (str(model.headerData(n, Qt.Orientation.Horizontal) or "") for n in range(columns))


_SAYING: tuple[tuple[Any, Callable[[Any], Iterable[str]]], ...] = (
    (QHeaderView, lambda _header: ()),
    (QLabel | QAbstractButton, lambda one: (one.text(),)),
    (QLineEdit, lambda line: (line.text(), line.placeholderText())),
    (QPlainTextEdit, lambda edit: (edit.placeholderText(),)),
    (QTextEdit, lambda edit: (edit.toPlainText(),)),
    (QComboBox, lambda box: [box.itemText(place) for place in range(min(box.count(), _ROWS))]),
    (QGroupBox, lambda box: (box.title(),)),
    (QTabBar, lambda bar: [bar.tabText(place) for place in range(bar.count())]),
    (QMenuBar | QMenu, lambda menu: _entries(menu.actions())),
    (
        Grid,
        lambda grid: [str(grid.model().headerData(n, Qt.Orientation.Horizontal)) for n in range(grid.columnCount())],
    ),
    (QListView, lambda view: _cells(view.model(), True)),
    (QAbstractItemView, lambda view: _cells(view.model(), False)),
)
"""What widgets say, the first that fits."""


def data_of(store: Store) -> frozenset[str]:
    """Every text of a mission, whole and by its parts, and the words of its names."""
    found: set[str] = set()
    for table in TABLES:
        for record in store.all(table.kind):
            values = [value for one in fields(record) if isinstance(value := getattr(record, one.name), str)]
            found |= {part for value in values for part in (value.strip(), *_parts(value))}
            found |= {
                word for value in values if len(value.split()) < 5 for word in _WORD.findall(value) if word.istitle()
            }
    return frozenset(text.casefold() for text in found)


@cache
def _vocabulary(language: str) -> frozenset[str]:
    """The words of a language as far as the program says them."""
    catalogue = translator(language)._texts._catalog  # type: ignore[attr-defined]
    return frozenset(word.casefold() for text in catalogue.values() for word in _WORD.findall(str(text)))


def foreign(texts: Iterable[str], english: set[str], data: frozenset[str], language: str) -> Iterator[str]:
    """The texts of a window in this language that are in English, or partly.

    English is what is said in English, too, with words the program never uses in this language, or what has words no
    other language has. Names and whatever else the mission holds are left out.
    """
    known = _vocabulary(language) | data | _OWN
    for text in sorted(texts):
        left = [part for part in _parts(text) if part.casefold() not in data]
        words = {word.casefold() for part in left for word in _WORD.findall(part)} - known
        if words and not _A_FILE.search(text) and (text in english or words & _ENGLISH):
            yield f"foreign: {text[:80]!r} ({' '.join(sorted(words))[:60]})"


_A_FILE = re.compile(r"\.mission|/\w+/")


def _parts(text: str) -> list[str]:
    return [part.strip(" \xa0.!?…") for part in _BETWEEN.split(text) if _WORD.search(part)]
