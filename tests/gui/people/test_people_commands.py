"""Commands on the selected people: many cells at once, deletion, duplicates; each says what was refused."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QDialog

from missionplanner.domain.people import Person
from missionplanner.domain.timetable import Meeting, MeetingDelegate
from missionplanner.gui.people.duplicates import SamePeopleDialog
from missionplanner.gui.people.screen import PeopleScreen
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, meet
from tests.gui.people.conftest import Folk, column, listed, role_of

Fill = Callable[..., None]


def test_one_value_for_many(screen: PeopleScreen, store: Store, folk: Folk, fill_dialogs: Fill) -> None:
    fill_dialogs(column="role", value="Press")
    screen.table.choose([folk.rosa, folk.luis])
    screen.bulk_edit()
    assert [store.get(Person, key).role_id for key in (folk.rosa, folk.luis)] == [role_of(store, "Press")] * 2
    assert store.steps.undo_label == "Change many"


@pytest.mark.usefixtures("cancel_dialogs")
def test_nothing_happens_when_it_is_cancelled_or_nobody_is_selected(
    screen: PeopleScreen, store: Store, folk: Folk
) -> None:
    screen.table.clearSelection()
    screen.commands.change_many()
    screen.commands.delete()
    screen.table.choose([folk.rosa])
    screen.commands.change_many()
    screen.commands.replace()
    assert store.steps.undo_label == ""


def test_texts_are_replaced_in_the_whole_list_or_one_column(
    screen: PeopleScreen, store: Store, folk: Folk, fill_dialogs: Fill, told: list[tuple[str, str]]
) -> None:
    fill_dialogs(find="consultant", new="Adviser", column="")
    screen.find_replace()
    assert store.get(Person, folk.rosa).position == "Adviser"
    fill_dialogs(find="adviser", new="x", column="title")
    screen.find_replace()
    assert store.get(Person, folk.rosa).position == "Adviser"
    assert [text for text, _details in told] == ["1 cell held it.", "0 cells held it."]


def test_what_could_not_be_changed_is_reported(
    screen: PeopleScreen, folk: Folk, reports: list[tuple[str, list[tuple[str, ...]]]]
) -> None:
    screen.commands.change_cells([(folk.rosa, "email", "no"), (folk.luis, "title", "Lic.")], "Paste")
    assert reports == [("1 cell was not changed.", [("Rosa Pérez", "E-mail", "no", "This is no e-mail address.")])]


def test_the_selected_are_deleted(screen: PeopleScreen, store: Store, folk: Folk) -> None:
    screen.table.choose([folk.rosa, folk.luis])
    screen.commands.delete()
    assert listed(screen) == ["C1", "C2", "C3", "D1", "D2", "D3"]
    store.undo()
    assert listed(screen)[-2:] == ["Herrera", "Pérez"]


def test_choices_that_go_with_somebody_are_said(
    screen: PeopleScreen, store: Store, told: list[tuple[str, str]]
) -> None:
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0].id
    meet(store, "D1", "C1", 0, 0)
    meeting = store.all(Meeting)[0]
    with store.change(message("Choose")) as change:
        change.insert(MeetingDelegate(meeting_id=meeting.id, delegate_id=person))
    screen.refresh()
    screen.table.choose([person])
    screen.commands.delete()
    assert told == [("They were chosen for 1 meeting: its company’s rule says now who attends it.", "")]
    store.undo()
    assert store.count(MeetingDelegate) == 1


def test_cells_are_filled_down(screen: PeopleScreen, store: Store, folk: Folk, qtbot: Any) -> None:
    screen.table.choose([folk.rosa])
    place = column(screen, "position")
    flags = screen.table.selectionModel().SelectionFlag
    for row in (6, 7):
        screen.table.selectionModel().select(screen.table.rows.index(row, place), flags.Select)
    screen.commands.change_cells([(folk.luis, "position", "Secretary")], "Edit a cell")
    screen.table.clearSelection()
    for row in (6, 7):
        screen.table.selectionModel().select(screen.table.rows.index(row, place), flags.Select)
    screen.commands.fill_down()
    qtbot.waitUntil(lambda: store.get(Person, folk.rosa).position == "Secretary")


def test_people_entered_twice_are_shown_or_it_is_said_that_there_are_none(
    screen: PeopleScreen, store: Store, monkeypatch: pytest.MonkeyPatch, told: list[tuple[str, str]]
) -> None:
    shown: list[QDialog] = []
    monkeypatch.setattr(SamePeopleDialog, "exec", lambda dialog: shown.append(dialog))
    screen.commands.find_twice()
    assert (told, shown) == ([("Nobody looks as if they were entered twice.", "")], [])
    with store.change(message("Twin")) as change:
        change.insert(Person(email="rosa@x.mx"))
    screen.commands.find_twice()
    assert [type(dialog) for dialog in shown] == [SamePeopleDialog]
