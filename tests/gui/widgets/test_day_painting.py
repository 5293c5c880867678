"""The painting of days and blocks: something is where it should be, and nothing elsewhere."""

from datetime import date

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.day_blocks import DrawnHours, PictureDay
from missionplanner.gui.widgets.day_painting import paint_block, paint_days


def test_a_block_is_painted_in_its_area_alone(qtbot: QtBot) -> None:
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint_days(painter, [PictureDay(date(2027, 3, 1), "Lima")], 300, 400)
    painter.end()
    before = image.copy()
    painter = QPainter(image)
    paint_block(painter, DrawnHours(0, 540, 720), QRectF(60, 100, 100, 80), True)
    painter.end()
    places = [(x, y) for x in range(0, 300, 4) for y in range(0, 400, 4)]
    inside = [place for place in places if QRectF(56, 96, 108, 88).contains(*map(float, place))]
    changed = [place for place in places if image.pixel(*place) != before.pixel(*place)]
    assert (set(changed) <= set(inside), len(changed) > len(inside) // 2) == (True, True)
