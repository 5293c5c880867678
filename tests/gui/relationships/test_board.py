"""Cards of the board are gone through and carried to other stages, with the mouse and by keys alone."""

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.gui.relationships.board import BoardView
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.store.store import Store
from tests.gui.relationships.conftest import cards

HELD, NEGOTIATION = list(Stage).index(Stage.HELD), list(Stage).index(Stage.NEGOTIATION)


@pytest.fixture
def board(screen: RelationshipsScreen) -> BoardView:
    screen.arrive()
    return screen.board


def at(board: BoardView) -> str:
    return board.current_line.names[0] if board.current_line else ""


def press(board: BoardView, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
    for key in keys:
        QTest.keyClick(board, key, modifier)
    return at(board)


def middle(board: BoardView, row: int, column: int) -> QPoint:
    return board.visualRect(board.cards.index(row, column)).center()


def carry(board: BoardView, start: QPoint, end: QPoint, lets_go: bool = True) -> None:
    QTest.mousePress(board.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for point in (start + QPoint(30, 0), end):
        board.gesture._on_moved(_moved(board, point), start)
    if lets_go:
        QTest.mouseRelease(board.viewport(), Qt.MouseButton.LeftButton, pos=end)


def _moved(board: BoardView, point: QPoint) -> QMouseEvent:
    return QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), QPointF(board.viewport().mapToGlobal(point)), Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip


def test_one_arrives_at_the_first_card_and_goes_over_empty_stages(board: BoardView) -> None:
    assert at(board) == "D1"
    assert [index.column() for index in board.selectedIndexes()] == [HELD]
    assert press(board, Qt.Key.Key_Right) == "D2"
    assert press(board, Qt.Key.Key_Down) == "D3"
    assert press(board, Qt.Key.Key_Down) == "D3"
    assert press(board, Qt.Key.Key_Right) == "D3"
    assert press(board, Qt.Key.Key_Left) == "D1"
    assert press(board, Qt.Key.Key_Left) == "D1"
    assert press(board, Qt.Key.Key_Right, Qt.Key.Key_End) == "D3"
    assert press(board, Qt.Key.Key_Home) == "D2"
    assert press(board, Qt.Key.Key_PageDown) == "D3"


def test_keys_move_a_card_and_one_stays_with_it(board: BoardView, screen: RelationshipsScreen, store: Store) -> None:
    assert press(board, Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.AltModifier) == "D1"
    assert cards(screen) == {Stage.FOLLOW_UP: ["D1"], Stage.NEGOTIATION: ["D2", "D3"]}
    claim = store.all(Claim)[-1]
    assert (claim.stage, claim.told_on) == (Stage.FOLLOW_UP, date.today())  # noqa: DTZ011
    assert press(board, Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier) == "D1"
    assert cards(screen)[Stage.HELD] == ["D1"]
    store.undo()
    assert cards(screen)[Stage.FOLLOW_UP] == ["D1"]
    assert at(board) == "D1"


def test_a_card_is_carried_with_the_mouse(board: BoardView, screen: RelationshipsScreen) -> None:
    said: list[str] = []
    board.carried_over.connect(said.append)
    carry(board, middle(board, 0, HELD), middle(board, 0, HELD + 1))
    assert cards(screen)[Stage.FOLLOW_UP] == ["D1"]
    assert said == ["D1 – C1  →  Meeting held", "D1 – C1  →  Follow-up stage", ""]


def test_a_card_let_go_in_its_own_stage_or_nowhere_stays(
    board: BoardView, screen: RelationshipsScreen, store: Store
) -> None:
    before, label = cards(screen), store.steps.undo_label
    dropped: list[int] = []
    board.dropped.connect(lambda key, _stage: dropped.append(key))
    carry(board, middle(board, 0, HELD), middle(board, 0, HELD) + QPoint(10, 60))
    carry(board, middle(board, 0, HELD), QPoint(-200, -200))
    assert (cards(screen), store.steps.undo_label, board.cards.held) == (before, label, 0)
    assert dropped == []


def test_esc_puts_back_what_is_carried(board: BoardView, screen: RelationshipsScreen) -> None:
    before = cards(screen)
    carry(board, middle(board, 0, HELD), middle(board, 0, HELD + 1), lets_go=False)
    assert (board.cards.target, board.cards.held > 0) == (HELD + 1, True)
    press(board, Qt.Key.Key_Escape)
    assert (board.cards.target, board.cards.held, cards(screen)) == (-1, 0, before)


def test_a_card_held_at_the_edge_scrolls_there(board: BoardView, screen: RelationshipsScreen, qtbot: QtBot) -> None:
    screen.resize(600, 500)
    carry(board, middle(board, 0, HELD), QPoint(board.viewport().width() - 3, 40), lets_go=False)
    qtbot.waitUntil(lambda: board.horizontalScrollBar().value() > 0)
    board.gesture.stop()
    press(board, Qt.Key.Key_Escape)
    assert not board._push.isActive()


def test_empty_places_hold_no_card_to_carry(board: BoardView, screen: RelationshipsScreen) -> None:
    before = cards(screen)
    carry(board, QPoint(10, 10), middle(board, 0, HELD + 1))
    assert (cards(screen), board.gesture.is_on) == (before, False)


def test_enter_opens_a_card(board: BoardView, made: dict[str, Relationship], qtbot: QtBot) -> None:
    with qtbot.waitSignal(board.opened) as caught:
        press(board, Qt.Key.Key_Return)
    assert caught.args == [made["D1"].id]


def test_nothing_is_carried_where_nothing_may_be_written(qtbot: QtBot, screen: RelationshipsScreen) -> None:
    board = BoardView(is_writable=False)
    qtbot.addWidget(board)
    board.resize(1200, 500)
    board.show()
    board.show_lines(screen._shown)
    carry(board, middle(board, 0, HELD), middle(board, 0, HELD + 1), lets_go=False)
    assert (board.cards.held, board.gesture.is_on) == (0, False)


def test_one_stays_near_a_card_that_is_gone(board: BoardView, screen: RelationshipsScreen) -> None:
    press(board, Qt.Key.Key_Right, Qt.Key.Key_Down)
    board.show_lines([line for line in screen._shown if line.names[0] != "D3"])
    assert at(board) == "D2"


def test_stages_share_the_width_where_it_is_enough(board: BoardView) -> None:
    board.resize(3000, 500)
    widths = {board.columnWidth(column) for column in range(len(Stage))}
    assert widths == {board.viewport().width() // len(Stage)}
