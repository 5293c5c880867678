"""Who is free at a time: both sides, their open requests with what a meeting would mean, and one put there."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.moves import MoveVerdict
from missionplanner.domain.plan import Plan
from missionplanner.domain.requests import Priority
from missionplanner.gui.timetable.free_pane import FreePane
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.timetable import who_is_free
from missionplanner.store.store import Store
from tests.builders import ask, meet


@pytest.fixture
def pane(workspace: Workspace, qtbot: QtBot) -> Iterator[FreePane]:
    """D1 meets C1 first; D2 asked for C1 and C2; the first time is shown."""
    store: Store = workspace.store
    ask(store, ("D2", "C1", Priority.MUST_MEET), ("D2", "C2", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    found = FreePane(workspace)
    qtbot.addWidget(found)
    found.show()
    snapshot = workspace.snapshot()
    found.show_plan(Plan(snapshot, snapshot.meetings))
    found.show_time(who_is_free.times(snapshot)[0])
    found.finish()
    yield found
    found.stop()


def names(pane: FreePane) -> list[str]:
    rows = pane.companies.rows
    return [rows.text(row, 0).splitlines()[0] for row in range(rows.rowCount())]


def openings(pane: FreePane) -> list[str]:
    rows = pane.openings.rows
    return [rows.text(row, 0) for row in range(rows.rowCount())]


def test_both_sides_with_most_open_in_front(pane: FreePane) -> None:
    assert names(pane) == ["D2", "C2", "D3", "C3"]
    assert pane.companies.rows.text(0, 0) == "D2\nDelegation  ·  1 of 2 open requests possible  ·  0 meetings that day"
    assert pane.heading.text() == (
        "Mexico City, Mon, Feb 16, 09:00–09:20  ·  4 companies are free.  ·  1 of 2 tables free"
    )


def test_one_side_alone(pane: FreePane) -> None:
    pane.side.setCurrentIndex(2)
    assert names(pane) == ["C2", "C3"]


def test_open_requests_say_what_a_meeting_would_break(pane: FreePane) -> None:
    assert openings(pane) == [
        "C2\nMeet\nFree: February 16 at 09:00, table 2.",
        "C1\nMust meet\nC1 has two meetings on February 16 at 09:00: with D1 and with D2.",
    ]


def test_the_button_puts_what_is_possible(pane: FreePane) -> None:
    asked: list[MoveVerdict] = []
    pane.put_asked.connect(asked.append)
    pane.put()
    assert [verdict.text for verdict in asked] == ["Free: February 16 at 09:00, table 2."]
    pane.openings.selectRow(1)
    assert not pane._put.isEnabled()
    pane.put()
    assert len(asked) == 1


@pytest.mark.parametrize(("text", "start"), [("9:30", "09:25"), ("10", "09:50")])
def test_a_time_is_typed(pane: FreePane, qtbot: QtBot, text: str, start: str) -> None:
    qtbot.keyClicks(pane.line, text)
    pane.finish()
    assert pane.time is not None
    assert f"{pane.time.starts:%H:%M}" == start
    assert len(names(pane)) == 6


def test_what_is_no_time_is_said(pane: FreePane, qtbot: QtBot) -> None:
    qtbot.keyClicks(pane.line, "zz")
    assert pane.heading.text() == "No time of meetings fits this."


def test_down_goes_from_the_line_to_the_companies_and_enter_opens_one(pane: FreePane, qtbot: QtBot) -> None:
    opened: list[int] = []
    pane.company_asked.connect(opened.append)
    pane.companies.activated_row.emit(1)
    assert opened == [pane.companies.rows.key(1)]
    qtbot.keyClick(pane.line, Qt.Key.Key_Down)
    assert pane.focusWidget() is pane.companies


def test_nothing_is_looked_for_while_nobody_sees_it(pane: FreePane) -> None:
    pane.hide()
    pane.show_time(who_is_free.times(pane._workspace.snapshot())[1])
    pane.finish()
    assert pane._found == []
    pane.show()
    pane.finish()
    assert len(names(pane)) == 6


def test_without_a_time_it_says_where_to_find_one(workspace: Workspace, qtbot: QtBot) -> None:
    pane = FreePane(workspace)
    qtbot.addWidget(pane)
    pane.show_plan(Plan(workspace.snapshot(), []))
    assert pane.heading.text().startswith("Go to a time in the timetable, or type one")
