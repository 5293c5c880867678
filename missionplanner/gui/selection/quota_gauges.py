"""How full the mission and each sector are, as bars that choose a sector."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from missionplanner.domain.selection import Standing
from missionplanner.gui.selection import side_words
from missionplanner.gui.widgets.labels import quiet_label
from missionplanner.gui.widgets.plain_text import literal
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import current


class CapacityBar(QWidget):
    """The places taken of those there are, with the least number needed marked."""

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self._standing = standing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A flat bar."""
        return QSize(140, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar, in the colour of warnings where more are taken than there are."""
        one, c = self._standing, colours()
        whole = max(one.most or 0, one.taken, one.least or 0, 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(c.line))
        painter.drawRoundedRect(QRectF(0, 1, self.width(), 8), 4, 4)
        too_many = one.most is not None and one.taken > one.most
        painter.setBrush(QColor(c.bad if too_many else c.accent))
        painter.drawRoundedRect(QRectF(0, 1, self.width() * one.taken / whole, 8), 4, 4)
        if one.least:
            painter.setBrush(QColor(c.text))
            painter.drawRect(QRectF(self.width() * one.least / whole - 1, 0, 2, 10))
        painter.end()


class QuotaGauge(QFrame):
    """One sector (or the whole mission): its name, bar and numbers; a click or Space chooses it."""

    chosen = Signal(int)
    """The key of its sector, 0 for the whole side."""

    def __init__(self, standing: Standing, is_chosen: bool) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setProperty("active", is_chosen)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._key = standing.sector.id if standing.sector else 0
        name = standing.sector.name(current().language) if standing.sector else side_words.whole(standing.side)
        text = side_words.standing_in_words(standing)
        self.setAccessibleName(f"{name}: {text}")
        self.setToolTip(literal(f"{name}: {text}"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        title = quiet_label(name)
        title.setObjectName("")
        layout.addWidget(title)
        layout.addWidget(CapacityBar(standing))
        layout.addWidget(quiet_label(text))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses the sector."""
        self.chosen.emit(self._key)
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Enter choose the sector."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self._key)
        else:
            super().keyPressEvent(event)


_NARROWEST = 132
"""Pixels of a gauge at least."""


class QuotaGauges(QScrollArea):
    """The gauges of the mission and its sectors in a row, scrolled where it is wider than the screen."""

    chosen = Signal(int)
    """The key of a sector, 0 for the whole side."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inside = QWidget()
        self._layout = QHBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self.setWidget(inside)

    def show_standings(self, standings: Sequence[Standing], sector: int) -> None:
        """Show a gauge for each standing, that of the chosen sector marked."""
        while item := self._layout.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for standing in standings:
            gauge = QuotaGauge(standing, (standing.sector.id if standing.sector else 0) == sector)
            gauge.setMinimumWidth(_NARROWEST)
            gauge.chosen.connect(self.chosen.emit)
            self._layout.addWidget(gauge, 1)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the height the gauges need once their fonts are known, of which they are told by a request."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height the gauges need at their width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        needed = self._layout.minimumSize().width()
        bar = self.horizontalScrollBar().sizeHint().height() if needed > self.width() else 0
        self.setFixedHeight(max(self._layout.totalHeightForWidth(max(needed, self.width())), 1) + bar)
