"""The companies to ask: their letters, and the stops of those who agreed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.advice import Advice
from missionplanner.gui.advice.asked_companies import AskedCompaniesDialog
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store
from tests.builders import check_undo, key_of


@pytest.fixture
def dialog(workspace: Workspace, store: Store, runner: Runner, advice: Advice, qtbot: QtBot) -> AskedCompaniesDialog:
    found = AskedCompaniesDialog(workspace, runner, workspace.snapshot(), advice)
    qtbot.addWidget(found)
    return found


def test_companies_are_ticked_with_their_cities_and_letters(dialog: AskedCompaniesDialog) -> None:
    assert [dialog.list.item(n).text() for n in range(dialog.list.count())] == ["C3  ·  Mexico City"]
    assert dialog.preview.toPlainText().startswith("To: (no address)\nSubject: Test mission: could you also come to")
    assert "- D1\n- D2" in dialog.preview.toPlainText()
    assert (dialog.windowTitle(), dialog.words.text()) == (
        "Ask 1 company to come to another stop", "1 company is ticked.",
    )  # fmt: skip


def test_nobody_ticked_is_nothing_to_write(dialog: AskedCompaniesDialog) -> None:
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert (dialog.chosen, dialog.write_button.isEnabled(), dialog.agreed_button.isEnabled()) == ([], False, False)


def test_letters_are_written(
    dialog: AskedCompaniesDialog, runner: Runner, qtbot: QtBot, folder: Path, told: list[tuple[str, str]]
) -> None:
    with qtbot.waitSignal(runner.ended, timeout=20_000):
        dialog.write_button.click()
    assert [path.name for path in folder.iterdir()] == ["C3 - Another city.pdf"]
    assert told[0][0] == "1 letter was written."
    assert "Without an address, to be printed: C3" in told[0][1]
    assert dialog.list.item(0).text() == "C3  ·  Mexico City  ·  Draft written"
    assert dialog.chosen == []
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert (dialog.write_button.isEnabled(), dialog.agreed_button.isEnabled()) == (False, True)


def test_letters_are_reworded_where_they_are_shown(
    dialog: AskedCompaniesDialog, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(self: RecordDialog) -> int:
        self.form.fill({"subject": "Come to {cities}", "body": "Meet\n{partners}"})
        return 1

    monkeypatch.setattr(RecordDialog, "exec", answer)
    check_undo(store, lambda _store: dialog.edit_wording("en"), "Edit a letter")
    assert dialog.preview.toPlainText() == "To: (no address)\nSubject: Come to Mexico City\n\nMeet\n- D1\n- D2"


def test_who_agreed_goes_there(dialog: AskedCompaniesDialog, store: Store) -> None:
    check_undo(store, lambda _store: dialog.agreed_button.click(), "Add stops to C3")
    assert store.snapshot().stops_for(key_of(store, "C3")) == {1, 2}
    assert dialog.result() == 1
