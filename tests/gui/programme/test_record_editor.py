"""The list of one kind of record, with add, edit and delete."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.timetable import Session
from missionplanner.gui.programme import places_and_people
from missionplanner.gui.programme.record_editor import RecordEditor
from missionplanner.gui.programme.sessions import Sessions
from missionplanner.gui.programme.stranded_meetings import StrandedMeetingsDialog
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import interpreter
from tests.gui.conftest import Answers


@pytest.fixture
def editor(store: Store, qtbot: QtBot) -> RecordEditor:
    """The interpreters, of whom there is one."""
    with store.change(message("Interpreter")) as change:
        change.insert(interpreter("Ana", languages="en,es"))
    found = RecordEditor(places_and_people.interpreters(store), store)
    qtbot.addWidget(found)
    found.refresh()
    return found


@pytest.fixture
def sessions(store: Store, qtbot: QtBot) -> RecordEditor:
    """The sessions, the first selected."""
    found = RecordEditor(Sessions(store).kind, store)
    qtbot.addWidget(found)
    found.refresh()
    found.table.selectRow(0)
    return found


def answer_stranded(monkeypatch: pytest.MonkeyPatch, result: int) -> list[str]:
    """Answer the question about stranded meetings; the texts that were asked."""
    asked: list[str] = []
    monkeypatch.setattr(StrandedMeetingsDialog, "exec", lambda dialog: asked.append(dialog.windowTitle()) or result)
    return asked


def test_a_record_is_added(editor: RecordEditor, store: Store, fill_dialogs: Answers) -> None:
    fill_dialogs(given_name="Luc", languages="fr")
    editor.add()
    editor.refresh()
    assert [editor.table.rows.text(n, 0) for n in range(2)] == ["Ana", "Luc"]


def test_the_selected_record_is_edited(editor: RecordEditor, store: Store, fill_dialogs: Answers) -> None:
    fill_dialogs(family_name="Ruiz")
    editor.edit()
    assert store.snapshot().interpreters[0].full_name == "Ana"
    editor.table.selectRow(0)
    editor.edit()
    assert store.snapshot().interpreters[0].full_name == "Ana Ruiz"


def test_enter_edits(editor: RecordEditor, store: Store, fill_dialogs: Answers) -> None:
    fill_dialogs(family_name="Ruiz")
    editor.table.selectRow(0)
    editor.table.activated_row.emit(0)
    assert store.snapshot().interpreters[0].full_name == "Ana Ruiz"


def test_del_deletes_what_is_selected(editor: RecordEditor, store: Store, qtbot: QtBot) -> None:
    editor.show()
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow)
    editor.table.setFocus()
    qtbot.keyClick(editor.table, Qt.Key.Key_Delete)
    assert len(store.snapshot().interpreters) == 1
    editor.table.selectRow(0)
    qtbot.keyClick(editor.table, Qt.Key.Key_Delete)
    assert len(store.snapshot().interpreters) == 0


def test_what_is_selected_stays_so_when_the_list_is_read_again(editor: RecordEditor) -> None:
    keys = editor.table.rows.keys
    editor.table.choose(keys[1:2])
    editor.refresh()
    assert editor.table.chosen_keys() == keys[1:2]


@pytest.mark.usefixtures("cancel_dialogs")
def test_a_cancelled_form_stores_nothing(editor: RecordEditor, store: Store) -> None:
    before = len(store.steps.history())
    editor.add()
    assert len(store.steps.history()) == before


def test_what_cannot_be_stored_is_asked_for_again(
    store: Store, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, shown_errors: list[BaseException]
) -> None:
    editor = RecordEditor(places_and_people.travels(store), store)
    qtbot.addWidget(editor)
    presses = [1, 0]

    def fill(dialog: RecordDialog) -> int:
        dialog.form.set_values({"venue_id": 1, "other_id": 1, "minutes": "10"})
        return presses.pop(0)

    monkeypatch.setattr(RecordDialog, "exec", fill)
    editor.add()
    assert [type(error).__name__ for error in shown_errors] == ["UserError"]
    assert presses == []


@pytest.mark.parametrize(("result", "minutes"), [(0, 20), (1, 30)])
def test_meetings_a_change_strands_are_shown_before(
    sessions: RecordEditor, store: Store, monkeypatch: pytest.MonkeyPatch, result: int, minutes: int
) -> None:
    asked = answer_stranded(monkeypatch, result)
    kind = Sessions(store)
    presses = [1, 0]

    def fill(dialog: RecordDialog) -> int:
        dialog.form.set_values({**kind.values(kind.rows()[0]), "slot_minutes": "30", "starts": store_start})
        return presses.pop(0)

    store_start = kind.values(kind.rows()[0])["starts"].replace(tzinfo=None, hour=8)
    monkeypatch.setattr(RecordDialog, "exec", fill)
    sessions.edit()
    assert asked == ["Meetings would lose their place"]
    assert store.all(Session)[0].slot_minutes == minutes
    assert presses == ([0] if result else []), "the form is shown again only where the meetings stay"


@pytest.mark.parametrize(("result", "left"), [(0, 1), (1, 0)])
def test_meetings_a_deletion_strands_are_shown_before(
    sessions: RecordEditor, store: Store, monkeypatch: pytest.MonkeyPatch, result: int, left: int
) -> None:
    answer_stranded(monkeypatch, result)
    sessions.remove()
    assert store.count(Session) == left


def test_a_kind_is_shown_anew_with_its_present_choices(editor: RecordEditor, store: Store) -> None:
    editor.show_kind(places_and_people.venues(store))
    assert [column.heading for column in editor.table.rows.columns] == ["Venue", "Stop", "Address", "Tables"]
    assert editor.table.rows.text(0, 0) == "Hall"


def test_a_list_says_what_it_is_for(editor: RecordEditor) -> None:
    assert editor._hint.text() == (
        "Companies without a common language get one who speaks a language of each. They are people like others."
    )


def test_an_empty_list_says_what_it_will_hold_and_has_the_button_that_begins(
    store: Store, qtbot: QtBot, fill_dialogs: Answers
) -> None:
    editor = RecordEditor(places_and_people.interpreters(store), store)
    qtbot.addWidget(editor)
    editor.refresh()
    assert (editor.empty.isVisibleTo(editor), editor.table.isVisibleTo(editor)) == (True, False)
    fill_dialogs(given_name="Luc", languages="fr, es")
    editor.empty.button.click()
    editor.refresh()
    assert (editor.empty.isVisibleTo(editor), editor.table.isVisibleTo(editor)) == (False, True)
    assert store.snapshot().interpreters[0].languages == "fr,es"


def test_what_was_edited_stays_selected(editor: RecordEditor, store: Store, fill_dialogs: Answers) -> None:
    fill_dialogs(given_name="Luc")
    editor.add()
    editor.refresh()
    editor.table.selectRow(1)
    fill_dialogs(given_name="Aaron")
    editor.edit()
    editor.refresh()
    assert [editor.table.rows.text(row.row(), 0) for row in editor.table.selectionModel().selectedRows()] == ["Aaron"]
