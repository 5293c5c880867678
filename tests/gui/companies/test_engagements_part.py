"""The programme of a company: meetings moved and cancelled from there, and shown in the timetable."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Availability, Meeting, Owner
from missionplanner.gui.companies.engagements_part import EngagementsPart
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet, moment, other_day


@pytest.fixture
def part(workspace: Workspace, qtbot: QtBot) -> EngagementsPart:
    store: Store = workspace.store
    meet(store, "D1", "C1", 0, 0)
    with store.change(message("x")) as change:
        change.insert(
            Availability(owner=Owner.COMPANY, owner_id=key_of(store, "D1"), starts=moment(12), ends=moment(13))
        )
    other_day(store)
    found = EngagementsPart(workspace)
    qtbot.addWidget(found)
    found.show_company(workspace.snapshot(), key_of(store, "D1"))
    return found


def test_a_key_moves_the_chosen_meeting_which_stays_chosen(part: EngagementsPart, store: Store, qtbot: QtBot) -> None:
    part.table.selectRow(0)
    qtbot.keyClick(part.table, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    part.show_company(part._workspace.snapshot(), key_of(store, "D1"))
    rows = part.table.rows
    assert [rows.text(row, 0) for row in range(2)] == ["Mon, Feb 16, 12:00–13:00", "Tue, Feb 17, 09:00–09:20"]
    assert part.table.currentIndex().row() == 1
    assert part.said.text() == "Moved to Tue, Feb 17, 09:00."


def test_buttons_are_for_meetings(part: EngagementsPart) -> None:
    part.table.selectRow(1)
    assert not any(button.isEnabled() for button in part._buttons.values())
    part.table.selectRow(0)
    assert all(button.isEnabled() for button in part._buttons.values())


def test_enter_shows_it_in_the_timetable(part: EngagementsPart, store: Store, qtbot: QtBot) -> None:
    asked: list[int] = []
    part.meeting_asked.connect(asked.append)
    for row in (0, 1):
        part.table.selectRow(row)
        qtbot.keyClick(part.table, Qt.Key.Key_Return)
    part.table.selectRow(0)
    qtbot.keyClick(part.table, "s")
    key = store.all(Meeting)[0].id
    assert asked == [key, key]


def test_a_company_without_any_says_what_will_be_here(part: EngagementsPart, store: Store) -> None:
    part.show_company(part._workspace.snapshot(), key_of(store, "D3"))
    assert part.said.text().startswith("Its meetings and the events it attends stand here")


def test_a_reader_of_the_file_only_looks(part: EngagementsPart, workspace: Workspace) -> None:
    workspace.take(Store.open(workspace.store.path, read_only=True))
    part.show_company(workspace.snapshot(), key_of(workspace.store, "D1"))
    part.table.selectRow(0)
    assert [name for name, button in part._buttons.items() if button.isEnabled()] == ["show_in_timetable"]
