"""The requests of a company, with what became of them and why."""

from pytestqt.qtbot import QtBot

from missionplanner.domain.requests import Priority
from missionplanner.domain.timetable import MeetingStatus
from missionplanner.gui.companies.requests_part import RequestsPart
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store
from tests.builders import ask, key_of, meet


def test_state_and_reason_of_each(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    ask(store, ("D1", "C1", Priority.MEET), ("D1", "C2", Priority.MEET))
    meet(store, "D1", "C1", 0, 0)
    meet(store, "D1", "C2", 1, 0, status=MeetingStatus.CANCELLED, reason="Illness")
    part = RequestsPart()
    qtbot.addWidget(part)
    part.show_company(workspace.snapshot(), key_of(store, "D1"))
    rows = part.table.rows
    assert [[rows.text(row, column) for column in range(5)] for row in range(2)] == [
        ["C1", "Delegation", "Meet", "Planned, Mon, Feb 16, 09:00", ""],
        ["C2", "Delegation", "Meet", "Cancelled", "Illness"],
    ]
    assert part.reason.text() == ""
    part.table.selectRow(1)
    assert part.reason.text() == "Illness"
    asked: list[int] = []
    part.company_asked.connect(asked.append)
    part.table.activated_row.emit(1)
    assert asked == [key_of(store, "C2")]


def test_a_company_nobody_asked_for_says_so(workspace: Workspace, store: Store, qtbot: QtBot) -> None:
    part = RequestsPart()
    qtbot.addWidget(part)
    part.show_company(workspace.snapshot(), key_of(store, "D1"))
    assert part.reason.text() == "Nobody asked to meet it, and it asked for nobody."
