"""Fair shares: a line a company, those with too few first."""

import pytest

from missionplanner.domain.requests import Priority
from missionplanner.gui.requests.fair_shares import FairSharesPage
from missionplanner.gui.workspace import Workspace
from missionplanner.store.store import Store
from tests.builders import ask, key_of
from tests.gui.requests.conftest import PageShower


@pytest.fixture
def page(workspace: Workspace, show_page: PageShower) -> FairSharesPage:
    found = FairSharesPage(workspace)
    show_page(found)
    return found


def column(page: FairSharesPage, number: int) -> list[str]:
    return [page.table.rows.text(n, number) for n in range(page.table.rows.rowCount())]


def test_who_has_least_comes_first(page: FairSharesPage) -> None:
    assert [column(page, n) for n in (0, 2, 3, 6)] == [
        ["D2", "D3", "D1"],
        ["0", "0", "1"],
        ["0", "0", "0"],
        ["0", "0", "1"],
    ]
    expected = "3 companies  ·  Delegation  ·  Too few requests: 3  ·  Each should have "
    assert page.count_label.text().startswith(expected)


def test_it_is_counted_anew_after_a_change(page: FairSharesPage, store: Store) -> None:
    ask(store, ("D2", "C2", Priority.MEET), ("D2", "C3", Priority.NO_THANKS))
    row = column(page, 0).index("D2")
    assert [page.table.rows.text(row, n) for n in range(1, 8)] == ["Delegation", "1", "0", "1", "1", "0", "1"]


@pytest.mark.parametrize(
    ("key", "first"), [("name", "C1"), ("asks", "C1"), ("asked", "C2"), ("meetings", "C2"), ("side", "C1")]
)
def test_a_heading_sorts(page: FairSharesPage, key: str, first: str) -> None:
    page.side.setCurrentIndex(page.side.findData("counterpart"))
    page.table.sort_asked.emit(key, False)
    assert column(page, 0)[0] == first


def test_a_heading_sorts_backwards(page: FairSharesPage) -> None:
    page.table.sort_asked.emit("asks", True)
    assert column(page, 0)[0] == "D1"


def test_names_sides_and_states_narrow_it(page: FairSharesPage) -> None:
    page.text.setText("2")
    assert column(page, 0) == ["D2"]
    page.side.setCurrentIndex(page.side.findData("counterpart"))
    assert column(page, 0) == ["C2"]
    assert page.shown_list().subtitle == "Test mission  ·  Counterpart"
    page.state.setCurrentIndex(page.state.findData("good"))
    assert column(page, 0) == []


def test_suggestions_are_asked_for_the_first_selected_company(page: FairSharesPage, store: Store) -> None:
    asked: list[int] = []
    page.suggested.connect(asked.append)
    page.table.clearSelection()
    page.suggest()
    page.table.selectRow(0)
    page.suggest()
    assert asked == [key_of(store, "D2")]


def test_a_row_opens_its_company(page: FairSharesPage, store: Store) -> None:
    opened: list[int] = []
    page.opened.connect(opened.append)
    page.table.activated_row.emit(2)
    assert opened == [key_of(store, "D1")]


def test_the_list_to_print_is_what_is_listed(page: FairSharesPage) -> None:
    page.text.setText("d1")
    assert [row[0] for row in page.shown_list().rows] == ["D1"]
