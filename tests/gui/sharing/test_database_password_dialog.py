"""The password of a database is asked for, and kept in the keychain where somebody says so."""

import pytest
from pytestqt.qtbot import QtBot

from missionplanner.gui.sharing.database_password_dialog import DatabasePasswordDialog
from missionplanner.jobs.sharing import database_passwords
from tests.keychain import one_in_memory

ADDRESS = "postgresql://ana@db.example/missions"


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_passwords, "_KNOWN", {})


def test_what_is_typed_is_remembered_and_kept(qtbot: QtBot) -> None:
    with one_in_memory() as keychain:
        dialog = DatabasePasswordDialog(ADDRESS)
        qtbot.addWidget(dialog)
        dialog.password.setText("secret")
        dialog.keep.setChecked(True)
        dialog.accept()
        assert keychain.entries == {("missionplanner", ADDRESS): "secret"}
    assert (database_passwords.known(ADDRESS), dialog.result()) == ("secret", 1)


def test_without_a_keychain_it_cannot_be_kept(qtbot: QtBot) -> None:
    dialog = DatabasePasswordDialog(ADDRESS)
    qtbot.addWidget(dialog)
    assert (dialog.keep.isEnabled(), dialog.keep.isChecked()) == (False, False)
    dialog.reject()
    assert database_passwords.known(ADDRESS) == ""
