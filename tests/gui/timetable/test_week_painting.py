"""Where the times of a day are drawn, and that every mark looks different without its colour."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from missionplanner.domain.week_strips import Strip, StripMark
from missionplanner.gui.timetable.week_painting import MarkLegend, boxes, draw_marks, draw_strip
from tests.builders import moment

AREA = QRect(0, 0, 68, 30)


def drawn(*marks: StripMark) -> QImage:
    """A strip of these marks in grey."""
    image = QImage(AREA.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_strip(painter, AREA, Strip(tuple(moment(9, n) for n in range(len(marks))), marks, {}))
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def ink(image: QImage) -> set[tuple[int, int]]:
    """The pixels with ink."""
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {(x, y) for x, y in places if image.pixelColor(x, y).lightness() < 200}


def test_times_share_the_width() -> None:
    assert [(box.left(), box.width()) for box in boxes(AREA, 3)] == [(4, 19), (24, 19), (44, 19)]


def test_a_day_without_times_has_no_boxes() -> None:
    assert boxes(AREA, 0) == []


def test_marks_differ_in_shape(qtbot: QtBot) -> None:
    shapes = [frozenset(ink(drawn(mark))) for mark in StripMark]
    assert len(set(shapes)) == len(StripMark)
    assert all(shapes)


def test_free_time_is_one_line_up_to_the_next_meeting(qtbot: QtBot) -> None:
    line = {x for x, y in ink(drawn(StripMark.FREE, StripMark.FREE, StripMark.MEETING)) if y == AREA.center().y()}
    assert line == {*range(4, 43), *range(44, 63)}


@pytest.mark.parametrize("mark", StripMark)
def test_a_mark_stays_in_its_box(mark: StripMark, qtbot: QtBot) -> None:
    image = QImage(AREA.size(), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_marks(painter, mark, [QRect(10, 6, 20, 18)])
    painter.end()
    assert {(x, y) for x, y in ink(image) if not QRect(10, 6, 20, 18).contains(x, y)} == set()


def test_the_legend_names_every_mark_and_wraps(qtbot: QtBot) -> None:
    legend = MarkLegend()
    qtbot.addWidget(legend)
    assert legend.accessibleDescription() == "Meeting, Idle slot, Free time, Not available"
    assert legend.heightForWidth(60) == 4 * legend.heightForWidth(2000)
