"""The order of entering at a bilateral call, changed in its dialog."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.domain.person_days import entering
from missionplanner.gui.programme.entering_dialog import EnteringDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment
from tests.gui.conftest import Answers


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot) -> EnteringDialog:
    with workspace.store.change(message("Call")) as change:
        change.insert(Event(stop_id=1, kind=EventKind.CALL, name_en="Visit", audience=Audience.LISTED,
                            starts=moment(7), ends=moment(7, 30)))  # fmt: skip
    found = EnteringDialog(workspace, workspace.store.all(Event)[-1])
    qtbot.addWidget(found)
    return found


def order(store: Store) -> list[int]:
    """The keys of those who enter."""
    return [person.id for person in entering(store.snapshot(), store.all(Event)[-1])]


def test_people_are_added_moved_replaced_and_taken_out(
    dialog: EnteringDialog, workspace: Workspace, fill_dialogs: Answers
) -> None:
    store, editor = workspace.store, dialog.editor
    for key in (2, 1):
        fill_dialogs(person_id=key)
        editor.add()
    assert ([editor.table.rows.text(row, 0) for row in (0, 1)], order(store)) == (["1", "2"], [2, 1])
    editor.table.choose([1])
    editor.move_up()
    assert order(store) == [1, 2]
    editor.put(0, 1)
    assert order(store) == [2, 1]
    editor.table.choose([2])
    fill_dialogs(person_id=3)
    editor.edit()
    assert order(store) == [3, 1]
    editor.table.choose([3])
    editor.remove()
    assert (order(store), editor.table.rows.rowCount()) == ([1], 1)
