"""A list whose order is decided by dragging a row, or by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from missionplanner.gui.programme.ordered_editor import OrderedEditor
from missionplanner.gui.programme.own_fields import OwnFieldsKind
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.fields.values import fields
from missionplanner.store.store import Store


@pytest.fixture
def editor(store: Store, qtbot: QtBot) -> OrderedEditor:
    for name in "ABC":
        definitions.enter(store, None, {"name_en": name})
    own = OwnFieldsKind(store)
    found = OrderedEditor(own.kind, store, "", own.put_in_order)
    qtbot.addWidget(found)
    found.refresh()
    found.resize(900, 400)
    found.show()
    return found


def order(store: Store) -> str:
    return "".join(one.name_en for one in fields(store))


def test_a_row_is_moved_by_keys_and_stays_selected(editor: OrderedEditor, store: Store) -> None:
    editor.table.selectRow(1)
    editor.move_up()
    editor.move_up()
    assert (order(store), editor.table.chosen_keys()) == ("BAC", [2])
    editor.move_down()
    editor.move_down()
    assert order(store) == "ACB"
    store.undo()
    assert order(store) == "ABC"


@pytest.mark.parametrize(
    ("row", "to", "found"), [(0, 1, "BAC"), (0, 2, "BCA"), (2, 0, "CAB"), (0, -1, "BCA"), (1, 1, "ABC")]
)
def test_a_row_is_dragged_to_the_place_of_another(
    editor: OrderedEditor, store: Store, qtbot: QtBot, row: int, to: int, found: str
) -> None:
    def middle(number: int) -> QPoint:
        if number < 0:
            return QPoint(30, editor.table.viewport().height() - 3)
        return editor.table.visualRect(editor.table.rows.index(number, 0)).center()

    button = Qt.MouseButton.LeftButton
    qtbot.mousePress(editor.table.viewport(), button, pos=middle(row))
    qtbot.mouseMove(editor.table.viewport(), middle(to))
    qtbot.mouseRelease(editor.table.viewport(), button, pos=middle(to))
    assert order(store) == found
