"""The page of own fields: the group of fees at once."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.programme import own_fields_editor
from missionplanner.gui.programme.own_fields_editor import OwnFieldsEditor
from missionplanner.store.store import Store


def test_the_group_of_fees_is_added_at_once(qtbot: QtBot, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = OwnFieldsEditor(store)
    qtbot.addWidget(editor)
    monkeypatch.setattr(own_fields_editor, "ask", lambda *_words: None)
    editor.add_fees()
    assert editor.table.rows.rowCount() == 0
    monkeypatch.setattr(own_fields_editor, "ask", lambda *_words: {"currency": "cad"})
    editor.add_fees()
    assert [editor.table.rows.text(row, 0) for row in range(2)] == ["Fee due", "Fee invoiced"]
    assert editor.table.rows.rowCount() == 7
