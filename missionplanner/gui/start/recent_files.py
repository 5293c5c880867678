"""The missions worked on last, each with its days and counts, which are read when the window has nothing else to do."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from missionplanner.gui import settings
from missionplanner.gui.widgets.idle_work import IdleWork
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.i18n import _, count, current
from missionplanner.store.upkeep import glance
from missionplanner.store.upkeep.glance import Glance


class RecentFiles(QListWidget):
    """A line for the name and days of a mission, one for what it holds and where it is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.setAccessibleName(_("Recent missions"))
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._reading = IdleWork(self)

    def refresh(self) -> None:
        """List the recent files that are still there."""
        self.clear()
        for path in settings.recent_files():
            item = QListWidgetItem(f"{path.stem}\n{_short(path.parent)}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            item.setToolTip(literal(str(path)))
            self.addItem(item)
        self._reading.start(self._read())

    def finish(self) -> None:
        """Read all that is left at once."""
        self._reading.finish()

    def stop(self) -> None:
        """Read no further; the page goes."""
        self._reading.stop()

    def _read(self) -> Iterator[None]:
        for row in range(self.count()):
            item = self.item(row)
            path = item.data(Qt.ItemDataRole.UserRole)
            if found := glance.at(path):
                item.setText(_described(found, path))
            yield


def _described(found: Glance, path: Path) -> str:
    days = current().day_range(found.starts, found.ends)
    companies = count("{n} company", "{n} companies", found.companies)
    meetings = count("{n} meeting", "{n} meetings", found.meetings)
    return f"{found.name or path.stem}  ·  {days}\n{companies}, {meetings}  ·  {_short(path)}"


def _short(folder: Path) -> str:
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
