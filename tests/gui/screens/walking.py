"""The walk through the program: every screen with its tabs, every dialog, every list of a chip, one after the other."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from pathlib import Path
from typing import Any
from unittest.mock import patch

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QTimer
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QColorDialog,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMenu,
    QMessageBox,
    QTableView,
    QTabWidget,
    QWidget,
)

from missionplanner.gui.commands import commands_in, commands_of
from missionplanner.gui.timetable import overviews
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.widgets import alerts
from missionplanner.gui.widgets.chips import Chip, _Popup
from missionplanner.gui.widgets.idle_work import IdleWork
from missionplanner.gui.widgets.listed_screen import ListedScreen, RecordPane
from missionplanner.gui.window.main_window import MainWindow
from tests.gui.dialogs import dialogs, make, makers

Shown = Callable[[str, QWidget], None]
"""Called with the name of what is shown and its window."""
Wanted = Callable[[str], bool]
"""Returns whether what has this name is to be shown."""
_NAME = "Northwind Foods"
_WORKED_OUT = frozenset({"requests 3"})
"""The tabs a job fills: they would be judged empty otherwise."""
_PATIENCE = 0.1
"""Seconds of idle work that is waited for: the states of all packs take longer, and change no layout."""


def settle(widget: QWidget) -> None:
    """Have everything done that is done between events or a moment later, and what is laid out laid out."""
    QApplication.sendPostedEvents(
        None, QEvent.Type.DeferredDelete.value
    )  # no loop runs that would delete what is done with
    for _round in range(2):
        for timer in widget.findChildren(QTimer):
            if timer.isActive() and timer.isSingleShot() and timer.interval() < 5_000:
                timer.stop()
                timer.timeout.emit()
        QApplication.processEvents()
        until = time.monotonic() + _PATIENCE
        works = widget.findChildren(IdleWork)
        while time.monotonic() < until and any(work.is_busy for work in works):
            QApplication.processEvents()
        for work in works:
            work.stop()
    for _depth in range(3):  # what the last event changed is laid out, and what lies around it
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def walk(window: MainWindow, shown: Shown, wanted: Wanted) -> None:
    """Show every screen of the open mission, tab by tab, with its first rows chosen."""
    for one, _method in commands_of(window.session.commands.navigation):
        name = one.name.removeprefix("show_")
        if not wanted(name):
            continue
        window.do(one.name)
        screen = window.screens[name]
        settle(window)
        for part in chain(_tabs(screen), _overviews(screen)):
            if f"{name}{part}" in _WORKED_OUT:
                _finish(window)
            _choose_first(screen)
            settle(window)
            shown(f"{name}{part}", window)
        _walk_chips(screen, name, shown)
        if isinstance(screen, ListedScreen) and screen.table.rows.rowCount():
            _walk_record(window, screen, lambda part, seen, name=name: shown(f"{name} record{part}", seen))


def _finish(window: MainWindow) -> None:
    """Have what is under way done to its end."""
    while window.runner.is_busy:
        QTest.qWait(10)  # without using the processor, which the job needs
    settle(window)


def _walk_record(window: MainWindow, screen: ListedScreen[Any, Any], shown: Shown) -> None:
    """Show the page of the first record beside the list, tab by tab."""
    screen.open_current()
    settle(window)
    for part in _tabs(screen):
        shown(part, window)
    for pane in screen.findChildren(RecordPane):
        pane.closed.emit()


def _tabs(screen: QWidget) -> Iterator[str]:
    """Show one tab after the other; yield the name of each, empty for a screen without."""
    tabs = next((one for one in screen.findChildren(QTabWidget) if one.isVisibleTo(screen)), None)
    for place in range(tabs.count() if tabs else 1):
        if tabs:
            tabs.setCurrentIndex(place)
            settle(screen)
        yield f" {place + 1}" if tabs else ""
    if tabs:
        tabs.setCurrentIndex(0)


def _overviews(screen: QWidget) -> Iterator[str]:
    """Show the views of the whole timetable one after the other; yield the name of each."""
    if isinstance(screen, TimetableScreen):
        for name in overviews.VIEWS:
            screen.view.setCurrentIndex(screen.view.findData(name))
            settle(screen)
            yield f" {name}"
        screen.view.setCurrentIndex(0)


def _choose_first(screen: QWidget) -> None:
    """Choose the first row of each table, and in a grid the first cell that holds something."""
    for view in screen.findChildren(QTableView):
        if view.isVisibleTo(screen) and not view.selectedIndexes() and (found := _first(view.model())):
            view.setCurrentIndex(found)


def _first(model: QAbstractItemModel) -> QModelIndex | None:
    places = ((row, column) for row in range(model.rowCount()) for column in range(model.columnCount()))
    return next((found for place in places if (found := model.index(*place)).data()), None)


def _walk_chips(screen: QWidget, name: str, shown: Shown) -> None:
    for place, chip in enumerate(one for one in screen.findChildren(Chip) if one.isVisibleTo(screen)):
        chip.open()
        for popup in chip.findChildren(_Popup):
            settle(popup)
            shown(f"{name} chip {place + 1}", popup)
            popup.close()
            popup.deleteLater()


def walk_dialogs(window: MainWindow, folder: Path, shown: Shown, wanted: Wanted) -> list[str]:
    """Show every dialog of the program, made with texts and records of the mission; return what could not be made."""
    missing = []
    given = makers(window.workspace, window.runner, _NAME, folder)
    for kind in [one for one in dialogs() if wanted(one.__name__)]:
        try:
            dialog = make(kind, given)
        except AssertionError as error:
            missing.append(str(error))
            continue
        show_dialog(dialog)
        shown(kind.__name__, dialog)
        window.runner.wait()
        dialog.close()
        dialog.deleteLater()
    return missing


def show_dialog(dialog: QDialog) -> None:
    """Show a dialog as it opens."""
    dialog.show()
    settle(dialog)


def walk_acts(window: MainWindow, shown: Shown) -> None:
    """Carry out every command that asks something first, and show what it asks; nothing is answered."""
    seen: set[str] = set()

    def leave(dialog: QDialog) -> int:
        name = f"{type(dialog).__name__} {dialog.windowTitle()}"
        place = f"asked {act} {type(dialog).__name__}"
        if name not in seen:
            seen.add(name)
            show_dialog(dialog)
            shown(place, dialog)
            dialog.close()
        return 0

    done: set[str] = set()
    with answered(leave):
        for owner in _owners(window):
            for one, method in commands_of(owner):
                key = f"{one.owner}.{one.name} {getattr(getattr(owner, '_kind', None), 'name', '')}"
                if key not in done and (one.text.endswith("…") or one.text in _ASKING):
                    done.add(key)
                    act = one.name
                    window.carry_out(method)
                    window.runner.wait()
                    settle(window)


_ASKING = ("Add", "Edit", "About this program", "Keyboard shortcuts", "User guide")


@contextmanager
def answered(leave: Callable[[QDialog], int]) -> Iterator[None]:
    """Have dialogs left at once, and the system's own not opened."""
    with ExitStack() as patched:
        patched.enter_context(patch.object(QDialog, "exec", leave))
        patched.enter_context(patch.object(QMenu, "exec", lambda *_words: None))
        patched.enter_context(patch.object(QPrintDialog, "exec", lambda _dialog: 0))
        patched.enter_context(patch.object(QInputDialog, "getText", lambda *_words, **_more: ("", False)))
        patched.enter_context(
            patch.object(QMessageBox, "question", lambda *_words, **_more: QMessageBox.StandardButton.No)
        )
        for name in ("getOpenFileName", "getSaveFileName", "getOpenFileNames"):
            patched.enter_context(patch.object(QFileDialog, name, lambda *_words, **_more: ("", "")))
        patched.enter_context(patch.object(QFileDialog, "getExistingDirectory", lambda *_words, **_more: ""))
        patched.enter_context(patch.object(QColorDialog, "getColor", lambda *_words, **_more: QColor()))
        patched.enter_context(patch.object(alerts, "show_bug", _raise))
        patched.enter_context(patch.object(QDesktopServices, "openUrl", lambda *_words: True))
        yield


def _owners(window: MainWindow) -> Iterator[object]:
    """Everything that has commands: the window, and each screen and pane as it is shown."""
    yield from window.session.commands.in_order()
    for one, _method in commands_of(window.session.commands.navigation):
        window.do(one.name)
        screen = window.screens[one.name.removeprefix("show_")]
        settle(window)
        for _part in _tabs(screen):
            _choose_first(screen)
            for widget in (screen, *screen.findChildren(QWidget)):
                if widget.isVisibleTo(screen) and type(widget).__module__.startswith("missionplanner"):
                    yield from (one for one in (widget, *vars(widget).values()) if commands_in(type(one)))


def _raise(_parent: object, error: BaseException) -> None:
    raise error
