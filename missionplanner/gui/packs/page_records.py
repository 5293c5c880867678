"""From a page of a pack to the record it comes from."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QCursor

from missionplanner.domain.mission import TEXT_KINDS
from missionplanner.domain.packs import PackPage
from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.widgets.plain_text import Menu
from missionplanner.gui.widgets.screen import Screen
from missionplanner.jobs.packs import previews
from missionplanner.jobs.packs.previews import PageSource


def go_to(source: PageSource, screen: Screen, snapshot: Snapshot, show_text: Callable[[str], None], owner: int) -> None:
    """Have a screen lead to the records of pages; of several companies or meetings one is chosen.

    owner: the key of the company whose pack it is, to which all else leads; 0 for none.
    """
    if source.companies:
        _choose(screen, [(key, snapshot.company[key].name) for key in source.companies], screen.company_asked.emit)
    elif source.section in TEXT_KINDS:
        show_text(source.section)
    elif source.section in (PackPage.PROGRAMME, PackPage.WEEK):
        screen.programme_asked.emit("")
    elif source.section == PackPage.SCHEDULE:
        meetings = previews.meetings_listed(snapshot, owner)
        if meetings:
            _choose(screen, meetings, screen.meeting_place_asked.emit)
        else:
            screen.timetable_asked.emit()
    elif owner:
        screen.company_asked.emit(owner)


def _choose(screen: Screen, records: Sequence[tuple[int, str]], lead: Callable[[int], None]) -> None:
    """Lead to a record, of several to the one that is chosen from a menu: their keys and names."""
    if len(records) == 1:
        lead(records[0][0])
        return
    menu = Menu(screen)
    for key, name in records:
        menu.addAction(name).triggered.connect(lambda _checked=False, key=key: lead(key))
    menu.popup(QCursor.pos())
