"""The page of the matrix stores what is typed and pasted, for either side, and says what cannot be."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.mission import Sector
from missionplanner.domain.requests import Priority
from missionplanner.gui.requests.matrix import MatrixPage
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.gui.requests.conftest import PageShower, said

MUST, MEET, NO = Priority.MUST_MEET, Priority.MEET, Priority.NO_THANKS
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(workspace: Workspace, show_page: PageShower) -> MatrixPage:
    found = MatrixPage(workspace)
    show_page(found)
    return found


def test_digits_say_how_much_for_either_side(page: MatrixPage, store: Store, qtbot: QtBot) -> None:
    page.view.setCurrentIndex(page.model.index(1, 1))
    qtbot.keyClick(page.view, Qt.Key.Key_1)
    page.speaker.choose(Side.COUNTERPART)
    qtbot.keyClick(page.view, Qt.Key.Key_0)
    assert said(store) == {
        ("D1", "C1", "delegation"): MEET,
        ("D2", "C2", "delegation"): MUST,
        ("D2", "C2", "counterpart"): NO,
    }
    assert page.view.currentIndex() == page.model.index(1, 1)
    assert page.sentence.text() == "D2 – C2; D2 says: Must meet; C2 says: No thanks; no meeting"
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    assert page.model.index(1, 1).data() == "★·"
    store.undo()
    assert page.model.index(1, 1).data() == "★✕"


def test_a_meeting_is_shown(page: MatrixPage) -> None:
    assert page.model.sentence(page.model.index(0, 0)) == "D1 – C1; D1 says: Meet; they meet"


def test_a_block_is_pasted_and_copied(page: MatrixPage, store: Store, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("must meet\tmeet\t\nno thanks\t\tA\n")
    page.view.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)
    before = {
        ("D1", "C1", "delegation"): MEET,
        ("D2", "C1", "delegation"): MUST,
        ("D2", "C2", "delegation"): MEET,
        ("D3", "C1", "delegation"): NO,
        ("D3", "C3", "delegation"): MUST,
    }
    assert said(store) == before
    assert page.sentence.text() == "4 pairs were changed."
    page.view.selectAll()
    qtbot.keyClick(page.view, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines == ["\tC1\tC2\tC3", "D1\t●·\t\t", "D2\t★·\t●·\t", "D3\t✕·\t\t★·"]
    page.view.setCurrentIndex(page.model.index(0, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)
    assert said(store) == before
    page.view.clearSelection()
    page.view.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_C, CONTROL)
    page.view.setCurrentIndex(page.model.index(0, 2))
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)
    assert said(store) == {**before, ("D1", "C3", "delegation"): MUST}


def test_what_is_no_priority_is_reported_and_left(
    page: MatrixPage, store: Store, qtbot: QtBot, reports: list[tuple[str, list[tuple[str, ...]]]]
) -> None:
    QGuiApplication.clipboard().setText("tomorrow\t★")
    page.view.setCurrentIndex(page.model.index(1, 0))
    qtbot.keyClick(page.view, Qt.Key.Key_V, CONTROL)
    assert reports == [("1 cell could not be changed.", [("D2 – C1", "“tomorrow” says no priority.")])]
    assert said(store) == {("D1", "C1", "delegation"): MEET, ("D2", "C2", "delegation"): MUST}


def test_buttons_say_how_much_for_the_selected_pairs(page: MatrixPage, store: Store) -> None:
    page.view.setCurrentIndex(page.model.index(2, 2))
    page._sign(Priority.MUST_MEET).click()
    assert said(store)["D3", "C3", "delegation"] is MUST
    page._sign(None).click()
    assert ("D3", "C3", "delegation") not in said(store)


def test_names_narrow_rows_and_columns(page: MatrixPage) -> None:
    page.rows.setText("d3")
    page.columns.setText("c1")
    assert [[c.name for c in page.model.rows], [c.name for c in page.model.columns]] == [["D3"], ["C1"]]


def test_a_sector_narrows_both(page: MatrixPage, store: Store) -> None:
    with store.change(message("Sector")) as change:
        change.insert(Sector(code="EN", name_en="Energy"))
    assert [page.sector.itemText(n) for n in range(page.sector.count())] == [
        "Every sector",
        "Advanced manufacturing",
        "Energy",
    ]
    page.sector.setCurrentIndex(2)
    assert (page.model.rows, page.model.columns) == ([], [])


def test_the_list_to_print_is_the_matrix(page: MatrixPage) -> None:
    found = page.shown_list()
    assert (list(found.headings), list(found.rows[0])) == (["Delegation", "C1", "C2", "C3"], ["D1", "●·", "", ""])


def test_a_reader_of_the_file_types_nothing(store: Store, qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.open(store.path)
    page = MatrixPage(workspace)
    qtbot.addWidget(page)
    page.refresh()
    page.view.setCurrentIndex(page.model.index(1, 1))
    qtbot.keyClick(page.view, Qt.Key.Key_1)
    assert said(store) == {("D1", "C1", "delegation"): MEET}
    workspace.close()


def test_companies_that_do_not_take_part_are_not_in_it(page: MatrixPage, store: Store) -> None:
    with store.change(message("Company")) as change:
        change.insert(Company(side=Side.DELEGATION, name="Somebody else"))
    assert [company.name for company in page.model.rows] == ["D1", "D2", "D3"]
