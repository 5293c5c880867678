"""Messages of the window: a sentence for a known problem, a report for a bug."""

import logging
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from missionplanner.errors import UserError, trace
from missionplanner.gui.widgets import places
from missionplanner.gui.widgets.dialog_size import open_with
from missionplanner.gui.widgets.plain_text import Label, MessageBox
from missionplanner.i18n import _

LOG = logging.getLogger("missionplanner")


def tell(
    parent: QWidget | None, text: str, details: str = "", acts: Sequence[tuple[str, Callable[[], object]]] = ()
) -> None:
    """Show the outcome of something, with the details below; acts: what can be done next, by the texts of buttons.

    In the window it is a quiet line at the bottom; details of several lines, or without a window, are a message.
    """
    if "\n" not in details and (line := _line_of(parent)):
        line(" ".join(part for part in (text, details) if part), acts)
        return
    box = MessageBox(MessageBox.Icon.Information, _("Trade Mission Planner"), text, details, parent)
    choices = {box.choice(name, MessageBox.ButtonRole.ActionRole): act for name, act in acts}
    if choices:
        box.setDefaultButton(box.addButton(MessageBox.StandardButton.Close))
    box.exec()
    if act := choices.get(box.clickedButton()):
        act()


def _line_of(widget: QWidget | None) -> Callable[[str, Sequence[tuple[str, Callable[[], object]]]], None] | None:
    """Return what shows a text in the quiet line of the window a widget is in; None where it is in none."""
    while widget is not None and not isinstance(widget, QMainWindow):
        widget = widget.parentWidget()
    return getattr(widget, "say", None)


def report(parent: QWidget | None, text: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Show the outcome of an act on many records: a sentence, and a table of what was not done and why."""
    from missionplanner.gui.widgets.table import Column, DataTable, plain_model  # slow import

    columns = [Column(heading, partial(_cell, place), width=180, grows=True) for place, heading in enumerate(headings)]
    dialog = QDialog(parent)
    dialog.setWindowTitle(_("Trade Mission Planner"))
    open_with(dialog, 860, 420)
    label = Label(text)
    label.setWordWrap(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    for widget in (label, DataTable(plain_model(columns, rows), text), buttons):
        layout.addWidget(widget)
    dialog.exec()
    dialog.deleteLater()


def _cell(place: int, row: Sequence[str]) -> str:
    return row[place]


def show_error(parent: QWidget | None, error: BaseException) -> None:
    """Show an error: a UserError as its sentence and hint, anything else as a bug with its report.

    Where something is missing, a button leads to where it is entered.
    """
    if isinstance(error, UserError):
        box = MessageBox(MessageBox.Icon.Warning, _("Trade Mission Planner"), error.text, error.hint, parent)
        leads = None
        if error.place and places.can_go(parent):
            leads = box.choice(places.label(error.place), MessageBox.ButtonRole.ActionRole)
            box.setEscapeButton(box.addButton(MessageBox.StandardButton.Close))
        box.exec()
        if leads is not None and box.clickedButton() is leads:
            places.go_to(parent, error.place)
    else:
        show_bug(parent, error)


def confirm(parent: QWidget | None, text: str, details: str, act: str, stay: str) -> bool:
    """Ask before something is thrown away that nobody can bring back; the answer that keeps it is the default."""
    box = MessageBox(MessageBox.Icon.Question, _("Trade Mission Planner"), text, details, parent)
    away = box.choice(act, MessageBox.ButtonRole.DestructiveRole)
    kept = box.choice(stay, MessageBox.ButtonRole.RejectRole)
    if isinstance(kept, QPushButton):
        box.setDefaultButton(kept)
        box.setEscapeButton(kept)
    box.exec()
    return box.clickedButton() is away


def attempt(parent: QWidget | None, act: Callable[[], object]) -> bool:
    """Carry out an act and show the UserError it raises, if any; return whether it raised none."""
    try:
        act()
    except UserError as error:
        show_error(parent, error)
        return False
    return True


def show_bug(parent: QWidget | None, error: BaseException) -> None:
    """Show a bug with its report; the step it happened in was rolled back.

    One that comes again is a quiet line of the window: a mistake in what is painted comes with every picture.
    """
    from missionplanner.gui.widgets.problem_dialog import ProblemDialog  # slow import

    places = trace(error)
    LOG.error("bug\n%s", places)
    if any(isinstance(one, ProblemDialog) and one.isVisible() for one in QApplication.topLevelWidgets()):
        return
    line = _line_of(parent)
    if line and places in _SHOWN:
        acts = [(_("Show the report…"), lambda: _show_report(parent, places))]
        line(_("The program made the same mistake again."), acts)
        return
    _SHOWN.add(places)
    _show_report(parent, places)


_SHOWN: set[str] = set()
"""The bugs that were shown since the program started."""


def _show_report(parent: QWidget | None, places: str) -> None:
    from missionplanner.gui.widgets.problem_dialog import ProblemDialog  # slow import

    details = _(
        "Everything that was saved is safe: the mission is stored up to its last whole step, and you can go on. If"
        " something looks wrong, undo it."
    )
    dialog = ProblemDialog(_("The program made a mistake."), details, places.splitlines(), True, parent)
    dialog.exec()
    if dialog.is_to_quit:
        QTimer.singleShot(0, QApplication.closeAllWindows)
    dialog.deleteLater()


def catch_everything(parent: QWidget) -> None:
    """Show errors that no slot caught, which Qt would only print."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            show_error(parent, error)

    sys.excepthook = hook


class _Elsewhere(QObject):
    """Brings errors of other threads to the window."""

    failed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.failed.connect(self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        show_error(self._parent, error)


def catch_threads(parent: QWidget) -> None:
    """Show errors nobody caught in a thread, which Python would only print; note those at the end of an object."""
    elsewhere = _Elsewhere(parent)

    def in_thread(found: threading.ExceptHookArgs) -> None:
        if found.exc_value is not None and not isinstance(found.exc_value, SystemExit):
            elsewhere.failed.emit(found.exc_value)

    def at_end(found: "sys.UnraisableHookArgs") -> None:
        if found.exc_value is not None:
            LOG.error("bug\n%s", trace(found.exc_value))

    threading.excepthook = in_thread
    sys.unraisablehook = at_end
