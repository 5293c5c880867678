"""The calls of the evening before: whom to call, and who reconfirmed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Side
from missionplanner.domain.mission import Venue
from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingStatus, Session, slots_of
from missionplanner.gui.day.calls import CallsPage
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, meet, moment


@pytest.fixture
def calls(workspace: Workspace, store: Store, qtbot: QtBot) -> CallsPage:
    """The calls for the day of the meetings, kept up to date."""
    page = CallsPage(workspace)
    qtbot.addWidget(page)
    page.show_day(workspace.snapshot(), 1, date(2026, 2, 15))
    workspace.changed.connect(lambda _tables: page.show_day(workspace.snapshot(), 1, date(2026, 2, 15)))
    return page


def column(page: CallsPage, number: int) -> list[str]:
    return [page.table.rows.text(n, number) for n in range(page.table.rows.rowCount())]


def test_counterparts_are_called_in_the_order_of_their_first_meeting(calls: CallsPage) -> None:
    assert [column(calls, n) for n in (0, 1, 2, 5, 6)] == [
        ["09:00", "09:00", "09:25"],
        ["C1", "C2", "C3"],
        ["Given C1", "Given C2", "Given C3"],
        ["1", "1", "1"],
        ["not yet", "not yet", "not yet"],
    ]
    assert calls.summary.text() == "3 companies to call  ·  0 reconfirmed"


@pytest.mark.parametrize(
    ("side", "names"), [(None, ["C1", "C2", "D1", "D2", "C3", "D3"]), (Side.DELEGATION, ["D1", "D2", "D3"])]
)
def test_the_side_is_chosen(calls: CallsPage, side: Side | None, names: list[str]) -> None:
    calls.side.choose(side)
    assert column(calls, 1) == names


def test_who_said_today_that_they_come_is_recorded(calls: CallsPage, store: Store, qtbot: QtBot) -> None:
    today = date.today()  # noqa: DTZ011
    calls.table.selectRow(0)
    calls.reconfirm()
    meeting = store.all(Meeting)[0]
    assert (meeting.status, meeting.reconfirmed, meeting.reconfirmed_by) == (
        MeetingStatus.CONFIRMED,
        today,
        "counterpart",
    )
    assert calls.summary.text() == "3 companies to call  ·  1 reconfirmed"


def test_a_company_is_reconfirmed_only_for_all_its_meetings(calls: CallsPage, store: Store) -> None:
    calls.table.selectRow(0)
    calls.reconfirm()
    meet(store, "D2", "C1", 2, 0)
    assert column(calls, 6)[0] == "not yet"


def test_it_is_taken_back(calls: CallsPage, store: Store) -> None:
    calls.table.selectRow(0)
    calls.reconfirm()
    calls.take_back()
    assert (store.all(Meeting)[0].reconfirmed, column(calls, 6)[0]) == (None, "not yet")


def test_both_sides_are_recorded_for_their_own_meetings(calls: CallsPage, store: Store) -> None:
    calls.side.choose(None)
    calls.table.choose([store.all(Meeting)[0].counterpart_id, store.all(Meeting)[1].delegation_id])
    calls.reconfirm()
    assert [meeting.reconfirmed_by for meeting in store.all(Meeting)] == ["counterpart", "delegation", ""]


def test_only_those_not_reconfirmed_are_left(calls: CallsPage) -> None:
    calls.table.selectRow(0)
    calls.reconfirm()
    calls.open.setChecked(True)
    assert column(calls, 1) == ["C2", "C3"]
    assert [row[1] for row in calls.shown_list("Mexico City").rows] == ["C2", "C3"]


def test_names_and_people_are_searched(calls: CallsPage, store: Store) -> None:
    person = next(p for p in store.all(Person) if p.family_name == "C2")
    with store.change(message("Name")) as change:
        change.update(replace(person, given_name="María"))
    calls.text.setText("maria")
    assert column(calls, 1) == ["C2"]


def test_a_stop_without_sessions_has_no_calls(calls: CallsPage, workspace: Workspace) -> None:
    calls.show_day(workspace.snapshot(), 99, DAY)
    assert (column(calls, 1), calls.summary.text()) == ([], "There are no sessions at this stop.")


def test_after_the_last_day_the_last_day_stays(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    page = CallsPage(workspace)
    qtbot.addWidget(page)
    page.show_day(workspace.snapshot(), 1, date(2026, 3, 1))
    assert page.day.value == DAY


def test_ctrl_enter_reconfirms(calls: CallsPage, store: Store, qtbot: QtBot) -> None:
    calls.show()
    calls.activateWindow()
    qtbot.waitUntil(calls.isActiveWindow)
    calls.table.selectRow(2)
    qtbot.keyClick(calls.table, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert store.all(Meeting)[2].reconfirmed_by == "counterpart"


def test_a_reader_of_the_file_records_nothing(store: Store, qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.open(store.path)
    page = CallsPage(workspace)
    qtbot.addWidget(page)
    page.show_day(workspace.snapshot(), 1, date(2026, 2, 15))
    page.table.selectRow(0)
    page.reconfirm()
    assert store.all(Meeting)[0].reconfirmed is None
    workspace.close()


def test_on_a_day_the_next_one_is_called_for(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    tuesday = DAY + timedelta(1)
    session = Session(venue_id=store.all(Venue)[0].id, starts=moment(9, day=tuesday), ends=moment(10, day=tuesday))
    with store.change(message("Tuesday")) as change:
        change.insert_all(slots_of(session, change.insert(session)))
    page = CallsPage(workspace)
    qtbot.addWidget(page)
    page.show_day(workspace.snapshot(), 1, DAY)
    assert page.day.value == tuesday
