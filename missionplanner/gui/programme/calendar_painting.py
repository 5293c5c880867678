"""The painting of a calendar: days, hours, sessions, events."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPen

from missionplanner.domain.events import Event, EventKind
from missionplanner.domain.time import in_zone
from missionplanner.domain.timetable import Session
from missionplanner.gui.programme.calendar_layout import LAST, LEFT, CalendarGeometry, CalendarPlace
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.i18n import _, count, current

KIND_COLOURS = {
    EventKind.PLENARY: "#3d6fb4", EventKind.RECEPTION: "#a8577e", EventKind.SITE_VISIT: "#5b8c3a",
    EventKind.TRANSFER: "#8a6d3b", EventKind.BRIEFING: "#6b5ca5",
    EventKind.CALL: "#2f7f86", EventKind.SIGNING: "#8c4a2f",
}  # fmt: skip


def paint_days(painter: QPainter, geometry: CalendarGeometry, height: int) -> None:
    """Paint the lines of hours and days, and the names of the days."""
    c = colours()
    painter.fillRect(QRectF(0, 0, geometry.width, height), QColor(c.surface))
    painter.setPen(QColor(c.line))
    for hour in range(geometry.first, LAST + 1):
        painter.drawLine(QPointF(LEFT, geometry.y(hour * 60)), QPointF(geometry.width, geometry.y(hour * 60)))
    for place in range(len(geometry.columns)):
        _paint_day(painter, geometry, place, height)


def paint_hours(painter: QPainter, geometry: CalendarGeometry, left: int, height: int) -> None:
    """Paint the hours at the left of what is seen, over the days."""
    c = colours()
    painter.fillRect(QRectF(left, 0, LEFT, height), QColor(c.surface))
    painter.setPen(QColor(c.quiet))
    painter.drawLine(QPointF(left + LEFT, 0), QPointF(left + LEFT, height))
    for hour in range(geometry.first, LAST + 1):
        box = QRectF(left, geometry.y(hour * 60) - 9, LEFT - 5, 18)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{hour}:00")


def _paint_day(painter: QPainter, geometry: CalendarGeometry, place: int, height: int) -> None:
    c, column = colours(), geometry.columns[place]
    left, right = geometry.edges[place : place + 2]
    new_stop = place == 0 or geometry.columns[place - 1].stop_id != column.stop_id
    painter.setPen(QPen(QColor(c.quiet if new_stop else c.line), 1))
    painter.drawLine(QPointF(left, 0), QPointF(left, height))
    painter.setPen(QColor(c.text))
    lines = [line for line in (*column.text.split("\n"), column.note) if line]
    for number, line in enumerate(lines[:3]):
        step = painter.fontMetrics().lineSpacing()
        box = QRectF(left + 6, 3 + number * (step - 2), right - left - 10, step)
        shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, shown)


def paint_session(painter: QPainter, geometry: CalendarGeometry, stop_id: int, session: Session, meetings: int) -> None:
    """Paint a session behind the events, with its name and number of meetings."""
    for place, column in enumerate(geometry.columns):
        if column.stop_id == stop_id and in_zone(session.starts, column.zone).date() == column.day:
            area = geometry.area(CalendarPlace(place, column.minutes(session.starts), column.minutes(session.ends)))
            painter.fillRect(area, QBrush(QColor(colours().line), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QColor(colours().quiet))
            lines = [session.label or _("Session")]
            lines += [count("{n} meeting", "{n} meetings", meetings)] if meetings else []
            step = painter.fontMetrics().lineSpacing()
            for number, line in enumerate(lines):
                box = QRectF(area.left() + 4, area.top() + 2 + number * step, area.width() - 6, step)
                shown = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(box.width()))
                painter.drawText(box, Qt.AlignmentFlag.AlignLeft, shown)


def paint_event(painter: QPainter, event: Event, times: str, area: QRectF, is_current: bool) -> None:
    """Paint an event in the colour of its kind, with its name and, where there is room, its times."""
    c, web = colours(), KIND_COLOURS[EventKind(event.kind)]
    painter.setPen(QPen(QColor(c.accent if is_current else web), 2 if is_current else 1))
    painter.setBrush(tint(web, 0.3))
    painter.drawRoundedRect(area, 4, 4)
    painter.fillRect(QRectF(area.left() + 1, area.top() + 3, 3, area.height() - 6), QColor(web))
    painter.setPen(QColor(c.text))
    _write(painter, area.adjusted(8, 2, -3, -2), times, event.name(current().language))


def paint_more(painter: QPainter, area: QRectF, hidden: int) -> None:
    """Paint what stands for the events that have no room beside the others."""
    c = colours()
    painter.setPen(QPen(QColor(c.edge), 1))
    painter.setBrush(QColor(c.raised))
    painter.drawRoundedRect(area, 4, 4)
    painter.setPen(QColor(c.accent))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"+{hidden}")


def _write(painter: QPainter, area: QRectF, times: str, name: str) -> None:
    """Write times and name, in one line where there is room for one; names are cut, times never."""
    metrics = painter.fontMetrics()
    step, rows = metrics.lineSpacing(), int((area.height() + 4) // metrics.lineSpacing())
    lines = lines_of_times(metrics, times, area.width(), max(rows - 1, 1))
    if rows < 2:
        first = metrics.elidedText(f"{lines[0]} {name}", Qt.TextElideMode.ElideRight, int(area.width()))
        lines = [first if first.startswith(lines[0]) else lines[0]]
    else:
        lines += wrapped(metrics, name, area.width(), rows - len(lines))
    for number, line in enumerate(lines):
        box = QRectF(area.left(), area.top() + number * step, area.width() + 3, step)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, line)


def lines_of_times(metrics: QFontMetrics, times: str, width: float, most: int) -> list[str]:
    """Return times in a line; those of a journey that are wider in lines for each end, or without its cities."""
    leaving, arrow, arriving = times.partition(" → ")
    if not arrow or metrics.horizontalAdvance(times) <= width:
        return [times]
    ends = (f"{leaving} →", arriving)
    lines = [line for end in ends for line in wrapped(metrics, end, width, len(end))]
    return lines if len(lines) <= most else [f"{leaving.split()[0]}–{arriving.split()[0]}"]


def wrapped(metrics: QFontMetrics, text: str, width: float, most: int) -> list[str]:
    """Return a text in at most so many lines of this width; the last one is cut where there would be more."""
    words, lines = text.split(), list[str]()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and metrics.horizontalAdvance(f"{line} {words[0]}") <= width:
            line += f" {words.pop(0)}"
        lines.append(line)
    lines += [" ".join(words)] if words else []
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, int(width)) for line in lines]
