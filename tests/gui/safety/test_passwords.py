"""Asking for passwords."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.gui.safety.passwords import PasswordDialog

PASSWORD = "five words for a test"
ROOT = Path(__file__).resolve().parents[2]


def test_the_password_dialog_wants_both_alike_and_long(qtbot: QtBot, shown_errors: list[BaseException]) -> None:
    dialog = PasswordDialog("")
    qtbot.addWidget(dialog)
    for new, again in (("", ""), ("short", "short"), (PASSWORD, PASSWORD + "x")):
        dialog.new.setText(new)
        dialog.again.setText(again)
        dialog.accept()
    assert len(shown_errors) == 3
    assert dialog.result() == 0
    dialog.again.setText(PASSWORD)
    dialog.accept()
    assert dialog.result() == 1


def test_a_wrong_present_password_keeps_what_was_typed(qtbot: QtBot, shown_errors: list[BaseException]) -> None:
    dialog = PasswordDialog(PASSWORD)
    qtbot.addWidget(dialog)
    dialog.old.setText("not it")
    for line in (dialog.new, dialog.again):
        line.setText("another long password")
    dialog.accept()
    assert "not the present password" in str(shown_errors[0])
    assert (dialog.result(), dialog.new.text()) == (0, "another long password")
    dialog.old.setText(PASSWORD)
    dialog.accept()
    assert dialog.result() == 1


def test_enter_sets_the_password(qtbot: QtBot) -> None:
    dialog = PasswordDialog("")
    qtbot.addWidget(dialog)
    dialog.show()
    assert [button for button in dialog.findChildren(QPushButton) if button.isDefault()] == [dialog.button]
