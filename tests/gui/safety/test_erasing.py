"""The questions around erasing people."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.gui.safety.erasing import ErasingDialog, LeftCopiesDialog
from missionplanner.jobs.safety.privacy import NamingPassage
from missionplanner.store.upkeep.passages import Passage


def passage(name: str, is_sure: bool = True) -> NamingPassage:
    return NamingPassage(
        Passage(("companies", name, "notes"), 1, f"ask {name}", False, is_sure), "Company: Notes", name
    )


@pytest.fixture
def dialog(qtbot: QtBot) -> ErasingDialog:
    found = ErasingDialog("Who", "What", [passage("A"), passage("B"), passage("C", is_sure=False)])
    qtbot.addWidget(found)
    found.show()
    return found


def test_what_is_sure_is_ticked_and_the_rest_is_kept(dialog: ErasingDialog) -> None:
    assert dialog.list.ticked == [0, 1]
    assert dialog.kept == {("companies", "C", "notes")}


def test_space_ticks_and_unticks(dialog: ErasingDialog, qtbot: QtBot) -> None:
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.list.ticked == [1]
    dialog.list.selectAll()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.list.ticked == [0, 1, 2]


def test_all_and_none_are_ticked_by_buttons(dialog: ErasingDialog, qtbot: QtBot) -> None:
    buttons = {button.text(): button for button in dialog.findChildren(QPushButton)}
    qtbot.mouseClick(buttons["Tick none"], Qt.MouseButton.LeftButton)
    assert dialog.list.ticked == []
    qtbot.mouseClick(buttons["Tick all"], Qt.MouseButton.LeftButton)
    assert dialog.kept == set()


def test_enter_erases_nobody(dialog: ErasingDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Rejected


def test_where_no_text_names_them_that_is_said(qtbot: QtBot) -> None:
    found = ErasingDialog("Who", "What", [])
    qtbot.addWidget(found)
    found.show()
    assert not found.list.isVisible()


def test_copies_are_deleted_by_choice(qtbot: QtBot, tmp_path: Path) -> None:
    copies = [tmp_path / "a.mission", tmp_path / "b.mission"]
    found = LeftCopiesDialog("Done", copies)
    qtbot.addWidget(found)
    assert found.chosen == copies
    found.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert found.chosen == copies[1:]
