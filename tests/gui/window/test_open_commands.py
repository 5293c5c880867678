"""Missions are begun, opened, filled and closed."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Mission
from missionplanner.errors import UserError
from missionplanner.gui.commands import commands_in
from missionplanner.gui.imports.wizard import ImportWizard
from missionplanner.gui.runner import Runner
from missionplanner.gui.start.new_mission import NewMissionDialog
from missionplanner.gui.widgets import alerts
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.window.navigation import Navigation
from missionplanner.gui.window.open_commands import ClosingCommands, ImportCommands, OpenCommands
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.programme import new_mission
from missionplanner.jobs.starts import example
from tests.builders import small_mission


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """What the dialogs belong to."""
    found = QWidget()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def opening(parent: QWidget, workspace: Workspace, runner: Runner) -> OpenCommands:
    """The commands over the small mission."""
    return OpenCommands(parent, workspace, runner, lambda: True)


def test_a_chosen_file_is_opened(
    opening: OpenCommands, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.mission"
    small_mission(other).close()
    for chosen, shown in (("", "small.mission"), (str(other), "other.mission")):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words, found=chosen: (found, ""))
        opening.open_mission()
        assert workspace.store.path.name == shown


@pytest.mark.parametrize(("answer", "shown"), [(False, "small.mission"), (True, "other.mission")])
def test_what_is_typed_and_cannot_be_stored_is_asked_about_before_another_file_is_opened(
    parent: QWidget,
    workspace: Workspace,
    runner: Runner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: bool,
    shown: str,
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(alerts, "confirm", lambda _parent, *words: asked.append(words) or answer)
    opening = OpenCommands(parent, workspace, runner, lambda: False)
    opening.open_path(workspace.store.path)
    assert asked == []
    other = tmp_path / "other.mission"
    small_mission(other).close()
    opening.open_path(other)
    assert ([words[2:] for words in asked], workspace.store.path.name) == ([("Open other", "Stay here")], shown)


def test_the_example_is_made_beside_the_window_and_opened(
    opening: OpenCommands, workspace: Workspace, runner: Runner, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "fill", lambda _store, progress: iter([progress.report(0.5)]))
    opening.try_example()
    with pytest.raises(UserError, match="Something else is being done"):
        opening.try_example()
    qtbot.waitUntil(lambda: workspace.store.path.parent.name == "examples")
    assert workspace.store.path.name == "Canada Trade Mission to Mexico 2026.mission"


def test_a_new_mission_is_made_where_the_dialog_says(
    opening: OpenCommands, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(dialog: NewMissionDialog) -> int:
        dialog.folder = tmp_path / "there"
        for name, text in (("name", "Peru"), ("starts", "2027-03-01"), ("ends", "2027-03-05")):
            editor: Any = dialog.what.form.editors[name]
            editor.setText(text)
        return 1

    (tmp_path / "there").mkdir()
    monkeypatch.setattr(NewMissionDialog, "exec", accept)
    opening.new_mission()
    assert workspace.store.path == tmp_path / "there" / "Peru.mission"


def test_every_screen_opens_on_a_new_mission(open_window: Any, tmp_path: Path) -> None:
    day = date(2027, 3, 1)
    path = tmp_path / "peru.mission"
    new_mission.create(path, new_mission.NewMission(Mission(name="Peru", starts=day, ends=day))).close()
    window = open_window(path)
    for name in [one.name.removeprefix("show_") for one in commands_in(Navigation)]:
        open_screen(window, name)


def test_a_new_mission_that_is_cancelled_asks_for_no_place(
    opening: OpenCommands, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(NewMissionDialog, "exec", lambda _dialog: 0)
    opening.new_mission()
    assert workspace.store.path.name == "small.mission"


def test_nothing_on_the_clipboard_cannot_be_imported(parent: QWidget, workspace: Workspace, runner: Runner) -> None:
    QGuiApplication.clipboard().setText("  \n")
    with pytest.raises(UserError, match="There is nothing to paste"):
        ImportCommands(parent, workspace, runner).paste_rows()


def test_wizard_is_shown_on_a_file_or_on_what_was_copied(
    parent: QWidget, workspace: Workspace, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[object] = []
    monkeypatch.setattr(ImportWizard, "analyse", lambda _wizard: None)
    monkeypatch.setattr(
        ImportWizard, "exec", lambda wizard: shown.append((wizard.kind.currentData(), wizard.windowTitle())) or 0
    )
    importing = ImportCommands(parent, workspace, runner)
    for chosen in ([], ["rows.csv"], ["one.xlsx", "two.xlsx"]):
        monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words, found=chosen: (found, ""))
        importing.import_file("requests")
    QGuiApplication.clipboard().setText("Name\nD9")
    importing.paste_rows("counterpart")
    assert shown == [
        ("requests", "Import rows.csv"), ("requests", "Import 2 filled forms"), ("counterpart", "Import Clipboard"),
    ]  # fmt: skip


def test_what_is_typed_is_stored_before_the_mission_is_closed(workspace: Workspace) -> None:
    done: list[object] = []
    closing = ClosingCommands(workspace, lambda: done.append(workspace.is_open), lambda: done.append("end"))
    closing.close_mission()
    closing.quit()
    assert (done, workspace.is_open) == ([True, "end"], False)


def open_screen(window: MainWindow, name: str) -> Any:
    """Go to a screen of the window."""
    window.do(f"show_{name}")
    return window.screens[name]
