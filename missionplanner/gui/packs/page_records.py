"""From a page of a pack to the record it comes from."""

from collections.abc import Callable

from PySide6.QtGui import QCursor

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import TEXT_KINDS
from missionplanner.domain.packs import PackPage
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.gui.widgets.screen import Screen
from missionplanner.jobs.packs.previews import PageSource


def go_to(
    source: PageSource, screen: Screen, companies: dict[int, Company], show_text: Callable[[str], None], owner: int
) -> None:
    """Have a screen lead to the records of pages; of several companies one is chosen.

    owner: the key of the company whose pack it is, to which all else leads; 0 for none.
    """
    if len(source.companies) > 1:
        menu = Menu(screen)
        for key in source.companies:
            action = menu.addAction(companies[key].name)
            action.triggered.connect(lambda _checked=False, key=key: screen.company_asked.emit(key))
        menu.popup(QCursor.pos())
    elif source.companies:
        screen.company_asked.emit(source.companies[0])
    elif source.section in TEXT_KINDS:
        show_text(source.section)
    elif source.section in (PackPage.PROGRAMME, PackPage.WEEK):
        screen.programme_asked.emit()
    elif source.section == PackPage.SCHEDULE:
        screen.timetable_asked.emit()
    elif owner:
        screen.company_asked.emit(owner)
