"""Buttons of what is done with selected rows: enabled while so many rows are selected as their commands take."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, cast

from PySide6.QtWidgets import QAbstractItemView, QPushButton
from shiboken6 import isValid

from missionplanner.gui.commands import Takes

_ALLOWED, _TAKES = "allowed", "takes"


def remember(button: QPushButton, takes: Takes) -> None:
    """Keep on a button of a command how many rows it takes, and whether it is enabled at all."""
    button.setProperty(_ALLOWED, button.isEnabled())
    button.setProperty(_TAKES, takes.name)


class _SaysKeys(Protocol):
    def chosen_keys(self) -> Sequence[int]: ...


def _number_of(view: QAbstractItemView) -> Callable[[], int]:
    """Return what counts the rows that are selected in a list, as its commands see them."""
    if hasattr(view, "chosen_keys"):
        keyed = cast("_SaysKeys", view)
        return lambda: len(keyed.chosen_keys())
    return lambda: len(view.selectionModel().selectedRows())


def takes_of(button: QPushButton) -> Takes:
    """Return how many rows the command of a button takes; any where it is of no command."""
    return Takes[str(button.property(_TAKES) or Takes.ANY.name)]


def follow_rows(
    view: QAbstractItemView, buttons: Iterable[QPushButton], number: Callable[[], int] | None = None
) -> Callable[[], None]:
    """Enable buttons while so many rows of a list are selected as they take; return what looks at it again.

    Buttons that take any are left alone. number: returns how many are selected, where the list does not say all.
    A list of cells says by itself of which rows a cell is selected.
    """
    number = number or _number_of(view)
    followed = [one for one in buttons if takes_of(one) is not Takes.ANY]

    def look() -> None:
        if not isValid(view):  # a list that goes away loses its rows
            return
        chosen = number()
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
