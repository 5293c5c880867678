"""Commands on the selected companies: statuses, reviewers, many cells at once; each says what was refused."""

from collections.abc import Callable

import pytest

from missionplanner.domain.applications import Application, Status
from missionplanner.domain.companies import Company
from missionplanner.gui.companies.screen import CompaniesScreen
from missionplanner.gui.widgets import table_dialogs
from missionplanner.store.conditions import CompanyFilter
from missionplanner.store.store import Store
from tests.builders import key_of

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


def test_changing_many_says_how_many_companies(screen: CompaniesScreen, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(_columns: object, _here: object, title: str, _parent: object) -> None:
        asked.append(title)

    monkeypatch.setattr(table_dialogs, "ask_column_value", refuse)
    for names in (["D1"], ["D1", "D2"]):
        choose(screen, *names)
        screen.commands.change_many()
    assert asked == ["Change 1 company", "Change 2 companies at once"]
