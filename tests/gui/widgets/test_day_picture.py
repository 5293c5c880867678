"""Meeting hours drawn in a picture of days, by mouse and by keys."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.gui.widgets.day_blocks import DrawnHours, PictureDay
from missionplanner.gui.widgets.day_picture import DayPicture
from missionplanner.i18n import current

DAYS = [PictureDay(date(2027, 3, day), "Lima") for day in (1, 2)]
NINE, NOON = DrawnHours(0, 540, 720, key=7), DrawnHours(1, 720, 780)
Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def picture(qtbot: QtBot) -> DayPicture:
    found = DayPicture()
    qtbot.addWidget(found)
    found.resize(500, 420)
    found.show_days(DAYS, [NINE])
    return found


@pytest.fixture
def acts(picture: DayPicture) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    picture.drawn.connect(lambda block: found.append(("drawn", block.column, block.starts, block.ends)))
    picture.changed.connect(lambda old, new: found.append((old.key, new.column, new.starts, new.ends)))
    picture.removed.connect(lambda block: found.append(("removed", block.key)))
    picture.opened.connect(lambda block: found.append(("opened", block.key)))
    return found


def point(picture: DayPicture, column: int, minute: int) -> QPoint:
    area = picture.area(DrawnHours(column, minute, minute + 15))
    return QPoint(int(area.center().x()), int(area.top()) + 1)


def drag(picture: DayPicture, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(picture, end)
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=end)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((1, 600), (1, 690), [("drawn", 1, 600, 690)]),
        ((1, 690), (1, 600), [("drawn", 1, 600, 690)]),
        ((0, 600), (1, 660), [(7, 1, 600, 780)]),
        ((0, 480), (0, 600), []),
        ((1, 600), (1, 600), []),
    ],
)
def test_hours_are_drawn_and_moved_with_the_mouse(
    picture: DayPicture,
    acts: list[tuple[Any, ...]],
    start: tuple[int, int],
    end: tuple[int, int],
    expected: list[tuple[Any, ...]],
) -> None:
    drag(picture, point(picture, *start), point(picture, *end))
    assert acts == expected


def test_the_lower_edge_makes_hours_longer(picture: DayPicture, acts: list[tuple[Any, ...]]) -> None:
    area = picture.area(NINE)
    drag(picture, QPoint(int(area.center().x()), int(area.bottom()) - 2), point(picture, 0, 780))
    assert acts == [(7, 0, 540, 780)]
    QTest.mouseDClick(picture, Qt.MouseButton.LeftButton, pos=point(picture, 0, 600))
    assert acts[-1] == ("opened", 7)


def test_hours_are_drawn_and_changed_with_keys(picture: DayPicture, acts: list[tuple[Any, ...]]) -> None:
    QTest.keyClick(picture, Key.Key_Right)
    for _step in range(4):
        QTest.keyClick(picture, Key.Key_Down, Modifier.ShiftModifier)
    QTest.keyClick(picture, Key.Key_Return)
    assert acts == [("drawn", 1, 540, 600)]
    QTest.keyClick(picture, Key.Key_Left)
    for key, modifier in (
        (Key.Key_Down, Modifier.AltModifier),
        (Key.Key_Down, Modifier.AltModifier | Modifier.ShiftModifier),
        (Key.Key_Right, Modifier.AltModifier),
    ):
        picture.column, picture.minute = 0, 540
        QTest.keyClick(picture, key, modifier)
    assert acts[1:] == [(7, 0, 555, 735), (7, 0, 540, 735), (7, 1, 540, 720)]
    picture.column, picture.minute = 0, 540
    QTest.keyClick(picture, Key.Key_Return)
    QTest.keyClick(picture, Key.Key_Delete)
    assert acts[4:] == [("opened", 7), ("removed", 7)]


def test_what_is_drawn_by_keys_is_let_go_with_escape(picture: DayPicture, acts: list[tuple[Any, ...]]) -> None:
    QTest.keyClick(picture, Key.Key_Right)
    QTest.keyClick(picture, Key.Key_Down, Modifier.ShiftModifier)
    QTest.keyClick(picture, Key.Key_Escape)
    QTest.keyClick(picture, Key.Key_Return)
    assert acts == []


def test_hours_that_would_lie_on_others_are_refused_in_words(picture: DayPicture, acts: list[tuple[Any, ...]]) -> None:
    said: list[str] = []
    picture.pointed.connect(said.append)
    picture.column, picture.minute = 0, 480
    for _step in range(6):
        QTest.keyClick(picture, Key.Key_Down, Modifier.ShiftModifier)
    QTest.keyClick(picture, Key.Key_Return)
    assert (acts, said[-1]) == ([], "There are meeting hours at this time already.")


def test_the_mark_is_described_for_screen_readers(picture: DayPicture) -> None:
    picture.show_days(DAYS, [NINE, NOON])
    assert picture.accessibleDescription() == "Lima, Mon, Mar 1, 09:00–12:00 · 7 slots"
    QTest.keyClick(picture, Key.Key_Up)
    assert picture.accessibleDescription() == "Lima, Mon, Mar 1, 08:45"


def test_a_picture_that_is_only_read_changes_nothing(picture: DayPicture, acts: list[tuple[Any, ...]]) -> None:
    picture.is_writable = False
    drag(picture, point(picture, 1, 600), point(picture, 1, 690))
    QTest.keyClick(picture, Key.Key_Delete)
    assert acts == []


def test_days_are_wide_enough_for_their_names_and_times(picture: DayPicture) -> None:
    many = [PictureDay(date(2027, 3, 1 + n), "Ciudad de México, Centro") for n in range(14)]
    picture.show_days(many, [NINE])
    picture.resize(picture.sizeHint())
    room, metrics = picture.area(NINE).width() - 10, picture.fontMetrics()
    assert metrics.horizontalAdvance("09:00–12:00") <= room
    assert max(metrics.horizontalAdvance(current().short_day(one.day)) for one in many) <= room + 6
    assert metrics.horizontalAdvance("Ciudad de Méx") <= room + 6
