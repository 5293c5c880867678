"""The screen as a whole: days, views, finding, menus, reading only."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from missionplanner.domain.mission import Stop, Table
from missionplanner.domain.timetable import Meeting, MeetingStatus
from missionplanner.gui.runner import Runner
from missionplanner.gui.timetable.screen import TimetableScreen
from missionplanner.gui.workspace import Workspace
from missionplanner.messages import message
from missionplanner.store.store import Store
from tests.builders import DAY, key_of, meet


def current(screen: TimetableScreen) -> tuple[int, int]:
    index = screen.grid.currentIndex()
    return index.row(), index.column()


def menu_of(screen: TimetableScreen) -> list[str]:
    """The entries of the menu on the selected meetings, with their shortcuts behind them."""
    menu = screen.meeting_menu()
    actions = menu.actions() if menu else []
    return [f"{a.text()}\t{a.shortcut().toString()}".strip() for a in actions if not a.isSeparator()]


def test_the_finder_goes_from_match_to_match(timetable: TimetableScreen, store: Store) -> None:
    meet(store, "D3", "C1", 2, 2)
    timetable.text.setText("c1")
    places = []
    for _n in range(3):
        timetable.find_next()
        places.append((current(timetable), timetable.dragging.sentence.words))
    assert places == [((0, 0), "1 of 2 here."), ((2, 2), "2 of 2 here."), ((0, 0), "1 of 2 here.")]


def test_the_finder_says_what_is_not_there(timetable: TimetableScreen) -> None:
    timetable.text.setText("nobody")
    timetable.find_next()
    assert timetable.dragging.sentence.words == "“nobody” is not in this view."


def test_one_arrives_in_the_timetable(timetable: TimetableScreen) -> None:
    timetable.arrive()
    assert timetable.focusWidget() is timetable.grid


def test_f3_without_words_goes_to_the_field(timetable: TimetableScreen, qtbot: QtBot) -> None:
    timetable.activateWindow()
    timetable.grid.setFocus()
    qtbot.keyClick(timetable.grid, Qt.Key.Key_F3)
    assert timetable.text.hasFocus()


def test_a_meeting_of_another_day_is_shown_there(timetable: TimetableScreen, store: Store, tuesday: date) -> None:
    timetable.refresh()
    key = meet(store, "D3", "C2", 5, 1)
    timetable.show_meeting(key)
    assert (timetable.shown, current(timetable)) == ((1, tuesday), (1, 1))


def test_a_meeting_that_is_gone_is_not_shown(timetable: TimetableScreen) -> None:
    timetable.grid.go_to((1, 1))
    timetable.show_meeting(999)
    assert current(timetable) == (1, 1)


def test_days_are_stepped_through_with_keys_and_end_at_both_ends(
    tuesday: date, timetable: TimetableScreen, qtbot: QtBot
) -> None:
    timetable.activateWindow()
    shown = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_PageUp):
        qtbot.keyClick(timetable.grid, key, Qt.KeyboardModifier.ControlModifier)
        shown.append(timetable.days.currentIndex())
    assert shown == [1, 1, 0, 0]
    assert [timetable.days.tabText(n) for n in range(2)] == ["Mexico City, Mon, Feb 16", "Mexico City, Tue, Feb 17"]


def test_the_chosen_day_stays_after_a_change(tuesday: date, timetable: TimetableScreen, store: Store) -> None:
    timetable.days.setCurrentIndex(1)
    meet(store, "D3", "C2", 5, 1)
    assert timetable.shown == (1, tuesday)


def test_the_count_says_how_much_is_placed_and_wrong(timetable: TimetableScreen, store: Store) -> None:
    assert timetable.count_label.text() == "2 meetings  ·  1 request not placed  ·  no conflicts"
    meet(store, "D1", "C2", 0, 2)
    assert timetable.count_label.text() == "3 meetings  ·  1 request not placed"
    timetable.side.finish()
    assert timetable.count_label.text() == "3 meetings  ·  1 request not placed  ·  1 conflict"


def test_the_clocks_are_named_where_stops_have_different_ones(timetable: TimetableScreen, store: Store) -> None:
    with store.change(message("Stop")) as change:
        change.insert(Stop(name_en="Tijuana", time_zone="America/Tijuana", starts=DAY, ends=DAY))
    assert timetable.count_label.text().endswith("  ·  Times of Mexico City (UTC−6)")


def test_the_list_to_print_is_the_day_in_order(timetable: TimetableScreen) -> None:
    found = timetable.shown_list()
    assert found is not None
    assert (found.subtitle, [list(row) for row in found.rows]) == (
        "Mexico City, Mon, Feb 16",
        [
            ["09:00–09:20", "1", "D1", "C1", "Planned"],
            ["09:25–09:45", "2", "D2", "C2", "Planned"],
        ],
    )


def test_a_mission_without_meetings_says_how_to_begin(timetable: TimetableScreen, store: Store) -> None:
    assert timetable._pages.currentIndex() == 0
    with store.change(message("None")) as change:
        change.delete(Meeting, [m.id for m in store.all(Meeting)])
    assert timetable._pages.currentIndex() == 1


def test_leaving_puts_back_what_is_held(timetable: TimetableScreen) -> None:
    timetable.grid.go_to((0, 0))
    timetable.dragging.use()
    assert timetable.settle()
    assert not timetable.dragging.preview.is_holding


def test_the_menu_of_a_meeting_has_its_commands_and_companies(timetable: TimetableScreen) -> None:
    timetable.grid.go_to((0, 0))
    assert menu_of(timetable) == [
        "Move to…\tM",
        "Other table…\tB",
        "Move to the next day\tAlt+Right",
        "Move to the day before\tAlt+Left",
        "Cancel with a reason…\tC",
        "Lock or unlock\tL",
        "Confirm, or take that back\tO",
        "Who attends…\tA",
        "Keep who attends\tK",
        "Interpreter…\tI",
        "Move to the next free place\tN",
        "Move a company’s whole day…\tD",
        "Take out of the timetable\tDel",
        "Who is free then\tF",
        "Open D1",
        "Open C1",
    ]


def test_the_menu_of_an_empty_cell_says_who_is_free(timetable: TimetableScreen) -> None:
    timetable.grid.go_to((3, 2))
    assert menu_of(timetable) == ["Who is free then\tF"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_the_company_of_a_meeting(
    timetable: TimetableScreen, store: Store, qtbot: QtBot, key: Qt.Key
) -> None:
    opened: list[int] = []
    timetable.company_asked.connect(opened.append)
    timetable.grid.go_to((1, 1))
    qtbot.keyClick(timetable.grid, key)
    assert opened == [key_of(store, "D2")]


def test_enter_in_an_empty_cell_does_nothing(timetable: TimetableScreen, qtbot: QtBot) -> None:
    opened: list[int] = []
    timetable.company_asked.connect(opened.append)
    timetable.grid.go_to((3, 2))
    qtbot.keyClick(timetable.grid, Qt.Key.Key_Return)
    assert opened == []


def test_carrying_a_meeting_goes_to_it_in_the_first_view(timetable: TimetableScreen, store: Store) -> None:
    second = store.all(Meeting)[1]
    timetable.view.setCurrentIndex(2)
    timetable.carry(second.id)
    assert timetable.view.currentIndex() == 0
    assert timetable.dragging.preview.moves is not None
    assert timetable.dragging.preview.moves.held == second


def test_read_only_shows_but_does_not_touch(store: Store, qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.open(store.path)
    assert workspace.store.read_only
    screen = TimetableScreen(workspace, Runner(workspace))
    qtbot.addWidget(screen)
    screen.refresh()
    before = store.all(Meeting)
    screen.grid.go_to((0, 0))
    screen.dragging.use()
    assert not screen.dragging.preview.is_holding
    for key in "LOAIMNDC":
        qtbot.keyClick(screen.grid, key)
    qtbot.keyClick(screen.grid, Qt.Key.Key_Delete)
    assert menu_of(screen) == ["Who is free then\tF", "Open D1", "Open C1"]
    assert store.all(Meeting) == before
    workspace.close()


def test_cancelled_meetings_are_not_shown(timetable: TimetableScreen, store: Store) -> None:
    with store.change(message("Off")) as change:
        change.update(replace(store.all(Meeting)[0], status=MeetingStatus.CANCELLED))
    assert set(timetable.model.cells) == {(1, 1)}


def test_the_buttons_above_have_the_commands_on_the_whole_timetable(timetable: TimetableScreen) -> None:
    menus = {button.text(): button.menu() for button in timetable.findChildren(QPushButton) if button.menu()}
    assert {text: [action.text() for action in menu.actions()] for text, menu in menus.items()} == {
        "Repair…": [
            "A company withdraws…",
            "A delegate falls ill…",
            "A table is lost…",
            "Look for what no longer stands",
        ],
        "More": ["Versions of the timetable…", "Paint availability…", "Clear the timetable"],
    }


def test_what_a_menu_cannot_do_is_shown(
    timetable: TimetableScreen, store: Store, shown_errors: list[BaseException]
) -> None:
    with store.change(message("No tables")) as change:
        change.delete(Meeting, [meeting.id for meeting in store.all(Meeting)])
        change.delete(Table, [table.id for table in store.all(Table)])
    menu = next(b.menu() for b in timetable.findChildren(QPushButton) if b.text() == "Repair…")
    menu.actions()[0].trigger()
    assert str(shown_errors.pop()).startswith("The mission has no sessions or tables yet.")
