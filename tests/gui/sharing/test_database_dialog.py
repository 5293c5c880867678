"""The dialog of databases shares a mission with the logins that were typed."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from missionplanner.errors import UserError
from missionplanner.gui.sharing.database_dialog import DatabaseDialog
from missionplanner.gui.widgets import alerts
from missionplanner.jobs.sharing import database_passwords, sharing
from missionplanner.store.store import Store

ADDRESS = "postgresql://ana@db.example/missions"


@pytest.fixture
def dialog(qtbot: QtBot, path: Path) -> Iterator[DatabaseDialog]:
    """The dialog, filled in."""
    with Store.open(path) as store:
        found = DatabaseDialog(store)
        qtbot.addWidget(found)
        found.address.setText(f" {ADDRESS} ")
        found.password.setText("secret")
        found.writers.setText("luc, marie,")
        found.readers.setText("minister")
        yield found


def test_an_address_is_needed(dialog: DatabaseDialog) -> None:
    assert dialog.button.isEnabled()
    dialog.address.setText(" ")
    assert not dialog.button.isEnabled()


def test_logins_are_parted_by_commas(dialog: DatabaseDialog) -> None:
    assert dialog.members == {"minister": "read", "luc": "write", "marie": "write"}


def test_the_mission_is_shared_with_the_invitations_in_the_folder_chosen(
    dialog: DatabaseDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared: list[tuple[str, Mapping[str, str], Path]] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "out"))
    monkeypatch.setattr(sharing, "share_by_database", lambda _store, *words: shared.append(words))
    dialog.accept()
    assert shared == [(ADDRESS, dialog.members, tmp_path / "out")]
    assert (database_passwords.known(ADDRESS), dialog.folder, dialog.result()) == ("secret", tmp_path / "out", 1)


def test_a_database_that_refuses_leaves_the_dialog(
    dialog: DatabaseDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object) -> None:
        raise UserError("Refused.", "Ask.")

    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path))
    monkeypatch.setattr(sharing, "share_by_database", refuse)
    monkeypatch.setattr(alerts, "show_error", lambda _parent, error: told.append(error.text))
    dialog.accept()
    assert (told, dialog.result()) == (["Refused."], 0)
