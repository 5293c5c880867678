"""The page of own fields: the group of fees at once, keys."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.gui.programme import own_fields_editor
from missionplanner.gui.programme.own_fields_editor import OwnFieldsEditor
from missionplanner.gui.widgets.table import DataTable
from missionplanner.jobs.fields import definitions
from missionplanner.store.store import Store


def test_the_group_of_fees_is_added_at_once(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = OwnFieldsEditor(store)
    qtbot.addWidget(editor)
    monkeypatch.setattr(own_fields_editor, "ask", lambda *_words: None)
    editor.add_fees()
    assert editor.table.rows.rowCount() == 0
    offered = []
    monkeypatch.setattr(own_fields_editor, "ask", lambda *words: offered.append(words[2]) or {"currency": "cad"})
    editor.add_fees()
    assert offered == [{"currency": "CAD"}]
    assert [editor.table.rows.text(row, 0) for row in range(2)] == ["Fee due", "Fee invoiced"]
    assert editor.table.rows.rowCount() == 7


def test_tab_goes_to_every_button_before_the_list(qtbot: QtBot, store: Store) -> None:
    editor = OwnFieldsEditor(store)
    qtbot.addWidget(editor)
    definitions.enter(store, None, {"name_en": "Hotel"})
    editor.refresh()
    editor.show()
    chain, one = [], editor.nextInFocusChain()
    while one is not editor:
        chain.append(one)
        one = one.nextInFocusChain()
    tabbed = [one for one in chain if one.isVisible() and isinstance(one, QPushButton | DataTable)]
    names = [one.text() if isinstance(one, QPushButton) else "" for one in tabbed]
    assert names == ["Add", "Edit", "Delete", "Move up", "Move down", "Add the fees…", ""]
