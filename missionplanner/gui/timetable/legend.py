"""The legend of the timetable: the sectors with their colours and patterns."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from missionplanner.domain.snapshot import Snapshot
from missionplanner.gui.timetable.painting import draw_sector
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _, current

_HEIGHT, _MARK, _GAP = 22, 16, 18


class Legend(QWidget):
    """The sectors in a line, each with its mark; those without room are left out at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._sectors: list[tuple[str, str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Sectors"))

    def show_sectors(self, snapshot: Snapshot) -> None:
        """Show the sectors of the mission."""
        language = current().language
        mains = [sector for sector in snapshot.sectors if sector.parent_id is None]
        self._sectors = [(s.name(language), s.colour, place) for place, s in enumerate(mains) if s.colour]
        self.setAccessibleDescription(", ".join(name for name, _colour, _place in self._sectors))
        self.setToolTip(literal("\n".join(name for name, _colour, _place in self._sectors)))
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(200, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark and name of each sector; names are cut so that all marks can be seen."""
        painter = QPainter(self)
        room = max(40, (self.width() - (_MARK + 5 + _GAP) * len(self._sectors)) // max(len(self._sectors), 1))
        left = 0
        for name, colour, place in self._sectors:
            draw_sector(painter, QRect(left, 3, _MARK, _MARK), colour, place)
            text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room)
            wide = painter.fontMetrics().horizontalAdvance(text)
            painter.setPen(QColor(colours().quiet))
            painter.drawText(QRect(left + _MARK + 5, 0, wide + 4, _HEIGHT), Qt.AlignmentFlag.AlignVCenter, text)
            left += _MARK + 5 + wide + _GAP
        painter.end()
