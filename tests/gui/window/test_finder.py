"""Ctrl+K finds companies, people and commands."""

from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company
from missionplanner.domain.people import Person
from missionplanner.gui.commands import Command, Needs, Takes
from missionplanner.gui.window.finder import Finder
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.relationships import entering
from missionplanner.store.store import Store
from tests.builders import key_of


def test_finder_leads_to_companies_people_and_commands(window: MainWindow, qtbot: QtBot) -> None:
    gone: list[object] = []

    def finder() -> Finder:
        entries = [(one, partial(gone.append, one.name)) for one, _lead in window.menus.entries()]
        found = Finder(window.workspace, entries, lambda *where: gone.append(where))
        qtbot.addWidget(found)
        return found

    typed = finder()
    qtbot.keyClicks(typed.line, "acadian sol")
    qtbot.keyClick(typed.line, Qt.Key.Key_Return)
    other = finder()
    other.line.setText("keyboard")
    other._take()
    assert gone == [("companies", key_of(window.workspace.store, "Acadian Solar")), "show_shortcuts"]


@pytest.fixture
def small_finder(qtbot: QtBot, workspace: Workspace) -> tuple[Finder, list[object]]:
    """The finder over the small mission and one command, and what it led to."""
    led: list[object] = []
    undo = Command("undo", "Undo…", "", "", "&Edit", Needs.WRITING, Takes.ANY, "")
    finder = Finder(workspace, [(undo, lambda: led.append("undo"))], lambda *where: led.append(where))
    qtbot.addWidget(finder)
    return finder, led


def test_all_words_have_to_be_found_the_beginning_first(small_finder: tuple[Finder, list[object]]) -> None:
    finder, _led = small_finder
    finder.line.setText("D1")
    assert [finder.list.item(row).text() for row in range(finder.list.count())] == ["D1", "Given D1 – D1"]
    finder.line.setText("given d2")
    assert [finder.list.item(row).text() for row in range(finder.list.count())] == ["Given D2 – D2"]
    finder.line.setText("nobody")
    assert finder.list.count() == 0


def test_arrows_move_through_what_is_found_and_around(
    small_finder: tuple[Finder, list[object]], qtbot: QtBot, store: Store
) -> None:
    finder, led = small_finder
    finder.line.setText("D1")
    rows = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(finder.line, key)
        rows.append(finder.list.currentRow())
    assert rows == [1, 0, 1]
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    person = store.where(Person, "company_id", [key_of(store, "D1")])[0]
    assert led == [("people", person.id)]


def test_before_anything_is_typed_enter_does_nothing_and_arrows_select(
    small_finder: tuple[Finder, list[object]], qtbot: QtBot
) -> None:
    finder, led = small_finder
    assert finder.list.item(0).text() == "Undo"
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert led == []
    qtbot.keyClick(finder.line, Qt.Key.Key_Up)
    assert finder.list.currentRow() == finder.list.count() - 1
    finder.line.setText("undo")
    finder.line.setText("")
    qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert led == ["undo"]


def test_nothing_found_leads_nowhere(small_finder: tuple[Finder, list[object]], qtbot: QtBot) -> None:
    finder, led = small_finder
    finder.line.setText("nobody")
    assert finder.nothing.text() == "No company, person, relationship or command has “nobody”. Try fewer letters."
    qtbot.keyClick(finder.line, Qt.Key.Key_Down)
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert led == []
    finder.line.setText("d1")
    assert finder.nothing.isHidden()


def test_without_a_mission_only_commands_are_found(qtbot: QtBot, workspace: Workspace) -> None:
    workspace.close()
    undo = Command("undo", "Undo…", "", "", "&Edit", Needs.WRITING, Takes.ANY, "")
    finder = Finder(workspace, [(undo, lambda: None)], lambda _screen, _key: None)
    qtbot.addWidget(finder)
    assert [finder.list.item(row).text() for row in range(finder.list.count())] == ["Undo"]


def test_a_person_leads_to_their_card(small_finder: tuple[Finder, list[object]], qtbot: QtBot, store: Store) -> None:
    finder, led = small_finder
    finder.line.setText("given d2")
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    person = store.where(Person, "company_id", [key_of(store, "D2")])[0]
    assert led == [("people", person.id)]


def test_a_relationship_leads_to_its_page(workspace: Workspace, qtbot: QtBot, store: Store) -> None:
    pair = (store.get(Company, key_of(store, name)) for name in ("D2", "C1"))
    made = entering.make(store, *pair, date(2020, 3, 20))
    led: list[object] = []
    finder = Finder(workspace, [], lambda *where: led.append(where))
    qtbot.addWidget(finder)
    finder.line.setText("c1 d2")
    assert [finder.list.item(row).text() for row in range(finder.list.count())] == ["D2 – C1"]
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert led == [("relationships", made.id)]
