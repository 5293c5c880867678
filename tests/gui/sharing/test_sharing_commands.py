"""The commands of working together: shared, joined by an invitation."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from missionplanner.errors import UserError
from missionplanner.gui.sharing.dialog import WorkTogetherDialog
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.jobs.sharing import sharing
from missionplanner.store.store import Store
from missionplanner.store.upkeep import passwords
from tests.gui.conftest import Opener

PASSWORD = "five words for a test"


def share(path: Path, folder: Path, password: str = "") -> Path:
    """Share a mission and return the invitation."""
    with Store.open(path, password=password) as store:
        return sharing.share(store, folder)


def test_the_dialog_shows_the_mission_that_is_open(
    path: Path, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QDialog] = []
    monkeypatch.setattr(WorkTogetherDialog, "exec", lambda dialog: shown.append(dialog) or 0)
    open_window(path).session.commands.sharing.work_together()
    assert [type(dialog) for dialog in shown] == [WorkTogetherDialog]


def test_an_invitation_is_joined_and_its_mission_opened(
    path: Path, tmp_path: Path, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    invitation, target = share(path, tmp_path / "shared"), tmp_path / "mine.mission"
    window: MainWindow = open_window()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(invitation), ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target.with_suffix("")), ""))
    window.session.commands.sharing.join_mission()
    assert window.workspace.store.path == target
    assert window.session.follower.is_shared


def test_an_invitation_that_is_dropped_is_joined(
    path: Path, tmp_path: Path, open_window: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    invitation, target = share(path, tmp_path / "shared"), tmp_path / "mine.mission"
    window: MainWindow = open_window()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(target), ""))
    window.session.take_dropped([invitation])
    assert window.workspace.store.path == target


def test_the_password_of_the_mission_is_asked_for(
    path: Path, tmp_path: Path, open_window: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    passwords.set_password(path, "", PASSWORD)
    invitation, target = share(path, tmp_path / "shared", PASSWORD), tmp_path / "mine.mission"
    typed = iter([("wrong", True), (PASSWORD, True), (PASSWORD, True)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_words: next(typed))
    window: MainWindow = open_window()
    window.session.commands.sharing.join_as(invitation, target)
    assert window.workspace.store.password == PASSWORD


def test_what_is_no_invitation_is_told(tmp_path: Path, open_window: Opener) -> None:
    (tmp_path / "a.invitation").write_text("?")
    with pytest.raises(UserError, match=r"a\.invitation is no invitation"):
        open_window().session.commands.sharing.join_by(tmp_path / "a.invitation")
