"""The base of all screens: its title, and the buttons at the right of it."""

from PySide6.QtWidgets import QLabel, QPushButton

from missionplanner.gui.commands import Needs, command
from missionplanner.gui.runner import Runner
from missionplanner.gui.widgets.screen import Screen
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
