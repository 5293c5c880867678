"""Finding in the view that is shown: from one match to the next, with how many there are."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTableView

from missionplanner.gui.timetable.layouts import Place
from missionplanner.i18n import _


def go_on(view: QTableView, found: Sequence[Place], text: str) -> str:
    """Make the next of the cells found the current one, after the last the first; return which of them that is."""
    if not found:
        return _("“{text}” is not in this view.").format(text=text)
    now = (view.currentIndex().row(), view.currentIndex().column())
    place = next((place for place in found if place > now), found[0])
    index = view.model().index(*place)
    view.setCurrentIndex(index)
    view.scrollTo(index)
    return _("{n} of {all} here.").format(n=found.index(place) + 1, all=len(found))
