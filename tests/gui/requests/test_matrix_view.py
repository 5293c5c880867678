"""The view of the matrix is typed into, copied from and pasted into."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from missionplanner.domain.companies import Company, Side
from missionplanner.domain.requests import Priority
from missionplanner.gui.requests.matrix_model import MatrixModel, PairWish
from missionplanner.gui.requests.matrix_view import MatrixView

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(qtbot: QtBot) -> MatrixView:
    """Two delegation companies (1, 2) and two counterparts (3, 4), of which one pair wants to meet."""
    model = MatrixModel()
    ours = [Company(id=1, side=Side.DELEGATION, name="D1"), Company(id=2, side=Side.DELEGATION, name="D2")]
    theirs = [Company(id=3, side=Side.COUNTERPART, name="C1"), Company(id=4, side=Side.COUNTERPART, name="C2")]
    model.show_matrix(ours, theirs, {(1, 3): PairWish(Priority.MEET)})
    found = MatrixView(model)
    qtbot.addWidget(found)
    found.setCurrentIndex(model.index(0, 0))
    return found


def paste(view: MatrixView, qtbot: QtBot, text: str) -> list[dict[tuple[int, int], str]]:
    """Paste a text; what was to be stored."""
    wanted: list[dict[tuple[int, int], str]] = []
    view.pasted.connect(wanted.append)
    QGuiApplication.clipboard().setText(text)
    qtbot.keyClick(view, Qt.Key.Key_V, CONTROL)
    return wanted


@pytest.mark.parametrize(
    ("key", "priority"),
    [
        (Qt.Key.Key_1, Priority.MUST_MEET),
        (Qt.Key.Key_2, Priority.MEET),
        (Qt.Key.Key_0, Priority.NO_THANKS),
        (Qt.Key.Key_Delete, None),
        (Qt.Key.Key_Backspace, None),
    ],
)
def test_keys_say_how_much(view: MatrixView, qtbot: QtBot, key: Qt.Key, priority: Priority | None) -> None:
    typed: list[dict[tuple[int, int], Priority | None]] = []
    view.typed.connect(typed.append)
    qtbot.keyClick(view, key)
    assert typed == [{(1, 3): priority}]


def test_a_key_is_for_all_selected_pairs(view: MatrixView, qtbot: QtBot) -> None:
    typed: list[dict[tuple[int, int], Priority | None]] = []
    view.typed.connect(typed.append)
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_2)
    assert typed == [dict.fromkeys(((1, 3), (1, 4), (2, 3), (2, 4)), Priority.MEET)]


def test_arrows_are_the_views(view: MatrixView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert (view.currentIndex().row(), view.currentIndex().column()) == (1, 0)


def test_a_block_is_copied_with_its_names(view: MatrixView, qtbot: QtBot) -> None:
    view.selectAll()
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == "\tC1\tC2\nD1\t●·\t\nD2\t\t\n"


def test_a_block_is_pasted_from_the_current_cell_on(view: MatrixView, qtbot: QtBot) -> None:
    assert paste(view, qtbot, "meet\tno\nmust\t") == [{(1, 3): "meet", (1, 4): "no", (2, 3): "must", (2, 4): ""}]


def test_what_lies_outside_is_left(view: MatrixView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.matrix.index(1, 1))
    assert paste(view, qtbot, "meet\tno\nmust\t") == [{(2, 4): "meet"}]


def test_a_block_with_names_goes_where_they_say(view: MatrixView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.matrix.index(1, 1))
    assert paste(view, qtbot, "\tC2\tNobody\nD1\tmeet\tmust\nX\tno\tno\n") == [{(1, 4): "meet"}]


def test_a_copied_block_goes_to_another_place(view: MatrixView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_C, CONTROL)
    view.setCurrentIndex(view.matrix.index(1, 1))
    assert paste(view, qtbot, QGuiApplication.clipboard().text()) == [{(2, 4): "●·"}]


def test_an_empty_clipboard_pastes_nothing(view: MatrixView, qtbot: QtBot) -> None:
    assert paste(view, qtbot, "") == []


def test_without_a_current_cell_only_a_block_with_names_is_pasted(view: MatrixView, qtbot: QtBot) -> None:
    view.setCurrentIndex(view.matrix.index(-1, -1))
    assert paste(view, qtbot, "meet") == []
    assert paste(view, qtbot, "\tC2\nD2\tmeet\n")[-1] == {(2, 4): "meet"}


def test_the_headings_have_room_for_names(view: MatrixView) -> None:
    view.resize(400, 300)
    view.show()
    view.grab()
    assert view.horizontalHeader().sizeHint().height() == 190


def test_the_current_cell_is_typed_into_where_nothing_is_selected(view: MatrixView, qtbot: QtBot) -> None:
    view.clearSelection()
    with qtbot.waitSignal(view.typed) as typed:
        qtbot.keyClick(view, "1")
    assert typed.args == [{(1, 3): Priority.MUST_MEET}]
