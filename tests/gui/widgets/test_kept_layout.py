"""The columns of tables as they were left: every table of a screen, made anew, has them again."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from missionplanner.gui import settings
from missionplanner.gui.companies.page import CompanyPage
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.gui.day.screen import DayScreen
from missionplanner.gui.outcomes.screen import OutcomesScreen
from missionplanner.gui.packs.screen import PacksScreen
from missionplanner.gui.people.card import PersonCard
from missionplanner.gui.people.screen import PeopleScreen
from missionplanner.gui.programme.screen import ProgrammeScreen
from missionplanner.gui.requests.screen import RequestsScreen
from missionplanner.gui.runner import Runner
from missionplanner.gui.selection.screen import SelectionScreen
from missionplanner.gui.timetable.unplaced_and_conflicts import LinesTable
from missionplanner.gui.widgets.kept_layout import Layout, keep, kept
from missionplanner.gui.widgets.screen import Screen
from missionplanner.gui.widgets.table import Column, DataTable, plain_model
from missionplanner.gui.workspace import Workspace
from tests.gui.conftest import ScreenShower

COLUMNS = (
    Column("Name", lambda row: row, "name", 100, grows=True),
    Column("Number", lambda row: row, "number", 80, right=True),
    Column("Note", lambda row: row, width=90),
)
SCREENS = (
    CompaniesScreen, PeopleScreen, SelectionScreen, RequestsScreen, ProgrammeScreen, PacksScreen, DayScreen,
    OutcomesScreen,
)  # fmt: skip


@pytest.fixture
def table(qtbot: QtBot) -> DataTable:
    return made(qtbot)


def made(qtbot: QtBot, columns: tuple[Column, ...] = COLUMNS, kept: str = "tried") -> DataTable:
    found = DataTable(plain_model(columns, ["a", "b"]), "Companies", kept=kept)
    qtbot.addWidget(found)
    found.resize(600, 200)
    return found


def tables(screen: Screen) -> dict[str, DataTable]:
    if isinstance(screen, ProgrammeScreen):
        for name in ("Events", "Sessions", "Venues"):
            screen.editor(name)
    found = [one for one in screen.findChildren(DataTable) if not isinstance(one, LinesTable)]
    named = {one.kept: one for one in found}
    assert "" not in named
    assert len(named) == len(found)
    return named


def drag(table: DataTable) -> None:
    """Put the last shown column first and make it wider, as with the mouse."""
    header, last = table.horizontalHeader(), table.shown_columns()[-1]
    header.moveSection(header.visualIndex(last), 0)
    header.resizeSection(last, 333)


@pytest.mark.parametrize("kind", SCREENS)
def test_every_table_of_a_screen_has_its_columns_again(kind: type[Screen], show_screen: ScreenShower) -> None:
    before = tables(show_screen(kind))
    for table in before.values():
        drag(table)
    after = tables(show_screen(kind))
    assert before
    for name, table in after.items():
        moved = table.shown_columns()[0]
        assert (name, table.shown_columns()) == (name, before[name].shown_columns())
        assert (name, table.columnWidth(moved)) == (name, 333)


@pytest.mark.parametrize("kind", [CompanyPage, PersonCard])
def test_tables_of_a_record_have_their_columns_again(
    kind: type[CompanyPage | PersonCard], workspace: Workspace, runner: Runner, qtbot: QtBot
) -> None:
    pages = [kind(workspace) for _n in range(2)]
    for page in pages:
        qtbot.addWidget(page)
    before = {one.kept: one for one in pages[0].findChildren(DataTable)}
    assert "" not in before
    assert before
    for table in before.values():
        drag(table)
    again = kind(workspace)
    qtbot.addWidget(again)
    assert {
        one.kept: one.columnWidth(one.shown_columns()[0]) for one in again.findChildren(DataTable)
    } == dict.fromkeys(before, 333)


def test_sort_is_kept(table: DataTable, qtbot: QtBot) -> None:
    assert table.sorted_by("number") == ("number", False)
    for _click in range(2):
        table.horizontalHeader().sectionClicked.emit(0)
    header = made(qtbot).horizontalHeader()
    assert made(qtbot).sorted_by("number") == ("name", True)
    assert (header.isSortIndicatorShown(), header.sortIndicatorSection(), header.sortIndicatorOrder()) == (
        True, 0, Qt.SortOrder.DescendingOrder,
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "key"), [(CompaniesScreen, "city"), (PeopleScreen, "role")])
def test_a_list_is_sorted_as_it_was(
    kind: type[CompaniesScreen | PeopleScreen], key: str, show_screen: ScreenShower
) -> None:
    table = show_screen(kind).table
    place = [column.sort for column in table.rows.columns].index(key)
    for _click in range(2):
        table.horizontalHeader().sectionClicked.emit(place)
    again = show_screen(kind).table
    assert (again.sorted_by("name"), again.rows.keys) == ((key, True), table.rows.keys)


def test_a_heading_that_sorts_nothing_leaves_the_arrow(table: DataTable) -> None:
    header = table.horizontalHeader()
    header.sectionClicked.emit(1)
    header.sectionClicked.emit(2)
    assert (header.sortIndicatorSection(), table.sorted_by("name")) == (1, ("number", False))


def test_layout_of_other_columns_is_ignored(table: DataTable, qtbot: QtBot) -> None:
    drag(table)
    others = (*COLUMNS[:2], Column("City", lambda row: row, "city", 90))
    assert [made(qtbot, found).shown_columns() for found in (COLUMNS, others, COLUMNS[:2])] == [
        [2, 0, 1], [0, 1, 2], [0, 1],
    ]  # fmt: skip
    assert made(qtbot, kept="another").shown_columns() == [0, 1, 2]


@pytest.mark.parametrize("stored", [None, "x", {"tried": "x"}, {"tried": ["a"]}])
def test_what_cannot_be_read_is_ignored(stored: object, qtbot: QtBot) -> None:
    settings.write("tables", stored)
    assert made(qtbot).shown_columns() == [0, 1, 2]
    keep("tried", Layout(made(qtbot)._signature(), "é no state", (7,)))
    assert made(qtbot).shown_columns() == [0, 1, 2]


def test_layouts_are_kept_by_name() -> None:
    layouts = {name: Layout("a:1|b:2", "c3RhdGU=", widths) for name, widths in (("one", ()), ("two", (0, 3)))}
    for name, layout in layouts.items():
        keep(name, layout)
    assert {name: kept(name, "a:1|b:2") for name in ("one", "two", "three")} == {**layouts, "three": None}
    assert kept("one", "a:1") is None


def test_only_widths_somebody_set_are_kept(table: DataTable, qtbot: QtBot) -> None:
    table.hideColumn(2)
    table.showColumn(2)
    table.widen(2)
    assert settings.read("tables") == {}
    table.horizontalHeader().resizeSection(1, 222)
    again = made(qtbot)
    again.widen(1.5)
    assert (again.columnWidth(1), again.columnWidth(2)) == (222, 135)
    assert again.columnWidth(0) == again.viewport().width() - 222 - 135
