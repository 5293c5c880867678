"""Asking for passwords."""

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.gui.safety import passwords as dialogs
from missionplanner.gui.safety.passwords import PasswordDialog
from missionplanner.gui.widgets.plain_text import Label
from missionplanner.jobs.safety.in_the_open import in_the_open
from missionplanner.store.upkeep.passwords import Protected, Remaining

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


def test_the_dialog_says_that_prints_and_exports_lie_in_the_open(qtbot: QtBot) -> None:
    dialog = PasswordDialog("")
    qtbot.addWidget(dialog)
    assert any(in_the_open() in label.text() for label in dialog.findChildren(Label))


def test_what_became_of_every_copy_is_told(told: list[str]) -> None:
    left, other = Remaining(Path("/a.mission"), "It is damaged."), Remaining(Path("/b.mission"), "It has no password.")
    dialogs.tell(None, "new", Protected(2, (left,), (other,)), [Path("/preview.pdf")])  # type: ignore[arg-type]
    assert told[0].splitlines() == [
        "The file has its new password. 2 copies on this computer were changed with it.",
        "These could not be changed:",
        "/a.mission: It is damaged.",
        "/preview.pdf: it is open in another program; close it there.",
        "Other files of this mission:",
        "/b.mission: It has no password.",
        "Copies you made elsewhere, and what is left on the disk of earlier files, are as they were.",
        in_the_open(),
    ]
    dialogs.tell(None, "", Protected(0, ()))  # type: ignore[arg-type]
    assert told[1:] == ["The file has no password any more. 0 copies on this computer were changed with it."]


def test_copies_in_the_open_are_named_and_nothing_is_said_without_any(told: list[str]) -> None:
    dialogs.tell_uncovered(None, [])  # type: ignore[arg-type]
    assert told == []
    dialogs.tell_uncovered(None, [Remaining(Path("/a.mission"), "It is damaged.")])  # type: ignore[arg-type]
    assert told == ["Copies of this mission can be read without its password. /a.mission: It is damaged."]
