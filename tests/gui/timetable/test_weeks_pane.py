"""The lines of companies: which, in which order, and what a key or the mouse opens."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Side
from missionplanner.domain.week_strips import Order
from missionplanner.gui.timetable.week_painting import boxes
from missionplanner.gui.timetable.weeks_pane import WeeksPane
from tests.builders import meeting
from tests.gui.timetable.overview_plans import plan_of


@pytest.fixture
def pane(qtbot: QtBot) -> WeeksPane:
    found = WeeksPane()
    qtbot.addWidget(found)
    found.resize(900, 400)
    found.show()
    found.show_plan(plan_of())
    return found


def names(pane: WeeksPane) -> list[str]:
    return [week.company.name for week in pane.model.weeks]


def place_of(pane: WeeksPane, row: int, column: int, time: int) -> QPoint:
    """The middle of a time of a day."""
    return boxes(pane.view.visualRect(pane.model.index(row, column)), 3)[time].center()


def double_click(pane: WeeksPane, point: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    kind = QMouseEvent.Type.MouseButtonDblClick
    pane.view.mouseDoubleClickEvent(QMouseEvent(kind, QPointF(point), QPointF(point), left, left, none))


def test_a_side_is_shown_at_a_time(pane: WeeksPane) -> None:
    before = names(pane)
    pane.side.choose(Side.COUNTERPART)
    assert (before, names(pane)) == (["D1", "D2"], ["C1", "C2"])


def test_lines_are_put_in_order(pane: WeeksPane) -> None:
    pane.order.choose(Order.MEETINGS)
    assert (names(pane), pane.view.currentIndex().row()) == (["D2", "D1"], 0)


def test_only_companies_that_match_are_shown_by_their_name_or_whom_they_meet(pane: WeeksPane) -> None:
    found = []
    for words in (["d2"], ["c1"], ["d1", "c2"], ["nobody"], []):
        pane.search(words)
        found.append(names(pane))
    assert found == [["D2"], ["D1"], ["D1"], [], ["D1", "D2"]]


def test_the_words_count_what_is_shown(pane: WeeksPane) -> None:
    assert pane.words.text() == "2 companies  ·  3 company-days  ·  1 idle slot"


def test_one_stays_at_the_company_when_the_plan_changes(pane: WeeksPane) -> None:
    pane.view.setCurrentIndex(pane.model.index(1, 4))
    pane.show_plan(plan_of(meeting(9, 2, 3, 2, 2)))
    assert (pane.view.currentIndex().row(), pane.view.currentIndex().column()) == (1, 4)


def test_a_meeting_under_the_mouse_has_its_card_and_is_opened(pane: WeeksPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.meeting_asked, timeout=100) as asked:
        double_click(pane, place_of(pane, 0, 3, 2))
    assert asked.args == [2]
    card = pane.view.card_at(place_of(pane, 0, 3, 2)).split("\n")
    assert card[:2] == ["09:50–10:10, Table 1", "Planned"]
    assert "C2" in card


def test_beside_meetings_the_company_is_opened(pane: WeeksPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.company_asked, timeout=100) as asked:
        double_click(pane, place_of(pane, 0, 3, 1))
    assert asked.args == [1]


def test_the_name_of_a_line_opens_its_company(pane: WeeksPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.company_asked, timeout=100) as asked:
        pane.view.verticalHeader().sectionDoubleClicked.emit(1)
    assert asked.args == [2]


def test_enter_asks_for_the_cell(pane: WeeksPane, qtbot: QtBot) -> None:
    pane.view.entered_cell.disconnect()
    pane.view.setCurrentIndex(pane.model.index(0, 3))
    with qtbot.waitSignal(pane.view.entered_cell, timeout=100) as entered:
        qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    assert entered.args == [pane.model.index(0, 3)]


def test_the_menu_of_a_day_opens_each_meeting_and_the_company(pane: WeeksPane, qtbot: QtBot) -> None:
    menu = pane.menu_at(pane.model.index(0, 3))
    assert [action.text() for action in menu.actions()] == ["09:00, C1, Table 1", "09:50, C2, Table 1", "Open D1"]
    with qtbot.waitSignal(pane.meeting_asked, timeout=100) as asked:
        menu.actions()[1].trigger()
    with qtbot.waitSignal(pane.company_asked, timeout=100) as company:
        menu.actions()[2].trigger()
    assert (asked.args, company.args) == ([2], [1])


def test_days_take_the_width_that_is_left(pane: WeeksPane) -> None:
    wide = [pane.view.columnWidth(column) for column in range(pane.model.columnCount())]
    assert wide[3] == wide[4]
    assert sum(wide) in range(pane.view.viewport().width() - 1, pane.view.viewport().width() + 1)


def test_the_list_has_the_days_in_words(pane: WeeksPane) -> None:
    shown = pane.shown_list(plan_of().snapshot)
    assert list(shown.headings) == [
        "Company",
        "Meetings",
        "Days",
        "Idle slots",
        "Mexico City, Mon, Feb 16",
        "Monterrey, Tue, Feb 17",
    ]
    assert [list(row) for row in shown.rows] == [
        ["D1", "3", "2", "1", "09:00–10:10 (2)", "09:00–09:20 (1)"],
        ["D2", "1", "1", "0", "09:00–09:20 (1)", "–"],
    ]
