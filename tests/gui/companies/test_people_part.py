"""The people of a company as cards: values changed by a click, numbers called, somebody added in one line."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.domain.people import Membership, Person
from missionplanner.gui.companies.people_part import PeoplePart
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of, whole
from tests.gui.conftest import Answers


@pytest.fixture
def part(workspace: Workspace, qtbot: QtBot) -> PeoplePart:
    found = PeoplePart(workspace)
    qtbot.addWidget(found)
    show(found, workspace)
    return found


def show(part: PeoplePart, workspace: Workspace) -> None:
    part.show_company(workspace.snapshot(), key_of(workspace.store, "D1"))


def values(part: PeoplePart) -> list[str]:
    shown = (one for one in part.findChildren(QPushButton) if one.isVisibleTo(part))
    return [one.text() for one in shown if one.objectName() == "value"]


def value(part: PeoplePart, name: str) -> QPushButton:
    return next(one for one in part.findChildren(QPushButton) if one.accessibleName().startswith(f"{name}:"))


def test_a_telephone_is_corrected_where_it_stands(
    part: PeoplePart, workspace: Workspace, store: Store, fill_dialogs: Answers
) -> None:
    before = whole(store)
    fill_dialogs(phone="(604) 324-6083")
    value(part, "Phone").click()
    show(part, workspace)
    assert values(part) == ["–", "–", "+1 604-324-6083", "–", "–"]
    assert store.steps.undo_label == "Edit Given D1"
    store.undo()
    assert whole(store) == before


def test_languages_are_named_and_typed_by_their_names(
    part: PeoplePart, workspace: Workspace, store: Store, fill_dialogs: Answers
) -> None:
    for typed, stored, shown in (("English, español", "en,es", "English, Español"), ("anglais", "en", "English")):
        fill_dialogs(languages=typed)
        value(part, "Languages").click()
        show(part, workspace)
        person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
        assert (person.languages, values(part)[-1]) == (stored, shown)


def test_what_is_cancelled_or_the_same_changes_nothing(
    part: PeoplePart, store: Store, cancel_dialogs: None, monkeypatch: pytest.MonkeyPatch, fill_dialogs: Answers
) -> None:
    label = store.steps.undo_label
    fill_dialogs()
    value(part, "Phone").click()
    assert store.steps.undo_label == label


def test_somebody_is_added_in_one_line(
    part: PeoplePart, workspace: Workspace, store: Store, fill_dialogs: Answers
) -> None:
    fill_dialogs(who="Ana López, CEO, ana@alba.mx")
    part.add_person()
    show(part, workspace)
    assert values(part)[5:7] == ["CEO", "ana@alba.mx"]


@pytest.mark.parametrize(("text", "problem"), [("604 324 6083", "The person needs a name."), ("Ana", "")])
def test_a_line_without_a_name_is_not_enough(part: PeoplePart, text: str, problem: str) -> None:
    assert part._unclear(text) == problem


def test_who_has_another_main_organisation_says_so_and_has_a_post_of_their_own(
    part: PeoplePart, workspace: Workspace, store: Store, fill_dialogs: Answers
) -> None:
    other = store.where(Person, "company_id", [key_of(store, "D2")])[0]
    with store.change(message("x")) as change:
        change.insert(Membership(person_id=other.id, company_id=key_of(store, "D1"), position="Adviser"))
    show(part, workspace)
    assert [one.text() for one in part.findChildren(QLabel) if one.isVisibleTo(part) and "Main" in one.text()] == [
        "Main organisation: D2"
    ]
    fill_dialogs(position="Chair")
    next(one for one in part.findChildren(QPushButton) if one.text() == "Adviser" and one.isVisibleTo(part)).click()
    assert (store.all(Membership)[0].position, store.get(Person, other.id).position) == ("Chair", "")
    opened: list[int] = []
    part.person_asked.connect(opened.append)
    next(one for one in part.findChildren(QPushButton) if one.accessibleName() == "Open Given D2").click()
    assert opened == [other.id]


def test_somebody_of_the_mission_is_added_once(part: PeoplePart, store: Store, fill_dialogs: Answers) -> None:
    before = store.steps.undo_label
    fill_dialogs(person="Given D1 – D1")
    part.known_button.click()
    assert store.steps.undo_label == before
    fill_dialogs(person="Given D2 – D2")
    part.known_button.click()
    assert [row.company_id for row in store.all(Membership)] == [key_of(store, "D1")]
    assert store.steps.undo_label == "Given D2 represents D1"


def test_a_company_without_people_says_so(part: PeoplePart, workspace: Workspace, store: Store) -> None:
    with store.change(message("x")) as change:
        change.delete(Person, [one.id for one in store.where(Person, "company_id", [key_of(store, "D1")])])
    show(part, workspace)
    assert values(part) == []
