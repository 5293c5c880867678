"""Buttons of what is done with selected rows: enabled while so many rows are selected as their commands take."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QAbstractItemView, QPushButton
from shiboken6 import isValid

from missionplanner.gui.commands import Takes

_ALLOWED, _TAKES = "allowed", "takes"


def remember(button: QPushButton, takes: Takes) -> None:
    """Keep on a button of a command how many rows it takes, and whether it is enabled at all."""
    button.setProperty(_ALLOWED, button.isEnabled())
    button.setProperty(_TAKES, takes.name)


def takes_of(button: QPushButton) -> Takes:
    """Return how many rows the command of a button takes; any where it is of no command."""
    return Takes[str(button.property(_TAKES) or Takes.ANY.name)]


def follow_rows(
    view: QAbstractItemView, buttons: Iterable[QPushButton], number: Callable[[], int] | None = None
) -> Callable[[], None]:
    """Enable buttons while so many rows of a list are selected as they take; return what looks at it again.

    Buttons that take any are left alone. number: returns how many are selected, where the list does not say all.
    """
    followed = [one for one in buttons if takes_of(one) is not Takes.ANY]

    def look() -> None:
        if not isValid(view):  # a list that goes away loses its rows
            return
        chosen = number() if number else len(view.selectionModel().selectedRows())
        for button in followed:
            can = bool(button.property(_ALLOWED)) and takes_of(button).takes(chosen)
            if button.hasFocus() and not can:
                view.setFocus()  # Qt would give it to whatever stands next
            button.setEnabled(can)

    model = view.model()
    for signal in (view.selectionModel().selectionChanged, model.modelReset, model.rowsRemoved):
        signal.connect(lambda *_what: look())
    look()
    return look
