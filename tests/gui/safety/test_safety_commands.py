"""The commands of the menus that keep a mission safe."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog

from missionplanner.gui.safety import taken_copies
from missionplanner.gui.safety.copies import CopiesDialog
from missionplanner.gui.safety.history import HistoryDialog
from missionplanner.gui.safety.personal_data import PersonalDataDialog
from missionplanner.gui.safety.safety_commands import CopyCommands
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.store.upkeep import backups
from missionplanner.store.upkeep import passwords as protection

PASSWORD = "five words for a test"
ROOT = Path(__file__).resolve().parents[2]


def test_a_password_is_set_asked_for_and_taken_away(
    window: MainWindow, path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    window.session.open_file(path)
    safety = CopyCommands(window, window.workspace, window.session.stack.settle)
    safety.change_password("", PASSWORD)
    assert window.workspace.store.password == PASSWORD
    assert told[-1].startswith("The file has its new password. ")
    window.do("close_mission")
    typed = iter([("wrong password", True), (PASSWORD, True)])
    questions: list[str] = []
    monkeypatch.setattr(QInputDialog, "getText", lambda _p, _t, text, *_m: questions.append(text) or next(typed))
    window.session.open_file(path)
    assert window.workspace.store.path == path
    assert ["does not open" in question for question in questions] == [False, True]
    backups.keep(window.workspace.store)
    assert backups.of(path, PASSWORD)[0].is_readable
    safety.change_password(PASSWORD, "")
    assert window.workspace.store.password == ""
    assert path.read_bytes().startswith(b"SQLite")


def test_a_copy_taken_for_a_city_is_named_and_keeps_what_it_has(
    window: MainWindow, path: Path, told: list[str], tmp_path: Path
) -> None:
    window.session.open_file(path)
    store, city = window.workspace.store, tmp_path / "city.mission"
    store.backup(city)
    for one in (city, tmp_path / "gone.mission"):
        taken_copies.remember(store.mission.uid, "Lima", one)
    CopyCommands(window, window.workspace, window.session.stack.settle).change_password("", PASSWORD)
    assert f"{city}: It is a file of its own, and has no password" in told[-1]
    assert "gone.mission" not in told[-1]
    assert not protection.has_password(city)


def test_a_file_renamed_while_it_is_open_gets_its_password_under_the_new_name(
    window: MainWindow, path: Path, told: list[str]
) -> None:
    window.session.open_file(path)
    moved = path.rename(path.with_name("renamed.mission"))
    CopyCommands(window, window.workspace, window.session.stack.settle).change_password("", PASSWORD)
    assert window.workspace.store.path == moved
    assert protection.has_password(moved)
    assert not path.exists()
    assert len(told) == 1


def test_a_wrong_present_password_changes_nothing(window: MainWindow, path: Path, told: list[str]) -> None:
    protection.set_password(path, "", PASSWORD)
    window.workspace.open(path, PASSWORD)
    safety = CopyCommands(window, window.workspace, window.session.stack.settle)
    with pytest.raises(Exception, match="does not open"):
        safety.change_password("not the password", "another long password")
    assert window.workspace.store.password == PASSWORD
    assert told == []


@pytest.mark.parametrize("name", ["show_history", "show_copies", "personal_data"])
def test_the_dialogs_open_from_the_menu(window: MainWindow, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    for kind in (HistoryDialog, CopiesDialog, PersonalDataDialog):
        monkeypatch.setattr(kind, "exec", lambda dialog: opened.append(dialog.windowTitle()) or 0)
    window.do(name)
    assert len(opened) == 1
