"""The base of all screens: its title, and the buttons at the right of it."""

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.empty_state import EmptyState
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.gui.window.main_window import MainWindow
from missionplanner.gui.workspace import Workspace


class Lights(Screen):
    """A screen with commands."""

    done = 0

    @command("Count the lights")
    def count(self) -> None:
        self.done += 1

    @command("Screw one in", needs=Needs.WRITING)
    def screw_in(self) -> None:
        """Only where the mission can be written."""


def test_a_screen_has_its_title_and_nothing_to_print_or_store(workspace: Workspace, runner: Runner) -> None:
    screen = Screen(workspace, runner, "Lights")
    labels = [(one.text(), one.objectName()) for one in screen.findChildren(QLabel)]
    assert (labels, screen.accessibleName()) == ([("Lights", "title")], "Lights")
    assert (screen.stale, screen.shown_list(), screen.settle()) == (True, None, True)


def test_buttons_stand_behind_one_another_at_the_right_of_the_title(workspace: Workspace, runner: Runner) -> None:
    screen = Lights(workspace, runner)
    buttons = [screen.command_button(screen.count, primary=True), screen.button("More", "layers")]
    shown = [screen.bar.itemAt(place).widget() for place in range(screen.bar.count())]
    assert [one for one in shown if isinstance(one, QPushButton)] == buttons
    assert [one.objectName() for one in buttons] == ["primary", ""]
    buttons[0].click()
    assert screen.done == 1


def test_what_writes_is_disabled_in_a_mission_for_reading_only(read_only_workspace: Workspace, runner: Runner) -> None:
    screen = Lights(read_only_workspace, runner)
    buttons = [screen.command_button(screen.count), screen.command_button(screen.screw_in)]
    assert [one.isEnabled() for one in buttons] == [True, False]


@pytest.fixture
def listed(workspace: Workspace, runner: Runner, qtbot: QtBot) -> Screen:
    """A screen with two fields and three lists, of which the first is hidden and the second empty."""
    screen = Screen(workspace, runner, "Lights")
    qtbot.addWidget(screen)
    tables = [DataTable(plain_model([Column("Name", str)], rows), "") for rows in (["a"], [], ["b", "c"])]
    for part in (QLineEdit(), QPlainTextEdit(), *tables):
        screen.layout_.addWidget(part)
    tables[0].hide()
    return screen


def test_one_arrives_in_the_list_that_is_shown(listed: Screen) -> None:
    table = listed.findChildren(DataTable)[2]
    listed.arrive()
    assert (listed.focusWidget(), table.chosen_keys()) == (table, [0])
    table.choose([1])
    listed.findChildren(QLineEdit)[0].setFocus()
    listed.arrive()
    assert (listed.focusWidget(), table.chosen_keys()) == (table, [1])


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_is_being_typed_keeps_the_focus(listed: Screen, kind: type[QLineEdit | QPlainTextEdit]) -> None:
    field, table = listed.findChildren(kind)[0], listed.findChildren(DataTable)[2]
    field.setFocus()
    found = []
    for text, is_read_only in (("", False), ("Half a wo", True), ("Half a wo", False)):
        field.setFocus()
        field.setReadOnly(is_read_only)
        field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)
        listed.arrive()
        found.append(listed.focusWidget())
    assert found == [table, table, field]


def test_a_search_is_not_what_is_being_typed(listed: Screen) -> None:
    search = listed.findChildren(QLineEdit)[0]
    search.setClearButtonEnabled(True)
    search.setText("lamp")
    search.setFocus()
    listed.arrive()
    assert listed.focusWidget() is listed.findChildren(DataTable)[2]


def test_tab_comes_to_the_buttons_of_a_screen_before_what_was_made_before_them(
    workspace: Workspace, runner: Runner
) -> None:
    screen = Lights(workspace, runner)
    search = QLineEdit(screen)
    screen.layout_.addWidget(search)
    wanted = [screen.button("More"), screen.stand(QComboBox()), screen.command_button(screen.count)]
    found, one = [], screen.help_button.nextInFocusChain()
    while one is not search:
        found.append(one)
        one = one.nextInFocusChain()
    assert found == wanted


def test_one_arrives_at_the_button_that_begins_an_empty_screen(listed: Screen) -> None:
    begin = QPushButton("Begin")
    listed.layout_.addWidget(EmptyState("Nothing is here yet.", begin, QPushButton("Or so")))
    listed.arrive()
    assert listed.focusWidget() is listed.findChildren(DataTable)[2]
    for table in listed.findChildren(DataTable):
        table.hide()
    listed.arrive()
    assert listed.focusWidget() is begin


def test_of_tables_that_are_all_empty_one_arrives_at_the_button_that_begins(window: MainWindow) -> None:
    window.session.commands.navigation.show_outcomes().show_list("Agreements")
    outcomes = window.screens["outcomes"]
    outcomes.arrive()
    focused = outcomes.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Add an agreement…"
