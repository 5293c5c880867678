"""A small chart of a timetable while it is made: value, days and idle slots over time, each with its bound."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from missionplanner.domain.plan_stages import PlanStage
from missionplanner.gui.widgets.theme import colours
from missionplanner.i18n import _, count, current

_HIGH, _PAD, _GAP = 46, 7, 10


@dataclass(frozen=True, slots=True)
class Curve:
    """A figure over time."""

    label: str
    text: str
    """Its value of now and its bound, in words."""
    points: tuple[tuple[float, int], ...]
    """Seconds and values, in the order of time."""
    bound: int
    """0 where nothing is proved yet."""


def curves(stages: list[PlanStage]) -> list[Curve]:
    """Return the figures of the stages so far; nothing before the first."""
    if not stages:
        return []
    now, number = stages[-1], current().number
    # Rounded down: only what is all of it is 100 %.
    part = 100 * now.value // now.most if now.most else 100
    meetings = count("{n} meeting", "{n} meetings", now.placed)
    found = [
        Curve(
            _("Value of the meetings"),
            _("{meetings}, {part} % of the bound").format(meetings=meetings, part=number(part)),
            tuple((one.seconds, one.value) for one in stages),
            now.most,
        )
    ]
    if now.days is not None:
        points = tuple((one.seconds, one.days or 0) for one in stages)
        found.append(Curve(_("Company-days"), _bounded(now.days, now.days_bound), points, now.days_bound))
    points = tuple((one.seconds, one.idle) for one in stages)
    found.append(Curve(_("Idle slots"), _bounded(now.idle, now.idle_bound), points, now.idle_bound))
    return found


def _bounded(value: int, bound: int) -> str:
    """Return a figure with its bound; by itself where nothing is proved yet, for fewer than none says nothing."""
    number = current().number
    if not bound:
        return number(value)
    return _("{n}, at least {bound}").format(n=number(value), bound=number(bound))


class ProgressChart(QWidget):
    """A line for each figure, in steps; the dashes are its bound, which it cannot cross."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds, self._stages = seconds, list[PlanStage]()
        self.setAccessibleName(_("The best timetable so far"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(3 * _HIGH)

    @property
    def curves(self) -> list[Curve]:
        """The figures that are drawn."""
        return curves(self._stages)

    def add(self, stage: PlanStage) -> None:
        """Draw a stage more, also as a sentence for screen readers."""
        self._stages.append(stage)
        self.setAccessibleDescription("; ".join(f"{one.label}: {one.text}" for one in self.curves))
        self.update()

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(480, 3 * _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Label and value of each figure, and its line beside them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        found, c = self.curves, colours()
        texts = [text for one in found for text in (one.label, one.text)]
        left = max((painter.fontMetrics().horizontalAdvance(text) for text in texts), default=0) + 2.0
        for number, one in enumerate(found):
            box = QRectF(0, number * _HIGH, self.width(), _HIGH)
            half = box.adjusted(0, 2, 0, -_HIGH / 2)
            painter.setPen(QColor(c.text))
            painter.drawText(half, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, one.label)
            painter.setPen(QColor(c.quiet))
            painter.drawText(half.translated(0, _HIGH / 2 - 4), Qt.AlignmentFlag.AlignLeft, one.text)
            self._draw(painter, box.adjusted(left + _GAP, _PAD, -3, -_PAD), one)
        painter.end()

    def _draw(self, painter: QPainter, area: QRectF, one: Curve) -> None:
        values = [value for _at, value in one.points]
        low, high = min(*values, one.bound), max(*values, one.bound)
        end = max(self._seconds, one.points[-1][0])

        def at(seconds: float, value: int) -> QPointF:
            share = (value - low) / (high - low) if high > low else 0.5
            return QPointF(area.left() + area.width() * seconds / end, area.bottom() - area.height() * share)

        c = colours()
        painter.setPen(QPen(QColor(c.edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(at(0, one.bound), at(end, one.bound))
        steps = [at(*one.points[0])]
        for seconds, value in one.points[1:]:
            steps += [QPointF(at(seconds, 0).x(), steps[-1].y()), at(seconds, value)]
        painter.setPen(QPen(QColor(c.accent), 2))
        painter.drawPolyline(QPolygonF(steps))
        painter.setBrush(QColor(c.accent))
        painter.drawEllipse(steps[-1], 3, 3)
