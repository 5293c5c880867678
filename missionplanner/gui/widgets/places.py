"""The places a message leads to where it says that something is missing: screens, and lists of the programme."""

from PySide6.QtWidgets import QDialog, QMainWindow, QPushButton, QWidget

from missionplanner.gui.widgets.buttons import make_button
from missionplanner.i18n import N_, _

PLACES = {
    "companies": N_("Go to the companies"),
    "people": N_("Go to the people"),
    "selection": N_("Go to the selection"),
    "requests": N_("Go to the requests"),
    "timetable": N_("Go to the timetable"),
    "programme.Sessions": N_("Go to the sessions"),
    "programme.Venues": N_("Go to the venues"),
    "programme.Interpreters": N_("Go to the interpreters"),
    "programme.Roles": N_("Go to the roles"),
}
"""The text of the button that goes there, by the screen and, after a dot, the English title of the list."""


def label(place: str) -> str:
    """Return what the button says that goes to a place."""
    return _(PLACES[place])


def place_button(place: str, icon: str = "chevron-right", primary: bool = True) -> QPushButton:
    """Return a button that goes to a place."""
    found = make_button(label(place), icon, primary=primary)
    found.clicked.connect(lambda: go_to(found, place))
    return found


def can_go(widget: QWidget | None) -> bool:
    """Whether a widget is in a window that has these places."""
    return hasattr(_window_of(widget), "go_to")


def go_to(widget: QWidget | None, place: str, key: int = 0) -> None:
    """Show a place in the window a widget is in; dialogs before it are left, which ask for what was typed.

    key: that of the record that is opened there; 0 for none.
    """
    window = _window_of(widget)
    while widget is not None and widget is not window:
        parent = widget.parentWidget()
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()
            if widget.isVisible():
                return
        widget = parent
    if act := getattr(window, "go_to", None):
        act(place, key)


def _window_of(widget: QWidget | None) -> QWidget | None:
    while widget is not None and not isinstance(widget, QMainWindow):
        widget = widget.parentWidget()
    return widget
