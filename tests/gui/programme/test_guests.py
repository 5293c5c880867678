"""Guests of an event are invited and excused by hand, and wait where there is no room."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.events import Attendance, Audience, Event, Part
from missionplanner.gui.programme.guests import GuestsDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.programme.conftest import change_event, event_of


@pytest.fixture
def dialog(workspace: Workspace, store: Store, qtbot: QtBot) -> GuestsDialog:
    """The guests of a talk for two people that nobody attends yet."""
    change_event(store, "Talk", capacity=2)
    found = GuestsDialog(workspace, event_of(store, "Talk"))
    qtbot.addWidget(found)
    return found


def column(dialog: GuestsDialog, number: int) -> list[str]:
    return [dialog.table.rows.text(n, number) for n in range(dialog.table.rows.rowCount())]


def invite(dialog: GuestsDialog, store: Store, *names: str) -> None:
    dialog.table.choose([key_of(store, name) for name in names])
    dialog.invite()


def test_everybody_who_takes_part_is_listed(dialog: GuestsDialog) -> None:
    assert [column(dialog, n) for n in (0, 1, 2, 3)] == [
        ["C1", "C2", "C3", "D1", "D2", "D3"],
        ["Counterpart"] * 3 + ["Delegation"] * 3,
        ["1"] * 6,
        ["Does not attend"] * 6,
    ]
    assert dialog.summary.text() == "0 people attend · room for 2"


def test_who_is_invited_attends_as_long_as_there_is_room(dialog: GuestsDialog, store: Store) -> None:
    invite(dialog, store, "C1", "C2", "D1")
    assert dialog.outcome.text() == "2 companies attend. 1 company waits for a place."
    assert dialog.summary.text() == "2 people attend · room for 2 · 1 company waits"
    assert column(dialog, 3)[:3] == ["Attends – by hand", "Attends – by hand", "Waiting list (1)"]


def test_whoever_waits_moves_up_when_somebody_is_excused(dialog: GuestsDialog, store: Store) -> None:
    invite(dialog, store, "C1", "C2", "D1")
    dialog.table.choose([key_of(store, "C1")])
    dialog.excuse()
    assert dialog.outcome.text() == "Moved up: D1."
    assert dialog.summary.text() == "2 people attend · room for 2"
    dialog.table.choose([key_of(store, "C2")])
    dialog.excuse()
    assert dialog.outcome.text() == ""


def test_the_audience_decides_again(dialog: GuestsDialog, store: Store) -> None:
    invite(dialog, store, "C1")
    dialog.table.choose([key_of(store, "C1")])
    dialog.forget()
    assert store.all(Attendance) == []
    assert dialog.table.chosen_keys() == [key_of(store, "C1")]


def test_where_there_are_too_many_the_last_wait(dialog: GuestsDialog, store: Store) -> None:
    invite(dialog, store, "C1", "C2")
    assert not dialog.buttons["keep_to_capacity"].isEnabled()
    change_event(store, "Talk", capacity=1)
    dialog.refresh()
    assert dialog.buttons["keep_to_capacity"].isEnabled()
    dialog.keep_to_capacity()
    assert dialog.outcome.text() == "1 company waits now."
    assert dialog.summary.text() == "1 person attends · room for 1 · 1 company waits"


def test_names_parts_and_sectors_narrow_the_list(dialog: GuestsDialog, store: Store) -> None:
    invite(dialog, store, "C1", "C2", "D1")
    dialog.shown.setCurrentIndex(dialog.shown.findData(Part.WAITING.value))
    assert column(dialog, 0) == ["D1"]
    dialog.shown.setCurrentIndex(0)
    dialog.text.setText("d")
    assert column(dialog, 0) == ["D1", "D2", "D3"]
    dialog.sector.setCurrentIndex(1)
    assert column(dialog, 0) == []


def test_buttons_carry_the_commands_out(dialog: GuestsDialog, store: Store, qtbot: QtBot) -> None:
    assert [button.text() for button in dialog.buttons.values()] == [  # type: ignore[attr-defined]
        "Attends",
        "Does not attend",
        "As the event says",
        "Keep to the room there is",
    ]
    dialog.table.choose([key_of(store, "C1")])
    qtbot.mouseClick(dialog.buttons["invite"], Qt.MouseButton.LeftButton)
    assert [row.part for row in store.all(Attendance)] == [Part.IN]


def test_guests_of_everybody_s_events_attend_without_being_listed(
    workspace: Workspace, store: Store, qtbot: QtBot
) -> None:
    change_event(store, "Talk", audience=Audience.EVERYONE)
    dialog = GuestsDialog(workspace, event_of(store, "Talk"))
    qtbot.addWidget(dialog)
    assert column(dialog, 3) == ["Attends"] * 6
    assert dialog.summary.text() == "6 people attend"


def test_the_dialog_closes_when_its_event_is_gone(dialog: GuestsDialog, store: Store) -> None:
    with store.change(message("Gone")) as change:
        change.delete(Event, [event_of(store, "Talk").id])
    dialog.show()
    dialog.refresh()
    assert not dialog.isVisible()


def test_a_reader_of_the_file_changes_nothing(store: Store, qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.open(Path(store.path))
    dialog = GuestsDialog(workspace, event_of(store, "Talk"))
    qtbot.addWidget(dialog)
    assert not any(button.isEnabled() for button in dialog.buttons.values())
    workspace.close()
