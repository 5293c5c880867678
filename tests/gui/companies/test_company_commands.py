"""Commands on the selected companies: statuses, reviewers, many cells at once; each says what was refused."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QDialog

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company
from missionplanner.domain.mission import Sector
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.messages import message
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of
from tests.gui.companies.conftest import CellChooser

Reports = list[tuple[str, list[tuple[str, ...]]]]


def statuses(store: Store) -> list[str]:
    return [one.status.value for one in store.all(Application)]


def choose(screen: CompaniesScreen, *names: str) -> None:
    screen.table.choose([key_of(screen.workspace.store, name) for name in names])


def test_companies_are_accepted_and_declined(screen: CompaniesScreen, store: Store) -> None:
    choose(screen, "D1", "D2")
    screen.commands.decline()
    assert statuses(store)[:3] == ["declined", "declined", "accepted"]
    assert store.steps.undo_label == "Set status to Declined"
    choose(screen, "D2")
    screen.commands.accept()
    assert statuses(store)[:3] == ["declined", "accepted", "accepted"]


def test_nothing_happens_without_a_selection(screen: CompaniesScreen, store: Store) -> None:
    commands = screen.commands
    for act in (
        commands.accept, commands.decline, commands.approve_again, commands.assign_reviewer, commands.delete,
        commands.change_many,
    ):  # fmt: skip
        act()
    assert store.steps.undo_label == ""


def test_what_was_refused_is_reported(screen: CompaniesScreen, store: Store, reports: Reports) -> None:
    choose(screen, "D1", "D2")
    screen.commands.set_status(Status.RESERVE)
    assert reports == []
    choose(screen, "D1", "D2", "D3")
    screen.commands.set_status(Status.RESERVE)
    assert [report[0] for report in reports] == ["1 company was changed. 2 companies were not changed."]
    assert [row[0] for row in reports[0][1]] == ["D1", "D2"]


def test_only_edited_acceptances_are_approved_again(screen: CompaniesScreen, reports: Reports) -> None:
    choose(screen, "D1")
    screen.commands.approve_again()
    assert reports == [
        (
            "0 companies were changed. 1 company was not changed.",
            [("D1", "Nothing was edited since it was accepted.")],
        )
    ]


def test_a_reviewer_is_assigned(screen: CompaniesScreen, store: Store, fill_dialogs: Callable[..., None]) -> None:
    fill_dialogs(text="Ana")
    choose(screen, "D1", "D3")
    screen.commands.assign_reviewer()
    assert store.companies.ids(CompanyFilter(reviewers=("Ana",))) == [key_of(store, "D1"), key_of(store, "D3")]


def test_an_empty_reviewer_is_the_owner_of_the_sector(
    screen: CompaniesScreen, fill_dialogs: Callable[..., None], reports: Reports
) -> None:
    fill_dialogs(text="")
    choose(screen, "D1")
    screen.commands.assign_reviewer()
    assert reports[0][1] == [("D1", "Its sector has no owner.")]


def test_companies_are_deleted_and_brought_back(screen: CompaniesScreen, store: Store) -> None:
    choose(screen, "D1", "C1")
    screen.commands.delete()
    assert store.count(Company) == 4
    store.undo()
    assert store.count(Company) == 6


def test_cells_that_could_not_be_changed_are_reported(screen: CompaniesScreen, store: Store, reports: Reports) -> None:
    one, two = key_of(store, "D1"), key_of(store, "D2")
    changes = [(one, "sectors", "Advanced manufacturing"), (two, "sectors", "Video games")]
    screen.commands.change_cells(changes, "Paste")
    assert reports == [
        ("1 cell was not changed.", [("D2", "Sectors", "Video games", "No sector is called “Video games”.")])
    ]
    assert store.companies.lines([one])[0].sectors == (store.all(Sector)[0].id,)


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
    screen: CompaniesScreen, store: Store, fill_dialogs: Callable[..., None], choose_cells: CellChooser
) -> None:
    choose_cells(range(3, 5), "city")
    fill_dialogs(column="city", value="Laval")
    screen.commands.change_many()
    assert cities(store) == ["Laval", "Laval", ""]
    assert store.steps.undo_label == "Change many"
