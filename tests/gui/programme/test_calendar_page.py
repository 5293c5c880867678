"""What is done to the events of the calendar, and what is said of them."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.events import Audience, Event, EventKind
from missionplanner.gui.programme.calendar_page import CalendarPage
from missionplanner.gui.programme.entering_dialog import EnteringDialog
from missionplanner.gui.programme.guests import GuestsDialog
from missionplanner.gui.programme.screen import ProgrammeScreen
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import moment
from tests.gui.conftest import Answers
from tests.gui.programme.conftest import change_event, event_of


@pytest.fixture
def page(programme: ProgrammeScreen) -> CalendarPage:
    return programme.calendar


@pytest.fixture
def choose(page: CalendarPage, store: Store) -> Callable[[str], None]:
    """Makes the event of a name the current one."""
    return lambda name: page.calendar._choose(event_of(store, name))


def test_what_an_event_concerns_is_said(page: CalendarPage, store: Store, choose: Callable[[str], None]) -> None:
    change_event(store, "Talk", audience=Audience.EVERYONE, capacity=3)
    choose("Talk")
    assert page.sentence.text() == (
        "Talk: Briefing, Mexico City, Mon, Feb 16, 10:00–11:00, Everyone at the stop · 6 people attend · room for 3"
    )


def test_meetings_in_its_time_are_counted_where_it_would_be(
    page: CalendarPage, store: Store, choose: Callable[[str], None]
) -> None:
    change_event(store, "Talk", audience=Audience.EVERYONE)
    choose("Talk")
    page.calendar._nudge(event_of(store, "Talk"), 0, -4, False)
    assert page.sentence.text().endswith(" · 1 meeting lies in this time")


def test_buttons_wait_for_an_event(page: CalendarPage, choose: Callable[[str], None]) -> None:
    buttons = page._buttons
    assert {name: button.isEnabled() for name, button in buttons.items()} == {
        "add": True,
        "edit": False,
        "guests": False,
        "entering": False,
        "remove": False,
    }
    choose("Talk")
    assert [name for name, button in buttons.items() if not button.isEnabled()] == ["entering"]


def test_insert_adds_an_event(page: CalendarPage, store: Store, qtbot: QtBot, fill_dialogs: Answers) -> None:
    fill_dialogs(name_en="Dinner", capacity="12")
    qtbot.keyClick(page.calendar, Qt.Key.Key_Insert)
    made = event_of(store, "Dinner")
    assert (made.stop_id, made.starts, made.ends, made.capacity) == (1, moment(9), moment(10), 12)


def test_what_cannot_be_stored_is_asked_for_again(
    page: CalendarPage, store: Store, monkeypatch: pytest.MonkeyPatch, shown_errors: list[BaseException]
) -> None:
    values: dict[str, object] = {"name_en": "Dinner", "audience": Audience.STATUS, "status": ""}

    def accept(dialog: RecordDialog) -> int:
        dialog.form.set_values({**dialog.form.values(), **values})
        values["status"] = "accepted"
        return 1

    monkeypatch.setattr(RecordDialog, "exec", accept)
    page.add()
    assert next(str(error) for error in shown_errors).startswith("Which status attends?")
    assert event_of(store, "Dinner").status == "accepted"


def test_the_current_event_is_edited(
    page: CalendarPage, store: Store, choose: Callable[[str], None], fill_dialogs: Answers
) -> None:
    fill_dialogs(name_en="Speech")
    page.edit_current()
    choose("Talk")
    page.edit_current()
    assert [event.name_en for event in store.all(Event)] == ["Speech", "Visit"]


@pytest.mark.usefixtures("cancel_dialogs")
def test_a_cancelled_form_stores_nothing(page: CalendarPage, store: Store, choose: Callable[[str], None]) -> None:
    before = len(store.steps.history())
    choose("Talk")
    page.edit_current()
    page.add()
    assert len(store.steps.history()) == before


def test_g_shows_the_guests(
    page: CalendarPage, qtbot: QtBot, choose: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(GuestsDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()) or 0)
    qtbot.keyClick(page.calendar, Qt.Key.Key_G)
    choose("Visit")
    qtbot.keyClick(page.calendar, Qt.Key.Key_G)
    assert shown == ["Who attends: Visit"]


def test_o_shows_who_enters_at_a_bilateral_call_alone(
    page: CalendarPage, store: Store, qtbot: QtBot, choose: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(EnteringDialog, "exec", lambda dialog: shown.append(dialog.windowTitle()) or 0)
    choose("Visit")
    qtbot.keyClick(page.calendar, Qt.Key.Key_O)
    with store.change(message("Call")) as change:
        change.update(replace(event_of(store, "Visit"), kind=EventKind.CALL))
    page.refresh()
    choose("Visit")
    qtbot.keyClick(page.calendar, Qt.Key.Key_O)
    assert shown == ["Who enters: Visit"]


def test_del_deletes_and_undo_brings_it_back(
    page: CalendarPage, store: Store, qtbot: QtBot, choose: Callable[[str], None]
) -> None:
    before = store.all(Event)
    qtbot.keyClick(page.calendar, Qt.Key.Key_Delete)
    assert store.all(Event) == before
    choose("Talk")
    qtbot.keyClick(page.calendar, Qt.Key.Key_Delete)
    assert [event.name_en for event in store.all(Event)] == ["Visit"]
    assert store.steps.undo_label == "Delete events"
    store.undo()
    assert store.all(Event) == before


def test_a_new_event_begins_where_it_is_wanted(page: CalendarPage, store: Store, fill_dialogs: Answers) -> None:
    fill_dialogs(name_en="Coffee")
    page.calendar.wanted.emit(moment(14), 2)
    made = event_of(store, "Coffee")
    assert (made.stop_id, made.starts, made.ends) == (2, moment(14), moment(15))


def test_one_stop_is_shown_alone(page: CalendarPage) -> None:
    page.stop.choose(2)
    assert [column.stop_id for column in page.calendar.columns] == [2, 2]
    page.stop.choose(None)
    assert [column.stop_id for column in page.calendar.columns] == [1, 2, 2]


def test_a_day_with_an_event_outside_the_stop_is_shown(page: CalendarPage, store: Store) -> None:
    change_event(store, "Talk", starts=moment(10, day=moment(0).date().replace(day=14)), ends=moment(11))
    assert [column.day.day for column in page.calendar.columns] == [14, 16, 16, 17]


def test_a_reader_of_the_file_looks_at_guests_only(store: Store, qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.open(store.path)
    page = CalendarPage(workspace)
    qtbot.addWidget(page)
    page.refresh()
    page.calendar._choose(event_of(store, "Talk"))
    for key in (Qt.Key.Key_Insert, Qt.Key.Key_Delete):
        qtbot.keyClick(page.calendar, key)
    assert [name for name, button in page._buttons.items() if button.isEnabled()] == ["guests"]
    assert store.count(Event) == 2
    workspace.close()
