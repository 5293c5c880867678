"""Commands are collected from the methods that carry them out."""

import pytest

from missionplanner.gui.commands import (
    Command,
    Needs,
    Takes,
    collected,
    command,
    command_of,
    commands_in,
    commands_of,
    is_allowed,
)
from missionplanner.gui.workspace import Workspace


class Base:
    @command("Undo", "Ctrl+Z", "undo-2", "&Edit", Needs.WRITING)
    def undo(self) -> str:
        return "undone"


class Lights(Base):
    def __init__(self, name: str) -> None:
        self.name = name

    @command("Switch on", takes=Takes.ONE)
    def switch_on(self) -> str:
        return f"{self.name} is on"

    def plain(self) -> None:
        """No command."""


def test_a_command_says_everything_about_itself() -> None:
    assert command_of(Base.undo) == Command(
        "undo", "Undo", "Ctrl+Z", "undo-2", "&Edit", Needs.WRITING, Takes.ANY, f"{__name__}.Base"
    )


def test_a_command_has_no_shortcut_icon_or_menu_unless_given() -> None:
    assert command_of(Lights("a").switch_on) == Command(
        "switch_on", "Switch on", "", "", "", Needs.FILE, Takes.ONE, f"{__name__}.Lights"
    )


def test_commands_of_an_object_are_bound_to_it_bases_first() -> None:
    found = list(commands_of(Lights("lamp")))
    assert [one.name for one, _method in found] == ["undo", "switch_on"]
    assert [method() for _one, method in found] == ["undone", "lamp is on"]


def test_the_table_holds_what_was_defined() -> None:
    assert [one.name for one in collected() if one.owner.startswith(__name__)] == ["undo", "switch_on", "undo"]


def test_a_plain_method_is_no_command() -> None:
    with pytest.raises(KeyError):
        command_of(Lights.plain)


class Dimmed(Lights):
    @command("Dim", "Ctrl+D")
    def undo(self) -> str:
        return "dimmed"

    def switch_on(self) -> str:
        return f"{self.name} glows"


def test_an_override_stands_once_and_is_what_is_called() -> None:
    found = list(commands_of(Dimmed("lamp")))
    assert [(one.text, method()) for one, method in found] == [("Dim", "dimmed"), ("Switch on", "lamp glows")]
    assert commands_in(Dimmed) == tuple(one for one, _method in found)


def test_what_writes_is_allowed_where_the_mission_can_be_written(workspace: Workspace) -> None:
    commands = [command_of(Lights.undo), command_of(Lights.switch_on)]
    assert [is_allowed(one, workspace.store) for one in commands] == [True, True]


def test_what_writes_is_not_allowed_where_the_mission_is_open_for_reading_only(read_only_workspace: Workspace) -> None:
    commands = [command_of(Lights.undo), command_of(Lights.switch_on)]
    assert [is_allowed(one, read_only_workspace.store) for one in commands] == [False, True]
