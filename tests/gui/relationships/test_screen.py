"""Board, list and charts are one screen: one filter, one current relationship, one page beside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from missionplanner.domain.relationships import Claim, Relationship, Stage
from missionplanner.domain.saved_filters import RELATIONSHIPS
from missionplanner.gui.relationships.page import RelationshipPage
from missionplanner.gui.relationships.screen import RelationshipsScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.jobs.list_views import views_of
from missionplanner.jobs.relationships.lines import RelationshipFilter
from missionplanner.store.store import Store
from tests.gui.conftest import ScreenShower
from tests.gui.relationships.conftest import cards


def page(screen: RelationshipsScreen) -> RelationshipPage:
    assert screen.page is not None
    return screen.page


def listed(screen: RelationshipsScreen) -> list[str]:
    return [screen._lines[key].names[0] for key in screen.table.rows.keys]


def test_an_empty_register_says_what_begins_it(show_screen: ScreenShower, store: Store) -> None:
    screen = show_screen(RelationshipsScreen)
    assert screen._pages.currentWidget() is screen._empty
    screen._empty.button.click()
    assert store.all(Relationship) == []


def test_board_and_list_show_the_same_and_are_counted(screen: RelationshipsScreen, qtbot: QtBot) -> None:
    assert cards(screen) == {Stage.HELD: ["D1"], Stage.NEGOTIATION: ["D2", "D3"]}
    assert listed(screen) == ["D1", "D2", "D3"]
    qtbot.waitUntil(lambda: screen.count_label.text() == "3 relationships  ·  300 CAD")


def test_the_filter_is_of_all_views(screen: RelationshipsScreen, qtbot: QtBot) -> None:
    screen.filter_bar.show_filter(RelationshipFilter(stages=("negotiation",)))
    qtbot.waitUntil(lambda: listed(screen) == ["D2", "D3"])
    assert cards(screen) == {Stage.NEGOTIATION: ["D2", "D3"]}
    assert screen.shown_list().subtitle.endswith("Stage: Negotiation")


def test_the_card_and_the_row_one_is_at_are_the_same(
    screen: RelationshipsScreen, made: dict[str, Relationship]
) -> None:
    screen.arrive()
    QTest.keyClick(screen.board, Qt.Key.Key_Right)
    assert screen.table.chosen_keys() == [made["D2"].id]
    screen.views.setCurrentWidget(screen.table)
    assert screen.table.hasFocus()
    screen.table.choose([made["D3"].id])
    screen.views.setCurrentWidget(screen.board)
    assert screen.board.current_line is not None
    assert screen.board.current_line.key == made["D3"].id


def test_the_page_follows_the_cards_and_leads_back(screen: RelationshipsScreen, made: dict[str, Relationship]) -> None:
    screen.arrive()
    QTest.keyClick(screen.board, Qt.Key.Key_Return)
    assert page(screen).key == made["D1"].id
    QTest.keyClick(screen.board, Qt.Key.Key_Right)
    assert page(screen).key == made["D2"].id
    page(screen).leave()
    assert screen.page is None
    assert screen.board.hasFocus()


def test_the_page_of_one_that_is_deleted_is_left(screen: RelationshipsScreen, made: dict[str, Relationship]) -> None:
    screen.open_record(made["D2"].id)
    assert page(screen).key == made["D2"].id
    screen.commands.delete()
    assert (screen.page, listed(screen)) == (None, ["D1", "D3"])
    screen.workspace.store.undo()
    assert listed(screen) == ["D1", "D2", "D3"]


def test_a_cell_of_the_list_is_typed_into(screen: RelationshipsScreen, store: Store, qtbot: QtBot) -> None:
    screen.views.setCurrentWidget(screen.table)
    place = next(n for n, one in enumerate(screen.table.rows.columns) if one.edits == "owner")
    screen.table.setCurrentIndex(screen.table.rows.index(1, place))
    qtbot.keyClick(screen.table, Qt.Key.Key_F2)
    editor = screen.table.viewport().findChild(QLineEdit)
    qtbot.keyClicks(editor, "Ana")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [one.owner for one in store.all(Relationship)] == ["", "Ana", ""])


def test_keys_move_rows_of_the_list_too(
    screen: RelationshipsScreen, store: Store, made: dict[str, Relationship]
) -> None:
    screen.views.setCurrentWidget(screen.table)
    screen.table.choose([made["D2"].id, made["D3"].id])
    QTest.keyClick(screen.table, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert [one.stage for one in store.all(Claim)[-2:]] == [Stage.AGREEMENT, Stage.AGREEMENT]
    assert store.steps.undo_label == "Move 2 relationships"


def test_the_search_leads_to_the_card_it_found(screen: RelationshipsScreen, qtbot: QtBot) -> None:
    screen.find_in_list()
    assert screen.filter_bar.text.hasFocus()
    qtbot.keyClicks(screen.filter_bar.text, "d3")
    qtbot.keyClick(screen.filter_bar.text, Qt.Key.Key_Return)
    assert screen.board.hasFocus()
    assert screen.board.current_line is not None
    assert screen.board.current_line.names[0] == "D3"


def test_the_line_below_says_where_a_card_is_carried(screen: RelationshipsScreen) -> None:
    screen.board.carried_over.emit("D1 – C1  →  Trading")
    assert screen.count_label.text() == "D1 – C1  →  Trading"
    screen.board.carried_over.emit("")
    assert screen.count_label.text() == "3 relationships  ·  300 CAD"


@pytest.mark.usefixtures("made")
def test_nothing_can_be_moved_where_nothing_may_be_written(workspace: Workspace, show_screen: ScreenShower) -> None:
    workspace.take(Store.open(workspace.store.path, read_only=True))
    screen = show_screen(RelationshipsScreen)
    screen.show()
    screen.arrive()
    QTest.keyClick(screen.board, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert cards(screen) == {Stage.HELD: ["D1"], Stage.NEGOTIATION: ["D2", "D3"]}
    enabled = [one.text() for one in screen.findChildren(QAbstractButton) if one.isEnabled()]
    assert "Note what is said…" not in enabled


def test_a_view_keeps_filter_order_columns_and_tab(screen: RelationshipsScreen, qtbot: QtBot) -> None:
    screen.filter_bar.show_filter(RelationshipFilter(stages=("negotiation",)))
    screen._on_sort_asked("name", descending=True)
    screen.table.show_fields(["name", "stage"])
    screen.views.setCurrentWidget(screen.table)
    screen.kept_views.named.emit("Ours")
    screen.filter_bar.reset()
    screen._on_sort_asked("name", descending=False)
    screen.table.show_fields(["name", "owner"])
    screen.views.setCurrentWidget(screen.board)
    assert listed(screen) == ["D1", "D2", "D3"]
    (kept,) = views_of(screen.workspace.store, RELATIONSHIPS)
    screen.kept_views.chosen.emit(kept)
    assert listed(screen) == ["D3", "D2"]
    assert (screen.table.shown_fields(), screen.views.currentWidget()) == (("name", "stage"), screen.table)


def test_the_tab_is_remembered(screen: RelationshipsScreen) -> None:
    screen.views.setCurrentWidget(screen.table)
    again = RelationshipsScreen(screen.workspace, screen.runner)
    assert again.views.currentWidget() is again.table
    again.deleteLater()


def test_one_that_is_opened_from_elsewhere_is_selected_on_the_board(
    screen: RelationshipsScreen, made: dict[str, Relationship], qtbot: QtBot
) -> None:
    screen.filter_bar.show_filter(RelationshipFilter(stages=("held",)))
    qtbot.waitUntil(lambda: listed(screen) == ["D1"])
    screen.open_record(made["D3"].id)
    assert screen.table.chosen_keys() == [made["D3"].id]
    assert screen.board.current_line is not None
    assert (screen.board.current_line.key, page(screen).key) == (made["D3"].id, made["D3"].id)
