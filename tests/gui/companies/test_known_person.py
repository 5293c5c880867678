"""The question for somebody of the mission."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from missionplanner.domain.people import Person
from missionplanner.gui.companies.known_person import ask_known_person
from missionplanner.gui.widgets.form import RecordDialog
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.gui.conftest import Answers


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    return found


def test_people_of_one_name_are_told_apart(store: Store, parent: QWidget, fill_dialogs: Answers) -> None:
    with store.change(message("Twice")) as change:
        other = change.insert(replace(store.all(Person)[0], id=0, uid=""))
    fill_dialogs(person="Given D1 – D1 (2)")
    person = ask_known_person(store.snapshot(), parent)
    assert person is not None
    assert person.id == other
    fill_dialogs(person="Given D1")
    assert ask_known_person(store.snapshot(), parent) is None


def test_who_is_not_in_the_list_is_refused(store: Store, parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[RecordDialog] = []

    def cancel(dialog: RecordDialog) -> int:
        asked.append(dialog)
        return 0

    monkeypatch.setattr(RecordDialog, "exec", cancel)
    assert ask_known_person(store.snapshot(), parent) is None
    (field,) = asked[0].form.fields
    assert field.check is not None
    assert (field.check("Nobody"), field.check("Given D1 – D1")) == ("Choose somebody of the list.", "")
