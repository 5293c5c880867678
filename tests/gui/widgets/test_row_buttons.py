"""Buttons of what is done with selected rows, in every list of the window."""

import ast
from collections.abc import Iterator
from pathlib import Path

from pytestqt.qtbot import QtBot

import missionplanner.gui
from missionplanner.gui.commands import Needs, Takes, command
from missionplanner.gui.widgets.buttons import command_button
from missionplanner.gui.widgets.cells import CellModel, CellTable
from missionplanner.gui.widgets.row_buttons import follow_rows, takes_of
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.store.store import Store

WITHOUT = {
    "ListedScreen.open_current": "the current row, which may not be selected",
    "FollowUpsPage.write_forms": "of all companies where none is selected",
    "PackCommands.print_single": "of all packs where one is selected",
    "PackCommands.print_with_bleed": "of all packs where one is selected",
    "PackCommands.write_calendars": "of all companies where one is selected",
    "ImportWizard.guess_afresh": "shows the columns again",
    "GuestsDialog.keep_to_capacity": "all who attend",
    "CopiesDialog.show_folder": "the folder of all copies",
    "FreePane.put": "the first free time where none is selected",
    "SuggestionsPage.give_everyone": "of everybody",
    "AgreementsPage.add": "selects the one it adds",
    "ObjectivesPage.add": "of the companies of the rows, or of one that is chosen",
    "RelationshipCommands.say": "asks for the two companies where none is selected",
    "VersionsDialog.keep": "shows the versions again", "VersionsDialog.publish": "shows the versions again",
}  # fmt: skip
"""Commands that look at the selection, and are carried out without one."""


class Acts:
    @command("Add")
    def add(self) -> None:
        """Take no row."""

    @command("Write", needs=Needs.WRITING, takes=Takes.SOME)
    def write(self) -> None:
        """Take rows, and change something."""

    @command("Show", takes=Takes.ONE)
    def show(self) -> None:
        """Take a row."""


def test_buttons_follow_how_many_rows_are_selected(qtbot: QtBot, store: Store) -> None:
    table = DataTable(plain_model([Column("Name", str, width=90)], ["a", "b"]), "Names")
    acts = Acts()
    buttons = [command_button(method, store) for method in (acts.add, acts.write, acts.show)]
    for widget in (table, *buttons):
        qtbot.addWidget(widget)
    follow_rows(table, buttons)

    def states() -> list[bool]:
        return [button.isEnabled() for button in buttons]

    assert states() == [True, False, False]
    table.choose([1])
    assert states() == [True, True, True]
    table.choose([0, 1])
    assert states() == [True, True, False]
    table.rows.set_keys([0])  # the rows are others, and none is selected any more
    assert states() == [True, False, False]
    assert [takes_of(button) for button in buttons] == [Takes.ANY, Takes.SOME, Takes.ONE]


def _commands() -> Iterator[tuple[str, bool]]:
    """Every command that reaches the selected rows of a list, and whether it says so."""
    for path in Path(missionplanner.gui.__path__[0]).rglob("*.py"):
        for kind in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(kind, ast.ClassDef):
                methods = {one.name: one for one in kind.body if isinstance(one, ast.FunctionDef)}
                for name, method in methods.items():
                    marks = [text for one in method.decorator_list if "command(" in (text := ast.unparse(one))]
                    if marks and _reaches(name, methods, set()):
                        yield f"{kind.name}.{name}", "takes=" in marks[0]


def _reaches(name: str, methods: dict[str, ast.FunctionDef], seen: set[str]) -> bool:
    if name in seen or name not in methods:
        return False
    seen.add(name)
    if "chosen_keys(" in ast.unparse(methods[name]):
        return True
    called = (one.attr for one in ast.walk(methods[name]) if isinstance(one, ast.Attribute))
    return any(_reaches(one, methods, seen) for one in called)


def test_every_command_on_selected_rows_says_how_many_it_takes() -> None:
    found = dict(_commands())
    assert {name for name, says in found.items() if not says} == set(WITHOUT)
    assert len(found) > 50


def test_a_cell_selects_its_row_where_cells_are_worked_in(qtbot: QtBot, store: Store) -> None:
    table = CellTable(CellModel([Column("Name", str, width=90)] * 2, lambda keys: list(keys)), "Names")
    table.rows.set_keys([1, 2])
    buttons = [command_button(method, store) for method in (Acts().write, Acts().show)]
    for widget in (table, *buttons):
        qtbot.addWidget(widget)
    follow_rows(table, buttons)
    table.setCurrentIndex(table.rows.index(1, 1))
    assert [button.isEnabled() for button in buttons] == [True, True]
    table.clearSelection()
    assert [button.isEnabled() for button in buttons] == [False, False]
