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
    """The sectors, each with its mark, in as many lines as they need."""

    def __init__(self) -> None:
        super().__init__()
        self._sectors: list[tuple[str, str, int]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("Sectors"))

    def show_sectors(self, snapshot: Snapshot) -> None:
        """Show the sectors of the mission."""
        language = current().language
        mains = [sector for sector in snapshot.sectors if sector.parent_id is None]
        self._sectors = [(s.name(language), s.colour, place) for place, s in enumerate(mains) if s.colour]
        self.setAccessibleDescription(", ".join(name for name, _colour, _place in self._sectors))
        self.setToolTip(literal("\n".join(name for name, _colour, _place in self._sectors)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """One line, or what the width there is asks for."""
        return QSize(200, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """The lines the names need at a width."""
        return _HEIGHT * (max((line for line, _left, _wide in self._places(width)), default=0) + 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Mark and name of each sector."""
        painter = QPainter(self)
        for (name, colour, place), (line, left, wide) in zip(self._sectors, self._places(self.width()), strict=True):
            draw_sector(painter, QRect(left, line * _HEIGHT + 3, _MARK, _MARK), colour, place)
            text = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, wide)
            painter.setPen(QColor(colours().quiet))
            box = QRect(left + _MARK + 5, line * _HEIGHT, wide + 4, _HEIGHT)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        painter.end()

    def _places(self, width: int) -> list[tuple[int, int, int]]:
        """The line of each sector, where its mark is in it, and the width of its name."""
        places, line, left = [], 0, 0
        for name, _colour, _place in self._sectors:
            wide = self.fontMetrics().horizontalAdvance(name) + 2
            if left and left + _MARK + 5 + wide > width:
                line, left = line + 1, 0
            places.append((line, left, min(wide, max(width - _MARK - 5, 40))))
            left += _MARK + 5 + wide + _GAP
        return places
