"""Commands on the cells of a list: one value for many, found and replaced; what was refused is reported."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QDialog

from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Sector
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.conftest import ScreenShower

Reports = list[tuple[str, list[tuple[str, ...]]]]


@pytest.fixture
def screen(show_screen: ScreenShower) -> CompaniesScreen:
    """The companies: of the lists of cells the one with the most."""
    found = show_screen(CompaniesScreen)
    assert isinstance(found, CompaniesScreen)
    return found


def choose(screen: CompaniesScreen, *names: str) -> None:
    screen.table.choose([key_of(screen.workspace.store, name) for name in names])


def set_cities(store: Store, *cities: str) -> None:
    with store.change(message("Cities")) as change:
        for key, city in zip((1, 2, 3), cities, strict=True):
            company = store.get(Company, key)
            change.update(
                type(company)(id=company.id, uid=company.uid, side=company.side, name=company.name, city=city)
            )


def cities(store: Store) -> list[str]:
    return [company.city for company in store.all(Company)][:3]


@pytest.mark.parametrize(
    ("column", "names", "expected", "said"),
    [
        ("city", ("D1",), ["York", "York", "Laval"], "2 cells held it."),
        ("city", ("D1", "D3"), ["York", "Toronto", "Laval"], "1 cell held it."),
        ("", ("D1", "D2"), ["York", "York", "Laval"], "2 cells held it."),
        ("region", ("D1",), ["Toronto", "Toronto", "Laval"], "0 cells held it."),
    ],
    ids=["one selected: whole list", "several selected: those alone", "every column", "another column"],
)
def test_text_is_found_and_replaced(
    screen: CompaniesScreen,
    store: Store,
    fill_dialogs: Callable[..., None],
    told: list[tuple[str, str]],
    column: str,
    names: tuple[str, ...],
    expected: list[str],
    said: str,
) -> None:
    set_cities(store, "Toronto", "Toronto", "Laval")
    place = next(n for n, one in enumerate(screen.table.rows.columns) if one.edits == "city")
    index = screen.table.rows.index(0, place)
    screen.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
    choose(screen, *names)
    fill_dialogs(find="toronto", new="York", column=column)
    screen.commands.replace()
    assert cities(store) == expected
    assert [text for text, _details in told] == [said]


def test_replacing_is_cancelled(
    screen: CompaniesScreen, told: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    screen.commands.replace()
    assert told == []


def test_one_value_goes_into_a_column_of_all_selected(
    screen: CompaniesScreen, store: Store, fill_dialogs: Callable[..., None]
) -> None:
    choose(screen, "D1", "D2")
    fill_dialogs(column="city", value="Laval")
    screen.commands.change_many()
    assert cities(store) == ["Laval", "Laval", ""]
    assert store.steps.undo_label == "Change many"


def test_cells_that_could_not_be_changed_are_reported(screen: CompaniesScreen, store: Store, reports: Reports) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    changes = [(one, "sectors", "Advanced manufacturing"), (two, "sectors", "Video games")]
    screen.commands.change_cells(changes, "Paste")
    assert reports == [
        ("1 cell was not changed.", [("D2", "Sectors", "Video games", "No sector is called “Video games”.")])
    ]
    assert store.companies.lines([one])[0].sectors == (store.all(Sector)[0].id,)


def test_without_a_selection_it_is_said_how_to_select(
    screen: CompaniesScreen, store: Store, told: list[tuple[str, str]]
) -> None:
    before = store.steps.undo_label
    screen.table.clearSelection()
    for act in (screen.commands.change_many, screen.commands.fill_down, screen.commands.delete):
        act()
    assert told == [("Nothing is selected: click a row, Shift or Ctrl adds more, Ctrl+A takes all.", "")] * 3
    assert store.steps.undo_label == before
