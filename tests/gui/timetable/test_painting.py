"""Cells are painted in the colour of their sector, with marks, grades and wrapped lines."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import CompanySector
from missionplanner.domain.mission import Sector
from missionplanner.domain.moves import Grade
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.gui.timetable import unplaced_and_conflicts
from missionplanner.gui.timetable.painting import PATTERNS, SIGNS, LinesDelegate, _marks, draw_sector, grade_colour
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.timetable.unplaced_and_conflicts import LinesTable
from missionplanner.gui.widgets.table import Column, TableModel
from missionplanner.gui.widgets.theme import colours, tint
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.gui.timetable.mouse import at

MEETING = Meeting(id=1, delegation_id=1, counterpart_id=2, slot_id=1, table_id=1)


def test_every_grade_has_a_sign_and_a_colour(qapp: object) -> None:
    c = colours()
    assert set(SIGNS) == set(Grade)
    assert [grade_colour(grade) for grade in (Grade.FREE, Grade.WARY, Grade.REFUSED)] == [c.good, c.warn, c.bad]


@pytest.mark.parametrize(
    ("more", "marks"),
    [
        ({}, []),
        ({"locked": True}, ["lock"]),
        ({"status": MeetingStatus.CONFIRMED}, ["calendar-check"]),
        ({"status": MeetingStatus.HELD, "late_minutes": 5}, ["check"]),
        ({"status": MeetingStatus.NO_SHOW}, ["user-x"]),
        ({"late_minutes": 5}, ["alarm-clock"]),
        ({"interpreter_id": 3, "locked": True}, ["lock", "languages"]),
    ],
)
def test_what_is_special_about_a_meeting_is_marked(more: dict[str, object], marks: list[str]) -> None:
    assert _marks(replace(MEETING, **more)) == marks  # type: ignore[arg-type]


def test_sectors_without_a_pattern_of_their_own_take_the_patterns_again(qapp: object) -> None:
    images = []
    for pattern in (1, 1 + len(PATTERNS), 0):
        image = QImage(16, 16, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        draw_sector(painter, QRect(0, 0, 16, 16), "#3d6fb4", pattern)
        painter.end()
        images.append(image)
    assert images[0] == images[1]
    assert images[0] != images[2]
    assert images[2].pixelColor(8, 8).name() == "#3d6fb4"


def test_a_cell_has_the_colour_of_its_sector_and_of_its_grade(timetable: TimetableScreen, store: Store) -> None:
    with store.change(message("Sector")) as change:
        sector = change.insert(Sector(code="EN", name_en="Energy", colour="#3d6fb4"))
        change.insert(CompanySector(company_id=store.all(Meeting)[0].delegation_id, sector_id=sector))
    view, here = timetable.grid.viewport(), at(timetable, 0, 0) + QPoint(60, 15)
    assert view.grab().toImage().pixelColor(here) == tint("#3d6fb4", 0.15)
    timetable.model.grades[3, 2] = Grade.REFUSED
    there = at(timetable, 3, 2) - QPoint(40, 10)
    assert view.grab().toImage().pixelColor(there) == QColor(tint(colours().bad, 0.16))


def test_a_list_is_as_high_as_its_wrapped_lines(timetable: TimetableScreen) -> None:
    table = timetable.side.unplaced
    assert isinstance(table, LinesTable)
    delegate = table.itemDelegate()
    assert isinstance(delegate, LinesDelegate)
    option = QStyleOptionViewItem()
    option.font = table.font()
    heights = []
    for width in (1000, 80):
        option.rect = QRect(0, 0, width, 20)
        heights.append(delegate.sizeHint(option, table.rows.index(0, 0)).height())
    assert heights[0] < heights[1]


def test_rows_of_lines_are_as_high_as_their_lines(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["Alba", "Alba\nBrisa\n" + "Nobody is there on any day. " * 6, "Alba\nBrisa\nShort."]
    table = LinesTable(TableModel([Column("Lines", str)], lambda keys: [texts[key] for key in keys]), "Lines")
    qtbot.addWidget(table)
    table.resize(220, 400)
    table.show()
    table.rows.set_keys([0, 1, 2])
    line = table.fontMetrics().lineSpacing()
    heights = [table.rowHeight(row) for row in range(3)]
    # What stands around lines follows from the style of the window.
    assert (line < heights[2] - heights[0] < 3 * line, heights[1] - heights[0] > 4 * line) == (True, True)
    table.resize(900, 400)
    assert table.rowHeight(1) < heights[1]
    monkeypatch.setattr(unplaced_and_conflicts, "_MOST_FITTED", 2)
    table.rows.set_keys([0, 1, 2])
    assert len({table.rowHeight(row) for row in range(3)}) == 1
