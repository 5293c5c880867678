"""The letter of a moment is worded where it is shown."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.letters import LetterTemplate
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.widgets.letter_wording import edit_wording
from missionplanner.store.store import Store


@pytest.mark.parametrize(("answer", "stored"), [(0, []), (1, [("moment_stops", "fr", "Venez", "Bonjour")])])
def test_the_wording_is_stored_where_it_is_confirmed(
    store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, answer: int, stored: list[tuple[str, ...]]
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)

    def word(self: RecordDialog) -> int:
        assert self.windowTitle() == "Another city – Français"
        assert self.form.editors["body"].maximumHeight() > 2_000  # it takes what the dialog leaves
        self.form.fill({"subject": "Venez", "body": "Bonjour"})
        return answer

    monkeypatch.setattr(RecordDialog, "exec", word)
    assert edit_wording(parent, store, "moment_stops", "Another city", "fr") is bool(answer)
    assert [(one.kind, one.language, one.subject, one.body) for one in store.all(LetterTemplate)] == stored
