"""Buttons that do something with selected rows, and can be pressed while none is."""

from PySide6.QtWidgets import QAbstractItemView, QPushButton, QWidget

from missionplanner.gui.commands import Takes
from missionplanner.gui.widgets.row_buttons import takes_of


def choosing_faults(shown: QWidget) -> list[str]:
    """Return the buttons that can be pressed with nothing selected although they take rows; the selection is put back."""
    views = [one for one in shown.findChildren(QAbstractItemView) if one.selectionModel()]
    chosen = [(one, one.currentIndex(), one.selectionModel().selection()) for one in views]
    for view in views:
        view.clearSelection()
    found = [
        f"button: {one.text()} with nothing selected"
        for one in shown.findChildren(QPushButton)
        if one.isVisibleTo(shown) and one.isEnabled() and takes_of(one) is not Takes.ANY
    ]
    for view, current, selection in chosen:
        flags = view.selectionModel().SelectionFlag
        view.selectionModel().setCurrentIndex(current, flags.NoUpdate)
        view.selectionModel().select(selection, flags.ClearAndSelect)
    return found
