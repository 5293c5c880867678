"""What was changed of one record, newest first, with the values of the chosen step."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.gui.widgets.record_history import RecordHistory
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of


def test_only_its_own_changes_are_shown(store: Store, qtbot: QtBot) -> None:
    one, other = key_of(store, "D1"), key_of(store, "D2")
    for key, city in ((one, "Lyon"), (other, "Paris"), (one, "Nice")):
        with store.change(message("Move to {city}", city=city)) as change:
            change.update(replace(store.get(Company, key), city=city))
    found = RecordHistory(store, "companies")
    qtbot.addWidget(found)
    found.show_record(one, "D1")
    steps = [found.steps.rows.text(row, 2) for row in range(found.steps.rows.rowCount())]
    assert steps == ["Move to Nice", "Move to Lyon", "Fill"]
    values = found.values.rows
    assert [values.text(0, column) for column in range(3)] == ["City", "Lyon", "Nice"]
    found.steps.selectRow(1)
    assert [values.text(0, column) for column in range(3)] == ["City", "", "Lyon"]


def test_a_record_without_changes_shows_none(store: Store, qtbot: QtBot) -> None:
    found = RecordHistory(store, "companies")
    qtbot.addWidget(found)
    found.show_record(999, "")
    assert (found.steps.rows.rowCount(), found.values.rows.rowCount()) == (0, 0)
