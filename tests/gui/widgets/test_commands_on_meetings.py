"""Commands on meetings are carried out with meetings selected, on a file to write, one where one is meant."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Meeting
from missionplanner.errors import UserError
from missionplanner.gui.commands import Needs, Takes, command, commands_of
from missionplanner.gui.widgets.commands_on_meetings import CommandsOnMeetings
from missionplanner.gui.workspace import Workspace

MEETING = Meeting(id=1, delegation_id=1, counterpart_id=2, slot_id=1, table_id=1)


class Praise(CommandsOnMeetings):
    """Praises meetings; refuses to praise the second."""

    done: list[str]

    @command("Praise", "L", "check", needs=Needs.WRITING)
    def praise(self) -> None:
        self.done.append(f"praised {len(self._chosen())}")

    @command("Praise the only one", "O", needs=Needs.WRITING, takes=Takes.ONE)
    def praise_one(self) -> None:
        if self._chosen()[0].id == 2:
            raise UserError("Not this one.")
        self.done.append("praised one")


@pytest.fixture
def chosen() -> list[Meeting]:
    return [MEETING]


@pytest.fixture
def praise(workspace: Workspace, chosen: list[Meeting], qtbot: QtBot) -> Praise:
    window = QWidget()
    qtbot.addWidget(window)
    found = Praise(workspace, lambda: chosen, window)
    found.done = []
    return found


def press(praise: Praise, key: Qt.Key, text: str) -> bool:
    return praise.take_key(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text))


def test_a_key_carries_out_its_command(praise: Praise) -> None:
    assert press(praise, Qt.Key.Key_L, "l")
    assert not press(praise, Qt.Key.Key_Z, "z")
    assert praise.done == ["praised 1"]


def test_without_a_selected_meeting_a_key_is_taken_and_does_nothing(praise: Praise, chosen: list[Meeting]) -> None:
    chosen.clear()
    assert press(praise, Qt.Key.Key_L, "l")
    assert praise.done == []


def test_a_command_on_a_single_meeting_is_refused_for_several(
    praise: Praise, chosen: list[Meeting], shown_errors: list[BaseException]
) -> None:
    chosen.append(MEETING)
    press(praise, Qt.Key.Key_O, "o")
    press(praise, Qt.Key.Key_L, "l")
    assert praise.done == ["praised 2"]
    assert str(shown_errors.pop()).startswith("This is done with one meeting at a time.")


def test_what_a_command_refuses_is_shown(
    praise: Praise, chosen: list[Meeting], shown_errors: list[BaseException]
) -> None:
    chosen[0] = Meeting(id=2, delegation_id=1, counterpart_id=2, slot_id=1, table_id=1)
    press(praise, Qt.Key.Key_O, "o")
    assert str(shown_errors.pop()).startswith("Not this one.")


def test_a_menu_greys_out_what_takes_a_single_meeting(praise: Praise, chosen: list[Meeting], qtbot: QtBot) -> None:
    menu = QWidget()
    qtbot.addWidget(menu)
    assert [(a.text(), a.isEnabled()) for a in praise.actions(menu)] == [
        ("Praise", True),
        ("Praise the only one", True),
    ]
    chosen.append(MEETING)
    actions = praise.actions(menu)
    assert [a.isEnabled() for a in actions] == [True, False]
    actions[0].trigger()
    assert praise.done == ["praised 2"]


def test_buttons_name_their_keys(praise: Praise, qtbot: QtBot) -> None:
    buttons = praise.buttons()
    for button in buttons.values():
        qtbot.addWidget(button)
    assert {name: button.toolTip() for name, button in buttons.items()} == {
        "praise": "Praise (L)",
        "praise_one": "Praise the only one (O)",
    }
    buttons["praise_one"].click()
    assert praise.done == ["praised one"]


def test_a_reader_of_the_file_carries_nothing_out(workspace: Workspace, qtbot: QtBot) -> None:
    reader = Workspace()
    reader.open(workspace.store.path)
    window = QWidget()
    qtbot.addWidget(window)
    praise = Praise(reader, lambda: [MEETING], window)
    praise.done = []
    for found, method in commands_of(praise):
        praise.carry_out(found, method)
    buttons = praise.buttons()
    for button in buttons.values():
        qtbot.addWidget(button)
    assert (praise.done, [button.isEnabled() for button in buttons.values()]) == ([], [False, False])
    reader.close()
