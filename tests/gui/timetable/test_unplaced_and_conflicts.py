"""The lists beside the timetable find their reasons, search and lead to meetings."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, CompanyStop
from missionplanner.domain.mission import Stop
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority, Request
from missionplanner.domain.timetable import Meeting
from missionplanner.gui.timetable.unplaced_and_conflicts import UnplacedAndConflicts, counted
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, ask, ask_all, key_of, meet


@pytest.fixture
def side(store: Store, qtbot: QtBot) -> UnplacedAndConflicts:
    """The lists for a plan of two meetings and one open request, with its reason found."""
    found = UnplacedAndConflicts()
    qtbot.addWidget(found)
    show(found, store)
    return found


def show(side: UnplacedAndConflicts, store: Store) -> None:
    snapshot = store.snapshot()
    side.show_plan(Plan(snapshot, snapshot.meetings))
    side.finish()


def unplaced(side: UnplacedAndConflicts) -> list[str]:
    return [side.unplaced.rows.text(n, 0) for n in range(side.unplaced.rows.rowCount())]


def test_an_open_request_has_its_reason(side: UnplacedAndConflicts) -> None:
    assert unplaced(side) == ["D3\nC3\nMeet. Both could use 4 slots; make the timetable again to place it."]
    assert [side.tabs.tabText(n) for n in range(2)] == ["Not placed (1)", "Conflicts (0)"]


def test_reasons_come_after_the_names(side: UnplacedAndConflicts, store: Store) -> None:
    counted: list[tuple[int, int]] = []
    side.counted.connect(lambda *numbers: counted.append(numbers))
    snapshot = store.snapshot()
    side.show_plan(Plan(snapshot, snapshot.meetings))
    assert unplaced(side) == ["D3\nC3\nMeet. …"]
    side.finish()
    assert counted == [(1, -1), (1, 0)]


def test_reasons_are_found_between_events(side: UnplacedAndConflicts, store: Store, qtbot: QtBot) -> None:
    ask_all(store)
    snapshot = store.snapshot()
    side.show_plan(Plan(snapshot, snapshot.meetings))
    qtbot.waitUntil(lambda: not any("…" in text for text in unplaced(side)), timeout=5000)
    assert side.tabs.tabText(0) == "Not placed (7)"


def test_looking_stops_when_the_screen_goes(side: UnplacedAndConflicts, store: Store, qtbot: QtBot) -> None:
    snapshot = store.snapshot()
    side.show_plan(Plan(snapshot, snapshot.meetings))
    side.stop()
    qtbot.wait(20)
    assert unplaced(side) == ["D3\nC3\nMeet. …"]


@pytest.mark.parametrize(("words", "number"), [("d3", 1), ("C3 d3", 1), ("d2", 0), ("", 1)])
def test_names_and_reasons_are_searched(side: UnplacedAndConflicts, words: str, number: int) -> None:
    side.text.setText(words)
    assert len(unplaced(side)) == number


def test_columns_are_as_wide_as_the_lists(side: UnplacedAndConflicts, qtbot: QtBot) -> None:
    side.resize(320, 600)
    side.show()
    for table in (side.unplaced, side.conflicts):
        side.tabs.setCurrentWidget(table)
        qtbot.wait(1)
        assert table.columnWidth(0) == table.viewport().width()


def test_space_takes_the_current_request_up(side: UnplacedAndConflicts, store: Store, qtbot: QtBot) -> None:
    taken: list[Request] = []
    side.taken.connect(taken.append)
    side.unplaced.setCurrentIndex(side.unplaced.rows.index(0, 0))
    qtbot.keyClick(side.unplaced, Qt.Key.Key_Space)
    assert [request.pair for request in taken] == [(key_of(store, "D3"), key_of(store, "C3"))]


def test_space_without_a_current_request_takes_nothing_up(side: UnplacedAndConflicts, qtbot: QtBot) -> None:
    taken: list[Request] = []
    side.taken.connect(taken.append)
    side.text.setText("nobody")
    qtbot.keyClick(side.unplaced, Qt.Key.Key_Space)
    assert taken == []


def test_dragging_below_the_last_request_takes_nothing_up(side: UnplacedAndConflicts) -> None:
    taken: list[Request] = []
    side.taken.connect(taken.append)
    side.resize(320, 900)
    side.show()
    view = side.unplaced.viewport()
    start = QPoint(20, view.height() - 5)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, start - QPoint(0, 40))
    assert (taken, side.unplaced.gesture.is_on) == ([], False)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)


def test_conflicts_are_listed_and_lead_to_their_meeting(side: UnplacedAndConflicts, store: Store) -> None:
    meet(store, "D1", "C2", 0, 2)
    show(side, store)
    asked: list[int] = []
    side.asked.connect(asked.append)
    assert side.tabs.tabText(1) == "Conflicts (1)"
    assert side.conflicts.rows.text(0, 0).startswith("D1 has two meetings")
    side.conflicts.activated_row.emit(0)
    assert asked == [store.all(Meeting)[0].id]


def test_a_renamed_company_is_shown_with_its_new_name(side: UnplacedAndConflicts, store: Store) -> None:
    company = next(one for one in store.all(Company) if one.name == "D3")
    with store.change(message("Name")) as change:
        change.update(replace(company, name="Acme"))
    show(side, store)
    assert unplaced(side)[0].startswith("Acme\nC3\n")


@pytest.fixture
def grouped(side: UnplacedAndConflicts, store: Store) -> UnplacedAndConflicts:
    """D3 goes to another stop only: two of its requests share a reason, beside one that could be placed."""
    with store.change(message("Apart")) as change:
        stop = change.insert(Stop(name_en="Monterrey", starts=DAY, ends=DAY))
        change.insert(CompanyStop(company_id=key_of(store, "D3"), stop_id=stop))
        change.insert_all(CompanyStop(company_id=key_of(store, name), stop_id=1) for name in ("C1", "C3"))
    ask(store, ("D3", "C1", Priority.MUST_MEET), ("D2", "C1", Priority.MEET))
    show(side, store)
    return side


def test_requests_with_the_same_reason_stand_under_their_advice(grouped: UnplacedAndConflicts) -> None:
    assert unplaced(grouped) == [
        "2 requests: the two share no stop\nAdvice (Enter, F6) names the fewest companies to ask to come to another city.",
        "D3\nC1\nMust meet. Monterrey – Mexico City",
        "D3\nC3\nMeet. Monterrey – Mexico City",
        "D2\nC1\nMeet. Both could use 4 slots: D2 has other meetings in 1 of them; C1 has other meetings in 1 of them."
        " It could be on February 16 at 09:00 if D1 and C1 met on February 16 at 09:25 instead.",
    ]  # fmt: skip


def test_a_heading_leads_to_advice_and_a_request_does_not(grouped: UnplacedAndConflicts, qtbot: QtBot) -> None:
    asked: list[bool] = []
    grouped.advice_asked.connect(lambda: asked.append(True))
    for row in range(2):
        grouped.unplaced.setCurrentIndex(grouped.unplaced.rows.index(row, 0))
        qtbot.keyClick(grouped.unplaced, Qt.Key.Key_Return)
    assert asked == [True]


def test_a_heading_is_not_taken_up(grouped: UnplacedAndConflicts, qtbot: QtBot) -> None:
    taken: list[Request] = []
    grouped.taken.connect(taken.append)
    grouped.unplaced.setCurrentIndex(grouped.unplaced.rows.index(0, 0))
    qtbot.keyClick(grouped.unplaced, Qt.Key.Key_Space)
    assert taken == []


def test_a_search_keeps_the_heading_of_what_it_finds(grouped: UnplacedAndConflicts) -> None:
    grouped.text.setText("d3 monterrey")
    assert [row.split("\n")[0] for row in unplaced(grouped)] == ["2 requests: the two share no stop", "D3", "D3"]


def test_what_there_is_is_counted_in_a_line() -> None:
    assert [counted(1, 2, number, note) for number, note in ((-1, ""), (0, "UTC+1"), (3, ""))] == [
        "1 meeting  ·  2 requests not placed",
        "1 meeting  ·  2 requests not placed  ·  no conflicts  ·  UTC+1",
        "1 meeting  ·  2 requests not placed  ·  3 conflicts",
    ]
