"""The window asks which form is wanted and writes it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Side
from missionplanner.gui import settings
from missionplanner.gui.programme.forms_dialog import FormsDialog
from missionplanner.gui.runner import Runner
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.fields import definitions
from missionplanner.jobs.imports.form_knowledge import side_of


def test_the_form_of_a_side_is_written_in_one_language(
    qtbot: QtBot, workspace: Workspace, runner: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = FormsDialog(workspace.store, runner)
    qtbot.addWidget(dialog)
    assert any("Google Forms, Microsoft Forms" in label.text() for label in dialog.findChildren(QLabel))
    dialog.form.set_values({**dialog.form.values(), "side": Side.COUNTERPART, "language": "es"})
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: "")
    dialog.accept()
    assert not list(tmp_path.glob("*.xlsx"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "forms"))
    dialog.accept()
    qtbot.waitUntil(lambda: not runner.is_busy)
    book, text = sorted((tmp_path / "forms").iterdir(), key=lambda path: path.suffix, reverse=True)
    second = FormsDialog(workspace.store, runner)
    qtbot.addWidget(second)
    second.form.set_values({**second.form.values(), "is_second": True})
    second.form.edited.emit()
    missing = "No field is asked in the second form. Mark some in Mission settings, under Own fields."
    assert missing in [label.text() for label in second.findChildren(QLabel)]
    definitions.enter(workspace.store, None, {"name_en": "Meals", "second_form": True})
    second.form.edited.emit()
    assert "3 companies were accepted." in [label.text() for label in second.findChildren(QLabel)]
    assert (side_of(book), text.suffix, settings.read("form_folder")) == (
        Side.COUNTERPART, ".txt", str(tmp_path / "forms"),
    )  # fmt: skip
